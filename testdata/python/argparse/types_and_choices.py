# Types made by functions, choices, ranges, dates, key=value pairs, counts, defaults in help.
import argparse
import contextlib
import io
from datetime import date
from enum import Enum


class Level(Enum):
    LOW = "low"
    HIGH = "high"

    def __str__(self):
        return self.value


def between(a, b):
    def parse(text):
        n = int(text)
        if not a <= n <= b:
            raise argparse.ArgumentTypeError(f"{n} is not between {a} and {b}")
        return n
    parse.__name__ = "number"
    return parse


def pair(text):
    k, sep, v = text.partition("=")
    if not sep:
        raise argparse.ArgumentTypeError(f"{text!r} is not key=value")
    return k, v


p = argparse.ArgumentParser(prog="report", formatter_class=argparse.ArgumentDefaultsHelpFormatter, description="Makes a report.")
p.add_argument("day", type=date.fromisoformat, help="the day")
p.add_argument("--top", type=between(1, 10), default=3, metavar="N", help="rows")
p.add_argument("--level", type=Level, choices=list(Level), default=Level.LOW, help="how loud")
p.add_argument("-D", dest="defs", type=pair, action="append", default=[], help="a definition")
p.add_argument("-v", action="count", default=0, help="more words")
p.add_argument("--ratio", type=float)
p.add_argument("--version", action="version", version="%(prog)s 1.2")


def run(line):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            return vars(p.parse_args(line.split()))
        except SystemExit as e:
            return f"exit {e.code}: " + (out.getvalue() or err.getvalue().splitlines()[-1]).strip()


for line in ("2024-02-29", "2024-02-30", "2024-01-01 --top 10 -vvv --level high", "2024-01-01 --top 11", "2024-01-01 --top x", "2024-01-01 --level mid", "2024-01-01 -D a=1 -Db=2 --ratio=1e3", "2024-01-01 -D a", "", "--version", "2024-01-01 extra", "2024-01-01 --le high", "2024-01-01 --r", "2024-01-01 -D x= --top=2"):
    print(f"{line:<40}", run(line))
print(p.format_usage(), p.format_help(), sep="")
