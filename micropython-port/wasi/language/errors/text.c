// str() and repr() of exceptions.

#include <string.h>

#include "py/mperrno.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/groups.h"
#include "language/errors/hierarchy.h"
#include "language/syntaxerror.h"

const char *mpwasm_error_text(mp_int_t number) {
    static const struct { uint8_t number; const char *text; } texts[] = {
        { MP_EPERM, "Operation not permitted" }, { MP_ENOENT, "No such file or directory" }, { MP_EIO, "Input/output error" },
        { MP_EBADF, "Bad file descriptor" }, { MP_EACCES, "Permission denied" }, { MP_EEXIST, "File exists" },
        { MP_EXDEV, "Invalid cross-device link" }, { MP_ENODEV, "No such device" }, { MP_ENOTDIR, "Not a directory" },
        { MP_EISDIR, "Is a directory" }, { MP_EINVAL, "Invalid argument" }, { MP_ENOSPC, "No space left on device" },
        { MP_EROFS, "Read-only file system" }, { MP_ETIMEDOUT, "Connection timed out" },
        // The rest of what host/posix_errno.c makes; py/mperrno.h has no name for 36, 39 and 40.
        { MP_EAGAIN, "Resource temporarily unavailable" }, { MP_ENOMEM, "Cannot allocate memory" },
        { MP_EBUSY, "Device or resource busy" }, { MP_ENFILE, "Too many open files in system" },
        { MP_EMFILE, "Too many open files" }, { MP_EFBIG, "File too large" }, { MP_ESPIPE, "Illegal seek" },
        { MP_ERANGE, "Numerical result out of range" }, { 36, "File name too long" }, { 39, "Directory not empty" },
        { 40, "Too many levels of symbolic links" }, { MP_EOPNOTSUPP, "Operation not supported" },
        // What programs make themselves, to raise it or to look at its text.
        { 0, "Success" }, { 3, "No such process" }, { 4, "Interrupted system call" }, { 6, "No such device or address" },
        { 7, "Argument list too long" }, { 8, "Exec format error" }, { 10, "No child processes" }, { 14, "Bad address" },
        { 25, "Inappropriate ioctl for device" }, { 26, "Text file busy" }, { 31, "Too many links" }, { 32, "Broken pipe" },
        { 33, "Numerical argument out of domain" }, { 35, "Resource deadlock avoided" }, { 38, "Function not implemented" },
        { 98, "Address already in use" }, { 101, "Network is unreachable" }, { 103, "Software caused connection abort" },
        { 104, "Connection reset by peer" }, { 111, "Connection refused" }, { 113, "No route to host" },
        { 114, "Operation already in progress" }, { 115, "Operation now in progress" }, { 125, "Operation canceled" },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(texts); i++) {
        if (texts[i].number == number) {
            return texts[i].text;
        }
    }
    #if MICROPY_PY_ERRNO
    qstr name = mp_errno_to_str(MP_OBJ_NEW_SMALL_INT(number));
    if (name != MP_QSTRnull) {
        return qstr_str(name);
    }
    #endif
    return "Unknown error";
}

static void print_args(const mp_print_t *print, const mp_obj_exception_t *exception) {
    mp_print_str(print, "(");
    for (size_t i = 0; i < exception->args->len; i++) {
        mp_print_str(print, i > 0 ? ", " : "");
        mp_obj_print_helper(print, exception->args->items[i], PRINT_REPR);
    }
    mp_print_str(print, ")");
}

// [Errno number] text: 'filename'. Returns false for arguments that mean something else.
static bool print_os_error(const mp_print_t *print, const mp_obj_exception_t *exception) {
    mp_obj_t number = mpwasm_field_load(exception, MP_QSTR_errno), text = mpwasm_field_load(exception, MP_QSTR_strerror);
    mp_obj_t filename = mpwasm_field_load(exception, MP_QSTR_filename), other = mpwasm_field_load(exception, MP_QSTR_filename2);
    if (filename == mp_const_none && (exception->args->len < 2 || exception->args->len > 5 || number == mp_const_none || text == mp_const_none)) {
        return false;
    }
    mp_print_str(print, "[Errno ");
    mp_obj_print_helper(print, number, PRINT_STR);
    mp_print_str(print, "] ");
    mp_obj_print_helper(print, text, PRINT_STR);
    if (filename != mp_const_none) {
        mp_print_str(print, ": ");
        mp_obj_print_helper(print, filename, PRINT_REPR);
    }
    if (filename != mp_const_none && other != mp_const_none) {
        mp_print_str(print, " -> ");
        mp_obj_print_helper(print, other, PRINT_REPR);
    }
    return true;
}

static void print_str(const mp_print_t *print, const mp_obj_exception_t *exception) {
    const mp_obj_tuple_t *args = exception->args;
    if (mpwasm_is_syntax_error(exception)) {
        mpwasm_syntax_error_print(print, exception);
    } else if (args->len == 1 && mpwasm_exception_is(exception, &mp_type_KeyError)) {
        mp_obj_print_helper(print, args->items[0], PRINT_REPR); // the key as it was written
    } else if (mpwasm_exception_is(exception, &mp_type_OSError) && print_os_error(print, exception)) {
        return;
    } else if (mpwasm_exception_is(exception, &mpwasm_type_BaseExceptionGroup)) {
        mp_obj_print_helper(print, exception->fields[0], PRINT_STR);
        size_t count = ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(exception->fields[1]))->len;
        mp_printf(print, " (%d sub-exception%s)", (int)count, count == 1 ? "" : "s");
    } else if (args->len == 1) {
        mp_obj_print_helper(print, args->items[0], PRINT_STR);
    } else if (args->len != 0) {
        mp_obj_print_helper(print, MP_OBJ_FROM_PTR(args), PRINT_REPR);
    }
}

void mp_obj_exception_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    mp_print_kind_t what = kind & ~PRINT_EXC_SUBCLASS;
    if (what != PRINT_STR && what == kind) {
        mp_print_str(print, qstr_str(exception->base.type->name));
    }
    if (what == PRINT_REPR) {
        print_args(print, exception);
        return;
    }
    mp_print_str(print, what == PRINT_EXC ? ": " : "");
    print_str(print, exception);
}
