"""The package of pathlib's tests, whose setUp() takes permissions away. There are none, and os.chmod() refuses; here it does nothing, so
that the tests that do not need it run. Those that do skip themselves."""

import os
import sys
import types

sys.modules["socket"] = types.ModuleType("socket")  # a class asks whether it has a family of addresses

def _chmod(path, mode, **kwargs):
    os.stat(path)


os.chmod = _chmod
