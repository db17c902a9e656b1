// The exceptions of CPython 3.13 that upstream does not define.
#ifndef MPWASM_ERRORS_HIERARCHY_H
#define MPWASM_ERRORS_HIERARCHY_H

#include "py/obj.h"

#include "language/errors/groups.h"

// X(name, base)
#define MPWASM_EXCEPTIONS(X) \
    X(BufferError, Exception) \
    X(FloatingPointError, ArithmeticError) \
    X(ModuleNotFoundError, ImportError) \
    X(UnboundLocalError, NameError) \
    X(BlockingIOError, OSError) \
    X(ChildProcessError, OSError) \
    X(ConnectionError, OSError) \
    X(BrokenPipeError, ConnectionError) \
    X(ConnectionAbortedError, ConnectionError) \
    X(ConnectionRefusedError, ConnectionError) \
    X(ConnectionResetError, ConnectionError) \
    X(FileExistsError, OSError) \
    X(FileNotFoundError, OSError) \
    X(InterruptedError, OSError) \
    X(IsADirectoryError, OSError) \
    X(NotADirectoryError, OSError) \
    X(PermissionError, OSError) \
    X(ProcessLookupError, OSError) \
    X(TimeoutError, OSError) \
    X(ReferenceError, Exception) \
    X(RecursionError, RuntimeError) \
    X(PythonFinalizationError, RuntimeError) \
    X(TabError, IndentationError) \
    X(SystemError, Exception) \
    X(Warning, Exception) \
    X(BytesWarning, Warning) \
    X(DeprecationWarning, Warning) \
    X(EncodingWarning, Warning) \
    X(FutureWarning, Warning) \
    X(ImportWarning, Warning) \
    X(PendingDeprecationWarning, Warning) \
    X(ResourceWarning, Warning) \
    X(RuntimeWarning, Warning) \
    X(SyntaxWarning, Warning) \
    X(UnicodeWarning, Warning) \
    X(UserWarning, Warning)

#define MPWASM_EXCEPTION_DECLARE(name, base) extern const mp_obj_type_t mp_type_##name;
MPWASM_EXCEPTIONS(MPWASM_EXCEPTION_DECLARE)

// For the table of built-in names.
#define MPWASM_EXCEPTION_ENTRY(name, base) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&mp_type_##name) },
#define MPWASM_EXCEPTION_BUILTINS \
    MPWASM_EXCEPTIONS(MPWASM_EXCEPTION_ENTRY) \
    { MP_ROM_QSTR(MP_QSTR_BaseExceptionGroup), MP_ROM_PTR(&mpwasm_type_BaseExceptionGroup) }, \
    { MP_ROM_QSTR(MP_QSTR_ExceptionGroup), MP_ROM_PTR(&mpwasm_type_ExceptionGroup) }, \
    { MP_ROM_QSTR(MP_QSTR_EnvironmentError), MP_ROM_PTR(&mp_type_OSError) }, \
    { MP_ROM_QSTR(MP_QSTR_IOError), MP_ROM_PTR(&mp_type_OSError) },

// The subclass of OSError that stands for an errno.
const mp_obj_type_t *mpwasm_os_error_type(int errno_);

#endif
