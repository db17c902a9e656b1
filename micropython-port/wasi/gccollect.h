// The GC heap (gccollect.c).
#ifndef MPWASM_GCCOLLECT_H
#define MPWASM_GCCOLLECT_H

#include <stddef.h>

// Size of the heap's first area, in bytes.
#define MPWASM_HEAP_FIRST (128 * 1024)

// Makes the heap, which grows to at most limit bytes.
void mpwasm_heap_init(size_t limit);

// The most bytes of heap that were held at one time.
size_t mpwasm_heap_peak(void);

#endif
