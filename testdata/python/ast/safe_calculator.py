# A calculator that walks the tree of an expression, and refuses everything else.
import ast
import operator

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
       ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow}
UNARY = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Not: operator.not_}


def evaluate(text, **names):
    def walk(node):
        match node:
            case ast.Expression(body=body):
                return walk(body)
            case ast.Constant(value=int() | float() as v):
                return v
            case ast.Name(id=name):
                return names[name]
            case ast.BinOp(left=l, op=op, right=r) if type(op) in OPS:
                return OPS[type(op)](walk(l), walk(r))
            case ast.UnaryOp(op=op, operand=x):
                return UNARY[type(op)](walk(x))
            case ast.IfExp():
                return walk(node.body if walk(node.test) else node.orelse)
        raise ValueError(f"{type(node).__name__} is not allowed")
    return walk(ast.parse(text, mode="eval"))


for text in ("1 + 2 * 3", "-(2 ** 10) // 7", "x * x if x else 0", "__import__('os')", "[1, 2]", "7 / 0", "y + 1", "1 +"):
    try:
        print(f"{text:<20} = {evaluate(text, x=5)}")
    except SyntaxError as e:
        print(f"{text:<20} : {e.msg}")
    except (ValueError, ZeroDivisionError, KeyError) as e:
        print(f"{text:<20} : {type(e).__name__} {e}")
