# + * in and comparisons.
print("a" + "b", "ab" * 3, 3 * "é", "x" * 0, "x" * -1, "b" in "abc", "" in "", "é" in "café", "a" < "b", "Z" < "a", "é" > "z", "日" < "😀", "a" == b"a", "ab" >= "ab", b"a" < b"b", b"ab" == bytearray(b"ab"), "\uffff" < "\U00010000")
print(max("pear", "apple", key=len), min("b", "a"), sorted("hello"), list("aé😀"), list(b"ab"), tuple("ab"), set("aa"), dict(zip("ab", "cd")), list("xy"), len("aé😀"), bool(""), bool("x"))
a, b, c = "añ日"
print(a, b, c, list(reversed("añb")), "".join(reversed("abc")), list(enumerate("ab")), "abc"[::-1])
s = ""
for i in range(2000):
    s += chr(97 + i % 26)
t = s
s += "é"
t += "!"
print(len(s), s[-3:], t[-3:], s[:26] == "abcdefghijklmnopqrstuvwxyz")
for call in (lambda: "a" + 1, lambda: "a" + b"b", lambda: b"a" + "b", lambda: "a" * "b", lambda: "a" + None):
    try:
        print(call())
    except TypeError as e:
        print(e)
