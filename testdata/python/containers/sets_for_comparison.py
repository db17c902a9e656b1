# What changed between two states, told by sets.
old = {"ann": "dev", "bob": "ops", "cy": "hr"}
new = {"ann": "dev", "bob": "dev", "dee": "hr"}
added, removed, kept = new.keys() - old.keys(), old.keys() - new.keys(), old.keys() & new.keys()
print(sorted(added), sorted(removed), sorted(k for k in kept if old[k] != new[k]), sorted(dict(old.items() & new.items())))
perms = {"read", "write"}
print(perms >= {"read"}, perms < {"read", "write", "exec"}, perms == {"write", "read"}, sorted(perms ^ {"exec", "read"}), perms.isdisjoint({"x"}), sorted(perms.union(["a"], ("b",))), sorted(perms.intersection({"read"}, ["read", "z"])))
perms.add("exec"); perms.discard("nope"); perms.update({"a", "b"}); perms -= {"a"}
print(sorted(perms), len(perms), perms.pop() in {"read", "write", "exec", "b"})
for bad in (lambda: perms.remove("zzz"), lambda: {[]}, lambda: {1} + {2}, lambda: {1} | [2], lambda: set(5), lambda: frozenset().add(1), lambda: {1} < [1]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
words = "the cat the dog a cat".split()
seen, dup = set(), []
for w in words:
    (dup.append(w) if w in seen else seen.add(w))
print(dup, sorted({w[0] for w in words}), {frozenset("ab"): 1}[frozenset("ba")], {1, 1.0, True}, len({0, False, ""}), sorted(set("hello") & set("world")))
