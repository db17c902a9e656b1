// Variant minimal: the language, its core types and exceptions with tracebacks; no library but sys,
// micropython and gc. For calculations and configuration in the smallest download.

#define MICROPY_BOARD_BUILD_NAME "minimal"
#define MICROPY_CONFIG_ROM_LEVEL (MICROPY_CONFIG_ROM_LEVEL_CORE_FEATURES)

#define MICROPY_FLOAT_IMPL (MICROPY_FLOAT_IMPL_DOUBLE)
#define MICROPY_LONGINT_IMPL (MICROPY_LONGINT_IMPL_MPZ)
#define MICROPY_ERROR_REPORTING (MICROPY_ERROR_REPORTING_NORMAL)
#define MICROPY_VFS (0)
#define MICROPY_ENABLE_DOC_STRING (1)
#define MICROPY_PY_BUILTINS_STR_UNICODE (1)
#define MICROPY_PY_FSTRINGS (1)
#define MICROPY_PY_MATH (1)
#define MICROPY_PY_ASYNC_AWAIT (0)
#define MICROPY_PY_TIME (0)
#define MICROPY_PY_OS (0)
#define MICROPY_PY_IO (0)
#define MICROPY_PY_SYS_STDFILES (0)
