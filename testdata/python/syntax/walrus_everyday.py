# Assignment expressions where they help.
import re

data = iter(["3", "4", "x", "5", ""])
while (line := next(data)) != "":
    if m := re.fullmatch(r"\d+", line):
        print(int(m[0]) ** 2)
    else:
        print("no number:", line)
print([y for x in range(6) if (y := x * x) % 2], y)
print((n := 10) + n, [last := i for i in range(3)], last)
total = 0
print([total := total + v for v in (1, 2, 3)], total)
if any((bad := w).isupper() for w in ["ok", "BAD", "fine"]):
    print("found", bad)


def f(a, b=(c := 7)):
    return a + b


print(f(1), c, f(a := 2), a, f"{(z := 5)} {z:=5}", {(k := "key"): k.upper()}, (lambda: (q := 3) + q)())
print([(x, y) for x in range(3) if (y := x + 1) > 1], (1, w := 2, 3), w)
for code in ("x := 1", "[i := 0 for i in range(2)]", "(a.b := 1)", "[x for x in (x := [1])]", "f(a=b:=1)", "class A: [y := 1 for _ in range(1)]"):
    try:
        compile(code, "t", "exec")
        print(code, "| fine")
    except SyntaxError as e:
        print(code, "|", e.msg)
