# A circuit breaker: closed, open, half open, on a clock of its own.
class Open(Exception):
    pass


class Breaker:
    def __init__(self, limit, pause, clock):
        self.limit, self.pause, self.clock, self.failures, self.opened = limit, pause, clock, 0, None

    @property
    def state(self):
        if self.opened is None:
            return "closed"
        return "half-open" if self.clock() - self.opened >= self.pause else "open"

    def __call__(self, f):
        def wrapper(*a, **k):
            if self.state == "open":
                raise Open(f"{f.__name__}: wait {self.pause - (self.clock() - self.opened)}")
            try:
                result = f(*a, **k)
            except Exception:
                self.failures += 1
                if self.failures >= self.limit or self.state == "half-open":
                    self.opened = self.clock()
                raise
            self.failures, self.opened = 0, None
            return result
        return wrapper


now = 0
breaker = Breaker(2, 5, lambda: now)


@breaker
def service(ok):
    if not ok:
        raise ConnectionError("down")
    return "fine"


for ok in (True, False, False, True, True, True, False, True, True, True, True, True, True):
    try:
        result = service(ok)
    except (Open, ConnectionError) as e:
        result = f"{type(e).__name__}: {e}"
    print(now, breaker.state, result)
    now += 2
