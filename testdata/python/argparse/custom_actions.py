# Actions of one's own, exclusive groups, REMAINDER, parents, files of arguments, partial parsing.
import argparse
import contextlib
import io


class Append2(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None):
        if len(values) != 2:
            parser.error(f"{option_string} takes two")
        getattr(ns, self.dest).append((option_string, *values))


class Password(argparse.Action):
    def __init__(self, option_strings, dest, nargs=0, **kw):
        super().__init__(option_strings, dest, nargs=nargs, **kw)

    def __call__(self, parser, ns, values, option_string=None):
        setattr(ns, self.dest, "asked")


base = argparse.ArgumentParser(add_help=False)
base.add_argument("-q", "--quiet", action="store_true")
p = argparse.ArgumentParser(prog="tool", parents=[base], fromfile_prefix_chars="@", epilog="The end.", allow_abbrev=False)
p.add_argument("--point", action=Append2, nargs="+", default=[], metavar=("X", "Y"))
p.add_argument("--password", action=Password, help="asks")
g = p.add_mutually_exclusive_group()
g.add_argument("--json", dest="format", action="store_const", const="json", default="text")
g.add_argument("--xml", dest="format", action="store_const", const="xml")
p.add_argument("--opt", nargs="?", const="const", default="default")
p.add_argument("--many", nargs="*", action="extend", type=int)
p.add_argument("rest", nargs=argparse.REMAINDER)


def run(argv, partial=False):
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(err):
        try:
            r = (p.parse_known_args if partial else p.parse_args)(argv)
            return vars(r[0]) | {"left": r[1]} if partial else vars(r)
        except SystemExit as e:
            return f"exit {e.code}: {err.getvalue().splitlines()[-1]}"


for line in ("", "-q --json --opt", "--opt x --many 1 2 --many 3 -- a", "--json --xml", "--point 1 2 --point 3 4", "--point 1", "--password run --flag -x", "--many x"):
    print(line or "(none)", run(line.split()))
q = argparse.ArgumentParser(prog="q", exit_on_error=False)
q.add_argument("-n", type=int)
for argv in (["-n", "x"], ["-n"]):
    try:
        q.parse_args(argv)
    except argparse.ArgumentError as e:
        print("ArgumentError:", e)
print(q.parse_known_args(["-n", "1", "--zip", "zap"]), q.parse_intermixed_args(["-n", "2"]))
q.set_defaults(n=9, extra="e")
print(q.parse_args([]), q.get_default("n"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
