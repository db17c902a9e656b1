# A visitor that lists the functions, imports and calls of a program.
import ast

SOURCE = '''
import os, sys as system
from math import sqrt as root, pi

def area(r, *, unit="cm"):
    """Area of a circle."""
    return pi * r ** 2

class Shape:
    "A shape."
    sides: int = 0
    async def draw(self, *args, **kw):
        await self.prepare()
        print(area(2), root(4))
'''


class Finder(ast.NodeVisitor):
    def __init__(self):
        self.stack = []

    def visit_FunctionDef(self, node):
        a = node.args
        print("def", ".".join([*self.stack, node.name]), [x.arg for x in a.args], [x.arg for x in a.kwonlyargs], "line", node.lineno)
        print("  doc:", ast.get_docstring(node))
        self.stack.append(node.name)
        self.generic_visit(node)
        self.stack.pop()

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        print("class", node.name, ast.get_docstring(node))
        self.stack.append(node.name)
        self.generic_visit(node)
        self.stack.pop()

    def visit_Import(self, node):
        print("import", [(n.name, n.asname) for n in node.names])

    def visit_ImportFrom(self, node):
        print("from", node.module, [(n.name, n.asname) for n in node.names], node.level)

    def visit_Call(self, node):
        print("call", type(node.func).__name__, getattr(node.func, "id", getattr(node.func, "attr", None)), len(node.args))
        self.generic_visit(node)


tree = ast.parse(SOURCE)
Finder().visit(tree)
print(sorted({type(n).__name__ for n in ast.walk(tree) if isinstance(n, ast.stmt)}))
print(sum(isinstance(n, ast.Name) for n in ast.walk(tree)))
