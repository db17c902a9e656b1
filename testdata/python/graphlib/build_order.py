# What to build first: topological order, in steps that may run side by side.
from graphlib import CycleError, TopologicalSorter

DEPS = {"app": {"ui", "db"}, "ui": {"core"}, "db": {"core", "log"}, "core": {"log"}, "log": set(), "docs": set()}
ts = TopologicalSorter(DEPS)
order = list(ts.static_order())
print(all(order.index(d) < order.index(t) for t, ds in DEPS.items() for d in ds), sorted(order))
ts = TopologicalSorter(DEPS)
ts.prepare()
wave = 1
while ts.is_active():
    ready = sorted(ts.get_ready())
    print(wave, ready)
    ts.done(*ready)
    wave += 1
small = TopologicalSorter()
small.add("cake", "batter", "oven")
small.add("batter", "eggs")
small.add("eggs")
print(list(small.static_order())[-1], bool(small))
try:
    list(TopologicalSorter({"a": ["b"], "b": ["c"], "c": ["a"]}).static_order())
except CycleError as e:
    print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
ts = TopologicalSorter({1: [2]})
for bad in (ts.get_ready, lambda: (ts.prepare(), ts.done(1)), lambda: ts.done(99), lambda: ts.add(5), ts.prepare):
    try:
        bad()
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)
