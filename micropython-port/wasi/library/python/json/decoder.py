# The name that CPython has for it, too.
from json import JSONDecodeError, JSONDecoder
