// What iterators are made of again: their __reduce__ and __setstate__.
#ifndef MPWASM_ITERATOR_STATE_H
#define MPWASM_ITERATOR_STATE_H

#include "py/obj.h"

// (the built-in function, (argument,)), and the state behind it if it is not MP_OBJ_NULL.
mp_obj_t mpwasm_reduced(mp_obj_t function, mp_obj_t argument, mp_obj_t state);
mp_obj_t mpwasm_builtin(qstr name);

// (iter, (that list,)), as a method.
MP_DECLARE_CONST_FUN_OBJ_1(mpwasm_reduce_rest_obj);

// The place that __setstate__ was given, between 0 and most.
size_t mpwasm_state_place(mp_obj_t state, size_t most);

#endif
