# A board of tasks as a state machine with history, filters and JSON in and out.
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Status(StrEnum):
    TODO = "todo"
    DOING = "doing"
    DONE = "done"


MOVES = {Status.TODO: {Status.DOING}, Status.DOING: {Status.TODO, Status.DONE}, Status.DONE: set()}


@dataclass
class Task:
    id: int
    title: str
    tags: set[str] = field(default_factory=set)
    status: Status = Status.TODO
    history: list = field(default_factory=list, repr=False)

    def move(self, to):
        to = Status(to)
        if to not in MOVES[self.status]:
            raise ValueError(f"{self.title}: {self.status} -> {to} is not allowed")
        self.history.append((self.status.value, to.value))
        self.status = to


class Board:
    limit = 2

    def __init__(self):
        self.tasks = {}

    def add(self, title, *tags):
        t = Task(len(self.tasks) + 1, title, set(tags))
        self.tasks[t.id] = t
        return t

    def move(self, id, to):
        if to == "doing" and sum(t.status is Status.DOING for t in self.tasks.values()) >= self.limit:
            raise RuntimeError(f"more than {self.limit} in progress")
        self.tasks[id].move(to)

    def __str__(self):
        return "\n".join(f"{s.name:<6}" + ", ".join(t.title for t in self.tasks.values() if t.status == s) for s in Status)


b = Board()
for title, *tags in (("write", "doc"), ("test", "qa", "ci"), ("ship", "ci"), ("rest",)):
    b.add(title, *tags)
for id, to in ((1, "doing"), (2, "doing"), (3, "doing"), (1, "done"), (1, "todo"), (3, "done"), (9, "todo"), (2, "nowhere")):
    try:
        b.move(id, to)
    except (ValueError, RuntimeError, KeyError) as e:
        print(type(e).__name__, e)
print(b)
text = json.dumps([asdict(t) for t in b.tasks.values()], default=sorted)
print(text)
print([Task(**{**d, "tags": set(d["tags"]), "status": Status(d["status"])}).status.name for d in json.loads(text)], [t.title for t in b.tasks.values() if "ci" in t.tags])
