// The repr of what holds itself: [...] stands for a list inside itself, as in CPython. Upstream prints until the stack is full.

#include "py/mpprint.h"
#include "py/runtime.h"

#include "language/repr.h"

static mpwasm_repr_t *reprs; // under way, the innermost first

static void leave(void *context) {
    reprs = ((mpwasm_repr_t *)context)->outer;
}

bool mpwasm_repr_begin(mpwasm_repr_t *repr, const mp_print_t *print, mp_obj_t object, const char *again) {
    for (mpwasm_repr_t *other = reprs; other != NULL; other = other->outer) {
        if (other->object == object) {
            mp_print_str(print, again);
            return false;
        }
    }
    repr->object = object;
    repr->outer = reprs;
    nlr_push_jump_callback(&repr->callback, leave);
    reprs = repr;
    return true;
}

void mpwasm_repr_end(mpwasm_repr_t *repr) {
    (void)repr;
    nlr_pop_jump_callback(true);
}
