// The repr of what holds itself (repr.c).
#ifndef MPWASM_REPR_H
#define MPWASM_REPR_H

#include "py/nlr.h"
#include "py/obj.h"

// A container that is being printed.
typedef struct _mpwasm_repr_t {
    nlr_jump_callback_node_t callback; // first: it is what the callback gets
    mp_obj_t object;
    struct _mpwasm_repr_t *outer;
} mpwasm_repr_t;

// Begins to print a container. If it is being printed already, prints what stands for it there and returns false.
bool mpwasm_repr_begin(mpwasm_repr_t *repr, const mp_print_t *print, mp_obj_t object, const char *again);

void mpwasm_repr_end(mpwasm_repr_t *repr);

#endif
