# find, index, count and their bounds.
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", 1, 3), s.rfind("a"), s.rfind("a", 0, -1), s.find("x"), s.find(""), s.find("", 11), s.find("", 12))
print(s.index("cad"), s.rindex("abra"), s.count("a"), s.count("abra"), s.count(""), s.count("a", 1), s.count("a", -3, None))
u = "naïve café, naïve thé"
print(u.find("ï"), u.find("é"), u.rfind("naïve"), u.index("café"), u.count("é"), u.find("naïve", 1), u.rfind("é", 0, 11), u.count("", 3, 5))
b = b"a\x00b\xffa"
print(b.find(b"b"), b.find(255), b.rfind(97), b.count(97), b.index(0), 255 in b, b"\xffa" in b, bytearray(b).find(b"a", 1))
for call in (lambda: s.index("x"), lambda: s.find(1), lambda: s.count(None), lambda: b.index(b"zz"), lambda: b.find("a"), lambda: 300 in b, lambda: 1 in s, lambda: s.find("a", "b")):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print("needle" in "hay" * 1000 + "needle" + "hay" * 1000, ("a" * 5000 + "b").find("a" * 2000 + "b"), ("b" + "a" * 5000).rfind("b" + "a" * 100))
