# Walk through nested data, whatever its shape: recursion and generators.
import json

document = json.loads("""
{
  "name": "orchestra",
  "sections": [
    {"name": "strings", "players": [{"name": "Ada", "since": 2015}, {"name": "Ben"}]},
    {"name": "brass", "players": [{"name": "Cem", "since": 2019}]}
  ],
  "open": true
}
""")


def paths(value, path="$"):
    """Yields each leaf with the way to it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, f"{path}.{key}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from paths(item, f"{path}[{place}]")
    else:
        yield path, value


for path, value in paths(document):
    print(f"{path:<34} {value!r}")

since = [value for path, value in paths(document) if path.endswith(".since")]
print("The first came in", min(since))
print(json.dumps({"players": len([p for p, _ in paths(document) if ".players" in p and p.endswith(".name")])}))
