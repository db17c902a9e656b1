// Small objects without a call: what gc_alloc (gc.c) does most of the time.
#ifndef MPWASM_TAKE_H
#define MPWASM_TAKE_H

#include "py/mpstate.h"

#include "memory/gcheap.h"

// At most SMALL_MAX bytes, a constant. NULL if gc_alloc is to be asked.
static inline void *gc_take(size_t bytes) {
    #if !MPWASM_NATIVE && !MPWASM_GC_STRESS && !MPWASM_ASSERTS
    gc_class_t *class = &gc_classes[(bytes + GRANULE - 1) / GRANULE - 1]; // up to 256 bytes each number of granules has a class
    uintptr_t object = class->cursor;
    if (object != class->end && MP_STATE_THREAD(gc_lock_depth) == 0) {
        class->cursor = object + (bytes + GRANULE - 1) / GRANULE * GRANULE;
        return (void *)object;
    }
    #endif
    (void)bytes;
    return NULL;
}

#endif
