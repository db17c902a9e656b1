# Coroutines by send(): averages, filters, broadcasts, a grep, results by return.
import functools


def primed(f):
    @functools.wraps(f)
    def start(*a, **k):
        g = f(*a, **k)
        next(g)
        return g
    return start


@primed
def grep(word, target):
    hits = 0
    try:
        while True:
            line = yield hits
            if word in line:
                hits += 1
                target.send(line)
    except GeneratorExit:
        target.send(f"-- {hits} hits for {word}")


@primed
def collect(out):
    while True:
        out.append((yield))


@primed
def broadcast(*targets):
    while True:
        item = yield
        for t in targets:
            t.send(item)


@primed
def average():
    total, n, mean = 0, 0, None
    while True:
        x = yield mean
        total, n = total + x, n + 1
        mean = total / n


out = []
sink = collect(out)
greps = grep("py", sink), grep("a", sink)
b = broadcast(*greps)
for line in ("python", "java", "pypi a", "c"):
    b.send(line)
b.close()
for g in greps:
    g.close()
print(out)
g = grep("x", sink)
print(g.send("xx"), g.send("none"), g.close(), out[-1])
avg = average()
print([avg.send(x) for x in (10, 30, 5)])
try:
    avg.send("x")
except TypeError as e:
    print("TypeError:", e)
try:
    avg.send(1)
except StopIteration:
    print("it is over")
try:
    grep.__wrapped__("a", None).send("early")
except TypeError as e:
    print("TypeError:", e)
