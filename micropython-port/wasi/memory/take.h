// Small objects without a call: what gc_alloc (gc.c) does most of the time. The build with assertions runs this, too; the one under sanitizers
// has another heap, of malloc's.
#ifndef MPWASM_TAKE_H
#define MPWASM_TAKE_H

#include <assert.h>

#include "py/mpstate.h"

#include "memory/gcheap.h"

// At most SMALL_MAX bytes, a constant. NULL if gc_alloc is to be asked.
static inline void *gc_take(size_t bytes) {
    #if !MPWASM_NATIVE && !MPWASM_GC_STRESS
    gc_class_t *class = &gc_classes[(bytes + GRANULE - 1) / GRANULE - 1]; // up to 256 bytes each number of granules has a class
    uintptr_t object = class->cursor;
    assert(object == class->end || class->size == (bytes + GRANULE - 1) / GRANULE * GRANULE);
    if (object != class->end && MP_STATE_THREAD(gc_lock_depth) == 0) {
        class->cursor = object + (bytes + GRANULE - 1) / GRANULE * GRANULE;
        return (void *)object;
    }
    #endif
    (void)bytes;
    return NULL;
}

#endif
