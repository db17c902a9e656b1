// Upstream's py/misc.h, with sizes that do not wrap around. The builder lets this folder be searched before upstream's.
//
// What upstream does wrong: py/misc.h:76 and py/obj.h:945 of 1.26.1 compute what to allocate as sizeof(type) * number, in
// 32 bits. Programs choose many of these numbers, so an array of 2**30 words takes no bytes at all, and is then filled. Here such
// a size becomes one that no heap has, and the allocation ends in a MemoryError.

#include_next "py/misc.h"

#ifndef MPWASM_OVER_MISC_H
#define MPWASM_OVER_MISC_H

#include "language/errors/texts.h"

static inline size_t mpwasm_size(size_t head, size_t item, size_t count) {
    size_t items, all;
    return __builtin_mul_overflow(item, count, &items) || __builtin_add_overflow(head, items, &all) ? SIZE_MAX : all;
}

#undef m_new
#undef m_new_maybe
#undef m_new0
#undef m_new_obj_var
#undef m_new_obj_var0
#undef m_new_obj_var_maybe
#undef m_renew
#undef m_renew_maybe

#define m_new(type, num) ((type *)m_malloc(mpwasm_size(0, sizeof(type), (num))))
#define m_new_maybe(type, num) ((type *)m_malloc_maybe(mpwasm_size(0, sizeof(type), (num))))
#define m_new0(type, num) ((type *)m_malloc0(mpwasm_size(0, sizeof(type), (num))))
#define m_new_obj_var(type, items, item, num) ((type *)m_malloc(mpwasm_size(offsetof(type, items), sizeof(item), (num))))
#define m_new_obj_var0(type, items, item, num) ((type *)m_malloc0(mpwasm_size(offsetof(type, items), sizeof(item), (num))))
#define m_new_obj_var_maybe(type, items, item, num) ((type *)m_malloc_maybe(mpwasm_size(offsetof(type, items), sizeof(item), (num))))
#define m_renew(type, ptr, old, num) ((type *)m_realloc((ptr), mpwasm_size(0, sizeof(type), (num))))
#define m_renew_maybe(type, ptr, old, num, move) ((type *)m_realloc_maybe((ptr), mpwasm_size(0, sizeof(type), (num)), (move)))

#endif
