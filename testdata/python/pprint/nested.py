# Nested data printed so that people can read it.
import pprint
from collections import OrderedDict, defaultdict, Counter, deque
from dataclasses import dataclass, field

data = {"users": [{"name": f"user{i}", "roles": ["admin", "editor"][: i + 1], "active": bool(i)} for i in range(2)], "total": 2, "config": {"z": 1, "a": {"deep": list(range(12))}}}
pprint.pprint(data)
pprint.pprint(data, width=40, sort_dicts=False)
pprint.pprint(data, depth=2)
pprint.pp({"b": 1, "a": 2})
print(pprint.pformat(["a" * 30, "b" * 30, "c" * 30], indent=4))
pprint.pprint("some long text that has many words in it and goes over the end of the line", width=30)
pprint.pprint(list(range(40)), compact=True, width=50)
pprint.pprint({"set": {3, 1, 2}, "tuple": (1,), "empty": [{}, [], ()], "none": None}, width=30)
pprint.pprint([OrderedDict(a=1, b=[1] * 12), defaultdict(int, x=1), Counter("aab"), deque(range(3))], width=30)


@dataclass
class Point:
    name: str
    xs: list = field(default_factory=lambda: list(range(15)))


pprint.pprint(Point("p", [1]), width=40)
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable([1, "a"]), pprint.saferepr({2: 1, 1: 2}), pprint.pformat(1_000_000, underscore_numbers=True))
pprint.pprint(b"bytes " * 10, width=40)
