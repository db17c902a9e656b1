# Brackets matched, a queue of two stacks, rotation, slices as moves.
def balanced(text):
    stack = []
    for i, c in enumerate(text):
        if c in "([{":
            stack.append((c, i))
        elif c in ")]}":
            if not stack:
                return f"unexpected {c} at {i}"
            opener, at = stack.pop()
            if opener + c not in ("()", "[]", "{}"):
                return f"{opener} at {at} closed by {c} at {i}"
    return f"{stack[-1][0]} at {stack[-1][1]} not closed" if stack else "ok"


for t in ("(a[b]{c})", "(]", "((", ")", "", "f(x[1], {'k': (2)})"):
    print(repr(t), balanced(t))


class Queue:
    def __init__(self): self.inbox, self.outbox = [], []
    def put(self, x): self.inbox.append(x)
    def get(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()


q = Queue()
q.put(1); q.put(2)
print(q.get(), q.put(3), q.get(), q.get())
try:
    q.get()
except IndexError as e:
    print(e)
xs = list("abcdef")
print(xs[2:] + xs[:2], xs[-1:] + xs[:-1], xs[::2], xs[::-2], xs[1:-1], [xs[i:i + 4] for i in range(0, 6, 4)])
xs[1:3], xs[-1:] = ["X"], []
print(xs, xs[10:], xs[-100:1])
