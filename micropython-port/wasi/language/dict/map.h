// Maps that keep the order of insertion (map.c), for those who walk or copy them.
//
// A map's entries lie in its table in the order in which they came. map->alloc is the room for entries; an entry without a key is free,
// or was deleted. So code that walks all of alloc and asks mp_map_slot_is_filled gets the order.
#ifndef MPWASM_MAP_H
#define MPWASM_MAP_H

#include "py/obj.h"

// Whether a map is a constant one: an array of entries, without anything behind it.
static inline bool mpwasm_map_is_rom(const mp_map_t *map) {
    return map->is_fixed && map->is_ordered;
}

// The number of the first entry, or of one before it.
size_t mpwasm_map_begin(const mp_map_t *map);

// The number of the first entry from number on, or of the last one before it. SIZE_MAX if there is none.
static inline size_t mpwasm_map_next(const mp_map_t *map, size_t number) {
    for (number = number == 0 ? mpwasm_map_begin(map) : number; number < map->alloc; number++) {
        if (map->table[number].key != MP_OBJ_NULL) {
            return number;
        }
    }
    return SIZE_MAX;
}

size_t mpwasm_map_previous(const mp_map_t *map, size_t number);

// Makes an uninitialised map a copy of another.
void mpwasm_map_copy(mp_map_t *copy, const mp_map_t *map);

// Takes an entry out, by its number.
mp_map_elem_t mpwasm_map_take(mp_map_t *map, size_t number);

// As mp_map_init, for at most 12 entries. It does not collect, so what the caller holds need not be written into the C stack.
void mpwasm_map_init_small(mp_map_t *map, size_t n);

// The globals in which names of built-ins were looked for in vain (language/namespace.c). A key that is added ends that.
extern const mp_map_t *mpwasm_asked_globals;

// The bytes of a map's table.
size_t mpwasm_map_bytes(const mp_map_t *map);

#endif
