# Brackets, postfix notation, undo stacks, next greater elements, a queue of two stacks.
PAIRS = {")": "(", "]": "[", "}": "{"}


def balanced(text):
    stack = []
    for i, c in enumerate(text):
        if c in PAIRS.values():
            stack.append((c, i))
        elif c in PAIRS:
            if not stack or stack.pop()[0] != PAIRS[c]:
                return f"{c} at {i}"
    return f"{stack[-1][0]} at {stack[-1][1]} open" if stack else "ok"


def to_postfix(text):
    power, out, ops = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}, [], []
    for t in text.split():
        if t == "(":
            ops.append(t)
        elif t == ")":
            while (o := ops.pop()) != "(":
                out.append(o)
        elif t in power:
            while ops and ops[-1] != "(" and (power[ops[-1]] > power[t] or power[ops[-1]] == power[t] and t != "^"):
                out.append(ops.pop())
            ops.append(t)
        else:
            out.append(t)
    return out + ops[::-1]


def value(postfix):
    s = []
    for t in postfix:
        if t in "+-*/^":
            b, a = s.pop(), s.pop()
            s.append(a + b if t == "+" else a - b if t == "-" else a * b if t == "*" else a / b if t == "/" else a**b)
        else:
            s.append(float(t))
    return s.pop()


def next_greater(nums):
    out, stack = [None] * len(nums), []
    for i, n in enumerate(nums):
        while stack and nums[stack[-1]] < n:
            out[stack.pop()] = n
        stack.append(i)
    return out


class Queue:
    def __init__(self):
        self.a, self.b = [], []

    def put(self, x):
        self.a.append(x)

    def get(self):
        if not self.b:
            while self.a:
                self.b.append(self.a.pop())
        return self.b.pop()


for t in ("([]{})", "(]", "((", ")", "a[b{c}d]e", ""):
    print(repr(t), balanced(t))
for e in ("1 + 2 * 3", "( 1 + 2 ) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1", "2 * ( 3 + 4 ) ^ 2"):
    p = to_postfix(e)
    print(e, "=>", " ".join(p), "=", value(p))
print(next_greater([2, 1, 5, 3, 4]))
q = Queue()
q.put(1), q.put(2)
print(q.get(), q.put(3), q.get(), q.get())
try:
    q.get()
except IndexError as e:
    print("IndexError:", e)
