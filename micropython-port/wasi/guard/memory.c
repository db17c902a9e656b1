// Memory that may still be in use when upstream frees it.
//
// What upstream does wrong: a list, array, dict or set that shrinks or grows frees its old memory at once, whoever still works
// on it: a sort whose key function clears the list (py/objlist.c:280 of 1.26.1), a dict printed by a __repr__ that changes
// it (py/objdict.c:92), a memoryview of a bytearray that grows (py/objarray.c:49). The next object that gets this memory is then read or overwritten.
//
// Here that memory is left to the collector, which finds whoever holds its address: objects, and C functions on the shadow
// stack. So it stays what it was as long as it is held, and writes to it harm nobody. The files named in sources.txt use these.

#include <string.h>

#include "py/gc.h"
#include "py/misc.h"

#include "memory/gccollect.h"
#include "guard/guard.h"
#include "memory/safepoint.h"

void mpwasm_leave(void *memory) {
    (void)memory;
}

// It calls the allocator itself: m_malloc may raise, so what is held during the call would be written to the stack, and a
// collection could still find it there, much later. Only where there is no memory it collects.
void *mpwasm_realloc_apart(void *memory, size_t bytes) {
    if (memory == NULL) {
        return mpwasm_malloc(bytes);
    }
    MPWASM_STRESS_FOR(bytes);
    size_t old_bytes = gc_nbytes(memory);
    if (gc_is_locked() || old_bytes == 0) { // not of the heap, so nobody knows how much there is
        m_malloc_fail(bytes);
    }
    if (bytes > old_bytes && gc_realloc(memory, bytes, false) != NULL) {
        return memory; // grown where it is
    }
    if (bytes > old_bytes / 2 && bytes <= old_bytes) { // not worth a copy
        return memory;
    }
    void *copy = gc_alloc(bytes, 0);
    if (copy == NULL && bytes > old_bytes) {
        mpwasm_collect_for(bytes);
        copy = gc_alloc(bytes, 0);
    }
    if (copy != NULL) {
        return memcpy(copy, memory, bytes < old_bytes ? bytes : old_bytes);
    }
    if (bytes > old_bytes) {
        m_malloc_fail(bytes);
    }
    return memory; // shrinking does not fail
}
