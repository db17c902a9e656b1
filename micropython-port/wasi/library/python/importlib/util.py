# Where a module would come from.

import os
import sys

from _frozen_importlib import ModuleSpec, SourceFileLoader, module_from_spec, spec_from

from . import import_module


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    if location is not None:
        location = os.path.abspath(location)
    if loader is None:
        if location is None or not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
        if submodule_search_locations is None and loader.is_package(name):
            submodule_search_locations = [os.path.dirname(location)]
    return spec_from(name, location, loader, submodule_search_locations)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


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
        for folder in folders:
            for path in (os.path.join(folder, last, "__init__.py"), os.path.join(folder, last + ".py")):
                if os.path.isfile(path):
                    return spec_from_file_location(name, path)
        try:
            import_module(name)  # what is built in tells by being imported
        except ModuleNotFoundError:
            return None
    spec = sys.modules[name].__spec__
    if spec is None:
        raise ValueError(f"{name}.__spec__ is None")
    return spec
