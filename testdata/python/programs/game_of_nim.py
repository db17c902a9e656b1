# Nim played perfectly: xor of heaps, a recursive check of all positions, a game printed.
from functools import cache, reduce
from operator import xor


@cache
def winning(heaps):
    return any(not winning(tuple(sorted(h for h in rest if h))) for rest in moves(heaps))


def moves(heaps):
    for i, h in enumerate(heaps):
        for take in range(1, h + 1):
            yield heaps[:i] + (h - take,) + heaps[i + 1:]


def best(heaps):
    s = reduce(xor, heaps, 0)
    for i, h in enumerate(heaps):
        if h ^ s < h:
            return i, h - (h ^ s)
    i = max(range(len(heaps)), key=lambda i: heaps[i])
    return i, 1


wrong = [(a, b, c) for a in range(4) for b in range(a, 4) for c in range(b, 4) if winning(tuple(sorted(x for x in (a, b, c) if x))) != bool(a ^ b ^ c)]
print("theory holds:", not wrong, winning.cache_info().currsize)
heaps, player = [3, 4, 5], 0
while any(heaps):
    i, n = best(tuple(heaps))
    heaps[i] -= n
    print(f"{'AB'[player]} takes {n} from heap {i + 1}: {' '.join('|' * h or '.' for h in heaps)}  (sum {reduce(xor, heaps)})")
    player ^= 1
print("winner", "AB"[player ^ 1])
print([best((n, n)) for n in (1, 5)], best((1, 2, 3)), best((7,)), winning((1, 2, 3)), winning((2, 2)), winning(()))
