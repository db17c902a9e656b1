# Texts of ints around the limits of what machines hold.
for power in (0, 1, 3, 4, 7, 8, 15, 16, 29, 30, 31, 32, 62, 63, 64):
    for n in (2**power - 1, 2**power, -(2**power), -(2**power) - 1):
        text = str(n)
        if not (text == repr(n) == f"{n}" == "%d" % n == "{}".format(n) == "%s" % n and int(text) == n):
            print("differs", n, text)
print([str(10**k) for k in range(12)], [str(-(10**k)) for k in range(12)])
print(str(0), str(-0), str(True), f"{False}", f"{-1}", f"{7!r} {7!s} {7!a}", "".join(map(str, range(-12, 13))))
print(str(5, ) + str(object=6), str(), str(b"x", "ascii"))


class Quiet(int):
    def __str__(self):
        return "quiet"


print(str(Quiet(3)), repr(Quiet(3)), f"{Quiet(3)}", "%s %d" % (Quiet(3), Quiet(3)))
