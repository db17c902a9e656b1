// The heap's limits, and when it is collected (gccollect.c).
#ifndef MPWASM_GCCOLLECT_H
#define MPWASM_GCCOLLECT_H

#include <stdbool.h>
#include <stddef.h>

#include "py/obj.h"

// The most bytes that the heap may have.
size_t mpwasm_heap_limit(void);

// Makes the heap, which grows to at most limit bytes.
void mpwasm_heap_init(size_t limit);

// Collects if a collection was asked for. What the caller and all its callers hold must be in memory.
void mpwasm_attend(void);
extern bool gc_wants_attention;
static inline void mpwasm_safe_point(void) {
    if (__builtin_expect(gc_wants_attention, 0)) {
        mpwasm_attend();
    }
}

// Clears what calls that are over have left in the shadow stack. A frame to come may leave some of its words unwritten, and
// they would pass for its pointers.
void mpwasm_clear_dead_stack(void);

// The number of views that keep something from being resized (language/buffer), and what calls from the VM into C begin with while there
// are any: it clears what earlier calls left where theirs will lie. Else the frames of a call that resizes would hold on to views
// that are used no more.
extern size_t mpwasm_exports;
void mpwasm_clear_call_stack(void);
static inline void mpwasm_forget_views(void) {
    if (__builtin_expect(mpwasm_exports != 0, 0)) {
        mpwasm_clear_call_stack();
    }
}

// Clears words of Python frames that are above their stacks' tops, so that a program which collects sees what it dropped die (stale.c).
// The arguments are those of a call that the innermost frame makes.
void mpwasm_clear_stale(const mp_obj_t *args, size_t n_args);

// An object that was just made is known to live on: it is no garbage to collect for.
void mpwasm_heap_settled(const void *object);

// An object that was just made holds no pointers, and need not be searched for them. Small ones are, all the same.
void mpwasm_heap_plain(const void *object);

// A run begins. Collects if little memory is left, since the compiler passes no safe points.
void mpwasm_heap_run_begins(void);

// Its program begins, or has ended. In between the heap keeps something back, for reporting the end and for the next run.
void mpwasm_heap_program_begins(void);
void mpwasm_heap_program_ends(void);

// Collects for an object that no memory was found for, unless that is in vain, or the heap locked. The caller and all its
// callers keep what they hold in memory. Objects with finalisers stay until the next safe point of the VM: no Python
// code runs in here.
void mpwasm_collect_for(size_t bytes);

// In a build under stress, collects before such an object is made.
void mpwasm_stress_for(size_t bytes);
#if MPWASM_GC_STRESS
#define MPWASM_STRESS_FOR(bytes) mpwasm_stress_for(bytes)
#else
#define MPWASM_STRESS_FOR(bytes) (void)0
#endif

// --- For the allocator ---

// Asks for a collection at the next safe point.
void gc_request(void);

// Takes note that an allocation failed, and asks for a collection.
void gc_failed(size_t bytes);

// Asks for one as a build under stress does: always, unless much lives.
void gc_stress(void);

// Accounts for memory that objects are going to take, or that they gave back.
void gc_account(size_t bytes);
void gc_unaccount(size_t bytes);

// Asks for a collection if another object of the size of one just made would find no memory.
void gc_expect(size_t bytes);

// While a collection has marked and not swept: whether an object lives. What is not the heap's does.
bool gc_is_marked(const void *object);

extern bool gc_dels; // objects with finalisers were made

#endif
