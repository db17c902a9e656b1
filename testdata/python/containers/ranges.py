# Ranges of any size.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], list(r[::-2]), r.start, r.stop, r.step)
print(11 in r, 12 in r, 11.0 in r, "x" in r, True in range(2), r.index(11), r.count(11), r.count(3))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) != range(4))
print(list(range(5, 0, -2)), list(range(5, 5)), list(range(3, 0)), bool(range(0)), bool(range(1)), range(10, 0, -3)[-1])
print(list(range(2**30 - 1, 2**30 + 2)), range(2**31 - 2)[-1], list(range(0x3C000000, 0x48000000, 0x04000000)))
print(list(reversed(range(2**30, 2**30 + 2))), list(reversed(range(5))), list(reversed(range(1, 10, 4))), list(reversed(range(0))))
big = range(10**20, 10**20 + 10, 3)
print(big, list(big), big[2], 10**20 + 3 in big, big.index(10**20 + 6), len(big), big[1:], hash(big) == hash(range(10**20, 10**20 + 12, 3)))
print(10**9 - 1 in range(10**9), 10**9 in range(10**9), 10**17 in range(0, 10**18, 10), range(10**12)[5:10], range(10**12)[::10**11][3], range(-10**15, 0)[-1])
total = 0
for i in range(10**18, 10**18 + 1000):
    total += i
print(total)
for wrong in (lambda: r[6], lambda: r[-7], lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(), lambda: range("a"), lambda: r.index(3), lambda: r["a"], lambda: r.__setitem__, lambda: len(range(10**20)), lambda: r[::0]):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, end=" ")
print()


class Three:
    def __index__(self):
        return 3


print(list(range(Three())), r[Three()], r[:Three()])
it = iter(range(3))
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
names = {range(3): "three"}
print(names[range(0, 3, 1)], sum(range(101)), max(range(5, 10)), min(range(5, 10)), sorted(range(3), reverse=True))
print([list(range(i)) for i in range(3)], dict(zip("ab", range(2))), [*range(2), *range(2)], tuple(range(3, 6)))
