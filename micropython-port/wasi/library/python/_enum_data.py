# Enumerations over types of data, which enum makes when they are asked for.

import enum
from enum import Enum

__name__ = "enum"  # as the classes say


class ReprEnum(Enum):
    pass


enum._ReprEnum = ReprEnum


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        for value, what in zip(values, ("", "encoding must be a string, not ", "errors must be a string, not ")):
            if not isinstance(value, str):
                raise TypeError(what + repr(value) if what else "%r is not a string" % (value,))
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


vars(enum).update(ReprEnum=ReprEnum, IntEnum=IntEnum, StrEnum=StrEnum)
