// Indexes that are asked for their number before a length is taken (over/py/obj.h), and lengths that are none.
//
// What upstream does wrong: bytes(x), bytearray(x) and array(t, x) take len(x) for a small number (py/objstr.c:301, py/objarray.c:154 of 1.26.1).

#include "py/objtype.h"
#include "py/runtime.h"

#include "guard/guard.h"

bool mpwasm_is_instance(mp_obj_t value) {
    if (!mp_obj_is_obj(value) || value == MP_OBJ_NULL) {
        return false;
    }
    const mp_obj_type_t *type = mp_obj_get_type(value);
    return (type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | MPWASM_TYPE_FLAG_METACLASS)) && type != &mp_type_type;
}

// The number, or what was given if it is none: then upstream says so.
mp_obj_t mpwasm_index(mp_obj_t index) {
    mp_int_t number;
    return mpwasm_is_instance(index) && mp_obj_get_int_maybe(index, &number) ? mp_obj_new_int(number) : index;
}

mp_obj_t mpwasm_slice(mp_obj_t slice) {
    mp_obj_slice_t *given = MP_OBJ_TO_PTR(slice);
    if (!mpwasm_is_instance(given->start) && !mpwasm_is_instance(given->stop) && !mpwasm_is_instance(given->step)) {
        return slice;
    }
    mp_obj_t start = mpwasm_index(given->start), stop = mpwasm_index(given->stop), step = mpwasm_index(given->step);
    return mp_obj_new_slice(start, stop, step);
}

mp_obj_t mpwasm_len_maybe(mp_obj_t object) {
    mp_obj_t len = mp_obj_len_maybe(object);
    if (len != MP_OBJ_NULL && (!mp_obj_is_small_int(len) || MP_OBJ_SMALL_INT_VALUE(len) < 0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("__len__ out of range"));
    }
    return len;
}
