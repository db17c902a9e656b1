# Counters as bags: arithmetic, most common, elements, missing keys, totals, comparisons.
from collections import Counter

a, b = Counter("abracadabra"), Counter(a=2, z=3)
print(a, a.most_common(2), a["nope"], "nope" in a, sum(a.values()), a.total(), sorted(a.elements())[:6], len(a))
print(a + b, a - b, b - a, a & b, a | b, +Counter(x=-1, y=2), -Counter(x=-1, y=2), a >= Counter("abc"), Counter(a=1) == Counter(a=1, b=0), Counter() <= a)
a.update("zz")
a.subtract({"a": 7, "q": 1})
print(a, [k for k, n in a.items() if n < 0], a.pop("q"), a.copy() == a)
del a["a"]
a["new"] += 5
a.setdefault("b", 9)
print(a, dict(a)["new"], Counter([1, 1, 2]).most_common()[-1], Counter({"k": 2.5})["k"], list(Counter(x=2).elements()), Counter(["a b", "a b"]))
words = Counter("the cat the dog the end".split())
print(words.most_common(1), sorted(words, key=lambda w: (-words[w], w)), {n: [w for w in words if words[w] == n] for n in set(words.values())}, max(words.values()), words.keys() & {"cat", "x"})
inventory = Counter(nut=5, bolt=3)
inventory -= Counter(nut=2, bolt=3)
inventory += Counter(saw=1)
inventory |= Counter(nut=1)
print(inventory, Counter("aab") | Counter("abb"), Counter("aab") ^ Counter("a") if hasattr(Counter, "__xor__") else "no xor", repr(Counter()), Counter(a=1, b=1), Counter("ab") + Counter())
for bad in (lambda: Counter(1), lambda: Counter.fromkeys("ab"), lambda: a + {"x": 1}, lambda: Counter("a", "b"), lambda: Counter({"a": "x"}).total()):
    try:
        bad()
    except (TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)
