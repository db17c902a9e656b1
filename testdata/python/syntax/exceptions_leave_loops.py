# An exception that leaves a loop's frame takes nothing that the iterators of earlier loops left on its stack for an object.
import array


def after(iterable):
    for x in iterable:
        pass
    else:
        len([x])
    [][0]


def after_generator(iterable):
    for x in iterable:
        yield x
    int("no")


kinds = {
    "list": lambda: [1, 2, 3, 4],
    "tuple": lambda: (1, 2, 3, 4),
    "range": lambda: range(0, 4096, 4),
    "view": lambda: memoryview(array.array("h", [1, 2, 3, 4])),
    "values": lambda: {"a": 1, "b": 2}.values(),
    "items": lambda: {"a": 1, "b": 2}.items(),
    "set": lambda: {1, 2, 3},
    "text": lambda: "text",
    "bytes": lambda: bytearray(b"bytes"),
    "zip": lambda: zip("ab", range(2)),
}
for name, make in kinds.items():
    for function in (after, after_generator):
        try:
            list(function(make()))
        except (IndexError, ValueError) as error:
            print(name, function.__name__, error)
for x in memoryview(array.array("h", [1, 2, 3, 4])):
    pass
try:
    -x.toreadonly()
except AttributeError as error:
    print(error)
for x in {"a": 1, "b": 2}.values():
    str(x)
exec("for x in memoryview(bytes(4)): print(x)\ntry:\n    x.nothing\nexcept AttributeError as error:\n    print(error)")
try:
    exec("for x in memoryview(bytes(4)): print(x)\n-x.toreadonly()")
except AttributeError as error:
    print(error)
try:
    exec("for x in {'a': 1, 'b': 2}.values(): print(x)\n-x.toreadonly()")
except AttributeError as error:
    print(error)
