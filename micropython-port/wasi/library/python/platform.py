# What a program can know of where it runs: no machine, no system, CPython's language.

import sys

_version = "%d.%d.%d" % sys.version_info[:3]


def system():
    return "WASI"


def machine():
    return "wasm32"


def processor():
    return ""


def node():
    return ""


def release():
    return ""


def version():
    return ""


def architecture(executable="", bits="", linkage=""):
    return bits or "32bit", linkage


def python_implementation():
    return "MicroPython"


def python_version():
    return _version


def python_version_tuple():
    return tuple(_version.split("."))


def python_compiler():
    return "Clang"


def python_build():
    return "", ""


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def platform(aliased=False, terse=False):
    return "WASI-wasm32-32bit"


def __getattr__(name):
    if name != "uname_result":
        raise AttributeError("module 'platform' has no attribute '%s'" % name)
    from collections import namedtuple

    cls = namedtuple("uname_result", "system node release version machine processor")
    globals()[name] = cls
    return cls


def uname():
    cls = globals().get("uname_result") or __getattr__("uname_result")
    return cls(system(), node(), release(), version(), machine(), processor())


def system_alias(system, release, version):
    return system, release, version


def python_branch():
    return ""


python_revision = python_branch


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def freedesktop_os_release():
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")
