# In-place operators: those that change the object, those that fall back, on attributes and items.
class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __iadd__(self, other):
        self.items += other.items if isinstance(other, Bag) else [other]
        return self

    def __add__(self, other):
        return Bag(*self.items, *other.items)

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return Bag(*(i for i in self.items if i != other))

    def __imul__(self, n):
        self.items *= n
        return "replaced"

    def __repr__(self):
        return f"Bag{self.items}"


a = b = Bag(1, 2)
a += 3
a += Bag(4)
print(a, a is b)
a -= 2
print(a, a is b)
b *= 2
print(b)


class Holder:
    bag = Bag()


h = Holder()
h.bag += 9
print(h.bag, Holder.bag, "bag" in vars(h))
box = {"n": 1, "l": [1]}
box["n"] += 1
box["l"] += (2, 3)
box["l"] *= 2
print(box)
x, s, f, t = 7, "a", 2.0, (1,)
x //= 2; x **= 3; x %= 10; x <<= 2; x |= 1; x &= 0b11101; x ^= 4; x >>= 1
s += "b"; s *= 3; f /= 4; t += (2,)
print(x, s, f, t)
for bad in ("a @= 3", "x += 'a'", "nope += 1", "box['z'] += 1", "h.none += 1", "t[0] += 1"):
    try:
        exec(bad)
    except (TypeError, NameError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
