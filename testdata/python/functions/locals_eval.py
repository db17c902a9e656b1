# locals(), vars(), eval and exec in functions.
def f(a, b=2, *args, **kwargs):
    c = a + b

    def inner():
        return c

    return sorted(locals()), locals()["c"]


print(f(1))


def g(x):
    y = 5
    exec("print(x + y)")
    return eval("x * y"), eval("x", {"x": "given"}), eval("y + z", {"y": 1}, {"z": 2})


print(g(3))


def unbound():
    if False:
        never = 1
    some = 2
    return locals(), sorted(vars())


print(unbound())
namespace = {}
exec("def made(n): return n * factor\nfactor = 3", namespace)
print(namespace["made"](4), sorted(k for k in namespace if k[0] != "_"))
code = compile("a + 1", "<text>", "eval")
print(eval(code, {"a": 4}))
exec(compile("for i in range(2): print(i)", "<text>", "exec"))
print(eval("[i * k for i in range(3)]", {"k": 2}), globals() is locals())


class C:
    attribute = 1
    names = sorted(n for n in locals() if n[0] != "_")


print(C.names)
