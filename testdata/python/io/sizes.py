# Sizes and places that are as large as CPython takes them, and larger.
import cmath
import io
import struct
import sys


def attempt(label, action):
    try:
        print(label, repr(action()))
    except (OverflowError, TypeError, ValueError) as e:
        print(label, type(e).__name__)


for size in 2**31, 2**32, 2**63 - 1, 2**63, -(2**63) - 1, 2**70, -(2**70), 1.5, None, "a", -1, -2, True:
    for make in lambda: io.BytesIO(b"abc\ndef"), lambda: io.StringIO("abc\ndef"):
        for method in "seek", "read", "readline", "readlines", "truncate":
            attempt(f"{method}({size!r})", lambda: getattr(make(), method)(size))
    if size is None or abs(size if type(size) is int else 0) < 2**63:
        for method in "read", "readline", "readlines":
            if not (method == "readline" and size is None):
                attempt(f"stdin.{method}({size!r})", lambda: getattr(sys.stdin, method)(size))
attempt("beyond", lambda: io.BytesIO(b"abc").seek(2**63 - 1, 2))
for whence in None, 1.5, "a":
    attempt(f"whence {whence!r}", lambda: io.BytesIO().seek(0, whence))

print(struct.calcsize("1073741824s"), struct.calcsize("2147483647s"), struct.Struct("1073741824x").size)
for value in None, "1", "a", 1j, [], 2, -1:
    attempt(f"isclose(a={value!r})", lambda: cmath.isclose(value, 1))
    attempt(f"isclose(b={value!r})", lambda: cmath.isclose(1, value))
    attempt(f"isclose(rel_tol={value!r})", lambda: cmath.isclose(1, 2, rel_tol=value))
    attempt(f"isclose(abs_tol={value!r})", lambda: cmath.isclose(1, 1, abs_tol=value))
