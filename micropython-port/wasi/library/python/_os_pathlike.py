# os.PathLike, which is an abstract class.

from abc import ABC, abstractmethod


class PathLike(ABC):
    __slots__ = ()

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented

    def __class_getitem__(cls, item):
        return cls


PathLike.__module__ = "os"
