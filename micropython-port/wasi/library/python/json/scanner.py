# The name that CPython has for a part of the decoder.
import _json


def py_make_scanner(context):
    hooks = (context.object_hook, context.parse_float, context.parse_int, context.parse_constant, context.object_pairs_hook, context.strict)
    return lambda string, idx: _json.scan(string, *hooks, idx)


make_scanner = c_make_scanner = py_make_scanner
