# join takes any iterable of strings, and says which item is none.
print(", ".join(["a", "b", "c"]), "".join(c.upper() for c in "abc"), "-".join("xyz"), "é".join(("a", "b")), ",".join({"k": 1}), repr("x".join([])), "-".join(["one"]))
print(b",".join([b"a", bytearray(b"b"), memoryview(b"c")]), bytearray(b"-").join([b"1", b"2"]), b"".join(iter([b"x"])))


class Word(str):
    pass


print("+".join([Word("a"), "b"]), type("".join([Word("a")])).__name__)
for items in (["a", 1], ["a", None], 5, ["a", b"b"]):
    try:
        print("".join(items))
    except TypeError as e:
        print(e)
try:
    b"".join([b"a", "b"])
except TypeError as e:
    print(e)
