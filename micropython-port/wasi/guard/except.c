// Exceptions whose native part is missing (guard/type.c). Upstream writes tracebacks into whatever stands there
// (py/objexcept.c:596 of 1.26.1).

#include <stdarg.h>

#include "py/objexcept.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "guard/guard.h"

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

#include "py/objexcept.c"
