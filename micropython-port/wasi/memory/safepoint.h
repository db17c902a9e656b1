// Functions of upstream's that collect garbage first, if that was asked for.
//
// The VM's hooks are not enough. Code without loops passes none, so nothing would collect between a
// statement that drops much and the next, which needs it. And a loop in C, such as sum() over a map, passes
// none either. These functions may run Python code, so whoever calls them keeps what it holds in memory during
// the call, and collecting there asks nothing more of anyone.
//
// The others take memory, for buffers, lists, strings, dicts and numbers, which may be large. If there is none, they
// collect at once and try again. So what a program has dropped is there for it whenever it asks for much, be it
// in the very next expression. All other objects are small: before memory for those runs out, a collection is asked
// for in any case.
//
// sources.txt names the files whose calls are renamed to these.
#ifndef MPWASM_SAFEPOINT_H
#define MPWASM_SAFEPOINT_H

#include "py/obj.h"

mp_obj_t mpwasm_call_function_n_kw(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t mpwasm_call_method_n_kw(size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t mpwasm_iternext(mp_obj_t iterator);

void *mpwasm_malloc(size_t num_bytes);
void *mpwasm_malloc0(size_t num_bytes);
void *mpwasm_realloc(void *ptr, size_t new_num_bytes);

// Makes a buffer larger, and from MPWASM_GROWS bytes on by up to a quarter more than was asked for, if there is memory: a text that grows by
// some bytes at a time is copied a few times, not every 16 bytes (py/vstr.c:114 of 1.26.1). mpwasm_realloc gives the rest back.
#define MPWASM_GROWS (256)
void *mpwasm_grow(void *ptr, size_t num_bytes);

#endif
