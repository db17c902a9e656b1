# Dataclasses with defaults, order and replacement.
from dataclasses import asdict, dataclass, field, replace


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    count: int = 1

    def cost(self):
        return self.price * self.count


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


@dataclass
class Basket:
    owner: str
    items: list = field(default_factory=list)


baskets = []
for i in range(60):
    basket = Basket("owner %d" % i)
    for j in range(20):
        basket.items.append(Item((i * 7 + j * 3) % 50 / 4, "item %d" % j, j % 3 + 1))
    baskets.append(basket)
total = sum(item.cost() for b in baskets for item in b.items)
first = sorted(item for b in baskets for item in b.items)[0]
points = {Point(i % 40, i % 25) for i in range(800)}
moved = [replace(p, y=p.y + 1) for p in sorted(points, key=lambda p: (p.x, p.y))]
print(total, first, len(points), moved[3], len(str(asdict(baskets[0]))), Point(1, 2) == Point(1, 2))
