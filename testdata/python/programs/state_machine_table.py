# A turnstile and a traffic light as tables of transitions, with guards, actions and a log.
class Machine:
    def __init__(self, start, table, context=None):
        self.state, self.log, self.ctx = start, [], context or {}
        self.table = {}
        for source, event, target, *more in table:
            self.table.setdefault((source, event), []).append((target, *more, *[None] * (2 - len(more))))

    def fire(self, event, **data):
        for target, guard, action in self.table.get((self.state, event), []) + self.table.get(("*", event), []):
            if guard is None or guard(self.ctx, data):
                if action:
                    action(self.ctx, data)
                self.log.append(f"{self.state} --{event}--> {target}")
                self.state = target
                return True
        self.log.append(f"{self.state} ignores {event}")
        return False


def pay(ctx, data):
    ctx["cash"] = ctx.get("cash", 0) + data["coin"]


gate = Machine("locked", [
    ("locked", "coin", "open", lambda c, d: d["coin"] >= 2, pay),
    ("locked", "coin", "locked", None, pay),
    ("open", "push", "locked"),
    ("*", "alarm", "broken"),
])
for event, data in (("push", {}), ("coin", {"coin": 1}), ("coin", {"coin": 2}), ("push", {}), ("alarm", {}), ("coin", {"coin": 2})):
    gate.fire(event, **data)
print(*gate.log, sep="\n")
print(gate.state, gate.ctx)
light = Machine("red", [(a, "tick", b) for a, b in zip(("red", "green", "yellow"), ("green", "yellow", "red"))] + [("*", "night", "blink"), ("blink", "tick", "blink"), ("blink", "day", "red")])
states = []
for e in "tick tick tick tick night tick day tick".split():
    light.fire(e)
    states.append(light.state)
print(states)
