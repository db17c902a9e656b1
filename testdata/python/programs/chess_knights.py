# Squares and moves: knight's tours and shortest paths, rooks and bishops that see one another.
from collections import deque
from itertools import combinations, product

MOVES = [(a, b) for a, b in product((-2, -1, 1, 2), repeat=2) if abs(a) != abs(b)]


def square(text):
    return "abcdefgh".index(text[0]), int(text[1]) - 1


def name(p):
    return f"{'abcdefgh'[p[0]]}{p[1] + 1}"


def moves(p, n=8):
    return [(p[0] + a, p[1] + b) for a, b in MOVES if 0 <= p[0] + a < n and 0 <= p[1] + b < n]


def path(a, b):
    before, todo = {a: None}, deque([a])
    while todo:
        p = todo.popleft()
        if p == b:
            out = []
            while p:
                out.append(name(p))
                p = before[p]
            return out[::-1]
        for q in sorted(moves(p)):
            if q not in before:
                before[q] = p
                todo.append(q)


def tour(n, start=(0, 0)):
    seen, trail = {start}, [start]
    while len(trail) < n * n:
        options = [q for q in moves(trail[-1], n) if q not in seen]
        if not options:
            return None
        q = min(options, key=lambda q: (sum(r not in seen for r in moves(q, n)), q))
        seen.add(q)
        trail.append(q)
    return trail


def attacks(kind, a, b, others):
    dx, dy = b[0] - a[0], b[1] - a[1]
    if kind == "N":
        return (dx, dy) in MOVES
    straight, diagonal = dx == 0 or dy == 0, abs(dx) == abs(dy)
    if not ("R" in kind and straight or "B" in kind and diagonal):
        return False
    k = max(abs(dx), abs(dy))
    return not any((a[0] + dx * i // k, a[1] + dy * i // k) in others for i in range(1, k))


print(path(square("a1"), square("h8")), len(path(square("a1"), square("b2"))) - 1, path(square("e4"), square("e4")))
t = tour(6)
print(t and " ".join(map(name, t)), sorted(t) == sorted(product(range(6), repeat=2)))
for row in zip(*[iter(sorted(range(36), key=lambda i: t[i][::-1]))] * 6):
    print(" ".join(f"{i:>2}" for i in row))
pieces = {"a1": "R", "a5": "B", "c3": "N", "e5": "RB", "h8": "B"}
at = {square(k): v for k, v in pieces.items()}
print([f"{at[a]}{name(a)}x{name(b)}" for a in at for b in at if a != b and attacks(at[a], a, b, at)])
print(len([1 for a, b in combinations(product(range(4), repeat=2), 2) if attacks("N", a, b, {})]), len(moves((0, 0))), len(moves((3, 3))))
