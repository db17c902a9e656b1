// Weak references: what the collector does about them (weak.c).
#ifndef MPWASM_WEAK_H
#define MPWASM_WEAK_H

#include "py/obj.h"

// A weak reference. Addresses that must not keep anything alive are hidden: one more than they are, where no object begins.
typedef struct _weak_t {
    mp_obj_base_t base;
    uintptr_t referent; // hidden; 0 when it is dead
    uintptr_t next;     // hidden: the next in the same chain
    mp_obj_t callback;  // or MP_OBJ_NULL
    mp_obj_t outer;     // the instance that it is the native part of, or MP_OBJ_NULL
    mp_obj_t hash;      // MP_OBJ_NULL until it was asked for
} weak_t;

extern const mp_obj_type_t mpwasm_type_weakref; // library/weakref
#if MPWASM_LIBRARY
#define IS_WEAK(native) ((native) == &mpwasm_type_weakref)
#else
#define IS_WEAK(native) (false)
#endif

static inline uintptr_t weak_hide(const void *pointer) {
    return (uintptr_t)pointer + 1;
}

static inline void *weak_reveal(uintptr_t hidden) {
    return hidden == 0 ? NULL : (void *)(hidden - 1);
}

// Enters a reference that is alive.
void mpwasm_weak_add(weak_t *weak);

// The first live reference to an object, and the next one.
weak_t *mpwasm_weak_first(mp_obj_t referent);
weak_t *mpwasm_weak_next(weak_t *weak);

// Called by the collector when all that lives is marked: references to what is about to be freed become dead.
void mpwasm_weak_clear(void);

// Calls the callbacks of references that died. They may run Python code.
void mpwasm_weak_call_back(void);

#endif
