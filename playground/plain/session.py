# A program that fails.
def outer(values):
    total = 0
    for value in values:
        total += inner(value)
    return total


def inner(value):
    return 10 / value


print("before")
outer([1, 2, 0])
