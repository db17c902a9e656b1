# What texts can do.
text = "The quick brown fox, the lazy dog"
print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase())
print(text.split(), text.split(","), text.replace("the", "a"), text.find("fox"), text.index("fox"), text.count("o"), text.rfind("o"))
print(text.startswith("The"), text.endswith("dog"), "  x ".strip() + "|", "x..".rstrip("."), "..x".lstrip("."), "-".join(["a", "b"]))
print("12".isdigit(), "ab".isalpha(), "a1".isalnum(), " ".isspace(), "AB".isupper(), "ab".islower(), "x".center(5, "*"), "x".ljust(3) + "|", "7".zfill(3))
print(text[0], text[-1], text[4:9], text[::-1], text[:3], text[-3:], text[::2])
for position, letter in enumerate("abc", 1):
    print(position, letter)
for line in """one
two
three""".splitlines():
    print(line)
words = text.lower().replace(",", "").split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word, many in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
    print(f"{word:10} {many}")
print("tab\there", 'quote "q"', "new\\n", "\u00e9\N{BULLET}", r"raw\n", b"bytes\x00", bytes([1, 2]), "a,b;c".partition(","), "é".encode(), b"abc".decode())
print("".join(reversed("abc")), sorted("banana"), set("aab") == {"a", "b"}, text.partition("quick")[2], "ab" "cd", "=" * 20)
print(text == text.lower(), text != "x", "abc" > "abd", str([1, "a", 2.5, None, (1,), {"k": {1}}]), list("abc"), tuple("ab"))
text
