# sys.stdout, stdin and stderr, and others in their place.
import contextlib
import io
import sys

print(sys.stdout.write("text\n"), sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.writable(), sys.stdout.readable(), sys.stdin.readable())
print(sys.stdout.name, sys.stdin.name, sys.stderr.name, sys.stdout.closed, sys.__stdout__ is sys.stdout)
print("no", "newline", sep="-", end="|\n", flush=True)
print("none", sep=None, end=None, file=None)
sys.stdout.writelines(["l1\n", "l2\n"])

with contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden", 1, 2.5)
    help_text = "more"
    sys.stdout.write(help_text)
print(repr(out.getvalue()))
with contextlib.redirect_stderr(io.StringIO()) as err:
    print("oops", file=sys.stderr)
print(repr(err.getvalue()))


def captured(function):
    old, sys.stdout = sys.stdout, io.StringIO()
    try:
        function()
        return sys.stdout.getvalue()
    finally:
        sys.stdout = old


print(repr(captured(lambda: print("inner", [1], sep="/"))))


class Pieces:
    def __init__(self):
        self.all = []

    def write(self, text):
        self.all.append(text)

    def flush(self):
        self.all.append("flush")


p = Pieces()
print(1, "b", None, file=p, flush=True)
print(p.all)

old = sys.stdin
sys.stdin = io.StringIO("first\nsecond\n")
print(input(), input("prompt> "))
try:
    input()
except EOFError as e:
    print("EOFError", e)
sys.stdin = io.StringIO("1 2\n3 4\n")
print([sum(map(int, line.split())) for line in sys.stdin])
sys.stdin = old
for wrong in (lambda: print(1, sep=2), lambda: print(1, end=b""), lambda: print(1, file=5)):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
saved, sys.stdout = sys.stdout, None
print("nobody sees this")
sys.stdout = saved
sys.argv = ["prog", "-v"]
print(sys.argv, sys.version_info[:2] >= (3, 13), sys.version_info.major, sys.byteorder, sys.maxunicode)
sys.mine = 5
print(sys.mine, "mine" in dir(sys))
del sys.mine
print(hasattr(sys, "mine"))
