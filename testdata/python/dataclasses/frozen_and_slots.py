# Frozen classes as keys, slots, inheritance and make_dataclass.
from dataclasses import dataclass, field, make_dataclass, FrozenInstanceError, is_dataclass, asdict, MISSING, fields


@dataclass(frozen=True)
class Pos:
    x: int
    y: int

    def __add__(self, other):
        return Pos(self.x + other.x, self.y + other.y)


seen = {Pos(0, 0): "start", Pos(1, 2): "key"}
print(seen[Pos(0, 1) + Pos(1, 1)], len({Pos(1, 1), Pos(1, 1)}))
try:
    Pos(1, 2).x = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)


@dataclass(slots=True)
class Node:
    value: int
    next: "Node | None" = None

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next


n = Node(1, Node(2))
print(n, list(n), Node.__slots__, hasattr(n, "__dict__"))
try:
    n.other = 1
except AttributeError as e:
    print("AttributeError")


@dataclass
class Base:
    id: int
    kind: str = "base"


@dataclass
class Child(Base):
    kind: str = "child"
    extra: dict = field(default_factory=dict)


print(Child(1), Child(1) == Base(1, "child"), Child.__match_args__)
C = make_dataclass("C", [("x", int), ("y", int, field(default=5)), "z" if False else ("z", float, 0.5)], namespace={"sum": lambda s: s.x + s.y})
print(C(1), C(1).sum(), is_dataclass(C), is_dataclass(C(1)), is_dataclass(int))
match Pos(3, 0):
    case Pos(x, 0):
        print("on the axis at", x)
for code in ("class A:\n x: int = 1\n y: int", "class A:\n x: list = []", "class A(Pos):\n z: int = 0"):
    try:
        ns = {"dataclass": dataclass, "Pos": Pos}
        exec("@dataclass\n" + code, ns)
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


@dataclass(eq=False, repr=False)
class Plain:
    a: int


print(Plain(1) == Plain(1), hash(Plain(1)) is not None, [f.default is MISSING for f in fields(Plain)])
