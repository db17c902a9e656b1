# Stock moves, reorder points, alerts by callback, value by first in first out.
from collections import deque


class Stock:
    def __init__(self):
        self.items, self.alerts, self.listeners = {}, [], []

    def on_low(self, f):
        self.listeners.append(f)
        return f

    def receive(self, name, n, cost, minimum=0):
        item = self.items.setdefault(name, {"lots": deque(), "min": minimum})
        item["lots"].append([n, cost])

    def count(self, name):
        return sum(n for n, _ in self.items[name]["lots"])

    def ship(self, name, n):
        if self.count(name) < n:
            raise ValueError(f"{name}: {self.count(name)} there, {n} wanted")
        cost, lots = 0, self.items[name]["lots"]
        while n:
            take = min(n, lots[0][0])
            cost += take * lots[0][1]
            lots[0][0] -= take
            n -= take
            if not lots[0][0]:
                lots.popleft()
        if self.count(name) < self.items[name]["min"]:
            for f in self.listeners:
                f(name, self.count(name))
        return cost


s = Stock()


@s.on_low
def order(name, left):
    print(f"order {name}, {left} left")


s.receive("bolt", 100, 2, minimum=50)
s.receive("bolt", 50, 3)
s.receive("saw", 2, 150, minimum=1)
print(s.ship("bolt", 90), s.ship("bolt", 20), s.items["bolt"])
print(s.ship("saw", 1), s.ship("saw", 1))
try:
    s.ship("saw", 1)
except ValueError as e:
    print("ValueError:", e)
print({n: (s.count(n), sum(k * c for k, c in i["lots"])) for n, i in s.items.items()})
