// Arrays whose new items change them, or that are longer than they say.
//
// What upstream does wrong: array.append makes room, then asks the new item for its __int__, which may take the room for other
// items, and then counts free places below nought (py/objarray.c:405 of 1.26.1). An array that is made from an object with a
// __len__ has place for as many items, and takes all that come (objarray.c:133); a __len__ that is no small
// number is the address of one (objarray.c:154).

#include "py/runtime.h"
#include "py/objarray.h"
#include "py/binary.h"

#include "guard/guard.h"
#include "language/text/text.h"

#define array_binary_op(...) unguarded_array_binary_op(__VA_ARGS__)

// Upstream's calls have an array's items here, so the array is where they are.
#define mp_binary_set_val_array(typecode, in, index, value) \
    set_item((mp_obj_array_t *)((char *)&(in) - offsetof(mp_obj_array_t, items)), typecode, index, value)
#define mp_obj_len_maybe mpwasm_len_maybe

// A memoryview has the places that it has; its array's are not known.
static bool is_view(const mp_obj_array_t *array) {
    #if MICROPY_PY_BUILTINS_MEMORYVIEW
    return array->base.type == &mp_type_memoryview;
    #else
    return false;
    #endif
}

static void set_item(mp_obj_array_t *array, char typecode, size_t index, mp_obj_t value) {
    if (mpwasm_is_instance(value)) {
        mp_obj_array_t before = *array;
        if (typecode == 'f' || typecode == 'd') {
            value = mp_obj_new_float(mp_obj_get_float(value));
        } else {
            value = mp_obj_new_int(mp_obj_get_int(value));
        }
        if (array->items != before.items || array->len != before.len || array->free != before.free) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("array changed while an item is stored"));
        }
    }
    if (!is_view(array) && index >= array->len + array->free) {
        mp_raise_ValueError(MP_ERROR_TEXT("more items than __len__ said"));
    }
    (mp_binary_set_val_array)(typecode, array->items, index, value);
}

static mp_obj_t (array_binary_op)(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

#include "py/objarray.c"

#undef array_binary_op

static mp_obj_t array_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    #if MICROPY_PY_BUILTINS_BYTEARRAY
    if (mp_obj_is_exact_type(lhs, &mp_type_bytearray)) {
        mp_obj_t result = text_bytearray_op(op, lhs, rhs);
        if (result != MP_OBJ_SENTINEL) {
            return result;
        }
    }
    #endif
    return unguarded_array_binary_op(op, lhs, rhs);
}
