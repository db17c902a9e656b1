# Geometry and series with math: triangles, great circles, pi by several ways, statistics of angles.
import math


def triangle(a, b, c):
    if not (a < b + c and b < a + c and c < a + b):
        raise ValueError(f"no triangle: {a}, {b}, {c}")
    s = (a + b + c) / 2
    area = math.sqrt(s * (s - a) * (s - b) * (s - c))
    angles = [math.degrees(math.acos((x * x + y * y - z * z) / (2 * x * y))) for x, y, z in ((b, c, a), (a, c, b), (a, b, c))]
    kind = "right" if any(math.isclose(x, 90) for x in angles) else "obtuse" if max(angles) > 90 else "acute"
    return round(area, 3), [round(x, 2) for x in angles], kind


for sides in ((3, 4, 5), (5, 5, 5), (2, 3, 4.5), (1, 2, 3)):
    try:
        print(sides, *triangle(*sides))
    except ValueError as e:
        print("ValueError:", e)


def great_circle(a, b, r=6371):
    (la1, lo1), (la2, lo2) = (map(math.radians, p) for p in (a, b))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 2 * r * math.asin(math.sqrt(h))


CITIES = {"Oslo": (59.91, 10.75), "Rome": (41.9, 12.5), "Lima": (-12.05, -77.04)}
print({f"{a}-{b}": round(great_circle(CITIES[a], CITIES[b])) for a in CITIES for b in CITIES if a < b})
leibniz = 4 * sum((-1) ** k / (2 * k + 1) for k in range(1000))
machin = 4 * (4 * math.atan(1 / 5) - math.atan(1 / 239))
nilakantha = 3 + sum((-1) ** k * 4 / ((2 * k + 2) * (2 * k + 3) * (2 * k + 4)) for k in range(100))
print(round(leibniz, 6), round(machin, 12), round(nilakantha, 6), round(math.pi, 12))
print(round(math.fsum(1 / math.factorial(k) for k in range(18)), 12), round((1 + 1e-6) ** 1e6, 4), round(sum(1 / k for k in range(1, 1001)) - math.log(1000), 4))
polygon = [(0, 0), (4, 0), (4, 3), (2, 5), (0, 3)]
area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]))) / 2
print(area, round(sum(math.dist(p, q) for p, q in zip(polygon, polygon[1:] + polygon[:1])), 4))
degs = [350, 10, 20]
mean = math.degrees(math.atan2(sum(math.sin(math.radians(d)) for d in degs), sum(math.cos(math.radians(d)) for d in degs)))
print(round(mean, 3), [math.floor(x / 5 + 0.5) * 5 for x in (12, 12.5, 13)], math.gcd(0, 5), math.lcm(), math.prod([]), math.comb(5, 0), math.trunc(-0.5))
