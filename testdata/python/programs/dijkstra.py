# Shortest ways through a network, with the way itself.
import heapq

GRAPH = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "F": {"E": 9}, "E": {}, "Z": {}}


def dijkstra(graph, start):
    dist, prev, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > dist[node]:
            continue
        for n, w in graph[node].items():
            if w < 0:
                raise ValueError("negative edge")
            if d + w < dist.get(n, float("inf")):
                dist[n], prev[n] = d + w, node
                heapq.heappush(heap, (d + w, n))
    return dist, prev


def way(prev, to):
    return (way(prev, prev[to]) if to in prev else []) + [to]


dist, prev = dijkstra(GRAPH, "A")
for node in sorted(GRAPH):
    print(node, dist.get(node, "unreachable"), "->".join(way(prev, node)) if node in dist else "")


def floyd(graph):
    nodes = sorted(graph)
    d = {(a, b): 0 if a == b else graph[a].get(b, float("inf")) for a in nodes for b in nodes}
    for k in nodes:
        for i in nodes:
            for j in nodes:
                d[i, j] = min(d[i, j], d[i, k] + d[k, j])
    return d


full = floyd(GRAPH)
print(all(full["A", n] == dist.get(n, float("inf")) for n in GRAPH), full["B", "E"], full["E", "A"])
