# Modules that the standard variant carries as bytecode. Those of CPython's that it takes as they are stand in cpython.txt.
freeze("$(PORT_DIR)/library/python")
