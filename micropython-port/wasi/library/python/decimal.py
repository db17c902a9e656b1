# Decimal numbers: CPython's own module in Python, under its usual name.

from _pydecimal import *
from _pydecimal import __libmpdec_version__, __version__
