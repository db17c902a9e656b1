# Texts in many scripts: lengths, cases, order, encodings, emoji.
words = ["Straße", "ÉCOLE", "naïve", "ΣΊΣΥΦΟΣ", "İstanbul", "日本語", "😀👍🏽", "ﬁn", "Привет"]
for w in words:
    print(w, len(w), len(w.encode()), w.upper(), w.lower(), w.casefold() == w.lower(), w.title(), w[::-1] if len(w) < 4 else w[-2:], w.isupper(), [hex(ord(c)) for c in w[:2]])
print(sorted(words), sorted(words, key=str.casefold)[:3], "straße".casefold() == "STRASSE".casefold(), "é" == "e\u0301", "\u00e9" in "café", "日本語".find("語"), "a\u0301bc".center(8, "·"), "😀"[0], "x".join("日本"))
print("naïve café".encode("ascii", "ignore"), "Ünïcode".encode("utf-16-be").hex(), "\U0001F600".encode("utf-8"), b"\xf0\x9f\x98\x80".decode(), "\ud83d".encode("utf-8", "surrogatepass"), ascii("é😀"), repr("\u200b\xad\x7f"), "\N{SNOWMAN}\N{DIGIT ONE}")
print("one\u2028two\x0bthree\x85four".splitlines(), "a\u00a0b\u3000c".split(), "٣".isdecimal(), int("٣٤"), float("१.५"), "Ⅷ".isnumeric(), "ª".isalpha(), "\u3000".isspace(), "变量".isidentifier(), "1a".isidentifier(), "ǆ".title(), "ŉ".upper(), f"{'日本':>5}|{'é':^5}|")
for bad in (lambda: "é".encode("ascii"), lambda: "\ud800".encode(), lambda: b"\xe9".decode("utf-8"), lambda: "x".encode("utf-99"), lambda: b"\x00\xd8".decode("utf-16-le"), lambda: chr(0x110000), lambda: ord("😀👍"), lambda: int("²")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
