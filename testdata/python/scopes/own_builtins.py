# exec and eval with a __builtins__ in the globals: it hides the built-in names, and gets there when it is not given.
g = {}
exec("x = 1\ndef f(): return len([1])", g)
print(list(g), g['f'](), type(g['__builtins__']) if '__builtins__' in g else None)
h = {'y': 2}
print(eval('y + 1', h), list(h))
def t(code, g, l=None):
    try:
        exec(code, g, l) if l is not None else exec(code, g); print('ok', code)
    except Exception as e: print(type(e).__name__, e, '|', code)
t("print('hi')", {'__builtins__': {}})
t("len([1])", {'__builtins__': {'len': len}})
t("import os", {'__builtins__': {}})
t("def f(): return open('x')\nf()", {'__builtins__': {}})
t("[x for x in (1,2)]", {'__builtins__': {}})
t("__import__('os')", {'__builtins__': {}})
t("().__class__.__bases__[0].__subclasses__()", {'__builtins__': {}})
t("import math\nprint(math.sqrt(4))", {'__builtins__': {'__import__': __import__, 'print': print}})
def safe(name, globals=None, locals=None, fromlist=(), level=0):
    print('import', name, fromlist, level)
    if name not in ('math',): raise ImportError(f'{name} not allowed')
    return __import__(name, globals, locals, fromlist, level)
t("import math\nfrom math import pi\nprint(pi)\nimport os", {'__builtins__': {'__import__': safe, 'print': print}})
t("x = 1\nprint(x)", {'__builtins__': __builtins__})
t("raise ValueError('x')", {'__builtins__': {}})
t("assert 0", {'__builtins__': {}})
try: print(eval("__import__('os').getcwd()", {'__builtins__': None}))
except Exception as e: print(type(e).__name__, e)
try: print(eval("abs(-1) + y", {'__builtins__': {'abs': abs}}, {'y': 1}))
except Exception as e: print(type(e).__name__, e)
print(eval("max(a, b)", {'__builtins__': {}, 'max': max}, {'a': 1, 'b': 2}))
l = {}
exec("a = 5", {}, l); print(l)
import builtins
