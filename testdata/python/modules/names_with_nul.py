# A name with a NUL in it is the name of no module, whatever file the text before the NUL would name.
import sys
import types

sys.modules["a\0b"] = types.ModuleType("a\0b")

for name in ["\0", "\0math", "math\0", "os.\0", "json\0.decoder", "a\0b.c", "a\0b"]:
    try:
        print(type(__import__(name)).__name__)
    except ImportError as e:
        print(type(e).__name__, e.name == name)
