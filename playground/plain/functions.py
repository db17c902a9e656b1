# Functions, closures, generators and decorators.
def greet(name, greeting="Hello", *more, punctuation="!", **options):
    """Greets."""
    return greeting + ", " + name + punctuation + str(more) + str(options)


print(greet("Ada"), greet("Bob", "Hi"), greet(greeting="Hey", name="Cy"), greet("D", "E", 1, 2, punctuation="?", key=1), greet(*["F"], **{"punctuation": "."}))


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def fibonacci(n: int) -> int:
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


print(factorial(20), factorial(30), fibonacci(15), greet.__name__, greet.__doc__)
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


def chain(*lists):
    for one in lists:
        yield from one
    return "over"


numbers = squares(5)
print(next(numbers), next(numbers), list(numbers), next(numbers, "none"), sum(n for n in range(5)), list(chain([1], (2, 3))), squares)
generator = squares(2)
for n in generator:
    print(n)


def logged(function):
    def wrapper(*args, **kwargs):
        print("calling", function.__name__)
        return function(*args, **kwargs)
    return wrapper


def times(many):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(many)]
        return wrapper
    return decorate


@logged
def add(a, b):
    return a + b


@times(2)
def one():
    return 1


def primes(limit):
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit, n):
                sieve[multiple] = False


def binary_search(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


def bubble_sort(items):
    items = items[:]
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(add(1, 2), one(), list(primes(50)), binary_search([1, 3, 5], 3), bubble_sort([3, 1, 2]), hanoi(5, 1, 2, 3), callable(add), print.__name__, add, lambda: 0)
def nothing(): ...
print(nothing(), sorted([(2, "b"), (1, "a")]), sorted("b a C".split(), key=str.lower), list(map(lambda n: n + 1, [1])), max((1, 2), (1, 3)))
while True:
    counter += 1
    if counter > 200000:
        break
counter
