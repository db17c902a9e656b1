# Heaps.
import heapq

h = [5, 2, 8, 1]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h[0], [heapq.heappop(h) for _ in range(3)], heapq.heappushpop(h, 3), heapq.heapreplace(h, 7), h)
print(heapq.nlargest(3, [1, 9, 4, 7]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)))
tasks = []
for priority, name in [(2, "code"), (1, "eat"), (3, "sleep"), (1, "drink")]:
    heapq.heappush(tasks, (priority, name))
while tasks:
    print(heapq.heappop(tasks))


def dijkstra(graph, start):
    distance, queue = {start: 0}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance.get(node, float("inf")):
            continue
        for to, cost in graph.get(node, {}).items():
            if d + cost < distance.get(to, float("inf")):
                distance[to] = d + cost
                heapq.heappush(queue, (d + cost, to))
    return distance


print(dijkstra({"a": {"b": 7, "c": 3}, "c": {"b": 1, "d": 2}, "b": {"d": 1}}, "a"))
try:
    heapq.heappop([])
except IndexError as e:
    print(type(e).__name__)
