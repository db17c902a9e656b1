# Sources with many names, constants and jumps, as generated tables have them: each constant stays what it is.
from random import Random

random = Random(7)
texts = [f"text number {i}" for i in range(700)]
numbers = [i + 0.25 for i in range(700)] + [10**20 + i for i in range(50)] + [complex(i, 2) for i in range(50)]
mixed = [0.0, 0, False, "", b"", (), (0,), (0.0,), (False,), ("a",), (b"a",), "a longer text", b"a longer text", 1e300, (1, (2.0, "x")), (1, (2, "x"))]
table = texts + numbers + mixed * 3
random.shuffle(table)

made = {}
exec("TABLE = " + repr(table), made)
print(made["TABLE"] == table, [type(x) for x in made["TABLE"]] == [type(x) for x in table])
print(repr(made["TABLE"]) == repr(table))

source = "".join(f"name{i} = {i}\n" for i in range(600)) + "def f():\n" + "".join(f"    local{i} = name{i} + 1\n" for i in range(600))
source += "    return local0 + local599\n"
made = {}
exec(source, made)
print(len([name for name in made if name.startswith("name")]), made["name599"], made["f"]())

# Jumps over little and over much.
lines = ["def g(x):", "    out = []", "    for i in range(2):"]
for i in range(50):
    lines += [f"        while True:", f"            if x == {i}:", f"                out.append({i})", "                break", "            break"]
    lines += ["        try:", f"            if x == {i + 1}: raise ValueError({i})", "        except ValueError as e:", "            out.append(str(e))"]
    lines += [f"        with manager({i}) as m:", f"            if m % 20 == 0: continue_at = {i}", "            elif m == 49: out.append(continue_at)"]
lines += ["    return out"]


class manager:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self.n

    def __exit__(self, *details):
        return False


made = {"manager": manager}
exec("\n".join(lines), made)
for x in 0, 1, 25, 49, 50, 51:
    print(x, made["g"](x))

many = "x = 0\n" + "if x == 0: y = 'first'\n" + "".join(f"elif x == {i}: y = {i}\n" for i in range(1, 900)) + "else: y = 'last'\n"
for x in 0, 1, 400, 899, 900:
    made = {}
    exec(many.replace("x = 0\n", f"x = {x}\n", 1), made)
    print(x, made["y"])
