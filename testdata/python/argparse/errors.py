# What a parser says about wrong arguments, without leaving the program.
import argparse
import io
import contextlib


def attempt(parser, argv):
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            print(parser.parse_args(argv))
    except SystemExit as e:
        print(f"exit {e.code}: {err.getvalue().splitlines()[-1]}")


p = argparse.ArgumentParser(prog="copy", add_help=False)
p.add_argument("source")
p.add_argument("--retries", type=int, default=3)
p.add_argument("--mode", choices=["fast", "safe"])
group = p.add_mutually_exclusive_group()
group.add_argument("--quiet", action="store_true")
group.add_argument("--loud", action="store_true")
attempt(p, ["a"])
attempt(p, [])
attempt(p, ["a", "--retries", "many"])
attempt(p, ["a", "--mode", "slow"])
attempt(p, ["a", "--quiet", "--loud"])
attempt(p, ["a", "b", "--nope"])
attempt(p, ["a", "--retries"])
attempt(p, ["a", "--ret=5", "--mo", "fast"])

q = argparse.ArgumentParser(prog="q", exit_on_error=False)
q.add_argument("n", type=float)
try:
    q.parse_args(["x1"])
except argparse.ArgumentError as e:
    print("caught:", e)


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


r = argparse.ArgumentParser(prog="r")
r.add_argument("--n", type=positive)
attempt(r, ["--n", "-4"])
attempt(r, ["--n=4"])
