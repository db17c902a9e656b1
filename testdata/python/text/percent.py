# The operator % as in C, with Python's letters.
print("%d %i %u %5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 42, 42, 42, 42, 42), "%x %X %o %#x %#o %#X" % (255, 255, 8, 255, 8, 255), "%s %r %a" % ("é", "é", "é"), "%c%c%c" % (65, "b", 0x1F600))
print("%f %.2f %e %.3E %g %G %8.3f|%-8.1f|%+.1f|%08.2f|%#.0f" % (1.5, 2.675, 12345.678, 0.00012, 1e-5, 1e20, 3.14159, 2.25, 2.25, -3.5, 3.0))
print("%(name)s is %(age)d years, %(name)r" % {"name": "Ann", "age": 41}, "%(a)s%(a)s %%" % {"a": 1}, "%s" % {"a": 1}, "%s %s" % ("x", (1, 2)), "%s" % ((1, 2),), "%%" % (), "%5s|%-5s|%.2s|%5.1s|" % ("ab", "ab", "abc", "xyz"))
print("%*d|%-*d|%.*f|%*.*f|%0*d" % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.5, 6, 7), "%.3d %.5x %#.4x %+.4d %8.4d|%-8.4d|%08.3d" % (7, 255, 255, 7, 42, 42, 42), "%d" % 3.99, "%d" % True, "%s" % None, "%d" % -(2**70), "%x" % -255)
print("%5.1f%%" % 99.55, "%s" % [1, 2], "%s" % "100%", "%r" % (("t",),), "[%6.2e]" % 12345.6789, "%g %g %g %g" % (100000.0, 1000000.0, 0.0001, 0.00001), "%hd %ld" % (1, 2))
cases = [("%d", "x"), ("%d %d", (1,)), ("%d", (1, 2)), ("no", 1), ("%s %s", "a"), ("%y", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {"b": 1}), ("%(a", {"a": 1}), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%f", "x"), ("%*d", ("a", 1)), ("%d", None), ("%é", 1), ("%5", 1)]
for template, value in cases:
    try:
        print(template, template % value)
    except KeyError as e:
        print(template, "KeyError", e.args)
    except (TypeError, ValueError, OverflowError) as e:
        print(template, type(e).__name__, e)
