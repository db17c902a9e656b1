# A text adventure with rooms, things, doors and a lamp, played through input().
import io
import sys

sys.stdin = io.StringIO("""look
take lamp
north
light lamp
look
take key
take crown
south
open door
east
use key
east
take treasure
inventory
dance
quit
""")
ROOMS = {
    "hall": {"text": "A cold hall.", "exits": {"north": "cave", "east": "vault"}, "things": ["lamp", "stone"]},
    "cave": {"text": "A wet cave.", "exits": {"south": "hall"}, "things": ["key"], "dark": True},
    "vault": {"text": "A vault full of gold.", "exits": {"west": "hall"}, "things": ["treasure"]},
}


class Game:
    def __init__(self):
        self.room, self.bag, self.lit, self.open, self.over, self.score = "hall", [], False, False, False, 0

    @property
    def here(self):
        return ROOMS[self.room]

    def dark(self):
        return self.here.get("dark") and not self.lit

    def do_look(self):
        if self.dark():
            return "It is dark."
        things = self.here["things"]
        return f"{self.here['text']} " + (f"You see {' and '.join(things)}. " if things else "") + f"Exits: {', '.join(sorted(self.here['exits']))}."

    def do_take(self, thing=""):
        if thing not in self.here["things"] or self.dark():
            return f"There is no {thing or 'such thing'} here."
        self.here["things"].remove(thing)
        self.bag.append(thing)
        self.score += 10 if thing == "treasure" else 1
        return "Taken."

    def do_light(self, thing):
        if thing != "lamp" or "lamp" not in self.bag:
            return "You cannot light that."
        self.lit = True
        return "The lamp shines."

    def do_use(self, thing):
        if thing in self.bag and thing == "key" and self.room == "hall":
            self.open = True
            return "The vault is open."
        return "Nothing happens."

    def do_inventory(self):
        return "You have " + (", ".join(self.bag) or "nothing") + "."

    def do_quit(self):
        self.over = True
        return f"Bye. {self.score} points."

    def go(self, way):
        target = self.here["exits"].get(way)
        if target is None:
            return "You cannot go there."
        if target == "vault" and not self.open:
            return "The door is locked."
        self.room = target
        return self.do_look()

    def play(self):
        while not self.over:
            line = input("> ")
            print(line)
            verb, *args = line.split()
            if verb in ("north", "south", "east", "west"):
                print(self.go(verb))
            elif f := getattr(self, "do_" + verb, None):
                try:
                    print(f(*args))
                except TypeError:
                    print("What?")
            else:
                print(f"I do not know how to {verb}.")


Game().play()
