// Features of the WASI port: the ROM level comes first, then only what differs from it.

#include <stdint.h>
#include <alloca.h>

#include "mpconfigvariant.h"

// --- The machine: wasm32 ---------------------------------------------------------------------------

typedef int mp_int_t;
typedef unsigned mp_uint_t;
typedef long long mp_off_t;

#define MP_SSIZE_MAX (0x7fffffff)
#define MP_STATE_PORT MP_STATE_VM
#define MICROPY_MPHALPORT_H "host/mphalport.h"

#define MICROPY_HW_BOARD_NAME "mpwasm"
#define MICROPY_HW_MCU_NAME "wasm32"
#define MICROPY_PY_SYS_PLATFORM "wasi"
#define MICROPY_PY_BUILTINS_EXECFILE (0) // Python 2's

// Digits of large integers (language/numbers/digits.c); builder/freeze tells mpy-tool. Their products need one instruction, for which 16 bits
// would need four.
#define MPZ_DIG_SIZE (30)

// --- Memory and control ----------------------------------------------------------------------------

#define MICROPY_ENABLE_GC (1)
#define MICROPY_ENABLE_FINALISER (1)

// The collector is the port's own (gc.c); of upstream's state it uses flags and counters alone.
#define MICROPY_ALLOC_GC_STACK_SIZE (1)

// What is grown in place on upstream's heap comes in pieces here: of 512 bytes, with their headers.
#define MICROPY_ALLOC_PARSE_CHUNK_INIT (512 - 3 * 4)
#define MICROPY_ALLOC_QSTR_CHUNK_INIT (512)

// Frames of Python functions live in a stack of their own, which the collector scans; a call from
// Python to Python does not nest the VM, so recursion costs no stack of the engine.
#define MICROPY_ENABLE_PYSTACK (1)
#define MICROPY_STACKLESS (1)
#define MICROPY_STACK_CHECK (1)
#define MICROPY_STACK_CHECK_MARGIN (32768) // frames with spilled pointers are large, and checks are some apart

#define MICROPY_NLR_SETJMP (1)
#define MICROPY_ENABLE_VM_ABORT (1)
#define MICROPY_KBD_EXCEPTION (1)
#define MICROPY_HELPER_REPL (1) // mpwasm_continues
#define MICROPY_PY_SYS_PS1_PS2 (0) // the host prompts

// Fuel: the VM counts its backward jumps and returns (fuel.c). Address space 1 is that of WebAssembly's globals.
#ifndef MPWASM_GLOBAL // a build for this machine has none (native/)
#define MPWASM_GLOBAL __attribute__((address_space(1)))
#endif
extern volatile MPWASM_GLOBAL int32_t mpwasm_fuel; // else LLVM tries to read a part of it
_Bool mpwasm_hook(void);
// Burns a unit; true if the hook is wanted. The last unit of a slice may go while it is: then the sign is borrowed from, and an int32_t wraps.
static inline _Bool mpwasm_burn(void) {
    int32_t left = mpwasm_fuel;
    mpwasm_fuel = (int32_t)((uint32_t)left - 1);
    return __builtin_expect(left < 1, 0);
}
#define MPWASM_BURN do { if (mpwasm_burn()) { mpwasm_hook(); } } while (0);
#define MICROPY_VM_HOOK_LOOP MPWASM_BURN
#define MICROPY_VM_HOOK_RETURN MPWASM_BURN

// Waiting for an event is letting time pass on the session's clock.
void mpwasm_wait_ms(int timeout_ms);
#define MICROPY_INTERNAL_WFE(timeout_ms) mpwasm_wait_ms(timeout_ms)

// Where names were found last (language/dict/find.h)
#define MICROPY_OPT_MAP_LOOKUP_CACHE_SIZE (512)

// Hashes that tell qstrs apart (qstr_index.c)
#define MICROPY_QSTR_BYTES_IN_HASH (2)

// --- Compiler and errors ---------------------------------------------------------------------------

#define MICROPY_ALLOC_PATH_MAX (256)
#define MICROPY_ENABLE_SOURCE_LINE (1)
#define MICROPY_USE_INTERNAL_PRINTF (0)
#define MICROPY_USE_INTERNAL_ERRNO (1)
extern const struct _mp_print_t mp_stderr_print;
#define MICROPY_ERROR_PRINTER (&mp_stderr_print)

// Bytecode from files is not accepted: nothing checks it, and it could corrupt the guest's memory.
// Frozen modules need no loader.
#define MICROPY_PERSISTENT_CODE_LOAD (0)

// Literals and comparisons of the VM
#define MICROPY_OPT_COMPUTED_GOTO (0) // wasm has no computed jumps; LLVM would rebuild the switch

// Built-in functions and exceptions that upstream does not have (language/text/builtins.c, codec_error.c)
#define MICROPY_PORT_BUILTINS \
    MPWASM_EXCEPTION_BUILTINS /* language/errors/hierarchy.h */ \
    { MP_ROM_QSTR(MP_QSTR_aiter), MP_ROM_PTR(&mpwasm_builtin_aiter_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_anext), MP_ROM_PTR(&mpwasm_builtin_anext_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_breakpoint), MP_ROM_PTR(&mpwasm_builtin_breakpoint_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_vars), MP_ROM_PTR(&mpwasm_builtin_vars_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_exit), MP_ROM_PTR(&mp_sys_exit_obj) }, /* which CPython's module site adds */ \
    { MP_ROM_QSTR(MP_QSTR_quit), MP_ROM_PTR(&mp_sys_exit_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___builtins__), MP_ROM_PTR(&mp_module_builtins) }, \
    { MP_ROM_QSTR(MP_QSTR___doc__), MP_ROM_NONE }, /* what programs without these have */ \
    { MP_ROM_QSTR(MP_QSTR___loader__), MP_ROM_NONE }, \
    { MP_ROM_QSTR(MP_QSTR___package__), MP_ROM_NONE }, \
    { MP_ROM_QSTR(MP_QSTR___spec__), MP_ROM_NONE }, \
    { MP_ROM_QSTR(MP_QSTR_ascii), MP_ROM_PTR(&mpwasm_builtin_ascii_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_format), MP_ROM_PTR(&mpwasm_builtin_format_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_UnicodeDecodeError), MP_ROM_PTR(&mpwasm_type_UnicodeDecodeError) }, \
    { MP_ROM_QSTR(MP_QSTR_UnicodeEncodeError), MP_ROM_PTR(&mpwasm_type_UnicodeEncodeError) }, \
    { MP_ROM_QSTR(MP_QSTR_UnicodeTranslateError), MP_ROM_PTR(&mpwasm_type_UnicodeTranslateError) },

// Host functions are seen as built-in ones are (hostcall.c).
#define MICROPY_CAN_OVERRIDE_BUILTINS (1)

#ifndef MPWASM_UNICODE_NAMES
#define MPWASM_UNICODE_NAMES (1) // "\N{...}" (language/text/names.c)
#endif

// Operators of instances are the port's (language/class/operators.c).
#define MICROPY_WRAP_MP_BINARY_OP(name) mpwasm_upstream_##name

// --- Time, files, randomness: granted by the host --------------------------------------------------

#define MICROPY_PY_ASYNCIO (0) // library/python/asyncio
#define MICROPY_EPOCH_IS_1970 (1)
#define MICROPY_PY_TIME_TIME_TIME_NS (MICROPY_PY_TIME)
#define MICROPY_PY_TIME_GMTIME_LOCALTIME_MKTIME (0) // library/python/_time.py
#define MICROPY_PY_TIME_INCLUDEFILE "host/modtime_port.h"
#define MICROPY_PY_TIME_CUSTOM_SLEEP (1)

#define MICROPY_VFS_POSIX (MICROPY_VFS)
#define MICROPY_READER_VFS (MICROPY_VFS)

#define MICROPY_PY_OS_INCLUDEFILE "host/modos_port.h"
#define MICROPY_PY_OS_URANDOM (MICROPY_PY_OS)
#define MICROPY_PY_OS_GETENV_PUTENV_UNSETENV (MICROPY_PY_OS)

unsigned long mpwasm_random_seed(void);
#define MICROPY_PY_RANDOM_SEED_INIT_FUNC (mpwasm_random_seed())

// The numbers of errors are Linux's; py/mperrno.h has no names for some.
#define MP_EOVERFLOW (75)

// --- Modules that a guest must not have ------------------------------------------------------------

#define MICROPY_PY_UCTYPES (0) // raw addresses
#define MICROPY_PY_MACHINE (0) // raw addresses
#define MICROPY_PY_MICROPYTHON_MEM_INFO (0) // addresses of objects
