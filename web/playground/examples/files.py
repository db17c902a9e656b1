# Files live in the page's memory: see the Files tab after the run.
import os

with open("list.txt", "w") as f:
    f.write("bread\nbutter\nhoney\n")

with open("list.txt") as f:
    for number, line in enumerate(f, 1):
        print(number, line.rstrip())

try:
    open("missing.txt")
except OSError as error:
    print("no such file:", error)

os.listdir()
