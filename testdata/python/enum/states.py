# Traffic lights and orders: enumerations with methods, data and transitions.
from enum import Enum, IntEnum, StrEnum, auto, unique


class Light(Enum):
    RED = ("stop", 30)
    GREEN = ("go", 25)
    AMBER = ("wait", 5)

    def __init__(self, action, seconds):
        self.action, self.seconds = action, seconds

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]


light = Light.RED
for _ in range(4):
    print(light.name, light.action, light.seconds)
    light = light.next()


class Priority(IntEnum):
    LOW = auto()
    HIGH = auto()
    URGENT = 10


class Format(StrEnum):
    JSON = auto()
    CSV = "comma"


print(Priority.HIGH > Priority.LOW, Priority.URGENT + 1, f"{Priority.LOW}", repr(Priority.LOW), sorted(Priority, reverse=True)[0])
print(Format.JSON, f"{Format.CSV:>8}", Format("comma") is Format.CSV, Format.JSON == "json", Format.JSON.upper())
for bad in (lambda: Light("x"), lambda: Light["BLUE"], lambda: setattr(Light, "RED", 1), lambda: Light.BLUE, lambda: Priority(3)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
