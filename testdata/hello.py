# What mpwasm runs first: a few lines that use the interpreter, its library and its limits of precision.
import json
import sys

name, version = sys.implementation[:2]
print("Hello from", name, ".".join(str(part) for part in version[:3]), "on", sys.platform)


def primes(limit):
    sieve = bytearray(b"\x01" * limit)
    for n in range(2, limit):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit, n):
                sieve[multiple] = 0


print("primes:", list(primes(50)))
print("2**100 =", 2**100)
print(json.dumps({"sum of primes below 1000": sum(primes(1000))}))
