# Trees changed: constants folded, names replaced.
import ast


class Fold(ast.NodeTransformer):
    OPS = {ast.Add: lambda a, b: a + b, ast.Sub: lambda a, b: a - b, ast.Mult: lambda a, b: a * b, ast.Pow: lambda a, b: a**b}

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant) and type(node.op) in self.OPS:
            return ast.copy_location(ast.Constant(self.OPS[type(node.op)](node.left.value, node.right.value)), node)
        return node


class Rename(ast.NodeTransformer):
    def __init__(self, **names):
        self.names = names

    def visit_Name(self, node):
        return ast.copy_location(ast.Name(self.names.get(node.id, node.id), node.ctx), node)

    def visit_arg(self, node):
        node.arg = self.names.get(node.arg, node.arg)
        return node


tree = Fold().visit(ast.parse("x = 2 * 3 + 4 ** 2 - y * (1 + 1)"))
print(ast.dump(tree.body[0].value))
renamed = Rename(w="width", x="y").visit(ast.parse("print((lambda w, x: w * 10 + x)(1, 2))"))
print(ast.dump(renamed.body[0].value.args[0].func.args))
expr = ast.parse("a if b else [c for c in d if c > 1]", mode="eval")
print(ast.dump(expr.body.test), sorted({n.id for n in ast.walk(expr) if isinstance(n, ast.Name)}))
print(ast.dump(ast.parse("f(1, *a, k=2)", mode="eval"), indent=1))
made = ast.Expression(ast.BinOp(ast.Constant(20), ast.Add(), ast.Constant(22)))
print(ast.dump(Fold().visit(made)))
fn = ast.parse("def f():\n    'doc'\n    return 1").body[0]
print(ast.get_docstring(fn), fn.name, [type(s).__name__ for s in fn.body], fn.lineno, fn.end_lineno, list(ast.iter_child_nodes(fn))[0].__class__.__name__)
for text in ("[1, {'a': (2.5, None, -3)}, True]", "1 + 2j", "{1, 2}", "b'x'", "__import__('os')", "1 + 1", "[x]"):
    try:
        print(ast.literal_eval(text))
    except ValueError as e:
        print("ValueError:", str(e)[:40])
