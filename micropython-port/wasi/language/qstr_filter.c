// Tells at once of most strings that they are no qstr.
//
// Upstream looks for each new string among the qstrs, to share the memory if it is one of them: it compares the hash with those of
// a hundred qstrs one after the other, and searches the rest by halves (py/qstr.c:262 of 1.26.1). Most strings are none, and looking
// for them took half of the time of programs that make many.
//
// A bit for each value of a part of the hash says whether any qstr has it. Qstrs are never taken back, so what was added stays.

#include "py/mpstate.h"
#include "py/qstr.h"

#define FILTER_BITS (1 << 14) // standard has 1,200 qstrs: one string in 14 passes by chance

static uint32_t filter[FILTER_BITS / 32];
static size_t filtered; // qstrs below this number are in the filter

// What upstream calls qstr_find_strn.
qstr mpwasm_unfiltered_find_strn(const char *text, size_t length);

static void add_new(void) {
    const qstr_pool_t *last = MP_STATE_VM(last_pool);
    for (const qstr_pool_t *pool = last; pool != NULL && filtered < pool->total_prev_len + pool->len; pool = pool->prev) {
        size_t from = filtered > pool->total_prev_len ? filtered - pool->total_prev_len : 0;
        for (size_t at = from; at < pool->len; at++) {
            size_t bit = pool->hashes[at] % FILTER_BITS;
            filter[bit / 32] |= 1u << bit % 32;
        }
    }
    filtered = last->total_prev_len + last->len;
}

qstr qstr_find_strn(const char *text, size_t length) {
    const qstr_pool_t *last = MP_STATE_VM(last_pool);
    if (filtered != last->total_prev_len + last->len) {
        add_new();
    }
    size_t bit = qstr_compute_hash((const byte *)text, length) % FILTER_BITS;
    if (length > 0 && !(filter[bit / 32] >> bit % 32 & 1)) {
        return MP_QSTRnull;
    }
    return mpwasm_unfiltered_find_strn(text, length);
}
