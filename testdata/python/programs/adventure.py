import textwrap, shlex, string
ROOMS = {"hall": {"desc": "A long hall with dusty portraits of people nobody remembers, lit by a single candle.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
 "library": {"desc": "Books everywhere.", "exits": {"south": "hall"}, "items": ["book", "key"]}, "kitchen": {"desc": "It smells of soup.", "exits": {"west": "hall"}, "items": []}}
class Game:
    def __init__(self): self.at = "hall"; self.bag = set(); self.turns = 0
    def do_go(self, where="nowhere", *_):
        if where in ROOMS[self.at]["exits"]: self.at = ROOMS[self.at]["exits"][where]; self.do_look()
        else: print(f"You can't go {where}. Exits: {', '.join(sorted(ROOMS[self.at]['exits']))}")
    def do_look(self):
        print(f"== {self.at.title()} ==".center(40, "*")); print(textwrap.fill(ROOMS[self.at]["desc"], 30, initial_indent="  ", subsequent_indent="| "))
    def do_take(self, *what):
        for w in what:
            try: ROOMS[self.at]["items"].remove(w); self.bag.add(w); print("Taken:", w)
            except ValueError: print(f"No {w!r} here.")
    def do_inv(self): print(*sorted(self.bag) or ["nothing"], sep=", ", end=".\n")
    def run(self, lines):
        for line in lines:
            self.turns += 1
            print(">", line)
            cmd, *args = shlex.split(line) or [""]
            f = getattr(self, f"do_{cmd.lower()}", None)
            if f is None: print("Huh?"); continue
            try: f(*args)
            except TypeError as e: print("Bad command:", e)
Game().run(["look", "go north", 'take book "magic wand" key', "inv", "go up", "GO south", "dance", "inv now", ""])
print(string.Template("$who has ${n} $$").substitute(who="Ann", n=3), string.capwords("the quick  brown"), string.ascii_letters[:30:3])
print(textwrap.dedent("""
    a
      b
    c
"""), textwrap.shorten("Hello big wide world out there", 20), textwrap.indent("x\ny\n\nz", "> "), sep="|")
