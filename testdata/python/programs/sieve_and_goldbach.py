# Primes up to a limit, gaps, twins, Goldbach's sums, factor tables.
def primes(n):
    marks = [True] * (n + 1)
    for i in range(2, int(n**0.5) + 1):
        if marks[i]:
            marks[i * i::i] = [False] * len(marks[i * i::i])
    return [i for i in range(2, n + 1) if marks[i]]


ps = primes(300)
pset = set(ps)
print(len(ps), ps[:10], ps[-3:])
gaps = {}
for a, b in zip(ps, ps[1:]):
    gaps.setdefault(b - a, (a, b))
print(gaps)
print([(p, p + 2) for p in ps if p + 2 in pset][:6])
for n in (10, 28, 100):
    print(n, [(p, n - p) for p in ps if p <= n // 2 and n - p in pset])


def factors(n):
    out = {}
    for p in ps:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
    return out | ({n: 1} if n > 1 else {})


for n in (84, 97, 1024, 2310):
    f = factors(n)
    count = 1
    for e in f.values():
        count *= e + 1
    print(n, "=", " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in f.items()), f"({count} divisors)")
