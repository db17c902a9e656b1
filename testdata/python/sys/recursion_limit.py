# sys.setrecursionlimit
import pickle
import sys


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


class A:
    def m(self, n):
        try:
            return self.m(n + 1)
        except RecursionError:
            return n


def endless(n):
    return endless(n + 1)


print(sys.getrecursionlimit(), depth(0), A().m(0))
nested = []
for _ in range(400):
    nested = [nested]
print(len(pickle.loads(pickle.dumps(nested))))
try:
    endless(0)
except RecursionError as e:
    print(e)
for limit in (100, 500, 1000, 2000):
    sys.setrecursionlimit(limit)
    print(sys.getrecursionlimit(), depth(0), A().m(0))
for limit in (1, 0, -5):
    try:
        sys.setrecursionlimit(limit)
    except (RecursionError, ValueError) as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(10**6)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(2500))
