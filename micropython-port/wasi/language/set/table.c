// The hash table of sets.
//
// A program sees the order of a set, and people expect that of small ints: {3, 1, 2} prints as {1, 2, 3}. So sizes, probes and growth are those of
// CPython 3.13's sets (Objects/setobject.c describes them): a table of a power of two, at most three fifths full; ten
// places in a row, then a jump that takes further bits of the hash; four times the keys after growing, twice from 50,000 keys on.
//
// Keys are compared if their hashes are equal. That may run Python code, which may change the set: then the search begins again.
// Old tables are left to the collector.

#include <string.h>

#include "py/runtime.h"

#include "language/dict/hash.h"
#include "language/set/set.h"
#include "memory/safepoint.h"

#define LEAST_SIZE ((size_t)8)
#define IN_A_ROW ((size_t)9) // after the first
#define REMOVED_HASH (-1) // no key's: hash_of avoids it, as CPython's does

// Where to look for a hash.
typedef struct _probe_t {
    uint64_t bits;
    size_t place, left;
} probe_t;

static inline probe_t probe_begin(size_t size, mp_int_t hash) {
    size_t place = (size_t)hash & (size - 1);
    return (probe_t) { (uint64_t)(int64_t)hash, place, place + IN_A_ROW < size ? IN_A_ROW : 0 };
}

// place is the last one looked at.
static inline void probe_next(probe_t *probe, size_t *first, size_t size) {
    if (probe->left > 0) {
        probe->left--;
        probe->place++;
        return;
    }
    probe->bits >>= 5;
    *first = (size_t)(*first * 5 + 1 + probe->bits) & (size - 1);
    probe->place = *first;
    probe->left = *first + IN_A_ROW < size ? IN_A_ROW : 0;
}

mpwasm_set_t *mpwasm_set_new(const mp_obj_type_t *type) {
    return mp_obj_malloc(mpwasm_set_t, type); // filled with zeros
}

// --- Growing ---------------------------------------------------------------------------------------

// Adds an entry whose key is not in the table yet.
static void insert(mpwasm_set_entry_t *table, size_t size, mp_obj_t key, mp_int_t hash) {
    probe_t probe = probe_begin(size, hash);
    size_t first = probe.place;
    while (table[probe.place].key != MP_OBJ_NULL) {
        probe_next(&probe, &first, size);
    }
    table[probe.place] = (mpwasm_set_entry_t) { key, hash };
}

static mpwasm_set_entry_t *new_table(size_t size) {
    return mpwasm_malloc0(mpwasm_size(0, sizeof(mpwasm_set_entry_t), size));
}

static void resize(mpwasm_set_t *set, size_t least) {
    size_t size = LEAST_SIZE;
    while (size <= least) {
        size *= 2;
    }
    mpwasm_set_entry_t *table = new_table(size), *entry;
    for (size_t place = 0; (entry = mpwasm_set_next(set, &place)) != NULL;) {
        insert(table, size, entry->key, entry->hash);
    }
    set->table = table;
    set->size = size;
    set->fill = set->used;
}

static bool is_full(size_t size, size_t fill) {
    return fill * 5 >= (size - 1) * 3;
}

static void grow(mpwasm_set_t *set) {
    resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

void mpwasm_set_expect(mpwasm_set_t *set, size_t more) {
    if (set->size == 0 ? is_full(LEAST_SIZE, more) : is_full(set->size, set->fill + more)) {
        resize(set, (set->used + more) * 2);
    }
}

void mpwasm_set_tidy(mpwasm_set_t *set) {
    if (set->fill - set->used > set->size / 4) {
        grow(set);
    }
}

void mpwasm_set_merge(mpwasm_set_t *set, mpwasm_set_t *other) {
    if (other == set || other->used == 0) {
        return;
    }
    mpwasm_set_expect(set, other->used);
    mpwasm_set_entry_t *entry;
    if (set->fill > 0) {
        for (size_t place = 0; (entry = mpwasm_set_next(other, &place)) != NULL;) {
            mpwasm_set_add(set, entry->key, entry->hash);
        }
        return;
    }
    size_t size = set->size == 0 ? LEAST_SIZE : set->size;
    mpwasm_set_entry_t *table = new_table(size);
    if (size == other->size && other->fill == other->used) {
        memcpy(table, other->table, size * sizeof(*table));
    } else {
        for (size_t place = 0; (entry = mpwasm_set_next(other, &place)) != NULL;) {
            insert(table, size, entry->key, entry->hash);
        }
    }
    set->table = table;
    set->size = size;
    set->fill = set->used = other->used;
}

// --- Searching -------------------------------------------------------------------------------------

static bool is_small(mp_obj_t key) {
    return mp_obj_is_small_int(key) || mp_obj_is_qstr(key);
}

// The place of a key, or of the free entry where the search ended. The table is not empty.
static size_t find(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash) {
again:;
    mpwasm_set_entry_t *table = set->table;
    size_t size = set->size;
    probe_t probe = probe_begin(size, hash);
    for (size_t first = probe.place;; probe_next(&probe, &first, size)) {
        mp_obj_t other = table[probe.place].key;
        if (other == key || other == MP_OBJ_NULL) {
            return probe.place;
        }
        if (table[probe.place].hash != hash || other == MP_OBJ_SENTINEL || (is_small(key) && is_small(other))) {
            continue;
        }
        bool equal = mp_obj_equal(other, key);
        if (set->table != table || set->size != size || table[probe.place].key != other) {
            if (set->size == 0) {
                set->table = new_table(LEAST_SIZE);
                set->size = LEAST_SIZE;
            }
            goto again;
        }
        if (equal) {
            return probe.place;
        }
    }
}

bool mpwasm_set_has(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash) {
    if (set->used == 0) {
        return false;
    }
    size_t place = find(set, key, hash);
    return set->table[place].key != MP_OBJ_NULL;
}

bool mpwasm_set_add(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash) {
    if (set->size == 0) {
        set->table = new_table(LEAST_SIZE);
        set->size = LEAST_SIZE;
    }
    size_t place = find(set, key, hash); // before the table is looked at
    mpwasm_set_entry_t *entry = &set->table[place];
    if (entry->key != MP_OBJ_NULL) {
        return false;
    }
    *entry = (mpwasm_set_entry_t) { key, hash };
    set->used++;
    set->fill++;
    if (is_full(set->size, set->fill)) {
        grow(set);
    }
    return true;
}

bool mpwasm_set_remove(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash) {
    if (set->used == 0) {
        return false;
    }
    size_t place = find(set, key, hash);
    if (set->table[place].key == MP_OBJ_NULL) {
        return false;
    }
    set->table[place] = (mpwasm_set_entry_t) { MP_OBJ_SENTINEL, REMOVED_HASH };
    set->used--;
    return true;
}

mp_obj_t mpwasm_set_pop(mpwasm_set_t *set) {
    size_t place = set->finger & (set->size - 1);
    while (set->table[place].key == MP_OBJ_NULL || set->table[place].key == MP_OBJ_SENTINEL) {
        place = (place + 1) & (set->size - 1);
    }
    mp_obj_t key = set->table[place].key;
    set->table[place] = (mpwasm_set_entry_t) { MP_OBJ_SENTINEL, REMOVED_HASH };
    set->used--;
    set->finger = place + 1;
    return key;
}

void mpwasm_set_clear(mpwasm_set_t *set) {
    set->table = NULL;
    set->size = set->used = set->fill = set->finger = 0;
}

mpwasm_set_entry_t *mpwasm_set_next(mpwasm_set_t *set, size_t *place) {
    while (*place < set->size) {
        mpwasm_set_entry_t *entry = &set->table[(*place)++];
        if (entry->key != MP_OBJ_NULL && entry->key != MP_OBJ_SENTINEL) {
            return entry;
        }
    }
    return NULL;
}
