# Functions of _codecs that few programs call.

import _codecs


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode("utf_16", data, errors, byteorder, final)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode("utf_32", data, errors, byteorder, final)


def _ex_decode(name, data, errors, byteorder, final):
    data = bytes(data)
    size = 2 if name == "utf_16" else 4
    if byteorder == 0 and len(data) >= size:
        big = data[:size] == b"\0\0\xfe\xff"[-size:]
        byteorder = 1 if big else -1 if data[:size] == b"\xff\xfe\0\0"[:size] else 0
    text, taken = _codecs._decode_part(name if byteorder == 0 else name + ("_be" if byteorder > 0 else "_le"), data, errors or "strict", final)
    return text, taken, byteorder


# --- Tables ------------------------------------------------------------------------------------------------


def charmap_build(table):
    return {ord(c): i for i, c in enumerate(table) if c != "\ufffe"}


def _at_error(error, errors, out, put):
    made, place = _codecs.lookup_error(errors or "strict")(error)
    put(out, made, error)
    return place + len(error.object) if place < 0 else place


def charmap_decode(data, errors=None, mapping=None, /):
    data = bytes(data)
    if mapping is None:
        return data.decode("latin-1"), len(data)
    out, i = [], 0
    while i < len(data):
        try:
            c = mapping[data[i]]
        except LookupError:
            c = None
        if c in (None, "\ufffe", 0xFFFE):
            error = UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>")
            i = _at_error(error, errors, out, lambda out, made, error: out.append(made))
            continue
        if isinstance(c, int):
            if not 0 <= c <= 0x10FFFF:
                raise TypeError("character mapping must be in range(0x110000)")
            c = chr(c)
        elif not isinstance(c, str):
            raise TypeError("character mapping must return integer, None or str")
        out.append(c)
        i += 1
    return "".join(out), len(data)


def charmap_encode(text, errors=None, mapping=None, /):
    if mapping is None:
        return text.encode("latin-1", errors or "strict"), len(text)
    out = bytearray()

    def byte(c):
        # The bytes that a character is, or None
        try:
            b = mapping[ord(c)]
        except LookupError:
            return None
        if b is None or isinstance(b, bytes):
            return b
        if not isinstance(b, int):
            raise TypeError("character mapping must return integer, bytes or None, not %s" % type(b).__name__)
        if not 0 <= b < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes((b,))

    def put(out, made, error):
        if isinstance(made, bytes):
            out += made
            return
        for c in made:
            b = byte(c)
            if b is None:
                raise error
            out += b

    i = 0
    while i < len(text):
        b = byte(text[i])
        if b is not None:
            out += b
            i += 1
            continue
        end = i + 1
        while end < len(text) and byte(text[end]) is None:
            end += 1
        i = _at_error(UnicodeEncodeError("charmap", text, i, end, "character maps to <undefined>"), errors, out, put)
    return bytes(out), len(text)


# --- Escapes of bytes ----------------------------------------------------------------------------------------


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError("escape_encode() argument 1 must be bytes, not %s" % type(data).__name__)
    shown = "".join([_escaped(b) for b in data])
    return shown.encode(), len(data)


def _escaped(b):
    return "\\'" if b == 39 else '"' if b == 34 else repr(bytes((b,)))[2:-1]


def escape_decode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    out, i = bytearray(), 0
    errors = errors or "strict"
    while i < len(data):
        b = data[i]
        i += 1
        if b != 92:
            out.append(b)
            continue
        if i == len(data):
            raise ValueError("Trailing \\ in string")
        c = chr(data[i])
        i += 1
        at = "\\'\"abfnrtv".find(c)
        if c == "\n":
            continue
        if at >= 0:
            out.append(b"\\'\"\a\b\f\n\r\t\v"[at])
        elif "0" <= c <= "7":
            end = i
            while end < len(data) and end < i + 2 and 48 <= data[end] <= 55:
                end += 1
            value = int(data[i - 1 : end], 8)
            if value > 255:
                _warn("invalid octal escape sequence '\\%o'" % value)
            out.append(value & 255)
            i = end
        elif c == "x":
            digits = data[i : i + 2]
            count = 0
            while count < len(digits) and chr(digits[count]) in "0123456789abcdefABCDEF":
                count += 1
            if count == 2:
                out.append(int(digits, 16))
                i += 2
                continue
            if errors == "strict":
                raise ValueError("invalid \\x escape at position %d" % (i - 2))
            if errors == "replace":
                out += b"?"
            elif errors != "ignore":
                raise ValueError("decoding error; unknown error handling code: %s" % errors)
            i += count
        else:
            _warn("invalid escape sequence '\\%s'" % c)
            out += b"\\" + data[i - 1 : i]
    return bytes(out), len(data)


def _warn(message):
    import warnings

    warnings.warn(message, DeprecationWarning, stacklevel=3)


# --- UTF-7 (RFC 2152) ------------------------------------------------------------------------------------------

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}"


@staticmethod  # what classes hold and call with no self
def _check_errors(name, errors):
    if errors is not None and not isinstance(errors, str):
        raise TypeError(f"{name}() argument 2 must be str or None, not {type(errors).__name__}")


def utf_7_encode(text, errors=None, /):
    _check_errors("utf_7_encode", errors)
    out, i = [], 0
    while i < len(text):
        if text[i] in _DIRECT:
            out.append(text[i])
            i += 1
        elif text[i] == "+":
            out.append("+-")
            i += 1
        else:
            end = i
            while end < len(text) and text[end] not in _DIRECT:
                end += 1
            data = text[i:end].encode("utf-16-be", "surrogatepass")
            bits = int.from_bytes(data, "big")
            count = len(data) * 8
            pad = -count % 6
            bits <<= pad
            out.append("+")
            for shift in range(count + pad - 6, -1, -6):
                out.append(_BASE64[bits >> shift & 63])
            if end == len(text) or text[end] in _BASE64 or text[end] == "-":
                out.append("-")
            i = end
    return "".join(out).encode("ascii"), len(text)


@staticmethod
def utf_7_decode(data, errors=None, final=False, /):
    _check_errors("utf_7_decode", errors)
    data = bytes(data)
    out, i = [], 0

    def wrong(start, end, reason):
        return _at_error(UnicodeDecodeError("utf7", data, start, end, reason), errors, out, lambda out, made, error: out.append(made))

    while i < len(data):
        b = data[i]
        if b != 43:
            if b >= 128:
                i = wrong(i, i + 1, "unexpected special character")
            else:
                out.append(chr(b))
                i += 1
            continue
        end = i + 1
        while end < len(data) and chr(data[end]) in _BASE64:
            end += 1
        ended = end < len(data)
        if not ended and not final:
            # Whole characters are of no use before it ends: it is read again.
            return "".join(out), i
        if end == i + 1:
            if ended and data[end] == 45:
                out.append("+")
                i = end + 1
            elif ended:
                i = wrong(i, end + 1, "ill-formed sequence")
            else:
                i = wrong(i, end, "unterminated shift sequence")
            continue
        bits = 0
        for digit in data[i + 1 : end]:
            bits = bits << 6 | _BASE64.index(chr(digit))
        count = (end - i - 1) * 6
        left = count % 16
        text = (bits >> left).to_bytes((count - left) // 8, "big").decode("utf-16-be", "surrogatepass")
        if not ended:
            out.append(text)
            i = wrong(i, end, "unterminated shift sequence")
            continue
        if left >= 6 or bits & (1 << left) - 1:
            out.append(text)
            i = wrong(i, end + 1, "partial character in base64 sequence" if left >= 6 else "non-zero padding bits in base64 sequence")
            continue
        out.append(text)
        if data[end] == 45:
            end += 1
        elif data[end] >= 128:
            i = wrong(i, end + 1, "unexpected special character")
            continue
        i = end
    return "".join(out), len(data)
