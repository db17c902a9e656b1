# Coroutines as robots on a grid, driven by send(), with collisions found.
def robot(name, x, y):
    steps = 0
    while True:
        command = yield name, x, y, steps
        if command is None:
            continue
        way, *n = command.split()
        dx, dy = {"N": (0, 1), "S": (0, -1), "E": (1, 0), "W": (-1, 0)}.get(way, (None, None))
        if dx is None:
            raise ValueError(f"{name} does not know {way!r}")
        k = int(n[0]) if n else 1
        x, y, steps = x + dx * k, y + dy * k, steps + k


class Field:
    def __init__(self, **starts):
        self.robots = {n: robot(n, *p) for n, p in starts.items()}
        self.at = {n: next(r)[1:3] for n, r in self.robots.items()}

    def move(self, name, command):
        try:
            _, x, y, _ = self.robots[name].send(command)
        except (ValueError, StopIteration) as e:
            return f"{type(e).__name__}: {e}"
        hit = [n for n, p in self.at.items() if p == (x, y) and n != name]
        self.at[name] = x, y
        return f"{name} at {x},{y}" + (f" hits {hit[0]}" if hit else "")

    def show(self, w=5, h=3):
        where = {p: n for n, p in self.at.items()}
        return "\n".join("".join(where.get((x, y), ".")[0] for x in range(w)) for y in reversed(range(h)))


f = Field(a=(0, 0), b=(3, 1))
print(f.show())
for name, command in (("a", "E 3"), ("b", "N"), ("a", "N"), ("a", "N"), ("b", "fly"), ("b", "N"), ("a", "W x")):
    print(f.move(name, command))
print(f.show())
