// What struct, array and memoryview may not hold, and how much.
//
// What upstream does wrong: typecodes O and S turn any bytes of the program's into objects and strings, by their address (py/binary.c:337, 339 of
// 1.26.1): a program could read and write all of the guest's memory. And a struct's size is added up in 32 bits
// (py/modstruct.c:99), of counts that need not fit in them (modstruct.c:80).

#include "py/binary.h"
#include "py/runtime.h"

#include "guard/guard.h"

size_t mpwasm_unguarded_binary_get_size(char struct_type, char val_type, size_t *align);

size_t mp_binary_get_size(char struct_type, char val_type, size_t *align) {
    if (val_type == 'O' || val_type == 'S') {
        mp_raise_ValueError(MP_ERROR_TEXT("bad typecode"));
    }
    return mpwasm_unguarded_binary_get_size(struct_type, val_type, align);
}

#define STRUCT_MAX (1u << 29) // so that no address wraps around either: of a place in a buffer, and the struct behind it

static MP_NORETURN void raise_too_large(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("struct too large"));
}

const char *mpwasm_struct_format(mp_obj_t format) {
    const char *text = mp_obj_str_get_str(format);
    uint32_t bytes = 0, count = 0;
    bool counted = false;
    for (const char *s = text; *s != 0; s++) {
        if (unichar_isdigit(*s)) {
            count = (counted ? count * 10 : 0) + (*s - '0');
            counted = true;
        } else {
            uint32_t item = *s == 's' || *s == 'x' ? 1 : 16; // with what it is aligned by
            bytes += (counted ? count : 1) * item;
            count = counted = 0;
        }
        if (bytes > STRUCT_MAX || count > STRUCT_MAX / 16) {
            raise_too_large();
        }
    }
    return text;
}
