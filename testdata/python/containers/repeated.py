# Nothing, however often, is nothing.
many = 2**63 - 1
for empty in ([], (), "", b"", bytearray()):
    print(empty * many, many * empty, empty * -many)
nothing = []
nothing *= many
print(nothing, [1] * 0, [1, 2] * 2, 3 * (1,))
