"""Imports for tests."""

import sys
import unittest


def _import(name):
    module = __import__(name)
    for part in name.split(".")[1:]:
        module = getattr(module, part)
    return module


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return _import(name)
    except ImportError as e:
        raise unittest.SkipTest(str(e)) from None


def _family(name):
    return [known for known in list(sys.modules) if known == name or known.startswith(name + ".")]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """A copy of a module of its own; None if one of `fresh` is missing. A module's twin in C may be: here there is one of them."""
    saved = {}
    for family in (name,) + tuple(fresh):
        for known in _family(family):
            saved[known] = sys.modules.pop(known)
    try:
        for other in fresh:
            try:
                __import__(other)
            except ImportError:
                if other != "_" + name:
                    return None
        return _import(name)
    finally:
        for known in _family(name):
            del sys.modules[known]
        sys.modules.update(saved)


def unload(name):
    sys.modules.pop(name, None)


forget = unload


class CleanImport:
    """Modules that are imported afresh in between."""

    def __init__(self, *names, usefrozen=False):
        self.saved = dict(sys.modules)
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        sys.modules.update(self.saved)


class DirsOnSysPath:
    def __init__(self, *paths):
        self.before = sys.path[:]
        sys.path.extend(paths)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        sys.path[:] = self.before


class frozen_modules:
    def __init__(self, enabled=True):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *info):
        return None


class isolated_modules(CleanImport):
    def __init__(self):
        CleanImport.__init__(self)


def modules_setup():
    return (dict(sys.modules),)


def modules_cleanup(before):
    sys.modules.update(before)


def make_legacy_pyc(source):
    raise unittest.SkipTest("needs files of bytecode")


def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("needs files of bytecode")


def mock_register_at_fork(func):
    return func
