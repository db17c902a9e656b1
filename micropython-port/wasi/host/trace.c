// Following a run: where the host is asked, and what it is shown.
//
// The compiler puts a call in front of each statement when the host has asked for that, so a run that nobody follows is not concerned. The call
// counts, and asks the host where it wants to be asked. A moment of the run is a count: the run has it again whenever it is had again.
//
// The host can go back to a moment that it has saved, memory and globals, if no C code stood between the frames: it has the same program run, and at
// its first statement, where the C stack is the same, puts them back. Then the VM takes its frames from memory, as it does after it was left by
// what is raised (mpwasm_execute).

#include <string.h>

#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "host/trace.h"
#include "language/errors/errors.h"
#include "library/thread/fiber.h"
#include "memory/fuel.h"

mpwasm_trace_t mpwasm_trace;
int32_t mpwasm_trace_fuel;
static mp_obj_t *top; // of the stack of the innermost frame

// The frames of the run that waits, while another one looks at it.
static mp_code_state_t *looked_at;
static activation_t *looked_at_in;

mpwasm_trace_t *MPWASM_EXPORT(mpwasm_tracing)(void) {
    return &mpwasm_trace;
}

static bool has_bit(const uint32_t *set, size_t n) {
    return set[n / 32 % 8] >> n % 32 & 1;
}

// Where the host is asked, the frames are digested from the innermost on outwards.
static void describe(mpwasm_trace_t *trace) {
    uint32_t digests = 0;
    memset(trace->chain, 0, sizeof(trace->chain));
    trace->depth = 0;
    for (size_t pass = 0; pass < 2; pass++) {
        activation_t *activation = mpwasm_activation;
        uint32_t depth = trace->depth;
        for (const mp_code_state_t *at = mpwasm_frame; at != NULL; at = mpwasm_caller(at, &activation)) {
            uint32_t digest = ((uintptr_t)at ^ (uintptr_t)at->ip * 31) * 0x9e3779b1;
            if (pass == 0) {
                size_t n = (uintptr_t)at / 16;
                if (at != mpwasm_frame) {
                    trace->chain[n / 32 % 8] |= 1u << n % 32;
                }
                trace->depth++;
                digests += digest;
            } else {
                digests -= digest;
                if (trace->depth - depth < MP_ARRAY_SIZE(trace->callers)) {
                    trace->callers[depth % MP_ARRAY_SIZE(trace->callers)] = digests;
                }
                depth--;
            }
        }
    }
    const mp_obj_fun_bc_t *function = mpwasm_frame->fun_bc;
    size_t len;
    trace->file = (const char *)qstr_data(mpwasm_code_file(function), &len);
    trace->file_len = len;
    trace->name = (const char *)qstr_data(mpwasm_code_name(function), &len);
    trace->name_len = len;
    trace->frame = (uintptr_t)mpwasm_frame;
    trace->alone = mpwasm_activation->outer == NULL && !mpwasm_fibers_run();
}

// Asking burns nothing, so that the run's fuel does not depend on where that is done: the count is put back. Meanwhile it cannot run out.
static int32_t keep_fuel(void) {
    int32_t fuel = mpwasm_fuel;
    mpwasm_fuel = (fuel | 0x3fffffff) & ~0x40000000;
    return fuel;
}

static MP_NOINLINE void ask(size_t line, mp_obj_t *sp) {
    int32_t fuel = keep_fuel();
    mpwasm_trace.line = line;
    top = sp;
    describe(&mpwasm_trace);
    mpwasm_fuel = fuel;
    int32_t answer = mpwasm_host_line(&mpwasm_trace);
    if (answer > 0) { // nothing that was in memory is there any more
        mpwasm_trace_fuel = keep_fuel();
        mpwasm_frame->sp = top;
        const byte *ip = mpwasm_frame->ip + 1;
        mp_decode_uint(&ip);
        mpwasm_frame->ip = ip;
        nlr_jump(&mpwasm_trace);
    }
    mpwasm_check_stop(answer);
}

void mpwasm_line(size_t line, mp_obj_t *sp) {
    mpwasm_trace_t *trace = &mpwasm_trace;
    int32_t units = (int32_t)((uint32_t)mpwasm_fuel << 1) >> 1; // fuel.c
    if (++trace->count >= trace->until || units <= trace->fuel || has_bit(trace->lines, line) || has_bit(trace->frames, (uintptr_t)mpwasm_frame / 16)) {
        ask(line, sp);
    }
}

// --- Looking ---------------------------------------------------------------------------------------

#define FRAMES_SHOWN (100)

void mpwasm_trace_look_begins(void) {
    looked_at = mpwasm_frame;
    looked_at_in = mpwasm_activation;
    mpwasm_trace.until = UINT64_MAX; // nobody is asked meanwhile
    mpwasm_trace.fuel = INT32_MIN;
    memset(mpwasm_trace.lines, 0, sizeof(mpwasm_trace.lines));
    memset(mpwasm_trace.frames, 0, sizeof(mpwasm_trace.frames));
}

// A module's variables are its globals.
static mp_obj_t locals_of(const mp_code_state_t *frame) {
    bool has_own = mpwasm_local_name(frame->fun_bc, 0) != MP_QSTRnull;
    return has_own ? mpwasm_variables(frame) : MP_OBJ_FROM_PTR(frame->fun_bc->context->module.globals);
}

void mpwasm_trace_look(void) {
    mp_obj_t frames = mp_obj_new_list(0, NULL);
    activation_t *activation = looked_at_in;
    bool behind = false; // its ip stands behind the call (context.c)
    size_t count = 0;
    for (const mp_code_state_t *at = looked_at; at != NULL && count < FRAMES_SHOWN; count++) {
        const mp_obj_fun_bc_t *function = at->fun_bc;
        mp_obj_t items[] = {
            MP_OBJ_NEW_QSTR(mpwasm_code_file(function)),
            MP_OBJ_NEW_SMALL_INT(mpwasm_code_line(function, at->ip - function->bytecode - behind)),
            MP_OBJ_NEW_QSTR(mpwasm_code_name(function)),
            locals_of(at),
            MP_OBJ_FROM_PTR(function->context->module.globals),
        };
        mp_obj_list_append(frames, mp_obj_new_tuple(MP_ARRAY_SIZE(items), items));
        behind = at->prev != NULL;
        at = mpwasm_caller(at, &activation);
    }
    mp_store_global(MP_QSTR___frames__, frames);
}
