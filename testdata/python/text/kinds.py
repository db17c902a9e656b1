# Which characters are letters, digits, numbers, spaces.
samples = ["a", "Z", "é", "ß", "漢", "٣", "²", "½", "Ⅷ", "५", " ", "\t", "\xa0", "\u2003", "\u200b", "_", "-", "😀", "ǅ", "ª", "\x85", "\x1c", "\u0301", "", "a1", "Ab C"]
for s in samples:
    kinds = "alpha alnum decimal digit numeric lower upper title space printable identifier ascii".split()
    print(ascii(s), *[k for k in kinds if getattr(s, "is" + k)()])
print([n for n in ["été", "日本", "1a", "_x", "a-b", "class", "ℌ", "x²", ""] if n.isidentifier()])
print(int("٣٤"), int("१२३"), float("١.٥"), int("\u2003 7 \xa0"))
