// The module _uniname: names of characters, for library/python/unicodedata.py.

#include "py/objstr.h"
#include "py/runtime.h"

#include "language/text/text.h"
#include "language/text/unicode.h"

#if MPWASM_LIBRARY

// The name of a character by its number; an empty str if it is not known.
static mp_obj_t name_of(mp_obj_t code) {
    char name[128];
    size_t len = mpwasm_unicode_name(mp_obj_get_int(code), name, sizeof(name));
    return mp_obj_new_str(name, len);
}
static MP_DEFINE_CONST_FUN_OBJ_1(name_of_obj, name_of);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__uniname) },
    { MP_ROM_QSTR(MP_QSTR_name), MP_ROM_PTR(&name_of_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_uniname = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__uniname, mpwasm_module_uniname);

#endif
