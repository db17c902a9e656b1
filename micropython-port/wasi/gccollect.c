// When to collect, where the roots are, and finalisers.
//
// A collection is asked for when, since the last one, as much was allocated as lived then; with little memory
// left, half of what was left. The other half is what C code may allocate before the next safe point. So a
// program whose live data stays well below the limit does not run out of memory for its garbage.

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/runtime.h"

#include "fuel.h"
#include "gccollect.h"
#include "gcheap.h"
#include "mpwasm_abi.h"

// So much is allocated between collections at least, be there ever so little alive.
#define SPACING_MIN ((size_t)128 * 1024)

// However little memory is left, collecting shall not take much longer than what happens in between.
#define SPACING_NARROW ((size_t)16 * 1024)
#define SPACING_NARROW_SHARE (32)

#define STRESS_LIVE ((size_t)256 * 1024)
#define STRESS_SHARE (64)

extern char __stack_high; // wasm-ld: the top of the shadow stack, which grows down

bool gc_dels;
bool gc_requested;
static size_t live;      // bytes, after the last collection
static size_t allocated; // bytes, since then
static size_t spacing;   // bytes to allocate before the next is asked for

static size_t left(void) {
    size_t taken = gc_sizes.kept + live + allocated;
    return taken < gc_sizes.limit ? gc_sizes.limit - taken : 0;
}

static void set_spacing(void) {
    size_t narrow = live / SPACING_NARROW_SHARE + SPACING_NARROW;
    spacing = live > SPACING_MIN ? live : SPACING_MIN;
    if (spacing > left() / 2) {
        spacing = left() / 2;
    }
    if (spacing < narrow) {
        spacing = narrow;
    }
}

void mpwasm_heap_init(size_t limit) {
    gc_pages_init(limit);
    MP_STATE_THREAD(gc_lock_depth) = 0;
    MP_STATE_MEM(gc_auto_collect_enabled) = 1;
    MP_STATE_MEM(gc_alloc_threshold) = (size_t)-1;
    set_spacing();
}

size_t mpwasm_heap_limit(void) {
    return gc_sizes.limit;
}

uint32_t MPWASM_EXPORT(mpwasm_heap_peak)(void) {
    return gc_sizes.peak;
}

// --- Asking ----------------------------------------------------------------------------------------

void gc_request(void) {
    if (!gc_requested && MP_STATE_MEM(gc_auto_collect_enabled)) {
        gc_requested = true;
        mpwasm_fuel_want_hook();
    }
}

static void withdraw_request(void) {
    if (gc_requested) {
        gc_requested = false;
        mpwasm_fuel_unwant_hook();
    }
}

void gc_account(size_t bytes) {
    allocated += bytes;
    if (allocated >= spacing || allocated / MICROPY_BYTES_PER_GC_BLOCK >= MP_STATE_MEM(gc_alloc_threshold)) {
        gc_request();
    }
}

void gc_unaccount(size_t bytes) {
    allocated -= bytes < allocated ? bytes : allocated;
}

void gc_expect(size_t bytes) {
    if (left() < bytes) {
        gc_request();
    }
}

// Collecting at each opportunity takes time by the square of what lives, so it ends where much does.
void gc_stress(void) {
    if (live < STRESS_LIVE || allocated > live / STRESS_SHARE) {
        gc_request();
    }
}

void mpwasm_collect_if_requested(void) {
    withdraw_request();
    if (!gc_is_locked()) { // else the first allocation after unlocking asks again
        gc_collect();
    }
}

// --- Collecting ------------------------------------------------------------------------------------

void gc_collect_root(void **words, size_t count) {
    gc_mark_words((uintptr_t *)words, count);
}

// Pointers live in the root pointers of the interpreter's state, in the pystack, and in the shadow stack from
// the given frame up. mpstate.h says which members of the state are root pointers.
static void mark_from(void **frame) {
    static const size_t begin = offsetof(mp_state_ctx_t, thread.dict_locals);
    static const size_t end = offsetof(mp_state_ctx_t, vm.qstr_last_chunk);
    gc_collect_root((void **)((char *)&mp_state_ctx + begin), (end - begin) / sizeof(void *));
    void **pystack = (void **)MP_STATE_THREAD(pystack_start);
    gc_collect_root(pystack, (void **)MP_STATE_THREAD(pystack_cur) - pystack);
    gc_mark_stack((uintptr_t *)frame, (void **)&__stack_high - frame);
}

// Calls the object's __del__. It cannot allocate, since the heap is locked; whatever it raises is printed.
static void finalise(void *ptr) {
    mp_obj_base_t *object = ptr;
    if (object->type == NULL) {
        return; // never initialised
    }
    mp_obj_t method[2];
    mp_load_method_maybe(MP_OBJ_FROM_PTR(object), MP_QSTR___del__, method);
    if (method[0] == MP_OBJ_NULL) {
        return;
    }
    #if MICROPY_ENABLE_SCHEDULER
    mp_sched_lock();
    #endif
    mp_call_function_1_protected(method[0], method[1]);
    #if MICROPY_ENABLE_SCHEDULER
    mp_sched_unlock();
    #endif
}

static void begin_collection(void) {
    withdraw_request();
    MP_STATE_THREAD(gc_lock_depth) |= GC_COLLECT_FLAG;
    gc_classes_flush();
}

static void end_collection(void) {
    size_t freed;
    live = gc_sweep(&freed);
    allocated = 0;
    set_spacing();
    gc_reserve_close_if_filled();
    #if MICROPY_PY_GC_COLLECT_RETVAL
    MP_STATE_MEM(gc_collected) = freed;
    #endif
    MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
}

static MP_NOINLINE void collect(void **frame) {
    begin_collection();
    mark_from(frame);
    if (gc_dels) {
        gc_each_unmarked_del(finalise);
        mark_from(frame); // a finaliser may have stored what it was given: that lives on
    }
    end_collection();
}

// What is below its caller's frame needs no marking, and may hold what earlier calls left.
MP_NOINLINE void gc_collect(void) {
    if (!(MP_STATE_THREAD(gc_lock_depth) & GC_COLLECT_FLAG)) { // no finaliser collects
        collect(__builtin_frame_address(0));
    }
}

void gc_sweep_all(void) {
    begin_collection();
    gc_each_unmarked_del(finalise);
    end_collection();
}
