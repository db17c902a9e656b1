# _missing_, _generate_next_value_, aliases, functional API, members as keys.
from enum import Enum, auto, member, nonmember, property as enum_property, verify, UNIQUE, CONTINUOUS
import json


class Answer(Enum):
    YES = "yes"
    NO = "no"
    SURE = "yes"

    @classmethod
    def _missing_(cls, value):
        value = str(value).lower()
        for m in cls:
            if m.value.startswith(value):
                return m
        return None


print(Answer("Y"), Answer("yes").name, Answer.SURE is Answer.YES, list(Answer), list(Answer.__members__), len(Answer))
try:
    Answer("maybe")
except ValueError as e:
    print(e)


class Ordinal(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return f"{count + 1}:{name.lower()}"

    FIRST = auto()
    SECOND = auto()
    helper = nonmember(5)


print([o.value for o in Ordinal], Ordinal.helper)
Animal = Enum("Animal", "CAT DOG", module=__name__, start=10)
print(Animal.DOG, Animal.DOG.value, Animal(10), {Animal.CAT: "meow"}[Animal.CAT], Animal.CAT != Ordinal.FIRST, "CAT" in Animal.__members__, 10 in Animal)
print(json.dumps({a.name: a.value for a in Animal}), hash(Animal.CAT) == hash(Animal.CAT), isinstance(Animal.CAT, Animal), type(Animal.CAT).__name__)
try:
    class More(Animal):
        COW = 3
except TypeError as e:
    print(e)
try:
    @verify(CONTINUOUS)
    class Gap(Enum):
        A = 1
        C = 3
except ValueError as e:
    print(e)
match Animal.DOG:
    case Animal.CAT:
        print("cat")
    case Animal.DOG:
        print("dog")
