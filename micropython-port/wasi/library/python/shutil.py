# Copying and removing files and folders. There are no permissions, times or owners, so these are not copied; there are no archives.

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError", "SameFileError",
    "get_terminal_size", "which", "ignore_patterns", "disk_usage",
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


chown, disk_usage, make_archive, unpack_archive = map(_refuse, ("chown", "disk_usage", "make_archive", "unpack_archive"))
