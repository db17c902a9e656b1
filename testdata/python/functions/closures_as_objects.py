# State in closures: accounts, counters shared and not, cells looked into.
def account(balance=0):
    history = []

    def deposit(n):
        nonlocal balance
        balance += n
        history.append(n)
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            raise ValueError(f"only {balance} there")
        return deposit(-n)

    def show():
        return balance, tuple(history)

    deposit.undo = lambda: deposit(-history[-1])
    return {"deposit": deposit, "withdraw": withdraw, "show": show}


a, b = account(10), account()
a["deposit"](5), b["deposit"](1), a["withdraw"](3)
print(a["show"](), b["show"](), a["deposit"].undo())
try:
    b["withdraw"](100)
except ValueError as e:
    print("ValueError:", e)
f = a["deposit"]
print([type(c.cell_contents).__name__ for c in f.__closure__], f.__closure__[0].cell_contents)


def counters():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def reset():
        nonlocal n
        n = 0
    return up, reset


up, reset = counters()
other, _ = counters()
print(up(), up(), other(), reset(), up())


def late():
    def use():
        return x
    try:
        use()
    except NameError as e:
        print("NameError:", e)
    x = 5
    r = use()
    del x
    try:
        use()
    except NameError as e:
        print("NameError:", e)
    return r


print(late())


def wrong():
    total = 1

    def inner():
        total += 1
    inner()


try:
    wrong()
except UnboundLocalError as e:
    print("UnboundLocalError:", e)


def averager():
    total, n = 0, 0
    while True:
        x = yield total / n if n else None
        total, n = total + x, n + 1


avg = averager()
next(avg)
print([avg.send(v) for v in (10, 20, 60)])
