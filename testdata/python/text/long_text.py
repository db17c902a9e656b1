# Long texts that are not ASCII: every operation in time that does not grow with the place.
text = "Der schöne Fluß fließt über Täler. " * 3000
count = 0
for i in range(len(text)):
    if text[i] == "ß":
        count += 1
print(len(text), count, text.count("ß"), text[-10:], text[100000:100010], text.find("Täler", 100000), text.rfind("Der"))
words = text.split()
print(len(words), len(set(words)), " ".join(words[:5]), max(words, key=len))
reverse = text[::-1]
print(reverse[:20], reverse[::-1] == text, text.upper()[:40], text.replace("ß", "ss")[:40])
pairs = 0
for i in range(0, len(text) - 1, 7):
    pairs += text[i : i + 2] == "ü" + "b"
print(pairs)
out = ""
for c in text[:20000]:
    out += "*" if c == "e" else c
print(out.count("*"), out[:35])
