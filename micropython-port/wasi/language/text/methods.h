// The methods of str, bytes and bytearray (type.c has them in tables).
#ifndef MPWASM_TEXT_METHODS_H
#define MPWASM_TEXT_METHODS_H

#include "py/obj.h"

// Methods of all three types
#define TEXT_METHODS(X) \
    X(capitalize) X(center) X(count) X(endswith) X(expandtabs) X(find) X(index) X(isalnum) X(isalpha) X(isascii) X(isdigit) X(islower) \
    X(isspace) X(istitle) X(isupper) X(join) X(ljust) X(lower) X(lstrip) X(partition) X(removeprefix) X(removesuffix) X(replace) \
    X(rfind) X(rindex) X(rjust) X(rpartition) X(rsplit) X(rstrip) X(split) X(splitlines) X(startswith) X(strip) X(swapcase) X(title) \
    X(translate) X(upper) X(zfill)

// Methods of str alone
#define TEXT_STR_METHODS(X) \
    X(__format__) X(casefold) X(encode) X(format) X(format_map) X(isdecimal) X(isidentifier) X(isnumeric) X(isprintable) X(maketrans)

#define TEXT_FIXED(X) \
    X(__format__) X(capitalize) X(casefold) X(format_map) X(isalnum) X(isalpha) X(isascii) X(isdecimal) X(isdigit) X(isidentifier) X(islower) \
    X(isnumeric) X(isprintable) X(isspace) X(istitle) X(isupper) X(join) X(lower) X(partition) X(removeprefix) X(removesuffix) \
    X(rpartition) X(swapcase) X(title) X(upper) X(zfill)
#define TEXT_VAR(X) \
    X(center) X(count) X(encode) X(endswith) X(expandtabs) X(find) X(format) X(index) X(ljust) X(lstrip) X(replace) X(rfind) X(rindex) \
    X(rjust) X(rsplit) X(rstrip) X(split) X(splitlines) X(startswith) X(strip) X(translate)

#define TEXT_DECLARE_FIXED(name) extern const mp_obj_fun_builtin_fixed_t str_##name##_obj;
#define TEXT_DECLARE_VAR(name) extern const mp_obj_fun_builtin_var_t str_##name##_obj;

TEXT_FIXED(TEXT_DECLARE_FIXED)
TEXT_VAR(TEXT_DECLARE_VAR)

extern const mp_rom_obj_static_class_method_t str_maketrans_obj, bytes_maketrans_obj, bytes_fromhex_obj;
extern const mp_obj_fun_builtin_var_t bytes_decode_obj, bytes_hex_obj, bytearray_pop_obj;
extern const mp_obj_fun_builtin_fixed_t bytearray_append_obj, bytearray_extend_obj, bytearray_insert_obj, bytearray_remove_obj,
    bytearray_reverse_obj, bytearray_clear_obj, bytearray_copy_obj;

#endif
