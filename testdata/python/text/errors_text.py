# What a program gets wrong with text most often, in CPython's words.
text = "abc"
cases = [
    lambda: "abc" + 5, lambda: "abc"[10], lambda: text["x"], lambda: text[1.5], lambda: int("12a"), lambda: float("abc"), lambda: "a".foo, lambda: "abc".index("z"), lambda: "-".join([1, 2]), lambda: "%d" % "x", lambda: "{} {}".format(1), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: ord("ab"), lambda: chr(-5), lambda: "a".split(""), lambda: len(5), lambda: "5" * "5", lambda: bytes([300]), lambda: "x".center("y"), lambda: bytes("é"),
]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__ + ":", e)
