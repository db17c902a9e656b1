# Prints, as JSON, the modules that a frozen manifest names: [{"target", "source", "opt"}].
# Run by package freeze: expand.py MPY_DIR PORT_DIR MANIFEST. Upstream's manifestfile.py reads the
# manifest; only modules frozen as bytecode are supported, which is what it calls freeze_as_mpy.
import json
import os
import sys

mpy_dir, port_dir, path = sys.argv[1:4]
sys.path.insert(0, os.path.join(mpy_dir, "tools"))
import manifestfile

variables = {"MPY_DIR": mpy_dir, "PORT_DIR": port_dir, "MPY_LIB_DIR": os.path.join(mpy_dir, "lib/micropython-lib")}
manifest = manifestfile.ManifestFile(manifestfile.MODE_FREEZE, variables)
try:
    manifest.execute(path)
except manifestfile.ManifestFileError as error:
    sys.exit("%s: %s" % (path, error))

modules = []
for f in manifest.files():
    if f.kind != manifestfile.KIND_FREEZE_AS_MPY:
        sys.exit("%s: %s is to be frozen as text or as .mpy; only Python source frozen as bytecode is supported" % (path, f.target_path))
    with manifestfile.tagged_py_file(f.full_path, f.metadata) as tagged:
        with open(tagged, encoding="utf-8") as source:
            modules.append({"target": f.target_path, "source": source.read(), "opt": f.opt or 0})
json.dump(modules, sys.stdout)
