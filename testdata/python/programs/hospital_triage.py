# Patients in an emergency room: a heap with ties, dataclasses with order, enums, a report by hour.
from __future__ import annotations

import heapq
import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass, field, asdict, replace, fields, KW_ONLY
from datetime import datetime, timedelta, time as clock
from enum import IntEnum, StrEnum, auto, Flag, unique
from typing import Iterator, ClassVar


@unique
class Severity(IntEnum):
    CRITICAL = 1
    URGENT = 2
    ROUTINE = 3

    @property
    def label(self) -> str:
        return self.name.title()


class Ward(StrEnum):
    ER = auto()
    ICU = auto()
    GENERAL = auto()


class Need(Flag):
    NONE = 0
    OXYGEN = auto()
    SURGERY = auto()
    SCAN = auto()


@dataclass(order=True)
class Patient:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    severity: Severity
    arrived: datetime
    _: KW_ONLY
    needs: Need = Need.NONE
    notes: list[str] = field(default_factory=list, compare=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.sort_key = (self.severity, self.arrived)
        type(self).count += 1


@dataclass(slots=True, frozen=True)
class Treatment:
    patient: str
    ward: Ward
    start: datetime
    minutes: int

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)


class Triage:
    def __init__(self) -> None:
        self._heap: list[Patient] = []
        self._log: list[Treatment] = []

    def admit(self, *patients: Patient) -> None:
        for p in patients:
            heapq.heappush(self._heap, p)

    def __len__(self) -> int:
        return len(self._heap)

    def __iter__(self) -> Iterator[Patient]:
        heap = self._heap[:]
        while heap:
            yield heapq.heappop(heap)

    def run(self, start: datetime) -> list[Treatment]:
        now = start
        while self._heap:
            p = heapq.heappop(self._heap)
            now = max(now, p.arrived)
            match p:
                case Patient(severity=Severity.CRITICAL, needs=n) if Need.SURGERY in n:
                    ward, minutes = Ward.ICU, 120
                case Patient(severity=Severity.CRITICAL | Severity.URGENT):
                    ward, minutes = Ward.ER, 45
                case _:
                    ward, minutes = Ward.GENERAL, 15
            t = Treatment(p.name, ward, now, minutes)
            self._log.append(t)
            now = t.end
        return self._log


day = datetime(2024, 2, 29, 8, 0)
room = Triage()
room.admit(
    Patient("Ann", Severity.ROUTINE, day),
    Patient("Bob", Severity.CRITICAL, day + timedelta(minutes=7), needs=Need.SURGERY | Need.OXYGEN),
    Patient("Cid", Severity.URGENT, day + timedelta(minutes=3), notes=["fever"]),
    Patient("Dee", Severity.CRITICAL, day + timedelta(minutes=9), needs=Need.SCAN),
)
print(f"{len(room)=} {Patient.count=}")
for p in room:
    print(f"  {p.severity.label:<9}{p.name:>5} {p.arrived:%H:%M} {p.needs!r} {p.notes}")
print(repr(next(iter(room))))
log = room.run(day)
for t in log:
    print(f"{t.start:%a %d %b %H:%M} - {t.end:%H:%M} {t.ward:>8} {t.patient}")
print(log[0])
print(asdict(log[0]))
print(replace(log[1], minutes=5).end.isoformat())
try:
    log[0].minutes = 3
except AttributeError as e:
    print(type(e).__name__, e)
by_ward = defaultdict(timedelta)
for t in log:
    by_ward[t.ward] += timedelta(minutes=t.minutes)
print({str(k): str(v) for k, v in sorted(by_ward.items())})
print(Counter(t.ward.value for t in log).most_common())
print([f.name for f in fields(Patient)], [w for w in Ward], list(Need), ~Need.SCAN)
print(Severity(2), f"{Severity.URGENT}", f"{Ward.ICU}", repr(Severity.ROUTINE), Severity["URGENT"] < 3)
try:
    Severity(9)
except ValueError as e:
    print(e)
for hour, group in itertools.groupby(log, key=lambda t: t.start.hour):
    print(f"{clock(hour):%I %p}:", ", ".join(t.patient for t in group))
