# Words made of given letters, with jokers, scored and sorted.
from collections import Counter

WORDS = "cat act tack cattle late tale teal latte attack lack lake kale talc quiz jazz".split()
VALUES = dict.fromkeys("aeltc", 1) | {"k": 5, "q": 10, "z": 10, "j": 8, "u": 1, "i": 1}


def fits(word, rack):
    have, jokers = Counter(rack.replace("?", "")), rack.count("?")
    missing = Counter(word) - have
    return sum(missing.values()) <= jokers and missing


def score(word, missing):
    return sum(VALUES[c] * n for c, n in (Counter(word) - Counter(missing)).items()) + 10 * (len(word) > 5)


for rack in ("catlek", "tat?ca", "zz?j", "xyz", ""):
    found = [(score(w, m), w, "".join(sorted(m.elements()))) for w in WORDS if (m := fits(w, rack)) is not False]
    print(rack or "(none)", sorted(found, key=lambda t: (-t[0], t[1]))[:4])
groups = {}
for w in WORDS:
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
