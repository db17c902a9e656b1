"""A to-do command line with argparse, subcommands, JSON storage."""
import argparse, json, sys, io, contextlib, dataclasses, datetime as dt, pathlib, enum
from dataclasses import dataclass, field, asdict, replace, fields, KW_ONLY
class Priority(enum.IntEnum):
    LOW = 1; MEDIUM = 2; HIGH = 3
    @classmethod
    def parse(cls, s):
        try: return cls[s.upper()]
        except KeyError: raise argparse.ArgumentTypeError(f'invalid priority: {s!r} (choose from {", ".join(p.name.lower() for p in cls)})')
@dataclass(slots=True, frozen=True, order=True)
class Todo:
    id: int
    title: str
    _: KW_ONLY
    priority: Priority = Priority.MEDIUM
    due: dt.date | None = None
    tags: tuple[str, ...] = field(default=(), hash=False)
    def __post_init__(self):
        if not self.title.strip(): raise ValueError('title must not be empty')
p = argparse.ArgumentParser(prog='todo', description='Keep a list of things to do.', epilog='Have fun.')
p.add_argument('-v', '--verbose', action='count', default=0, help='say more (default: %(default)s)')
p.add_argument('--version', action='version', version='%(prog)s 1.2')
sub = p.add_subparsers(dest='cmd', required=True, metavar='COMMAND')
a = sub.add_parser('add', help='add one', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
a.add_argument('title', nargs='+'); a.add_argument('-p', '--priority', type=Priority.parse, default=Priority.MEDIUM, help='low, medium or high')
a.add_argument('--due', type=dt.date.fromisoformat, metavar='YYYY-MM-DD'); a.add_argument('-t', '--tag', action='append', default=[], dest='tags')
l = sub.add_parser('list', aliases=['ls']); g = l.add_mutually_exclusive_group(); g.add_argument('--all', action='store_true'); g.add_argument('--limit', type=int, choices=range(1, 4))
d = sub.add_parser('done'); d.add_argument('ids', nargs='*', type=int); d.add_argument('--no-color', dest='color', action='store_false'); d.add_argument('--flag', action=argparse.BooleanOptionalAction)
store = {}
def run(line):
    print('$ todo', line)
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err): ns = p.parse_args(line.split())
    except SystemExit as e: print('exit', e.code, err.getvalue()); return
    print(ns)
    if ns.cmd == 'add':
        t = Todo(len(store) + 1, ' '.join(ns.title), priority=ns.priority, due=ns.due, tags=tuple(ns.tags)); store[t.id] = t; print(t)
for line in ['add buy milk -p high --due 2024-05-01 -t shop -t food', 'add', 'add x -p huge', 'add x --due 2024-13-01', 'ls --all --limit 2', 'list --limit 7', 'done 1 2 x', 'done 1 2 --no-color --no-flag -vv', '-v done', '--version', '-h', 'add -h', 'list -h', 'nope', '--verb', 'add y --prio low']: run(line)
print(json.dumps([asdict(t) for t in store.values()], default=str, indent=1))
t = store[1]; print(replace(t, title='new'), [f.name for f in fields(t)], hash(t) == hash(replace(t)), sorted([store[2], t])[0].id)
for bad in (lambda: setattr(t, 'title', 'x'), lambda: Todo(1, ' '), lambda: Todo(1, 'a', Priority.LOW), lambda: replace(t, foo=1), lambda: t.__dict__):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
