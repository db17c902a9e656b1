// Ellipsis and NotImplemented, in place of py/objsingleton.c: each has a type of its own.

#include "py/obj.h"
#include "py/runtime.h"

#include "language/native.h"

static void singleton_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_print_str(print, self == mp_const_notimplemented ? "NotImplemented" : "Ellipsis");
}

MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_Ellipsis, MP_QSTR_ellipsis, MP_TYPE_FLAG_NONE, print, singleton_print);
MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_NotImplemented, MP_QSTR_NotImplementedType, MP_TYPE_FLAG_NONE, print, singleton_print);

struct _mp_obj_singleton_t {
    mp_obj_base_t base;
};

const struct _mp_obj_singleton_t mp_const_ellipsis_obj = { { &mpwasm_type_Ellipsis } };
const struct _mp_obj_singleton_t mp_const_notimplemented_obj = { { &mpwasm_type_NotImplemented } };
