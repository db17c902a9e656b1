# What is no package has no modules in it, and says so.
import importlib
import sys
import types

for name in ("os.environ", "string.digits", "os.path.join", "a_module.part"):
    sys.modules["a_module"] = types.ModuleType("a_module")
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error, error.name)

# A module whose __getattr__ knows nothing.
lazy = types.ModuleType("lazy")


def missing(name):
    raise AttributeError(f"lazy has no {name}")


lazy.__getattr__ = missing
sys.modules["lazy"] = lazy
try:
    import lazy.part
except ModuleNotFoundError as error:
    print(error)

print(importlib.import_module("os.path").basename("/a/b"))
