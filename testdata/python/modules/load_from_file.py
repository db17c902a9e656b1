# A module from a file whose path is known.
import importlib.util
import sys

with open("/tmp/settings_local.py", "w") as f:
    f.write("DEBUG = True\n\ndef double(x):\n    return 2 * x\n\nWHERE = __name__\n")
spec = importlib.util.spec_from_file_location("settings_local", "/tmp/settings_local.py")
module = importlib.util.module_from_spec(spec)
sys.modules["settings_local"] = module
spec.loader.exec_module(module)
print(module.DEBUG, module.double(21), module.WHERE, module.__file__, module.__spec__.name, spec.origin)
import settings_local

print(settings_local is module, module.double.__module__, importlib.util.spec_from_file_location("x", "/tmp/data.txt"))
