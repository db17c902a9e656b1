# What a program can know about where it runs.
import platform
import sys

print(platform.python_implementation() != "", platform.python_version().split(".")[:2], platform.python_version_tuple()[0])
print(isinstance(platform.system(), str), isinstance(platform.machine(), str), isinstance(platform.node(), str), isinstance(platform.platform(), str))
u = platform.uname()
print(len(u) >= 6 or len(tuple(u)), u.system == platform.system(), u._fields if False else hasattr(u, "release"))
print(isinstance(platform.architecture(), tuple), platform.python_build() and True, isinstance(platform.processor(), str), isinstance(platform.python_compiler(), str))
print(sys.version_info >= (3, 13), tuple(map(int, platform.python_version_tuple()[:2])) == sys.version_info[:2])
