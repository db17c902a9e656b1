# Lone surrogates have no bytes: to print them is an error, and what is before them is written.
import io
import sys


class Half:
    def __str__(self):
        return "half \ud83d"


for print_it in (lambda: print("a", "\ud800", "b"), lambda: print(Half()), lambda: print("c", end="\udfff"), lambda: sys.stdout.write("x\udfff"), lambda: sys.stdout.writelines(["y", "\udd00"])):
    try:
        print_it()
    except UnicodeEncodeError as e:
        print()
        print(e, repr(e.object), e.start, e.end, e.encoding, e.reason)
print("é", "\U0001f600", "\ud7ff", "\ue000", ["\ud800"], repr("\ud800"))
print("\ud800".encode("utf-8", "surrogatepass"), len("\ud83d\ude00"))
out = io.StringIO()
print("\ud800", file=out)
print(ascii(out.getvalue()))
