# A small tool with subcommands, as git has them.
import argparse


def build():
    p = argparse.ArgumentParser(prog="todo", description="Keep a list of tasks.")
    p.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    sub = p.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add = sub.add_parser("add", help="add a task")
    add.add_argument("title", nargs="+")
    add.add_argument("-p", "--priority", type=int, choices=range(1, 4), default=2)
    add.set_defaults(run=lambda a: f"added {' '.join(a.title)!r} with priority {a.priority}")
    done = sub.add_parser("done", help="mark tasks as done")
    done.add_argument("ids", type=int, nargs="*")
    done.add_argument("--all", action="store_true")
    done.set_defaults(run=lambda a: "done: all" if a.all else f"done: {a.ids}")
    return p


parser = build()
for line in ("add buy milk", "-vv add -p 1 call mum", "done 1 2 3", "done --all"):
    args = parser.parse_args(line.split())
    print(f"{line:<24}", args.verbose, args.command, args.run(args))
parser.print_help()
print(parser.format_usage(), end="")
