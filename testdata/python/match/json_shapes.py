# match over parsed JSON: messages told apart by shape, guards, captures, alternatives.
import json

MESSAGES = ['{"type": "text", "body": "hi"}', '{"type": "image", "w": 10, "h": 20, "alt": "x"}', '{"type": "image", "w": -1, "h": 5}', '[1, 2, 3]', '["move", 5]', '["move", 5, 6]', '{"batch": [{"type": "text", "body": "a"}, 7]}', '"ping"', "null", "3.5", "true", "{}", "[]", '{"type": 5}', '{"user": {"name": "ann", "roles": ["admin", "x"]}}', '{"user": {"name": "bob", "roles": []}}']


def handle(m):
    match m:
        case {"type": "text", "body": str(body)}:
            return f"text {body}"
        case {"type": "image", "w": int(w), "h": int(h), **rest} if w > 0 < h:
            return f"image {w}x{h} {rest}"
        case {"type": "image"}:
            return "bad image"
        case {"batch": [*items]}:
            return [handle(i) for i in items]
        case {"user": {"name": name, "roles": [first, *_]}}:
            return f"{name} is {first}"
        case {"user": {"name": name}}:
            return f"{name} has no role"
        case ["move", dx] | ["move", dx, _]:
            return f"move {dx}"
        case [int(a), *_, int(z)]:
            return f"list {a}..{z}"
        case "ping" | "pong" as word:
            return word.upper()
        case True | None as v:
            return f"constant {v}"
        case float() | int() as n:
            return f"number {n}"
        case {} if not m:
            return "empty object"
        case []:
            return "empty list"
        case other:
            return f"unknown {other}"


for text in MESSAGES:
    print(f"{text:<52}", handle(json.loads(text)))
