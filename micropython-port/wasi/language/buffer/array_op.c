// Operators of bytearray and array, and their method extend.

#include <string.h>

#include "py/runtime.h"

#include "language/buffer/buffer.h"
#include "language/buffer/item.h"
#include "language/list/sequence.h"

#if MICROPY_PY_BUILTINS_BYTEARRAY

#if MICROPY_PY_ARRAY

// The array that is joined to one, or a TypeError
static const mp_obj_array_t *same_array(const mp_obj_array_t *array, mp_obj_t other, bool extends) {
    mp_obj_t native = mpwasm_native(other, &mp_type_array);
    if (native == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, extends ? MP_ERROR_TEXT("can only extend array with array (not \"%s\")") : MP_ERROR_TEXT("can only append array (not \"%s\") to array"),
            mp_obj_get_type_str(other));
    }
    const mp_obj_array_t *given = MP_OBJ_TO_PTR(native);
    if (given->typecode != array->typecode) {
        mp_raise_TypeError(extends ? MP_ERROR_TEXT("can only extend with array of same kind") : MP_ERROR_TEXT("bad argument type for built-in operation"));
    }
    return given;
}

static void append_array(mp_obj_array_t *array, const mp_obj_array_t *given) {
    size_t size = array_item_size(array), len = given->len;
    byte *place = array_splice(array, array->len, 0, len);
    memmove(place, given->items, len * size);
}

static void append_item(mp_obj_array_t *array, mp_obj_t item) {
    size_t size = array_item_size(array);
    byte bytes[ITEM_MAX];
    array_item_bytes(array->typecode, size, item, bytes); // which may run Python code
    memcpy(array_splice(array, array->len, 0, 1), bytes, size);
}

mp_obj_t array_extend(mp_obj_t self, mp_obj_t items) {
    mp_obj_array_t *array = array_of(self);
    if (mpwasm_native(items, &mp_type_array) != MP_OBJ_NULL) {
        append_array(array, same_array(array, items, true));
        return mp_const_none;
    }
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iterator = mp_getiter(items, &iter_buf), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        append_item(array, item);
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(mpwasm_array_extend_obj, array_extend);

static mp_obj_t array_append(mp_obj_t self, mp_obj_t item) {
    append_item(array_of(self), item);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(mpwasm_array_append_obj, array_append);

static mp_obj_t compare_arrays(mp_binary_op_t op, const mp_obj_array_t *a, const mp_obj_array_t *b) {
    if (op == MP_BINARY_OP_EQUAL && a->len != b->len) {
        return mp_const_false;
    }
    for (size_t i = 0; i < a->len && i < b->len; i++) {
        mp_obj_t x = array_item(a, i), y = array_item(b, i);
        if (!mp_obj_equal(x, y)) {
            return op == MP_BINARY_OP_EQUAL ? mp_const_false : mp_binary_op(op, x, y);
        }
    }
    bool result = op == MP_BINARY_OP_EQUAL || (op == MP_BINARY_OP_LESS && a->len < b->len) || (op == MP_BINARY_OP_LESS_EQUAL && a->len <= b->len)
        || (op == MP_BINARY_OP_MORE && a->len > b->len) || (op == MP_BINARY_OP_MORE_EQUAL && a->len >= b->len);
    return mp_obj_new_bool(result);
}

static mp_obj_t repeated(const mp_obj_array_t *array, size_t times) {
    size_t size = array_item_size(array) * array->len;
    mp_obj_array_t *result = array_new(array->typecode, text_check_size((uint64_t)array->len * times));
    for (size_t i = 0; i < times && size > 0; i++) {
        memcpy((byte *)result->items + i * size, array->items, size);
    }
    return MP_OBJ_FROM_PTR(result);
}

static mp_obj_t array_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(lhs);
    size_t times;
    switch (op) {
        case MP_BINARY_OP_ADD: {
            const mp_obj_array_t *given = same_array(array, rhs, false);
            mp_obj_array_t *result = MP_OBJ_TO_PTR(repeated(array, 1));
            append_array(result, given);
            return MP_OBJ_FROM_PTR(result);
        }
        case MP_BINARY_OP_INPLACE_ADD:
            append_array(array, same_array(array, rhs, true));
            return lhs;
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_REVERSE_MULTIPLY:
            return mpwasm_sequence_times(rhs, array->len, &times) ? repeated(array, times) : MP_OBJ_NULL;
        case MP_BINARY_OP_INPLACE_MULTIPLY: {
            if (!mpwasm_sequence_times(rhs, array->len, &times)) {
                return MP_OBJ_NULL;
            }
            const mp_obj_array_t *result = MP_OBJ_TO_PTR(repeated(array, times));
            memcpy(array_splice(array, 0, array->len, result->len), result->items, result->len * array_item_size(array));
            return lhs;
        }
        case MP_BINARY_OP_CONTAINS:
            for (size_t i = 0; i < array->len; i++) {
                if (mp_obj_equal(array_item(array, i), rhs)) {
                    return mp_const_true;
                }
            }
            return mp_const_false;
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL: {
            mp_obj_t native = mpwasm_native(rhs, &mp_type_array);
            return native == MP_OBJ_NULL ? MP_OBJ_NULL : compare_arrays(op, array, MP_OBJ_TO_PTR(native));
        }
        default:
            return MP_OBJ_NULL;
    }
}

#endif

mp_obj_t array_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(lhs);
    #if MICROPY_PY_ARRAY
    if (array->typecode != BYTEARRAY_TYPECODE) {
        return array_op(op, lhs, rhs);
    }
    #endif
    mp_obj_t result = text_bytearray_op(op, lhs, rhs);
    if (result != MP_OBJ_SENTINEL) {
        return result;
    }
    mp_buffer_info_t given;
    switch (op) {
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD: {
            if (!mp_get_buffer(rhs, &given, MP_BUFFER_READ)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't concat %s to bytearray"), mp_obj_get_type_str(rhs));
            }
            bool itself = given.buf == array->items;
            if (op == MP_BINARY_OP_ADD) {
                array = array_new(BYTEARRAY_TYPECODE, array->len);
                memcpy(array->items, ((mp_obj_array_t *)MP_OBJ_TO_PTR(lhs))->items, array->len);
                itself = false;
            }
            byte *place = array_splice(array, array->len, 0, given.len);
            memcpy(place, itself ? array->items : given.buf, given.len);
            return MP_OBJ_FROM_PTR(array);
        }
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            if (!mp_get_buffer(rhs, &given, MP_BUFFER_READ)) {
                return MP_OBJ_NULL;
            }
            return mp_obj_new_bool(mp_seq_cmp_bytes(op, array->items, array->len, given.buf, given.len));
        default:
            return MP_OBJ_NULL;
    }
}

#endif
