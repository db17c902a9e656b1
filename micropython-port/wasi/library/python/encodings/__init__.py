# The package of encodings that are modules, CPython's. Those that are built in are in _codecs.

import codecs


class CodecRegistryError(LookupError, SystemError):
    pass


_cache = {}


def normalize_encoding(encoding):
    """The name with its letters and digits, each run of others as one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    parts = []
    for c in encoding:
        parts.append(c if c.isascii() and (c.isalnum() or c == ".") else " ")
    return "_".join("".join(parts).split())


def search_function(encoding):
    import _codecs

    return _codecs._search(encoding.lower().replace("-", "_"))
