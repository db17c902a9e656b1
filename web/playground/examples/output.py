# The page takes as much output as the Limits tab says, and no more.
line = 0
while True:
    line += 1
    print(line, "all work and no play makes the page a dull one")
