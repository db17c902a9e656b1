# Nested data flattened, queried with paths and rebuilt.
import io
import json

DOC = {"user": {"name": "Ann", "langs": ["py", "go"], "address": {"city": "Oslo", "geo": [59.9, 10.7]}}, "ok": True, "empty": {}}


def flatten(value, path=""):
    match value:
        case dict() if value:
            for k, v in value.items():
                yield from flatten(v, f"{path}.{k}" if path else k)
        case list():
            for i, v in enumerate(value):
                yield from flatten(v, f"{path}[{i}]")
        case _:
            yield path, value


flat = dict(flatten(DOC))
for k, v in flat.items():
    print(f"{k:<26}{json.dumps(v)}")


def query(doc, path):
    for part in path.replace("[", ".").replace("]", "").split("."):
        doc = doc[int(part)] if isinstance(doc, list) else doc[part]
    return doc


print(query(DOC, "user.langs[1]"), all(query(DOC, p) == v for p, v in flat.items()))
for bad in ("user.age", "user.langs[7]", "ok.x"):
    try:
        query(DOC, bad)
    except (KeyError, IndexError, TypeError) as e:
        print(bad, type(e).__name__, e)


def merge(a, b):
    return {k: merge(a[k], b[k]) if isinstance(a.get(k), dict) and isinstance(b.get(k), dict) else b.get(k, a.get(k)) for k in [*a, *(k for k in b if k not in a)]}


print(json.dumps(merge(DOC, {"user": {"name": "Bob", "age": 3}, "new": [1]})))
f = io.StringIO()
for record in ({"n": 1}, {"n": 2, "t": "x\ny"}):
    json.dump(record, f)
    f.write("\n")
f.seek(0)
print([json.loads(line) for line in f])
f.seek(0)
try:
    json.load(f)
except json.JSONDecodeError as e:
    print(e)
