// Errors about the number of arguments (arguments.c).
#ifndef MPWASM_ERRORS_ARGUMENTS_H
#define MPWASM_ERRORS_ARGUMENTS_H

#include "py/obj.h"

MP_NORETURN void mpwasm_raise_arguments(mp_const_obj_t function, size_t n_args, const mp_obj_t *args, uint32_t signature);
MP_NORETURN void mpwasm_raise_keywords(mp_const_obj_t function, size_t n_args, const mp_obj_t *args); // it takes none

#endif
