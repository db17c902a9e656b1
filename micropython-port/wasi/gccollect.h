// The heap's limits, and when it is collected (gccollect.c).
#ifndef MPWASM_GCCOLLECT_H
#define MPWASM_GCCOLLECT_H

#include <stdbool.h>
#include <stddef.h>

// The most bytes that the heap may have.
size_t mpwasm_heap_limit(void);

// Makes the heap, which grows to at most limit bytes.
void mpwasm_heap_init(size_t limit);

// Collects if a collection was asked for. What the caller and all its callers hold must be in memory.
void mpwasm_collect_if_requested(void);
extern bool gc_requested;
static inline void mpwasm_safe_point(void) {
    if (__builtin_expect(gc_requested, 0)) {
        mpwasm_collect_if_requested();
    }
}

// --- For the allocator ---

// Asks for a collection at the next safe point.
void gc_request(void);

// Asks for one as a build under stress does: always, unless much lives.
void gc_stress(void);

// Accounts for memory that objects are going to take, or that they gave back.
void gc_account(size_t bytes);
void gc_unaccount(size_t bytes);

// Asks for a collection if another object of the size of one just made would find no memory.
void gc_expect(size_t bytes);

extern bool gc_dels; // objects with finalisers were made

#endif
