# An int knows nothing of floats, so a subclass of float on the right is asked first, in arithmetic and comparisons.
class Metres(float):
    def __add__(self, other):
        return Metres(float(self) + float(other))

    __radd__ = __add__

    def __rtruediv__(self, other):
        return f"{other} per {float(self)} m"

    def __gt__(self, other):
        return f"asked about {other}"


class Phasor(complex):
    def __rmul__(self, other):
        return ("phasor", other)


print(type(1 + Metres(2)).__name__, type(True + Metres(2)).__name__, type(1.5 + Metres(2)).__name__)
print(3 / Metres(2), 10**20 / Metres(2), 3.0 / Metres(2))
print(1 < Metres(2), 1 - Metres(2), 2 * Metres(3), 7 // Metres(2))
print(2 * Phasor(1j), 2.5 * Phasor(1j), 2 + Phasor(1j))
print(sum([Metres(1), Metres(2)]), type(sum([Metres(1), Metres(2)])).__name__)


class Doubled(float):
    def __rtruediv__(self, other):
        return Doubled(2 * super().__rtruediv__(other))

    def __rsub__(self, other):
        return Doubled(2 * float.__rsub__(self, other))


print(1 / Doubled(4), type(1 / Doubled(4)).__name__, 1 - Doubled(4), True - Doubled(4))
print(float.__radd__(2.0, 1), float.__rpow__(2.0, 3), float.__rmod__(2.5, 7), float.__rtruediv__(2.0, "x"), complex.__rsub__(1j, 2.5), complex.__rmul__(2j, 3))
