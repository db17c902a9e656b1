# replace, translate, maketrans.
print("a-b-c".replace("-", "+"), "a-b-c".replace("-", "", 1), "a-b-c".replace("-", "é", count=1), "abc".replace("", "."), "abc".replace("", ".", 2), "".replace("", "x"), "été".replace("", "_"), "aaa".replace("aa", "b"))
print("naïve".replace("ï", "i"), "x" * 3 + "".replace("a", "b"), "abc".replace("b", "b"), b"a.b.c".replace(b".", b""), bytearray(b"aa").replace(b"a", b"bc"))
table = str.maketrans("aeiou", "43!0v", "xyz")
print("example yzzy house".translate(table), "abc".translate({97: "AA", 98: None, "c": 1}), "é日".translate(str.maketrans({"é": "e", "日": "sun"})))
print(sorted(str.maketrans("ab", "cd").items()), sorted(str.maketrans({"a": "y", 98: "x"}).items()))


class Upper:
    def __getitem__(self, key):
        return chr(key).upper()


print("shout".translate(Upper()))
print(b"hello".translate(bytes.maketrans(b"lo", b"01"), b"h"), b"abc".translate(None, b"b"), b"abc".translate(None, delete=b"a"), bytearray(b"xyz").translate(bytes(range(256))))
for call in (lambda: "a".replace(1, "b"), lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}), lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: 0x110000}), lambda: b"a".translate(b"short")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
