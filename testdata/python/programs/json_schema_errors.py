"""Validate JSON against a small schema and report each error with its path."""
import json
import re
from typing import Any, Iterator
SCHEMA = {"type": "object", "required": ["name", "age", "email"], "properties": {
    "name": {"type": "string", "minLength": 1}, "age": {"type": "integer", "minimum": 0, "maximum": 150},
    "email": {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$"},
    "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True}, "role": {"enum": ["admin", "user", None]}}}
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}

class ValidationError(Exception):
    def __init__(self, path, message):
        super().__init__(f"{path or '$'}: {message}")
        self.path = path

def check(value: Any, schema: dict, path: str = "") -> Iterator[ValidationError]:
    want = schema.get("type")
    if want and (not isinstance(value, TYPES[want]) or (want == "integer" and isinstance(value, bool))):
        yield ValidationError(path, f"expected {want}, got {type(value).__name__}")
        return
    match value:
        case dict():
            for key in schema.get("required", ()):
                if key not in value: yield ValidationError(f"{path}.{key}", "required")
            for key, sub in schema.get("properties", {}).items():
                if key in value: yield from check(value[key], sub, f"{path}.{key}")
            for extra in value.keys() - schema.get("properties", {}).keys(): yield ValidationError(f"{path}.{extra}", "unknown key")
        case [*items]:
            for i, item in enumerate(items): yield from check(item, schema["items"], f"{path}[{i}]")
            if schema.get("uniqueItems") and len({json.dumps(i, sort_keys=True) for i in items}) < len(items): yield ValidationError(path, "items not unique")
        case str(s):
            if len(s) < schema.get("minLength", 0): yield ValidationError(path, "too short")
            if "pattern" in schema and not re.search(schema["pattern"], s): yield ValidationError(path, f"does not match {schema['pattern']}")
        case int(n) if not isinstance(n, bool):
            if n < schema.get("minimum", n): yield ValidationError(path, f"{n} < {schema['minimum']}")
            if n > schema.get("maximum", n): yield ValidationError(path, f"{n} > {schema['maximum']}")
    if "enum" in schema and value not in schema["enum"]: yield ValidationError(path, f"{value!r} not in {schema['enum']}")

DOCS = ['{"name": "Ann", "age": 30, "email": "ann@x.org", "tags": ["a", "b"], "role": null}',
        '{"name": "", "age": true, "email": "nope", "tags": ["a", 1, "a"], "role": "root"}',
        '{"name": "Bo", "age": 1e2}', '{"name": "Bo", "age": 200, "email": "b@c.de", "x": {}}',
        '{"name": "Bo",}', '[1, 2', '{"a": "tab\there"}', "{'a': 1}", '{"a": 1} trailing', '', '"\\ud83d\\ude00 \\u00e9"', '{"a": NaN}', '[1,]', '{"a" 1}', 'nul', '"abc', '"\\x"', '01', '-', '[1 2]']
for doc in DOCS:
    try:
        value = json.loads(doc)
    except json.JSONDecodeError as e:
        print(f"invalid: {e} | {e.msg} {e.lineno}:{e.colno} pos {e.pos}")
        continue
    problems = list(check(value, SCHEMA))
    print("ok" if not problems else "\n".join(f"  {p}" for p in problems), json.dumps(value, ensure_ascii=False))
print(json.dumps({"b": [1, 2.5, float("inf"), None, True], "a": {"é": "☃\u2028\x7f\x01"}, 3: 1e100, 1.5: -0.0, None: 1, False: 2}, indent=2))
try: json.dumps({"s": {1, 2}})
except TypeError as e: print(e, getattr(e, "__notes__", None))
try: json.dumps({(1, 2): 3})
except TypeError as e: print(e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
