# Long values shown short.
import reprlib

print(reprlib.repr(list(range(100))), reprlib.repr("x" * 200), reprlib.repr({i: i * i for i in range(9)}), reprlib.repr(set(range(20))), reprlib.repr(2 ** 200))
r = reprlib.Repr(maxlist=2, maxstring=10, maxdict=1, maxlevel=2)
print(r.repr([1, 2, 3]), r.repr("hello world, hello"), r.repr({"a": 1, "b": 2}), r.repr([[[[1]]]]), r.repr((1, [2, [3, [4]]])))


class Mine(reprlib.Repr):
    def repr_Account(self, x, level):
        return f"<account of {x.owner}>"


class Account:
    owner = "ann"


print(Mine().repr([Account(), Account()]), reprlib.Repr(indent="..").repr([1, {"a": 2}]))


class Tree(list):
    @reprlib.recursive_repr(fillvalue="<loop>")
    def __repr__(self):
        return "Tree(" + ", ".join(map(repr, self)) + ")"


t = Tree([1, 2])
t.append(t)
print(t)


class Broken:
    def __repr__(self):
        raise ValueError("no")


print(reprlib.repr([1, (2,)]), reprlib.repr(frozenset()), reprlib.repr(Broken()).split(" at ")[0], reprlib.Repr(maxother=12).repr(range(10 ** 9)))
