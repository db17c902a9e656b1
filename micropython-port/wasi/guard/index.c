// Indexes that are asked for their number before a length is taken.
//
// What upstream does wrong: seq[i] and seq.pop(i) take the length, then ask an index that is no number for its __int__, and use the place
// it gives (py/objdeque.c:209 of 1.26.1). __int__ may have cleared the sequence. The library's deque asks first.

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
