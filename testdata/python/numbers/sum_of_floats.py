print(sum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([0.1, 2, 0.2, True, 10**20]), sum([1, 2.5, 3]), sum([float("inf"), 1.0]), sum([]), sum((), 1.5))
print(sum([1e308, 1e308, -1e308]), sum([2**40, 0.1, 0.2, -(2**40)]), sum([0.1, 0.2, 1j]), sum([[1], [2]], []), sum(range(5), start=10))
for start in ("", b"", bytearray()):
    try:
        sum(["a"], start)
    except TypeError as error:
        print(error)
