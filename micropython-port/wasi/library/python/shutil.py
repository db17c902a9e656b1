# Copying and removing files and folders. There are no permissions, times or owners, so these are not copied. Archives are those of zipfile.

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError", "SameFileError",
    "get_terminal_size", "which", "ignore_patterns", "disk_usage", "make_archive", "get_archive_formats", "register_archive_format",
    "unregister_archive_format", "unpack_archive", "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "ReadError",
    "RegistryError", "ExecError",
]

import os

COPY_BUFSIZE = 64 * 1024
_use_fd_functions = False  # folders are not opened


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=0):
    length = length or COPY_BUFSIZE
    while data := fsrc.read(length):
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.exists(src) and os.path.abspath(src) == os.path.abspath(dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as e:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from e
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.stat(src), os.stat(dst)


copystat = copymode


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def ignore_patterns(*patterns):
    def ignored(path, names):
        import fnmatch

        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    entries = list(os.scandir(src))
    ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        name, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            if entry.is_dir():
                copytree(entry if copy_function is copy2 or copy_function is copy else name, target, symlinks, ignore, copy_function, False, dirs_exist_ok)
            else:
                copy_function(entry if copy_function is copy2 or copy_function is copy else name, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((name, target, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")

    def failed(function, name, error):
        if ignore_errors:
            return
        if onexc is not None:
            return onexc(function, name, error)
        if onerror is not None:
            return onerror(function, name, (type(error), error, getattr(error, "__traceback__", None)))
        raise error

    def remove(function, name):
        try:
            function(name)
        except OSError as error:
            failed(function, name, error)

    try:
        if not os.path.isdir(path):
            os.listdir(path)
        entries = list(os.scandir(path))
    except OSError as error:
        return failed(os.scandir, path, error)
    for entry in entries:
        name = os.path.join(path, entry.name)
        if entry.is_dir():
            rmtree(name, ignore_errors, onerror, onexc=onexc)
        else:
            remove(os.unlink, name)
    remove(os.rmdir, path)


rmtree.avoids_symlink_attacks = _use_fd_functions


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if os.path.abspath(src) == os.path.abspath(dst):
            os.rename(src, dst)
            return
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError as error:
        if error.errno not in (18, 30):  # from another file system
            if os.path.isdir(src) and (os.path.abspath(target) + "/").startswith(os.path.abspath(src) + "/"):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            raise
        if os.path.isdir(src):
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def get_terminal_size(fallback=(80, 24)):
    size = []
    for name, default in zip(("COLUMNS", "LINES"), fallback):
        try:
            n = int(os.environ[name])
        except (KeyError, ValueError):
            n = 0
        size.append(n if n > 0 else default)
    return os.terminal_size(size)


def which(cmd, mode=1, path=None):
    return None


def _refuse(name):
    def refuse(*args, **kwargs):
        raise OSError(95, f"Operation not supported: shutil.{name}")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


chown, disk_usage = map(_refuse, ("chown", "disk_usage"))


# --- Archives ---


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


class ExecError(OSError):
    pass


def _make_zip(name, base_dir, root_dir=None, verbose=0, dry_run=0, logger=None, owner=None, group=None):
    import zipfile

    folder = os.path.dirname(name)
    if folder:
        os.makedirs(folder, exist_ok=True)
    start = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        def add(path):
            archive.write(path, path if root_dir is None else os.path.relpath(path, root_dir))

        if os.path.normpath(base_dir) != ".":
            add(start)
        for path, folders, files in os.walk(start):
            for one in sorted(folders):
                add(os.path.join(path, one))
            for one in files:
                if os.path.isfile(os.path.join(path, one)) and os.path.abspath(os.path.join(path, one)) != os.path.abspath(name):
                    add(os.path.join(path, one))
    return name


def _unpack_zip(filename, extract_dir):
    import zipfile

    if not zipfile.is_zipfile(filename):
        raise ReadError("%s is not a zip file" % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            if not info.filename.startswith("/") and ".." not in info.filename:
                archive.extract(info, extract_dir)


_makers = {"zip": (_make_zip, (), "ZIP file")}
_unpackers = {"zip": ([".zip"], _unpack_zip, (), "ZIP file")}


def get_archive_formats():
    return sorted([(name, entry[2]) for name, entry in _makers.items()])


def register_archive_format(name, function, extra_args=(), description=""):
    if not callable(function):
        raise TypeError("The %s object is not callable" % function)
    _makers[name] = function, tuple(extra_args), description


def unregister_archive_format(name):
    del _makers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    if format not in _makers:
        raise ValueError("unknown archive format '%s'" % format)
    function, extra, _ = _makers[format]
    base_name = os.fspath(base_name)
    if root_dir is not None:
        base_name, root_dir = os.path.abspath(base_name), os.fspath(root_dir)
        os.stat(root_dir)
        if not os.path.isdir(root_dir):
            raise NotADirectoryError(20, "Not a directory", root_dir)
    base_dir = os.curdir if base_dir is None else os.fspath(base_dir)
    if function is _make_zip:
        return _make_zip(base_name + ".zip", base_dir, root_dir)
    return function(base_name, base_dir, **dict(extra))


def get_unpack_formats():
    return sorted([(name, entry[0], entry[3]) for name, entry in _unpackers.items()])


def register_unpack_format(name, extensions, function, extra_args=(), description=""):
    known = [extension for entry in _unpackers.values() for extension in entry[0]]
    for extension in extensions:
        if extension in known:
            raise RegistryError("%s is already registered for \"%s\"" % (extension, name))
    _unpackers[name] = list(extensions), function, tuple(extra_args), description


def unregister_unpack_format(name):
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    filename = os.fspath(filename)
    extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    if format is None:
        for extensions, function, extra, _ in _unpackers.values():
            if any([filename.lower().endswith(extension) for extension in extensions]):
                break
        else:
            raise ReadError("Unknown archive format '%s'" % filename)
    elif format in _unpackers:
        extensions, function, extra, _ = _unpackers[format]
    else:
        raise ValueError("Unknown unpack format '%s'" % format)
    function(filename, extract_dir, **dict(extra))
