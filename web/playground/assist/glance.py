# Looks at a value of a session, and runs nothing of the program's: attributes are found in the dictionaries of the object and its
# classes; a property ends the path. names is a list of names, the first one global; none asks for the names in scope.
# Gives (the types that are not the program's, kind, attributes, a short text), or None.
def glance(names):
    builtins = __import__("builtins")
    module, function = type(builtins), type(glance)
    plain = (int, float, str, bool, builtins.bytes, type(None))

    def own(value):
        if type(value) is module:
            return value.__dict__
        try:
            return object.__getattribute__(value, "__dict__")
        except Exception:
            return {}

    def raw(value, name):
        # Of a class or an instance: what lies in the dictionaries.
        if type(value) is module:
            return value.__dict__[name]
        if name in own(value):
            return own(value)[name]
        for base in (value if isinstance(value, type) else type(value)).__mro__:
            if name in base.__dict__:
                return base.__dict__[name]
        raise KeyError(name)

    scope = __import__("__main__").__dict__
    if not names:
        return ([], "scope", [(name, "") for name in scope], "")
    try:
        value = scope[names[0]] if names[0] in scope else builtins.__dict__[names[0]]
        for name in names[1:]:
            value = raw(value, name)
            if isinstance(value, (builtins.property, builtins.staticmethod, builtins.classmethod)):
                return None
    except KeyError:
        return None
    of = type(value)
    found = {}
    for base in reversed(value.__mro__ if isinstance(value, type) else of.__mro__) if of is not module else ():
        if base is not object and base.__module__ == "__main__":
            for name in base.__dict__:
                found[name] = "function" if type(base.__dict__[name]) is function else ""
    for name in own(value):
        if type(name) is str:
            found[name] = found.get(name, "")
    bases = [base.__module__ + "." + base.__qualname__ for base in of.__mro__ if base.__module__ != "__main__"]
    text = ""
    if of in plain:
        text = repr(value)
    elif of in (list, tuple, dict, set, frozenset, bytearray):
        text = of.__name__ + " of " + str(len(value))
        if len(value) < 20 and of is not bytearray and all(type(item) in plain for item in (value.values() if of is dict else value)) and (of is not dict or all(type(key) in plain for key in value)):
            text = repr(value)
    kind = "class" if isinstance(value, type) else "module" if of is module else "function" if of is function else "value"
    if kind == "module":
        bases = [value.__name__]
    if kind == "class" and value.__module__ != "__main__":
        bases = [value.__module__ + "." + value.__qualname__]
    return (bases, kind, list(found.items()), text[:200])
