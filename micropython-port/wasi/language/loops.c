// Loops that are left early.
//
// CPython closes a generator when nothing refers to it, so that its finally blocks run; a collector knows too late. A generator that a loop's own
// expression has made belongs to the loop: it has not started, and its function has the name that was called. Break and return close it.

#include "py/bc.h"
#include "py/runtime.h"

#include "language/function.h"

// The four slots of a loop's iterator are: nothing, the iterator, and this if the loop owns it. It is looked for where a loop that is left has its
// slots alone: elsewhere on a stack lie words that a program chooses, such as those of a range, which may look like a mark. So an exception closes none.
static mp_obj_t owner_mark(mp_obj_t generator) {
    return (mp_obj_t)((uintptr_t)generator | 2);
}

mp_obj_t *mpwasm_loop_begin(mp_obj_t *sp) {
    mp_obj_t iterable = sp[0];
    bool owned = mpwasm_generator_is_new(iterable, sp[1]);
    mp_obj_t iterator = owned ? iterable : mp_getiter(iterable, (mp_obj_iter_buf_t *)sp);
    if (iterator != MP_OBJ_FROM_PTR(sp)) {
        sp[0] = MP_OBJ_NULL;
        sp[1] = iterator;
        sp[2] = owned ? owner_mark(iterable) : MP_OBJ_NULL;
    }
    return sp + MP_OBJ_ITER_BUF_NSLOTS - 1;
}

static bool is_owned(const mp_obj_t *slots) {
    return slots[0] == MP_OBJ_NULL && slots[1] != MP_OBJ_NULL && mp_obj_is_obj(slots[1]) && slots[2] == owner_mark(slots[1]) // of 0 it is the name 0
        && mp_obj_is_exact_type(slots[1], &mp_type_gen_instance);
}

mp_obj_t *mpwasm_loop_left(mp_obj_t *sp) {
    sp -= MP_OBJ_ITER_BUF_NSLOTS;
    if (is_owned(sp + 1)) {
        mpwasm_generator_leave(sp[2]);
    }
    return sp;
}
