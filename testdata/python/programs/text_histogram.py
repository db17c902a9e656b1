# Numbers shown as bars: across, upright, stacked, as sparks and as a box plot.
from statistics import quantiles

DATA = {"mon": 12, "tue": 30, "wed": 7, "thu": 0, "fri": 21}
top = max(DATA.values())
for k, v in DATA.items():
    full, part = divmod(v * 80 // top, 8)
    print(f"{k} {'█' * full}{' ▏▎▍▌▋▊▉'[part].strip()} {v}")
for level in range(4, 0, -1):
    print(" ".join("##" if v * 4 / top >= level - 0.5 else "  " for v in DATA.values()).rstrip())
print(" ".join(k[:2] for k in DATA))
print("".join("▁▂▃▄▅▆▇█"[min(7, v * 8 // top)] for v in DATA.values()))
parts = {"a": [3, 1], "b": [2, 5]}
for k, (x, y) in parts.items():
    print(f"{k} |{'=' * x}{'-' * y}| {x}/{x + y}")
values = sorted([3, 7, 8, 5, 12, 14, 21, 13, 18])
q1, q2, q3 = quantiles(values, n=4)
line = [" "] * 23
for i in range(round(q1), round(q3) + 1):
    line[i] = "="
for mark, x in (("|", values[0]), ("|", values[-1]), ("M", q2)):
    line[round(x)] = mark
print("".join(line), q1, q2, q3)
