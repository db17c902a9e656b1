// Groups of exceptions (group.c, star.c).
#ifndef MPWASM_ERRORS_GROUPS_H
#define MPWASM_ERRORS_GROUPS_H

#include "py/obj.h"

extern const mp_obj_type_t mpwasm_type_BaseExceptionGroup, mpwasm_type_ExceptionGroup;

mp_obj_t mpwasm_group_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

// Whether an exception is a group; its exceptions, a tuple.
bool mpwasm_is_group(mp_obj_t exception);
mp_obj_tuple_t *mpwasm_group_items(mp_obj_t group);

// A group without a message, of a tuple or list.
mp_obj_t mpwasm_new_group(mp_obj_t exceptions);

// The part of a group whose members are among others' (objects, not groups), in the group's shape; None if there is none.
mp_obj_t mpwasm_group_projection(mp_obj_t group, mp_obj_t others);

// Whether two exceptions have the same traceback, cause, context and notes: one is a part of the other.
bool mpwasm_same_origin(mp_obj_t left, mp_obj_t right);

#endif
