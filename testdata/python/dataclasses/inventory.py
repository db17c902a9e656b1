# An inventory of dataclasses: defaults, factories, checks after init, sorting, conversion.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar
import json


@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    _: KW_ONLY
    tags: list[str] = field(default_factory=list, compare=False)
    discount: InitVar[float] = 0.0

    def __post_init__(self, discount):
        if self.price < 0:
            raise ValueError(f"negative price: {self.price}")
        self.price = round(self.price * (1 - discount), 2)
        self.sort_index = self.price * self.quantity

    @property
    def total(self):
        return self.price * self.quantity


items = [Item("nut", 0.1, 500), Item("bolt", 0.25, 40, tags=["steel"]), Item("saw", 20, 2, discount=0.5)]
for i in sorted(items):
    print(i, i.total)
print(json.dumps([asdict(i) for i in items]))
print(astuple(items[1]), max(items).name)
print([(f.name, f.init, f.repr, f.compare, f.kw_only) for f in fields(Item)])
print(items[0] == Item("nut", 0.1, 500), items[0] != items[1], items[0] < items[1])
b = replace(items[1], name="nail", discount=0)
print(b, b.tags is items[1].tags)
for bad in (lambda: Item("x", -1), lambda: Item("x"), lambda: Item("x", 1, 2, ["t"]), lambda: replace(items[0], sort_index=1, discount=0), lambda: items[0] < 3):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
