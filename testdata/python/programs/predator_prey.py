# Rabbits and foxes on a ring of cells, with a seeded generator and a plot in text.
import random


class World:
    def __init__(self, size=40, seed=3):
        self.rng = random.Random(seed)
        self.cells = [""] * size
        for kind, n in (("r", 12), ("f", 4)):
            for at in self.rng.sample([i for i, c in enumerate(self.cells) if not c], n):
                self.cells[at] = kind
        self.hunger = {}
        self.history = []

    def neighbours(self, i):
        n = len(self.cells)
        return (i - 1) % n, (i + 1) % n

    def step(self):
        order = [i for i, c in enumerate(self.cells) if c]
        self.rng.shuffle(order)
        for i in order:
            match self.cells[i]:
                case "r":
                    free = [j for j in self.neighbours(i) if not self.cells[j]]
                    if free and self.rng.random() < 0.5:
                        self.cells[self.rng.choice(free)] = "r"
                case "f":
                    prey = [j for j in self.neighbours(i) if self.cells[j] == "r"]
                    if prey:
                        j = self.rng.choice(prey)
                        self.cells[j] = "f"
                        if self.rng.random() < 0.6:
                            self.cells[i] = ""
                    elif self.rng.random() < 0.4:
                        self.cells[i] = ""
        self.history.append((self.cells.count("r"), self.cells.count("f")))

    def __str__(self):
        return "".join(c or "." for c in self.cells)


w = World()
print(w)
for _ in range(12):
    w.step()
    r, f = w.history[-1]
    print(w, f"{r:>3} {f:>3}", "r" * (r // 4) + "f" * (f // 2))
print(max(w.history), min(f for _, f in w.history), World(seed=3).cells == World(seed=3).cells)
