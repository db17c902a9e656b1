// In place of upstream's py/objarray.h: bytearray, array and memoryview are the port's (language/buffer).
#ifndef MICROPY_INCLUDED_PY_OBJARRAY_H
#define MICROPY_INCLUDED_PY_OBJARRAY_H

#include "py/obj.h"

#define MP_OBJ_ARRAY_TYPECODE_FLAG_RW (0x80) // of the typecode of mp_obj_new_memoryview: it may be written to

// A bytearray or an array. The first words are those of a str (language/text/object.c).
typedef struct _mp_obj_array_t {
    mp_obj_base_t base;
    uint32_t typecode : 8;
    uint32_t exports : 24; // memoryviews that keep it from being resized
    size_t len; // in items
    void *items;
    size_t free; // items behind the last for which there is memory
} mp_obj_array_t;

#define MPWASM_EXPORTS_MAX (0xffffff)

#endif
