# split, rsplit, splitlines, partition.
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), "a,b".split(",", maxsplit=0), "".split(","), "".split(), "   ".split())
print("  one  two three ".split(), "  one  two three ".split(None, 1), "  one  two three ".rsplit(None, 1), " x ".split(maxsplit=0), " x ".rsplit(maxsplit=0))
print("a<>b<>c".split("<>"), "aXXbXXXc".rsplit("XX", 1), "aaa".split("aa"), "aaa".rsplit("aa"))
print("un\u2003deux\xa0trois\x85quatre\x1ccinq".split(), "été".split("t"), "日本語,漢字".split(","))
print("a\nb\r\nc\rd\n\ne".splitlines(), "a\nb\n".splitlines(True), "x\x0by\x0cz\x1cw\x85v\u2028u\u2029t".splitlines(), "\n".splitlines(), "".splitlines())
print(b"a b\tc\n".split(), b"a,b".split(b","), b"a\nb\r\n".splitlines(keepends=True), bytearray(b"1;2").split(b";"), b"a\x1cb\x85".split())
print("key=value=x".partition("="), "key=value=x".rpartition("="), "key".partition("="), "key".rpartition("="), b"a:b".partition(b":"))
for call in (lambda: "a".split(""), lambda: "a".split(1), lambda: "a".partition(""), lambda: b"a".split("a"), lambda: "a".split("a", None)):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
