// Functions of upstream's that collect garbage first, if that was asked for.
//
// The VM's hooks are not enough. Code without loops passes none, so nothing would collect between a
// statement that drops much and the next, which needs it. And a loop in C, such as sum() over a map, passes
// none either. These functions may run Python code, so whoever calls them keeps what it holds in memory during
// the call, and collecting there asks nothing more of anyone.
//
// sources.txt names the files whose calls are renamed to these.
#ifndef MPWASM_SAFEPOINT_H
#define MPWASM_SAFEPOINT_H

#include "py/obj.h"

mp_obj_t mpwasm_call_function_n_kw(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t mpwasm_call_method_n_kw(size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t mpwasm_iternext(mp_obj_t iterator);

#endif
