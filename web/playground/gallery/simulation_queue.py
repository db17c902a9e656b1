# A bank with one counter or two: events in a heap, one after the other.
import heapq
import random


def simulate(counters, customers=200, seed=8):
    chance = random.Random(seed)
    events, now = [], 0
    for _ in range(customers):
        now += chance.expovariate(1 / 60)  # one a minute
        heapq.heappush(events, (now, "arrives"))
    waiting, free, waits, longest = [], counters, [], 0
    while events:
        now, what = heapq.heappop(events)
        if what == "arrives":
            waiting.append(now)
        else:
            free += 1
        while waiting and free:
            waits.append(now - waiting.pop(0))
            free -= 1
            heapq.heappush(events, (now + chance.uniform(30, 85), "leaves"))
        longest = max(longest, len(waiting))
    return sum(waits) / len(waits), max(waits), longest


for counters in (1, 2, 3):
    mean, most, longest = simulate(counters)
    print(f"{counters} counter{'s' * (counters > 1):<1} mean wait {mean:6.1f} s, at most {most:6.1f} s, queue of up to {longest}")
