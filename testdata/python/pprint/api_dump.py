# Answers of an API printed so that a person can read them.
import pprint

DATA = {
    "user": {"id": 7, "name": "Ann Example", "roles": ["admin", "editor", "viewer"], "settings": {"theme": "dark", "notifications": {"mail": True, "push": False}}},
    "items": [{"sku": f"A-{i:03}", "price": i * 1.25, "tags": tuple("xyz"[:i])} for i in range(4)],
    "text": "A long sentence that does not fit on one line of the output and so is broken at its spaces.",
    "empty": [], "none": None, "set": {3, 1, 2}, "bytes": b"0123456789" * 4, "big": 123456789012,
}
pprint.pprint(DATA)
pprint.pprint(DATA["user"], width=40)
pprint.pprint(DATA["user"], width=40, compact=True)
pprint.pprint(DATA, depth=1)
pprint.pprint(DATA["items"], indent=4, width=60)
pprint.pprint(dict(b=1, a=2), sort_dicts=False)
pprint.pp(dict(b=1, a=2))
print(pprint.pformat([list(range(12))] * 2, width=30))
print(pprint.pformat([list(range(12))] * 2, width=30, compact=True))
print(pprint.pformat({"n": 1234567, "m": [10**6]}, underscore_numbers=True))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable(DATA), pprint.saferepr({"b": 1, "a": [2]}))
