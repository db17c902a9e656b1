# A car park: places by size, tickets, prices by the started hour.
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import count


class Size(IntEnum):
    BIKE = 1
    CAR = 2
    VAN = 3


@dataclass(frozen=True)
class Ticket:
    number: int
    plate: str
    place: int
    entered: datetime


class Full(Exception):
    pass


class CarPark:
    RATE = {Size.BIKE: 50, Size.CAR: 200, Size.VAN: 300}

    def __init__(self, places):
        self.free = {i: s for i, s in enumerate(places, 1)}
        self.taken, self.numbers = {}, count(100)

    def enter(self, plate, size, now):
        if any(t.plate == plate for t, _, _ in self.taken.values()):
            raise ValueError(f"{plate} is inside")
        fitting = sorted((s, i) for i, s in self.free.items() if s >= size)
        if not fitting:
            raise Full(size.name)
        s, place = fitting[0]
        del self.free[place]
        t = Ticket(next(self.numbers), plate, place, now)
        self.taken[t.number] = t, size, s
        return t

    def leave(self, number, now):
        t, size, s = self.taken.pop(number)
        self.free[t.place] = s
        hours = -(-(now - t.entered) // timedelta(hours=1)) or 1
        return f"{t.plate}: {hours} h, {hours * self.RATE[size] / 100:.2f} €"


now = datetime(2024, 5, 1, 8)
park = CarPark([Size.BIKE, Size.CAR, Size.CAR])
for plate, size in (("B-1", Size.BIKE), ("B-2", Size.BIKE), ("C-1", Size.CAR), ("C-2", Size.CAR), ("V-1", Size.VAN), ("B-1", Size.BIKE)):
    try:
        print(park.enter(plate, size, now))
    except (Full, ValueError) as e:
        print(type(e).__name__, e)
print(park.leave(100, now + timedelta(minutes=59)), park.leave(102, now + timedelta(hours=2, seconds=1)), park.free)
try:
    park.leave(100, now)
except KeyError as e:
    print("no ticket", e)
