# Streams: the abstract classes, and StringIO and BytesIO. Files are in _io_files, which open() imports.

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
    "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR",
    "SEEK_END", "text_encoding", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder",
]

import _io
import abc
import sys

sys.modules["_io"] = sys.modules[__name__]  # what others import as _io: the classes are told to be of it
from _functools import in_c as _in_c
from operator import index as _index

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
open = open


class UnsupportedOperation(OSError, ValueError):
    pass


def __getattr__(name):
    if name in __all__:
        import _io_files

        return getattr(_io_files, name)
    raise AttributeError(f"module 'io' has no attribute '{name}'")


def open_code(path):
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {type(path).__name__}")
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2):
    return "utf-8" if encoding is None else encoding


def _size(size):
    # What is to be read: None is all, as any negative number is.
    if size is None:
        return -1
    try:
        return _place(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


def _place(number):
    # A number of bytes or characters, as large as CPython's are.
    number = _index(number)
    if number.bit_length() > 63:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return number


def _whence(self, position, whence, end):
    # Where a seek leads, in a stream in memory.
    whence = _index(whence)
    if whence == 0:
        if position < 0:
            raise ValueError(f"negative seek value {position}")
        return position
    if whence == 1:
        position += self._pos
    elif whence == 2:
        position += end
    else:
        raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
    return max(0, _place(position))


class IOBase(_io.IOBase, metaclass=abc.ABCMeta):
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(f"{type(self).__name__}.{name}() not supported")

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    _checkClosed = _check_closed

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def flush(self):
        self._check_closed()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check_closed()
        return False

    def readline(self, size=-1, /):
        size = _size(size)
        peek = getattr(self, "peek", None)
        found = bytearray()
        while size < 0 or len(found) < size:
            n = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    n = ahead.find(b"\n") + 1 or len(ahead)
                    if size >= 0:
                        n = min(n, size - len(found))
            more = self.read(n)
            if not isinstance(more, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(more).__name__}'")
            if not more:
                break
            found += more
            if found[-1] == 10:
                break
        return bytes(found)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        lines, n = [], 0
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def ioctl(self, request, arg):
        # What modules in C ask of a stream: to flush (1) and to close (4).
        if request == 1:
            self.flush()
        elif request == 4:
            self.close()
        return 0 if request in (1, 4) else -22

    def writelines(self, lines, /):
        self._check_closed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        size = _size(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        if n is None:
            return None
        if n < 0 or n > size:
            raise ValueError(f"readinto returned {n} outside buffer size {size}")
        return bytes(buffer[:n])

    def readall(self):
        parts = []
        while True:
            more = self.read(DEFAULT_BUFFER_SIZE)
            if not more:
                break
            parts.append(more)
        return b"".join(parts) if parts else more

    def readinto(self, buffer, /):
        self._unsupported("readinto")

    def write(self, data, /):
        self._unsupported("write")


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")

    def readinto(self, buffer, /):
        return self._read_into(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._read_into(buffer, self.read1)

    def _read_into(self, buffer, read):
        view = _writable_view(buffer)
        data = read(len(view))
        view[: len(data)] = data
        return len(data)


def _writable_view(buffer):
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    try:
        view[:0] = view[:0]
    except TypeError:
        view = None
    if view is None:
        raise TypeError(f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}")
    return view if view.format == "B" else view.cast("B")


class TextIOBase(IOBase):
    encoding = newlines = errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, text, /):
        self._unsupported("write")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")


def _line_end(text, pos, newline):
    # Where the line that begins at pos ends; -1 if it does not. The newline is "" where any of the three kinds ends one.
    if newline:
        end = text.find(newline, pos)
        return end if end < 0 else end + len(newline)
    lf, cr = text.find("\n", pos), text.find("\r", pos)
    if cr < 0 or 0 <= lf < cr:
        return lf + 1 or -1
    return cr + 2 if lf == cr + 1 else cr + 1


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")


class BytesIO(BufferedIOBase):
    _viewed = False

    def __init__(self, initial_bytes=b""):
        self._unviewed()
        self._buffer = bytearray()
        if initial_bytes is not None:
            self._buffer += _bytes_of(initial_bytes)
        self._pos = 0
        self._closed = False

    def __getstate__(self):
        return (self.getvalue(), self._pos, None)

    def __setstate__(self, state):
        self.__init__(state[0])
        self._pos = state[1]

    def getvalue(self):
        self._check_closed()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check_closed()
        self._viewed = True
        return memoryview(self._buffer)

    def _unviewed(self):
        # A BufferError if there are views of the buffer, as for any other bytearray.
        if self._viewed:
            self._buffer.append(0)
            self._buffer.pop()
            self._viewed = False

    def close(self):
        self._unviewed()
        self._buffer = bytearray()
        self._closed = True

    def read(self, size=-1, /):
        self._check_closed()
        size = _size(size)
        pos = self._pos
        data = bytes(self._buffer[pos:] if size < 0 else self._buffer[pos : pos + size])
        self._pos = pos + len(data)
        return data

    read1 = read

    def readline(self, size=-1, /):
        self._check_closed()
        end = self._buffer.find(b"\n", self._pos) + 1 or len(self._buffer)
        size = _size(size)
        n = max(0, end - self._pos)
        return self.read(n if size < 0 else min(n, size))

    def write(self, data, /):
        self._check_closed()
        data = _bytes_of(data)
        if self._viewed:
            self._unviewed()
        n = len(data)
        if n:
            buffer, pos = self._buffer, self._pos
            if pos > len(buffer):
                buffer.extend(bytes(pos - len(buffer)))
            if pos == len(buffer):
                buffer += data
            else:
                buffer[pos : pos + n] = data
            self._pos = pos + n
        return n

    def seek(self, pos, whence=0, /):
        self._check_closed()
        self._pos = pos = _whence(self, _place(pos), whence, len(self._buffer))
        return pos

    def tell(self):
        self._check_closed()
        return self._pos

    def truncate(self, size=None, /):
        self._check_closed()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._unviewed()
        del self._buffer[size:]
        return size

    def readable(self):
        self._check_closed()
        return True

    seekable = writable = readable


def _bytes_of(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


class StringIO(TextIOBase):
    # The text is in pieces, the first of which is most of it: what is written at the end is one more.
    errors = encoding = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline)
        self._newline = newline
        self._written = "\n" if not newline else newline
        self._found = set()
        self._parts = [""]
        self._pos = self._end = 0
        self._closed = False
        if initial_value is not None:
            if not isinstance(initial_value, str):
                raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
            self.write(initial_value)
            self._pos = 0

    def __getstate__(self):
        return (self.getvalue(), self._newline, self._pos, None)

    def __setstate__(self, state):
        self.__init__(newline="")
        self.write(state[0])
        self._newline, self._pos = state[1], state[2]
        self._written = self._newline or "\n"

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        parts = self._parts
        if len(parts) > 1:
            parts[:] = ["".join(parts)]
        return parts[0]

    def getvalue(self):
        self._check_closed()
        return str(self._whole())

    def close(self):
        self._parts = [""]
        self._closed = True

    def write(self, text, /):
        if self._closed:
            self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        n = len(text)
        if self._newline is None:
            text = _translated(text, self._found)
        if self._written != "\n":
            text = text.replace("\n", self._written)
        pos, end = self._pos, self._end
        self._pos = pos + len(text)
        if pos == end:
            self._parts.append(text)
        elif text:
            whole = self._whole()
            self._parts = [whole[:pos], "\0" * (pos - end), text, whole[self._pos :]]
        self._end = max(end, self._pos) if text else end
        return n

    def read(self, size=-1, /):
        self._check_closed()
        size = _size(size)
        pos, whole = self._pos, self._whole()
        text = whole[pos:] if size < 0 else whole[pos : pos + size]
        self._pos = pos + len(text)
        return str(text)

    def readline(self, size=-1, /):
        if self._closed:
            self._check_closed()
        pos, whole = self._pos, self._whole()
        if self._newline != "":
            end = whole.find(self._written, pos)
            end = end if end < 0 else end + len(self._written)
        else:
            end = _line_end(whole, pos, "")
        if end < 0:
            end = max(pos, self._end)
        if size is None or size != -1:
            size = _size(size)
            if size >= 0:
                end = min(end, pos + size)
        self._pos = end
        return whole[pos:end]

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0, /):
        self._check_closed()
        pos, whence = _place(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        if pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        self._pos = pos = (pos, self._pos, self._end)[whence]
        return pos

    def tell(self):
        self._check_closed()
        return self._pos

    def truncate(self, size=None, /):
        self._check_closed()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        if size < self._end:
            self._parts = [self._whole()[:size]]
            self._end = size
        return size

    def readable(self):
        self._check_closed()
        return True

    seekable = writable = readable

    @property
    def closed(self):
        return self._closed

    @property
    def newlines(self):
        return _found_newlines(self._found)


def _translated(text, found):
    # The text with "\n" for all kinds of line ends. What kinds there were goes into a set.
    if "\r" in text:
        if "\r\n" in text:
            found.add("\r\n")
            if "\n" in text.replace("\r\n", ""):
                found.add("\n")
            text = text.replace("\r\n", "\n")
        elif "\n" in text:
            found.add("\n")
        if "\r" in text:
            found.add("\r")
            text = text.replace("\r", "\n")
    elif "\n" in text:
        found.add("\n")
    return text


def _found_newlines(found):
    found = tuple(kind for kind in ("\r", "\n", "\r\n") if kind in found)
    return found if len(found) > 1 else found[0] if found else None


TextIOBase.register(type(sys.__stdout__))
BufferedIOBase.register(type(sys.__stdout__.buffer))
for _class in (BytesIO, StringIO):
    _class.__module__ = "_io"
    _in_c("_io", _class)
