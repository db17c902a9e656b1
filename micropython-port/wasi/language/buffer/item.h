// Values in bytes: what struct, array and memoryview share.
#ifndef MPWASM_ITEM_H
#define MPWASM_ITEM_H

#include "py/obj.h"

// The size of a value of a code of struct's: natively, as on a 64-bit Linux, or by the standard. 0 if there is no such code.
size_t item_size(char code, bool native);

typedef enum { ITEM_STORED, ITEM_WRONG_TYPE, ITEM_TOO_SMALL, ITEM_TOO_LARGE } item_stored_t;

#define ITEM_MAX (8)

// The bytes of a value, which may run Python code: so they are put in place afterwards.
item_stored_t item_bytes(char code, size_t size, bool big, mp_obj_t value, byte *bytes);

mp_obj_t item_value(char code, size_t size, bool big, const byte *bytes);

static inline bool item_is_float(char code) {
    return code == 'd' || code == 'f' || code == 'e';
}

static inline bool item_is_signed(char code) {
    return code >= 'a'; // of integers
}

// The bytes of an object that has some and is no str, or a TypeError.
mp_buffer_info_t item_buffer(mp_obj_t object);

#endif
