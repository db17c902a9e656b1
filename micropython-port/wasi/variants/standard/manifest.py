# Modules that the standard variant carries as bytecode.
include("$(MPY_DIR)/extmod/asyncio")
