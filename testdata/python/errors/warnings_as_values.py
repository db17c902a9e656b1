# Input checked field by field: all errors gathered, grouped, shown, with hints for misspelt names.
import difflib
from dataclasses import dataclass


class FieldError(ValueError):
    def __init__(self, field, message):
        super().__init__(f"{field}: {message}")
        self.field = field


@dataclass
class Rule:
    name: str
    convert: type = str
    required: bool = True
    check: object = None
    message: str = "is wrong"


RULES = [Rule("name", check=str.isalpha, message="has letters only"), Rule("age", int, check=lambda a: 0 <= a < 150, message="is out of range"), Rule("mail", required=False, check=lambda m: "@" in m, message="has no @")]


def validate(data):
    out, errors = {}, []
    known = {r.name for r in RULES}
    for k in data.keys() - known:
        hint = difflib.get_close_matches(k, known, 1)
        errors.append(FieldError(k, "unknown" + (f", did you mean {hint[0]}?" if hint else "")))
    for r in RULES:
        if r.name not in data:
            if r.required:
                errors.append(FieldError(r.name, "is missing"))
            continue
        try:
            out[r.name] = r.convert(data[r.name])
        except (TypeError, ValueError) as e:
            err = FieldError(r.name, "does not convert")
            err.__cause__ = e
            errors.append(err)
            continue
        if r.check and not r.check(out[r.name]):
            errors.append(FieldError(r.name, r.message))
    if errors:
        raise ExceptionGroup("invalid", errors)
    return out


for data in ({"name": "Ann", "age": "31"}, {"name": "A1", "age": 200, "mail": "x"}, {"nam": "Ann", "age": "x"}, {"name": "Bo", "age": None}):
    try:
        print(validate(data))
    except* FieldError as eg:
        for e in sorted(eg.exceptions, key=lambda e: e.field):
            print("  -", e, f"({type(e.__cause__).__name__}: {e.__cause__})" if e.__cause__ else "")
group = ExceptionGroup("all", [FieldError("a", "x"), ExceptionGroup("in", [FieldError("b", "y"), KeyError("k")])])
mine, other = group.split(FieldError)
print(repr(mine), repr(other), group.subgroup(KeyError).exceptions[0].message if group.subgroup(KeyError) else None, group.derive([ValueError(1)]), len(group.exceptions))
