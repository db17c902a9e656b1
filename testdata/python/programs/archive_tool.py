# A command-line tool with argparse subcommands, run with several argvs: errors, help, defaults, choices, groups, files through pathlib and tempfile.
import argparse
import contextlib
import csv
import io
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path, PurePosixPath
import hashlib
import zipfile


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


def build_parser():
    parser = argparse.ArgumentParser(prog="arc", description="Keep notes in folders.", epilog="Have fun.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    parser.add_argument("--version", action="version", version="%(prog)s 1.2")
    sub = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    add = sub.add_parser("add", help="add a note", aliases=["a"])
    add.add_argument("title")
    add.add_argument("tags", nargs="*", default=["misc"])
    add.add_argument("--priority", "-p", type=positive, default=3, metavar="N")
    add.add_argument("--kind", choices=["todo", "idea"], default="todo")
    ls = sub.add_parser("list", help="list notes")
    group = ls.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true")
    group.add_argument("--csv", dest="as_csv", action="store_true")
    ls.add_argument("--color", action=argparse.BooleanOptionalAction, default=True)
    pack = sub.add_parser("pack", help="make an archive")
    pack.add_argument("out", type=Path)
    return parser


class Store:
    def __init__(self, root):
        self.root = Path(root)

    def add(self, title, tags, priority, kind):
        folder = self.root / kind
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{title.lower().replace(' ', '-')}.json"
        path.write_text(json.dumps({"title": title, "tags": sorted(tags), "priority": priority}, indent=1), encoding="utf-8")
        return path

    def notes(self):
        for path in sorted(self.root.rglob("*.json")):
            yield path.relative_to(self.root), json.loads(path.read_text())


def main(argv, root):
    args = build_parser().parse_args(argv)
    store = Store(root)
    if args.verbose:
        print("args:", args)
    match args.command:
        case "add" | "a":
            path = store.add(args.title, args.tags, args.priority, args.kind)
            print("wrote", path.name, path.stat().st_size, "bytes in", path.parent.name)
        case "list" if args.json:
            print(json.dumps({str(p): n["title"] for p, n in store.notes()}))
        case "list" if args.as_csv:
            w = csv.DictWriter(sys.stdout, ["path", "title", "tags"], lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
            w.writeheader()
            w.writerows({"path": p.as_posix(), "title": n["title"], "tags": "|".join(n["tags"])} for p, n in store.notes())
        case "list":
            for p, n in store.notes():
                print(f"{n['priority']} {n['title']:<12} {' '.join('#' + t for t in n['tags'])}")
        case "pack":
            with zipfile.ZipFile(args.out, "w", zipfile.ZIP_DEFLATED) as z:
                for p, _ in store.notes():
                    z.write(store.root / p, p)
            with zipfile.ZipFile(args.out) as z:
                for i in z.infolist():
                    print(i.filename, i.file_size, hashlib.sha256(z.read(i)).hexdigest()[:8])
    return 0


with tempfile.TemporaryDirectory(prefix="notes-") as root:
    for line in ["add 'Buy milk' shop home -p 1", "a Sleep --kind idea -vv", "list", "list --json", "list --csv --no-color", "add X -p 0", "add X --kind other", "list --json --csv",
                 "pack out.zip", "", "nope", "add", "--version", "-h", "list -h", "add --prio 2 Y -q"]:
        import shlex
        print("$ arc", line)
        out = io.StringIO()
        argv = [a if a != "out.zip" else os.path.join(root, a) for a in shlex.split(line)]
        with contextlib.redirect_stderr(out):
            try:
                main(argv, root)
            except SystemExit as e:
                print("status", e.code)
        print(out.getvalue(), end="")
    tree = Path(root)
    print(sorted(str(p.relative_to(tree)) for p in tree.glob("**/*")), (tree / "todo").is_dir(), tree.exists())
    (tree / "todo" / "buy-milk.json").rename(tree / "todo" / "later.txt")
    print([p.name for p in sorted((tree / "todo").iterdir())], (tree / "todo/later.txt").suffix, (tree / "x").with_suffix(".md").name)
    shutil.copytree(tree / "todo", tree / "copy")
    print(sorted(os.listdir(tree / "copy")), sum(len(f) for _, _, f in os.walk(tree)))
    with (tree / "log.txt").open("a+") as f:
        f.write("one\ntwo\n"); f.seek(0); print(f.readlines())
    try:
        (tree / "none.txt").read_text()
    except FileNotFoundError as e:
        print(e.errno, e.strerror, Path(e.filename).name)
print(Path(root).exists(), PurePosixPath("/a/b/../c.tar.gz").suffixes, Path("a//b/./c").parts)
sys.argv = ["tool.py", "--name=Ann", "3"]
p = argparse.ArgumentParser()
p.add_argument("n", type=int)
p.add_argument("--name", required=True)
print(p.parse_args(), p.prog, vars(p.parse_known_args(["1", "--name", "x", "--zzz"])[0]))
