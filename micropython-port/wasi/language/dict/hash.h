// The hash of any object (hash.c).
#ifndef MPWASM_HASH_H
#define MPWASM_HASH_H

#include "py/obj.h"

// What tables are indexed by: 32 bits of what hash(object) gives, or a TypeError for what cannot be hashed. Equal objects have equal
// hashes. For an instance, and for what holds instances, this may run Python code.
mp_int_t mpwasm_hash(mp_obj_t object);

// The hash that an int means which a program's __hash__ returns.
mp_obj_t mpwasm_hash_given(mp_obj_t number);

// Spreads a hash over 32 bits, so that keys whose hashes lie close together, or differ in their upper bits only, do not
// meet in a table.
static inline uint32_t mpwasm_mix(uint32_t hash) {
    hash = (hash ^ hash >> 16) * 0x7feb352du; // constants: Wellons' "hash-prospector", 2018
    return (hash ^ hash >> 15) * 0x846ca68bu;
}

#endif
