# Functions, closures and generators.
def greet(name, greeting="Hello", *more):
    """Greets."""
    return greeting + ", " + name + "!" + str(more)


print(greet("Ada"), greet("Bob", "Hi"), greet(greeting="Hey", name="Cy"), greet("D", "E", 1, 2))


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def fibonacci(n: int) -> int:
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


print(factorial(20), fibonacci(15))
counter = 0


def count():
    global counter
    counter += 1
    return counter


def make_counter(start=0):
    value = start

    def step(by=1):
        nonlocal value
        value += by
        return value

    return step


step = make_counter(5)
print(count(), count(), step(), step(3), (lambda a, b=2: a + b)(1))


def squares(limit):
    for n in range(limit):
        yield n * n


numbers = squares(5)
print(next(numbers), list(numbers), sum(n for n in range(5)))


def primes(limit):
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit, n):
                sieve[multiple] = False


def bubble_sort(items):
    items = items[:]
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


print(list(primes(50)), bubble_sort([3, 1, 2]))
print(sorted("b a C".split(), key=str.lower), sum(primes(1000)))
