# A scheduler on a clock of its own: order, priorities, cancelled and repeated events.
import sched


class Clock:
    now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        if seconds:
            print(f"  (sleep {seconds})")
        self.now += seconds


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)


def say(text, *, mark="."):
    print(f"{clock.now:>3} {text}{mark}")


def every(interval, left):
    say(f"tick, {left} left")
    if left:
        s.enter(interval, 2, every, (interval, left - 1))


s.enter(5, 1, say, ("five",))
s.enter(5, 0, say, ("five, but first",), {"mark": "!"})
late = s.enterabs(20, 1, say, argument=("never",))
s.enter(2, 2, every, (4, 2))
print(len(s.queue), s.empty(), s.queue[0].time, late.argument)
s.cancel(late)
try:
    s.cancel(late)
except ValueError as e:
    print("ValueError")
s.run()
print(s.empty(), clock.now)
s.enter(10, 1, say, ("later",))
print(s.run(blocking=False), len(s.queue))
