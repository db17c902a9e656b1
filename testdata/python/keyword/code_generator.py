# Classes written from a schema: names that are keywords get an underscore.
import builtins
import keyword

SCHEMA = {"Order": {"id": "int", "from": "str", "class": "str", "match": "bool", "total": "float", "list": "list"}, "None": {"import": "str"}, "type": {}}


def safe(name):
    if keyword.iskeyword(name) or not name.isidentifier():
        name = ("_" + name if name[:1].isdigit() else name).replace("-", "_")
        return name + "_" if keyword.iskeyword(name) else name
    return name


def source(schema):
    for cls, fields in schema.items():
        yield f"class {safe(cls)}:"
        args = "".join(f", {safe(f)}: {t} = None" for f, t in fields.items())
        yield f"    def __init__(self{args}):"
        yield from [f"        self.{safe(f)} = {safe(f)}" for f in fields] or ["        pass"]


text = "\n".join(source(SCHEMA))
print(text)
ns = {}
exec(text, ns)
o = ns["Order"](1, from_="me", match=True)
print(vars(o), ns["None_"]("x").import_, ns["type"] is not type)
print([w for w in ("match", "type", "async", "print", "nonlocal", "_", "case", "True") if keyword.iskeyword(w)])
print(keyword.softkwlist, len(keyword.kwlist), keyword.kwlist[:4], keyword.issoftkeyword("case"))
print([w for w in ("list", "id", "foo") if hasattr(builtins, w)], safe("2nd-part"), safe("a-b"))
