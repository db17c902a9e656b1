# The names that CPython has for it, too.
import sys

from json import JSONDecodeError, JSONDecoder


def py_scanstring(s, end, strict=True):
    """The string whose first character is at end, and where it ends."""
    if end > sys.maxsize:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return JSONDecoder(strict=strict).raw_decode(s, end - 1)


scanstring = c_scanstring = py_scanstring
