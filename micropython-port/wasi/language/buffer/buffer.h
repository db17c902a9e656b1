// bytearray, array and memoryview, in place of upstream's py/objarray.c.
//
// A bytearray or array is one block of items behind a header. A memoryview of it counts as an export, and while there are exports
// its size stays: who would change it gets a BufferError. CPython ends an export when the last reference to a view goes. Here a view
// that was not released ends when it is collected, so before the error is raised there is a collection.
#ifndef MPWASM_BUFFER_H
#define MPWASM_BUFFER_H

#include "py/binary.h"
#include "py/objarray.h"
#include "language/native.h"
#include "language/text/text.h"

// The size of an item of a bytearray or array
size_t array_item_size(const mp_obj_array_t *array);

// Puts room for some items in the place of others, and returns it. What is in the room is undefined.
byte *array_splice(mp_obj_array_t *array, size_t at, size_t take, size_t put);

mp_obj_array_t *array_new(char typecode, size_t len);

// The item of an array
mp_obj_t array_item(const mp_obj_array_t *array, size_t index);

// Writes the bytes of an item of an array's typecode, or raises what CPython raises.
void array_item_bytes(char typecode, size_t size, mp_obj_t value, byte *bytes);

// A view keeps what it views from being resized.
void array_export(mp_obj_array_t *array);
void array_unexport(mp_obj_array_t *array);

// Arrays of characters: typecodes u and w.
static inline bool array_is_text(const mp_obj_array_t *array) {
    return array->typecode == 'u' || array->typecode == 'w';
}

mp_obj_t array_text(const mp_obj_array_t *array);

extern const mp_obj_dict_t mpwasm_array_locals;

// Operators of bytearray and array (array_op.c)
mp_obj_t array_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);
mp_obj_t array_extend(mp_obj_t self, mp_obj_t items);
mp_obj_t array_iter(mp_obj_t array, mp_obj_iter_buf_t *iter_buf);

// Whether a type is that of arrays, which the variant may not have
static inline bool array_is(const mp_obj_type_t *type) {
    #if MICROPY_PY_ARRAY
    return type == &mp_type_array;
    #else
    return false;
    #endif
}

#if MICROPY_PY_ARRAY
// The array of an object or of its native part, or a TypeError
static inline mp_obj_array_t *array_of(mp_obj_t object) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(object, &mp_type_array));
}
#endif

#endif
