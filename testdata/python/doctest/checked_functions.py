# Functions with examples in their docstrings, checked one by one.
import doctest


def factorial(n):
    """Give n!.

    >>> factorial(5)
    120
    >>> [factorial(n) for n in range(4)]
    [1, 1, 2, 6]
    >>> factorial(-1)
    Traceback (most recent call last):
        ...
    ValueError: n must not be negative
    """
    if n < 0:
        raise ValueError("n must not be negative")
    return 1 if n < 2 else n * factorial(n - 1)


def mean(xs):
    """
    >>> mean([1, 2, 3])
    2.0
    >>> print("long", *range(20))    # doctest: +ELLIPSIS
    long 0 1 ... 19
    >>> mean([])                     # doctest: +SKIP
    0
    """
    return sum(xs) / len(xs)


finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner(verbose=False)
for f in (factorial, mean):
    for test in finder.find(f, f.__name__, globs={f.__name__: f}):
        print(test.name, len(test.examples), runner.run(test))
parser = doctest.DocTestParser()
for example in parser.get_examples(factorial.__doc__):
    print(repr(example.source), repr(example.want), example.exc_msg)
print(doctest.testmod().failed)
