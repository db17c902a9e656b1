// bytearray and array (buffer.h): their items, and what they share.

#include <string.h>

#include "py/gc.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/iterator_state.h"
#include "language/buffer/item.h"
#include "language/errors/hierarchy.h"
#include "language/native.h"
#include "language/buffer/buffer.h"
#include "language/list/sequence.h"
#include "memory/gccollect.h"
#include "memory/safepoint.h"

#if MICROPY_PY_BUILTINS_BYTEARRAY

// --- Items -----------------------------------------------------------------------------------------

size_t array_item_size(const mp_obj_array_t *array) {
    return array->typecode == BYTEARRAY_TYPECODE ? 1 : item_size(array->typecode, true);
}

mp_obj_t array_item(const mp_obj_array_t *array, size_t index) {
    if (array->typecode == BYTEARRAY_TYPECODE) {
        return MP_OBJ_NEW_SMALL_INT(((byte *)array->items)[index]);
    }
    size_t size = array_item_size(array);
    return item_value(array->typecode, size, false, (byte *)array->items + index * size);
}

static MP_NORETURN void raise_range(char typecode, bool small) {
    const char *name = typecode == 'b' ? "signed char" : typecode == 'B' ? "unsigned byte integer" : typecode == 'h' ? "signed short integer"
        : typecode == 'H' ? "unsigned short" : typecode == 'i' ? "signed integer" : "unsigned int";
    if (strchr("lLqQ", typecode) != NULL) {
        mp_raise_msg(&mp_type_OverflowError, small && typecode < 'a' ? MP_ERROR_TEXT("can't convert negative int to unsigned") : MP_ERROR_TEXT("int too big to convert"));
    }
    if (typecode == 'I' && small) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("can't convert negative value to unsigned int"));
    }
    mp_raise_msg_varg(&mp_type_OverflowError, MP_ERROR_TEXT("%s is %s than %s"), name, small ? "less" : "greater", small ? "minimum" : "maximum");
}

void array_item_bytes(char typecode, size_t size, mp_obj_t value, byte *bytes) {
    if (typecode == BYTEARRAY_TYPECODE) {
        mp_int_t number = text_index(value);
        if (number < 0 || number > 255) {
            mp_raise_ValueError(MP_ERROR_TEXT("byte must be in range(0, 256)"));
        }
        *bytes = number;
        return;
    }
    item_stored_t stored = item_bytes(typecode, size, false, value, bytes);
    if (stored == ITEM_WRONG_TYPE) {
        if (typecode == 'u' || typecode == 'w') {
            mp_raise_TypeError(MP_ERROR_TEXT("array item must be unicode character"));
        }
        mp_raise_msg_varg(&mp_type_TypeError, item_is_float(typecode) ? MP_ERROR_TEXT("must be real number, not %s")
            : MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(value));
    }
    if (stored != ITEM_STORED && !item_is_float(typecode)) {
        raise_range(typecode, stored == ITEM_TOO_SMALL);
    }
}

// --- Size ------------------------------------------------------------------------------------------

mp_obj_array_t *array_new(char typecode, size_t len) {
    #if MICROPY_PY_ARRAY
    mp_obj_array_t *array = mp_obj_malloc(mp_obj_array_t, typecode == BYTEARRAY_TYPECODE ? &mp_type_bytearray : &mp_type_array);
    #else
    mp_obj_array_t *array = mp_obj_malloc(mp_obj_array_t, &mp_type_bytearray);
    #endif
    array->typecode = typecode;
    array->exports = 0;
    array->free = 0;
    array->len = 0;
    array->items = NULL;
    array->items = mpwasm_malloc(text_check_size((uint64_t)len * array_item_size(array)));
    array->len = len;
    return array;
}

size_t mpwasm_exports;

void array_export(mp_obj_array_t *array) {
    if (array->exports == MPWASM_EXPORTS_MAX) {
        mp_raise_msg(&mp_type_MemoryError, MP_ERROR_TEXT("too many memoryviews"));
    }
    array->exports++;
    mpwasm_exports++;
}

void array_unexport(mp_obj_array_t *array) {
    array->exports--;
    mpwasm_exports--;
}

// Raises a BufferError if there are views: those that nobody refers to any more are collected first. Finalisers run then, and may change
// the array.
static MP_NOINLINE void check_exports(mp_obj_array_t *array) {
    size_t len = array->len;
    mpwasm_clear_dead_stack();
    gc_collect();
    if (array->exports > 0 || array->len != len) {
        mp_raise_msg(&mp_type_BufferError, array->typecode == BYTEARRAY_TYPECODE ? MP_ERROR_TEXT("Existing exports of data: object cannot be re-sized")
            : MP_ERROR_TEXT("cannot resize an array that is exporting buffers"));
    }
}

byte *array_splice(mp_obj_array_t *array, size_t at, size_t take, size_t put) {
    if (take != put && array->exports > 0) {
        check_exports(array);
    }
    size_t size = array_item_size(array), old_len = array->len;
    if (put > take && put - take > array->free) {
        uint64_t len = (uint64_t)old_len + (put - take);
        size_t more = MIN(len / 8 + 8, 1 << 24);
        array->items = mpwasm_realloc_apart(array->items, text_check_size((len + more) * size));
        array->free = len + more - old_len;
    }
    byte *place = (byte *)array->items + at * size;
    memmove(place + put * size, place + take * size, (old_len - at - take) * size);
    array->free += take - put;
    array->len += put - take;
    return place;
}

// --- Objects ---------------------------------------------------------------------------------------

static void array_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    if (array->typecode == BYTEARRAY_TYPECODE) {
        mp_print_str(print, "bytearray(b");
        mp_str_print_quoted(print, array->items, array->len, true);
    } else {
        mp_printf(print, "array('%c'", array->typecode);
        #if MICROPY_PY_ARRAY
        if (array_is_text(array)) {
            if (array->len > 0) {
                mp_print_str(print, ", ");
                mp_obj_print_helper(print, array_text(array), PRINT_REPR);
            }
            mp_print_str(print, ")");
            return;
        }
        #endif
        for (size_t i = 0; i < array->len; i++) {
            mp_print_str(print, i == 0 ? ", [" : ", ");
            mp_obj_print_helper(print, array_item(array, i), PRINT_REPR);
        }
        mp_print_str(print, array->len > 0 ? "]" : "");
    }
    mp_print_str(print, ")");
}

static mp_obj_t array_unary_op(mp_unary_op_t op, mp_obj_t self) {
    const mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(array->len != 0);
        case MP_UNARY_OP_LEN:
            return mp_obj_new_int_from_uint(array->len);
        default:
            return MP_OBJ_NULL;
    }
}

static mp_int_t array_get_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags) {
    const mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    buffer->buf = array->items;
    buffer->len = array->len * array_item_size(array);
    buffer->typecode = array->typecode == BYTEARRAY_TYPECODE ? 'B' : array->typecode;
    return 0;
}

// --- Items and slices ------------------------------------------------------------------------------

static size_t index_of(const mp_obj_array_t *array, mp_obj_t index_in, bool stores) {
    mp_int_t index;
    bool is_bytes = array->typecode == BYTEARRAY_TYPECODE;
    if (mp_obj_is_small_int(index_in)) {
        index = MP_OBJ_SMALL_INT_VALUE(index_in);
    } else if (!text_index_maybe(index_in, &index)) {
        mp_raise_msg_varg(&mp_type_TypeError, is_bytes ? MP_ERROR_TEXT("bytearray indices must be integers or slices, not %s") : MP_ERROR_TEXT("array indices must be integers"),
            mp_obj_get_type_str(index_in));
    }
    index += index < 0 ? (mp_int_t)array->len : 0;
    if (index < 0 || (size_t)index >= array->len) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("%s%s index out of range"), is_bytes ? "bytearray" : "array", stores && !is_bytes ? " assignment" : "");
    }
    return index;
}

static mp_obj_t load_slice(const mp_obj_array_t *array, text_slice_t slice) {
    size_t size = array_item_size(array);
    mp_obj_array_t *result = array_new(array->typecode, slice.count);
    const byte *from = (byte *)array->items + slice.start * size;
    if (slice.step == 1) {
        memcpy(result->items, from, slice.count * size);
    } else {
        for (size_t i = 0; i < slice.count; i++) {
            memcpy((byte *)result->items + i * size, from + (mp_int_t)i * slice.step * (mp_int_t)size, size);
        }
    }
    return MP_OBJ_FROM_PTR(result);
}

static void delete_slice(mp_obj_array_t *array, text_slice_t slice) {
    if (slice.step < 0) {
        slice.start += (mp_int_t)(slice.count - 1) * slice.step;
        slice.step = -slice.step;
    }
    if (slice.count == 0) {
        return;
    }
    if (slice.step == 1) {
        array_splice(array, slice.start, slice.count, 0);
        return;
    }
    size_t size = array_item_size(array), to = slice.start;
    byte *items = array->items;
    if (array->exports > 0) {
        check_exports(array);
    }
    for (size_t i = slice.start; i < array->len; i++) {
        size_t number = (i - slice.start) / slice.step;
        if ((i - slice.start) % slice.step != 0 || number >= slice.count) {
            memmove(items + to++ * size, items + i * size, size);
        }
    }
    array_splice(array, to, slice.count, 0);
}

// What is stored into a slice: an array of the same items; for a bytearray any buffer, or an iterable of numbers. It is copied if it
// shares memory with the array.
static mp_buffer_info_t slice_items(const mp_obj_array_t *array, mp_obj_t value) {
    mp_buffer_info_t buffer;
    #if MICROPY_PY_ARRAY
    if (array->typecode != BYTEARRAY_TYPECODE) {
        mp_obj_t native = mpwasm_native(value, &mp_type_array);
        if (native == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only assign array (not \"%s\") to array slice"), mp_obj_get_type_str(value));
        }
        if (((mp_obj_array_t *)MP_OBJ_TO_PTR(native))->typecode != array->typecode) {
            mp_raise_TypeError(MP_ERROR_TEXT("bad argument type for built-in operation"));
        }
        value = native;
    } else
    #endif
    if (mp_obj_is_int(value) || mp_obj_is_str(value) || !mp_get_buffer(value, &buffer, MP_BUFFER_READ)) {
        if (mp_obj_is_int(value) || mp_obj_is_str(value) || !text_is_iterable(value)) {
            mp_raise_TypeError(MP_ERROR_TEXT("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
        }
        value = text_bytes_from(value, MP_ERROR_TEXT("byte must be in range(0, 256)"));
    }
    mp_get_buffer_raise(value, &buffer, MP_BUFFER_READ);
    const byte *items = array->items, *given = buffer.buf;
    if (buffer.len > 0 && given < items + (array->len + array->free) * array_item_size(array) && items < given + buffer.len) {
        buffer.buf = memcpy(mpwasm_malloc(buffer.len), buffer.buf, buffer.len);
    }
    return buffer;
}

static void store_slice(mp_obj_array_t *array, mp_obj_t index, mp_obj_t value) {
    mp_buffer_info_t given = slice_items(array, value); // which may run Python code
    text_slice_t slice = text_slice(index, array->len);
    size_t size = array_item_size(array), count = given.len / size;
    if (slice.step == 1) {
        byte *place = array_splice(array, slice.start, slice.count, count);
        memcpy(place, given.buf, given.len);
        return;
    }
    if (count == 0) {
        delete_slice(array, slice);
        return;
    }
    if (count != slice.count) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("attempt to assign %s of size %u to extended slice of size %u"),
            array->typecode == BYTEARRAY_TYPECODE ? "bytes" : "array", (unsigned)count, (unsigned)slice.count);
    }
    for (size_t i = 0; i < count; i++) {
        memcpy((byte *)array->items + (slice.start + (mp_int_t)i * slice.step) * (mp_int_t)size, (byte *)given.buf + i * size, size);
    }
}

static mp_obj_t array_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    mp_obj_array_t *array = MP_OBJ_TO_PTR(self);
    if (mp_obj_is_type(index, &mp_type_slice)) {
        index = mpwasm_slice_numbers(index);
        if (value == MP_OBJ_SENTINEL) {
            return load_slice(array, text_slice(index, array->len));
        }
        if (value == MP_OBJ_NULL) {
            delete_slice(array, text_slice(index, array->len));
        } else {
            store_slice(array, index, value);
        }
        return mp_const_none;
    }
    if (value == MP_OBJ_SENTINEL) {
        return array_item(array, index_of(array, index, false));
    }
    if (value == MP_OBJ_NULL) {
        array_splice(array, index_of(array, index, true), 1, 0);
        return mp_const_none;
    }
    size_t size = array_item_size(array);
    byte bytes[ITEM_MAX];
    array_item_bytes(array->typecode, size, value, bytes); // which may run Python code
    memcpy((byte *)array->items + index_of(array, index, true) * size, bytes, size);
    return mp_const_none;
}

// --- Iterators -------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_array_t *array;
    size_t place;
} array_iterator_t;

static mp_obj_t iterator_next(mp_obj_t self_in) {
    array_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->array != NULL && self->place < self->array->len) {
        return array_item(self->array, self->place++);
    }
    self->array = NULL;
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t iterator_reduce(mp_obj_t self_in) {
    array_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t iter = mpwasm_builtin(MP_QSTR_iter);
    return self->array == NULL ? mpwasm_reduced(iter, mp_const_empty_tuple, MP_OBJ_NULL) : mpwasm_reduced(iter, MP_OBJ_FROM_PTR(self->array), mp_obj_new_int_from_uint(self->place));
}
static MP_DEFINE_CONST_FUN_OBJ_1(iterator_reduce_obj, iterator_reduce);

static mp_obj_t iterator_setstate(mp_obj_t self_in, mp_obj_t state) {
    array_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    self->place = self->array == NULL ? 0 : mpwasm_state_place(state, self->array->len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(iterator_setstate_obj, iterator_setstate);

static const mp_rom_map_elem_t iterator_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&iterator_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&iterator_setstate_obj) },
};
static MP_DEFINE_CONST_DICT(iterator_locals, iterator_table);

static MP_DEFINE_CONST_OBJ_TYPE(bytearray_iterator_type, MP_QSTR_bytearray_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, iterator_next, locals_dict, &iterator_locals);
static MP_DEFINE_CONST_OBJ_TYPE(array_iterator_type, MP_QSTR_arrayiterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, iterator_next, locals_dict, &iterator_locals);

mp_obj_t array_iter(mp_obj_t array, mp_obj_iter_buf_t *iter_buf) {
    array_iterator_t *self = (array_iterator_t *)iter_buf;
    self->array = MP_OBJ_TO_PTR(array);
    self->base.type = self->array->typecode == BYTEARRAY_TYPECODE ? &bytearray_iterator_type : &array_iterator_type;
    self->place = 0;
    return MP_OBJ_FROM_PTR(self);
}

// --- Types -----------------------------------------------------------------------------------------

mp_obj_t mp_obj_new_bytearray(size_t len, const void *items) {
    mp_obj_array_t *array = array_new(BYTEARRAY_TYPECODE, len);
    memcpy(array->items, items, len);
    return MP_OBJ_FROM_PTR(array);
}

mp_obj_t mp_obj_new_bytearray_by_ref(size_t len, void *items) {
    mp_obj_array_t *array = mp_obj_malloc(mp_obj_array_t, &mp_type_bytearray);
    array->typecode = BYTEARRAY_TYPECODE;
    array->exports = 0;
    array->free = 0;
    array->len = len;
    array->items = items;
    return MP_OBJ_FROM_PTR(array);
}

#define TYPE_FLAGS (MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_SUBSCR_ALLOWS_STACK_SLICE)

MP_DEFINE_CONST_OBJ_TYPE(mp_type_bytearray, MP_QSTR_bytearray, TYPE_FLAGS, make_new, text_bytearray_make_new, print, array_print, iter, array_iter,
    unary_op, array_unary_op, binary_op, array_binary_op, subscr, array_subscr, buffer, array_get_buffer, locals_dict, &mp_obj_bytearray_locals_dict);

#if MICROPY_PY_ARRAY
void mpwasm_array_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);
mp_obj_t mpwasm_array_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_array, MP_QSTR_array, TYPE_FLAGS, make_new, mpwasm_array_make_new, print, array_print, iter, array_iter,
    unary_op, array_unary_op, binary_op, array_binary_op, attr, mpwasm_array_attr, subscr, array_subscr, buffer, array_get_buffer, locals_dict, &mpwasm_array_locals);
#endif

#endif
