# Exams put into slots so that nobody has two at once: graph colouring.
from itertools import combinations

STUDENTS = {"ann": ["math", "art", "bio"], "bob": ["math", "chem"], "cy": ["chem", "bio", "hist"], "dee": ["art", "hist"], "eve": ["geo"]}
clash = {}
for subjects in STUDENTS.values():
    for s in subjects:
        clash.setdefault(s, set())
    for a, b in combinations(subjects, 2):
        clash[a].add(b)
        clash[b].add(a)
slots = {}
for s in sorted(clash, key=lambda s: (-len(clash[s]), s)):
    used = {slots[o] for o in clash[s] if o in slots}
    slots[s] = next(i for i in range(len(clash)) if i not in used)
table = {}
for s, i in slots.items():
    table.setdefault(i, []).append(s)
for i in sorted(table):
    print(["Mon", "Tue", "Wed", "Thu"][i], ", ".join(sorted(table[i])))
print(all(len({slots[s] for s in subjects}) == len(subjects) for subjects in STUDENTS.values()), {s: len(c) for s, c in sorted(clash.items())})
for who, subjects in STUDENTS.items():
    print(f"{who:<4}", " ".join(f"{slots[s]}:{s}" for s in sorted(subjects, key=slots.get)))
