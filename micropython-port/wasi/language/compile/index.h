// Finds an entry of a list by a hash: slots that hold positions in the list, counted from 1. What has no index yet has no slots.
#ifndef MPWASM_COMPILE_INDEX_H
#define MPWASM_COMPILE_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "py/misc.h"

#define INDEX_FROM (16) // entries; fewer are looked at one by one

typedef struct {
    uint32_t *slots;
    size_t count; // a power of two, at least twice the entries
} index_t;

static inline void index_free(index_t *index) {
    m_del(uint32_t, index->slots, index->count);
    index->slots = NULL;
    index->count = 0;
}

// Makes room for so many entries. Whether all of them must be put again.
static inline bool index_grow(index_t *index, size_t entries) {
    if (entries * 2 <= index->count) {
        return false;
    }
    index_free(index);
    for (index->count = INDEX_FROM; index->count < entries * 2;) {
        index->count *= 2;
    }
    index->slots = m_new0(uint32_t, index->count);
    return true;
}

static inline size_t index_first(const index_t *index, uint32_t hash) {
    return hash * 0x9e3779b1u >> 8 & (index->count - 1);
}

static inline size_t index_next(const index_t *index, size_t at) {
    return (at + 1) & (index->count - 1);
}

static inline void index_put(index_t *index, uint32_t hash, size_t position) {
    size_t at = index_first(index, hash);
    while (index->slots[at] != 0) {
        at = index_next(index, at);
    }
    index->slots[at] = position + 1;
}

#endif
