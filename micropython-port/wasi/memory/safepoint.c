// Functions of upstream's that collect garbage first, if that was asked for or is needed (safepoint.h).

#include "py/gc.h"
#include "py/runtime.h"

#include "memory/gccollect.h"
#include "memory/safepoint.h"

mp_obj_t mpwasm_call_function_n_kw(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_safe_point();
    mpwasm_forget_views();
    return mp_call_function_n_kw(function, n_args, n_kw, args);
}

mp_obj_t mpwasm_call_method_n_kw(size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_safe_point();
    mpwasm_forget_views();
    size_t self = args[1] != MP_OBJ_NULL;
    return mp_call_function_n_kw(args[0], n_args + self, n_kw, args + 2 - self); // as mp_call_method_n_kw, which looks at the stack besides
}

mp_obj_t mpwasm_iternext(mp_obj_t iterator) {
    mpwasm_safe_point();
    return mp_iternext(iterator);
}

void *mpwasm_malloc(size_t num_bytes) {
    MPWASM_STRESS_FOR(num_bytes);
    void *ptr = m_malloc_maybe(num_bytes);
    if (__builtin_expect(ptr != NULL, 1)) {
        return ptr;
    }
    mpwasm_collect_for(num_bytes);
    return m_malloc(num_bytes);
}

void *mpwasm_malloc0(size_t num_bytes) {
    return mpwasm_malloc(num_bytes); // what the collector hands out is zeros
}

void *mpwasm_realloc(void *ptr, size_t new_num_bytes) {
    MPWASM_STRESS_FOR(new_num_bytes);
    void *new_ptr = m_realloc_maybe(ptr, new_num_bytes, true);
    if (__builtin_expect(new_ptr != NULL, 1)) {
        return new_ptr;
    }
    mpwasm_collect_for(new_num_bytes);
    return m_realloc(new_num_bytes == 0 ? NULL : ptr, new_num_bytes);
}

void *mpwasm_grow(void *ptr, size_t num_bytes) {
    if (gc_nbytes(ptr) >= num_bytes) {
        return ptr; // what it grew by before
    }
    for (size_t more = num_bytes / 4; more >= MPWASM_GROWS / 4 && num_bytes <= mpwasm_heap_limit(); more /= 4) {
        void *larger = m_realloc_maybe(ptr, num_bytes + more, true);
        if (larger != NULL) {
            return larger;
        }
    }
    return mpwasm_realloc(ptr, num_bytes);
}
