# Two folders compared by digest: what to copy, rename, delete, and conflicts.
import hashlib

LEFT = {"a.txt": b"one", "b.txt": b"two", "c/d.txt": b"three", "moved.txt": b"same text", "both.txt": b"left"}
RIGHT = {"a.txt": b"one", "b.txt": b"TWO", "old.txt": b"same text", "extra.txt": b"x", "both.txt": b"right"}
BASE = {"b.txt": b"TWO", "both.txt": b"base", "extra.txt": b"x", "old.txt": b"same text"}
digest = lambda files: {n: hashlib.sha1(d).hexdigest()[:8] for n, d in files.items()}
left, right, base = map(digest, (LEFT, RIGHT, BASE))
by_digest = {d: n for n, d in right.items() if n not in left}
plan = []
for n in sorted(left.keys() | right.keys()):
    l, r, b = left.get(n), right.get(n), base.get(n)
    if l == r:
        plan.append(("same", n))
    elif r is None and l in by_digest:
        plan.append(("rename", f"{by_digest.pop(l)} -> {n}"))
    elif r is None:
        plan.append(("copy", n))
    elif l is None:
        if ("rename", n) not in plan and not any(k == "rename" and t.startswith(n + " ") for k, t in plan):
            plan.append(("delete", n) if r == b else ("keep", n))
    elif l == b:
        plan.append(("fetch", n))
    elif r == b:
        plan.append(("copy", n))
    else:
        plan.append(("CONFLICT", n))
for kind, what in plan:
    print(f"{kind:<9}{what}")
print({k: sum(1 for x, _ in plan if x == k) for k in sorted({k for k, _ in plan})})
