import heapq
from collections import defaultdict, deque, Counter, OrderedDict, ChainMap
import math, random, itertools, functools, bisect
g = defaultdict(dict)
random.seed(7)
for _ in range(40):
    a, b = random.sample("ABCDEFGHIJ", 2)
    g[a][b] = random.randint(1, 20)
def dijkstra(s):
    dist = {s: 0}; prev = {}; q = [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist.get(u, math.inf): continue
        for v, w in g[u].items():
            if (nd := d + w) < dist.get(v, math.inf):
                dist[v] = nd; prev[v] = u; heapq.heappush(q, (nd, v))
    return dist, prev
d, p = dijkstra("A")
print(dict(sorted(d.items())), p)
def bfs(s):
    seen, q, order = {s}, deque([s]), []
    while q:
        u = q.popleft(); order.append(u)
        for v in sorted(g[u]):
            if v not in seen: seen.add(v); q.append(v)
    return order
print("".join(bfs("C")))
def topo(deps):
    indeg = Counter(); 
    for k, vs in deps.items():
        indeg[k] += 0
        for v in vs: indeg[v] += 1
    ready = sorted(k for k in indeg if not indeg[k]); out = []
    while ready:
        n = ready.pop(0); out.append(n)
        for v in deps.get(n, ()):
            indeg[v] -= 1
            if not indeg[v]: bisect.insort(ready, v)
    return out
print(topo({"app": ["db", "web"], "web": ["http"], "db": ["net"], "http": ["net"]}))
@functools.cache
def lev(a, b):
    if not a or not b: return len(a or b)
    return min(lev(a[1:], b) + 1, lev(a, b[1:]) + 1, lev(a[1:], b[1:]) + (a[0] != b[0]))
print(lev("kitten", "sitting"), lev.cache_info())
print([list(x) for _, x in itertools.groupby("aaabbcaa")], list(itertools.pairwise(range(4))), list(itertools.batched("ABCDEFG", 3)))
c = Counter("mississippi"); print(c.most_common(2), c - Counter("miss"), c & Counter("sip"), +Counter(a=-1, b=2), c.total())
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm, cm["b"], list(cm), cm.new_child({"z": 0}))
od = OrderedDict(a=1, b=2, c=3); od.move_to_end("a"); print(od, od.popitem(last=False))
def perms(n): return sum(1 for p in itertools.permutations(range(n)) if all(abs(p[i]-p[j]) != j-i for i in range(n) for j in range(i+1, n)))
print([perms(n) for n in range(1, 7)])
m = [[random.random() for _ in range(3)] for _ in range(3)]
t = list(map(list, zip(*m))); print(t[0][1] == m[1][0], [round(sum(a*b for a, b in zip(r, c)), 6) for r in m for c in t])
