"""Keep an inventory in a JSON file: add, sell, restock, report, and undo."""
from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Iterator, NamedTuple

logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s", stream=__import__("sys").stdout)
log = logging.getLogger("inventory")


class Kind(Enum):
    TOOL = auto()
    PART = auto()

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Item:
    name: str
    kind: Kind = field(compare=False)
    price: Decimal = field(compare=False)
    count: int = field(default=0, compare=False)

    def __post_init__(self):
        if self.count < 0:
            raise ValueError(f"{self.name}: count must not be negative, got {self.count}")

    @property
    def value(self) -> Decimal:
        return (self.price * self.count).quantize(Decimal("0.01"), ROUND_HALF_UP)


class Line(NamedTuple):
    label: str
    amount: Decimal


class Store:
    def __init__(self, path: Path) -> None:
        self.path, self._items, self._undo = path, {}, []
        if path.exists():
            for raw in json.loads(path.read_text(), parse_float=Decimal):
                self._items[raw["name"]] = Item(raw["name"], Kind[raw["kind"]], Decimal(raw["price"]), raw["count"])

    def __iter__(self) -> Iterator[Item]:
        yield from sorted(self._items.values())

    def _change(self, name: str, how: Callable[[Item], Item]) -> None:
        try:
            old = self._items[name]
        except KeyError:
            raise LookupError(f"no item {name!r}") from None
        self._items[name] = how(old)
        self._undo.append((name, old))

    def add(self, item: Item) -> None:
        self._items[item.name] = item
        log.info("added %s (%s)", item.name, item.kind)

    def sell(self, name: str, n: int = 1) -> None:
        self._change(name, lambda i: replace(i, count=i.count - n))

    def undo(self) -> None:
        name, old = self._undo.pop()
        self._items[name] = old
        log.warning("undid a change of %s", name)

    def save(self) -> None:
        rows = [asdict(i) | {"kind": i.kind.name, "price": str(i.price)} for i in self]
        self.path.write_text(json.dumps(rows, indent=2) + "\n")

    def report(self) -> list[Line]:
        lines = [Line(f"{i.name} x{i.count}", i.value) for i in self]
        return lines + [Line("total", sum((line.amount for line in lines), Decimal()))]


with TemporaryDirectory() as folder:
    store = Store(Path(folder) / "stock.json")
    store.add(Item("hammer", Kind.TOOL, Decimal("12.495"), 3))
    store.add(Item("bolt", Kind.PART, Decimal("0.07"), 250))
    store.sell("bolt", 43)
    for bad in (lambda: store.sell("hammer", 4), lambda: store.sell("saw"), lambda: setattr(next(iter(store)), "count", 1)):
        try:
            bad()
        except Exception as error:
            log.error("%s: %s", type(error).__name__, error)
    store.sell("hammer")
    store.undo()
    store.save()
    again = Store(store.path)
    print(*again, sep="\n")
    for label, amount in again.report():
        print(f"{label:<14}{amount:>10,}")
    print(store.path.read_text())
