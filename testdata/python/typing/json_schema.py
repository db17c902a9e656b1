# A schema taken from hints: get_type_hints, origins, Literal, Optional, TypedDict.
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal, NotRequired, Optional, Required, TypedDict, Union, get_args, get_origin, get_type_hints

NAMES = {int: "integer", str: "string", float: "number", bool: "boolean", type(None): "null"}


def schema(t):
    if t in NAMES:
        return {"type": NAMES[t]}
    if t is Any:
        return {}
    origin, args = get_origin(t), get_args(t)
    if origin is list:
        return {"type": "array", "items": schema(args[0])}
    if origin is dict:
        return {"type": "object", "additional": schema(args[1])}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is Annotated:
        return schema(args[0]) | {"note": args[1]}
    if origin is Union or type(t).__name__ == "UnionType":
        return {"anyOf": [schema(a) for a in args]}
    if origin in (Required, NotRequired):
        return schema(args[0])
    hints = get_type_hints(t, include_extras=True)
    out = {"title": t.__name__, "properties": {k: schema(v) for k, v in hints.items()}}
    if hasattr(t, "__required_keys__"):
        out["required"] = sorted(t.__required_keys__)
    return out


@dataclass
class Line:
    sku: str
    count: Annotated[int, "> 0"] = 1
    options: dict[str, bool] | None = None


class Order(TypedDict, total=False):
    id: Required[int]
    state: Literal["new", "paid"]
    lines: "list[Line]"
    note: Optional[str]
    extra: Any


for t in (Line, Order, list[list[int]], Union[int, str, None]):
    print(schema(t))
print([f.name for f in fields(Line)], sorted(Order.__required_keys__), sorted(Order.__optional_keys__), Order.__total__)
print(get_args(Optional[int]), get_origin(list[int]), Union[int, int], Union[int, Union[str, int]], int | None == Optional[int])
