# A small language of commands, its text split and matched line by line.
class Robot:
    def __init__(self):
        self.x = self.y = 0
        self.facing, self.vars, self.trail, self.macros = "N", {}, [], {}

    def value(self, token):
        match token:
            case str() if token.lstrip("-").isdigit():
                return int(token)
            case str() if token in self.vars:
                return self.vars[token]
            case _:
                raise NameError(f"no number {token!r}")

    def run(self, line):
        match line.split():
            case []:
                pass
            case ["#", *_]:
                pass
            case ["go"]:
                self.run("go 1")
            case ["go", n]:
                step = self.value(n)
                match self.facing:
                    case "N":
                        self.y += step
                    case "S":
                        self.y -= step
                    case "E":
                        self.x += step
                    case "W":
                        self.x -= step
                self.trail.append((self.x, self.y))
            case ["turn", "left" | "right" as way]:
                ring = "NESW"
                self.facing = ring[(ring.index(self.facing) + (1 if way == "right" else -1)) % 4]
            case ["turn", "around"]:
                self.run("turn left"), self.run("turn left")
            case ["let", name, "=", a]:
                self.vars[name] = self.value(a)
            case ["let", name, "=", a, ("+" | "-" | "*") as op, b]:
                a, b = self.value(a), self.value(b)
                self.vars[name] = {"+": a + b, "-": a - b, "*": a * b}[op]
            case ["repeat", n, *rest] if rest:
                for _ in range(self.value(n)):
                    self.run(" ".join(rest))
            case ["define", name, *body]:
                self.macros[name] = " ".join(body).split(";")
            case ["if", a, "<", b, *then]:
                if self.value(a) < self.value(b):
                    self.run(" ".join(then))
            case [name] if name in self.macros:
                for l in self.macros[name]:
                    self.run(l)
            case ["turn", other]:
                raise ValueError(f"turn {other}?")
            case [word, *args]:
                raise SyntaxError(f"unknown {word!r} with {len(args)} words")


PROGRAM = """# a square, then a walk
define corner go side ; turn right
let side = 3
repeat 4 corner
let side = side * 2
go side
turn around
go
if side < 10 turn left
if 10 < side go 100
repeat 3 go -2
"""
r = Robot()
for line in PROGRAM.splitlines():
    r.run(line)
print(r.trail, (r.x, r.y), r.facing, r.vars)
for bad in ("jump 3 times", "turn upside", "go far", "repeat 3"):
    try:
        r.run(bad)
    except (SyntaxError, ValueError, NameError) as e:
        print(type(e).__name__, e)
