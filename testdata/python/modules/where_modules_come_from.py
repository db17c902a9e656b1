# __package__, __spec__ and __loader__ of modules from files, of the library and of the program.
import importlib.machinery
import importlib.util
import json.decoder
import math
import os
import sys
import types

files = {
    "flat.py": "print(repr(__package__), __name__, __spec__.name, repr(__spec__.parent), __loader__ is __spec__.loader)\n",
    "pkg/__init__.py": "print(__package__, __spec__.submodule_search_locations == __path__)\nfrom . import mod\n",
    "pkg/mod.py": "print(__package__, __spec__.parent, __spec__.origin == __file__)\nif __name__ == '__main__': print('never')\n",
    "pkg/sub/__init__.py": "from .. import mod\nprint(__package__)\n",
    "pkg/sub/deep.py": "from ... import nothing\n",
}
os.makedirs("/tmp/come_from/pkg/sub", exist_ok=True)
for name, text in files.items():
    with open(f"/tmp/come_from/{name}", "w") as f:
        f.write(text)
sys.path.insert(0, "/tmp/come_from")

print(__package__, __spec__, sys.modules["__main__"].__spec__)
import flat
import pkg.sub

for module in flat, pkg, pkg.mod, pkg.sub, json, json.decoder, math, sys, types:
    spec = module.__spec__
    print(module.__name__, repr(module.__package__), spec.name, repr(spec.parent), type(spec).__name__, spec.submodule_search_locations is None,
          module.__loader__ is spec.loader, spec is module.__spec__)
try:
    import pkg.sub.deep
except ImportError as e:
    print(e)
try:
    from . import flat
except ImportError as e:
    print(e)

print(pkg.__path__, flat.__file__, flat.__loader__.get_filename(), flat.__loader__.get_source("flat")[:5])
print(importlib.util.find_spec("nowhere"), importlib.util.find_spec("pkg.mod").origin, importlib.util.find_spec("math").origin)
try:
    importlib.util.find_spec("nowhere.x")
except ModuleNotFoundError as e:
    print(e)
try:
    importlib.util.find_spec("__main__")
except ValueError as e:
    print(e)
made = types.ModuleType("made")
print(made.__spec__, made.__package__, made.__loader__)
spec = importlib.util.spec_from_file_location("other", "/tmp/come_from/flat.py")
module = importlib.util.module_from_spec(spec)
print(module, repr(module.__package__), module.__spec__ is spec)
spec.loader.exec_module(module)
loader = importlib.machinery.SourceFileLoader("third", "/tmp/come_from/flat.py")
print(loader.load_module().__name__, "third" in sys.modules, loader == importlib.machinery.SourceFileLoader("third", "/tmp/come_from/flat.py"))
importlib.reload(flat)
sys.path = ["/tmp/come_from/pkg"]
sys.modules.pop("_frozen_importlib", None)
import mod
