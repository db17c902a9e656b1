# ZIP archives (PKWARE's APPNOTE.TXT, sections 4.3 and 4.4), read, written and appended to, without ZIP64. A member is unpacked as a whole
# when it is first read, and packed when what was written to it is closed. Path is CPython's.

import io
import os
import stat
import struct
import zlib
from binascii import crc32

__all__ = [
    "BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo", "ZipFile",
    "LargeZipFile", "Path",
]

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP_FILECOUNT_LIMIT, ZIP_MAX_COMMENT, ZIP64_LIMIT = 0xFFFF, 0xFFFF, 0x7FFFFFFF
_END, _CENTRAL, _LOCAL = "<4s4H2LH", "<4s4B4HL2L5H2L", "<4s2B4HL2L2H"
_LARGE = "ZIP64 extensions are required, and not supported"

compressor_names = {0: "store", 8: "deflate", 12: "bzip2", 14: "lzma"}

# What bytes from 0x80 are in names without the flag of UTF-8: code page 437
_CP437 = (
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0"
)


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    pass


error = BadZipfile = BadZipFile


def __getattr__(name):
    if name in ("Path", "CompleteDirs"):
        from zipfile import _path

        return getattr(_path, name)
    raise AttributeError("module 'zipfile' has no attribute %r" % name)


def _check_compression(compression):
    if compression in (ZIP_BZIP2, ZIP_LZMA):
        raise RuntimeError("Compression requires the (missing) %s module" % ("bz2" if compression == ZIP_BZIP2 else "lzma"))
    if compression not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError("That compression method is not supported")


def _end_record(file):
    # The fields of the end of the central directory, with the comment and its place; None if there is none.
    try:
        size = file.seek(0, 2)
        start = max(size - 22 - ZIP_MAX_COMMENT, 0)
        file.seek(start)
        data = file.read()
    except OSError:
        return None
    at = len(data)
    while True:
        at = data.rfind(b"PK\5\6", 0, at)
        if at < 0 or len(data) - at < 22:
            if at < 0:
                return None
            continue
        fields = struct.unpack(_END, data[at:at + 22])
        return fields[1:7] + (data[at + 22:at + 22 + fields[7]], start + at)


def is_zipfile(filename):
    try:
        if hasattr(filename, "read"):
            place = filename.tell()
            found = _end_record(filename)
            filename.seek(place)
        else:
            with io.open(filename, "rb") as file:
                found = _end_record(file)
    except OSError:
        return False
    return found is not None


class ZipInfo:
    __slots__ = (
        "orig_filename", "filename", "date_time", "compress_type", "compress_level", "comment", "extra", "create_system", "create_version",
        "extract_version", "reserved", "flag_bits", "volume", "internal_attr", "external_attr", "header_offset", "CRC", "compress_size", "file_size",
    )

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition("\0")[0]
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type, self.compress_level, self.comment, self.extra = ZIP_STORED, None, b"", b""
        self.create_system, self.create_version, self.extract_version = 3, 20, 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = self.compress_size = self.file_size = 0

    @property
    def _compresslevel(self):
        return self.compress_level

    def __repr__(self):
        parts = ["<%s filename=%r" % (self.__class__.__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            parts.append("compress_type=%s" % compressor_names.get(self.compress_type, self.compress_type))
        if self.external_attr >> 16:
            parts.append("filemode=%r" % stat.filemode(self.external_attr >> 16))
        if self.external_attr & 0xFFFF:
            parts.append("external_attr=%#x" % (self.external_attr & 0xFFFF))
        if not self.is_dir() or self.file_size:
            parts.append("file_size=%r" % self.file_size)
        if (not self.is_dir() or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append("compress_size=%r" % self.compress_size)
        return " ".join(parts) + ">"

    def _name(self):
        try:
            return self.filename.encode("ascii"), self.flag_bits & ~0x800
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | 0x800

    def _common(self):
        # What both headers have: flags, type, time, date, sum, sizes.
        year, month, day, hour, minute, second = self.date_time[:6]
        return (self._name()[1], self.compress_type, hour << 11 | minute << 5 | second // 2, year - 1980 << 9 | month << 5 | day, self.CRC,
                self.compress_size, self.file_size)

    def FileHeader(self, zip64=None):
        name = self._name()[0]
        return struct.pack(_LOCAL, b"PK\3\4", self.extract_version, self.reserved, *self._common(), len(name), len(self.extra)) + name + self.extra

    def _central(self):
        name = self._name()[0]
        return struct.pack(
            _CENTRAL, b"PK\1\2", self.create_version, self.create_system, self.extract_version, self.reserved, *self._common(), len(name),
            len(self.extra), len(self.comment), 0, self.internal_attr, self.external_attr, self.header_offset) + name + self.extra + self.comment

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        filename = os.fspath(filename)
        st = os.stat(filename)
        is_dir = stat.S_ISDIR(st.st_mode)
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1]).lstrip("/")
        info = cls(name + "/" if is_dir else name, _date_of(st.st_mtime))
        info.external_attr = (st.st_mode & 0xFFFF) << 16 | (0x10 if is_dir else 0)
        info.file_size = 0 if is_dir else st.st_size
        return info

    def is_dir(self):
        return self.filename.endswith("/")


def _date_of(seconds):
    import time

    date = time.localtime(seconds)[:6]
    return date if date[0] >= 1980 else (1980, 1, 1, 0, 0, 0)


def _decrypt(data, info, pwd):
    # The old encryption of archives (APPNOTE, section 6.1).
    if not pwd:
        raise RuntimeError("File %r is encrypted, password required for extraction" % info.filename)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte):
        keys[0] = ~crc32(bytes((byte,)), ~keys[0] & 0xFFFFFFFF) & 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = ~crc32(bytes((keys[1] >> 24,)), ~keys[2] & 0xFFFFFFFF) & 0xFFFFFFFF

    for byte in pwd:
        update(byte)
    plain = bytearray()
    for byte in data:
        k = keys[2] | 2
        byte ^= k * (k ^ 1) >> 8 & 0xFF
        update(byte)
        plain.append(byte)
    check = info._common()[2] >> 8 if info.flag_bits & 8 else info.CRC >> 24
    if plain[11] != check & 0xFF:
        raise RuntimeError("Bad password for file %r" % info.filename)
    return bytes(plain[12:])


class ZipExtFile(io.BufferedIOBase):
    # A member that is read.
    def __init__(self, archive, info, pwd):
        self._archive, self._info, self._pwd, self._data = archive, info, pwd, None
        self.mode, self.name, self.newlines = "r", info.filename, None

    def _loaded(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self._data is None:
            self._data = io.BytesIO(self._archive._unpacked(self._info, self._pwd))
        return self._data

    def __repr__(self):
        text = "<%s.%s" % (self.__class__.__module__, self.__class__.__qualname__)
        if self.closed:
            return text + " [closed]>"
        text += " name=%r" % self.name
        if self._info.compress_type != ZIP_STORED:
            text += " compress_type=%s" % compressor_names.get(self._info.compress_type, self._info.compress_type)
        return text + ">"

    def readable(self):
        self._loaded()
        return True

    def seekable(self):
        self._loaded()
        return True

    def read(self, n=-1):
        return self._loaded().read(n)

    def read1(self, n=-1):
        return self._loaded().read(n)

    def readinto(self, buffer):
        return self._loaded().readinto(buffer)

    def readline(self, limit=-1):
        return self._loaded().readline(limit)

    def peek(self, n=1):
        data = self._loaded()
        place = data.tell()
        found = data.read()
        data.seek(place)
        return found

    def seek(self, offset, whence=0):
        return self._loaded().seek(min(max(offset + (0, self.tell(), self._info.file_size)[whence], 0), self._info.file_size))

    def tell(self):
        return self._loaded().tell()


class _ZipWriteFile(io.BufferedIOBase):
    # A member that is written.
    def __init__(self, archive, info):
        self._archive, self._info, self._parts, self.name, self.mode = archive, info, [], info.filename, "w"

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = bytes(data)
        self._parts.append(data)
        return len(data)

    def close(self):
        if not self.closed:
            super().close()
            self._archive._writing = False
            self._archive._put(self._info, b"".join(self._parts))


class ZipFile:
    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        if metadata_encoding is not None and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self.debug, self.NameToInfo, self.filelist, self.compression, self.compresslevel = 0, {}, [], compression, compresslevel
        self.mode, self.pwd, self._comment, self._writing, self._changed = mode, None, b"", False, False
        self._encoding, self.start_dir = metadata_encoding, 0
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        self._passed = not isinstance(file, str)
        if self._passed:
            self.fp, self.filename = file, getattr(file, "name", None)
        else:
            self.filename = file
            if mode == "a" and not os.path.exists(file):
                mode = "w"
            self.fp = io.open(file, {"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}[mode])
        try:
            if mode == "r":
                self._read_directory()
            elif mode == "a":
                try:
                    self._read_directory()
                except BadZipFile:
                    self.start_dir = self.fp.seek(0, 2)
                    self._changed = True
            else:
                self._changed = True
                try:
                    self.start_dir = self.fp.tell()
                except (AttributeError, OSError):
                    self.start_dir = 0
        except:
            self._close_file()
            raise

    def _close_file(self):
        fp, self.fp = self.fp, None
        if not self._passed:
            fp.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        text = "<%s.%s" % (self.__class__.__module__, self.__class__.__qualname__)
        if self.fp is None:
            return text + " [closed]>"
        if self._passed:
            text += " file=%r" % self.fp
        elif self.filename is not None:
            text += " filename=%r" % self.filename
        return text + " mode=%r>" % self.mode

    # --- What is there -----------------------------------------------------------------------------------

    def _read_directory(self):
        fp = self.fp
        end = _end_record(fp)
        if end is None:
            raise BadZipFile("File is not a zip file")
        count, size, offset, comment, place = end[3], end[4], end[5], end[6], end[7]
        if 0xFFFFFFFF in (size, offset) or count == 0xFFFF:
            raise NotImplementedError(_LARGE)
        before = place - size - offset
        if before < 0:
            raise BadZipFile("Bad offset for central directory")
        self._comment, self.start_dir = comment, offset + before
        fp.seek(self.start_dir)
        data, at = fp.read(size), 0
        while at < size:
            head = data[at:at + 46]
            if len(head) != 46:
                raise BadZipFile("Truncated central directory")
            (magic, version, system, extract, reserved, flags, kind, clock, date, crc, packed, length, names, extras, comments, volume, internal,
             external, header) = struct.unpack(_CENTRAL, head)
            if magic != b"PK\1\2":
                raise BadZipFile("Bad magic number for central directory")
            at += 46
            if extract > 63:
                raise NotImplementedError("zip file version %.1f" % (extract / 10))
            info = ZipInfo(self._text(data[at:at + names], flags, self._encoding))
            at += names
            info.extra, info.comment = data[at:at + extras], data[at + extras:at + extras + comments]
            at += extras + comments
            info.create_version, info.create_system, info.extract_version, info.reserved = version, system, extract, reserved
            info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, kind, crc, packed, length
            info.volume, info.internal_attr, info.external_attr, info.header_offset = volume, internal, external, header + before
            info.date_time = ((date >> 9) + 1980, date >> 5 & 15, date & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2)
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info

    def _text(self, name, flags, encoding=None):
        if flags & 0x800:
            return name.decode("utf-8")
        if encoding:
            return name.decode(encoding)
        return "".join([chr(c) if c < 128 else _CP437[c - 128] for c in name])

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            print("%-46s %s %12d" % (info.filename, "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6], info.file_size), file=file)

    def testzip(self):
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError("There is no item named %r in the archive" % name)
        return info

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError("comment: expected bytes, got %s" % type(comment).__name__)
        self._comment = comment[:ZIP_MAX_COMMENT]
        self._changed = True

    # --- Reading -------------------------------------------------------------------------------------------

    def read(self, name, pwd=None):
        with self.open(name, "r", pwd) as member:
            return member.read()

    def _open_for(self, what):
        if self.fp is None:
            raise ValueError("Attempt to %s ZIP archive that was already closed" % what)
        if self._writing:
            raise ValueError("Can't %s the ZIP archive while there is an open writing handle on it. Close the writing handle before trying to read."
                             % ("read from" if what == "use" else "write to"))

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        if mode not in ("r", "w"):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self._open_for("use")
        if mode == "w":
            if force_zip64:
                raise NotImplementedError(_LARGE)
            info = name if isinstance(name, ZipInfo) else self._new_info(name)
            self._check_writable(info, "open")
            self._writing = True
            return _ZipWriteFile(self, info)
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        self._start(info)
        if info.flag_bits & 1 and not (pwd or self.pwd):
            _decrypt(b"", info, None)
        return ZipExtFile(self, info, pwd or self.pwd)

    def _start(self, info):
        # Goes to the data of a member.
        fp = self.fp
        fp.seek(info.header_offset)
        head = fp.read(30)
        if len(head) != 30:
            raise BadZipFile("Truncated file header")
        fields = struct.unpack(_LOCAL, head)
        if fields[0] != b"PK\3\4":
            raise BadZipFile("Bad magic number for file header")
        name = fp.read(fields[10])
        fp.read(fields[11])
        if info.flag_bits & 0x20:
            raise NotImplementedError("compressed patched data (flag bit 5)")
        if info.flag_bits & 0x40:
            raise NotImplementedError("strong encryption (flag bit 6)")
        if self._text(name, fields[3], self._encoding) != info.orig_filename:
            raise BadZipFile("File name in directory %r and header %r differ." % (info.orig_filename, name))

    def _unpacked(self, info, pwd):
        self._open_for("use")
        _check_compression(info.compress_type)
        self._start(info)
        data = self.fp.read(info.compress_size)
        if len(data) != info.compress_size:
            raise EOFError
        if info.flag_bits & 1:
            data = _decrypt(data, info, pwd)
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.decompressobj(-15).decompress(data)
        data = data[:info.file_size]
        if crc32(data) != info.CRC:
            raise BadZipFile("Bad CRC-32 for file %r" % info.filename)
        return data

    def extract(self, member, path=None, pwd=None):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        name = os.path.splitdrive(info.filename)[1]
        parts = [part for part in name.split("/") if part not in ("", ".", "..")]
        target = os.path.normpath(os.path.join(os.getcwd() if path is None else os.fspath(path), *parts))
        folder = target if info.is_dir() else os.path.dirname(target)
        if folder:
            os.makedirs(folder, exist_ok=True)
        if not info.is_dir():
            data = self.read(info, pwd)
            with io.open(target, "wb") as file:
                file.write(data)
        return target

    def extractall(self, path=None, members=None, pwd=None):
        for member in self.namelist() if members is None else members:
            self.extract(member, path, pwd)

    # --- Writing -------------------------------------------------------------------------------------------

    def _new_info(self, name):
        import time

        info = ZipInfo(name, _date_of(time.time()))
        info.compress_type, info.compress_level = self.compression, self.compresslevel
        info.external_attr = 0o40775 << 16 | 0x10 if name.endswith("/") else 0o600 << 16
        return info

    def _check_writable(self, info, what):
        if self.mode not in ("w", "x", "a"):
            raise ValueError("%s() requires mode 'w', 'x', or 'a'" % what)
        self._open_for("write to")
        _check_compression(info.compress_type)
        if len(self.filelist) >= ZIP_FILECOUNT_LIMIT - 1:
            raise LargeZipFile(_LARGE)
        if info.filename in self.NameToInfo:
            import warnings

            warnings.warn("Duplicate name: %r" % info.filename, stacklevel=4)

    def _put(self, info, data):
        info.flag_bits = info._name()[1] & 0x800
        info.CRC, info.file_size = crc32(data), len(data)
        info.external_attr = info.external_attr or 0o600 << 16
        if info.compress_type == ZIP_DEFLATED:
            packer = zlib.compressobj(-1 if info.compress_level is None else info.compress_level, zlib.DEFLATED, -15)
            data = packer.compress(data) + packer.flush()
        info.compress_size, info.header_offset = len(data), self.start_dir
        fp = self.fp
        if self.mode == "a" or hasattr(fp, "seek"):
            try:
                fp.seek(self.start_dir)
            except OSError:
                pass  # a stream that stands where it was left
        head = info.FileHeader()
        fp.write(head)
        fp.write(data)
        self.start_dir += len(head) + len(data)
        self._changed = True
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if isinstance(data, str):
            data = data.encode("utf-8")
        info = zinfo_or_arcname if isinstance(zinfo_or_arcname, ZipInfo) else self._new_info(zinfo_or_arcname)
        if self.fp is None:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        self._check_writable(info, "write")
        self._put(info, bytes(data))

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        if self.fp is None:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        info = ZipInfo.from_file(filename, arcname)
        if info.is_dir():
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        self._check_writable(info, "write")
        with io.open(filename, "rb") as file:
            self._put(info, file.read())

    def mkdir(self, zinfo_or_directory_name, mode=511):
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith("/") else name + "/")
            info.external_attr = (0o40000 | mode) << 16 | 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        self._check_writable(info, "write")
        info.compress_type = ZIP_STORED
        self._put(info, b"")

    def close(self):
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
        try:
            if self.mode != "r" and self._changed:
                directory = b"".join([info._central() for info in self.filelist])
                count = len(self.filelist)
                if hasattr(self.fp, "seek"):
                    try:
                        self.fp.seek(self.start_dir)
                    except OSError:
                        pass
                self.fp.write(directory + struct.pack(_END, b"PK\5\6", 0, 0, count, count, len(directory), self.start_dir, len(self._comment)) + self._comment)
                if self.mode == "a":
                    self.fp.truncate()
                if hasattr(self.fp, "flush"):
                    self.fp.flush()
        finally:
            self._close_file()

    def __del__(self):
        self.close()
