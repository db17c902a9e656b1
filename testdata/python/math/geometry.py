# Distances, areas and angles.
import math
from math import atan2, cos, degrees, dist, hypot, radians, sin, pi, tau

triangle = [(0, 0), (4, 0), (4, 3)]
sides = [dist(a, b) for a, b in zip(triangle, triangle[1:] + triangle[:1])]
print(sides, sum(sides), hypot(3, 4), hypot(1, 2, 2), hypot())


def area(points):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]))) / 2


def bearing(a, b):
    return degrees(atan2(b[1] - a[1], b[0] - a[0])) % 360


print(area(triangle), [round(bearing((0, 0), p), 3) for p in ((1, 0), (0, 1), (-1, -1), (1, -1))])


def haversine(a, b, r=6371):
    (la1, lo1), (la2, lo2) = (map(radians, p) for p in (a, b))
    h = sin((la2 - la1) / 2) ** 2 + cos(la1) * cos(la2) * sin((lo2 - lo1) / 2) ** 2
    return 2 * r * math.asin(math.sqrt(h))


print(round(haversine((52.52, 13.405), (48.8566, 2.3522)), 1), round(haversine((0, 0), (0, 180)), 1))
print([f"{sin(radians(a)):.3f}" for a in range(0, 181, 45)], round(tau - 2 * pi, 12), math.isclose(cos(pi / 3), 0.5), math.copysign(3, -0.0))
for bad in (lambda: math.sqrt(-1), lambda: math.acos(2), lambda: math.log(0), lambda: math.dist([1], [1, 2]), lambda: math.sqrt("4"), lambda: math.exp(1000), lambda: math.sin(float("inf")), lambda: math.factorial(-1), lambda: math.factorial(2.5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
