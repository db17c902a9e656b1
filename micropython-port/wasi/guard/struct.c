// What array and memoryview may not hold.
//
// What upstream does wrong: typecodes O and S turn any bytes of the program's into objects and strings, by their address (py/binary.c:337, 339 of
// 1.26.1): a program could read and write all of the guest's memory.

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
