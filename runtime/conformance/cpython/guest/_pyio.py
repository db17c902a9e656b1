"""CPython's second module io, for test_io, which fills its classes from both. The tests of it itself do not apply."""

from io import *
from io import BlockingIOError, UnsupportedOperation, open_code, text_encoding
