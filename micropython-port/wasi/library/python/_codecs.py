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


def _convert(way, info, obj, encoding, errors):
    try:
        result = info[way](obj, errors)
    except Exception as e:
        if encoding not in _built_in:
            e.add_note("%s with %r codec failed" % (("encoding", "decoding")[way], encoding))
        raise
    if type(result) is not tuple or len(result) != 2:
        raise TypeError("%s must return a tuple (object, integer)" % ("encoder", "decoder")[way])
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    return _convert(0, lookup(encoding), obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return _convert(1, lookup(encoding), obj, encoding, errors)


# What str.encode and bytes.decode do with encodings that are not built in


def _text(way, obj, encoding, errors):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError("%r is not a text encoding; use codecs.%s() to handle arbitrary codecs" % (encoding, ("encode", "decode")[way]))
    result = _convert(way, info, obj, encoding, errors)
    if not isinstance(result, str if way else (bytes, bytearray)):
        raise TypeError("%r %s returned %r instead of %r; use codecs.%s() to %s to arbitrary types" % (
            encoding, ("encoder", "decoder")[way], type(result).__name__, ("bytes", "str")[way], *(("encode", "encode"), ("decode", "decode"))[way]))
    return result


def _encode_text(text, encoding, errors="strict"):
    return _text(0, text, encoding, errors)


def _decode_text(data, encoding, errors="strict"):
    return _text(1, data, encoding, errors)


def _handle(name, error):
    return lookup_error(name)(error)


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


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
        if isinstance(bad, str) and name == "namereplace":
            from unicodedata import name as name_of

            return "".join([r"\N{%s}" % name_of(c) if name_of(c, "") else c.encode("ascii", "backslashreplace").decode() for c in bad]), error.end
        if isinstance(bad, str):
            return bad.encode("ascii", name).decode("ascii"), error.end
        if name != "backslashreplace":
            raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
        return "".join("\\x%02x" % b for b in bad), error.end

    return handle


_handlers = {name: _handler(name) for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace")}


def _surrogates(name):
    # The handlers that C has itself, as functions
    def handle(error, /):
        if not isinstance(error, UnicodeError):
            raise TypeError("codec must pass exception instance")
        bad = error.object[error.start : error.end]
        try:
            return (bad.encode(error.encoding, name) if isinstance(bad, str) else bad.decode(error.encoding, name)), error.end
        except UnicodeError:
            raise error from None

    return handle


_handlers.update({name: _surrogates(name) for name in ("surrogateescape", "surrogatepass")})

__all__ = ["encode", "decode", "lookup", "lookup_error", "register", "register_error", "unregister", "__getattr__"]


def __getattr__(name):
    # codecs has it, too, so that its functions are made when they are asked for.
    direction = name[-7:]
    encoding = name[:-7]
    if direction == "_encode" and encoding in _built_in:
        return lambda text, errors=None, *rest: (text.encode(encoding, errors or "strict"), len(text))
    if direction == "_decode" and encoding in _built_in:
        # Those of escapes take text, too, and end by default.
        if encoding.endswith("escape"):
            return lambda data, errors=None, final=True: _decode_part(encoding, data.encode() if isinstance(data, str) else data, errors or "strict", final)
        return lambda data, errors=None, final=False: _decode_part(encoding, data, errors or "strict", final)
    if name in _more:
        import _codecs_more

        return getattr(_codecs_more, name)
    raise AttributeError("module 'codecs' has no attribute %r" % name)


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
_more = (
    "charmap_build", "charmap_decode", "charmap_encode", "escape_decode", "escape_encode", "readbuffer_encode", "utf_16_ex_decode", "utf_32_ex_decode",
    "utf_7_decode", "utf_7_encode",
)
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

    name = _modules.get(name.removesuffix("_codec"))
    if name is not None:
        return __import__("encodings." + name, None, None, ("*",)).getregentry()
    return None


# The modules of encodings, which are CPython's, and what programs call them
_modules = {name: name for name in "cp1250 cp1251 cp1252 cp437 cp850 iso8859_2 iso8859_15 koi8_r punycode rot_13 undefined utf_7".split()}
_modules |= {name: name + "_codec" for name in ("base64", "hex", "quopri", "uu", "zlib")}
_modules |= {
    "1250": "cp1250", "1251": "cp1251", "1252": "cp1252", "437": "cp437", "850": "cp850", "base_64": "base64_codec", "ibm437": "cp437", "ibm850": "cp850",
    "iso_8859_15": "iso8859_15", "iso_8859_2": "iso8859_2", "koi8r": "koi8_r", "l2": "iso8859_2", "l9": "iso8859_15", "latin2": "iso8859_2",
    "latin9": "iso8859_15", "latin_9": "iso8859_15", "quotedprintable": "quopri_codec", "quoted_printable": "quopri_codec", "rot13": "rot_13", "u7": "utf_7",
    "utf7": "utf_7", "windows_1250": "cp1250", "windows_1251": "cp1251", "windows_1252": "cp1252", "zip": "zlib_codec",
}
