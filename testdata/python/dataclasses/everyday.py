from dataclasses import InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False, default="?")
    tags: list = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0


a, b = Item(2.5, "a"), Item(1.0)
print(a, a == Item(2.5, "b"), a > b, sorted([a, b]), asdict(a), astuple(b), replace(a, price=3), [f.name for f in fields(Item)], is_dataclass(a), a.tags is b.tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    x: int
    y: int = 0

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("negative")


p = Point(x=1)
print(p, hash(p) == hash(Point(x=1, y=0)), {p: 1}[Point(x=1)], hasattr(p, "__dict__"))


@dataclass
class Child(Item):
    extra: InitVar[int] = 5
    total: float = field(init=False)

    def __post_init__(self, extra):
        self.total = self.price + extra


print(Child(1.0, extra=2), Child.__match_args__, make_dataclass("M", [("q", int), ("r", int, 4)])(1))
for bad in (lambda: setattr(p, "x", 2), lambda: Point(x=-1), lambda: Point(1), lambda: Item(), lambda: dataclass(type("D", (), {"__annotations__": {"x": list}, "x": []})), lambda: make_dataclass("N", [("a", int, 1), ("b", int)])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
match a:
    case Item(price, name):
        print(price, name)
