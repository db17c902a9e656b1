# Precedence, chains, literals.
print(1 < 2 < 3, 1 < 3 < 2, not 1 in [1], 1 not in [2], None is not ..., not not 0)
print(-2 ** 2, (-2) ** 2, ~5, - -3, 2 ** 3 ** 2, 7 // 2 * 2 + 7 % 2, 1 | 2 ^ 3 & 4 << 1)
print(0x_ff, 1_000, 0b1_0, 0o17, .5, 5., 1_0.0_1, 1e3, 0xAbC, 1E-2)
print(1 if 0 else 2 if 0 else 3, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3), (lambda x, /, y=2, *, z: (x, y, z))(1, z=3))
print(1 and 2 or 3, 0 and 1, 0 or "" or [], [] and 1, not (1 and 0))
print(0 if False else 1, 5 if 1 < 2 < 3 else 6)
x = 5
x += 1; x <<= 2; x **= 2; x //= 5; x ^= 3; x %= 50
print(x)
print("a" "b" 'c', b"a" b"b", r"\n", "\x41\u0042\U00000043\103", "\
cont", '\'', "\"", """a"b""c""")
print([1, 2,
       3], (
    4), {
    5,
})
if (n := 10) > 5 and (m := n * 2): print(n, m)
print([y := 1, y ** 2], [last := i for i in range(3)], last)
print(any((found := v) > 2 for v in [1, 2, 3, 4]), found)
print(... is Ellipsis, __debug__, (1,), (), ((1)))
log = []


def note(value):
    log.append(value)
    return value


{note(1): note(2), note(3): note(4)}
note(5) if note(6) else note(7)
[note(8), note(9)][note(0)]
note(10) < note(11) < note(0) < note(12)
{note(13): note(14) for _ in [1]}
note([15])[note(0)] = note(16)
print([v for v in log if v != [16]])
