// Arrays whose new items change them, or that are longer than they say.
//
// What upstream does wrong: array.append makes room, then asks the new item for its __int__, which may take the room for other
// items, and then counts free places below nought (py/objarray.c:405 of 1.26.1). An array that is made from an object with a
// __len__ has place for as many items, and takes all that come (objarray.c:133); a __len__ that is no small
// number is the address of one (objarray.c:154).
//
// Beside that, items and slices can be deleted here, and slices have any step; those of a memoryview have step 1.

#include "py/runtime.h"
#include "py/objarray.h"
#include "py/binary.h"

#include "guard/guard.h"
#include "language/list/sequence.h"
#include "language/text/text.h"

#define array_binary_op(...) unguarded_array_binary_op(__VA_ARGS__)
#define array_subscr(...) unguarded_array_subscr(__VA_ARGS__)
#define bytearray_make_new(...) __attribute__((unused)) unguarded_bytearray_make_new(__VA_ARGS__)

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
    if (array->typecode == BYTEARRAY_TYPECODE && mp_obj_is_int(value) && (!mp_obj_is_small_int(value) || (mp_uint_t)MP_OBJ_SMALL_INT_VALUE(value) > 255)) {
        mp_raise_ValueError(MP_ERROR_TEXT("byte must be in range(0, 256)"));
    }
    if (!is_view(array) && index >= array->len + array->free) {
        mp_raise_ValueError(MP_ERROR_TEXT("more items than __len__ said"));
    }
    (mp_binary_set_val_array)(typecode, array->items, index, value);
}

static mp_obj_t (array_binary_op)(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);
static mp_obj_t (array_subscr)(mp_obj_t self, mp_obj_t index, mp_obj_t value);
#if MICROPY_PY_BUILTINS_BYTEARRAY
static mp_obj_t (bytearray_make_new)(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return text_bytearray_make_new(type, n_args, n_kw, args);
}
#endif

#include "py/objarray.c"

#undef array_binary_op
#undef array_subscr

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

// --- Slices with a step, and deletion --------------------------------------------------------------

#if MICROPY_PY_BUILTINS_SLICE && (MICROPY_PY_BUILTINS_BYTEARRAY || MICROPY_PY_ARRAY)

// Takes out every step-th item from start on.
static void delete_items(mp_obj_array_t *array, size_t size, text_slice_t slice) {
    if (slice.step < 0) {
        slice.start += (mp_int_t)(slice.count - 1) * slice.step;
        slice.step = -slice.step;
    }
    byte *items = array->items;
    size_t to = slice.start, next = slice.start, left = slice.count;
    for (size_t i = slice.start; i < array->len && slice.count > 0; i++) {
        if (left > 0 && i == next) {
            next += slice.step;
            left--;
        } else {
            memmove(items + to++ * size, items + i * size, size);
        }
    }
    array->len -= slice.count;
    array->free += slice.count;
}

static mp_obj_t load_steps(mp_obj_array_t *array, size_t size, text_slice_t slice) {
    mp_obj_array_t *result = array_new(array->typecode, slice.count);
    for (size_t i = 0; i < slice.count; i++) {
        memcpy((byte *)result->items + i * size, (byte *)array->items + (slice.start + (mp_int_t)i * slice.step) * size, size);
    }
    return MP_OBJ_FROM_PTR(result);
}

// What is stored into a slice: an array of the same items; for a bytearray also any other buffer, and an iterable.
static mp_obj_t as_items(const mp_obj_array_t *array, mp_obj_t value, bool steps) {
    const mp_obj_type_t *type = mp_obj_get_type(value);
    bool upstream_takes = type == &mp_type_bytes || MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, subscr) == (const void *)array_subscr;
    if (value != MP_OBJ_FROM_PTR(array) && (steps ? type == array->base.type : upstream_takes)) {
        return value;
    }
    #if MICROPY_PY_BUILTINS_BYTEARRAY
    if (array->base.type == &mp_type_bytearray && !mp_obj_is_int(value)) {
        return MP_OBJ_TYPE_GET_SLOT(&mp_type_bytearray, make_new)(&mp_type_bytearray, 1, 0, &value);
    }
    #endif
    return value == MP_OBJ_FROM_PTR(array) ? load_steps(MP_OBJ_TO_PTR(value), mp_binary_get_size('@', array->typecode, NULL), (text_slice_t) { .step = 1, .count = array->len }) : value;
}

static void store_steps(mp_obj_array_t *array, size_t size, text_slice_t slice, mp_obj_t value) {
    const mp_obj_array_t *given = MP_OBJ_TO_PTR(value);
    if (mp_obj_get_type(value) != array->base.type || given->typecode != array->typecode) {
        mp_raise_TypeError(MP_ERROR_TEXT("bad argument type for built-in operation"));
    }
    if (given->len != slice.count) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("attempt to assign %s of size %u to extended slice of size %u"),
            array->typecode == BYTEARRAY_TYPECODE ? "bytes" : "array", (unsigned)given->len, (unsigned)slice.count);
    }
    for (size_t i = 0; i < slice.count; i++) {
        memcpy((byte *)array->items + (slice.start + (mp_int_t)i * slice.step) * size, (byte *)given->items + i * size, size);
    }
}

static mp_obj_t array_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    bool is_slice = mp_obj_is_type(index, &mp_type_slice);
    if (is_view(array) || (!is_slice && value != MP_OBJ_NULL)) {
        return unguarded_array_subscr(self, index, value);
    }
    size_t size = mp_binary_get_size('@', array->typecode, NULL);
    if (!is_slice) {
        size_t place = mp_get_index(array->base.type, array->len, index, false);
        delete_items(array, size, (text_slice_t) { .start = place, .step = 1, .count = 1 });
        return mp_const_none;
    }
    index = mpwasm_slice_numbers(index);
    if (value != MP_OBJ_NULL && value != MP_OBJ_SENTINEL) {
        mp_obj_t step = ((mp_obj_slice_t *)MP_OBJ_TO_PTR(index))->step;
        value = as_items(array, value, step != mp_const_none && step != MP_OBJ_NEW_SMALL_INT(1)); // which may run Python code
    }
    text_slice_t slice = text_slice(index, array->len);
    if (value == MP_OBJ_NULL) {
        delete_items(array, size, slice);
    } else if (slice.step == 1) {
        return unguarded_array_subscr(self, index, value);
    } else if (value == MP_OBJ_SENTINEL) {
        return load_steps(array, size, slice);
    } else {
        store_steps(array, size, slice, value);
    }
    return mp_const_none;
}

#else

static mp_obj_t array_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    return unguarded_array_subscr(self, index, value);
}

#endif
