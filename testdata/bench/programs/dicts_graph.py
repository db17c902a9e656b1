# Shortest ways in a graph kept in dicts of dicts and sets.
graph = {}
for i in range(1200):
    graph[i] = {(i * 7 + 1) % 1200: 3, (i * 13 + 5) % 1200: 4, (i + 1) % 1200: 1}
distance = {0: 0}
todo = {0}
while todo:
    following = set()
    for node in todo:
        for neighbour, weight in graph[node].items():
            reached = distance[node] + weight
            if reached < distance.get(neighbour, 10**9):
                distance[neighbour] = reached
                following.add(neighbour)
    todo = following
inverted = {}
for node, d in distance.items():
    inverted.setdefault(d, []).append(node)
print(len(distance), max(distance.values()), sum(distance.values()), len(inverted), sorted(inverted[7]))
