# Numbers in other clothes: Roman, words, bases, Luhn, ISBN.
def roman(n):
    if not 0 < n < 4000:
        raise ValueError(f"{n} has no Roman form")
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, v)
        out += s * count
    return out


def unroman(s):
    v = [dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[c] for c in s]
    total = sum(-a if a < b else a for a, b in zip(v, v[1:] + [0]))
    if roman(total) != s:
        raise ValueError(f"malformed {s}")
    return total


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def say(n):
    if n < 0: return "minus " + say(-n)
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in ((10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            q, r = divmod(n, size)
            return f"{say(q)} {name}" + (f" {'and ' if r < 100 else ''}{say(r)}" if r else "")


def base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return "-" + base(-n, b) if n < 0 else (base(n // b, b) if n >= b else "") + digits[n % b]


def luhn(s):
    d = [int(c) for c in s if c.isdigit()][::-1]
    return sum(d[::2] + [sum(divmod(2 * x, 10)) for x in d[1::2]]) % 10 == 0


for n in (1, 4, 14, 99, 1994, 3999):
    print(n, roman(n), unroman(roman(n)), say(n), base(n, 2), base(n, 36))
for bad in (lambda: roman(0), lambda: unroman("IIII"), lambda: unroman("ABC")):
    try:
        bad()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
print(say(1_000_013), "|", say(-21), "|", say(110), base(-255, 16), int(base(12345, 7), 7), luhn("4539 1488 0343 6467"), luhn("8273 1232 7352 0569"))
print(sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate("080442957X")) % 11 == 0, all(unroman(roman(n)) == n for n in range(1, 300)))
