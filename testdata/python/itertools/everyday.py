# Iterators made of iterators.
import itertools as it
import operator

print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4, 1, 5], max)), list(it.accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(it.chain("ab", [1], (2,))), list(it.chain.from_iterable([[1, 2], [3]])), list(it.compress("abcdef", [1, 0, 1, 0, 1, 1])))
print(list(it.islice(it.count(5, 3), 4)), list(it.islice("abcdefg", 2, None, 2)), [next(it.cycle("xy")) for _ in range(3)], list(it.repeat("z", 3)))
print(list(it.dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(it.takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(it.filterfalse(lambda x: x % 2, range(6))))
for key, group in it.groupby(sorted(["apple", "bob", "avocado", "cat", "bear"]), key=lambda w: w[0]):
    print(key, list(group))
print(list(it.starmap(pow, [(2, 5), (3, 2)])), list(it.zip_longest("ABC", "xy", fillvalue="-")), list(it.pairwise([1, 2, 3, 4])))
print(list(it.product("AB", repeat=2)), list(it.permutations([1, 2, 3], 2)), list(it.combinations("ABCD", 2)), list(it.combinations_with_replacement("AB", 2)))
print(list(it.batched("ABCDEFG", 3)), [list(x) for x in it.tee([1, 2], 2)])
print(sum(1 for _ in it.permutations(range(6))), list(it.product()), list(it.combinations([], 0)), list(it.permutations("ab", 3)))
for bad in (lambda: list(it.islice([1], -1)), lambda: it.count("a"), lambda: list(it.batched([1], 0)), lambda: list(it.batched([1, 2, 3], 2, strict=True))):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
