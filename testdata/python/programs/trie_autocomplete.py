# Words completed from a trie, with counts and wildcards.
class Trie:
    def __init__(self):
        self.children, self.count = {}, 0

    def add(self, word, n=1):
        node = self
        for c in word:
            node = node.children.setdefault(c, Trie())
        node.count += n

    def walk(self, prefix=""):
        if self.count:
            yield prefix, self.count
        for c in sorted(self.children):
            yield from self.children[c].walk(prefix + c)

    def complete(self, prefix, limit=3):
        node = self
        for c in prefix:
            node = node.children.get(c)
            if node is None:
                return []
        return sorted(node.walk(prefix), key=lambda w: (-w[1], w[0]))[:limit]

    def match(self, pattern, prefix=""):
        if not pattern:
            if self.count:
                yield prefix
            return
        head, rest = pattern[0], pattern[1:]
        for c, child in sorted(self.children.items()):
            if head in ("?", c):
                yield from child.match(rest, prefix + c)

    def __contains__(self, word):
        return any(w == word for w in self.match(word))

    def __len__(self):
        return sum(1 for _ in self.walk())


t = Trie()
for w, n in {"car": 5, "card": 2, "care": 7, "cat": 1, "dog": 3, "über": 2, "": 0}.items():
    t.add(w, n)
t.add("cat", 9)
print(t.complete("ca"), t.complete("x"), t.complete("", 2), list(t.match("ca?")), list(t.match("?o?")), "car" in t, "ca" in t, len(t), t.complete("ü"))
