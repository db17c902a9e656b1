// The GC heap of the build for this machine, in place of memory/gc*.c: each object is a malloc of its own, of exactly the size
// that was asked for, so that AddressSanitizer sees what is done behind its end or after it was freed.
//
// It collects at the same safe points as the port's own collector. Objects are found by their addresses in a table. What the
// C stack and the registers hold keeps objects alive, addresses inside them included, as there.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/runtime.h"

#include "library/thread/fiber.h"
#include "memory/fuel.h"
#include "memory/gccollect.h"
#include "memory/weak.h"
#include "host/mpwasm_abi.h"

#define SPACING_MIN ((size_t)1 << 20)
#define RESERVE ((size_t)64 << 10) // kept back from programs, for reporting how they end
#define ALIGNMENT (8) // of what malloc returns, at the least

typedef struct _entry_t {
    uintptr_t address; // 0: none; 1: there was one
    uint32_t size;
    bool may_have_del, marked;
} entry_t;

extern char *native_stack_high;
void native_heap_room(size_t bytes);

bool gc_wants_attention;
static entry_t *table;
static size_t table_size, table_used; // used: with those that were
static uintptr_t lowest = UINTPTR_MAX, highest; // of all objects that there ever were
static size_t limit, live, peak, spacing, allocated, failed;
static bool program_runs, requested;

// --- The table of objects --------------------------------------------------------------------------

static size_t hash(uintptr_t address) {
    return (address >> 3) * 2654435761u;
}

static entry_t *find(uintptr_t address) {
    if (address % ALIGNMENT != 0 || address < lowest || address > highest) { // most words are no addresses
        return NULL;
    }
    for (size_t i = hash(address);; i++) {
        entry_t *entry = &table[i & (table_size - 1)];
        if (entry->address == address) {
            return entry;
        }
        if (entry->address == 0) {
            return NULL;
        }
    }
}

static void put(entry_t what) {
    lowest = what.address < lowest ? what.address : lowest;
    highest = what.address > highest ? what.address : highest;
    size_t i = hash(what.address);
    while (table[i & (table_size - 1)].address > 1) {
        i++;
    }
    entry_t *entry = &table[i & (table_size - 1)];
    table_used += entry->address == 0;
    *entry = what;
}

static void grow(void) {
    entry_t *old = table;
    size_t old_size = table_size, count = 0;
    for (size_t i = 0; i < old_size; i++) {
        count += old[i].address > 1;
    }
    table_size = 1024;
    while (table_size < count * 4) {
        table_size *= 2;
    }
    table = calloc(table_size, sizeof(entry_t));
    if (table == NULL) {
        abort();
    }
    table_used = 0;
    for (size_t i = 0; i < old_size; i++) {
        if (old[i].address > 1) {
            put(old[i]);
        }
    }
    free(old);
}

static void fatal(const char *what, const void *ptr) {
    fprintf(stderr, "ERROR: mpwasm heap: %s %p\n", what, ptr);
    abort();
}

// --- Locks -----------------------------------------------------------------------------------------

void gc_lock(void) {
    MP_STATE_THREAD(gc_lock_depth) += 1 << GC_LOCK_DEPTH_SHIFT;
}

void gc_unlock(void) {
    MP_STATE_THREAD(gc_lock_depth) -= 1 << GC_LOCK_DEPTH_SHIFT;
}

bool gc_is_locked(void) {
    return MP_STATE_THREAD(gc_lock_depth) != 0;
}

// --- Asking for a collection -----------------------------------------------------------------------

static void want(bool wanted) {
    if (wanted != requested) {
        requested = gc_wants_attention = wanted;
        wanted ? mpwasm_fuel_want_hook() : mpwasm_fuel_unwant_hook();
    }
}

static void account(size_t bytes) {
    live += bytes;
    allocated += bytes;
    peak = live > peak ? live : peak;
    size_t threshold = MP_STATE_MEM(gc_alloc_threshold);
    if ((allocated >= spacing || allocated / MICROPY_BYTES_PER_GC_BLOCK >= threshold) && MP_STATE_MEM(gc_auto_collect_enabled)) {
        want(true);
    }
}

void mpwasm_attend(void) {
    if (requested) {
        want(false);
        if (!gc_is_locked()) {
            gc_collect();
        }
    }
}

// --- Allocating ------------------------------------------------------------------------------------

static bool fits(size_t bytes) {
    size_t most = program_runs && limit > RESERVE ? limit - RESERVE : limit;
    return bytes <= most && live <= most - bytes;
}

static void *make(size_t bytes, bool may_have_del) {
    void *ptr = fits(bytes) ? calloc(1, bytes) : NULL;
    if (ptr == NULL) {
        failed = bytes;
        if (MP_STATE_MEM(gc_auto_collect_enabled) && bytes <= limit) {
            want(true);
        }
        return NULL;
    }
    if ((table_used + 1) * 4 > table_size * 3) {
        grow();
    }
    put((entry_t) { .address = (uintptr_t)ptr, .size = bytes, .may_have_del = may_have_del });
    account(bytes);
    return ptr;
}

void *gc_alloc(size_t bytes, unsigned flags) {
    if (gc_is_locked() || bytes == 0) {
        return NULL;
    }
    return make(bytes, flags & GC_ALLOC_FLAG_HAS_FINALISER);
}

static void drop(entry_t *entry) {
    void *ptr = (void *)entry->address;
    live -= entry->size;
    entry->address = 1;
    free(ptr);
}

void gc_free(void *ptr) {
    if (ptr == NULL || (MP_STATE_THREAD(gc_lock_depth) & ~GC_COLLECT_FLAG)) {
        return;
    }
    entry_t *entry = find((uintptr_t)ptr);
    if (entry == NULL) {
        fatal("freeing what is no object:", ptr);
    }
    drop(entry);
}

size_t gc_nbytes(const void *ptr) {
    entry_t *entry = find((uintptr_t)ptr);
    return entry != NULL ? entry->size : 0;
}

void *gc_realloc(void *ptr, size_t bytes, bool allow_move) {
    if (ptr == NULL) {
        return gc_alloc(bytes, 0);
    }
    if (bytes == 0) {
        gc_free(ptr);
        return NULL;
    }
    if (gc_is_locked()) {
        return NULL;
    }
    entry_t *entry = find((uintptr_t)ptr);
    if (entry == NULL) {
        fatal("resizing what is no object:", ptr);
    }
    size_t kept = bytes < entry->size ? bytes : entry->size;
    if (!allow_move) {
        return bytes <= entry->size ? ptr : NULL;
    }
    void *copy = make(bytes, entry->may_have_del);
    if (copy == NULL) {
        return bytes <= kept ? ptr : NULL;
    }
    memcpy(copy, ptr, kept);
    drop(find((uintptr_t)ptr)); // the table may have moved
    return copy;
}

void gc_info(gc_info_t *info) {
    memset(info, 0, sizeof(*info));
    info->total = limit;
    info->used = live;
    info->free = limit > live ? limit - live : 0;
    info->max_free = info->free / 16;
}

// --- Collecting ------------------------------------------------------------------------------------

static entry_t **by_address; // while a collection marks from a stack
static size_t n_by_address;
static entry_t **grey;
static size_t n_grey, grey_size;

// One pass of a radix sort, by some bits of the addresses.
#define RADIX_BITS (11)
static void sort_by(entry_t **from, entry_t **to, unsigned shift) {
    static size_t ends[1 << RADIX_BITS];
    memset(ends, 0, sizeof(ends));
    for (size_t i = 0; i < n_by_address; i++) {
        ends[from[i]->address >> shift & ((1 << RADIX_BITS) - 1)]++;
    }
    for (size_t i = 1; i < 1 << RADIX_BITS; i++) {
        ends[i] += ends[i - 1];
    }
    for (size_t i = n_by_address; i-- > 0;) {
        to[--ends[from[i]->address >> shift & ((1 << RADIX_BITS) - 1)]] = from[i];
    }
}

static void sort_objects(void) {
    by_address = malloc(2 * (table_used + 1) * sizeof(entry_t *));
    entry_t **other = by_address + table_used + 1;
    n_by_address = 0;
    for (size_t i = 0; i < table_size; i++) {
        if (table[i].address > 1) {
            other[n_by_address++] = &table[i];
        }
    }
    sort_by(other, by_address, 0);
    sort_by(by_address, other, RADIX_BITS);
    sort_by(other, by_address, 2 * RADIX_BITS);
}

static entry_t *find_around(uintptr_t address) {
    size_t low = 0, high = n_by_address;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_address[middle]->address <= address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 && address - by_address[low - 1]->address < by_address[low - 1]->size ? by_address[low - 1] : NULL;
}

static void mark(entry_t *entry) {
    if (entry != NULL && !entry->marked) {
        entry->marked = true;
        if (n_grey == grey_size) {
            grey_size = grey_size * 2 + 1024;
            grey = realloc(grey, grey_size * sizeof(entry_t *));
        }
        grey[n_grey++] = entry;
    }
}

static void mark_all(void) {
    while (n_grey > 0) {
        entry_t *entry = grey[--n_grey];
        uintptr_t *words = (uintptr_t *)entry->address;
        for (size_t i = 0; i < entry->size / sizeof(uintptr_t); i++) {
            mark(find(words[i]));
        }
    }
}

void gc_collect_root(void **words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        mark(find((uintptr_t)words[i]));
    }
    mark_all();
}

// Reads also what AddressSanitizer keeps functions from reading.
static __attribute__((no_sanitize("address", "undefined"), noinline)) void mark_stack(uintptr_t *from, uintptr_t *to) {
    for (; from < to; from++) {
        mark(find_around(*from));
    }
    mark_all();
}

static MP_NOINLINE void mark_from(void *frame) {
    static const size_t begin = offsetof(mp_state_ctx_t, thread.dict_locals);
    static const size_t end = offsetof(mp_state_ctx_t, vm.qstr_last_chunk);
    sort_objects();
    gc_collect_root((void **)((char *)&mp_state_ctx + begin), (end - begin) / sizeof(void *));
    void **pystack = (void **)MP_STATE_THREAD(pystack_start);
    gc_collect_root(pystack, (void **)MP_STATE_THREAD(pystack_cur) - pystack);
    mpwasm_fibers_mark();
    mark_stack(frame, (uintptr_t *)((uintptr_t)native_stack_high & ~(sizeof(uintptr_t) - 1)));
    free(by_address);
}

static void finalise(void *ptr) {
    mp_obj_base_t *object = ptr;
    mp_obj_t method[2];
    if (object->type == NULL) {
        return;
    }
    mp_load_method_maybe(MP_OBJ_FROM_PTR(object), MP_QSTR___del__, method);
    if (method[0] != MP_OBJ_NULL) {
        #if MICROPY_ENABLE_SCHEDULER
        mp_sched_lock();
        #endif
        mp_call_function_1_protected(method[0], method[1]);
        #if MICROPY_ENABLE_SCHEDULER
        mp_sched_unlock();
        #endif
    }
}

// Tells whether there were any.
static bool finalise_unmarked(void) {
    bool any = false;
    for (size_t i = 0; i < table_size; i++) {
        if (table[i].address > 1 && table[i].may_have_del && !table[i].marked) {
            table[i].may_have_del = false;
            finalise((void *)table[i].address);
            any = true;
        }
    }
    return any;
}

static size_t sweep(void) {
    size_t freed = 0;
    for (size_t i = 0; i < table_size; i++) {
        if (table[i].address > 1 && !table[i].marked) {
            drop(&table[i]);
            freed++;
        }
        table[i].marked = false;
    }
    return freed;
}

bool gc_is_marked(const void *object) {
    entry_t *entry = find((uintptr_t)object);
    return entry == NULL || entry->marked;
}

static MP_NOINLINE void collect_from(void *frame, bool finalises) {
    MP_STATE_THREAD(gc_lock_depth) |= GC_COLLECT_FLAG;
    mark_from(frame);
    for (size_t i = 0; i < table_size && !finalises; i++) { // they stay until a safe point of the VM
        if (table[i].address > 1 && table[i].may_have_del) {
            mark(&table[i]);
        }
    }
    mark_all();
    if (finalises && finalise_unmarked()) { // which may keep anything
        mark_from(frame);
    }
    mpwasm_weak_clear();
    size_t freed = sweep();
    allocated = failed = 0;
    spacing = live > SPACING_MIN ? live : SPACING_MIN;
    (void)freed;
    #if MICROPY_PY_GC_COLLECT_RETVAL
    MP_STATE_MEM(gc_collected) = freed;
    #endif
    MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
}

// The registers that a caller may still hold pointers in are put into this frame.
MP_NOINLINE void gc_collect(void) {
    __builtin_unwind_init();
    if (!(MP_STATE_THREAD(gc_lock_depth) & GC_COLLECT_FLAG)) {
        volatile uintptr_t here = 0;
        collect_from((void *)&here, true);
    }
}

MP_NOINLINE void mpwasm_collect_for(size_t bytes) {
    __builtin_unwind_init();
    if (bytes != 0 && bytes <= limit && !gc_is_locked() && MP_STATE_MEM(gc_auto_collect_enabled)) {
        volatile uintptr_t here = 0;
        collect_from((void *)&here, false);
    }
}

void gc_sweep_all(void) {
    MP_STATE_THREAD(gc_lock_depth) |= GC_COLLECT_FLAG;
    finalise_unmarked();
    sweep();
    MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
}

// --- What the port asks of its heap ----------------------------------------------------------------

void mpwasm_heap_init(size_t heap_limit) {
    limit = heap_limit;
    spacing = SPACING_MIN;
    MP_STATE_THREAD(gc_lock_depth) = 0;
    MP_STATE_MEM(gc_auto_collect_enabled) = 1;
    MP_STATE_MEM(gc_alloc_threshold) = (size_t)-1;
}

void native_heap_room(size_t bytes) {
    limit = live + bytes;
}

size_t mpwasm_heap_limit(void) {
    return limit;
}

uint32_t mpwasm_heap_peak(void) {
    return peak;
}

void mpwasm_clear_dead_stack(void) {
}

void mpwasm_clear_call_stack(void) {
}

void mpwasm_heap_settled(const void *object) {
}

void mpwasm_heap_plain(const void *object) {
}

void mpwasm_heap_run_begins(void) {
    peak = live;
}

void mpwasm_heap_program_begins(void) {
    program_runs = true;
}

void mpwasm_heap_program_ends(void) {
    program_runs = false;
    MP_STATE_THREAD(gc_lock_depth) = 0;
    mpwasm_safe_point();
}
