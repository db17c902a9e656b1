# What changed between two versions of a file, in three forms.
import difflib

OLD = """name: demo
port: 80
debug: false
hosts:
  - a
  - b
""".splitlines(keepends=True)
NEW = """name: demo
port: 8080
hosts:
  - a
  - c
  - b
timeout: 5
""".splitlines(keepends=True)
print("".join(difflib.unified_diff(OLD, NEW, "old.yml", "new.yml", n=1)))
print("".join(difflib.context_diff(OLD, NEW, "old", "new", n=0)))
print("".join(difflib.ndiff(OLD, NEW)))
delta = list(difflib.ndiff(OLD, NEW))
print("".join(difflib.restore(delta, 1)) == "".join(OLD), "".join(difflib.restore(delta, 2)) == "".join(NEW))
print(list(difflib.unified_diff(OLD, OLD)))
