# Roman numerals read, written and calculated with; wrong ones refused.
TABLE = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def write(n):
    if not 0 < n < 4000:
        raise ValueError(f"{n} cannot be written")
    out = ""
    for v, s in TABLE:
        k, n = divmod(n, v)
        out += s * k
    return out


def read(text):
    values = {s: v for v, s in TABLE if len(s) == 1}
    try:
        nums = [values[c] for c in text.upper()]
    except KeyError as e:
        raise ValueError(f"{e.args[0]!r} is no numeral") from None
    n = sum(-a if a < b else a for a, b in zip(nums, nums[1:] + [0]))
    if not text or write(n) != text.upper():
        raise ValueError(f"{text!r} is badly formed")
    return n


for text in ("XIV + VI", "MMXXIV - CM", "XII * xii", "C / VII", "V - V", "IIII + I", "A + I", "MMM + MMM"):
    a, op, b = text.split()
    try:
        a, b = read(a), read(b)
        r = {"+": a + b, "-": a - b, "*": a * b, "/": a // b}[op]
        print(f"{text} = {write(r)} ({r})")
    except ValueError as e:
        print(f"{text}: {e}")
print(all(read(write(n)) == n for n in range(1, 400)))
