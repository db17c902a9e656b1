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
