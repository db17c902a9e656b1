# Python that runs in this page. Nothing is sent anywhere.
import sys

name, version = sys.implementation.name, sys.implementation.version
print("Hello from", name, ".".join(str(n) for n in version[:3]))


def primes(limit):
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit, n):
                sieve[multiple] = False


print("primes:", list(primes(50)))

# The value of the last line is shown, too.
sum(primes(1000))
