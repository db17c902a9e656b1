# Errors name a type that CPython has in C with its module.
import collections
import datetime
import decimal
import functools
import itertools
import json
import pprint
import re
import sys
from dataclasses import dataclass


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


day = datetime.date(2024, 2, 29)
show(lambda: day + 1)
show(lambda: day.hour)
show(lambda: day < datetime.datetime(2024, 2, 29))
show(lambda: sorted([day, 3]))
show(lambda: len(datetime.timedelta(1)))
show(lambda: datetime.date.now())
show(lambda: decimal.Decimal("1.5") + 0.5)
show(lambda: collections.OrderedDict().sort())
show(lambda: collections.defaultdict(list).append(1))
show(lambda: hash(collections.deque()))
show(lambda: re.compile("a").find("a"))
show(lambda: itertools.count().next())
show(lambda: functools.partial(print).name)
show(lambda: json.dumps({"day": day}))
show(lambda: json.dumps({day: 1}))
show(lambda: (day.__class__.__name__, str(type(day)), collections.deque.__name__))


class Day(datetime.date):
    pass


show(lambda: Day(2024, 1, 1).hour)

# decimal: what was signalled.
show(lambda: decimal.Decimal("twelve"))
show(lambda: decimal.Decimal(1) / 0)
show(lambda: decimal.Decimal(0) / 0)
show(lambda: divmod(decimal.Decimal(5), 0))
show(lambda: decimal.Decimal(-1).sqrt())

# bool keeps its name.
show(lambda: True < "a")
show(lambda: True + None)
show(lambda: json.dumps({True: 1, "a": 2}, sort_keys=True))

# Of equal keys, those of the smaller side.
print({1: 0}.keys() & {True}, {1: 0, 2: 0}.keys() & {True}, {True} & {1: 0, 2: 0}.keys())

print(re.findall("b", "BbB", re.I | re.A))
print(re.Scanner([(r"\d+(\.\d+)?", lambda s, t: float(t)), (r"[-+]", lambda s, t: t), (r"\s+", None)]).scan("1 + 2.5 - x"))
print(sys.modules["sys"] is sys, sys.modules["itertools"] is itertools)


@dataclass
class Order:
    customer: str
    lines: list
    total: float = 0


pprint.pprint(Order("x" * 40, list(range(12))))
