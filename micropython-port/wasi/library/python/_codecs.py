# What CPython's codecs module is built on: the registry, and encoders and decoders that say how much they took.
# str.encode and bytes.decode do the work.

_searchers = []
_cache = {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searchers.append(search_function)


def unregister(search_function, /):
    if search_function in _searchers:
        _searchers.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    name = encoding.lower().replace(" ", "-").replace("-", "_")
    info = _cache.get(name)
    if info is not None:
        return info
    for search in (_search, *_searchers):
        info = search(name)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            _cache[name] = info
            return info
    raise LookupError("unknown encoding: " + encoding)


def encode(obj, /, encoding="utf-8", errors="strict"):
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, /, encoding="utf-8", errors="strict"):
    return lookup(encoding)[1](obj, errors)[0]


def register_error(errors, handler, /):
    raise NotImplementedError("errors are treated in the ways that are built in; %r cannot be added" % errors)


def lookup_error(name, /):
    if name not in _handlers:
        raise LookupError("unknown error handler name %r" % name)
    return _handlers[name]


# Functions that treat errors. Their replacement for an encoder is a str.


def _handler(name):
    def handle(error, /):
        if not isinstance(error, UnicodeError):
            raise TypeError("codec must pass exception instance")
        bad = error.object[error.start : error.end]
        if name == "strict":
            raise error
        if name == "ignore":
            return "", error.end
        if name == "replace":
            return ("?" if isinstance(error, UnicodeEncodeError) else "\ufffd") * (len(bad) if isinstance(bad, str) else 1), error.end
        if isinstance(bad, str):
            return bad.encode("ascii", name).decode("ascii"), error.end
        if name != "backslashreplace":
            raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
        return "".join("\\x%02x" % b for b in bad), error.end

    return handle


_handlers = {name: _handler(name) for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace")}

__all__ = ["encode", "decode", "lookup", "lookup_error", "register", "register_error", "unregister"]


def __getattr__(name):
    direction = name[-7:]
    encoding = name[:-7]
    if direction == "_encode" and encoding in _built_in:
        return lambda text, errors=None, *rest: (text.encode(encoding, errors or "strict"), len(text))
    if direction == "_decode" and encoding in _built_in:
        return lambda data, errors=None, final=False: _decode_part(encoding, data, errors or "strict", final)
    raise AttributeError("module '_codecs' has no attribute %r" % name)


# How many bytes at the end of a part are the beginning of a character
def _incomplete(encoding, data):
    size = len(data)
    if encoding.startswith("utf_32"):
        return size % 4
    if encoding.startswith("utf_16"):
        rest = size % 2
        high = data[size - rest - 2 : size - rest]
        order = 1 if encoding != "utf_16_be" and data[:2] != b"\xfe\xff" else 0
        return rest + 2 if high and 0xD8 <= high[order] <= 0xDB else rest
    if encoding in ("utf_8", "utf_8_sig"):
        for back in range(1, min(3, size) + 1):
            lead = data[-back]
            if lead >= 0xC0:
                wanted = 4 if lead >= 0xF0 else 3 if lead >= 0xE0 else 2
                if wanted <= back or lead > 0xF4 or lead < 0xC2:
                    return 0
                try:
                    data[-back:].decode()
                except UnicodeDecodeError as e:
                    return back if e.end == back else 0
                return 0
            if lead < 0x80:
                return 0
    return 0


def _decode_part(encoding, data, errors, final):
    data = bytes(data)
    taken = len(data) if final else len(data) - _incomplete(encoding, data)
    return data[:taken].decode(encoding, errors), taken


_built_in = (
    "utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "ascii", "latin_1", "unicode_escape",
    "raw_unicode_escape",
)
_aliases = {
    "utf8": "utf_8", "u8": "utf_8", "utf": "utf_8", "utf16": "utf_16", "u16": "utf_16", "utf_16le": "utf_16_le", "utf_16be": "utf_16_be", "utf32": "utf_32",
    "u32": "utf_32", "utf_32le": "utf_32_le", "utf_32be": "utf_32_be", "us_ascii": "ascii", "646": "ascii", "latin1": "latin_1", "latin": "latin_1", "l1": "latin_1",
    "iso8859_1": "latin_1", "iso_8859_1": "latin_1", "8859": "latin_1", "cp819": "latin_1", "unicodeescape": "unicode_escape", "rawunicodeescape": "raw_unicode_escape",
}
_names = {"latin_1": "iso8859-1", "unicode_escape": "unicode-escape", "raw_unicode_escape": "raw-unicode-escape"}


def _search(name):
    import codecs

    name = _aliases.get(name, name)
    if name not in _built_in:
        return _transform(name)
    shown = _names.get(name) or name.replace("_", "-")

    class IncrementalEncoder(codecs.IncrementalEncoder):
        first = True

        def encode(self, input, final=False):
            inner = name
            if not self.first and name in ("utf_16", "utf_32"):
                inner += "_le"
            elif not self.first and name == "utf_8_sig":
                inner = "utf_8"
            if input:
                self.first = False
            return input.encode(inner, self.errors)

        def reset(self):
            self.first = True

        def getstate(self):
            return 2 if self.first and name != "utf_8" else 0

        def setstate(self, state):
            self.first = state != 0

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        order = None

        def _buffer_decode(self, input, errors, final):
            inner = self.order or name
            start = 0
            if self.order is None and name in ("utf_16", "utf_32", "utf_8_sig"):
                marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) if name == "utf_16" else (
                    (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE) if name == "utf_32" else (codecs.BOM_UTF8,)
                )
                size = len(marks[0])
                if len(input) < size and not final and (name != "utf_8_sig" or marks[0].startswith(input)):
                    return "", 0
                head = input[:size]
                start = size if head in marks else 0
                inner = "utf_8" if name == "utf_8_sig" else name + ("_be" if head == marks[-1] else "_le")
                if len(input) >= size or final:
                    self.order = inner
            text, taken = _decode_part(inner, input[start:], errors, final)
            return text, taken + start

        def reset(self):
            super().reset()
            self.order = None

    def encode(text, errors="strict"):
        return text.encode(name, errors), len(text)

    def decode(data, errors="strict"):
        return _decode_part(name, data, errors, True)

    class StreamWriter(codecs.StreamWriter):
        def encode(self, input, errors="strict"):
            if not hasattr(self, "_encoder"):
                self._encoder = IncrementalEncoder(errors)
            return self._encoder.encode(input), len(input)

    class StreamReader(codecs.StreamReader):
        def decode(self, input, errors="strict"):
            if not hasattr(self, "_decoder"):
                self._decoder = IncrementalDecoder(errors)
            return self._decoder._buffer_decode(bytes(input), errors, False)

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, shown)


# Codecs from text to text and from bytes to bytes


def _transform(name):
    import codecs

    name = name.removesuffix("_codec")
    if name in ("rot_13", "rot13"):
        from string import ascii_lowercase as a, ascii_uppercase as b

        table = str.maketrans(a + b, a[13:] + a[:13] + b[13:] + b[:13])

        def coder(text, errors="strict"):
            return text.translate(table), len(text)

        return codecs.CodecInfo(coder, coder, name="rot-13", _is_text_encoding=False)
    if name in ("hex", "base64", "base_64", "uu", "zlib", "zip", "quopri", "quoted_printable"):
        import binascii

        if name == "hex":
            there, back = binascii.b2a_hex, binascii.a2b_hex
        elif name.startswith("base"):
            import base64

            there, back = base64.encodebytes, base64.decodebytes
        elif name.startswith("z"):
            import zlib

            there, back = zlib.compress, zlib.decompress
        elif name.startswith("q"):
            there, back = (lambda data: binascii.b2a_qp(data, quotetabs=True)), binascii.a2b_qp
        else:
            return None
        return codecs.CodecInfo(
            lambda data, errors="strict": (there(data), len(data)), lambda data, errors="strict": (back(data), len(data)), name=name, _is_text_encoding=False
        )
    return None
