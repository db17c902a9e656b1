# Messages of a protocol dispatched by their form.
import json

MESSAGES = """[
 {"type": "login", "user": {"name": "ann", "roles": ["admin", "dev"]}},
 {"type": "login", "user": {"name": "bob", "roles": []}},
 {"type": "move", "to": [3, 4]}, {"type": "move", "to": [3, 4, 5]},
 {"type": "move", "to": {"x": 1}}, {"type": "say", "text": "hello", "to": null},
 {"type": "say", "text": ""}, {"type": "batch", "items": [{"type": "move", "to": [0, 0]}, {"type": "nope"}]}, 42, "ping"]"""


def run(m, depth=0):
    pad = "  " * depth
    match m:
        case {"type": "login", "user": {"name": name, "roles": ["admin", *_]}}:
            print(pad + f"{name} is an admin")
        case {"type": "login", "user": {"name": name}}:
            print(pad + f"{name} logs in")
        case {"type": "move", "to": [x, y]} | {"type": "move", "to": [x, y, _]}:
            print(pad + f"to {x},{y}")
        case {"type": "say", "text": str(t), "to": None} if t:
            print(pad + f"all: {t}")
        case {"type": "batch", "items": [*items]}:
            print(pad + f"batch of {len(items)}")
            for i in items:
                run(i, depth + 1)
        case {"type": t, **rest}:
            print(pad + f"bad {t}: {sorted(rest)}")
        case int(n):
            print(pad + f"number {n}")
        case other:
            print(pad + f"unknown {other!r}")


for m in json.loads(MESSAGES):
    run(m)
