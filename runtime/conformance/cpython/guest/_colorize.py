"""Stands for CPython's module of this name: nothing here is in colour. Tests of colours do not apply (skip.txt)."""

COLORIZE = False


def can_colorize(*, file=None):
    return False
