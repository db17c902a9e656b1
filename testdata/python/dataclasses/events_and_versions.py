# Events as dataclasses: order, hash, kw_only, factories, post-init, InitVar, replace, nested to dicts.
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text):
        number, _, tag = text.partition("-")
        return cls(*map(int, number.split(".")), tag=tag)

    def __str__(self):
        return f"{self.major}.{self.minor}" + (f"-{self.tag}" if self.tag else "")


vs = [Version.parse(t) for t in ("1.10", "1.9-beta", "0.5", "1.9")]
print([str(v) for v in sorted(vs)], max(vs), vs[1] == vs[3], len(set(vs)), replace(vs[0], minor=11))


@dataclass
class Event:
    seq: ClassVar[int] = 0
    name: str
    _: KW_ONLY
    payload: dict = field(default_factory=dict)
    version: Version = Version(1)
    scale: InitVar[float | None] = None
    size: int = field(init=False, repr=False, default=0)

    def __post_init__(self, scale):
        type(self).seq += 1
        self.size = round(len(self.name) * (scale or 1))


@dataclass(slots=True)
class Timed(Event):
    at: float = 0.0


e = Event("start", payload={"v": [Version(2)]}, scale=2)
print(e, e.size, Event.seq)
print(asdict(e), astuple(Timed("t", at=1.5)))
print([f.name for f in fields(Timed)], is_dataclass(e), is_dataclass(int), Timed.__match_args__, hasattr(Timed("x"), "__dict__"))
P = make_dataclass("P", [("x", int), ("y", int, field(default=2))], namespace={"total": lambda self: self.x + self.y}, order=True)
print(P(1), P(1).total(), P(1) < P(1, 3), P.__name__)
match e:
    case Event(name="start" | "stop" as n):
        print("matched", n)
for bad in (lambda: setattr(vs[0], "minor", 3), lambda: Event("a", {}), lambda: Event(), lambda: replace(e, size=3), lambda: Version(1) < (1, 0), lambda: hash(e), lambda: asdict(3), lambda: setattr(Timed("t"), "new", 1), lambda: make_dataclass("Q", ["1x"]), lambda: dataclass(type("R", (), {"__annotations__": {"a": list}, "a": []}))):
    try:
        bad()
    except (FrozenInstanceError, TypeError, ValueError, AttributeError) as x:
        print(type(x).__name__, x)
