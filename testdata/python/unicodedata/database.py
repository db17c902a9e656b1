# Slugs, accents, widths and kinds of characters.
import re
import unicodedata


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


print(slug("Crème Brûlée à la façon d'Été №5 ﬁne"), without_accents("Ångström Žižek Việt Nam naïve"), width("日本語 text"))
print([unicodedata.category(c) for c in "aA1 _-(«+$^°\n\u0301가字\U0001f600\u0378"])
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, ascii(unicodedata.normalize(form, "e\u0301 é ﬁ ½ Å ㎏ 한 ḍ̇ q\u0307\u0323 \u1100\u1161\u11a8 ｱ ²")), unicodedata.is_normalized(form, "é"))
print([unicodedata.decomposition(c) for c in "éﬁ½Å²ａa"], [unicodedata.combining(c) for c in "\u0301\u0323\u0345a"])
print([unicodedata.numeric(c, None) for c in "5½Ⅷ²٣a"], [unicodedata.digit(c, None) for c in "5²٣½"], [unicodedata.decimal(c, None) for c in "5²٣"])
print(unicodedata.name("ä"), unicodedata.name("€"), unicodedata.name("한"), unicodedata.name("字"), unicodedata.name("\n", "none"))
print(unicodedata.lookup("LATIN SMALL LETTER A WITH DIAERESIS"), unicodedata.lookup("euro sign"), unicodedata.unidata_version)
words = ["zebra", "Äpfel", "apfel", "Zoo", "éclair"]
print(sorted(words, key=lambda w: unicodedata.normalize("NFKD", w).casefold()))
for wrong in (lambda: unicodedata.name("\n"), lambda: unicodedata.lookup("NO SUCH"), lambda: unicodedata.normalize("X", "a"), lambda: unicodedata.numeric("a"), lambda: unicodedata.category("ab")):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__)
