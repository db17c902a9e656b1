# Facts for a report of an error: kinds of values, not the values, and version comparisons.
import platform
import sys

FACTS = {"python": platform.python_version, "implementation": platform.python_implementation, "system": platform.system, "release": platform.release, "machine": platform.machine, "processor": platform.processor, "node": platform.node, "compiler": platform.python_compiler, "platform": platform.platform}
for name, f in FACTS.items():
    print(f"{name:<15}", type(f()).__name__)
print(platform.architecture()[0] in ("32bit", "64bit"), len(platform.python_build()) == 2, platform.python_version_tuple()[0], isinstance(platform.python_branch(), str))


def version(text):
    return tuple(int(p) if p.isdigit() else p for p in text.split("."))


have = version(platform.python_version())
for want in ("3.8", "3.12.1", "3.13", "4.0"):
    print(want, "ok" if have >= version(want) else "too old")
print(sys.version_info[:2] == have[:2], sys.version_info.releaselevel in ("final", "candidate", "beta", "alpha"), sys.hexversion >= 0x030D0000, "3.13" in sys.version, sys.api_version > 0 if hasattr(sys, "api_version") else True)
