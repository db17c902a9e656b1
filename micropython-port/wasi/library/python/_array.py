# What unpickles arrays, also of machines whose items have other sizes or another order of bytes.

import struct
from array import array


def reconstruct(cls, typecode, mformat, data, /):
    if not isinstance(cls, type):
        raise TypeError("first argument must be a type object, not %s" % type(cls).__name__)
    if not issubclass(cls, array):
        raise TypeError("%s is not a subtype of array.array" % cls.__name__)
    if not isinstance(data, bytes):
        raise TypeError("fourth argument should be bytes, not %s" % type(data).__name__)
    if not 0 <= mformat <= 21:
        raise ValueError("third argument must be a valid machine format code.")
    if mformat > 17:
        return cls(typecode, data.decode(("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")[mformat - 18]))
    code = "BbHHhhIIiiQQqqffdd"[mformat]
    count, rest = divmod(len(data), struct.calcsize("<" + code))
    if rest:
        raise ValueError("bytes length not a multiple of item size")
    return cls(typecode, list(struct.unpack("%s%d%s" % (">" if mformat & 1 else "<", count, code), data)))
