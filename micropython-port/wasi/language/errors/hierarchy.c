// The exceptions of CPython 3.13 that upstream does not define, and those that upstream raises another in place of.

#include "py/mperrno.h"
#include "py/objexcept.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/hierarchy.h"

// Those that upstream's headers declare.
#define UPSTREAM_EXCEPTIONS(X) \
    X(SystemExit, BaseException) \
    X(KeyboardInterrupt, BaseException) \
    X(GeneratorExit, BaseException) \
    X(Exception, BaseException) \
    X(StopAsyncIteration, Exception) \
    X(StopIteration, Exception) \
    X(ArithmeticError, Exception) \
    X(OverflowError, ArithmeticError) \
    X(ZeroDivisionError, ArithmeticError) \
    X(AssertionError, Exception) \
    X(AttributeError, Exception) \
    X(EOFError, Exception) \
    X(ImportError, Exception) \
    X(LookupError, Exception) \
    X(IndexError, LookupError) \
    X(KeyError, LookupError) \
    X(MemoryError, Exception) \
    X(NameError, Exception) \
    X(OSError, Exception) \
    X(RuntimeError, Exception) \
    X(NotImplementedError, RuntimeError) \
    X(SyntaxError, Exception) \
    X(IndentationError, SyntaxError) \
    X(TypeError, Exception) \
    X(ValueError, Exception) \
    X(UnicodeError, ValueError)

#define DEFINE(name, base) MP_DEFINE_EXCEPTION(name, base)
UPSTREAM_EXCEPTIONS(DEFINE)
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
    mp_raise_OSError_with_filename(errno_, NULL);
}

MP_NORETURN void mp_raise_OSError_with_filename(int errno_, const char *filename) {
    mp_obj_t args[] = {
        MP_OBJ_NEW_SMALL_INT(errno_), mp_obj_new_str_from_cstr(mpwasm_error_text(errno_)), filename == NULL ? mp_const_none : mp_obj_new_str_from_cstr(filename),
    };
    nlr_raise(mp_obj_new_exception_args(mpwasm_os_error_type(errno_), filename == NULL ? 2 : 3, args));
}

MP_NORETURN void mp_raise_recursion_depth(void) {
    mp_raise_type_arg(&mp_type_RecursionError, MP_OBJ_NEW_QSTR(MP_QSTR_maximum_space_recursion_space_depth_space_exceeded));
}
