# What sys knows: versions, limits, streams, modules, sizes.
import io
import sys

print(sys.version_info[:2], sys.version_info.major, sys.byteorder, sys.maxsize > 2 ** 30, sys.maxunicode, sys.float_info.max, sys.float_info.dig, sys.float_info.epsilon, sys.implementation.name != "")
old, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
text, sys.stdout = sys.stdout.getvalue(), old
print(repr(text), sys.__stdout__ is sys.stdout, sys.stdout.write("written\n"))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit + 10)
print(sys.getrecursionlimit() - limit, sys.getsizeof([]) > 0, sys.getdefaultencoding(), sys.intern("a b") == "a b", sys.int_info.bits_per_digit > 0, sys.int_info.default_max_str_digits)
try:
    sys.exit("bye")
except SystemExit as e:
    print(e.code, repr(e))
try:
    sys.exit()
except SystemExit as e:
    print(e.code)
try:
    int("1" * 5000)
except ValueError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exception())
print(sys.exc_info(), sys.exception(), sys.argv[1:], sys.flags.optimize, sys.hash_info.inf, sys.hexversion >= 0x030D0000, sys.api_version > 0)
