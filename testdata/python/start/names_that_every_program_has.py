# no docstring: __doc__ and the like are None all the same.
import argparse
import json
import math
import sys

print(__doc__, __package__, __spec__, __name__, sys.modules["__main__"].__doc__)
print(argparse.ArgumentParser(prog="tool", description=__doc__).format_usage(), end="")


def describe():
    return __doc__


class Thing:
    text = __doc__


print(describe(), Thing.text, Thing.__doc__, describe.__doc__, hasattr(math, "__doc__"), hasattr(json, "__doc__"))
print(math, (__doc__ or "nothing").splitlines())
__doc__ = "now there is one"
print(__doc__, describe(), sys.modules["__main__"].__doc__)
