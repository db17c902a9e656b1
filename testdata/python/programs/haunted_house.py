# A text adventure with input(): rooms as data, a parser of commands, an inventory, saved and loaded games, an end by EOF.
import builtins
import json
import random
import sys
import textwrap
from dataclasses import dataclass, field

SCRIPT = iter("""look
go north
take lamp
take ghost
inventory
light lamp
go down
take key

go up
save
go south
unlock door
load
xyzzy
go south
unlock door with key
quit
""".splitlines())


def scripted(prompt=""):
    print(prompt, end="")
    try:
        line = next(SCRIPT)
    except StopIteration:
        raise EOFError from None
    print(line)
    return line


input = scripted

ROOMS = {
    "hall": {"text": "A dusty hall. A door, locked, leads out.", "exits": {"north": "library"}, "items": []},
    "library": {"text": "Books up to the ceiling, and stairs that lead down into the dark.", "exits": {"south": "hall", "down": "cellar"}, "items": ["lamp", "book"]},
    "cellar": {"text": "It smells of old wine.", "exits": {"up": "library"}, "items": ["key"], "dark": True},
}


@dataclass
class Game:
    room: str = "hall"
    items: list[str] = field(default_factory=list)
    lit: bool = False
    moves: int = 0
    rooms: dict = field(default_factory=lambda: json.loads(json.dumps(ROOMS)))

    @property
    def here(self):
        return self.rooms[self.room]

    def describe(self):
        if self.here.get("dark") and not self.lit:
            return "It is too dark to see."
        text = self.here["text"]
        if self.here["items"]:
            *rest, last = self.here["items"]
            text += f" You see {', '.join(rest) + ' and ' if rest else ''}{last}."
        return textwrap.fill(text, 40)

    def do(self, line):
        self.moves += 1
        words = line.lower().split()
        match words:
            case []:
                return "Say something."
            case ["quit" | "exit" | "q"]:
                raise SystemExit(f"You gave up after {self.moves} moves.")
            case ["look" | "l"]:
                return self.describe()
            case ["go", direction] | [("north" | "south" | "up" | "down") as direction]:
                if direction not in self.here["exits"]:
                    return f"You cannot go {direction}."
                self.room = self.here["exits"][direction]
                return self.describe()
            case ["take", *what] if (name := " ".join(what)) in self.here["items"]:
                self.here["items"].remove(name)
                self.items.append(name)
                return f"Taken: {name}."
            case ["take", thing]:
                return f"There is no {thing}."
            case ["inventory" | "i"]:
                return "You have " + (", ".join(sorted(self.items)) or "nothing") + "."
            case ["light", "lamp"] if "lamp" in self.items:
                self.lit = True
                return "The lamp glows."
            case ["unlock", "door", *tool]:
                if self.room == "hall" and "key" in self.items and tool[1:] == ["key"]:
                    raise EOFError("out")
                return "With what?"
            case ["save"]:
                self.saved = json.dumps(vars(self) | {"saved": None}, sort_keys=True)
                return f"Saved {len(self.saved)} bytes."
            case ["load"]:
                vars(self).update(json.loads(self.saved))
                return "Loaded. " + self.describe()
            case [verb, *_]:
                return f"I do not know how to {verb!r}."


game = Game()
print("HAUNTED HOUSE".center(40, "*"))
try:
    while True:
        try:
            print(game.do(input("> ")))
        except KeyError as e:
            print("error", e)
except EOFError:
    print(f"You are out after {game.moves} moves!")
    print(f"Score: {len(game.items) * 10:05d}", "*" * len(game.items))
rng = random.Random("ghost")
print(rng.choice(["boo", "hoo", "woo"]), rng.sample(range(100), 4), rng.choices("abc", [1, 2, 3], k=5), round(rng.gauss(0, 1), 6), rng.randint(1, 6))
items = list("abcdef"); rng.shuffle(items); print(items, rng.uniform(1, 2), rng.triangular(0, 1, 0.5), rng.getrandbits(70))
