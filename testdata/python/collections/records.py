# Named tuples as light records.
from collections import namedtuple
import json

Employee = namedtuple("Employee", "name, title, salary", defaults=["clerk", 1000])
print(Employee._fields, Employee._field_defaults)
staff = [Employee("Ann", "boss", 5000), Employee("Bob"), Employee._make(["Cy", "cook", 2500])]
for e in sorted(staff, key=lambda e: -e.salary):
    print(f"{e.name:>5} {e.title:<6} {e.salary:>6}")
ann = staff[0]
print(ann, ann._replace(salary=5500), ann._asdict(), json.dumps(ann._asdict()), json.dumps(ann))
name, *rest = ann
print(name, rest, ann[1:], ann == ("Ann", "boss", 5000), hash(ann) == hash(("Ann", "boss", 5000)), "boss" in ann)
match ann:
    case Employee(name=n, salary=s) if s > 4000:
        print("rich", n)
Row = namedtuple("Row", ["id", "class", "id", "_x"], rename=True)
print(Row(1, 2, 3, 4))


class Point(namedtuple("Point", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


print(Point(1, 2) + Point(3, 4), Point.__doc__, Point(1, 2).index(2))
for bad in (lambda: Employee(), lambda: Employee("a", "b", 1, 2), lambda: ann._replace(age=3), lambda: namedtuple("A", "def"), 
            lambda: Employee("x", foo=1), lambda: namedtuple("P", "a a")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
