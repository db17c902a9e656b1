class L(list):
    pass


class Other:
    append = list.append


def attempt(f, *args):
    try:
        return f(*args)
    except TypeError:
        return "TypeError"


print(attempt(L.append, 5, 6), attempt(list.__dict__["append"], 5, 6), attempt(lambda: Other().append(1)))
print(attempt(bytearray.__dict__["extend"], (1, 2, 3), b"x"), attempt(L.append))
own = L()
L.append(own, 1)
list.append(own, 2)
list.__dict__["append"](own, 3)
super(L, own).append(4)
print(list(own))
print(attempt(super, L, [1]), attempt(super, L, 5), attempt(super, 5, own))
