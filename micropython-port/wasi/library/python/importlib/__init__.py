# Imports by name. Finders, loaders and resources are not there: modules come from files of sys.path, or are built in.

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
        outer = package.rsplit(".", level - 1)
        if len(outer) < level:
            raise ImportError("attempted relative import beyond top-level package")
        name = name[level:]
        name = outer[0] + "." + name if name else outer[0]
    elif not name:
        raise ValueError("Empty module name")
    __import__(name)
    found = sys.modules.get(name)
    return found if found is not None else __import__(name, None, None, ("*",))  # modules in C may not be there


def invalidate_caches():
    pass  # nothing is cached


def reload(module):
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    del sys.modules[name]
    try:
        vars(module).update(vars(import_module(name)))
    finally:
        sys.modules[name] = module
    return module
