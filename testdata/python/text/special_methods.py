# __str__, __repr__, __format__, __index__ of classes where text is made.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} €"

    def __repr__(self):
        return f"Money({self.cents})"

    def __format__(self, spec):
        if spec.endswith("c"):
            return format(self.cents, spec[:-1])
        return format(str(self), spec)


m = Money(1999)
print(m, [m], str(m), repr(m), f"{m}", f"{m:>12}", f"{m:06c}", f"{m!r:>14}", f"{m!s:<10}|", "%s %r" % (m, m), "{:>10} {!r}".format(m, m), format(m, "c"), ascii(m))


class Bad:
    def __format__(self, spec):
        return 5

    def __str__(self):
        return "bad"


try:
    f"{Bad()}"
except TypeError as e:
    print(e)


class Plain:
    def __str__(self):
        return "plain"


print(f"{Plain()}", "{}".format(Plain()), "{!s:>8}".format(Plain()))
try:
    f"{Plain():>8}"
except TypeError as e:
    print(e)
print("x" * True, "abc"[False])
