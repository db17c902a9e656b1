# dir() of enumerations and their members.
import enum


class Plain(enum.Enum):
    A = 1
    B = 2

    def go(self):
        pass

    @property
    def it(self):
        return 1


class Number(enum.IntEnum):
    ONE = 1


class Text(enum.StrEnum):
    X = "x"

    def __init__(self, text):
        self.extra = text
        self._hidden = text


print(dir(Plain))
print(dir(Plain.A))
print(set(dir(int)) <= set(dir(Number)), "ONE" in dir(Number), "bit_length" in dir(Number.ONE), "ONE" in dir(Number.ONE))
print("extra" in dir(Text.X), "_hidden" in dir(Text.X), "upper" in dir(Text.X))
