# Walks over trees and graphs with yield from.
TREE = {"a": {"b": {"d": {}, "e": {}}, "c": {"f": {}}}}


def preorder(tree, depth=0):
    for name, children in tree.items():
        yield depth, name
        yield from preorder(children, depth + 1)


def postorder(tree):
    for name, children in tree.items():
        yield from postorder(children)
        yield name


def leaves(tree):
    return (n for n in postorder(tree) if not find(tree, n))


def find(tree, name):
    for k, v in tree.items():
        if k == name:
            return v
        if (got := find(v, name)) is not None:
            return got


def levels(tree):
    level = [tree]
    while any(level):
        yield [k for t in level for k in t]
        level = [v for t in level for v in t.values()]


for depth, name in preorder(TREE):
    print("  " * depth + name)
print(list(postorder(TREE)), list(leaves(TREE)), list(levels(TREE)))


class Node:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child:
            child.insert(key)
        else:
            setattr(self, side, Node(key))

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __reversed__(self):
        for part in (self.right, self.left):
            if part is self.right and part: yield from reversed(part)
            if part is self.right: yield self.key
            elif part: yield from reversed(part)


root = Node(5)
for k in (2, 8, 1, 9, 3):
    root.insert(k)
print(list(root), sum(root), 8 in root, max(root), *root)
