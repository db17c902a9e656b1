# Stars in displays, subscripts, returns, yields and targets.
a, *b, c = range(5)
print(a, b, c)
(a, b), c = (1, 2), 3
print(a, b, c)
[a, [b, *c]] = 1, (2, 3, 4)
print(a, b, c)
*a, = "xy"
print(a)
x = y = z = [1]
print(x is y is z)
print([*range(3), *"ab"], (*"xy", 1), sorted({*[1], 2}), sorted({**{1: 2}, 3: 4}.items()))


def pair():
    return *[1, 2], 3


def numbers():
    yield *[1], 2


print(pair(), next(numbers()))
table = {}
table[1, 2] = 3
table[(*[4], 5)] = 6
table[*[7], 8] = 9
print(sorted(table))
for first, *rest in [(1, 2, 3), "ab"]:
    print(first, rest)
print([*[*[1]], *()], [x for x in (*range(2), *range(3))])
del table[1, 2], (x, y)
print(sorted(table))
long_list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]
print(len(long_list), sum(long_list))

# Chained assignment evaluates the value once, then the targets from left to right.
log = []


def seen(name, value):
    log.append(name)
    return value


box = {}
seen("t1", box)[seen("k1", 1)] = seen("t2", box)[seen("k2", 2)] = seen("value", 9)
print(log, sorted(box.items()))
for bad in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b = ()", "[a] = 1, 2"):
    try:
        exec(bad)
    except ValueError:
        print("ValueError", bad)
