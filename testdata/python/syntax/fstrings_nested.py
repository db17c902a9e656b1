# f-strings: nesting, quotes, specs with fields, conversions, self-documenting, multi-line.
from datetime import date
from decimal import Decimal

name, width, x, d = "Ann", 10, 3.14159, {"k": [1, 2]}
print(f"{name!r:>{width}}|{x:.{2}f}|{x:{width}.{3}}|{d['k'][0]}|{d["k"]}|{name.upper() + '!'}")
print(f"{x = }", f"{x=:.2f}", f"{name = !s}", f"{1 + 1 = }", f"{ name=}", f"{{literal}} {{{name}}}", f"{'nested ' + f'{name} {f"{x:.1f}"}'}")
print(f"{1000000:,} {1234.5:_.1f} {255:#x} {255:08b} {5:+} {-5: d} {0.25:.0%} {1e10:g} {12345:e} {65:c} {True:d} {'é':*^5} {3:<3}| {2.5:^+8.2f}|")
print(f"{date(2024, 2, 29):%d/%m/%Y} {Decimal('1.50'):>6} {[1, 2]!s:>10} {None!r:5}| {'a' if x > 3 else 'b'} {(lambda v: v * 2)(4)} {', '.join(str(i) for i in range(3))}")
print(f"""multi
{
    x
    + 1:.1f} line""", f"a{''}b", f'{"quote"}', rf"\n{x:.0f}", f"{x!r}" f"{name}" "plain {x}", f"{x:{'>' + str(8)}}")


class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec): return f"<{spec or 'none'}:{self.v}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"


m = Money(5)
print(f"{m} {m:abc} {m!s} {m!r} {m!a} {m=} {m=!s} {m:{'x' * 2}}")
for code in ("f'{}'", "f'{x'", "f'{x!z}'", "f'}'", "f'{x!}'", "f'{a b}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{x:{y:{z:{w}}}}'", "f'{=}'"):
    try:
        compile(code, "t", "eval")
        print(code, "| fine")
    except SyntaxError as e:
        print(code, "|", e.msg)
for bad in (lambda: f"{'a':d}", lambda: f"{5:s}", lambda: f"{[]:>5}", lambda: f"{1.5:x}", lambda: f"{undefined}", lambda: f"{'x':,}", lambda: f"{3:.2}"):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
