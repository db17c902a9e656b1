// Exceptions whose native part is missing (language/class/create.c). Upstream writes tracebacks into whatever stands there
// (py/objexcept.c:596 of 1.26.1).

#include <stdarg.h>

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

void mp_obj_exception_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    if ((kind & ~PRINT_EXC_SUBCLASS) != PRINT_REPR && mpwasm_is_syntax_error(exception)) {
        mpwasm_syntax_error_print(print, exception, kind);
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
