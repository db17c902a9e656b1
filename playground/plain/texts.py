# What texts can do.
text = "The quick brown fox, the lazy dog"
print(text.upper(), text.lower(), text.split(), text.split(","), text.replace("the", "a"), text.find("fox"), text.count("o"))
print(text.startswith("The"), text.endswith("dog"), "  x ".strip() + "|", "-".join(["a", "b"]), "12".isdigit(), "ab".isalpha())
print(text[0], text[-1], text[4:9], text[::-1])
for position, letter in enumerate("abc", 1):
    print(position, letter)
counts = {}
for word in text.lower().replace(",", "").split():
    counts[word] = counts.get(word, 0) + 1
for word, many in sorted(counts.items(), key=lambda pair: pair[1], reverse=True):
    print(f"{word:10} {many}")
print("".join(reversed("abc")), sorted("banana"), text == text.lower(), text != "x", str([1, "a", 2.5, None, (1,), {"k": {1}}]), list("abc"))
text
