# Recipes of itertools as people write them: sliding windows, round robin, unique, partition, powerset, nth.
from collections import deque
from itertools import chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, repeat, starmap, takewhile, tee, zip_longest


def sliding(it, n):
    it = iter(it)
    window = deque(islice(it, n - 1), maxlen=n)
    for x in it:
        window.append(x)
        yield tuple(window)


def roundrobin(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


def unique(it, key=None):
    seen = set()
    for x in it:
        if (k := key(x) if key else x) not in seen:
            seen.add(k)
            yield x


def partition(pred, it):
    a, b = tee(it)
    return list(filterfalse(pred, a)), list(filter(pred, b))


powerset = lambda s: chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print(list(sliding("abcde", 3)), "".join(roundrobin("ABC", "D", "EF")), "".join(unique("AbBCcAD", str.lower)), partition(lambda x: x % 2, range(7)))
print(["".join(p) for p in powerset("abc")], next(islice(count(10, 5), 3, None)), list(zip_longest("ab", "x", fillvalue="-")), list(compress("abcdef", cycle([1, 0, 0]))), list(pairwise([1, 4, 9, 16])))
print([(k, len(list(g))) for k, g in groupby("aaabccd")], list(takewhile(lambda x: x < 4, dropwhile(lambda x: x < 2, count()))), list(starmap(pow, zip(range(4), repeat(2)))), sum(1 for _ in takewhile(bool, [1, 1, 0, 1])), list(islice(cycle("ab"), 5)))
