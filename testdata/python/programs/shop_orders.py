"""Order pipeline: protocols, generics, enums, decimal money, context managers, pattern matching."""
from __future__ import annotations
from contextlib import contextmanager, ExitStack
from dataclasses import dataclass, field, replace, asdict
from decimal import Decimal, ROUND_HALF_UP
from enum import Enum, Flag, auto
from functools import singledispatchmethod, cached_property, reduce
from itertools import groupby, accumulate, pairwise, batched
from operator import attrgetter, itemgetter
from typing import Protocol, Iterator, Callable, NamedTuple, runtime_checkable
import json, re, textwrap

class Status(Enum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"
    @property
    def done(self): return self is Status.SHIPPED
    def __str__(self): return self.value.title()

class Perm(Flag):
    READ = auto(); WRITE = auto(); ADMIN = READ | WRITE

@runtime_checkable
class Priced(Protocol):
    @property
    def price(self) -> Decimal: ...

@dataclass(order=True, frozen=True, slots=True)
class Item:
    sku: str
    price: Decimal = field(compare=False)
    tags: tuple[str, ...] = ()

@dataclass
class Order:
    id: int
    items: dict[Item, int] = field(default_factory=dict)
    status: Status = Status.NEW
    log: list[str] = field(default_factory=list, repr=False)
    def __post_init__(self): self.log.append(f"created #{self.id:05d}")
    @cached_property
    def total(self) -> Decimal:
        return sum((i.price * n for i, n in self.items.items()), Decimal()).quantize(Decimal("0.01"), ROUND_HALF_UP)
    @singledispatchmethod
    def add(self, what): raise NotImplementedError(f"cannot add {type(what).__name__}")
    @add.register
    def _(self, what: Item): self.items[what] = self.items.get(what, 0) + 1; return self
    @add.register(list)
    def _(self, what):
        for w in what: self.add(w)
        return self

class Line(NamedTuple):
    sku: str
    n: int = 1

def parse(text: str) -> Iterator[Line]:
    for m in re.finditer(r"(?P<n>\d+)\s*x\s*(?P<sku>[A-Z]{2}-\d+)", text):
        yield Line(m["sku"], int(m["n"]))

@contextmanager
def audit(order: Order, who: str, perm: Perm = Perm.READ):
    if Perm.WRITE not in perm: raise PermissionError(f"{who} may not write ({perm!r})")
    order.log.append(f"{who} begins")
    try: yield order
    except ValueError as e:
        order.log.append(f"{who} failed: {e}")
        e.add_note(f"while {who} edited #{order.id}")
        raise
    else: order.log.append(f"{who} done")

catalog = {i.sku: i for i in (Item("AB-1", Decimal("19.995"), ("toy", "red")), Item("AB-2", Decimal("5")), Item("ZZ-9", Decimal("0.10"), ("tiny",)))}
o = Order(42)
with audit(o, "ann", Perm.ADMIN) as w:
    for line in parse("2 x AB-1, 3xZZ-9 and 1 x AB-2"):
        w.add([catalog[line.sku]] * line.n)
print(o, o.total, isinstance(catalog["AB-1"], Priced))
try:
    with audit(o, "bob"): pass
except PermissionError as e: print(type(e).__name__, e)
try:
    with audit(o, "eve", Perm.ADMIN): raise ValueError("bad sku")
except ValueError as e: print(e.__notes__)
print(*o.log, sep="; ")
try: o.add(3.5)
except NotImplementedError as e: print(e)
def describe(x):
    match x:
        case Order(status=Status.NEW, items=items) if not items: return "empty"
        case Order(id=n, status=Status(value=v)): return f"order {n} {v}"
        case Item(sku=str(s), tags=(first, *rest)): return f"{s}: {first}+{len(rest)}"
        case Item(sku, price): return f"{sku} at {price}"
        case {"op": "add" | "sub" as op, **rest}: return f"{op} {rest}"
        case [Line(s, n), *_]: return f"line {s} {n}"
        case _: return "?"
for x in (o, Order(1), catalog["AB-1"], {"op": "sub", "a": 1}, [Line("Q")], 3): print(describe(x))
try: catalog["AB-1"].sku = "x"
except Exception as e: print(type(e).__name__, e)
print(sorted(catalog.values(), reverse=True)[0], replace(catalog["AB-2"], price=Decimal("7")))
print(json.dumps(asdict(catalog["AB-2"]), default=str))
