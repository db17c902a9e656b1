# What a program asks before it decides what to do.
import platform
import sys

v = platform.python_version_tuple()
print(v[:2], platform.python_version().startswith("3.13"), ".".join(v) == platform.python_version())
print(sys.version_info >= (3, 11), sys.version_info[:2] == (3, 13), sys.version_info.major, "3.13" in sys.version)
print(type(platform.system()), type(platform.machine()), isinstance(platform.node(), str), len(platform.uname()) == 6)
print(platform.uname()._fields, platform.uname().system == platform.system())


def need(minimum):
    have = tuple(map(int, v[:2]))
    return "ok" if have >= minimum else f"need {minimum}, have {have}"


print(need((3, 8)), need((3, 13)), need((4, 0)))
FEATURES = {"match": (3, 10), "except*": (3, 11), "type statement": (3, 12), "no GIL": (3, 99)}
print([f for f, m in FEATURES.items() if need(m) == "ok"])
print(sys.byteorder, sys.maxsize > 2**30, sys.float_info.dig, sys.hash_info.width in (32, 64))
