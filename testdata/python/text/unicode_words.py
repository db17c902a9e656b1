# Words of many scripts: case, counting, slicing, sorting, widths, bytes.
WORDS = ["straße", "ÉCOLE", "İstanbul", "ΟΔΟΣ", "русский", "日本語", "naïve", "ﬁn", "e\u0301t", "🙂🙃"]
for w in WORDS:
    print(f"{w!r:<14}", len(w), len(w.encode()), w.upper(), w.lower(), w.title(), w.casefold(), w.capitalize(), w[::-1], w.isalpha(), w.isupper(), ascii(w))
print(sorted(WORDS), sorted(WORDS, key=str.casefold)[:3], max(WORDS), [w for w in WORDS if w.isascii()], "".join(w[0] for w in WORDS))
text = "Ärger über Öl, ärger ÜBER öl"
print({w.casefold().strip(","): [x.casefold().strip(",") for x in text.split()].count(w.casefold().strip(",")) for w in text.split()}, text.count("r"), text.find("Öl"), text.replace("Ö", "Oe"), text.swapcase(), text.translate({ord("ü"): "ue", ord("Ü"): "UE"}))
print("日本語テキスト"[2:5], "日本" in "日本語", "a日b".index("b"), "日,本".split(","), "日本".center(6, "*"), "|".join("日本"), "é" == "e\u0301", "ß".upper().lower(), "ǅ".istitle(), "٣".isdigit(), int("٣٤"), "Ⅷ".isnumeric(), "x²".isalnum())
print("🙂".encode("utf-8"), "🙂".encode("utf-16-le"), "é".encode("latin-1"), b"\xf0\x9f\x99\x82".decode(), [hex(ord(c)) for c in "aé€🙂"], chr(0x1F642), "\N{EURO SIGN}", "a\u200bb".split(), "a\u00a0b".split(), "\u2028".splitlines(), "x\x85y".splitlines(), "\u3000".isspace())
变量, été = 1, "summer"
print(变量 + 1, été, "été" in globals(), f"{'é':>4}|{'日':<4}|{'🙂':^5}|", "%5s|%-5s|" % ("é", "日"), "é".zfill(3))
