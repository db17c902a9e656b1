// Looking for a name where it was found last.
//
// The cache holds, for a name, the number of the entry that it had in the map where it was found last (upstream's MICROPY_OPT_MAP_LOOKUP_CACHE).
// Maps of one shape, such as the instances of a class, have a name at the same number, so for most attributes and globals one look is all.
// It is a hint: the entry's key says whether it is right.
#ifndef MPWASM_FIND_H
#define MPWASM_FIND_H

#include "py/mpstate.h"

#if MICROPY_OPT_MAP_LOOKUP_CACHE
#define MPWASM_LIKELY_ENTRY(key) (mp_state_ctx.vm.map_lookup_cache[((uintptr_t)(key) >> 3) % MICROPY_OPT_MAP_LOOKUP_CACHE_SIZE])
#endif

// A name's entry, or NULL if it is elsewhere than it was, or in none.
static inline mp_map_elem_t *mpwasm_map_guess(const mp_map_t *map, mp_obj_t name) {
    #if MICROPY_OPT_MAP_LOOKUP_CACHE
    size_t likely = MPWASM_LIKELY_ENTRY(name);
    if (likely < map->alloc && map->table[likely].key == name) {
        return &map->table[likely];
    }
    #endif
    return NULL;
}

// A name's entry, or NULL if there is none.
static inline mp_map_elem_t *mpwasm_map_find(mp_map_t *map, mp_obj_t name) {
    mp_map_elem_t *entry = mpwasm_map_guess(map, name);
    return entry != NULL ? entry : mp_map_lookup(map, name, MP_MAP_LOOKUP);
}

#endif
