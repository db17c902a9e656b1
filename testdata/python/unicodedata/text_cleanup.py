# Names cleaned for search: accents off, widths folded, letters of other scripts named.
import unicodedata as ud

NAMES = ["José Núñez", "ＡＢＣ１２", "ﬁancée", "Ångström", "Straße", "Ⅷ½²", "Ἀθῆναι", "e\u0301", "Łódź", "日本"]


def fold(s):
    return "".join(c for c in ud.normalize("NFKD", s) if not ud.combining(c)).casefold()


for n in NAMES:
    print(f"{n!r:<20}{fold(n)!r:<18}", [len(ud.normalize(f, n)) for f in ("NFC", "NFD", "NFKC", "NFKD")], ud.is_normalized("NFC", n))
for c in "aÀß€5٣½Ⅷ_ \t\u200dあ中😀́":
    print(f"U+{ord(c):04X}", ud.category(c), ud.east_asian_width(c), ud.combining(c), ud.numeric(c, None), ud.digit(c, None), ud.name(c, "?") if c in "aÀß€5_ " else "")
print(ud.lookup("GREEK SMALL LETTER OMEGA"), ud.decomposition("é"), ud.decomposition("ﬁ"), ud.normalize("NFC", "e\u0301") == "é", ud.name("é"), ud.decimal("7"))
width = lambda s: sum(2 if ud.east_asian_width(c) in "WF" else 0 if ud.combining(c) else 1 for c in s)
for s in ("abc", "日本", "e\u0301x", "ＡＢ"):
    print(f"|{s}{' ' * (8 - width(s))}|", width(s))
kinds = {}
for c in "Ab1 ,é€\n中":
    kinds.setdefault(ud.category(c)[0], []).append(c)
print(kinds)
for bad in (lambda: ud.lookup("NO SUCH NAME"), lambda: ud.name("\x00"), lambda: ud.numeric("a"), lambda: ud.digit("½"), lambda: ud.normalize("XXX", "a"), lambda: ud.decimal("²")):
    try:
        bad()
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
