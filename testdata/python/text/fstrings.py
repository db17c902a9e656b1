# f-strings with everything in them that people write.
name, n, pi, items = "Zoë", 42, 3.14159265, ["a", "b"]
print(f"{name} {name!r} {n:05d} {pi:.2f} {n:>8}|{name:<6}|{name:^7}|", f"{n:#x} {n:b} {1_000_000:,}", f"{items[0]} {items} {len(items)} {n * 2 + 1}", f"{{}} {{{n}}}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}f}|{name:*^{width}}|", f"{'nested ' + f'{n}'}", f"{n if n > 40 else 0}", f"{[x * 2 for x in (1, 2)]}", f"{ {'k': 1}['k'] }")
print(f"{n=} {pi=:.1f} {name=!s}", f"{'a' 'b'}", f"{None} {True!s:>6}", f"line one {n}" f" line two {n}")
