# exec and eval with namespaces that are no plain dicts.
from collections import ChainMap, UserDict, defaultdict


class Environment:
    def __init__(self, **values):
        self.values = values
        self.log = []

    def __getitem__(self, name):
        self.log.append("get " + name)
        return self.values[name]

    def __setitem__(self, name, value):
        self.log.append("set " + name)
        self.values[name] = value

    def __delitem__(self, name):
        self.log.append("del " + name)
        del self.values[name]

    def keys(self):
        return self.values.keys()


environment = Environment(price=3)
exec("total = price * 2\nlabel: str = 'x'\ndel price\nnames = dir()", {}, environment)
print(sorted(environment.values), environment.log)
print(environment.values["names"], environment.values["total"])
try:
    exec("del nothing", {}, environment)
except NameError as error:
    print(error)
try:
    eval("nothing", {}, environment)
except NameError as error:
    print(error)

print(eval("a + b", {}, ChainMap({"a": 1}, {"a": 10, "b": 20})))
print(eval("x * 2", {"x": 21}, UserDict(y=1)), eval("y", {"x": 21}, UserDict(y=1)))


class Spreadsheet(dict):
    def __missing__(self, name):
        if name.startswith("cell"):
            return int(name[4:])
        raise KeyError(name)


print(eval("cell3 + cell4", {}, Spreadsheet()), eval("cell5", Spreadsheet()))
counts = defaultdict(int)
exec("a += 1; b += 2", {}, counts)
print(dict(counts))
print(eval("locals() is here", {"here": environment}, environment), eval("len([z for z in range(3)])", {}, environment))
for wrong in 1, int, [], "text":
    for run in eval, exec:
        try:
            run("x", {}, wrong)
        except (TypeError, NameError) as error:
            print(run.__name__, type(error).__name__, error)
        try:
            run("x", wrong)
        except TypeError as error:
            print(run.__name__, error)
