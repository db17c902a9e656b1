# Texts taken apart with methods alone: key-value lines, dates, versions, csv, urls, columns.
LINES = """  name = Ann Example  # comment
age=31
empty =
url = http://h/x?a=b
[section]
multi = a; b ;c
"""
for line in LINES.splitlines():
    body, hash_, note = line.partition("#")
    key, eq, value = body.partition("=")
    if body.strip().startswith("[") and body.rstrip().endswith("]"):
        print("section", body.strip()[1:-1])
    elif eq:
        print(f"{key.strip()!r}: {value.strip()!r}{' note ' + note.strip() if hash_ else ''}", [v.strip() for v in value.split(";")] if ";" in value else "")
print("2024-05-06".split("-"), "a.b.c".rsplit(".", 1), "a,b,,c,".split(","), " a  b ".split(), " a  b ".split(" "), "a\tb\nc d".split(None, 1), "".split(), "".split(","), "x".partition("-"), "a-b-c".rpartition("-"))
print("v1.10.2".lstrip("v").split("."), max(["1.9", "1.10"], key=lambda v: [int(x) for x in v.split(".")]), "image.tar.gz".removesuffix(".gz"), "unhappy".removeprefix("un"), "xxabcxx".strip("x"), "www.ab.com".strip("w.mo"), "...a.".rstrip("."))
text = "one two three two one"
print(text.find("two"), text.rfind("two"), text.index("three"), text.count("o"), text.replace("two", "2", 1), text.find("zzz"), text.startswith(("x", "one")), text.endswith("one", 5), text[text.find(" ") + 1:][:3], text.title(), text.capitalize().swapcase())
print("line1\nline2\r\nline3\x0bline4".splitlines(), "a\nb\n".splitlines(True), "ab".join("123"), "-".join(["x"]), ",".join(str(n) for n in range(3)), "abc".center(9, "*"), "7".zfill(3), "-7".zfill(4), "ab".ljust(4) + "|", "\t".expandtabs(4) + "|")
print([c for c in "a1 _é²٣" if c.isalnum()], [c.isdigit() for c in "1²٣a"], [c.isdecimal() for c in "1²٣"], [c.isnumeric() for c in "½Ⅷ5"], "abc".isalpha(), "Abc Def".istitle(), "ABC1".isupper(), " \t".isspace(), "a_1".isidentifier(), "1a".isidentifier(), "é\n".isprintable(), "".isascii(), "class".isidentifier())
print("hello"[1:4], "hello"[::-1], "hello"[-3:-1], "hello"[10:], "h" in "hello", "el" * 2 + "!", "a" < "b" < "é", sorted("bAc"), "ß".casefold() == "ss", "İ".lower() == "i̇", "ﬁ".upper(), "ǆ".title(), "Σ".lower(), "ΑΣ".lower())


def wrap_words(s, n):
    line = ""
    for w in s.split():
        if line and len(line) + 1 + len(w) > n:
            yield line
            line = w
        else:
            line = f"{line} {w}".strip()
    yield line


print(list(wrap_words("the quick brown fox jumps", 10)), "".join(reversed("abc")), "abcabc".translate({97: "A", 98: None, "c": "x"}), "a%sb" % "X", "{:>5}|{:<5}|{:^5}".format("a", "b", "c"), ord("é"), chr(233), "é".encode(), b"\xc3\xa9".decode(), "e\u0301" == "é")
for bad in (lambda: "abc".index("z"), lambda: "a" + 1, lambda: "a" * "b", lambda: "abc"[5], lambda: ",".join([1]), lambda: "a".split(""), lambda: "%d" % "x", lambda: "{}".format(), lambda: "{x}".format(), lambda: "a".center(5, "ab"), lambda: "é".encode("ascii"), lambda: "a" < 1, lambda: "%s %s" % "a", lambda: "%s" % ("a", "b"), lambda: int("a"), lambda: "a".zfill("b")):
    try:
        bad()
    except (ValueError, TypeError, IndexError, KeyError, UnicodeError) as e:
        print(type(e).__name__, e)
