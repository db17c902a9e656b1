# Modules that the standard variant carries as bytecode. Those of CPython's that it takes as they are stand in cpython.txt.
include("$(MPY_DIR)/extmod/asyncio")
freeze("$(PORT_DIR)/library/python")
