# pow() with three arguments asks the base's __pow__.
class Modular:
    def __init__(self, value):
        self.value = value

    def __pow__(self, exponent, modulus=None):
        if isinstance(exponent, str):
            return NotImplemented
        return "pow", self.value, exponent, modulus

    def __rpow__(self, base, modulus=None):
        return "rpow", base, modulus


class Clock(int):
    def __pow__(self, exponent, modulus=None):
        return Clock(int.__pow__(self, exponent, modulus or 12))


class Number:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(pow(Modular(3), 2), pow(Modular(3), 2, 5), pow(2, Modular(1)))
print(pow(Clock(5), 2), pow(Clock(5), 2, 7), Clock(5) ** 2, type(pow(Clock(5), 2, 7)).__name__)
print(pow(base=2, exp=10, mod=1000), pow(3, -1, 7))
for base, exponent, modulus in (
    (Modular(3), "2", 5), (2, Modular(3), 5), (2, 3, Modular(5)), ("a", 2, 3), (2.0, 3, 5), (2, 3.0, 5), (Number(2), 3, 5), (2, None, 3), (2, 3, 0),
):
    try:
        print(pow(base, exponent, modulus))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
