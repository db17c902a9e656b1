# Work planned on a fake clock: retries with back-off, timeouts that cancel, priorities at one time.
import sched


class Clock:
    now = 0

    def time(self):
        return self.now

    def sleep(self, d):
        self.now += d


clock, log = Clock(), []
s = sched.scheduler(clock.time, clock.sleep)


def attempt(name, fails, n=1):
    if n <= fails:
        log.append(f"{clock.now:>3} {name} fails ({n})")
        s.enter(2**n, 1, attempt, (name, fails, n + 1))
    else:
        log.append(f"{clock.now:>3} {name} works after {n}")
        if e := timeouts.pop(name, None):
            s.cancel(e)


def give_up(name):
    log.append(f"{clock.now:>3} {name} timed out")
    for e in list(s.queue):
        if e.argument and e.argument[0] == name:
            s.cancel(e)


timeouts = {n: s.enter(10, 5, give_up, kwargs={"name": n}) for n in ("mail", "db", "web")}
for n, fails in (("mail", 2), ("db", 9), ("web", 0)):
    s.enter(1, 1, attempt, (n, fails))
s.run()
print(*log, sep="\n")
order = []
for p, n in ((3, "low"), (1, "high"), (2, "mid"), (1, "high again")):
    s.enterabs(100, p, order.append, (n,))
print([e.priority for e in s.queue], s.empty())
s.run()
print(order, clock.now, s.run(), s.run(blocking=False))
e1, e2 = s.enterabs(200, 1, print), s.enterabs(150, 9, print)
print(e2 < e1, s.queue[0] is e2, [s.cancel(e) for e in s.queue], len(s.queue), e1._fields[:3])
