# What a function's code says of its variables.
def outer(a, /, b, *args, c=1, **kwargs):
    d = a + b
    e = d

    def inner(x):
        y = x + d + a
        return y

    for i in args:
        e += i
    return inner


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def plain(x, y=2):
    z = x
    return z


for function in outer, outer(1, 2), counter, counter(), plain, lambda q: q:
    code = function.__code__
    print(code.co_name, code.co_varnames, code.co_freevars, code.co_cellvars, code.co_nlocals, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)

step = counter()
step()
print(dict(zip(step.__code__.co_freevars, [cell.cell_contents for cell in step.__closure__])))
