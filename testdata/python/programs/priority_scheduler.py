# A scheduler of processes by turns, by priority and by shortest job, with waiting times.
from collections import deque
from dataclasses import dataclass
import heapq


@dataclass
class Job:
    name: str
    arrives: int
    needs: int
    priority: int = 1


JOBS = [Job("A", 0, 5, 2), Job("B", 1, 3, 1), Job("C", 2, 8, 3), Job("D", 3, 2, 1)]


def report(title, ended):
    waits = {j.name: ended[j.name] - j.arrives - j.needs for j in JOBS}
    print(f"{title:<12} ends {ended} waits {waits} mean {sum(waits.values()) / len(waits):.2f}")


def fcfs():
    t, ended = 0, {}
    for j in sorted(JOBS, key=lambda j: j.arrives):
        t = max(t, j.arrives) + j.needs
        ended[j.name] = t
    return ended


def round_robin(quantum):
    t, ended, queue, left = 0, {}, deque(), {j.name: j.needs for j in JOBS}
    pending = deque(sorted(JOBS, key=lambda j: j.arrives))
    while pending or queue:
        while pending and pending[0].arrives <= t:
            queue.append(pending.popleft())
        if not queue:
            t = pending[0].arrives
            continue
        j = queue.popleft()
        run = min(quantum, left[j.name])
        t += run
        left[j.name] -= run
        while pending and pending[0].arrives <= t:
            queue.append(pending.popleft())
        if left[j.name]:
            queue.append(j)
        else:
            ended[j.name] = t
    return ended


def by_key(key):
    t, ended, heap, pending = 0, {}, [], sorted(JOBS, key=lambda j: j.arrives)
    while pending or heap:
        while pending and pending[0].arrives <= t:
            j = pending.pop(0)
            heapq.heappush(heap, (key(j), j.name, j))
        if not heap:
            t = pending[0].arrives
            continue
        j = heapq.heappop(heap)[2]
        t += j.needs
        ended[j.name] = t
    return ended


report("first come", fcfs())
for q in (1, 3):
    report(f"turns of {q}", round_robin(q))
report("shortest", by_key(lambda j: j.needs))
report("priority", by_key(lambda j: j.priority))
