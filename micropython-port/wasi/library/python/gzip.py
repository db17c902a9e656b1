# Files of gzip (RFC 1952) over zlib. What is read is unpacked as a whole.

import io
import zlib
from struct import pack, unpack

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]


class BadGzipFile(OSError):
    pass


def _head(mtime, level, name=b""):
    if mtime is None:
        import time

        mtime = int(time.time())
    flags = 2 if level == 9 else 4 if level == 1 else 0
    return b"\x1f\x8b\x08" + pack("<BLBB", 8 if name else 0, int(mtime), flags, 255) + (name + b"\0" if name else b"")


def compress(data, compresslevel=9, *, mtime=None):
    packed = zlib.compress(data, compresslevel, -15)
    return _head(mtime, compresslevel) + packed + pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def _mtime(data):
    return unpack("<L", data[4:8])[0] if len(data) >= 8 else None


def decompress(data):
    parts = []
    data = bytes(data)
    while data:
        if data[:2] != b"\x1f\x8b":
            raise BadGzipFile("Not a gzipped file (%r)" % data[:2])
        if len(data) > 2 and data[2] != 8:
            raise BadGzipFile("Unknown compression method")
        unpacker = zlib.decompressobj(31)
        try:
            parts.append(unpacker.decompress(data))
        except zlib.error as e:
            if "check" in str(e):
                raise BadGzipFile("CRC check failed" if "data" in str(e) else "Incorrect length of data produced") from None
            raise
        if not unpacker.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data = unpacker.unused_data.lstrip(b"\0")
    return b"".join(parts)


class GzipFile:
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: %r" % mode)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        if not isinstance(mode, str) or not mode or mode[0] not in "rwax":
            raise ValueError("Invalid mode: %r" % (mode,))
        self._owned = None
        if fileobj is None:
            fileobj = self._owned = io.open(filename, mode[0] + "b")
        if filename is None:
            filename = getattr(fileobj, "name", "")
        self.name = filename if isinstance(filename, (str, bytes)) else str(filename)
        self.fileobj = fileobj
        self.closed = False
        self.mode = "rb" if mode[0] == "r" else "wb"
        self._content = None
        if self.mode == "wb":
            name = self.name.encode("latin-1", "ignore") if isinstance(self.name, str) else self.name
            name = name.rpartition(b"/")[2]
            if name.endswith(b".gz"):
                name = name[:-3]
            fileobj.write(_head(mtime, compresslevel, name))
            self._packer = zlib.compressobj(compresslevel, zlib.DEFLATED, -15)
            self._check = self._size = 0
        self._mtime = mtime

    @property
    def mtime(self):
        self._reader()
        return self._mtime

    def _usable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _reader(self):
        self._usable()
        if self.mode != "rb":
            raise OSError(9, "read() on write-only GzipFile object")
        if self._content is None:
            data = self.fileobj.read()
            self._mtime = _mtime(data)
            self._content = io.BytesIO(decompress(data))
        return self._content

    def read(self, size=-1):
        return self._reader().read(-1 if size is None else size)

    read1 = read

    def readinto(self, buffer):
        return self._reader().readinto(buffer)

    def readline(self, size=-1):
        return self._reader().readline(size) if size is not None and size >= 0 else self._reader().readline()

    def readlines(self, hint=None):
        return list(self)

    def peek(self, n=1):
        reader = self._reader()
        place = reader.tell()
        data = reader.read(n)
        reader.seek(place)
        return data

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        self._usable()
        if self.mode != "wb":
            raise OSError(9, "write() on read-only GzipFile object")
        data = bytes(memoryview(data))
        self.fileobj.write(self._packer.compress(data))
        self._check = zlib.crc32(data, self._check)
        self._size += len(data)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._usable()
        if self.mode == "wb":
            self.fileobj.write(self._packer.flush(zlib_mode))

    def seek(self, offset, whence=0):
        if self.mode == "rb":
            return self._reader().seek(offset, whence)
        if whence == 1:
            offset += self._size
        elif whence:
            raise ValueError("Seek from end not supported")
        if offset < self._size:
            raise OSError("Negative seek in write mode")
        self.write(bytes(offset - self._size))
        return self._size

    def tell(self):
        return self._reader().tell() if self.mode == "rb" else self._size

    def rewind(self):
        self.seek(0)

    def readable(self):
        return self.mode == "rb"

    def writable(self):
        return self.mode == "wb"

    def seekable(self):
        return True

    def close(self):
        if self.closed:
            return
        try:
            if self.mode == "wb":
                self.fileobj.write(self._packer.flush())
                self.fileobj.write(pack("<LL", self._check, self._size & 0xFFFFFFFF))
        finally:
            self.closed = True
            if self._owned is not None:
                self._owned.close()

    def __enter__(self):
        self._usable()
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        return "<gzip %r>" % self.name


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    elif encoding is not None:
        raise ValueError("Argument 'encoding' not supported in binary mode")
    elif errors is not None:
        raise ValueError("Argument 'errors' not supported in binary mode")
    elif newline is not None:
        raise ValueError("Argument 'newline' not supported in binary mode")
    binary_mode = mode.replace("t", "")
    if hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, binary_mode, compresslevel, filename)
    elif isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        file = GzipFile(filename, binary_mode, compresslevel)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" not in mode:
        return file
    return io.TextIOWrapper(file, encoding or "utf-8", errors, newline)
