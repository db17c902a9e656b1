// The memory of frames, in place of py/pystack.c, and sys.setrecursionlimit().
//
// Nothing counts calls. The end of the pystack is put where the limit could be reached at the earliest, were all frames as small as can be; who gets there
// counts the frames, and puts the end further away, or is refused. Nested frames that take no pystack (of generators that resume each other) are seen late.

#include <string.h>

#include "py/bc.h"
#include "py/pystack.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/hierarchy.h"
#include "language/function.h"

static uint8_t *whole_begin, *whole_end; // of the stack that fibers do not have
static size_t limit = 1000;

// The frames that run. Comprehensions have none in CPython, and pickle, which recurs, is C there.
static size_t count_frames(void) {
    size_t n = 0;
    activation_t *activation = mpwasm_activation;
    for (const mp_code_state_t *frame = mpwasm_frame; frame != NULL; frame = mpwasm_caller(frame, &activation)) {
        qstr name = mpwasm_code_name(frame->fun_bc);
        n += strcmp(qstr_str(mpwasm_code_file(frame->fun_bc)), "pickle.py") != 0 && name != MP_QSTR__lt_listcomp_gt_ && name != MP_QSTR__lt_setcomp_gt_ && name != MP_QSTR__lt_dictcomp_gt_;
    }
    return n;
}

static bool is_whole(void) {
    return MP_STATE_THREAD(pystack_start) == whole_begin;
}

static void move_end(size_t frames) {
    size_t left = whole_end - MP_STATE_THREAD(pystack_cur), more = (limit - frames) * sizeof(mp_code_state_t);
    bool all = limit - frames > left / sizeof(mp_code_state_t);
    MP_STATE_THREAD(pystack_end) = all ? whole_end : MP_STATE_THREAD(pystack_cur) + more;
}

void mp_pystack_init(void *begin, void *end) {
    whole_begin = MP_STATE_THREAD(pystack_start) = MP_STATE_THREAD(pystack_cur) = begin;
    whole_end = end;
    move_end(0);
}

static MP_NOINLINE void make_room(size_t size) {
    if (is_whole() && size <= (size_t)(whole_end - MP_STATE_THREAD(pystack_cur))) {
        size_t frames = count_frames();
        if (frames < limit) {
            move_end(frames);
            if (size > (size_t)(MP_STATE_THREAD(pystack_end) - MP_STATE_THREAD(pystack_cur))) {
                MP_STATE_THREAD(pystack_end) = MP_STATE_THREAD(pystack_cur) + size; // a frame larger than those that were thought of
            }
            return;
        }
    }
    mp_raise_recursion_depth();
}

void *mp_pystack_alloc(size_t size) {
    size = (size + MICROPY_PYSTACK_ALIGN - 1) & ~(MICROPY_PYSTACK_ALIGN - 1);
    if (__builtin_expect(size > (size_t)(MP_STATE_THREAD(pystack_end) - MP_STATE_THREAD(pystack_cur)), 0)) {
        make_room(size);
    }
    void *memory = MP_STATE_THREAD(pystack_cur);
    MP_STATE_THREAD(pystack_cur) += size;
    return memory;
}

size_t mpwasm_recursion_limit(void) {
    return limit;
}

void mpwasm_set_recursion_limit(size_t most) {
    size_t frames = count_frames();
    if (frames >= most) {
        mp_raise_msg_varg(&mp_type_RecursionError, MP_ERROR_TEXT("cannot set the recursion limit to %u at the recursion depth %u: the limit is too low"), (unsigned)most, (unsigned)frames);
    }
    limit = most;
    if (is_whole()) {
        move_end(frames);
    }
}
