# Dijkstra's shortest way, with a heap of what is to be looked at next.
import heapq

roads = {
    ("Arad", "Zerind"): 75, ("Arad", "Sibiu"): 140, ("Arad", "Timisoara"): 118,
    ("Zerind", "Oradea"): 71, ("Oradea", "Sibiu"): 151, ("Sibiu", "Fagaras"): 99,
    ("Sibiu", "Rimnicu"): 80, ("Rimnicu", "Pitesti"): 97, ("Fagaras", "Bucharest"): 211,
    ("Pitesti", "Bucharest"): 101, ("Rimnicu", "Craiova"): 146, ("Craiova", "Pitesti"): 138,
}

near = {}
for (a, b), length in roads.items():
    near.setdefault(a, []).append((b, length))
    near.setdefault(b, []).append((a, length))


def shortest(start, goal):
    heap = [(0, start, [start])]
    done = set()
    while heap:
        so_far, town, way = heapq.heappop(heap)
        if town == goal:
            return so_far, way, len(done)
        if town in done:
            continue
        done.add(town)
        for neighbour, length in near[town]:
            if neighbour not in done:
                heapq.heappush(heap, (so_far + length, neighbour, way + [neighbour]))


for goal in ("Bucharest", "Craiova", "Oradea"):
    length, way, seen = shortest("Arad", goal)
    print(f"{goal}: {length} km by {' - '.join(way)} ({seen} towns looked at)")
