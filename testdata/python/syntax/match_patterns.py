def m(x):
    match x:
        case 0: return "zero"
        case -1 | 1: return "one"
        case 1.5 | 2+3j: return "num"
        case "a" "b": return "str"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [1, 2, *_]: return "12"
        case (a, b) if a == b: return f"same {a}"
        case (a, b): return f"pair {a} {b}"
        case [a, *mid, z]: return f"{a} {mid} {z}"
        case {"k": v, **rest}: return f"k {v} {rest}"
        case {"x": {"y": [p, q]}}: return f"nested {p} {q}"
        case {}: return "dict"
        case str(s): return "s " + s
        case int() | float(): return "other number"
        case P(x=0, y=yy): return f"P0 {yy}"
        case P(xx, yy): return f"P {xx} {yy}"
        case C.D: return "const"
        case [_, _] as w: return w
        case other: return f"other {other!r}"
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
class C:
    D = object()
for v in [0, 1, -1, True, 1.5, 2+3j, "ab", b"x", None, [], [1,2], [1,2,3], (5,5), (5,6), [7,8,9], {"k": 1, "z": 2}, {"x": {"y": (3, 4)}}, {}, {"q": 1}, "zz", 99, 2.5, P(0, 7), P(3, 4), C.D, set(), range(2), "", b""]:
    print(type(v).__name__, m(v))
match = 5; case = 6; type_ = 7
match[0] if False else None
print(match, case)
match match, case:
    case (5, 6): print("soft")
_ = 3
match 1,:
    case _, : print("seq1", _)
match (1):
    case x if x > 5: print("no")
    case x: print("yes", x)
def f(x):
    match x:
        case [[a, b], *_] | [_, [a, b]]: return a, b
        case {1: [x, y, z]}: return x, y, z
    return "none"
print(f([[1, 2], 3]), f([1, [2, 3]]), f({1: [4, 5, 6]}), f({1: [4, 5]}), f(0))
try:
    match P(1,2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match P(1,2):
        case P(1, x=3): pass
except TypeError as e: print(e)
