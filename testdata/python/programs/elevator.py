# A lift that collects calls and moves floor by floor.
class Elevator:
    def __init__(self, floors):
        self.floors, self.at, self.direction, self.calls, self.log = floors, 0, 0, set(), []

    def call(self, floor):
        if not 0 <= floor < self.floors:
            raise ValueError(f"no floor {floor}")
        self.calls.add(floor)

    def step(self):
        if self.at in self.calls:
            self.calls.discard(self.at)
            self.log.append(f"open at {self.at}")
            return True
        if not self.calls:
            self.direction = 0
            return False
        ahead = [f for f in self.calls if (f - self.at) * (self.direction or 1) > 0]
        if self.direction == 0 or not ahead:
            nearest = min(self.calls, key=lambda f: (abs(f - self.at), f))
            self.direction = 1 if nearest > self.at else -1
        self.at += self.direction
        self.log.append({1: "up", -1: "down"}[self.direction] + f" to {self.at}")
        return True


lift = Elevator(8)
for f in (3, 5, 1):
    lift.call(f)
steps = 0
while lift.step():
    steps += 1
    if steps == 4:
        lift.call(0)
    if steps == 6:
        lift.call(7)
print(*lift.log, sep="\n")
print(steps, lift.at, lift.direction)
try:
    lift.call(9)
except ValueError as e:
    print(e)
