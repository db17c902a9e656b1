// Sets: their table (table.c) and their types (set.c).
#ifndef MPWASM_SET_H
#define MPWASM_SET_H

#include "py/obj.h"

typedef struct _mpwasm_set_entry_t {
    mp_obj_t key; // null: free; MP_OBJ_SENTINEL: removed
    mp_int_t hash;
} mpwasm_set_entry_t;

// A set or frozenset.
typedef struct _mpwasm_set_t {
    mp_obj_base_t base;
    size_t size; // of the table: 0, or a power of two from 8 on
    size_t used; // entries with a key
    size_t fill; // those, and removed ones
    size_t finger; // where pop looks first
    mp_int_t hash; // of a frozenset; 0 if it was not asked for yet
    mpwasm_set_entry_t *table;
} mpwasm_set_t;

mpwasm_set_t *mpwasm_set_new(const mp_obj_type_t *type);

// The hash of a key. That of a set is the one that a frozenset of its items has.
mp_int_t mpwasm_set_hash_key(mp_obj_t key);

// Whether a key is in a set; adds it if not; removes it. The hash is the key's. add and remove tell if anything changed.
bool mpwasm_set_has(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash);
bool mpwasm_set_add(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash);
bool mpwasm_set_remove(mpwasm_set_t *set, mp_obj_t key, mp_int_t hash);

// Removes and returns any key of a set that is not empty.
mp_obj_t mpwasm_set_pop(mpwasm_set_t *set);

void mpwasm_set_clear(mpwasm_set_t *set);

// Adds all of another set.
void mpwasm_set_merge(mpwasm_set_t *set, mpwasm_set_t *other);

// Makes room for so many more keys.
void mpwasm_set_expect(mpwasm_set_t *set, size_t more);

// Drops the marks of removed keys if there are many.
void mpwasm_set_tidy(mpwasm_set_t *set);

// Finds the next entry from a place on, and moves the place behind it. NULL at the end. The table may change between two calls.
mpwasm_set_entry_t *mpwasm_set_next(mpwasm_set_t *set, size_t *place);

#endif
