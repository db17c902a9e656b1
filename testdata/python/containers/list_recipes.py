# Everyday lists: chunks, rotations, transposing, removing, flattening, windows, sorting by many keys.
data = [5, 3, 8, 1, 9, 2]
print([data[i:i + 4] for i in range(0, len(data), 4)], data[2:] + data[:2], data[::-1], data[-3:], data[::2], list(zip(*[[1, 2, 3], [4, 5, 6]])), [*map(list, zip(*["ab", "cd"]))])
print([x for row in [[1], [2, 3], []] for x in row], sum([[1], [2]], []), list(dict.fromkeys([3, 1, 3, 2, 1])), [a + b for a, b in zip(data, data[1:])], [max(data[i:i + 3]) for i in range(4)])
l = data[:]
l.append(7)
l.extend((4, 4))
l.insert(2, "x")
l.remove(3)
print(l, l.pop(), l.pop(0), l.index(8), l.count(4), l.index(9, 2), len(l))
l[1:3] = [0]
l[len(l):] = ["end"]
l[::3] = "abc"
del l[1::2]
print(l, l * 2, [None] * 3, [[0] * 2 for _ in range(2)], l == l[:], l is l[:])
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [[]] * 2 == [[], []], [1, 2] < [1, 3] < [2], [1] < [1, 0], ["a", "B"] > ["A"], [] == ())
people = [("Ann", 31, 1.7), ("bob", 25, 1.8), ("Cy", 31, 1.6)]
print(sorted(people, key=lambda p: (-p[1], p[2])), sorted(people, key=lambda p: p[0].lower(), reverse=True)[0], min(people, key=lambda p: p[2])[0])
people.sort(key=lambda p: p[1])
print([p[0] for p in people], sorted([3, "a", 2.5, "B"], key=str), sorted([True, 0, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), [*reversed(people)][0][0])
stack, queue = [], []
for x in "abc":
    stack.append(x)
    queue.insert(0, x)
print(stack.pop(), queue.pop(), stack[-1:], stack[5:], stack[-9:1], bool([]), [0] or "empty", [1, 2, 3].__contains__(2), 4 not in data)
it = iter(data)
print(list(zip(it, it)), [i for i, x in enumerate(data) if x > 4], next((x for x in data if x > 100), None), [x if x % 2 else -x for x in data], any(x > 8 for x in data), [y := 2, y * 2])
a = [1, 2, 3]
b = a
a += [4]
a = a + [5]
print(a, b, a.copy() is a, a.clear(), a, list("ab"), list(range(3)), list({"k": 1}), [1, [2, [3]]][1][1][0])
for bad in (lambda: [][0], lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(5), lambda: [1] + (2,), lambda: [1, "a"].sort(), lambda: [1] * "a", lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]), lambda: [] < 3, lambda: [1].append(), lambda: list(5), lambda: [1].insert("a", 1), lambda: [].sort(lambda x: x)):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
