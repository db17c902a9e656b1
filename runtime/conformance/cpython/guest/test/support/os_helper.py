"""Files for tests. They live in the session's memory."""

import os
import unittest

TESTFN_ASCII = "@test_1_tmp"
TESTFN_UNICODE = TESTFN_ASCII + "-\xe0\xf2\u0258\u0141\u011f"
TESTFN = TESTFN_ASCII
TESTFN_NONASCII = TESTFN_ASCII + "\xe6"
FS_NONASCII = "\xe6"
TESTFN_UNENCODABLE = None
TESTFN_UNDECODABLE = None
SAVEDCWD = "/"
HOST_NAME = "localhost"


def unlink(filename):
    try:
        os.unlink(filename)
    except OSError:
        pass


def rmdir(dirname):
    try:
        os.rmdir(dirname)
    except OSError:
        pass


def _is_dir(path):
    try:
        return os.stat(path)[0] & 0x4000 != 0
    except OSError:
        return False


def rmtree(path):
    if not _is_dir(path):
        return unlink(path)
    for name in os.listdir(path):
        rmtree(str(path) + "/" + str(name))
    os.rmdir(path)


def create_empty_file(filename):
    open(filename, "wb").close()


class FakePath:
    """Something that has __fspath__."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return "<FakePath %r>" % (self.path,)

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


class temp_dir:
    """A folder for a while."""

    _count = 0

    def __init__(self, path=None, quiet=False):
        if path is None:
            temp_dir._count += 1
            path = "/tmp_test_%d" % temp_dir._count
        self.path = path

    def __enter__(self):
        os.mkdir(self.path)
        return self.path

    def __exit__(self, *info):
        rmtree(self.path)


class change_cwd:
    def __init__(self, path, quiet=False):
        self.path = path

    def __enter__(self):
        self.before = os.getcwd()
        os.chdir(self.path)
        return os.getcwd()

    def __exit__(self, *info):
        os.chdir(self.before)


class temp_cwd:
    def __init__(self, name="tempcwd", quiet=False):
        self.folder = temp_dir(None if name is None else "/" + str(name))

    def __enter__(self):
        self.cwd = change_cwd(self.folder.__enter__())
        return self.cwd.__enter__()

    def __exit__(self, *info):
        self.cwd.__exit__(*info)
        self.folder.__exit__(*info)


class EnvironmentVarGuard:
    """Changes of os.environ that are undone in the end."""

    def __init__(self):
        self._environ = os.environ
        self._before = {}

    def _remember(self, name):
        if name not in self._before:
            self._before[name] = self._environ.get(name)

    def __getitem__(self, name):
        return self._environ[name]

    def __setitem__(self, name, value):
        self._remember(name)
        self._environ[name] = value

    def __delitem__(self, name):
        self._remember(name)
        if name in self._environ:
            del self._environ[name]

    def keys(self):
        return self._environ.keys()

    def __iter__(self):
        return iter(self._environ)

    def __len__(self):
        return len(self._environ)

    def __contains__(self, name):
        return name in self._environ

    def set(self, name, value):
        self[name] = value

    def unset(self, name, *names):
        for one in (name,) + names:
            del self[one]

    def copy(self):
        return dict(self._environ)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        for name, value in self._before.items():
            if value is not None:
                self._environ[name] = value
            elif name in self._environ:
                del self._environ[name]
        os.environ = self._environ


def can_symlink():
    return False


can_xattr = can_chmod = can_hardlink = can_symlink


def _skip(reason):
    return lambda test: unittest.skip(reason)(test)


skip_unless_symlink = _skip("needs symbolic links")
skip_unless_hardlink = _skip("needs hard links")
skip_unless_xattr = _skip("needs extended attributes")
skip_unless_working_chmod = _skip("needs permissions")
skip_if_dac_override = _skip("needs permissions")
skip_unless_dac_override = _skip("needs permissions")


def make_bad_fd():
    raise unittest.SkipTest("needs file descriptors")


fd_count = open_dir_fd = make_bad_fd


def fs_is_case_insensitive(directory):
    return False


class temp_umask:
    def __init__(self, umask):
        pass

    def __enter__(self):
        raise unittest.SkipTest("needs permissions")

    def __exit__(self, *info):
        pass
