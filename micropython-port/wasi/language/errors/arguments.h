// Errors about the number of arguments (arguments.c).
#ifndef MPWASM_ERRORS_ARGUMENTS_H
#define MPWASM_ERRORS_ARGUMENTS_H

#include "py/obj.h"

// The function or type in C that was called last and checks its arguments itself.
extern mp_const_obj_t mpwasm_callee;

// The name of a built-in function; MP_QSTRnull if it is not found.
qstr mpwasm_builtin_name(mp_const_obj_t function);

MP_NORETURN void mpwasm_raise_arguments(mp_const_obj_t function, size_t n_args, const mp_obj_t *args, uint32_t signature);
MP_NORETURN void mpwasm_raise_keywords(mp_const_obj_t function, size_t n_args, const mp_obj_t *args); // it takes none

#endif
