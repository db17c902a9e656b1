# Places in sorted lists.
import bisect

grades = [60, 70, 80, 90]
print(["FDCBA"[bisect.bisect(grades, s)] for s in (33, 99, 77, 70, 89, 90, 100)])
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 4, 1, 3), bisect.bisect_left(a, 10, lo=2))
bisect.insort(a, 4); bisect.insort_left(a, 3); bisect.insort(a, 0)
print(a)
people = [("ann", 30), ("bob", 40)]
bisect.insort(people, ("cy", 35), key=lambda p: p[1])
print(people, bisect.bisect_left(people, 35, key=lambda p: p[1]))
try:
    bisect.bisect([1], 1, -1)
except ValueError as e:
    print(e)
try:
    bisect.bisect(["a"], 1)
except TypeError as e:
    print(e)
