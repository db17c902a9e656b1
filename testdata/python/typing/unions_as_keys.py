# Unions are equal, and found in dicts and sets, however they are written.
import types
from typing import Any, List, Optional, Union

names = {Optional[int]: "maybe int", Union[str, bytes]: "text", int | float: "number", Union[int, str, None]: "three"}
for key in (int | None, None | int, Union[None, int], bytes | str, Union[float, int], None | str | int):
    print(key, key in names, names.get(key))
print(len({Optional[str], str | None, Union[None, str]}), hash(Optional[List[int]]) == hash(Union[None, List[int]]))
print(Optional[int] == (int | None), (int | None) == Optional[int], Optional[int] == int | str, Union[int, int] is int)
print(type(int | str), types.UnionType, type(list[int]), types.UnionType.__module__, types.GenericAlias.__qualname__)
print(isinstance(int | str, types.UnionType), isinstance(3, int | None), isinstance("x", Optional[str]), issubclass(bool, int | str))
for make in (lambda: Union[int, str](), lambda: (int | str)(), lambda: Optional[int](), lambda: Any()):
    try:
        print(make())
    except TypeError as e:
        print(e)
