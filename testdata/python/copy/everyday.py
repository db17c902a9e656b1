import copy

a = [1, [2, 3], {"k": (4, [5])}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(9); a[2]["k"][1].append(8)
print(a, s, d, s[1] is a[1], d[1] is a[1])


class Node:
    def __init__(self, v):
        self.v, self.next, self.parts = v, None, [v]

    def __repr__(self):
        return f"Node({self.v})"


n = Node(1)
n.next = n
m = copy.deepcopy(n)
print(m, m.next is m, m is n, m.parts is n.parts, copy.copy(n).parts is n.parts)


class Custom:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return Custom(self.x + 1)

    def __deepcopy__(self, memo):
        return Custom(self.x * 10)

    def __replace__(self, **changes):
        return Custom(**changes)


c = Custom(2)
print(copy.copy(c).x, copy.deepcopy([c])[0].x, copy.replace(c, x=7).x, copy.copy((1,)), copy.deepcopy({1, 2}), copy.copy(bytearray(b"x")), copy.deepcopy(range(3)), copy.copy(len), copy.deepcopy(int))
memo = {}
loop = []
loop.append(loop)
l2 = copy.deepcopy(loop, memo)
print(l2[0] is l2, id(loop) in memo)
try:
    copy.deepcopy((i for i in []))
except TypeError as e:
    print(e)
try:
    copy.replace(5)
except TypeError as e:
    print(e)
