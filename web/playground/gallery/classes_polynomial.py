# Operators of one's own: polynomials that can be added, multiplied, called.
class Polynomial:
    def __init__(self, *factors):
        """Factors of 1, x, x squared, and so on."""
        self.factors = list(factors)
        while len(self.factors) > 1 and self.factors[-1] == 0:
            self.factors.pop()

    def __add__(self, other):
        size = max(len(self.factors), len(other.factors))
        mine, theirs = (p.factors + [0] * (size - len(p.factors)) for p in (self, other))
        return Polynomial(*(a + b for a, b in zip(mine, theirs)))

    def __mul__(self, other):
        result = [0] * (len(self.factors) + len(other.factors) - 1)
        for i, a in enumerate(self.factors):
            for j, b in enumerate(other.factors):
                result[i + j] += a * b
        return Polynomial(*result)

    def __call__(self, x):
        value = 0
        for factor in reversed(self.factors):  # Horner's way
            value = value * x + factor
        return value

    def __eq__(self, other):
        return self.factors == other.factors

    def __str__(self):
        terms = []
        for power, factor in enumerate(self.factors):
            if factor:
                x = "" if power == 0 else "x" if power == 1 else f"x^{power}"
                terms.append(x if factor == 1 and x else f"{factor}{x}")
        return " + ".join(reversed(terms)) or "0"


p = Polynomial(1, 1)
print("p     =", p)
print("p * p =", p * p)

cube = p * p * p
print("p^3   =", cube, "and at 2:", cube(2))
print("(x + 1)(x + -1) =", p * Polynomial(-1, 1))
print(p + Polynomial(0, 0, 3) == Polynomial(1, 1, 3))
