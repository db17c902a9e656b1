# Floats as they are: rounding, comparison, formatting, limits, integers that are large.
import math
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), round(0.5), round(1.5), round(2.5), round(2.675, 2), round(-0.5), round(1e20), round(123.456, -2), round(5, 2), round(15, -1), round(25, -1))
print(1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1e22, 5e-324, 1.7976931348623157e308, 1e309, -1e309, 1 / 3, 2 / 3, 100.0, 1e2, 0.1 * 3, 1 - 0.9, float("1e400"), -0.0, 0.0 == -0.0)
print(7 // 2, -7 // 2, 7 // -2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), divmod(7, -2.0), 2 ** -1, 2 ** 0.5, (-8) ** (1 / 3), 0 ** 0, 10 ** 20, 2 ** 100, -3 ** 2, int(-3.7), math.floor(-3.7), math.trunc(-3.7), 7 / 2, 6 / 2)
print(int(1e23), 10 ** 23 == 1e23, 2 ** 53 + 1 == float(2 ** 53 + 1), 2 ** 53 == float(2 ** 53), hash(1) == hash(1.0) == hash(True), 1 == 1.0, 3.0.is_integer(), (0.5).as_integer_ratio(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (10).bit_length(), bin(-5), ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 10, -16 >> 2)
nan = float("nan")
print(nan == nan, nan in [nan], max(1, nan), min(nan, 1), sorted([3, float("inf"), -1]), math.inf - math.inf, bool(nan), f"{nan:.2f} {math.inf:>6} {-math.inf}", float("inf") > 10 ** 1000, 1e308 * 10 == math.inf)
print(f"{3.0} {3.10:.1f} {1234567.891:,.2f} {0.000123:.2e} {5:.1f} {1e10:.0f} {0.1:.20f} {2.5:.0f} {3.5:.0f} {1e-7} {123456.789:g} {1e6:g} {100000:g}", 1_000_000, 0x_ff, complex(1, -0.0), (1 + 2j) * (3 - 1j), abs(3 + 4j), (1j) ** 2)
for bad in ("1 // 0", "1.0 % 0", "0 ** -1", "int(float('inf'))", "10.0 ** 400", "1 << -1", "2 ** 10 ** 3.5 + 'a'", "round(float('nan'))", "math.sqrt(-1)", "float(10 ** 400)", "1j < 2j", "5 .bit_count(1)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
