# Marks of students: weights, letters, curves, a table and statistics.
from statistics import mean, median

MARKS = {"Ann": {"hw": [90, 85, None], "exam": 92}, "Bob": {"hw": [60, 70, 80], "exam": 55}, "Cy": {"hw": [], "exam": 77}, "Dee": {"hw": [100, 100, 95], "exam": None}}
WEIGHTS = {"hw": 0.4, "exam": 0.6}


def final(m):
    hw = [x for x in m["hw"] if x is not None]
    parts = {"hw": mean(hw) if hw else None, "exam": m["exam"]}
    weight = sum(WEIGHTS[k] for k, v in parts.items() if v is not None)
    return sum(WEIGHTS[k] * v for k, v in parts.items() if v is not None) / weight


def letter(x):
    return next(l for low, l in ((90, "A"), (80, "B"), (70, "C"), (60, "D"), (0, "F")) if x >= low)


finals = {n: final(m) for n, m in MARKS.items()}
print(f"{'name':<6}{'hw':>12}{'exam':>6}{'final':>8}  ")
for n, f in sorted(finals.items(), key=lambda kv: -kv[1]):
    hw = ",".join("-" if x is None else str(x) for x in MARKS[n]["hw"]) or "none"
    print(f"{n:<6}{hw:>12}{MARKS[n]['exam'] or '-':>6}{f:>8.2f}  {letter(f)} {'▇' * int(f // 10)}")
print(f"mean {mean(finals.values()):.3f}, median {median(finals.values()):.2f}, spread {max(finals.values()) - min(finals.values()):.1f}")
curve = 100 - max(finals.values())
print({n: letter(min(100, f + curve)) for n, f in finals.items()}, {g: [n for n in finals if letter(finals[n]) == g] for g in "ABF"})
