# Islands on a map counted by joining neighbours; a spanning tree by the same means.
class Sets:
    def __init__(self): self.parent, self.size = {}, {}

    def find(self, x):
        self.parent.setdefault(x, x)
        self.size.setdefault(x, 1)
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size.pop(b)
        return True


MAP = ["##..#", "#...#", "..#..", ".###.", "#...#"]
s = Sets()
land = {(r, c) for r, row in enumerate(MAP) for c, ch in enumerate(row) if ch == "#"}
for r, c in sorted(land):
    s.find((r, c))
    for n in ((r + 1, c), (r, c + 1)):
        if n in land:
            s.union((r, c), n)
print(len(s.size), sorted(s.size.values(), reverse=True), len(land))
EDGES = [(7, "A", "B"), (5, "B", "C"), (8, "A", "C"), (9, "B", "D"), (7, "C", "D"), (5, "D", "E"), (2, "E", "F")]
t = Sets()
tree = [(w, a, b) for w, a, b in sorted(EDGES) if t.union(a, b)]
print(tree, sum(w for w, *_ in tree), len({t.find(x) for x in "ABCDEF"}))
