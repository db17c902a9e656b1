# Groups of options in the help, defaults shown, nargs of all kinds and arguments from a list with prefixes.
import argparse

p = argparse.ArgumentParser(prog="plot", formatter_class=argparse.ArgumentDefaultsHelpFormatter, description="Draw a plot of numbers.")
inputs = p.add_argument_group("input", "where numbers come from")
inputs.add_argument("numbers", type=float, nargs="*", help="the numbers")
inputs.add_argument("--skip", type=int, default=0, help="leave out the first")
out = p.add_argument_group("output")
out.add_argument("--size", type=int, nargs=2, default=[80, 24], metavar=("W", "H"), help="columns and rows")
out.add_argument("--title", nargs="?", const="untitled", default=None, help=argparse.SUPPRESS)
print(p.format_help())
for argv in (["1", "2.5"], ["--size", "40", "10"], ["--title", "--skip", "2", "7"], ["--title", "T"], ["--", "-3"], ["-3", "4"]):
    print(argv, vars(p.parse_args(argv)))

raw = argparse.ArgumentParser(prog="raw", usage="%(prog)s [words]", formatter_class=argparse.RawDescriptionHelpFormatter,
                              description="Lines\n  kept as\n    they are")
print(raw.format_help())
ns = argparse.Namespace(a=1, b="x")
print(ns, "a" in ns, "z" in ns, ns == argparse.Namespace(b="x", a=1))
print(p.get_default("skip"), p.parse_args([]).numbers)
