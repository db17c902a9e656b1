# sys.displayhook and sys.excepthook, called by the program.
import builtins
import io
import sys

print(sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__)
sys.displayhook([1, 2])
sys.displayhook(None)
sys.displayhook("text")
print(repr(builtins._))


def boom():
    return 1 / 0


old, sys.stderr = sys.stderr, io.StringIO()
try:
    boom()
except ZeroDivisionError:
    sys.excepthook(*sys.exc_info())
text, sys.stderr = sys.stderr.getvalue(), old
print(text.splitlines()[0], text.splitlines()[-1])
