# Seeds of programs: a little of everything that upstream's tests do not do much.
class Tree:
    def __init__(self, left=None, right=None):
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self
        if self.right:
            yield from self.right

    def __repr__(self):
        return "Tree(%r, %r)" % (self.left, self.right)


def grow(n):
    if n == 0:
        return None
    return Tree(grow(n - 1), grow(n - 1))


print(grow(3))
print(sum(1 for _ in grow(6)))

import json, re

data = {"a": [1, 2.5, None, True], "b": {"c": "d" * 10}}
text = json.dumps(data)
print(json.loads(text) == data)
print(re.sub("[0-9]+", lambda m: str(int(m.group(0)) + 1), text))
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=lambda w: (len(w), w)))
count = {}
for word in words * 10:
    count[word] = count.get(word, 0) + 1
print(sorted(count.items()))
x = 3 ** 200
while x > 10:
    x = x // 7
print(x, divmod(10 ** 30, 7), int("9" * 50) % 97)
buffer = bytearray(b"abc" * 20)
view = memoryview(buffer)
view[3:6] = b"xyz"
print(bytes(buffer[:9]), buffer.find(b"z"))
try:
    [1, 2][5]
except IndexError as e:
    print("caught", e)
finally:
    print("done")
