# print and sys.stdout replaced: tees, captures, prefixes.
import contextlib
import io
import sys


class Tee:
    def __init__(self, *targets):
        self.targets = targets

    def write(self, text):
        for t in self.targets:
            t.write(text)
        return len(text)

    def flush(self):
        for t in self.targets:
            t.flush()


class Prefix(io.TextIOBase):
    def __init__(self, target, prefix):
        self.target, self.prefix, self.start = target, prefix, True

    def write(self, text):
        for line in text.splitlines(True):
            if self.start:
                self.target.write(self.prefix)
            self.target.write(line)
            self.start = line.endswith("\n")
        return len(text)


memory = io.StringIO()
old = sys.stdout
sys.stdout = Tee(old, memory)
print("to both", 1, sep="|")
sys.stdout = old
print(repr(memory.getvalue()))
with contextlib.redirect_stdout(Prefix(sys.stdout, "> ")):
    print("first\nsecond", end="")
    print(" goes on")
    print()
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print("warn", file=sys.stderr)
    sys.stderr.write("more\n")
print(err.getvalue().split())
print("a", "b", file=memory, flush=True)
print(memory.getvalue().splitlines()[-1], sys.stdout is sys.__stdout__, sys.stdout.writable(), sys.stdout.encoding.lower())
print("x", file=None)
try:
    print("x", file=3)
except AttributeError as e:
    print("AttributeError:", e)
try:
    print("x", sep=1)
except TypeError as e:
    print("TypeError:", e)
sys.stdout.write("done\n")
