# Numbers that are equal have one hash, of whatever type they are; it is the number modulo 2**61 - 1.
import random
import sys
from decimal import Decimal
from fractions import Fraction

print(sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.inf, sys.hash_info.imag)
print(hash(-1), hash(-1.0), hash(Fraction(-1)), hash(Decimal(-1)), hash(True), hash(0.0), hash(-0.0), hash(1j), hash(1.5 + 2j))
print(hash(2**61 - 1), hash(2**61), hash(-2**61), hash(10**30), hash(2**31), hash(-2**40), hash(1.5), hash(0.1), hash(-1e300), hash(float("inf")), hash(1e16))
print(hash(()), hash((1, 2)), hash((1, (2.5, -1), True)), hash((0, -1)), hash(range(0)) == hash(range(1, 1)), hash(slice(1)) == hash(slice(None, 1)))
for value in (0.5, -0.5, 12.814750675132593, -1, -2.0, 1 / 3, 1.5e-10, 1e300, 2**31 - 1, 2**53, 123456789.125, -(2.0**100), 3 * 2**61):
    others = [Fraction(value), Decimal(value)] + ([complex(value)] if abs(value) <= 2**53 else []) + ([int(value), float(value)] if value == int(value) and int(value) == float(value) else [])
    bad = [other for other in others if not (hash(other) == hash(value) and {other: 1}[value] == {value: 1}[other] == 1 and value in {other})]
    print(value, bad)


class Given:
    def __init__(self, hash):
        self.hash = hash

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        return self.hash == other


print([hash(Given(h)) for h in (-1, 0, 2**31, 2**61, 2**62 + 1, -(2**62), 2**63, 2**70, -(2**64), True)])
print({(1, 2): "tuple"}.get(Given(hash((1, 2)))), {0.1: "float"}.get(Given(hash(0.1))), hash(frozenset({1, 2})) == hash(frozenset({2.0, True})))
random.seed(1.5)
print(random.random())
print(slice(None, None, -2).indices(2**70), slice(-5, 2**80).indices(10**12), slice(3).indices(sys.maxsize), slice(2**40, -(2**50), -1).indices(2**45))
