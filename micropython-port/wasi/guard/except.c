// Exceptions whose native part is missing (language/class/create.c). Upstream writes tracebacks into whatever stands there
// (py/objexcept.c:596 of 1.26.1).

#include <stdarg.h>

#include "py/mperrno.h"
#include "py/objexcept.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "guard/guard.h"

bool mpwasm_is_missing(mp_obj_t native) {
    return native == MP_OBJ_NULL;
}

// In place of a missing one: an exception without arguments, on which nobody's traceback stays.
static void *exception_or_none(mp_obj_t exception) {
    static mp_obj_exception_t none;
    if (!mpwasm_is_missing(exception)) {
        return (void *)exception;
    }
    none = (mp_obj_exception_t) { .base = { &mp_type_BaseException }, .args = (mp_obj_tuple_t *)&mp_const_empty_tuple_obj };
    return &none;
}

#undef MP_OBJ_TO_PTR
#define MP_OBJ_TO_PTR(object) exception_or_none((mp_obj_t)(object))

#define mp_obj_exception_print(...) mpwasm_upstream_exception_print(__VA_ARGS__)
#define mp_obj_exception_attr(...) mpwasm_upstream_exception_attr(__VA_ARGS__)
void mp_obj_exception_print(const mp_print_t *print, mp_obj_t exception, mp_print_kind_t kind);
void mp_obj_exception_attr(mp_obj_t exception, qstr attribute, mp_obj_t *dest);
#include "py/objexcept.c"
#undef mp_obj_exception_print
#undef mp_obj_exception_attr

#include "language/syntaxerror.h"

// name(arguments), without a comma behind the only one.
static void print_repr(const mp_print_t *print, const mp_obj_exception_t *exception, bool with_name) {
    mp_printf(print, "%s(", with_name ? qstr_str(exception->base.type->name) : "");
    for (size_t i = 0; exception->args != NULL && i < exception->args->len; i++) {
        mp_print_str(print, i > 0 ? ", " : "");
        mp_obj_print_helper(print, exception->args->items[i], PRINT_REPR);
    }
    mp_print_str(print, ")");
}

// What an errno means, as the C library says it.
static const char *error_text(mp_int_t number) {
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

// [Errno number] text: 'filename'. Returns false for arguments that mean something else.
static bool print_os_error(const mp_print_t *print, const mp_obj_exception_t *exception) {
    size_t count = exception->args == NULL ? 0 : exception->args->len;
    if (count == 0 || count > 3 || !mp_obj_is_small_int(exception->args->items[0])) {
        return false;
    }
    mp_int_t number = MP_OBJ_SMALL_INT_VALUE(exception->args->items[0]);
    mp_printf(print, "[Errno %d] ", (int)number);
    if (count == 1) {
        mp_print_str(print, error_text(number));
    } else {
        mp_obj_print_helper(print, exception->args->items[1], PRINT_STR);
    }
    if (count == 3) {
        mp_print_str(print, ": ");
        mp_obj_print_helper(print, exception->args->items[2], PRINT_REPR);
    }
    return true;
}

static bool is_a(const mp_obj_exception_t *exception, const mp_obj_type_t *type) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(exception->base.type), MP_OBJ_FROM_PTR(type));
}

void mp_obj_exception_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    mp_print_kind_t what = kind & ~PRINT_EXC_SUBCLASS;
    bool is_key = is_a(exception, &mp_type_KeyError) && exception->args != NULL && exception->args->len == 1;
    if (what == PRINT_REPR) {
        print_repr(print, exception, what == kind);
    } else if (mpwasm_is_syntax_error(exception)) {
        mpwasm_syntax_error_print(print, exception, kind);
    } else if (is_key || is_a(exception, &mp_type_OSError)) {
        if (kind == PRINT_EXC) {
            mp_print_str(print, qstr_str(exception->base.type->name));
        }
        mp_print_str(print, what == PRINT_EXC ? ": " : "");
        if (is_key) { // the key as it was written
            mp_obj_print_helper(print, exception->args->items[0], PRINT_REPR);
        } else if (!print_os_error(print, exception)) {
            mpwasm_upstream_exception_print(print, self, PRINT_STR);
        }
    } else {
        mpwasm_upstream_exception_print(print, self, kind);
    }
}

void mp_obj_exception_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest) {
    const mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    if (dest[0] == MP_OBJ_NULL && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(exception->base.type), MP_OBJ_FROM_PTR(&mp_type_SyntaxError))) {
        dest[0] = mpwasm_syntax_error_attribute(exception, attribute);
        if (dest[0] != MP_OBJ_NULL) {
            return;
        }
    }
    mpwasm_upstream_exception_attr(self, attribute, dest);
}
