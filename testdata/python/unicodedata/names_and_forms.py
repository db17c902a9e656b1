# Characters by name, category, value; texts in normal forms.
import unicodedata as u

for c in "aÉ5½€ß漢\u0301":
    print(repr(c), u.category(c), u.name(c, "?"), u.combining(c), u.numeric(c, None), u.decimal(c, None), u.digit(c, None), repr(u.decomposition(c)), u.east_asian_width(c))
s = "e\u0301cole ﬁn ①"
print([u.normalize(f, s) for f in ("NFC", "NFD", "NFKC", "NFKD")], [len(u.normalize(f, s)) for f in ("NFC", "NFD")], u.is_normalized("NFC", "é"))


def strip_accents(text):
    return "".join(c for c in u.normalize("NFD", text) if not u.combining(c))


print(strip_accents("Çà et là, Ångström naïve Łódź"), u.lookup("LATIN SMALL LETTER E WITH ACUTE"), "\N{GREEK SMALL LETTER ALPHA}")
for bad in (lambda: u.name("\0"), lambda: u.lookup("NO SUCH NAME"), lambda: u.numeric("a"), lambda: u.digit("½"), lambda: u.normalize("X", "a")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(sorted({u.category(chr(i)) for i in range(128)}))
