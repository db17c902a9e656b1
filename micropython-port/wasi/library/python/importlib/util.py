# Where a module would come from.

import os
import sys

from . import import_module


class _FileLoader:
    # Runs a file as a module.
    def __init__(self, name, path):
        self.name, self.path = name, path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        with open(self.path, "rb") as f:
            exec(compile(f.read(), self.path, "exec"), module.__dict__)


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, is_package=False):
        self.name, self.loader, self.origin = name, loader, origin
        self.submodule_search_locations = [] if is_package else None

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition(".")[0]

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    if loader is None:
        if not str(location).endswith(".py"):
            return None
        loader = _FileLoader(name, os.path.abspath(location))
    spec = ModuleSpec(name, loader, origin=os.path.abspath(location))
    spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    module = spec.loader.create_module(spec) if spec.loader else None
    if module is None:
        module = type(sys)(spec.name)
    module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
    return module


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    outer = package.rsplit(".", level - 1)
    if len(outer) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return outer[0] + "." + name[level:] if name[level:] else outer[0]


def find_spec(name, package=None):
    name = resolve_name(name, package)
    if name not in sys.modules:
        outer, _, last = name.rpartition(".")
        folders = getattr(import_module(outer), "__path__", []) if outer else sys.path
        for folder in [folders] if isinstance(folders, str) else folders:
            for path, is_package in ((f"{last}/__init__.py", True), (f"{last}.py", False)):
                path = os.path.join(folder, path)
                if os.path.isfile(path):
                    return ModuleSpec(name, _FileLoader(name, path), origin=path, is_package=is_package)
        try:
            import_module(name)  # what is built in tells by being imported
        except ModuleNotFoundError:
            return None
    module = sys.modules[name]
    return ModuleSpec(name, None, origin=getattr(module, "__file__", "built-in"), is_package=hasattr(module, "__path__"))
