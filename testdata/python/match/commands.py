# Commands of a robot matched by sequence, class, mapping and guard.
from dataclasses import dataclass


@dataclass
class Click:
    x: int
    y: int
    button: str = "left"


def handle(event):
    match event:
        case ["go", ("north" | "south") as d]:
            return f"going {d}"
        case ["go", other]:
            return f"cannot go {other}"
        case ["drop", *things] if things:
            return f"drop {len(things)}: {things[-1]}"
        case Click(x=0, y=y):
            return f"edge at {y}"
        case Click(x, y, "right") if x == y:
            return "right on the diagonal"
        case Click():
            return "click"
        case {"type": "key", "code": int(code), **rest}:
            return f"key {code} {rest}"
        case {"type": str() as t}:
            return f"event {t}"
        case int() | float() as n if n > 0:
            return f"positive {n}"
        case -1 | 0 | 0.5j:
            return "special"
        case None | True | False:
            return "constant"
        case str(s):
            return f"text {s!r}"
        case [[a, b], [c, d]]:
            return a * d - b * c
        case [] | ():
            return "empty"
        case _:
            return "?"


for e in (["go", "north"], ["go", "up"], ["drop"], ["drop", "a", "b"], Click(0, 5), Click(2, 2, "right"), Click(1, 2), {"type": "key", "code": 65, "mod": "shift"}, {"type": "quit"}, 3, 2.5, -1, True,
          None, "go", [[1, 2], [3, 4]], [], (), {"a": 1}, b"x", range(2), -7, 0.5j):
    print(e, "->", handle(e))
