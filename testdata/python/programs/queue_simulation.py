# A bank with tellers simulated: events in a heap, seeded arrivals, waiting times.
import heapq
import random
from collections import deque
from statistics import mean


def simulate(tellers, n=200, seed=7):
    rng = random.Random(seed)
    events, t = [], 0.0
    for i in range(n):
        t += rng.expovariate(1 / 2)
        heapq.heappush(events, (t, 0, i))
    queue, free, waits, longest, arrived, end = deque(), tellers, [], 0, {}, 0
    while events:
        now, kind, who = heapq.heappop(events)
        end = now
        if kind == 0:
            arrived[who] = now
            queue.append(who)
            longest = max(longest, len(queue))
        else:
            free += 1
        while free and queue:
            c = queue.popleft()
            waits.append(now - arrived[c])
            free -= 1
            heapq.heappush(events, (now + rng.uniform(2, 6), 1, c))
    return waits, longest, end


print("tellers  mean wait  max wait  longest queue  end")
for k in (1, 2, 3, 4):
    waits, longest, end = simulate(k)
    print(f"{k:>7}  {mean(waits):>9.2f}  {max(waits):>8.2f}  {longest:>13}  {end:.1f}")
waits, _, _ = simulate(2)
bins = [0] * 6
for w in waits:
    bins[min(int(w // 2), 5)] += 1
for i, b in enumerate(bins):
    print(f"{2 * i:>3}{'+' if i == 5 else ' '} {b:>4} {'#' * (b // 4)}")
print(simulate(2, seed=1)[1], simulate(2, seed=1)[0] == simulate(2, seed=1)[0])
