# Strings are values: no method changes them.
s = "Immutable"
t = s
t += " not"
print(s, t, s.upper(), s)
for change in ("s[0] = 'x'", "del s[0]", "s.x = 1", "b'ab'[0] = 1"):
    try:
        exec(change)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
parts = []
base = "x" * 300
for i in range(5):
    parts.append(base + str(i))
print([p[-2:] for p in parts], len(base), base + "a" == "x" * 300 + "a", (base + "a") + "b" == base + "ab")
grow = base
kept = []
for i in range(40):
    grow += str(i)
    kept.append(grow)
print(all(k == base + "".join(str(j) for j in range(i + 1)) for i, k in enumerate(kept)), len(grow))
open_name = grow[:3] + "é"
print(open_name, int(("1" * 300 + "2")[:5]), float((base + "1.5")[300:]))
