# Courses and what they need: order by terms, cycles named, ready sets.
from graphlib import CycleError, TopologicalSorter

NEEDS = {"algebra": [], "calculus": ["algebra"], "physics": ["calculus"], "programming": [], "algorithms": ["programming", "algebra"],
         "ml": ["algorithms", "calculus", "statistics"], "statistics": ["algebra"], "thesis": ["ml", "physics"]}


def terms(needs, most=2):
    ts = TopologicalSorter(needs)
    ts.prepare()
    waiting, term = [], 0
    while ts.is_active():
        waiting = sorted(waiting + list(ts.get_ready()))
        now, waiting = waiting[:most], waiting[most:]
        term += 1
        yield term, now
        ts.done(*now)


for term, courses in terms(NEEDS):
    print(term, ", ".join(courses))
order = list(TopologicalSorter(NEEDS).static_order())
print(len(order), all(order.index(n) < order.index(c) for c, need in NEEDS.items() for n in need))

for extra in ({"algebra": ["ml"]}, {"thesis": ["thesis"]}):
    try:
        TopologicalSorter(NEEDS | extra).prepare()
    except CycleError as e:
        cycle = e.args[1]
        print(e.args[0], len(cycle), cycle[0] == cycle[-1], sorted(set(cycle)))

ts = TopologicalSorter()
ts.add("b", "a")
ts.add("c", "a", "b")
ts.add("a")
for bad in (lambda: ts.done("a"), lambda: ts.get_ready()):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
ts.prepare()
print(ts.get_ready(), ts.get_ready(), bool(ts))
for bad in (lambda: ts.add("z"), lambda: ts.done("c"), lambda: ts.done("nope")):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
ts.done("a")
print(ts.get_ready())
