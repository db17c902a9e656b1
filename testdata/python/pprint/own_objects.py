# Objects of one's own, named tuples, dicts of kinds and deep nests printed.
import pprint
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from types import MappingProxyType, SimpleNamespace

Point = namedtuple("Point", "x y label")


class Money:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Money({self.n})"


pprint.pprint([Money(i) for i in range(12)], width=40)
pprint.pprint({Money: 1, "k": Point(1, 2, "a" * 30)}["k"], width=20)
pprint.pprint(Counter("mississippi banana"), width=30)
pprint.pprint(OrderedDict((f"key{i}", "v" * i) for i in range(1, 6)), width=30)
pprint.pprint(defaultdict(list, {f"k{i}": list(range(i)) for i in range(6)}), width=30)
pprint.pprint(deque(range(20), maxlen=20), width=30)
pprint.pprint(ChainMap({"a": "x" * 20}, {"b": "y" * 20}), width=30)
pprint.pprint(MappingProxyType({"a": "x" * 20, "b": "y" * 20}), width=30)
pprint.pprint(SimpleNamespace(first="x" * 20, second=["y" * 10] * 3), width=40)
pprint.pprint({1, "a"} and frozenset(range(15)), width=20)
pprint.pprint((("one",), ("two", ("three", ("four", ("five",))))), depth=3)
pprint.pprint("".join(f"{i} " for i in range(40)), width=40)
pprint.pprint(bytearray(range(40)), width=50)


class Upper(pprint.PrettyPrinter):
    def format(self, obj, context, maxlevels, level):
        if isinstance(obj, str):
            return obj.upper(), True, False
        return super().format(obj, context, maxlevels, level)


Upper().pprint({"a": ["b", 1]})
