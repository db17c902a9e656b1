// Rings of bytes over a buffer of the program's.
//
// What upstream does wrong: a RingIO keeps the address of the buffer that it is given (py/objringio.c:51 of 1.26.1). For a part of a
// memoryview that is an address inside an object, which does not keep the object alive, and the ring then writes to memory
// of others. Sizes of -1 and 65,535 become a ring of no bytes, by which it divides (objringio.c:56; sizes have 16 bits). Here a
// ring has a buffer of its own, of the same size.

#include "py/mpconfig.h"

#if MICROPY_PY_MICROPYTHON_RINGIO

#include "py/runtime.h"

#include "guard/guard.h"

#define micropython_ringio_make_new(...) unguarded_ringio_make_new(__VA_ARGS__)

static mp_obj_t (micropython_ringio_make_new)(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

#include "py/objringio.c"

#undef micropython_ringio_make_new

static mp_obj_t micropython_ringio_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_buffer_info_t buffer;
    mp_int_t size = mp_get_buffer(args[0], &buffer, MP_BUFFER_RW) ? (mp_int_t)buffer.len - 1 : mp_obj_get_int(args[0]);
    if (size < 0 || size > 0xfffe) {
        mp_raise_ValueError(MP_ERROR_TEXT("size must be from 0 to 65534"));
    }
    mp_obj_t own = MP_OBJ_NEW_SMALL_INT(size);
    return unguarded_ringio_make_new(type, 1, 0, &own);
}

#endif
