# Round robins, tournaments, seatings and combinations of a menu.
from itertools import combinations, permutations, product, cycle, islice, zip_longest, chain, count, combinations_with_replacement

teams = ["A", "B", "C", "D"]
print(list(combinations(teams, 2)))


def rounds(teams):
    fixed, rest = teams[0], teams[1:]
    for _ in rest:
        order = [fixed, *rest]
        half = len(order) // 2
        yield list(zip(order[:half], order[:half - 1:-1]))
        rest = rest[1:] + rest[:1]


for i, r in enumerate(rounds(teams), 1):
    print(i, r)


def roundrobin(*iterables):
    pending = [iter(x) for x in iterables]
    while pending:
        for it in list(pending):
            try:
                yield next(it)
            except StopIteration:
                pending.remove(it)


print("".join(roundrobin("ABC", "D", "EF")))
print(list(islice(zip(cycle("xyz"), count(10, 5)), 4)), list(zip_longest("ab", "c", fillvalue="-")))
print([a + b for a, b in product("ab", repeat=2)], list(product([1, 2], "x", [None])), len(list(permutations(range(5), 3))))
print(["".join(p) for p in permutations("abc")], list(combinations_with_replacement([1, 2, 3], 2)), list(combinations("ab", 3)), list(product()))
print(list(chain.from_iterable(["ab", [1], ()])), list(permutations([], 0)))
