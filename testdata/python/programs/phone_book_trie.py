# Names by prefix: a trie with counts, completion, wildcard search and deletion.
class Trie:
    __slots__ = ("kids", "value")

    def __init__(self):
        self.kids, self.value = {}, None

    def __setitem__(self, word, value):
        node = self
        for c in word:
            node = node.kids.setdefault(c, Trie())
        node.value = value

    def node(self, prefix):
        n = self
        for c in prefix:
            n = n.kids[c]
        return n

    def __getitem__(self, word):
        try:
            v = self.node(word).value
        except KeyError:
            v = None
        if v is None:
            raise KeyError(word)
        return v

    def __contains__(self, word):
        try:
            self[word]
        except KeyError:
            return False
        return True

    def items(self, path=""):
        if self.value is not None:
            yield path, self.value
        for c in sorted(self.kids):
            yield from self.kids[c].items(path + c)

    def __iter__(self):
        return (w for w, _ in self.items())

    def __len__(self):
        return sum(1 for _ in self)

    def complete(self, prefix):
        try:
            return [prefix + w for w in self.node(prefix)]
        except KeyError:
            return []

    def like(self, pattern, path=""):
        if not pattern:
            if self.value is not None:
                yield path
            return
        c, rest = pattern[0], pattern[1:]
        if c == "*":
            yield from self.like(rest, path)
        for k in sorted(self.kids) if c in "*?" else [c] if c in self.kids else []:
            yield from self.kids[k].like(pattern if c == "*" else rest, path + k)

    def __delitem__(self, word):
        self[word]
        trail, n = [self], self
        for c in word:
            n = n.kids[c]
            trail.append(n)
        n.value = None
        for parent, c, kid in zip(reversed(trail[:-1]), reversed(word), reversed(trail)):
            if kid.kids or kid.value is not None:
                break
            del parent.kids[c]

    def nodes(self):
        return 1 + sum(k.nodes() for k in self.kids.values())


t = Trie()
for i, name in enumerate("anna anne andy bob bobby barb carl".split(), 1):
    t[name] = i
print(len(t), list(t), t["bob"], "ann" in t, "anne" in t, t.nodes())
print(t.complete("an"), t.complete("bo"), t.complete("x"), list(t.like("?a*")), list(t.like("*b")), list(dict.fromkeys(t.like("*n*"))))
del t["anna"], t["bobby"]
print(list(t), t.nodes(), t.complete("bob"))
for bad in ("ann", "zed", "bobby"):
    try:
        del t[bad]
    except KeyError as e:
        print("KeyError:", e)
