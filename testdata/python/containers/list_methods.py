# Methods and operators of list.
def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e.args)


a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.extend("ab")
a.extend(x for x in [7])
a += {8: 0}
a += (9,)
print(a, len(a))
a.insert(0, "first")
a.insert(-1, "almost")
a.insert(1000, "last")
a.insert(-1000, "zero")
print(a)
a.remove(4)
print(a.pop(), a.pop(0), a.pop(-2), a)
attempt(a.remove, "nothing")
attempt(a.index, "nothing")
attempt([].pop)
attempt(a.index, "b", 3)
attempt(a.index, "b", 3, 5)
attempt([1, 2, 1, 2].index, 2, -2, 100)
attempt([1, 2, 1, 2].index, 1, 1, 2)
attempt(a.insert, "x", 1)
print([1, 2, 1, True, 1.0].count(1), [].count(1))
b = a[:]
b.reverse()
print(b, b == a, b[::-1] == a, a is not a.copy(), a == a.copy())
print([1, 2] * 3, 2 * [0], [1] * 0, [1] * -5, [[]] * 2)
b = [1, 2]
b *= 3
print(b)
b *= 0
print(b)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 5], [1] >= [1], [1] != [1], [1, "a"] == [1, "a"])
for wrong in (lambda: [1] + (2,), lambda: [1] < (2,), lambda: [1] * "a", lambda: [1] * 1.5, lambda: [1, "a"] < [1, 2], lambda: hash([])):
    try:
        wrong()
    except TypeError:
        print("TypeError", end=" ")
print()
nan = float("nan")
print(nan in [nan], [nan] == [nan], [nan].index(nan), [nan].count(nan), (nan,) == (nan,), nan in (nan,))
same = [1]
same.append(same)
same.append((same,))
print(same, repr({"s": same}))
s = [1, 2]
s.extend(s)
s += s
print(s)


class Stack(list):
    def push(self, x):
        self.append(x)

    def top(self):
        return self[-1]


s = Stack([1])
s.push(2)
print(s, s + [3], [0] + s, s == [1, 2], [1, 2] == s, [0, 1] < s, s.top(), len(s), s[::-1], s * 2, list(s), tuple(s))
s.extend(s)
print(s, type(s).__name__, type(s[:]).__name__, type(s + s).__name__)


class Row(tuple):
    pass


r = Row((3, 4))
r.label = "x"
print((1, 2) + r, r + (5,), r == (3, 4), (3, 4) == r, r < (3, 5), r * 2, r[::-1], r.index(4), r.count(3), 3 in r)
total = ()
total += Row(range(3))
print(total, hash(Row((1, 2))) == hash((1, 2)), {(1, 2): "found"}[Row((1, 2))])
it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it))
grown = [1, 2]
it = iter(grown)
print(list(it))
grown.append(3)
print(list(it))
rev = reversed([1, 2, 3])
print(next(rev), rev.__length_hint__(), list(rev), list(rev))
for x in (grown := [1, 2, 3]):
    if len(grown) < 6:
        grown.append(x * 10)
print(grown)
