# zip(strict=True), iter with a sentinel, keywords of built-in functions.
print(list(zip("ab", [1, 2], strict=True)), list(zip()), list(zip([1])), list(zip("abc", [1])))
for lists in (("ab", [1]), ("a", [1, 2]), ("ab", [1, 2], [3]), ("a", [1], [2, 3])):
    try:
        list(zip(*lists, strict=True))
    except ValueError as error:
        print(error)
items = [3, 2, 1, 0, 9]
print(list(iter(lambda: items.pop(0), 0)), items)
print(sum([1, 2], start=3), round(2.567, ndigits=1), round(number=2.5), pow(2, 5, mod=7), pow(base=2, exp=3))
print(max([], default=7), max([1, 2], key=lambda v: -v), sorted([3, 1], key=None, reverse=True))
print("a", "b", sep="-", end="!\n", flush=True)
print("a", "b", sep=None, end=None)
print(list(enumerate("ab", start=1)), int("ff", base=16), "a,b".split(sep=","), "a b c".split(maxsplit=1))


def countdown(n):
    while n:
        yield n
        n -= 1


print(dict(zip("abc", countdown(3))), next(zip([], []), "nothing"))
