# Subclasses of str work wherever a str does.
class S(str):
    def shout(self):
        return self.upper() + "!"


s = S("hello")
print(s, repr(s), len(s), s.shout(), s + "x", "x" + s, s * 2, s[1:3], "ell" in s, S("ell") in s, s == "hello", "hello" == s, {"hello": 1}[s], {s: 2}["hello"])
print("".join([S("a"), S("b")]), "-".join(S("xy")), s.find(S("l")), s.replace(S("l"), S("L")), s.startswith(S("he")), "%s %5s" % (s, S("ab")), f"{s:>8}|{s!r}", "{}".format(s), int(S("5")), float(S("1.5")), sorted([S("b"), "a"]))
print(isinstance(s, str), type(s).__name__, type(s.upper()).__name__, type(s[:]).__name__, str(s) == s, type(str(s)).__name__, hash(s) == hash("hello"), s.split(S("l")), S("é").encode(), S("a,b").partition(S(",")), list(S("ab")))


class B(bytes):
    pass


b = B(b"abc")
print(b, len(b), b + b"d", b"x" + b, b[0], b[1:], b.hex(), b.decode(), b"b" in b, b == b"abc", b.upper())
