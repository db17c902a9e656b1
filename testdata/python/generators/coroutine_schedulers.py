# Tasks as generators under a small scheduler: spawn, sleep, wait, results, errors.
import heapq
from collections import deque


class Loop:
    def __init__(self):
        self.ready, self.asleep, self.now, self.n, self.results, self.waiting = deque(), [], 0, 0, {}, {}

    def spawn(self, gen, name):
        self.ready.append((name, gen, None))
        return name

    def step(self, name, gen, value):
        try:
            request = gen.throw(value) if isinstance(value, Exception) else gen.send(value)
        except StopIteration as e:
            self.results[name] = e.value
        except Exception as e:
            self.results[name] = e
        else:
            match request:
                case ("sleep", t):
                    self.n += 1
                    heapq.heappush(self.asleep, (self.now + t, self.n, name, gen))
                case ("spawn", child, child_name):
                    self.ready.append((name, gen, self.spawn(child, child_name)))
                case ("wait", other) if other in self.results:
                    self.ready.append((name, gen, self.results[other]))
                case ("wait", other):
                    self.waiting.setdefault(other, []).append((name, gen))
                case None:
                    self.ready.append((name, gen, None))
                case _:
                    self.ready.append((name, gen, ValueError(f"what is {request!r}?")))
            return
        for n, g in self.waiting.pop(name, ()):
            self.ready.append((n, g, self.results[name]))

    def run(self):
        while self.ready or self.asleep:
            if not self.ready:
                self.now, _, name, gen = heapq.heappop(self.asleep)
                self.ready.append((name, gen, None))
            self.step(*self.ready.popleft())
        return self.results


loop = Loop()


def worker(name, pauses):
    for p in pauses:
        yield "sleep", p
        print(f"{loop.now:>3} {name}")
    return sum(pauses)


def broken():
    yield
    raise OSError("disk full")


def main():
    a = yield "spawn", worker("a", [1, 2, 3]), "a"
    b = yield "spawn", worker("b", [2, 2]), "b"
    c = yield "spawn", broken(), "c"
    try:
        yield "coffee"
    except ValueError as e:
        print("ValueError:", e)
    totals = []
    for x in (a, b):
        totals.append((yield "wait", x))
    try:
        yield "wait", c
    except OSError as e:
        totals.append(str(e))
    return totals


loop.spawn(main(), "main")
for k, v in sorted(loop.run().items()):
    print(k, repr(v))
