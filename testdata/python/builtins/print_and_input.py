# print with all of its arguments, and input on a stream of the program's own.
import io
import sys

print("a", "b", sep="-", end="!\n")
print(*range(5), sep=", ")
print()
print("no newline", end="")
print("", "x", "", sep="|")
buf = io.StringIO()
print("to a buffer", 1, 2.5, None, file=buf, flush=True)
print(repr(buf.getvalue()))
sys.stdin = io.StringIO("Ann\n42\n\nlast")
name = input("Name? ")
print(f"[{name}]")
age = int(input())
print(age + 1, repr(input("> ")), repr(input()))
try:
    input("more? ")
except EOFError as e:
    print("EOFError:", e)
for bad in (lambda: print(1, sep=3), lambda: print(1, end=b""), lambda: print(1, color="red"), lambda: input(1, 2)):
    try:
        bad()
    except TypeError as e:
        print(e)
class Loud:
    def __str__(self):
        return "loud!"
    def __repr__(self):
        return "Loud()"
print(Loud(), [Loud()], {"k": Loud()}, f"{Loud()} {Loud()!r}")
