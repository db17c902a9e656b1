// Built-in functions about text. language/builtins.c renames upstream's of these names, mpconfigport.h adds the new ones.
#ifndef MPWASM_TEXT_BUILTINS_H
#define MPWASM_TEXT_BUILTINS_H

#include "py/obj.h"

mp_obj_t mp_builtin_bin(mp_obj_t number);
mp_obj_t mp_builtin_chr(mp_obj_t code);
mp_obj_t mp_builtin_hex(mp_obj_t number);
mp_obj_t mp_builtin_oct(mp_obj_t number);
mp_obj_t mp_builtin_ord(mp_obj_t c);

extern const mp_obj_fun_builtin_fixed_t mpwasm_builtin_ascii_obj;
extern const mp_obj_fun_builtin_var_t mpwasm_builtin_format_obj;

// Rounds a float: to an int if there is no number of digits, which is MP_OBJ_NULL or None then.
mp_obj_t text_round_float(double value, mp_obj_t digits);

#endif
