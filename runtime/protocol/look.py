# What a debugger shows of a run that waits at a statement. The guest runs this in its midst, and forgets it afterwards (MPWASM_RUN_LOOK): __frames__ are the
# frames, innermost first, __ask__ is what is wanted. The value is a list.
def __look__(frames, ask):
    # The program may have names of its own for these.
    from builtins import Exception, SyntaxError, bool, bytes, compile, complex, dict, eval, exec, float, int, isinstance, len, list, min, range, repr, set, str, tuple, type
    from itertools import islice

    plain = ask["plain"]  # without calling anything of the program's

    def several(values, open, close, deep):
        texts = [text(value, deep + 1) for value in islice(values, 12)]
        if len(values) > 12:
            texts.append("...")
        return open + ", ".join(texts) + close

    def text(value, deep=0):
        kind = type(value)
        if kind is str or kind is bytes:
            return repr(value) if len(value) <= 100 else repr(value[:100]) + "..."
        if kind is list or kind is tuple or kind is dict or kind is set:
            if deep > 2:
                return "..."
            if kind is list:
                return several(value, "[", "]", deep)
            if kind is tuple:
                return several(value, "(", ",)" if len(value) == 1 else ")", deep)
            if kind is set:
                return several(value, "{", "}", deep) if value else "set()"
            texts = [text(k, deep + 1) + ": " + text(v, deep + 1) for k, v in islice(value.items(), 12)]
            if len(value) > 12:
                texts.append("...")
            return "{" + ", ".join(texts) + "}"
        if plain and kind not in (int, float, bool, complex, type(None)):
            return "<" + kind.__name__ + " object>"
        try:
            shown = repr(value)
        except Exception as error:
            return "<" + kind.__name__ + " object, whose repr raises " + type(error).__name__ + ">"
        return shown if len(shown) <= 200 else shown[:200] + "..."

    def attributes(value):
        if isinstance(value, (int, float, complex, str, bytes, type)) or type(value).__module__ == "builtins":
            return {}
        try:
            return value.__dict__
        except Exception:
            return {}

    def size(value):
        kind = type(value)
        if kind is list or kind is tuple or kind is dict or kind is set:
            return len(value)
        return len(attributes(value))

    def parts(value, first, end):
        kind = type(value)
        if kind is list or kind is tuple:
            return [("[" + str(i) + "]", value[i]) for i in range(first, min(end, len(value)))]
        if kind is dict:
            return [(text(k), v) for k, v in islice(value.items(), first, end)]
        if kind is set:
            return [("", v) for v in islice(value, first, end)]
        return [(name, v) for name, v in islice(attributes(value).items(), first, end)]

    def show(name, value):
        return [name, type(value).__name__, text(value), size(value)]

    if ask["what"] == "frames":
        return [list(frame[:3]) for frame in frames]
    function, variables, shared = frames[ask["frame"]][2:]
    path, first, end = ask["path"], ask["first"], ask["first"] + ask["count"]
    if ask["scope"] == "":
        try:
            code = compile(ask["expression"], "<expression>", "eval")
        except SyntaxError:
            exec(ask["expression"], shared, variables)
            return [show("", None)]
        value = eval(code, shared, variables)
    else:
        names = shared if ask["scope"] == "globals" or function == "<module>" else {} if variables is shared else variables
        found = [(name, names[name]) for name in names if not name.startswith(("__", "."))]
        if not path:
            return [show(name, value) for name, value in found[first:end]]
        value = found[path[0]][1]
        path = path[1:]
    for at in path:
        value = parts(value, at, at + 1)[0][1]
    if ask["what"] == "parts":
        return [show(name, part) for name, part in parts(value, first, end)]
    return [show("", value)]


__look__(__frames__, __ask__)
