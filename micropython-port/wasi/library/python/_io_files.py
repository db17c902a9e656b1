# What open() makes: files in three layers, as CPython has them. What is written to a file goes to the host at once, so that it is there
# also where a program does not close the file.

from _functools import in_c as _in_c
from io import _io
from io import (
    DEFAULT_BUFFER_SIZE, BufferedIOBase, RawIOBase, TextIOBase, UnsupportedOperation, _bytes_of, _check_newline, _found_newlines, _index, _line_end,
    _size, _translated,
)


def _path_of(file):
    # str or int of what names a file.
    if isinstance(file, (str, int)):
        return file
    if isinstance(file, (bytes, bytearray)):
        return bytes(file).decode()
    method = getattr(type(file), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    return _path_of(method(file))


def _raise_named(error, path):
    # The same error, with the name of the file.
    text = getattr(error, "strerror", None) or str(error).partition("] ")[2]
    raise type(error)(error.errno, text, path) from None


def _open_native(path, mode):
    try:
        return _io.open(path, mode)
    except OSError as error:
        if error.errno != 24:
            raise
    import gc  # too many are open: those that nobody has any more are closed

    gc.collect()
    return _io.open(path, mode)


# What os.open() has made, by number; and what must not be closed when nobody has it any more.
descriptors, _kept = {}, []


class FileIO(RawIOBase):
    _native = None

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kinds = [c for c in mode if c in "rwax"]
        if len(kinds) != 1 or mode.count("+") > 1 or mode.strip("rwaxb+"):
            if mode.strip("rwaxb+"):
                raise ValueError(f"invalid mode: {mode}")
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        path = _path_of(file)
        if isinstance(path, int):
            if path < 0:
                raise ValueError("negative file descriptor")
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        if isinstance(path, str):
            if "\0" in path:
                raise ValueError("embedded null character")
            if not path:
                raise FileNotFoundError(2, "No such file or directory", file)
        kind, plus = kinds[0], "+" if "+" in mode else ""
        self._readable = kind == "r" or plus != ""
        self._writable = kind != "r" or plus != ""
        self.closefd = closefd
        self.name = file
        self._plus, self._kind = plus, kind
        if opener is not None:
            import os

            flags = os.O_RDWR if plus else os.O_RDONLY if kind == "r" else os.O_WRONLY
            flags |= {"r": 0, "w": os.O_CREAT | os.O_TRUNC, "a": os.O_CREAT | os.O_APPEND, "x": os.O_CREAT | os.O_EXCL}[kind]
            path = opener(file, flags)
            if not isinstance(path, int):
                raise TypeError("expected integer from opener")
            if path < 0:
                raise ValueError(f"opener returned {path}")
        self._path = path
        if path in descriptors:
            self._native = descriptors.pop(path)
            return
        try:
            self._native = _open_native(path, ("wx" if kind == "x" else kind) + plus + "b")
        except OSError as error:
            _raise_named(error, file)
        if not closefd:
            _kept.append(self._native)
        if isinstance(path, str) and path[:1] != "/" and kind + plus != "r":
            import posix

            self._path = posix.getcwd().rstrip("/") + "/" + path
        if kind == "a":
            self._native.seek(0, 2)

    @property
    def mode(self):
        return {"r": "rb", "w": "wb", "a": "ab", "x": "xb"}[self._kind] + self._plus if self._kind != "w" or not self._plus else "rb+"

    def __repr__(self):
        if self._native is None:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"

    @property
    def closed(self):
        return self._native is None

    def close(self):
        native, self._native = self._native, None
        if native is not None and self.closefd:
            native.close()

    def _opened(self, can=True, what=""):
        if self._native is None:
            raise ValueError("I/O operation on closed file")
        if not can:
            raise UnsupportedOperation("File not open for " + what)
        return self._native

    def fileno(self):
        return self._opened().fileno()

    def isatty(self):
        self._opened()
        return False

    def readable(self):
        self._opened()
        return self._readable

    def writable(self):
        self._opened()
        return self._writable

    def seekable(self):
        self._opened()
        return True

    def read(self, size=-1, /):
        size = _size(size)
        native = self._opened(self._readable, "reading")
        return native.read() if size < 0 else native.read(size)

    def readall(self):
        return self._opened(self._readable, "reading").read()

    def readinto(self, buffer, /):
        return self._opened(self._readable, "reading").readinto(buffer)

    def write(self, data, /):
        return self._opened(self._writable, "writing").write(_bytes_of(data))

    def seek(self, pos, whence=0, /):
        return self._opened().seek(_index(pos), whence)

    def tell(self):
        return self._opened().tell()

    def truncate(self, size=None, /):
        # The host has no call for it: another descriptor of the same file empties it.
        native = self._opened(self._writable, "writing")
        pos = native.tell()
        size = pos if size is None else _index(size)
        if size < 0:
            raise OSError(22, "Invalid argument")
        path = self._path
        end = native.seek(0, 2)
        if size > end:
            native.seek(size - 1)
            native.write(b"\0")
        elif size < end:
            if isinstance(path, int):
                raise UnsupportedOperation("truncate of a file that was opened by number")
            with _io.open(path, "rb") as other:
                data = other.read(size)
            with _io.open(path, "wb") as other:
                other.write(data)
        native.seek(pos)
        return size


class _Buffered(BufferedIOBase):
    # A stream over a raw one: bytes that were read ahead, or bytes that are still to be written.
    _can_read = _can_write = True
    _through = False

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        if self._can_read and not raw.readable():
            raise OSError("File or stream is not readable." if not self._can_write else "'raw' argument must be readable.")
        if self._can_write and not raw.writable():
            raise OSError("File or stream is not writable." if not self._can_read else "'raw' argument must be writable.")
        if self._can_read and self._can_write and not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        self._raw = raw
        self._buffer_size = buffer_size
        self._ahead = b""
        self._pending = bytearray()

    @property
    def raw(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}".replace("_io_files.", "_io.")
        try:
            return f"<{kind} name={self.name!r}>"
        except (AttributeError, ValueError):
            return f"<{kind}>"

    def _open_raw(self, what="I/O operation on closed file."):
        raw = self.raw
        if raw.closed:
            raise ValueError(what)
        return raw

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self._can_read and self.raw.readable()

    def writable(self):
        return self._can_write and self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def flush(self):
        raw = self._open_raw("flush of closed file")
        while self._pending:
            n = raw.write(bytes(self._pending))
            if n is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            if n > len(self._pending) or n < 0:
                raise OSError("write() returned incorrect number of bytes")
            del self._pending[:n]

    def detach(self):
        raw = self.raw
        self.flush()
        self._raw = None
        return raw

    def close(self):
        if self._raw is not None and not self._raw.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def _readable_raw(self):
        raw = self._open_raw("read of closed file")
        if not self._can_read:
            raise UnsupportedOperation("read")
        if self._pending:
            self.flush()
        return raw

    def read(self, size=-1, /):
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        raw = self._readable_raw()
        data, self._ahead = self._ahead, b""
        if size < 0:
            rest = raw.readall() if hasattr(raw, "readall") else raw.read()
            return data + rest if rest else data or rest
        if len(data) < size:
            parts, n = [data], len(data)
            while n < size:
                more = raw.read(max(self._buffer_size, size - n))
                if not more:
                    if more is None and not n:
                        return None
                    break
                parts.append(more)
                n += len(more)
            data = b"".join(parts)
        self._ahead = data[size:]
        return data[:size]

    def read1(self, size=-1, /):
        size = _size(size)
        raw = self._readable_raw()
        if size < 0:
            size = self._buffer_size
        if not size:
            return b""
        data = self._ahead or raw.read(size)
        if data is None:
            return b""
        self._ahead = data[size:]
        return data[:size]

    def peek(self, size=0, /):
        raw = self._readable_raw()
        if not self._ahead:
            self._ahead = raw.read(self._buffer_size) or b""
        return self._ahead

    def readline(self, size=-1, /):
        size = _size(size)
        raw = self._readable_raw()
        parts, n = [], 0
        while True:
            data = self._ahead
            end = data.find(b"\n") + 1 or len(data)
            if size >= 0:
                end = min(end, size - n)
            line, self._ahead = data[:end], data[end:]
            parts.append(line)
            n += end
            if line.endswith(b"\n") or n == size:
                break
            if self._ahead:
                continue
            self._ahead = raw.read(self._buffer_size) or b""
            if not self._ahead:
                break
        return b"".join(parts)

    def write(self, data, /):
        data = _bytes_of(data)
        raw = self._open_raw("write to closed file")
        if not self._can_write:
            raise UnsupportedOperation("write")
        if self._ahead:
            raw.seek(-len(self._ahead), 1)
            self._ahead = b""
        if self._through:
            return raw.write(data)
        self._pending += data
        if len(self._pending) > self._buffer_size:
            self.flush()
        return len(data)

    def tell(self):
        pos = self._open_raw().tell()
        if pos < 0:
            raise OSError(f"Raw stream returned invalid position {pos}")
        return pos - len(self._ahead) + len(self._pending)

    def seek(self, pos, whence=0, /):
        raw = self._open_raw("seek of closed file")
        pos = _index(pos)
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        if self._pending:
            self.flush()
        if whence == 1:
            pos -= len(self._ahead)
        pos = raw.seek(pos, whence)
        if pos < 0:
            raise OSError(f"Raw stream returned invalid position {pos}")
        self._ahead = b""
        return pos

    def truncate(self, size=None, /):
        raw = self._open_raw("truncate of closed file")
        if not self._can_write:
            raise UnsupportedOperation("truncate")
        self.flush()
        return raw.truncate(self.tell() if size is None else size)


class BufferedReader(_Buffered):
    _can_write = False


class BufferedWriter(_Buffered):
    _can_read = False


class BufferedRandom(_Buffered):
    pass


class BufferedRWPair(BufferedIOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        if not reader.readable():
            raise OSError('"reader" argument must be readable.')
        if not writer.writable():
            raise OSError('"writer" argument must be writable.')
        self.reader = reader = BufferedReader(reader, buffer_size)
        self.writer = writer = BufferedWriter(writer, buffer_size)
        for name in ("read", "read1", "peek", "readinto", "readinto1", "readable", "readline"):
            setattr(self, name, getattr(reader, name))
        for name in ("write", "flush", "writable"):
            setattr(self, name, getattr(writer, name))

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate = decoder, translate
        self._held, self._found = "", set()

    def decode(self, input, final=False):
        text = self._held + (input if self.decoder is None else self.decoder.decode(input, final))
        self._held = ""
        if not final and text.endswith("\r"):
            text, self._held = text[:-1], "\r"
        translated = _translated(text, self._found)
        return translated if self.translate else text

    def getstate(self):
        data, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return data, flag << 1 | bool(self._held)

    def setstate(self, state):
        data, flag = state
        self._held = "\r" if flag & 1 else ""
        if self.decoder is not None:
            self.decoder.setstate((data, flag >> 1))

    def reset(self):
        self._held, self._found = "", set()
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return _found_newlines(self._found)


def _split(data):
    # Where the last whole character of UTF-8 ends.
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            return len(data) - back if back < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) else len(data)
        if byte < 0x80:
            break
    return len(data)


class TextIOWrapper(TextIOBase):
    # _text is what was decoded, from _pos on still to be read. It came from the bytes _chunk, which begin at _start.
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        if not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        if errors is not None and not isinstance(errors, str):
            raise TypeError(f"TextIOWrapper() argument 'errors' must be str or None, not {type(errors).__name__}")
        self._buffer = buffer
        self._errors = errors or "strict"
        self._set_encoding(encoding)
        self._found = set()
        self._set_newline(newline)
        self.line_buffering, self.write_through = line_buffering, write_through
        self._seekable = self._telling = buffer.seekable()
        self._drop()
        self._writes = buffer.writable()
        self._started = bool(self._seekable and self._writes and buffer.tell() != 0)

    def _set_encoding(self, encoding):
        "".encode(encoding)  # a LookupError for what is no encoding
        self._encoding = encoding
        name = encoding.lower().replace("_", "-")
        self._kind = "utf-8" if name in ("utf-8", "utf8") else "sig" if name == "utf-8-sig" else "whole" if name in ("utf-16", "utf16", "utf-32", "utf32") else name

    def _set_newline(self, newline):
        self._newline = newline
        self._translate = newline is None
        self._written = "\n" if not newline else newline

    def _drop(self):
        self._text, self._pos = "", 0
        self._chunk = self._left = b""
        self._held_raw = ""

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer

    encoding = property(lambda self: self._encoding)
    errors = property(lambda self: self._errors)
    newlines = property(lambda self: _found_newlines(self._found))
    closed = property(lambda self: self.buffer.closed)
    name = property(lambda self: self.buffer.name)

    def __repr__(self):
        text = "<_io.TextIOWrapper" if type(self).__module__ == "_io_files" else f"<{type(self).__module__}.{type(self).__qualname__}"
        for name in ("name", "mode"):
            value = getattr(self, name, None)
            if value is not None:
                text += f" {name}={value!r}"
        return text + f" encoding={self._encoding!r}>"

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        if newline is not ...:
            _check_newline(newline)
        if (encoding is not None or errors is not None or newline is not ...) and self._chunk:
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if encoding is not None:
            self._set_encoding("utf-8" if encoding == "locale" else encoding)
            self._errors = "strict"
        if errors is not None:
            self._errors = errors
        if newline is not ...:
            self._set_newline(newline)
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        self._check_closed()
        return self._seekable

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def flush(self):
        self._check_closed()
        self.buffer.flush()
        self._telling = self._seekable

    def close(self):
        if self._buffer is not None and not self._buffer.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def detach(self):
        buffer = self.buffer
        self.flush()
        self._buffer = None
        return buffer

    def write(self, text, /):
        buffer = self._buffer if self._buffer is not None else self.buffer
        if buffer.closed:
            self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self._writes:
            raise UnsupportedOperation("not writable")
        n = len(text)
        ends = self.line_buffering and ("\n" in text or "\r" in text)
        if self._written != "\n":
            text = text.replace("\n", self._written)
        if self._chunk or self._text:
            self._drop()
        buffer.write(self._encode(text))
        if ends:
            self.flush()
        return n

    def _encode(self, text):
        encoding = self._encoding
        if self._started and self._kind in ("sig", "whole"):
            encoding = encoding.lower().replace("-sig", "").replace("_sig", "")
            if self._kind == "whole":
                encoding += "-le"  # the first has the mark of the order
        self._started = True
        return text.encode(encoding, self._errors)

    def _decode(self, data, final):
        # The text of what was left and the data; what ends within a character, or between \r and \n, is left.
        data = self._left + data
        self._left = b""
        if not final:
            if self._kind in ("utf-8", "sig"):
                end = _split(data)
            elif "16" in self._kind or "32" in self._kind:
                end = 0 if not data else len(data) // 4 * 4
                if "16" in self._kind and end and data[end - 1 if "be" not in self._kind else end - 2] & 0xFC == 0xD8:
                    end -= 2
            else:
                end = len(data)
            if self._newline in (None, "") and data[:end].endswith(b"\r"):
                end -= 1
            data, self._left = data[:end], data[end:]
        self._chunk = data
        encoding = self._encoding
        if self._kind == "sig" and self._bom_passed:
            encoding = "utf-8"
        text = data.decode(encoding, self._errors)
        if data:
            self._bom_passed = True
        return text

    _bom_passed = False

    def _fill(self):
        # Adds a chunk to the text. False at the end.
        if self._kind == "whole":
            data = self.buffer.read()
            final = True
        else:
            data = self._read_chunk(DEFAULT_BUFFER_SIZE)
            final = not data
        if not isinstance(data, bytes):
            raise TypeError(f"underlying read1() should have returned a bytes-like object, not '{type(data).__name__}'")
        rest = self._text[self._pos :]
        before = self._chunk if rest else b""
        text = self._decode(data, final)
        self._chunk = before + self._chunk
        self._add(rest, text)
        return bool(data) or bool(text)

    def _read_chunk(self, size):
        buffer = self.buffer
        return buffer.read1(size) if hasattr(buffer, "read1") else buffer.read(size)

    def _add(self, rest, text):
        if "\r" in text and self._newline in (None, ""):
            translated = _translated(text, self._found)
            if self._translate:
                text = translated
        elif "\n" in text:
            self._found.add("\n")
        self._text, self._pos = rest + text, 0

    def _check_read(self):
        self._check_closed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")

    def read(self, size=-1, /):
        self._check_read()
        size = _size(size)
        if size < 0:
            rest = self._text[self._pos :]
            data = self.buffer.read()
            text = self._decode(data, True)
            self._add(rest, text)
            text = self._text
            self._drop()
            self._chunk = b"\0"  # something was read
            return text
        while len(self._text) - self._pos < size and self._fill():
            pass
        pos = self._pos
        text = self._text[pos : pos + size]
        self._pos = pos + len(text)
        return text

    def readline(self, size=-1, /):
        self._check_read()
        size = _size(size)
        newline = self._newline if self._newline is not None else "\n"
        start = 0
        while True:
            pos = self._pos
            if newline == "\n":
                end = self._text.find("\n", pos + start) + 1
            else:
                end = max(0, _line_end(self._text, pos + start, newline))
            if end or 0 <= size <= len(self._text) - pos:
                break
            start = max(0, len(self._text) - pos - 1)
            if not self._fill():
                end = len(self._text)
                pos = self._pos
                break
        if size >= 0:
            end = min(end or pos + size, pos + size)
        line = self._text[pos:end]
        self._pos = end
        return line

    def __next__(self):
        self._telling = False
        pos = self._pos
        if self._newline is None or self._newline == "\n":
            end = self._text.find("\n", pos) + 1
            if end and not self._buffer.closed:
                self._pos = end
                return self._text[pos:end]
        line = self.readline()
        if not line:
            self._telling = self._seekable
            raise StopIteration
        return line

    def tell(self):
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = self.buffer.tell() - len(self._left)
        if self._pos >= len(self._text):
            return position
        # The characters that were read, as they were before line ends were translated.
        begin = position - len(self._chunk)
        raw = self._chunk.decode("utf-8" if self._kind == "sig" and begin else self._encoding, self._errors)
        n = self._pos
        missing = len(self._text) - len(raw)
        if self._translate and "\r\n" in raw:
            n, missing = _before(raw, self._text, self._pos), 0
        else:
            n -= missing  # what is left of an earlier chunk
        return begin + len(raw[:n].encode(self._encoding, self._errors))

    def seek(self, cookie, whence=0, /):
        self._check_closed()
        cookie = _index(cookie)
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        if whence == 2:
            if cookie:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self.flush()
        position = self.buffer.seek(cookie, whence)
        self._drop()
        self._bom_passed = position != 0
        self._started = position != 0
        return position

    def truncate(self, pos=None):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)


def _before(raw, text, n):
    # How many characters of raw, in which "\r\n" counts once, lie before the n'th from the end's side of text.
    left = len(text) - n
    i = len(raw)
    while left > 0:
        i -= 2 if raw[i - 2 : i] == "\r\n" else 1
        left -= 1
    return i


def _check_mode(mode):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if len(set(mode)) != len(mode) or mode.strip("axrwb+t"):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(c in "axrw" for c in mode) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        file = _path_of(file) if not isinstance(file, (str, bytes)) else file
    _check_mode(mode)
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    binary = "b" in mode
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an ' if name != 'newline' else 'a '}{name} argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd, opener)
    if not isinstance(raw._native, _native_type):
        native, raw._native = raw._native, None  # of a file system of the program's own
        native.close()
        return _io.open(file, mode)
    try:
        if buffering == 0:
            return raw
        kind = BufferedRandom if "+" in mode else BufferedReader if raw._readable else BufferedWriter
        buffer = kind(raw, buffering if buffering > 1 else DEFAULT_BUFFER_SIZE)
        buffer._through = True
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
        text.mode = mode
        return text
    except:
        raw.close()
        raise


_native_type = _io.FileIO
for _class in (FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, IncrementalNewlineDecoder, TextIOWrapper):
    _class.__module__ = "_io"
    _in_c("_io", _class)
