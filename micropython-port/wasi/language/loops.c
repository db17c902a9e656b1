// Loops that are left early.
//
// CPython closes a generator when nothing refers to it, so that its finally blocks run; a collector knows too late. A generator that a loop's own
// expression has made belongs to the loop: it has not started, and its function has the name that was called. Break, return and exceptions close it.

#include "py/bc.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/function.h"

// The four slots of a loop's iterator are: nothing, the iterator, and this if the loop owns it. No value of a program looks like it (a name whose number is
// an address), so the three are found among what else is on a frame's stack, and what older loops have left there: their generators have ended.
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

// What the generator raises is told, and ignored: another exception is on its way.
static void close_aside(mp_obj_t generator) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mpwasm_generator_leave(generator);
        nlr_pop();
        return;
    }
    mp_print_str(MICROPY_ERROR_PRINTER, "Exception ignored in: ");
    mp_obj_print_helper(MICROPY_ERROR_PRINTER, generator, PRINT_REPR);
    mp_print_str(MICROPY_ERROR_PRINTER, "\n");
    mp_obj_print_exception(MICROPY_ERROR_PRINTER, MP_OBJ_FROM_PTR(nlr.ret_val));
}

void mpwasm_loops_unwound(const mp_code_state_t *frame) {
    const mp_exc_stack_t *blocks = (const mp_exc_stack_t *)(frame->state + frame->n_state);
    size_t n = frame->exc_sp_idx;
    while (n > 0 && blocks[n - 1].handler <= frame->ip) {
        n--;
    }
    const mp_obj_t *bottom = n == 0 ? frame->state : (const mp_obj_t *)MP_TAGPTR_PTR(blocks[n - 1].val_sp) + 1;
    for (const mp_obj_t *slots = frame->state + frame->n_state - 3; slots >= bottom; slots--) {
        if (is_owned(slots)) {
            unwinding_t unwinding = mpwasm_unwinding;
            close_aside(slots[1]);
            mpwasm_unwinding = unwinding;
        }
    }
}
