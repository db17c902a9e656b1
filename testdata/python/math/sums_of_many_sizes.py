# Exact sums of numbers whose bits lie far apart: many partial sums are kept.
import math
import statistics

for step in (2, 3, 7, 54, 60):
    powers = [2.0**k for k in range(-1074, 1023, step)]
    mixed = [-p if i % 3 == 0 else p for i, p in enumerate(powers)]
    print(step, math.fsum(powers), math.fsum(reversed(powers)), math.fsum(mixed), math.fsum(mixed + [-m for m in powers]))

state = 12345
numbers = []
for _ in range(3000):
    state = (state * 1103515245 + 12345) % 2**31
    numbers.append(math.ldexp(state - 2**30, state % 2000 - 1070))
print(math.fsum(numbers), math.fsum(numbers + [-n for n in numbers]), math.fsum(sorted(numbers)), math.fsum(sorted(numbers, key=abs)))
print(math.sumprod(numbers[:500], [2.0**-600] * 500), math.hypot(*[2.0**k for k in range(-300, 300, 30)]))

one, two = statistics.NormalDist(0.0, 2.0), statistics.NormalDist(1.0, 2.0)
points = [-10 + i / 400 for i in range(8192)]
print(math.fsum(map(min, map(one.pdf, points), map(two.pdf, points))) / 400, one.overlap(two))
for numbers in ([1.7e308, 1.7e308], [1e308] * 20 + [2.0**k for k in range(-1000, 900, 2)]):
    try:
        print(math.fsum(numbers))
    except OverflowError as error:
        print(error)
