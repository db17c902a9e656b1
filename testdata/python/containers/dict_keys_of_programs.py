# Keys that are the program's own: their __hash__ is called once, their __eq__ only where hashes are equal.
class Key:
    hashes = 0
    compares = 0

    def __init__(self, name, hash_value):
        self.name, self.hash_value = name, hash_value

    def __hash__(self):
        Key.hashes += 1
        return self.hash_value

    def __eq__(self, other):
        Key.compares += 1
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


d = {}
ks = [Key("k%d" % i, i) for i in range(100)]
for k in ks:
    d[k] = k.hash_value
print(Key.hashes, Key.compares, len(d))
print(d[ks[7]], Key.hashes, Key.compares)
print(d[Key("k7", 7)], Key.hashes, Key.compares)
print(Key("other", 7) in d, Key("k8", 200) in d, Key.compares)
same = [Key("s%d" % i, 1) for i in range(5)]
e = dict.fromkeys(same)
print(list(e), len(e), Key("s3", 1) in e)
copy = dict(e)
Key.hashes = 0
copy.update(e)
print(list(copy) == same)


class Bad:
    def __hash__(self):
        raise ValueError("no hash")


for use in (lambda: {}[Bad()], lambda: Bad() in {"a": 1}, lambda: {Bad(): 1}):
    try:
        use()
    except ValueError as x:
        print(x)


class NoCompare:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        raise ZeroDivisionError("compared")


d = {NoCompare(): 1, 6: 2}
print(d[6], len(d))
try:
    d[NoCompare()]
except ZeroDivisionError as x:
    print(x)


class OnlyEq:
    def __eq__(self, other):
        return True


try:
    {OnlyEq(): 1}
except TypeError as x:
    print(x)


class Text(str):
    pass


d = {"a": 1, "b": 2}
print(d[Text("a")], Text("b") in d, Text("c") in d)
d[Text("a")] = 3
print(d, [type(k).__name__ for k in d])
t = {Text("x"): 1}
print(t["x"], "x" in t, "".join(["x"]) in t)


class Changing:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        target.clear()
        return False


target = {Changing(): i for i in range(1)}
target[Changing()] = 1
print(len(target))
