# Decimal texts of long integers, around the lengths at which they are made in halves, read back.
import sys

sys.set_int_max_str_digits(0)


def check(v):
    text = str(v)
    if int(text) != v or f"{v:,}".replace(",", "") != text:
        print("wrong", len(text))
    return sum(map(ord, text[::7])) + len(text)


total = 0
seed = 12345
for bits in [*range(1, 200, 7), 900, 959, 960, 961, 1919, 1920, 1921, 2000, 3840, 5000, 9999, 20000]:
    seed = seed * 1103515245 % 2**31
    v = pow(3, bits + seed % 50) % 2**bits
    total += check(v) + check(-v) + check(2**bits) + check(2**bits - 1)
for n in [*range(1, 30), 280, 287, 288, 289, 290, 575, 576, 577, 1152, 2304, 4608]:
    for d in (-1, 0, 1):
        total += check(10**n + d) + check(-(10**n) * 7 + d)
print(total)
print(str(3**50000)[:20], str(3**50000)[-20:], str(2**100000)[15000:15020], f"{-(7**700):,}"[:30])
