# Command lines.
import argparse
import contextlib
import getopt
import io


def run(parser, *args):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            print(parser.parse_args(args))
    except SystemExit as e:
        print("exit", e.args[0], file=out)
    print(out.getvalue(), end="")


p = argparse.ArgumentParser(prog="tool", description="Does things with files.", epilog="That is all.")
p.add_argument("files", nargs="+", help="what to read")
p.add_argument("-o", "--output", default="out.txt", metavar="FILE", help="where to write (default: %(default)s)")
p.add_argument("-n", "--count", type=int, default=1, help="how often")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--dry-run", action="store_true", help="only say what would be done")
p.add_argument("--mode", choices=["fast", "safe"], default="safe")
p.add_argument("--define", "-D", action="append", default=[])
p.add_argument("--version", action="version", version="%(prog)s 1.2")
run(p, "a", "b", "-o", "x", "-vv", "--count=3", "-Dk=v", "-D", "z", "--mode", "fast", "--dry-run")
run(p, "a")
run(p, "-h")
run(p)
run(p, "a", "--mode", "slow")
run(p, "a", "-n", "many")
run(p, "a", "--nothing")
run(p, "--version")

p = argparse.ArgumentParser(prog="git")
sub = p.add_subparsers(dest="command", required=True, help="what to do")
add = sub.add_parser("add", help="add a file")
add.add_argument("path", type=str)
commit = sub.add_parser("commit", help="make a commit")
commit.add_argument("-m", "--message", required=True)
group = commit.add_mutually_exclusive_group()
group.add_argument("--amend", action="store_true")
group.add_argument("--new", action="store_true")
run(p, "add", "x.txt")
run(p, "commit", "-m", "hello world", "--amend")
run(p, "commit", "-m", "x", "--amend", "--new")
run(p, "push")
run(p, "-h")
run(p, "commit", "-h")

p = argparse.ArgumentParser(prog="calc", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="a flag")
p.add_argument("x", type=float, nargs="?", default=2.5, help="a number")
p.add_argument("rest", nargs=argparse.REMAINDER)
run(p, "1.5", "--no-flag")
run(p, "--no-flag")
run(p, "-h")
print(argparse.ArgumentParser(prog="q").parse_known_args(["--unknown", "1"]))

print(getopt.getopt(["-a", "-b", "val", "--long", "--name=x", "rest"], "ab:", ["long", "name="]))
try:
    getopt.getopt(["-z"], "ab:")
except getopt.GetoptError as e:
    print(e, e.opt)
