"""Digests for tests."""

import unittest


def requires_hashdigest(digestname, openssl=None, usedforsecurity=True):
    import hashlib
    try:
        hashlib.new(digestname)
    except (AttributeError, ValueError):
        return unittest.skip("needs the digest %r" % digestname)
    return lambda test: test
