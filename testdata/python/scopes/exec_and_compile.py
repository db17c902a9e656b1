# What code defines keeps the dict that the code was run with.
code = compile("def f():\n    return x", "<c>", "exec")
a, b = {"x": 1}, {"x": 2}
exec(code, a)
exec(code, b)
print(a["f"](), b["f"]())

print(eval("  1 + 1"), eval(b"2 * 3"), eval("x + y", {"x": 1}, {"y": 2}), eval("x", globals={"x": 5}), eval("z", locals={"z": 6}))
print(exec("1 + 1"), exec(compile("3", "<c>", "eval")), eval(compile("3", "<c>", "eval")))
space = {}
exec("q = 4", locals=space)
print(space)
exec(source := "r = 5", globals=space)
print(space["r"])
print(eval(compile(source="7", filename="<c>", mode="eval", flags=0, dont_inherit=True, optimize=-1)))
for wrong in (lambda: compile("1", "<c>", "other"), lambda: compile("1", "<c>", "exec", 0x20), lambda: eval("1\0"), lambda: eval(5), lambda: exec("1", 5)):
    try:
        wrong()
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__)


class Dict(dict):
    pass


print(eval("k", Dict(k=8)))


def names(one, two=2):
    three = 3
    del one
    return dir(), sorted(vars()), sorted(locals())


print(names(1))
