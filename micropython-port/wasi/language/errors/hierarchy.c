// The exceptions of CPython 3.13 that upstream does not define, and those that upstream raises another in place of.

#include "py/mperrno.h"
#include "py/objexcept.h"
#include "py/runtime.h"

#include "language/errors/hierarchy.h"

#define DEFINE(name, base) MP_DEFINE_EXCEPTION(name, base)
MPWASM_EXCEPTIONS(DEFINE)

// As the documentation of OSError assigns them.
const mp_obj_type_t *mpwasm_os_error_type(int errno_) {
    static const struct { uint8_t number; const mp_obj_type_t *type; } types[] = {
        { MP_EPERM, &mp_type_PermissionError }, { MP_EACCES, &mp_type_PermissionError }, { MP_ENOENT, &mp_type_FileNotFoundError },
        { MP_EEXIST, &mp_type_FileExistsError }, { MP_ENOTDIR, &mp_type_NotADirectoryError }, { MP_EISDIR, &mp_type_IsADirectoryError },
        { MP_EAGAIN, &mp_type_BlockingIOError }, { MP_EINPROGRESS, &mp_type_BlockingIOError }, { MP_EALREADY, &mp_type_BlockingIOError },
        { MP_EPIPE, &mp_type_BrokenPipeError }, { MP_ECONNABORTED, &mp_type_ConnectionAbortedError },
        { MP_ECONNREFUSED, &mp_type_ConnectionRefusedError }, { MP_ECONNRESET, &mp_type_ConnectionResetError },
        { MP_ECHILD, &mp_type_ChildProcessError }, { MP_EINTR, &mp_type_InterruptedError }, { MP_ESRCH, &mp_type_ProcessLookupError },
        { MP_ETIMEDOUT, &mp_type_TimeoutError },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(types); i++) {
        if (types[i].number == errno_) {
            return types[i].type;
        }
    }
    return &mp_type_OSError;
}

// In place of upstream's (py/runtime.c), which raise OSError and RuntimeError.

MP_NORETURN void mp_raise_OSError(int errno_) {
    mp_raise_type_arg(mpwasm_os_error_type(errno_), MP_OBJ_NEW_SMALL_INT(errno_));
}

MP_NORETURN void mp_raise_recursion_depth(void) {
    mp_raise_type_arg(&mp_type_RecursionError, MP_OBJ_NEW_QSTR(MP_QSTR_maximum_space_recursion_space_depth_space_exceeded));
}
