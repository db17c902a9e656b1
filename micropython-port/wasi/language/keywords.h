// Keywords for built-in functions that take their arguments by place (keywords.c).
#ifndef MPWASM_LANGUAGE_KEYWORDS_H
#define MPWASM_LANGUAGE_KEYWORDS_H

#include "py/obj.h"

// Calls a built-in function with keywords, which are put where its parameters of these names are.
mp_obj_t mpwasm_call_by_names(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args);

// The names of the parameters of one that takes keywords, with spaces between them ("/": one that has none); NULL for another function.
const char *mpwasm_parameters_of(mp_const_obj_t function);

// iter(callable, sentinel)
mp_obj_t mpwasm_iter_until(mp_obj_t callable, mp_obj_t sentinel);

extern const mp_obj_fun_builtin_fixed_t mpwasm_builtin_aiter_obj;
extern const mp_obj_fun_builtin_var_t mpwasm_builtin_anext_obj;
extern const mp_obj_fun_builtin_var_t mpwasm_builtin_breakpoint_obj;
extern const mp_obj_fun_builtin_var_t mpwasm_builtin_vars_obj;

#endif
