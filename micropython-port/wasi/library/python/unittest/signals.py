"""Ctrl-C in the middle of a run. No signal reaches a program here, so there is nothing to handle."""

__unittest = True

_results = {}


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    pass


def removeHandler(method=None):
    return method
