# The stack of an expected exception may be left out or be dots.
import doctest


def half(n):
    """
    >>> half(4)
    2
    >>> half(3)
    Traceback (most recent call last):
    ...
    ValueError: 3 is odd
    >>> half("x")
    Traceback (most recent call last):
      ...
    TypeError: not all arguments converted during string formatting
    >>> half(5)
    Traceback (most recent call last):
    ValueError: 5 is odd
    """
    if n % 2:
        raise ValueError(f"{n} is odd")
    return n // 2


print(doctest.testmod())
