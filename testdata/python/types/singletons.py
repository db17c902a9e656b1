# None, Ellipsis and NotImplemented have a type each.
import copy
import pickle
from types import EllipsisType, NoneType, NotImplementedType

print(EllipsisType, NotImplementedType, NoneType)
for value in ..., NotImplemented, None:
    print(repr(value), [isinstance(value, t) for t in (EllipsisType, NotImplementedType, NoneType)], type(value)() is value)
    print(copy.deepcopy([value]), copy.copy(value) is value, pickle.loads(pickle.dumps(value)) is value)
    try:
        type(value)(1)
    except TypeError as error:
        print(error)


def kind(value: int | EllipsisType) -> str:
    match value:
        case EllipsisType():
            return "dots"
        case int():
            return "number"


print(kind(...), kind(3), EllipsisType is NotImplementedType)
try:
    ... + 1
except TypeError as error:
    print(error)
try:
    NotImplemented < 1
except TypeError as error:
    print(error)
