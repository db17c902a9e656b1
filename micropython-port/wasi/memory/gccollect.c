// When to collect, where the roots are, and finalisers.
//
// A collection is asked for when, since the last one, as much was allocated as lived then; with little memory
// left, half of what was left. The other half is what C code may allocate before the next safe point. So a
// program whose live data stays well below the limit does not run out of memory for its garbage.

#include <string.h>

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/runtime.h"

#include "library/thread/fiber.h"
#include "memory/fuel.h"
#include "memory/gccollect.h"
#include "memory/gcheap.h"
#include "memory/weak.h"
#include "host/mpwasm_abi.h"

// So much is allocated between collections at least, be there ever so little alive: a part of what a session may have, since each collection looks at
// all that lives, and what was written to has to be put back when a session is reset.
#define SPACING_MIN ((size_t)128 * 1024)
#define SPACING_MAX ((size_t)512 * 1024)
#define SPACING_SHARE (64)

// However little memory is left, collecting shall not take much longer than what happens in between.
#define SPACING_NARROW ((size_t)16 * 1024)
#define SPACING_NARROW_SHARE (32)

// But some garbage of small objects shall not be the end, so less than this is all that is ever left uncollected.
#define SPACING_LEAST ((size_t)4 * 1024)

#define STRESS_LIVE ((size_t)256 * 1024)
#define STRESS_SHARE (64)

// Calls from the VM into C hardly ever take more of the shadow stack, nor do the frames from there to the next VM's.
#define DEAD_STACK (4096)

// Those that resize something take less.
#define CALL_STACK (512)

extern char __stack_low, __stack_high; // wasm-ld: the shadow stack, which grows down

// Memory is tight while less than this share of the limit is left,
#define TIGHT_SHARE (8)

// or no room for what was asked for in vain; but after so many safe points that is forgotten.
#define POINTS_MAX (4096)

bool gc_dels;
bool gc_wants_attention; // requested || tight
static bool requested;   // a collection at the next safe point
static bool tight;
static bool reserve_was_open; // before the last allocation that failed
static size_t missed;   // bytes of an object for which there was no memory, or would not have been; 0: none
static unsigned points; // safe points passed since
static size_t live;      // bytes, after the last collection
static size_t allocated; // bytes, since then
static size_t spacing;   // bytes to allocate before the next is asked for

static size_t left(void) {
    size_t taken = gc_sizes.kept + live + allocated;
    return taken < gc_sizes.limit ? gc_sizes.limit - taken : 0;
}

static size_t least_spacing(void) {
    size_t share = gc_sizes.limit / SPACING_SHARE;
    return share < SPACING_MIN ? SPACING_MIN : share > SPACING_MAX ? SPACING_MAX : share;
}

static void set_spacing(void) {
    size_t narrow = live / SPACING_NARROW_SHARE + SPACING_NARROW, least = least_spacing();
    spacing = live > least ? live : least;
    if (spacing > left() / 2) {
        spacing = left() / 2;
    }
    if (spacing < narrow) {
        spacing = narrow;
    }
    if (spacing > left() / 4 * 3) {
        spacing = left() / 4 * 3;
    }
    if (spacing < SPACING_LEAST) {
        spacing = SPACING_LEAST;
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

MP_NOINLINE void mpwasm_clear_dead_stack(void) {
    char *end = __builtin_frame_address(0);
    char *begin = end - &__stack_low > DEAD_STACK ? end - DEAD_STACK : &__stack_low;
    memset(begin, 0, end - begin);
}

MP_NOINLINE void mpwasm_clear_call_stack(void) {
    char *end = __builtin_frame_address(0);
    if (end - &__stack_low > CALL_STACK) {
        memset(end - CALL_STACK, 0, CALL_STACK);
    }
}

// --- Asking ----------------------------------------------------------------------------------------

static void want_attention(void) {
    bool wanted = requested || tight;
    if (wanted != gc_wants_attention) {
        gc_wants_attention = wanted;
        wanted ? mpwasm_fuel_want_hook() : mpwasm_fuel_unwant_hook();
    }
}

void gc_request(void) {
    if (!requested && MP_STATE_MEM(gc_auto_collect_enabled)) {
        requested = true;
        want_attention();
    }
}

static void set_tight(void) {
    tight = gc_reserve_is_open || missed != 0 || left() < gc_sizes.limit / TIGHT_SHARE;
    want_attention();
}

static void miss(size_t bytes) {
    missed = bytes;
    points = 0;
    set_tight();
}

void gc_failed(size_t bytes) {
    reserve_was_open = gc_reserve_is_open;
    gc_reserve_is_open = true;
    miss(bytes <= gc_sizes.limit ? bytes : 0);
    gc_request();
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

void mpwasm_heap_settled(const void *object) {
    size_t bytes = gc_nbytes(object);
    bytes = bytes < allocated ? bytes : allocated;
    allocated -= bytes;
    live += bytes;
}

void gc_expect(size_t bytes) {
    if (!gc_pages_fit(bytes)) {
        miss(bytes);
        gc_request();
    }
}

// Collecting at each opportunity takes time by the square of what lives, so it ends where much does.
static bool stress_is_due(void) {
    return live < STRESS_LIVE || allocated > live / STRESS_SHARE;
}

void gc_stress(void) {
    if (stress_is_due()) {
        gc_request();
    }
}

// What a program drops after a MemoryError it may drop a moment later: with the frame that it returns from, or in the
// statement that follows. So a failed allocation is owed several collections, each twice as far away as the last.
static bool collection_is_owed(void) {
    if (missed != 0 && ++points == POINTS_MAX) {
        missed = 0;
        set_tight();
    }
    return missed != 0 && (points & (points - 1)) == 0;
}

void mpwasm_attend(void) {
    if (tight) {
        mpwasm_clear_dead_stack();
    }
    if (collection_is_owed()) {
        gc_request();
    }
    if (requested) {
        requested = false;
        want_attention();
        if (!gc_is_locked()) { // else the first allocation after unlocking asks again
            gc_collect();
        }
    }
}

void mpwasm_heap_program_begins(void) {
    gc_program_runs = true;
}

void mpwasm_heap_program_ends(void) {
    gc_program_runs = false;
    MP_STATE_THREAD(gc_lock_depth) = 0; // the program may have left the heap locked
    mpwasm_safe_point();                // and full
}

void mpwasm_heap_run_begins(void) {
    gc_pages_reset_peak();
    if (tight) {
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
    mpwasm_fibers_mark();
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
    requested = false;
    MP_STATE_THREAD(gc_lock_depth) |= GC_COLLECT_FLAG;
    gc_classes_flush();
}

static void end_collection(void) {
    size_t freed;
    live = gc_sweep(&freed);
    allocated = 0;
    set_spacing();
    gc_reserve_close_if_filled();
    if (missed != 0 && gc_pages_fit(missed)) {
        missed = 0;
    }
    set_tight();
    #if MICROPY_PY_GC_COLLECT_RETVAL
    MP_STATE_MEM(gc_collected) = freed;
    #endif
    MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
}

static void keep(void *object) {
    gc_request(); // it has a finaliser to be called
    gc_mark_words((uintptr_t *)&object, 1);
}

// What no pointer leads to any more is given to dispose if it may have a finaliser.
static MP_NOINLINE void collect_from(void **frame, void (*dispose)(void *object)) {
    begin_collection();
    mark_from(frame);
    if (gc_dels) {
        gc_each_unmarked_del(dispose);
        mark_from(frame); // a finaliser may have stored what it was given: that lives on
    }
    mpwasm_weak_clear();
    end_collection();
}

// What is below its caller's frame needs no marking, and may hold what earlier calls left.
MP_NOINLINE void gc_collect(void) {
    if (!(MP_STATE_THREAD(gc_lock_depth) & GC_COLLECT_FLAG)) { // else a finaliser collects
        collect_from(__builtin_frame_address(0), finalise);
    }
}

static bool may_collect_for(size_t bytes) {
    return bytes != 0 && bytes <= gc_sizes.limit && !gc_is_locked() && MP_STATE_MEM(gc_auto_collect_enabled);
}

MP_NOINLINE void mpwasm_collect_for(size_t bytes) {
    if (may_collect_for(bytes)) {
        gc_reserve_is_open = reserve_was_open; // it has not failed yet
        collect_from(__builtin_frame_address(0), keep);
    }
}

MP_NOINLINE void mpwasm_stress_for(size_t bytes) {
    if (stress_is_due() && may_collect_for(bytes)) {
        collect_from(__builtin_frame_address(0), keep);
    }
}

void gc_sweep_all(void) {
    begin_collection();
    gc_each_unmarked_del(finalise);
    end_collection();
}
