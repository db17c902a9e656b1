# What can be thrown into a generator.
def waits():
    while True:
        try:
            yield "waiting"
        except ValueError as e:
            print("caught", repr(e))


for thrown in ("text", 5, int, ValueError, ValueError("given"), KeyError("other"), None):
    generator = waits()
    next(generator)
    try:
        print(generator.throw(thrown))
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


class Odd:
    def __repr__(self):
        return 3


class Number:
    def __int__(self):
        return 42

    def __index__(self):
        return 7


for f in (str, repr, "{}".format, lambda x: f"{x}", lambda x: "%s" % x, ascii, lambda x: f"{x!r}"):
    try:
        print(f(Odd()))
    except TypeError as e:
        print(e)
print("%d %i %x" % (Number(), Number(), Number()), int(Number()), hex(Number()))
