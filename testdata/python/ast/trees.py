# Syntax trees: how they look, visitors, an evaluator of expressions.
import ast

for s in ("1 + 2 * 3 - x", "a if b else c", "f(x, *y, k=1, **z)", "a < b <= c not in d is not e", "a.b[1:2, ::3].c", "[x for x in y if x if z]", "{k: v for k, v in d.items()}", "lambda a, b=1, /, c=2, *d, e, f=3, **g: a", "f'{x!r:>{w}} text {y}'", "not a and b or -c ** ~d", "(yield)", "await_ @ x // y % z << 1 >> 2 & 3 | 4 ^ 5", "(n := 10)", "{1, *a}", "{**a, 'b': 1}", "'s'", "print(a, end='')"):
    print(ast.dump(ast.parse(s, mode="eval")))
code = '''
"""Doc."""
import os, sys as system
from a.b import c as d, e
from . import f
x: int = 5
y: str
(z): int = 1
a = b = c, d = 1, 2
a += 1
del a, b[0]
def f(a: int, *, b=1) -> str:
    "fdoc"
    global g
    return a
async def g():
    async for i in x: await i
    async with a as b: pass
@dec
@dec2(1)
class A(B, metaclass=M):
    x = 1
    def m(self): yield 1
for i, j in x:
    if i: break
    elif j: continue
    else: pass
else: z
while True: pass
try: a
except (A, B) as e: raise X from e
except: raise
else: b
finally: c
try: a
except* V: b
with open("x") as f, g: assert f, "m"
nonlocal_ = 1
if a: b
'''
tree = ast.parse(code)
print(ast.dump(tree, indent=2))
print(ast.get_docstring(tree), [type(n).__name__ for n in ast.walk(tree)][:20])
print(ast.dump(tree.body[1], annotate_fields=False), ast.dump(tree.body[8], include_attributes=True))
for n in ast.walk(tree):
    if isinstance(n, (ast.stmt, ast.expr)): print(type(n).__name__, n.lineno, n.col_offset, n.end_lineno, n.end_col_offset)
class V(ast.NodeVisitor):
    def visit_FunctionDef(self, node): print("def", node.name, node.lineno); self.generic_visit(node)
    def visit_Name(self, node): print(node.id, end=" ")
V().visit(tree); print()
class T(ast.NodeTransformer):
    def visit_Constant(self, node): return ast.copy_location(ast.Constant(value=42), node)
print(ast.dump(T().visit(ast.parse("1 + x", mode="eval"))))
import operator as op
ops = {ast.Add: op.add, ast.Sub: op.sub, ast.Mult: op.mul, ast.Div: op.truediv, ast.Pow: op.pow, ast.USub: op.neg}
def ev(n):
    match n:
        case ast.Expression(body=b): return ev(b)
        case ast.Constant(v): return v
        case ast.BinOp(l, o, r): return ops[type(o)](ev(l), ev(r))
        case ast.UnaryOp(o, v): return ops[type(o)](ev(v))
    raise TypeError(n)
print(ev(ast.parse("2*(3+4)**2/-7 - 1", mode="eval")))
print(ast.Constant(5).value, ast.BinOp(ast.Constant(1), ast.Add(), ast.Constant(2)).right.value, isinstance(ast.Add(), ast.operator))
try: ast.parse("x = = 1")
except SyntaxError as e: print(e.msg, e.lineno)
print(ast.get_source_segment("a = foo(1)\n", ast.parse("a = foo(1)\n").body[0].value))
