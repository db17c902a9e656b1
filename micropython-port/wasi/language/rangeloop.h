// The iterator of "for x in range(...)", which lies in the loop's own slots (helper.c). The VM takes its numbers without a call
// (over/py/runtime.h).
#ifndef MPWASM_LANGUAGE_RANGELOOP_H
#define MPWASM_LANGUAGE_RANGELOOP_H

#include "py/obj.h"

typedef struct {
    mp_obj_base_t base;
    mp_int_t next, stop, step; // small integers, so that a step beyond the last one does not overflow
} mpwasm_range_loop_t;

_Static_assert(sizeof(mpwasm_range_loop_t) == MP_OBJ_ITER_BUF_NSLOTS * sizeof(mp_obj_t), "it fills the slots");

extern const mp_obj_type_t mpwasm_type_range_loop;

static inline mp_obj_t mpwasm_range_loop_next(mpwasm_range_loop_t *loop) {
    mp_int_t number = loop->next;
    if (loop->step > 0 ? number >= loop->stop : number <= loop->stop) {
        return MP_OBJ_STOP_ITERATION;
    }
    loop->next = number + loop->step;
    return MP_OBJ_NEW_SMALL_INT(number);
}

#endif
