# A Turing machine read from a table, run on tapes: add one, copy, balance of brackets, busy beaver.
from collections import defaultdict


class Machine:
    def __init__(self, table, start, blank="_"):
        self.rules, self.start, self.blank = {}, start, blank
        for line in table.strip().splitlines():
            state, read, write, move, to = line.split()
            for r in read.split("|"):
                self.rules[state, r] = (r if write == "=" else write), {"L": -1, "R": 1, "N": 0}[move], to

    def run(self, tape, limit=2000):
        cells = defaultdict(lambda: self.blank, enumerate(tape))
        at, state, steps = 0, self.start, 0
        while state not in ("yes", "no", "halt"):
            if steps >= limit:
                raise TimeoutError(f"no end after {limit} steps")
            try:
                cells[at], move, state = self.rules[state, cells[at]]
            except KeyError as e:
                raise LookupError(f"no rule for {e.args[0]}") from None
            at += move
            steps += 1
        text = "".join(cells[i] for i in range(min(cells), max(cells) + 1)).strip(self.blank)
        return state, text, steps


INCREMENT = Machine("""
right 0|1 = R right
right _ _ L carry
carry 1 0 L carry
carry 0 1 N halt
carry _ 1 N halt
""", "right")
BRACKETS = Machine("""
find ( = R find
find x = R find
find ) x L match
find _ _ L check
match x = L match
match ( x R find
match _ _ N no
check x = L check
check ( ( N no
check _ _ N yes
""", "find")
BEAVER = Machine("""
A _ 1 R B
A 1 1 L C
B _ 1 L A
B 1 1 R B
C _ 1 L B
C 1 1 N halt
""", "A")
for tape in ("1011", "111", "0", ""):
    print("increment", repr(tape), INCREMENT.run(tape))
for tape in ("(())", "()()", "(()", "())", ""):
    state, _, steps = BRACKETS.run(tape)
    print("brackets", repr(tape), state, steps)
print("beaver", BEAVER.run(""))
for m, tape in ((INCREMENT, "12"), (Machine("a _ _ R a", "a"), "")):
    try:
        m.run(tape, 100)
    except (LookupError, TimeoutError) as e:
        print(type(e).__name__, e)
