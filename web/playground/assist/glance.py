# Looks at a value of a session, and runs nothing of the program's: attributes are found in the dictionaries of the object and its
# classes; a property ends the path. names is a list of names, the first one global; none asks for the names in scope.
# Gives (the types that are not the program's, kind, attributes, a short text), or None. With wanted, which are lists of a file, a line,
# a function and dotted names in a traceback of the last exception, it gives a text for each: what its frame had under those names.
def glance(names, wanted=None):
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

    def short(value):
        of = type(value)
        if of in plain:
            return repr(value)
        if of in (list, tuple, dict, set, frozenset, bytearray):
            few = len(value) < 20 and of is not bytearray
            if few and all(type(item) in plain for item in (value.values() if of is dict else value)) and (of is not dict or all(type(key) in plain for key in value)):
                return repr(value)
            return of.__name__ + " of " + str(len(value))
        return ""

    def follow(scope, names):
        value = scope[names[0]] if names[0] in scope else builtins.__dict__[names[0]]
        for name in names[1:]:
            value = raw(value, name)
            if isinstance(value, (builtins.property, builtins.staticmethod, builtins.classmethod)):
                raise KeyError(name)
        return value

    def said(frame, names):
        found = {}
        for path in names:
            try:
                value = follow(frame.f_locals if path.split(".")[0] in frame.f_locals else frame.f_globals, path.split("."))
            except (KeyError, AttributeError):
                continue
            text = short(value)
            if not text and type(type(value)) is type and type(value).__module__ == "__main__":
                text = "a " + type(value).__name__
            if text:
                found[path] = path + " = " + (text if len(text) <= 60 else text[:59] + "\u2026")
        return "   ".join(found.values())

    if wanted is not None:
        frames, error, seen = {}, __import__("sys").last_exc, set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            entry = object.__getattribute__(error, "__traceback__")
            while entry is not None:
                frame = entry.tb_frame
                frames.setdefault((frame.f_code.co_filename, entry.tb_lineno, frame.f_code.co_name), []).append(frame)
                entry = entry.tb_next
            error = object.__getattribute__(error, "__cause__") or object.__getattribute__(error, "__context__")
        texts = []
        for file, line, name, names in wanted:
            of = frames.get((file, line, name))
            texts.append(said(of.pop(0), names) if of else "")
        return texts
    scope = __import__("__main__").__dict__
    if not names:
        return ([], "scope", [(name, "") for name in scope], "")
    try:
        value = follow(scope, names)
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
    kind = "class" if isinstance(value, type) else "module" if of is module else "function" if of is function else "value"
    if kind == "module":
        bases = [value.__name__]
    if kind == "class" and value.__module__ != "__main__":
        bases = [value.__module__ + "." + value.__qualname__]
    return (bases, kind, list(found.items()), short(value)[:200])
