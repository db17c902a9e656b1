# deque in everyday use: both ends, rotation, bounded history, moving averages, ring buffers.
from collections import deque

d = deque("bcd")
d.append("e")
d.appendleft("a")
d.extendleft("zy")
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], d.index("b"), d.count("z"))
d.rotate(2)
print(list(d), d.rotate(-1), list(d), "b" in d, list(reversed(d)), d == deque(d), d.copy() is d)
d[1] = "X"
del d[0]
d.insert(2, "new")
d.remove("X")
d.reverse()
print(d, deque(range(5), 3), deque([1, 2], maxlen=4).maxlen, deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) < deque([2]), bool(deque()))
recent = deque(maxlen=3)
for page in ("a", "b", "c", "d"):
    recent.append(page)
print(recent, recent.appendleft("front"), recent)


def moving(it, n):
    window, total = deque(maxlen=n), 0
    for x in it:
        if len(window) == n:
            total -= window[0]
        window.append(x)
        total += x
        if len(window) == n:
            yield total / n


print(list(moving([1, 2, 3, 4, 10], 3)))


def josephus(n, k):
    ring, out = deque(range(1, n + 1)), []
    while ring:
        ring.rotate(1 - k)
        out.append(ring.popleft())
    return out


print(josephus(7, 3), josephus(1, 5))


def palindrome(s):
    q = deque(c.lower() for c in s if c.isalnum())
    while len(q) > 1:
        if q.popleft() != q.pop():
            return False
    return True


print([palindrome(s) for s in ("A man, a plan, a canal: Panama", "no", "")], sum(deque([1, 2])), [*deque("ab")], deque([3, 1, 2]).index(1, 1), sorted(deque([3, 1, 2])))
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d.remove("none"), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque(5), lambda: deque([], -1), lambda: hash(d), lambda: d[0:2], lambda: d.index("none")):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
