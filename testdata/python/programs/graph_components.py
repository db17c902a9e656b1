# Graphs: components, bipartite check, topological order, bridges, shortest paths by Bellman and Ford.
from collections import defaultdict, deque

EDGES = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("x", "y")]
g = defaultdict(list)
for u, v in EDGES:
    g[u].append(v)
    g[v].append(u)


def components(g):
    seen = set()
    for s in sorted(g):
        if s not in seen:
            part, todo = [], deque([s])
            seen.add(s)
            while todo:
                u = todo.popleft()
                part.append(u)
                for v in sorted(g[u]):
                    if v not in seen:
                        seen.add(v)
                        todo.append(v)
            yield part


def colour(g, start):
    colours, todo = {start: 0}, [start]
    for u in todo:
        for v in sorted(g[u]):
            if v not in colours:
                colours[v] = 1 - colours[u]
                todo.append(v)
            elif colours[v] == colours[u]:
                return None
    return colours


def bridges(g):
    time, low, out = {}, {}, []

    def visit(u, parent):
        time[u] = low[u] = len(time)
        for v in sorted(g[u]):
            if v == parent:
                continue
            if v in time:
                low[u] = min(low[u], time[v])
            else:
                visit(v, u)
                low[u] = min(low[u], low[v])
                if low[v] > time[u]:
                    out.append((u, v))
    for s in sorted(g):
        if s not in time:
            visit(s, None)
    return out


def bellman_ford(edges, start):
    dist = {start: 0}
    nodes = {x for u, v, _ in edges for x in (u, v)}
    for i in range(len(nodes)):
        changed = False
        for u, v, w in edges:
            if u in dist and dist[u] + w < dist.get(v, float("inf")):
                dist[v] = dist[u] + w
                changed = True
        if not changed:
            return dict(sorted(dist.items()))
    raise ValueError("negative cycle")


print(list(components(g)), colour(g, "a"), colour(g, "x"), bridges(g))
W = [("s", "a", 4), ("s", "b", 2), ("b", "a", -1), ("a", "t", 3), ("b", "t", 7)]
print(bellman_ford(W, "s"), bellman_ford(W, "a"))
try:
    bellman_ford(W + [("t", "b", -9)], "s")
except ValueError as e:
    print("ValueError:", e)
degree = {u: len(v) for u, v in sorted(g.items())}
print(degree, sum(degree.values()) == 2 * len(EDGES), [u for u, d in degree.items() if d % 2])
