# Events of a small game on a clock of its own.
import sched


class Clock:
    def __init__(self):
        self.now = 0.0

    def time(self):
        return self.now

    def sleep(self, s):
        self.now += s


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)
log = []


def note(text, *, mark=""):
    log.append(f"{clock.now:5.1f} {text}{mark}")


def repeat(every, until, action, *args):
    action(*args)
    if clock.now + every <= until:
        s.enter(every, 2, repeat, (every, until, action, *args))


s.enter(5, 1, note, ("five",))
s.enter(1, 1, note, ("one",), {"mark": "!"})
late = s.enterabs(8, 1, note, argument=("never",))
s.enter(5, 0, note, ("five, first by priority",))
s.enter(2, 2, repeat, (2, 9, note, "tick"))
print(len(s.queue), [round(e.time, 1) for e in s.queue], s.empty())
s.cancel(late)
try:
    s.cancel(late)
except ValueError as e:
    print("ValueError:", e)
print("next in", s.run(blocking=False), clock.now)
s.run()
print(*log, sep="\n")
print(s.empty(), clock.now, late.priority, late.argument, late.kwargs)


def boom():
    raise RuntimeError("in an event")


s.enter(1, 1, boom)
s.enter(2, 1, note, ("after the error",))
try:
    s.run()
except RuntimeError as e:
    print(e, len(s.queue))
s.run()
print(log[-1])
