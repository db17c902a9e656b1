# A small query language over JSON: paths, filters, functions, pipes.
import json
import re

DATA = json.loads('{"users": [{"name": "ann", "age": 31, "tags": ["a", "b"]}, {"name": "bob", "age": 25, "tags": []}, {"name": "cy", "age": 52, "tags": ["c"], "boss": {"name": "ann"}}], "total": 3}')
FUNCS = {"len": len, "sum": sum, "max": max, "keys": lambda d: list(d), "sort": sorted, "first": lambda l: l[0], "join": lambda l: ",".join(map(str, l)), "unique": lambda l: list(dict.fromkeys(l)), "upper": str.upper}
STEP = re.compile(r"\.(?P<key>\w+)|\[(?P<index>-?\d+)\]|(?P<all>\[\])|\[\?(?P<field>\w+)\s*(?P<op>==|>=|<=|>|<)\s*(?P<value>[^\]]+)\]|\s*\|\s*(?P<func>\w+)")
OPS = {"==": lambda a, b: a == b, ">": lambda a, b: a > b, "<": lambda a, b: a < b, ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b}


def query(data, text):
    at, many = 0, False
    while at < len(text):
        m = STEP.match(text, at)
        if not m:
            raise SyntaxError(f"at {at}: {text[at:]!r}")
        at = m.end()
        g = {k: v for k, v in m.groupdict().items() if v is not None}
        if "key" in g:
            data = [d[g["key"]] for d in data if g["key"] in d] if many else data[g["key"]]
        elif "index" in g:
            data = data[int(g["index"])]
        elif "all" in g:
            data, many = [x for d in data for x in d] if many else list(data), True
        elif "field" in g:
            v = json.loads(g["value"])
            data, many = [d for d in data if g["field"] in d and OPS[g["op"]](d[g["field"]], v)], True
        else:
            data, many = FUNCS[g["func"]](data), False
    return data


for q in (".total", ".users[0].name", ".users[].name", ".users[].age | max", ".users[?age > 30].name | join", ".users[].tags[] | sort", ".users[?name == \"bob\"] | len", ".users[].boss.name", ".users[-1].boss | keys", ".users[].age | sum", ".users[0].name | upper"):
    print(f"{q:<36}", json.dumps(query(DATA, q)))
for q in (".nope", ".users[9]", ".users??", ".total | fly"):
    try:
        query(DATA, q)
    except (KeyError, IndexError, SyntaxError) as e:
        print(f"{q:<36}", type(e).__name__, e)
