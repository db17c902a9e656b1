# The name that CPython has for it, too.
import _json
from json import JSONEncoder


def py_encode_basestring_ascii(s):
    return _json.encode_str(s, True)


def py_encode_basestring(s):
    return _json.encode_str(s, False)


encode_basestring_ascii = py_encode_basestring_ascii
encode_basestring = py_encode_basestring
