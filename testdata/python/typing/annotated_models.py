# Hints read by a program: fields of models checked by their annotations.
from typing import Annotated, Any, ClassVar, Final, Literal, NamedTuple, Optional, TypedDict, Union, get_args, get_origin, get_type_hints, Required, NotRequired, is_typeddict


class Max:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Max({self.n})"


class Model:
    name: Annotated[str, Max(5)]
    age: Optional[int] = None
    kind: Literal["a", "b"] = "a"
    tags: list[str] | None = None
    limit: ClassVar[int] = 3
    ID: Final = 7

    def __init__(self, **kw):
        for field, hint in get_type_hints(type(self), include_extras=True).items():
            if get_origin(hint) is ClassVar or hint is Final:
                continue
            value = kw.get(field, getattr(type(self), field, None))
            self.check(field, value, hint)
            setattr(self, field, value)

    @staticmethod
    def check(field, value, hint):
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal and value not in args:
            raise ValueError(f"{field}: {value!r} not in {args}")
        if origin is Annotated and len(value) > args[1].n:
            raise ValueError(f"{field}: longer than {args[1].n}")
        if origin is Union and not isinstance(value, args):
            raise TypeError(f"{field}: {value!r} is no {hint}")


for kw in ({"name": "ann", "age": 3}, {"name": "toolong"}, {"name": "x", "kind": "z"}, {"name": "x", "age": "old"}):
    try:
        print(vars(Model(**kw)))
    except (ValueError, TypeError) as e:
        print(e)


class Movie(TypedDict, total=False):
    title: Required[str]
    year: NotRequired[int]


class Emp(NamedTuple):
    name: str
    id: int = 3


print(Movie(title="x"), sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), is_typeddict(Movie), Emp("a"), Emp._field_defaults, Emp.__annotations__)
print(get_type_hints(Model)["name"], Optional[int], Union[int, str, int], list[int], dict[str, Any], get_args(Union[int, None]), Literal[1, "x"], Annotated[int, 1])
