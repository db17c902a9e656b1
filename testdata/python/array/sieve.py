# A sieve and prefix sums on arrays, with iteration, in-place operators and copies.
from array import array
import copy

N = 200
sieve = array("b", [1]) * (N + 1)
sieve[0] = sieve[1] = 0
for i in range(2, int(N ** 0.5) + 1):
    if sieve[i]:
        sieve[i * i::i] = array("b", bytes(len(range(i * i, N + 1, i))))
primes = array("L", (i for i, p in enumerate(sieve) if p))
print(len(primes), primes[:10].tolist(), primes[-1])

prefix = array("q", [0])
for p in primes:
    prefix.append(prefix[-1] + p)
print(prefix[-1], prefix[10] - prefix[5])
clone = copy.copy(primes)
clone += array("L", [211])
print(len(clone), len(primes), clone[-1])
clone *= 0
print(clone, bool(clone))
it = iter(primes)
print(next(it), next(it), sum(it))
print(array("f", [0.1, 0.5])[0] == 0.1, array("f", [0.5])[0])
print(array("i", array("f", [1.0]).tobytes()) .tolist())
