// Interned strings that are known when the guest is built, as they lie in the module: texts and lengths alone. What the interpreter looks
// them up by is made from them when it starts (names.c).
#pragma once

#include "py/qstr.h"

typedef struct _mpwasm_names_t {
    qstr_pool_t *pool; // room for the pool and the addresses of count texts
    qstr_hash_t *hashes; // room for count
    const qstr_len_t *lengths;
    const char *texts; // each ended by a NUL
    size_t count;
} mpwasm_names_t;

// Defines name_pool and name_hashes: room for count names.
#define MPWASM_NAMES_ROOM(name, count) \
    static union { \
        qstr_pool_t pool; \
        char room[sizeof(qstr_pool_t) + (count) * sizeof(char *)]; \
    } name##_pool; \
    static qstr_hash_t name##_hashes[count]
