// Weak references in the collector.
//
// All live references stand in a hash table by what they refer to. Neither the table nor a reference leads the collector to anything: addresses in it
// are hidden (weak.h). A collection drops references that nothing else holds, and makes those dead whose object is not marked. Their callbacks are called
// at the VM's next safe point, or at once where a program collects.

#include "py/gc.h"
#include "py/runtime.h"

#include "memory/gccollect.h"
#include "memory/weak.h"

MP_REGISTER_ROOT_POINTER(uintptr_t *weak_table);
MP_REGISTER_ROOT_POINTER(void *weak_died); // references with callbacks to be called, linked by their next, which is not hidden there

static size_t table_size, table_used; // a power of two
static bool asked;                    // the scheduler knows

static size_t place(uintptr_t hidden) {
    return ((hidden >> 4) * 2654435761u >> 8) & (table_size - 1);
}

static void grow(void) {
    size_t old_size = table_size;
    uintptr_t *old = MP_STATE_VM(weak_table), *table = m_new0(uintptr_t, old_size == 0 ? 16 : 2 * old_size);
    table_size = old_size == 0 ? 16 : 2 * old_size;
    MP_STATE_VM(weak_table) = table;
    for (size_t i = 0; i < old_size; i++) {
        for (weak_t *weak = weak_reveal(old[i]), *next; weak != NULL; weak = next) {
            next = weak_reveal(weak->next);
            uintptr_t *end = &table[place(weak->referent)]; // references to one object stay in their order
            while (*end != 0) {
                end = &((weak_t *)weak_reveal(*end))->next;
            }
            weak->next = 0;
            *end = weak_hide(weak);
        }
    }
    m_del(uintptr_t, old, old_size);
}

void mpwasm_weak_add(weak_t *weak) {
    if (table_used == table_size) {
        grow();
    }
    size_t at = place(weak->referent);
    weak->next = MP_STATE_VM(weak_table)[at];
    MP_STATE_VM(weak_table)[at] = weak_hide(weak);
    table_used++;
}

static weak_t *find(weak_t *weak, uintptr_t referent) {
    while (weak != NULL && weak->referent != referent) {
        weak = weak_reveal(weak->next);
    }
    return weak;
}

weak_t *mpwasm_weak_first(mp_obj_t referent) {
    uintptr_t hidden = weak_hide(MP_OBJ_TO_PTR(referent));
    return table_size == 0 ? NULL : find(weak_reveal(MP_STATE_VM(weak_table)[place(hidden)]), hidden);
}

weak_t *mpwasm_weak_next(weak_t *weak) {
    return find(weak_reveal(weak->next), weak->referent);
}

// What the scheduler calls. If its queue is full, the next collection asks again. In the midst of a callback that gc.collect() calls there is
// nothing to do: the others come after it.
static mp_obj_t call_back(mp_obj_t none) {
    (void)none;
    if (asked) {
        mpwasm_weak_call_back();
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(call_back_obj, call_back);

void mpwasm_weak_clear(void) {
    void **died = &MP_STATE_VM(weak_died); // the end: of two references to an object, the newer is told first
    while (*died != NULL) {
        died = (void **)&((weak_t *)*died)->next;
    }
    for (size_t i = 0; table_used != 0 && i < table_size; i++) {
        uintptr_t *link = &MP_STATE_VM(weak_table)[i];
        while (*link != 0) {
            weak_t *weak = weak_reveal(*link);
            bool lives = gc_is_marked(weak);
            if (lives && gc_is_marked(weak_reveal(weak->referent))) {
                link = &weak->next;
                continue;
            }
            *link = weak->next;
            table_used--;
            weak->referent = 0;
            weak->next = 0;
            if (lives && weak->callback != MP_OBJ_NULL) {
                *died = weak;
                died = (void **)&weak->next;
            }
        }
    }
    #if MICROPY_ENABLE_SCHEDULER
    if (MP_STATE_VM(weak_died) != NULL && !asked) {
        asked = mp_sched_schedule(MP_OBJ_FROM_PTR(&call_back_obj), mp_const_none);
    }
    #endif
}

void mpwasm_weak_call_back(void) {
    asked = false;
    while (MP_STATE_VM(weak_died) != NULL) {
        weak_t *weak = MP_STATE_VM(weak_died);
        mp_obj_t callback = weak->callback;
        MP_STATE_VM(weak_died) = (void *)weak->next;
        weak->next = 0;
        weak->callback = MP_OBJ_NULL;
        mp_call_function_1_protected(callback, weak->outer != MP_OBJ_NULL ? weak->outer : MP_OBJ_FROM_PTR(weak));
    }
}
