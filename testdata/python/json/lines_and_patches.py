# Lines of JSON merged, a patch applied, differences of two documents shown.
import io
import json

LOG = io.StringIO('{"id": 1, "op": "set", "path": "/a/b", "value": 5}\n\n{"id": 2, "op": "add", "path": "/list/-", "value": {"x": 1}}\nnot json\n{"id": 3, "op": "remove", "path": "/old"}\n{"id": 4, "op": "add", "path": "/list/0", "value": 0}\n{"id": 5, "op": "remove", "path": "/none/x"}\n')
doc = {"a": {"b": 1}, "list": [1], "old": True}
before = json.loads(json.dumps(doc))


def apply(doc, op, path, value=None, **_):
    *way, last = path.strip("/").split("/")
    target = doc
    for key in way:
        target = target[int(key)] if isinstance(target, list) else target[key]
    match op, target:
        case "remove", list():
            del target[int(last)]
        case "remove", dict():
            del target[last]
        case "add", list():
            target.insert(len(target) if last == "-" else int(last), value)
        case _:
            target[last] = value


for n, line in enumerate(LOG, 1):
    if not line.strip():
        continue
    try:
        apply(doc, **json.loads(line))
    except json.JSONDecodeError as e:
        print(f"line {n}: {e}")
    except KeyError as e:
        print(f"line {n}: no {e}")


def diff(a, b, path=""):
    if type(a) is not type(b):
        yield f"{path}: {json.dumps(a)} -> {json.dumps(b)}"
    elif isinstance(a, dict):
        for k in dict.fromkeys([*a, *b]):
            if k not in a:
                yield f"{path}/{k}: + {json.dumps(b[k])}"
            elif k not in b:
                yield f"{path}/{k}: - {json.dumps(a[k])}"
            else:
                yield from diff(a[k], b[k], f"{path}/{k}")
    elif isinstance(a, list):
        for i in range(max(len(a), len(b))):
            if i >= len(a) or i >= len(b):
                yield f"{path}/{i}: {'+' if i >= len(a) else '-'} {json.dumps((b if i >= len(a) else a)[i])}"
            else:
                yield from diff(a[i], b[i], f"{path}/{i}")
    elif a != b:
        yield f"{path}: {json.dumps(a)} -> {json.dumps(b)}"


print(json.dumps(doc))
print(*diff(before, doc), sep="\n")
dec = json.JSONDecoder()
text, at, found = '{"a": 1} [2] "three" 4 null', 0, []
while at < len(text):
    value, at = dec.raw_decode(text, at)
    found.append(value)
    at += len(text[at:]) - len(text[at:].lstrip())
print(found, list(json.JSONEncoder(indent=None).iterencode({"a": [1]})) != [], json.JSONEncoder(sort_keys=True).encode({"b": 1, "a": None}))
