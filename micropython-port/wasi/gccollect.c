// The GC heap: how it grows, and where the collector looks for pointers.

#include <stdlib.h>

#include "py/gc.h"
#include "py/mpstate.h"

#include "gccollect.h"

static size_t heap_limit;
static size_t heap_size; // bytes held now
static size_t heap_peak; // bytes held at the most

// Each area begins with its own size, which mpwasm_heap_free needs. 16 keeps blocks aligned.
#define AREA_HEADER (16)

void mpwasm_heap_init(size_t limit) {
    heap_limit = limit;
    size_t first = limit < MPWASM_HEAP_FIRST ? limit : MPWASM_HEAP_FIRST;
    char *area = mpwasm_heap_alloc(first);
    if (area == NULL) {
        __builtin_trap(); // the host gave less memory than it takes to start
    }
    gc_init(area, area + first);
}

size_t mpwasm_heap_peak(void) {
    return heap_peak;
}

void *mpwasm_heap_alloc(unsigned long size) {
    if (size > heap_limit - heap_size) {
        return NULL;
    }
    size_t *area = malloc(size + AREA_HEADER);
    if (area == NULL) {
        return NULL;
    }
    area[0] = size;
    heap_size += size;
    if (heap_size > heap_peak) {
        heap_peak = heap_size;
    }
    return (char *)area + AREA_HEADER;
}

void mpwasm_heap_free(void *ptr) {
    size_t *area = (size_t *)((char *)ptr - AREA_HEADER);
    heap_size -= area[0];
    free(area);
}

// Upstream asks this before it adds an area.
size_t gc_get_max_new_split(void) {
    return heap_limit - heap_size;
}

extern char __stack_high; // wasm-ld: the top of the shadow stack, which grows down

// Pointers live in the root pointers and the pystack, which gc_collect_start scans, and in the shadow
// stack. Pointers in wasm locals are not in memory: the builder's spill-pointers pass sees to it that
// a copy of each is in the shadow stack during every call.
MP_NOINLINE void gc_collect(void) {
    gc_collect_start();
    void **sp = __builtin_frame_address(0);
    gc_collect_root(sp, ((void **)&__stack_high) - sp);
    gc_collect_end();
}
