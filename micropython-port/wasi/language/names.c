// The tables of interned strings that are known when the guest is built.
//
// Upstream has them ready in the module: hashes, which no compressor makes smaller, and addresses of texts, which the linker puts in
// any order. They are a seventh of what goes over the wire. Here the module holds the texts, in order, and their lengths; the rest
// is made when the interpreter starts, in a tenth of a millisecond.

#include "py/mpstate.h"
#include "py/qstr.h"

#include "language/names.h"

#define qstr_init mpwasm_upstream_qstr_init // for upstream's tables, which are empty

#ifndef NO_QSTR // else the strings are being collected
#define NAMES_ARE_KNOWN (1)
#define NO_QSTR
#endif
// Upstream's definition gets another name, its call does not: the first argument tells them apart.
#define qstr_find_strn(first, second) FIND_##first, second)
#define FIND_const mpwasm_unindexed_find_strn(const
#define FIND_str qstr_find_strn(str

#define qstr_compute_hash mpwasm_upstream_compute_hash

#include "py/qstr.c"
#undef qstr_init
#undef qstr_find_strn
#undef qstr_compute_hash

// Upstream's hash, four bytes a turn: turns take fuel, and most strings that are made are hashed.
size_t qstr_compute_hash(const byte *data, size_t len) {
    size_t hash = 5381;
    for (; len >= 4; len -= 4, data += 4) {
        hash = (((hash * 33 ^ data[0]) * 33 ^ data[1]) * 33 ^ data[2]) * 33 ^ data[3];
    }
    for (; len > 0; len--, data++) {
        hash = hash * 33 ^ *data;
    }
    hash &= Q_HASH_MASK;
    return hash == 0 ? 1 : hash;
}

#if NAMES_ARE_KNOWN

typedef struct {
    qstr_pool_t *pool; // room for the pool and the addresses of count texts
    qstr_hash_t *hashes; // room for count
    const qstr_len_t *lengths;
    const char *texts; // each ended by a NUL
    size_t count;
} names_t;

// Defines name_pool and name_hashes: room for count names.
#define NAMES_ROOM(name, count) \
    static union { \
        qstr_pool_t pool; \
        char room[sizeof(qstr_pool_t) + (count) * sizeof(char *)]; \
    } name##_pool; \
    static qstr_hash_t name##_hashes[count]

NAMES_ROOM(fixed, MP_QSTRnumber_of_static);
NAMES_ROOM(main, MP_QSTRnumber_of - MP_QSTRnumber_of_static);

#define QDEF0(id, hash, len, str) len,
#define QDEF1(id, hash, len, str)
static const qstr_len_t fixed_lengths[] = {
    #include "genhdr/qstrdefs.generated.h"
};
#undef QDEF0
#undef QDEF1
#define QDEF0(id, hash, len, str)
#define QDEF1(id, hash, len, str) len,
static const qstr_len_t main_lengths[] = {
    #include "genhdr/qstrdefs.generated.h"
};
#undef QDEF0
#undef QDEF1

#define QDEF0(id, hash, len, str) str "\0"
#define QDEF1(id, hash, len, str)
static const char fixed_texts[] =
    #include "genhdr/qstrdefs.generated.h"
;
#undef QDEF0
#undef QDEF1
#define QDEF0(id, hash, len, str)
#define QDEF1(id, hash, len, str) str "\0"
static const char main_texts[] =
    #include "genhdr/qstrdefs.generated.h"
;
#undef QDEF0
#undef QDEF1

static const names_t fixed_names = { &fixed_pool.pool, fixed_hashes, fixed_lengths, fixed_texts, MP_ARRAY_SIZE(fixed_lengths) };
static const names_t main_names = { &main_pool.pool, main_hashes, main_lengths, main_texts, MP_ARRAY_SIZE(main_lengths) };

static const qstr_pool_t *fill(const qstr_pool_t *previous, bool is_sorted, const names_t *names) {
    qstr_pool_t *pool = names->pool;
    pool->prev = previous;
    pool->total_prev_len = previous != NULL ? previous->total_prev_len + previous->len : 0;
    pool->is_sorted = is_sorted;
    pool->alloc = MICROPY_ALLOC_QSTR_ENTRIES_INIT;
    pool->len = names->count;
    pool->hashes = names->hashes;
    pool->lengths = (qstr_len_t *)names->lengths;
    const char *text = names->texts;
    for (size_t i = 0; i < names->count; i++) {
        pool->qstrs[i] = text;
        pool->hashes[i] = qstr_compute_hash((const byte *)text, names->lengths[i]);
        text += names->lengths[i] + 1;
    }
    return pool;
}

void qstr_init(void) {
    const qstr_pool_t *last = fill(fill(NULL, false, &fixed_names), true, &main_names);
    MP_STATE_VM(last_pool) = (qstr_pool_t *)last;
    MP_STATE_VM(qstr_last_chunk) = NULL;
}

// The last pool has room for most; then the hash, which was needed to look for the name, is not made again.
static qstr intern_hashed(const char *text, size_t length, size_t hash) {
    qstr known = mpwasm_find_hashed(text, length, hash);
    if (known != MP_QSTRnull) {
        return known;
    }
    qstr_pool_t *pool = MP_STATE_VM(last_pool);
    if (pool->len >= pool->alloc) {
        return qstr_add(length, text);
    }
    pool->hashes[pool->len] = hash;
    pool->lengths[pool->len] = length;
    pool->qstrs[pool->len] = text;
    return pool->total_prev_len + pool->len++;
}

qstr mpwasm_intern_in_place(const char *text, size_t length) {
    return intern_hashed(text, length, qstr_compute_hash((const byte *)text, length));
}

// The end is found, and the hash made (qstr_compute_hash), in one go.
qstr mpwasm_intern_next(const char **text) {
    const char *begin = *text, *at = begin;
    size_t hash = 5381;
    for (; *at != '\0'; at++) {
        hash = hash * 33 ^ (byte)*at;
    }
    *text = at + 1;
    hash &= Q_HASH_MASK;
    return intern_hashed(begin, at - begin, hash != 0 ? hash : 1);
}

#endif
