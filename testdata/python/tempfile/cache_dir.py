# A cache of files in a temporary folder: written whole, read, expired, counted, cleaned.
import json
import os
import tempfile
from contextlib import contextmanager


class FileCache:
    def __init__(self, top, clock):
        self.top, self.clock, self.hits, self.misses = top, clock, 0, 0

    def path(self, key):
        return os.path.join(self.top, "".join(c if c.isalnum() else f"%{ord(c):02x}" for c in key) + ".json")

    def put(self, key, value, ttl=10):
        with tempfile.NamedTemporaryFile("w", dir=self.top, delete=False, suffix=".tmp") as f:
            json.dump({"until": self.clock() + ttl, "value": value}, f)
        os.replace(f.name, self.path(key))

    def get(self, key, default=None):
        try:
            with open(self.path(key)) as f:
                item = json.load(f)
        except (FileNotFoundError, json.JSONDecodeError):
            self.misses += 1
            return default
        if item["until"] < self.clock():
            os.remove(self.path(key))
            self.misses += 1
            return default
        self.hits += 1
        return item["value"]


now = 0


@contextmanager
def cache():
    with tempfile.TemporaryDirectory(prefix="cache-") as top:
        yield FileCache(top, lambda: now)
    print("gone:", not os.path.exists(top))


with cache() as c:
    c.put("a/b", [1, 2])
    c.put("x", {"k": None}, ttl=1)
    print(sorted(os.listdir(c.top)), c.get("a/b"), c.get("x"), c.get("nope", "default"))
    now = 5
    print(c.get("x"), c.get("a/b"), sorted(os.listdir(c.top)), c.hits, c.misses)
    with open(c.path("bad"), "w") as f:
        f.write("{broken")
    print(c.get("bad", "unreadable"), os.path.basename(c.path("ü?")))
    try:
        c.put("obj", object())
    except TypeError as e:
        print("TypeError:", e, len([n for n in os.listdir(c.top) if n.endswith(".tmp")]))
with tempfile.TemporaryDirectory(delete=False) as kept:
    pass
print(os.path.isdir(kept), os.rmdir(kept))
