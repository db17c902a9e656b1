# Floats: a sample's figures, Newton's method, a sum of a series.
import math

sample = [math.sin(i) * 100 + i % 13 for i in range(8000)]
mean = sum(sample) / len(sample)
variance = sum((x - mean) ** 2 for x in sample) / (len(sample) - 1)
product = 0.0
for i in range(1, len(sample)):
    product += (sample[i] - mean) * (sample[i - 1] - mean)


def root(x):
    guess = x / 2
    while abs(guess * guess - x) > 1e-9 * x:
        guess = (guess + x / guess) / 2
    return guess


roots = sum(root(float(x)) for x in range(1, 1500))
pi = 0.0
sign = 1.0
for i in range(20000):
    pi += sign / (2 * i + 1)
    sign = -sign
print("%.6f %.6f %.6f %.6f %.6f" % (mean, math.sqrt(variance), product / variance, roots, pi * 4))
