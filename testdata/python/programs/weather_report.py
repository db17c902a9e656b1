# Temperatures of a week: conversion, trends, a chart, records.
from statistics import mean, pstdev
from datetime import date, timedelta

START = date(2024, 2, 26)
TEMPS = [3.5, 5.0, -1.2, 0.0, 7.8, 11.1, 9.4]


def chart(values, height=5):
    low, high = min(values), max(values)
    for level in range(height, -1, -1):
        line = low + (high - low) * level / height
        print(f"{line:6.1f} |" + "".join(" # " if v >= line - 1e-9 else "   " for v in values))
    print("       +" + "---" * len(values))


days = [START + timedelta(i) for i in range(len(TEMPS))]
for d, t in zip(days, TEMPS):
    feel = "freezing" if t <= 0 else "cold" if t < 5 else "mild" if t < 10 else "warm"
    print(f"{d:%a %d.%m.} {t:>5.1f} °C {t * 9 / 5 + 32:>5.1f} °F {feel}")
chart(TEMPS)
print(f"mean {mean(TEMPS):.2f} spread {pstdev(TEMPS):.2f} coldest {min(zip(TEMPS, days))[1]:%A} change {max(zip((b - a for a, b in zip(TEMPS, TEMPS[1:])), days[1:]))[0]:+.1f}")
streak = best = 0
for a, b in zip(TEMPS, TEMPS[1:]):
    streak = streak + 1 if b > a else 0
    best = max(best, streak)
print("longest rise", best, [round(sum(TEMPS[i:i + 3]) / 3, 2) for i in range(len(TEMPS) - 2)], sorted(TEMPS)[len(TEMPS) // 2])
