# Data that grows, shrinks and is cut: strings, bytes, slices, big integers, heaps, queues, sets.
import heapq
from collections import deque


def junk():
    return [[i] * 20 for i in range(20)]


for turn in range(3):
    text = ""
    for i in range(60):
        text += str(i) + ","
        junk()
    assert text == "".join([str(i) + "," for i in range(60)])
    parts = text.split(",")
    assert parts[:-1] == [str(i) for i in range(60)] and parts[-1] == ""
    assert ";".join(parts).replace(";", ",") == text and text.upper() == text
    buf = bytearray()
    for i in range(60):
        buf.extend(bytes([i]) * 3)
        junk()
    view = memoryview(buf)[30:60]
    junk()
    assert bytes(view) == b"".join([bytes([i]) * 3 for i in range(10, 20)])
    big = 1
    for i in range(1, 80):
        big *= i
        junk()
    for i in range(79, 0, -1):
        assert big % i == 0
        big //= i
    assert big == 1
    assert int(str(3**300)) == 3**300 and (1 << 500) - 1 == int("f" * 125, 16)
    heap = []
    for i in range(50):
        heapq.heappush(heap, (i * 37 % 50, ["item"]))
        junk()
    assert [heapq.heappop(heap)[0] for i in range(50)] == list(range(50))
    queue = deque((), 20)
    for i in range(50):
        queue.append([i])
        junk()
    assert [queue.popleft()[0] for i in range(20)] == list(range(30, 50))
    items = [[i] for i in range(100)]
    items[10:90] = [["new", i] for i in range(5)]
    junk()
    del items[2:8]
    assert items == [[0], [1], [8], [9]] + [["new", i] for i in range(5)] + [[i] for i in range(90, 100)]
    x = set(range(100))
    y = {i * 3 for i in range(100)}
    assert sorted(x & y) == list(range(0, 100, 3)) and len(x | y) == 100 + 100 - 34 and len(x ^ y) == 132
    d = {}
    for i in range(200):
        d["k%d" % i] = [i]
        if i >= 50:
            assert d.pop("k%d" % (i - 50)) == [i - 50]
    assert sorted(d) == sorted(["k%d" % i for i in range(150, 200)])
print("ok")
