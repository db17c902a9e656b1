# Lists that their own items change while they are searched, compared or printed.
class Clears:
    def __init__(self, target, answer=False):
        self.target, self.answer = target, answer

    def __eq__(self, other):
        self.target.clear()
        return self.answer

    def __repr__(self):
        self.target.clear()
        return "Clears"


for use in (lambda a: a.index(5), lambda a: a.count(5), lambda a: a.remove(5), lambda a: 5 in a, lambda a: a == [0, 1, 2, 3], lambda a: repr(a)):
    a = []
    a += [0, Clears(a), 2, 3]
    try:
        print(use(a), a)
    except ValueError as e:
        print(type(e).__name__, a)
a = []
a += [Clears(a, True), 1]
a.remove(5)
print(a)


class Grows:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.append(1)
        return len(self.target) > 20


a = []
a.extend([Grows(a)] * 10)
try:
    a.index(0)
except ValueError:
    print(len(a))
b = [1, 2, 3]
b[1:2] = (b.append(x) or x for x in range(3))
print(b)
b = [1, 2, 3]
b.extend(b.pop() for _ in range(2))
print(b)
