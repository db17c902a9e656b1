# Comparisons in chains, short circuits, and the values of `and`, `or`, `not`, conditional expressions.
def say(x):
    print(f"<{x}>", end=" ")
    return x


print(say(1) < say(3) < say(2) < say(9), 1 < 2 < 3, 3 > 2 == 2, 1 == 1.0 != 2 in [2], "a" < "b" > "a", not 1 < 0)
print(say(0) or say("") or say([]) or "last", say(1) and say(2) and 3, [] and say(1), None or 0, 0 and None, not [] is None)
print((say(1), say(2))[say(0)], say("yes") if say(0) else say("no"), 1 if 0 else 2 if 0 else 3)
x = 5
print(0 < x <= 5 == x, x in (1, 5) == True, (x in (1, 5)) == True, -2**2, (-2) ** 2, 2**-1, 2**3**2, 7 // -2, -7 % 3, ~5 & 7, 1 + 2 << 1, 6 ^ 3 | 8, not x == 5, 5 - -3, 3 - (2 - 1))


class Loud:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print(f"{self.n}<{o.n}", end=" ")
        return self.n < o.n

    def __bool__(self):
        print(f"bool {self.n}", end=" ")
        return self.n > 0


a, b, c = Loud(1), Loud(5), Loud(3)
print(a < b < c, c < a < b, (a and b).n, (Loud(0) or c).n, not a)
print(any(say(i) > 1 for i in range(5)), all(say(i) < 2 for i in range(5)))
print(sum(i % 2 == 0 for i in range(10)), True + True, "ab" * True, [1, 2][True], max(True, 2), {True: "t", 1: "one", 1.0: "float"})
