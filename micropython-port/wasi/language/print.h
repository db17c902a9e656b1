// print(), input() and open() (print.c).
#ifndef MPWASM_PRINT_H
#define MPWASM_PRINT_H

#include "py/obj.h"

mp_obj_t mpwasm_print(size_t n_args, const mp_obj_t *args, mp_map_t *keywords);

// A line of sys.stdin, where the program has put another object there or in sys.stdout. MP_OBJ_NULL where both are the host's.
mp_obj_t mpwasm_input(mp_obj_t prompt);

// What a stream of the host's writes of a str: lone surrogates are a UnicodeEncodeError on sys.stdout, and escaped on sys.stderr (host/stdio.c).
mp_obj_t mpwasm_stdio_text(mp_obj_t stream, mp_obj_t text);

extern const mp_obj_fun_builtin_var_t mpwasm_builtin_open_obj;

#endif
