# Tables of text: alignment, numbers, rules, boxes, several styles of formatting.
ROWS = [("Apples", 3, 1.5), ("Bananas, ripe", 12, 0.25), ("Çilek", 100, 12345.678)]
print(f"{'item':<15}|{'n':^5}|{'price':>12}")
print("-" * 15 + "+" + "-" * 5 + "+" + "-" * 12)
for name, n, price in ROWS:
    print(f"{name:<15}|{n:^5d}|{price:>12,.2f}")
print("%-10s|%5d|%8.3f|%s" % ("old", 42, 3.14159, None), "{:>8}|{:<8}|{:^8}|{!r}".format("r", "l", "c", "q"), "{1}-{0}-{1}".format("a", "b"), "{x[0]} {y.real}".format(x=[7], y=2j))
widths = [max(len(str(r[i])) for r in ROWS) for i in range(3)]
for r in ROWS:
    print("  ".join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(r, widths))))


def box(*lines):
    w = max(map(len, lines))
    return "\n".join(["╔" + "═" * (w + 2) + "╗", *(f"║ {l.center(w)} ║" for l in lines), "╚" + "═" * (w + 2) + "╝"])


print(box("Hello", "wide world", "é"))
print("a,b;c".replace(";", ",").split(","), "x".zfill(4), "-5".zfill(5), "tab\tbed".expandtabs(4), "Title Case".swapcase(), "snake_case".title(), " pad ".strip().center(9, "*"), "a-b-c".rsplit("-", 1), "k=v=w".partition("="), "one\ntwo\r\n".splitlines())
print("ab" < "b", "Z" < "a", "10" < "9", sorted(["b", "A", "a", "B"], key=str.casefold), "abcabc".find("c", 3), "abc".translate({97: "1", 98: None}), "x=%(x)s" % {"x": 5}, "%5.1f%%" % 99.55, "%x %o %e %c %r" % (255, 8, 12345.678, "z", "q"))
for n in (0, 999, 1000, 1234567, -9876.5):
    print(f"{n:>12,} {n:+.1e} {n:012.2f} {n:<8}|")
print("é".encode(), len("é"), "ß".upper(), "ǅ".lower(), "İ".lower() == "i̇", "١٢".isdigit(), "½".isnumeric(), "abc1".isalnum(), "".isalpha(), "a b".isidentifier(), "\u200b".isprintable())
