// Dicts (dict.c), for those who build on them.
#ifndef MPWASM_DICT_H
#define MPWASM_DICT_H

#include "py/obj.h"

#include "language/dict/map.h"

// The dict that an object is, or has as its native part. NULL if it is none.
mp_obj_dict_t *mpwasm_dict_of(mp_obj_t object);

// The same for the self of a method: a TypeError if it is none.
mp_obj_dict_t *mpwasm_dict_self(mp_obj_t self);

// The same for one that is going to be changed: a TypeError if it may not be.
mp_obj_dict_t *mpwasm_dict_mutable(mp_obj_t self);

// Adds what a mapping, or an iterable of pairs, holds.
void mpwasm_dict_update(mp_obj_dict_t *dict, mp_obj_t other);

// Walks through a dict, while the caller may run Python code between two calls. False at the end; a RuntimeError if the dict's
// size has changed. begin sets what is given as the first; it fits in an iterator's buffer.
typedef struct _mpwasm_dict_walk_t {
    mp_obj_base_t base; // for iterators
    mp_obj_dict_t *dict;
    size_t number, used;
} mpwasm_dict_walk_t;

void mpwasm_dict_walk(mpwasm_dict_walk_t *walk, mp_obj_dict_t *dict);
MP_NORETURN void mpwasm_dict_raise_changed(mpwasm_dict_walk_t *walk);

static inline bool mpwasm_dict_next(mpwasm_dict_walk_t *walk, mp_map_elem_t *entry) {
    if (walk->dict == NULL) {
        return false;
    }
    const mp_map_t *map = &walk->dict->map;
    if (map->used != walk->used) {
        mpwasm_dict_raise_changed(walk);
    }
    size_t number = mpwasm_map_next(map, walk->number);
    if (number == SIZE_MAX) {
        walk->dict = NULL;
        return false;
    }
    *entry = map->table[number];
    walk->number = number + 1;
    return true;
}

// The methods and operators of type dict, which its subtypes in C have, too.
mp_obj_t mpwasm_dict_unary_op(mp_unary_op_t op, mp_obj_t self);
mp_obj_t mpwasm_dict_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf);

// Views and iterators (view.c).
typedef enum { MPWASM_KEYS, MPWASM_VALUES, MPWASM_ITEMS } mpwasm_view_kind_t;
mp_obj_t mpwasm_dict_iterator(mp_obj_dict_t *dict, mpwasm_view_kind_t kind, mp_obj_iter_buf_t *iter_buf);
bool mpwasm_dict_is_view(mp_obj_t object);
MP_DECLARE_CONST_FUN_OBJ_1(mpwasm_dict_keys_obj);
MP_DECLARE_CONST_FUN_OBJ_1(mpwasm_dict_values_obj);
MP_DECLARE_CONST_FUN_OBJ_1(mpwasm_dict_items_obj);
MP_DECLARE_CONST_FUN_OBJ_1(mpwasm_dict_reversed_obj);

#endif
