# Errors of objects without items, bad __index__ methods, and errors that are not built in.
import binascii, csv, json, os, struct, traceback, zlib


class Nothing: pass


class Bad:
    def __index__(self): return 'x'


class Raises:
    def __index__(self): raise ZeroDivisionError('z')


class Items:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i


x, bad, raises = Nothing(), Bad(), Raises()
for code in ('a, b = x', 'a, *b = x', 'a, b, c = Items(); print(a, b, c)', 'bytes(x)', 'bytearray(x)', 'print(bytes(Items()))', 'bytearray([300])', 'bytes([300])', 'del x[0]', 'x[0] = 1', 'x[0]', 'range(bad)', 'range(1, bad)', 'range(raises)', 'range(5)[bad]', '[1][bad]', 'range(True, 2, True)', "b'a' % b'a'", "bytearray(b'a') % b'a'", "print('a' % b'a')", 'for a, b in [x]: pass'):
    try:
        exec(code)
    except Exception as e:
        print(code, '|', type(e).__name__, e)
for code in ("struct.unpack('i', b'1')", "binascii.a2b_hex('zz')", "zlib.decompress(b'x')", "json.loads('{')", "os.pathh", "os.nothing_like_it"):
    try:
        exec(code)
    except Exception as e:
        print(traceback.format_exception_only(e)[-1].strip())
print(type('Twice', (), {'__slots__': ('a', 'a')}).a.__name__)
try:
    Nothing.__mro__ = ()
except AttributeError as e:
    print(e)
