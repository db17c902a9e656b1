# The actions: append, extend, const, boolean, version, custom, and defaults from a namespace.
import argparse


class KeyValue(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        d = dict(getattr(namespace, self.dest) or {})
        key, _, value = values.partition("=")
        d[key] = value
        setattr(namespace, self.dest, d)


p = argparse.ArgumentParser(prog="run", epilog="See the manual.")
p.add_argument("-D", dest="defines", action=KeyValue, metavar="KEY=VALUE", help="define a value")
p.add_argument("-I", action="append", default=[], help="add a folder")
p.add_argument("--tags", action="extend", nargs="+")
p.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="coloured output")
p.add_argument("--low", dest="level", action="store_const", const=1)
p.add_argument("--high", dest="level", action="store_const", const=9)
p.add_argument("--no-cache", action="store_false", dest="cache")
p.add_argument("--version", action="version", version="%(prog)s 1.2")
p.add_argument("rest", nargs=argparse.REMAINDER)

args = p.parse_args("-D a=1 -Db=2 -I x -Iy --tags t1 t2 --no-color --high --no-cache cmd --flag".split())
for k, v in sorted(vars(args).items()):
    print(k, "=", v)
known, rest = p.parse_known_args(["--tags", "x", "--color"])
print(known, rest)
print(p.parse_args([], argparse.Namespace(level=5)).level)
try:
    p.parse_args(["--version"])
except SystemExit as e:
    print("exit", e.code)
p.print_help()
