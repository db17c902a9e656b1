# The heap grows up to its limit (see the Limits tab). Then MemoryError
# is raised, like any other exception, and the program can go on.
keep = []
try:
    while True:
        keep.append(bytearray(100_000))
except MemoryError as error:
    size = len(keep) * 100_000
    keep = None
    print("after", size, "bytes:", error)

print("going on, with room again for", len([0] * 10_000), "numbers")
