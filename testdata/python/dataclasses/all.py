# Dataclasses: fields, defaults, order, frozen, inheritance, errors.
from dataclasses import *
from typing import List, Optional, ClassVar
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    n: ClassVar[int] = 5
p=P(1); print(p, P(1)==P(1,0,[]), P(1)!=P(2), p.tags, P.n, P.__match_args__)
p.tags.append(3); print(p, P(2), asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)])
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = field(default=0)
    label: str = field(default="", compare=False, repr=False)
print(V(1,2)<V(1,3), sorted([V(2),V(1,5),V(1)]), hash(V(1))==hash(V(1,0,"z")), {V(1): 2})
try: V(1).major=3
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class C(P):
    z: int = 3
    w: float = field(init=False, default=1.5)
    def __post_init__(self): self.s=self.x+self.z
print(C(1,2,[],4), C(1).s)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
@dataclass
class I:
    a: int
    s: InitVar[int] = 3
    def __post_init__(self, s): self.a+=s
print(I(1), I(1,10))
for f in [lambda: P(), lambda: K(1), lambda: P(1,2,[],4), lambda: asdict(3), lambda: replace(I(1)), lambda: fields(3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try:
    @dataclass
    class B:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class B2:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass(slots=True)
class S:
    x: int
    y: int = 5
s=S(1); print(s, S.__slots__)
try: s.q=1
except AttributeError as e: print("AttributeError")
D=make_dataclass("D",[("x",int),("y",int,field(default=3))]); print(D(1))
@dataclass
class Node:
    v: int
    kids: List["Node"] = field(default_factory=list)
    nxt: Optional["Node"] = None
n=Node(1,[Node(2)]); print(n, asdict(n)); n.nxt=n; print(n)
@dataclass(eq=False)
class E: x: int
print(E(1)==E(1), is_dataclass(E), is_dataclass(3), is_dataclass(E(1)))
match p:
    case P(x=1, y=yy): print("m", yy)
