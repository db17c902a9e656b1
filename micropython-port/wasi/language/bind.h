// Binding arguments to parameters (bind.c) and what is said of functions in messages.
#ifndef MPWASM_LANGUAGE_BIND_H
#define MPWASM_LANGUAGE_BIND_H

#include "py/bc.h"
#include "py/objfun.h"

// A frame for a call of a Python function, on the pystack.
mp_code_state_t *mpwasm_new_code_state(const mp_obj_fun_bc_t *fun, size_t n_args, size_t n_kw, const mp_obj_t *args);

// Prints the name of whatever is called, as CPython's messages about * and ** do: "__main__.f", "dict", "A.m".
void mpwasm_print_callee(const mp_print_t *print, mp_obj_t callee);

#endif
