# A validator for a part of JSON Schema, with paths in its errors.
import json
import re

SCHEMA = json.loads("""{
 "type": "object", "required": ["name", "items"], "additionalProperties": false,
 "properties": {
  "name": {"type": "string", "minLength": 2, "pattern": "^[A-Z]"},
  "age": {"type": "integer", "minimum": 0},
  "status": {"enum": ["new", "paid", null]},
  "items": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["sku"], "properties": {"sku": {"type": "string"}, "n": {"type": ["integer", "null"]}}}}
 }}""")
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def is_type(v, name):
    return isinstance(v, TYPES[name]) and not (isinstance(v, bool) and name in ("integer", "number"))


def check(v, s, path="$"):
    if "enum" in s and v not in s["enum"]:
        yield path, f"{json.dumps(v)} is not one of {json.dumps(s['enum'])}"
    if t := s.get("type"):
        names = t if isinstance(t, list) else [t]
        if not any(is_type(v, n) for n in names):
            yield path, f"expected {' or '.join(names)}, got {type(v).__name__}"
            return
    if isinstance(v, str):
        if len(v) < s.get("minLength", 0):
            yield path, f"shorter than {s['minLength']}"
        if "pattern" in s and not re.search(s["pattern"], v):
            yield path, f"does not match {s['pattern']}"
    if isinstance(v, (int, float)) and v < s.get("minimum", v):
        yield path, f"{v} is less than {s['minimum']}"
    if isinstance(v, list):
        if len(v) < s.get("minItems", 0):
            yield path, "too few items"
        for i, x in enumerate(v):
            yield from check(x, s.get("items", {}), f"{path}[{i}]")
    if isinstance(v, dict):
        props = s.get("properties", {})
        for k in s.get("required", ()):
            if k not in v:
                yield path, f"{k!r} is missing"
        for k, x in v.items():
            if k in props:
                yield from check(x, props[k], f"{path}.{k}")
            elif s.get("additionalProperties") is False:
                yield path, f"{k!r} is unknown"


for text in ('{"name": "Ann", "items": [{"sku": "a", "n": null}], "status": null}', '{"name": "x", "age": -1, "items": [], "extra": 1}',
             '{"name": 5, "items": [{"sku": 1, "n": 1.5}, {}, "no"], "status": "old", "age": true}', "[1]", '{"name": "A", }', '{"a": 1} x', ""):
    print(text[:50])
    try:
        errors = list(check(json.loads(text), SCHEMA))
    except json.JSONDecodeError as e:
        print("   not JSON:", e.msg, "at", e.lineno, e.colno, e.pos)
        continue
    for path, message in errors or [("", "valid")]:
        print("  ", path, message)
