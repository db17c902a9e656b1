# A token bucket and a sliding window on a clock of their own.
from collections import deque


class Clock:
    def __init__(self): self.now = 0.0
    def __call__(self): return self.now


class Bucket:
    def __init__(self, rate, burst, clock):
        self.rate, self.burst, self.clock = rate, burst, clock
        self.tokens, self.last = burst, clock()

    def allow(self, cost=1):
        now = self.clock()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now
        if self.tokens >= cost:
            self.tokens -= cost
            return True
        return False


class Window:
    def __init__(self, limit, seconds, clock):
        self.limit, self.seconds, self.clock, self.calls = limit, seconds, clock, deque()

    def allow(self):
        now = self.clock()
        while self.calls and self.calls[0] <= now - self.seconds:
            self.calls.popleft()
        if len(self.calls) < self.limit:
            self.calls.append(now)
            return True
        return False


clock = Clock()
bucket, window = Bucket(2, 3, clock), Window(2, 1.5, clock)
for step in range(10):
    print(f"{clock.now:4.2f}", "bucket" if bucket.allow() else "  -   ", "window" if window.allow() else "  -", round(bucket.tokens, 2))
    clock.now += 0.25
clock.now += 100
print(bucket.allow(3), bucket.allow(1), bucket.tokens)


def limited(limiter):
    def deco(f):
        def wrapper(*a):
            if not limiter.allow():
                raise PermissionError(f"{f.__name__}: too many calls")
            return f(*a)
        return wrapper
    return deco


@limited(Window(1, 10, clock))
def hello(name): return f"hi {name}"


for n in ("ann", "bob"):
    try:
        print(hello(n))
    except PermissionError as e:
        print(e)
