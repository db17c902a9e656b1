# What the compiler warns of goes to sys.stderr, also where the program has not imported warnings.
import io
import sys

sources = [r"x = '\d+'", r"b'\q'", "x = 5\nif x is 5:\n    pass", "assert (x, 'always')", "[1, 2]['a']", "[(1, 2) (3, 4)]", "x is not 'a'", "'plain'", r"r'\d'", "x is None"]
x = 1
for source in sources:
    before, sys.stderr = sys.stderr, io.StringIO()
    try:
        compile(source, "<source>", "exec")
        text = sys.stderr.getvalue()
    finally:
        sys.stderr = before
    print(repr(source), repr(text))
