# What modules say of where they come from. There are no finders: language/import.c finds, and asks here. It imports nothing when it is
# loaded, since a program's own __import__ would hear of it.


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location, self.cached = False, None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        shown = f"ModuleSpec(name={self.name!r}, loader={self.loader!r}"
        if self.origin is not None:
            shown += f", origin={self.origin!r}"
        if self.submodule_search_locations is not None:
            shown += f", submodule_search_locations={self.submodule_search_locations}"
        return shown + ")"

    def __eq__(self, other):
        return isinstance(other, ModuleSpec) and vars(self) == vars(other)


class BuiltinImporter:
    # Of modules that are in the interpreter.
    def create_module(spec):
        return __import__(spec.name, None, None, ("*",))

    def exec_module(module):
        pass

    def get_source(name):
        return None


class SourceFileLoader:
    # Runs a file as a module.
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.name, self.path))

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        import sys
        module = sys.modules.get(self.name)
        if module is None:
            module = sys.modules[self.name] = module_from_spec(spec_from(self.name, self.path, self))
        try:
            self.exec_module(module)
        except BaseException:
            del sys.modules[self.name]
            raise
        return module

    def get_filename(self, fullname=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as f:
            return f.read()

    def get_code(self, fullname):
        return compile(self.get_data(self.path), self.path, "exec")

    def get_source(self, fullname):
        with open(self.path, encoding="utf-8") as f:
            return f.read()

    def is_package(self, fullname):
        return self.path.rpartition("/")[2] == "__init__.py" != fullname.rpartition(".")[2] + ".py"


def spec_from(name, path, loader, folders=None):
    spec = ModuleSpec(name, loader, origin=path)
    spec.has_location, spec.submodule_search_locations = True, folders
    return spec


def module_from_spec(spec):
    module = spec.loader.create_module(spec) if spec.loader else None
    if module is None:
        import types
        module = types.ModuleType(spec.name)
    if spec.loader is not BuiltinImporter:
        module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
        if spec.has_location:
            module.__file__ = spec.origin
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
    return module


def tell(members):
    # A module from a file is about to run: its members say what it is.
    name, path = members["__name__"], members["__file__"]
    members["__loader__"] = loader = SourceFileLoader(name, path)
    members["__spec__"] = spec_from(name, path, loader, members.get("__path__"))


def ask(module, attribute):
    # A module of the library.
    spec = ModuleSpec(module.__name__, BuiltinImporter, origin=getattr(module, "__file__", "built-in"))
    spec.submodule_search_locations = getattr(module, "__path__", None)
    module.__spec__, module.__loader__ = spec, BuiltinImporter
    return getattr(module, attribute)
