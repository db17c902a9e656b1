# Syntax errors where a source ends, and words that CPython has for some: message, line, column and text.
for source in [
    "def f():\n", "def f():", "x = 1\nif x:\n    # to do\n", "class A:\n  def f(self):\n\n", "try:\n  x\n", "for i in y:\n# c\n",
    "a b", "a b\n", "x = 1\na b\ny = 2", "x = 1 <> 2", "import x.y from z", "import a, b from c", "async for x in y: pass",
    "class A:\n async with x: pass", "def f():\n async with x: pass", "match x:\n case [*a, *b]: pass", "f(*a for a in b)", "[a for b]", "[a for b of c]",
    "{a, b for b in c}", "try: pass\nexcept",
]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset)
for source in ["def f():\n", "def f():", "x = 1\nif x:\n    # to do\n", "a b", "a b\n", "x = 1\na b\ny = 2", "(1,", "x = 1 <> 2"]:
    try:
        exec(source)
    except SyntaxError as e:
        print(e, repr(e.text))
for source in ["a b", "1 + ?", "f'{a b}'", "(1,"]:
    try:
        eval(source)
    except SyntaxError as e:
        print(repr(source), e, e.offset, repr(e.text))
