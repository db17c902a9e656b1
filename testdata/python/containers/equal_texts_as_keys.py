# Keys that are equal texts and other objects, in dicts whose entries come and go.
words = "spam eggs ham spam bacon eggs spam toast ham".split(" ")
more = "".join(w + " " for w in reversed(words)).split()
counts = {}
for word in words + more:
    counts[word] = counts.get(word, 0) + 1
print(counts)

for word in list(more):  # each is found where another text was
    if word in counts:
        counts[word] -= 1
        if counts[word] < 4:
            del counts[word]
print(counts, [w in counts for w in words])

tables = [{}, {"ham": 1}, {b"ham": 2, "eggs": 3}, dict.fromkeys(words)]
for turn in range(3):
    for table in tables:
        for word in words:
            key = word[:1] + word[1:]
            table[key] = table.get(key) or turn
print(tables)
many = {str(n) * 3: n for n in range(500)}
print(sum(many[str(n) * 3] for n in range(499, -1, -1)), str(77) * 3 in many, "777777x" in many)
for n in range(0, 500, 2):
    del many[str(n) * 3]
print(sum(many.get(str(n) * 3, 0) for n in range(500)), len(many))
