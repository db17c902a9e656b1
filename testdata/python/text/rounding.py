# round and formats: halves go to the even digit of what is really stored.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20)], round(2.675, 2), round(1.005, 2), round(1.115, 2), round(0.125, 2), round(1234.5678, -2), round(-1.5, 0), round(5e15 + 0.5), round(1e300, 2), round(25.0, -1), round(35.0, -1), round(0.15, 1), round(1e-5, 5))
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5, 3.5, 1e15 + 0.5)], "%.1f %.2f %.3f" % (0.25, 1.125, 2.0005), f"{0.045:.2f} {1.45:.1f} {8.345:.2f}", type(round(2.5)).__name__, type(round(2.5, 0)).__name__, round(2.5, None))
print(round(1234, -2), round(1250, -2), round(1350, -2), round(15, -1), round(25, -1), round(-15, -1), round(7, 3), round(True))


class Fixed:
    def __round__(self, digits=None):
        return ("rounded", digits)


print(round(Fixed()), round(Fixed(), 2))
for x in (float("nan"), float("inf"), "a"):
    try:
        print(round(x))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
