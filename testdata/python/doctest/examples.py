# Examples in docstrings, run by doctest.
import doctest


def area(width, height):
    """Return the area.

    >>> area(2, 3)
    6
    >>> area(2, -1)
    Traceback (most recent call last):
        ...
    ValueError: negative side
    >>> [area(n, n) for n in range(4)]
    [0, 1, 4, 9]
    """
    if width < 0 or height < 0:
        raise ValueError("negative side")
    return width * height


class Counter:
    """Counts.

    >>> c = Counter()
    >>> c.add(2)
    >>> c.total
    2
    >>> print({"a": 1, "b": 2})  # doctest: +ELLIPSIS
    {'a': 1...}
    """

    def __init__(self):
        self.total = 0

    def add(self, n):
        """
        >>> c = Counter()
        >>> c.add(5); c.total
        5
        """
        self.total += n


print(doctest.testmod())


def wrong():
    """
    >>> 1 + 1
    3
    """


finder = doctest.DocTestFinder()
runner = doctest.DocTestRunner(verbose=False)
said = []
for test in finder.find(wrong, "wrong", globs={}):
    runner.run(test, out=said.append)
print("\n".join("".join(said).split("\n")[2:]))
print(runner.failures, runner.tries)
