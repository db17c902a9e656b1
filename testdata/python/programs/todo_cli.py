# A list of tasks kept in a JSON file, driven by commands as from a shell.
import argparse
import json
import os
import shlex
import tempfile

PATH = os.path.join(tempfile.mkdtemp(), "todo.json")


def load():
    try:
        with open(PATH) as f:
            return json.load(f)
    except FileNotFoundError:
        return []


def save(items):
    with open(PATH, "w") as f:
        json.dump(items, f, indent=1)


def add(args):
    items = load()
    items.append({"id": max((i["id"] for i in items), default=0) + 1, "text": " ".join(args.text), "prio": args.prio, "done": False, "tags": args.tag or []})
    save(items)
    return f"added {items[-1]['id']}"


def done(args):
    items = load()
    hit = [i for i in items if i["id"] in args.ids]
    for i in hit:
        i["done"] = True
    save(items)
    missing = set(args.ids) - {i["id"] for i in hit}
    return f"done {len(hit)}" + (f", no {sorted(missing)}" if missing else "")


def show(args):
    items = [i for i in load() if (args.all or not i["done"]) and (not args.tag or set(args.tag) & set(i["tags"]))]
    items.sort(key=lambda i: (i["done"], -i["prio"], i["id"]))
    return "\n".join(f"[{'x' if i['done'] else ' '}] {i['id']} {'!' * i['prio']:<3} {i['text']}{' #' + ' #'.join(i['tags']) if i['tags'] else ''}" for i in items) or "nothing to do"


p = argparse.ArgumentParser(prog="todo")
sub = p.add_subparsers(dest="command", required=True, metavar="COMMAND")
a = sub.add_parser("add", help="a new task")
a.add_argument("text", nargs="+")
a.add_argument("-p", "--prio", type=int, choices=range(4), default=0)
a.add_argument("-t", "--tag", action="append")
a.set_defaults(run=add)
d = sub.add_parser("done", help="tick off")
d.add_argument("ids", nargs="+", type=int)
d.set_defaults(run=done)
l = sub.add_parser("list", help="show", aliases=["ls"])
l.add_argument("-a", "--all", action="store_true")
l.add_argument("-t", "--tag", action="append")
l.set_defaults(run=show)
for line in ("ls", "add buy milk -t shop", "add 'call bank' -p2", "add -p 3 -t work -t urgent -- --fix bug", "list", "done 1 9", "ls", "ls -a -t shop -t work"):
    print("$ todo", line)
    args = p.parse_args(shlex.split(line))
    print(args.run(args))
print(p.format_help())
with open(PATH) as f:
    print(f.read()[:60].split())
