# Bytes as text and back. What programs use most is C: _binascii.

from _binascii import Error, a2b_base64, a2b_hex, b2a_base64, b2a_hex, crc32, crc_hqx, hexlify, unhexlify


class Incomplete(Exception):
    pass


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, not %r" % type(data).__name__) from None


def a2b_uu(data, /):
    data = _ascii(data)
    size = (data[0] - 32) & 63 if data else 32
    result = bytearray()
    bits = held = at = 0
    while len(result) < size:
        at += 1
        char = data[at] if at < len(data) else 10
        if char in b" \n\r":
            char = 32
        elif not 32 <= char <= 96:
            raise Error("Illegal char")
        bits = (bits << 6 | (char - 32) & 63) & 0xFFFF
        held += 6
        if held >= 8:
            held -= 8
            result.append(bits >> held & 255)
    if data[at + 1 :].strip(b" `\n\r"):
        raise Error("Trailing garbage")
    return bytes(result)


def b2a_uu(data, /, *, backtick=False):
    data = bytes(memoryview(data))
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    result = bytearray((len(data),))
    for i in range(0, len(data), 3):
        group = int.from_bytes(data[i : i + 3].ljust(3, b"\0"), "big")
        result += bytes((group >> shift & 63 for shift in (18, 12, 6, 0)))
    zero = 96 if backtick else 32
    return bytes((value + 32 if value else zero for value in result)) + b"\n"


def a2b_qp(data, header=False):
    data = _ascii(data)
    result = bytearray()
    at = 0
    while at < len(data):
        char = data[at]
        at += 1
        if char == 61:
            if at >= len(data):
                break
            if data[at] in b"\n\r":
                at = data.find(b"\n", at) + 1 or len(data)
            elif data[at] == 61:
                result.append(61)
                at += 1
            else:
                try:
                    result += a2b_hex(data[at : at + 2] if len(data) > at + 1 else b"?")
                    at += 2
                except Error:
                    result.append(61)
        else:
            result.append(32 if header and char == 95 else char)
    return bytes(result)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    data = bytes(memoryview(data))
    line_end = data.find(b"\n")
    end = b"\r\n" if line_end > 0 and data[line_end - 1] == 13 else b"\n"
    result = bytearray()
    width = at = 0
    while at < len(data):
        char = data[at]
        following = data[at + 1] if at + 1 < len(data) else -1
        if istext and (char == 10 or char == 13 and following == 10):
            if result and result[-1] in b" \t":
                result[-1:] = b"=%02X" % result[-1]
            result += end
            width = 0
            at += 2 if char == 13 else 1
            continue
        if (
            char > 126
            or char == 61
            or header and char == 95
            or char == 46 and width == 0 and (following in (-1, 0, 10, 13))
            or not istext and char in b"\r\n"
            or char in b" \t" and (following == -1 or quotetabs)
            or char < 33 and char not in b"\r\n\t "
        ):
            coded = b"=%02X" % char
        else:
            coded = b"_" if header and char == 32 else bytes((char,))
        if (following != 10 or len(coded) > 1) and width + len(coded) >= 76:
            result += b"=" + end
            width = 0
        result += coded
        width += len(coded)
        at += 1
    return bytes(result)
