// Words of Python frames that mean nothing any more, and would keep objects alive.
//
// A frame of the VM has a stack that grows up and local variables that come down from the other end. What a statement pushed stays there when it is popped, until
// something else is pushed. When a program collects, so as to see what dies, the words in between are cleared: the top of the innermost frame's stack is where the
// arguments of the call are, that of its callers is kept in them. How many variables a function has is read from its bytecode, since nothing else says it.

#include <string.h>

#include "py/bc.h"
#include "py/bc0.h"
#include "py/gc.h"
#include "py/objfun.h"
#include "py/objgenerator.h"
#include "py/runtime.h"

#include "language/helper.h"
#include "memory/gccollect.h"

// As much of the stack is searched for a frame as one may have in front of the arguments.
#define FARTHEST (16 * 1024)

static size_t highest(size_t most, size_t local) {
    return local + 1 > most ? local + 1 : most;
}

// The number of local variables, or SIZE_MAX if the code is not understood. The code ends with the memory that it has, or with zeros.
static size_t count_locals(const mp_obj_fun_bc_t *fun) {
    const byte *ip = fun->bytecode, *end = ip + gc_nbytes(ip);
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    size_t most = n_pos_args + n_kwonly_args + ((scope_flags & MP_SCOPE_FLAG_VARARGS) != 0) + ((scope_flags & MP_SCOPE_FLAG_VARKEYWORDS) != 0);
    for (ip += n_info; n_cell != 0; n_cell--) {
        most = highest(most, *ip++);
    }
    if (end < ip) { // not on the heap: a frozen module's
        return SIZE_MAX;
    }
    while (ip < end && *ip != 0) {
        byte op = *ip++;
        mp_uint_t argument = 0;
        switch (MP_BC_FORMAT(op)) {
            case MP_BC_FORMAT_QSTR:
            case MP_BC_FORMAT_VAR_UINT:
                argument = mp_decode_uint(&ip);
                break;
            case MP_BC_FORMAT_OFFSET:
                ip += 1 + (*ip >> 7);
                break;
        }
        if ((op & MP_BC_MASK_EXTRA_BYTE) == 0) {
            ip++;
        }
        if (op >= MP_BC_LOAD_FAST_MULTI && op < MP_BC_STORE_FAST_MULTI + MP_BC_STORE_FAST_MULTI_NUM) {
            most = highest(most, op & 15);
        } else if (op == MP_BC_LOAD_FAST_N || op == MP_BC_LOAD_DEREF || op == MP_BC_STORE_FAST_N || op == MP_BC_STORE_DEREF || op == MP_BC_DELETE_FAST || op == MP_BC_DELETE_DEREF) {
            most = highest(most, argument);
        }
    }
    return most;
}

static bool is_frame(const mp_code_state_t *frame, const mp_obj_t *args) {
    mp_obj_fun_bc_t *fun = frame->fun_bc;
    if (((uintptr_t)fun & 15) != 0 || gc_nbytes(fun) < sizeof(*fun) || (fun->base.type != &mp_type_fun_bc && fun->base.type != &mp_type_gen_wrap)) {
        return false;
    }
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    return frame->n_state == n_state && args >= frame->state && args <= frame->state + n_state;
}

static void clear_above(mp_code_state_t *frame, mp_obj_t *top) {
    size_t locals = count_locals(frame->fun_bc);
    mp_obj_t *end = locals <= frame->n_state ? frame->state + frame->n_state - locals : top;
    if (top >= frame->state && top < end) {
        memset(top, 0, (char *)end - (char *)top);
    }
}

void mpwasm_clear_stale(const mp_obj_t *args, size_t n_args) {
    byte *begin = MP_STATE_THREAD(pystack_start), *end = MP_STATE_THREAD(pystack_cur);
    if ((byte *)args < begin || (byte *)args > end) {
        return;
    }
    if (begin < (byte *)args - FARTHEST) {
        begin = (byte *)args - FARTHEST;
    }
    for (byte *at = (byte *)args - offsetof(mp_code_state_t, state); at >= begin; at -= sizeof(mp_obj_t)) {
        mp_code_state_t *frame = (mp_code_state_t *)at;
        if (is_frame(frame, args)) {
            clear_above(frame, (mp_obj_t *)args + n_args);
            for (frame = frame->prev; frame != NULL && (byte *)frame >= MP_STATE_THREAD(pystack_start) && (byte *)frame < end; frame = frame->prev) {
                clear_above(frame, frame->sp + 1);
            }
            return;
        }
    }
}
