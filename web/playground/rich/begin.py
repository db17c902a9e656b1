# Makes a program's display and modules: DISPLAY and OUTSIDE are texts, MODULES pairs of a name and a text. Nothing of it stays in __main__.
import builtins
import sys

if DISPLAY:
    scope = {"OUTSIDE": OUTSIDE}
    exec(compile(DISPLAY, "display.py", "exec"), scope)
    builtins.display = scope["display"]
for name, text in MODULES:
    module = type(sys)(name)
    module._show = display.__globals__["show"]
    exec(compile(text, name + ".py", "exec"), module.__dict__)
    sys.modules[name] = module
