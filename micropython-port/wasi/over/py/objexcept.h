// In place of upstream's py/objexcept.h: an exception knows what was being dealt with when it was raised, its cause, and the frames that it went
// through as objects (language/errors/errors.h). What upstream initialises stands at upstream's places, or under its names.
#ifndef MICROPY_INCLUDED_PY_OBJEXCEPT_H
#define MICROPY_INCLUDED_PY_OBJEXCEPT_H

#include "py/obj.h"
#include "py/objtuple.h"

typedef struct _mp_obj_exception_t {
    mp_obj_base_t base;
    union { mp_obj_t context; size_t traceback_alloc; };       // the exception that was being dealt with, or MP_OBJ_NULL
    union { mp_obj_t cause; size_t traceback_len; };           // of "raise X from cause", or MP_OBJ_NULL
    union { mp_obj_t traceback; size_t *traceback_data; };     // the outermost frame, or MP_OBJ_NULL
    mp_obj_tuple_t *args;
    mp_obj_t dict;    // what a program keeps in it, or MP_OBJ_NULL
    mp_obj_t *fields; // values of the attributes that its type has beyond args (language/errors/fields.c), or NULL
    bool suppress;    // __suppress_context__
} mp_obj_exception_t;

void mp_obj_exception_print(const mp_print_t *print, mp_obj_t o_in, mp_print_kind_t kind);
void mp_obj_exception_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

#define MP_DEFINE_EXCEPTION(exc_name, base_name) \
    MP_DEFINE_CONST_OBJ_TYPE(mp_type_##exc_name, MP_QSTR_##exc_name, MP_TYPE_FLAG_NONE, \
    make_new, mp_obj_exception_make_new, \
    print, mp_obj_exception_print, \
    attr, mp_obj_exception_attr, \
    parent, &mp_type_##base_name \
    );

#endif
