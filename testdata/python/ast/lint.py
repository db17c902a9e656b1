# A small linter: unused names, bare excepts, mutable defaults, comparisons with None, by line.
import ast

SOURCE = '''
import os, sys as system
from math import sin, cos

def f(a, b=[], *, c={}):
    x = 1
    y = 2
    try:
        return a + y
    except:
        pass

class A:
    def method(self):
        if self.v == None:
            print(f"{cos(1)}")
        assert (1, "always")
        return 1 if not self.v is 3 else 2
'''


class Lint(ast.NodeVisitor):
    def __init__(self):
        self.found, self.imports, self.used = [], {}, set()

    def note(self, node, text):
        self.found.append((node.lineno, text))

    def visit_Import(self, node):
        for a in node.names:
            self.imports[a.asname or a.name] = node.lineno

    visit_ImportFrom = visit_Import

    def visit_FunctionDef(self, node):
        for d in [*node.args.defaults, *node.args.kw_defaults]:
            if isinstance(d, (ast.List, ast.Dict, ast.Set)):
                self.note(d, f"mutable default in {node.name}")
        stores = {n.id: n.lineno for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        loads = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        for name in stores.keys() - loads:
            self.found.append((stores[name], f"{name} is never used"))
        self.generic_visit(node)

    def visit_Name(self, node):
        self.used.add(node.id)

    def visit_ExceptHandler(self, node):
        if node.type is None:
            self.note(node, "bare except")
        self.generic_visit(node)

    def visit_Compare(self, node):
        for op, right in zip(node.ops, node.comparators):
            if isinstance(right, ast.Constant) and right.value is None and isinstance(op, (ast.Eq, ast.NotEq)):
                self.note(node, "comparison with None by ==")
            if isinstance(op, ast.Is) and isinstance(right, ast.Constant) and isinstance(right.value, int):
                self.note(node, "'is' with a number")
        self.generic_visit(node)

    def visit_Assert(self, node):
        if isinstance(node.test, ast.Tuple):
            self.note(node, "assert of a tuple")

    def run(self, source):
        self.visit(ast.parse(source))
        self.found += [(n, f"{name} is imported but not used") for name, n in self.imports.items() if name not in self.used]
        return sorted(self.found)


for n, text in Lint().run(SOURCE):
    print(f"{n:>3}: {text}")
try:
    Lint().run("def f(:\n pass")
except SyntaxError as e:
    print("SyntaxError:", e.msg, e.lineno)
