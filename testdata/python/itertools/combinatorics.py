# Choices counted and listed: products, permutations, combinations, a magic square, a menu.
from itertools import accumulate, batched, chain, combinations, combinations_with_replacement, permutations, product
from math import comb, perm
from operator import mul

print(["".join(p) for p in product("ab", "12", repeat=1)], list(product(range(2), repeat=3))[-2:], list(permutations("abc", 2))[:3], list(combinations("abcd", 3)), list(combinations_with_replacement("ab", 3)))
print(len(list(combinations(range(8), 3))) == comb(8, 3), len(list(permutations(range(5), 3))) == perm(5, 3), list(product()), list(combinations("a", 2)), list(permutations([])))
squares = [p for p in permutations(range(1, 10)) if p[0] == 2 and p[1] == 7 and p[0] + p[1] + p[2] == 15 and sum(p[3:6]) == 15 and p[0] + p[3] + p[6] == 15 and p[1] + p[4] + p[7] == 15 and p[0] + p[4] + p[8] == 15 and p[2] + p[4] + p[6] == 15]
for s in squares:
    print(*batched(s, 3))
menu = {"soup": 3, "pasta": 8, "cake": 4, "wine": 6}
print([c for r in range(1, 5) for c in combinations(menu, r) if sum(map(menu.get, c)) == 14])
print(list(accumulate([1, 2, 3, 4], mul)), list(accumulate([3, 1, 4, 1], max)), list(accumulate("abc", initial="-")), [sum(c) for c in batched(range(10), 4)], list(chain([1], (2,), "3")))
print(sum(1 for a, b, c in combinations(range(1, 30), 3) if a * a + b * b == c * c), max(permutations("9304"), key=lambda p: int("".join(p)) if p[0] != "0" else 0))
for bad in (lambda: list(combinations("ab", -1)), lambda: product([1], repeat=-1), lambda: list(batched([1], 0)), lambda: permutations(3), lambda: list(batched([1, 2, 3], 2, strict=True))):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
