# startswith, endswith, removeprefix, removesuffix.
name = "report_2024.final.csv"
print(name.startswith("report"), name.startswith(("a", "rep")), name.endswith((".csv", ".tsv")), name.startswith("2024", 7), name.endswith("final", 0, -4), name.startswith(()))
print(name.startswith("", 21), name.startswith("", 22), "".startswith(""), name.endswith("", 5, 4))
print(name.removeprefix("report_"), name.removesuffix(".csv"), name.removeprefix("x"), name.removesuffix(""))
print(b"GIF89a".startswith(b"GIF"), b"abc".endswith((b"bc", b"x")), bytearray(b"abc").startswith(b"ab"), b"abc".removeprefix(b"a"), bytearray(b"abc").removesuffix(b"bc"))
for call in (lambda: name.startswith(1), lambda: name.endswith(("a", 1)), lambda: b"a".startswith("a"), lambda: name.removeprefix(None), lambda: name.startswith(["r"])):
    try:
        print(call())
    except TypeError as e:
        print(e)
