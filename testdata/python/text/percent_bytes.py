# % on bytes.
print(b"%d %s %b %x" % (5, b"raw", bytearray(b"ba"), 255), b"%5d|%-6s|%c%c" % (42, b"ab", 65, b"z"), b"%r %a" % ("é", "é"), b"%(k)s" % {b"k": b"v"}, b"%.2f%%" % 1.005, bytearray(b"%s") % b"x")
for template, value in ((b"%s", "str"), (b"%d", "x"), (b"%b", 1), (b"%c", 256), (b"%c", b"ab"), (b"%q", 1), (b"%s %s", (b"a",))):
    try:
        print(template % value)
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
