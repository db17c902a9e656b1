// Objects of the host's that programs hold.
#ifndef MPWASM_OBJECT_H
#define MPWASM_OBJECT_H

#include "py/obj.h"

// Makes one. Its members are a text of names, each of which ends in '(' for a method, in ' ' for an attribute. "__iter__(" makes it iterable,
// "__next__(" an iterator. Raises MemoryError.
mp_obj_t mpwasm_new_object(uint64_t number, const char *type, size_t type_len, const char *members, size_t len);

// Tells whether objects of a type are such.
bool mpwasm_is_host_object(const mp_obj_type_t *type);

// The number that the host gave one.
uint64_t mpwasm_object_number(mp_obj_t object);

// A method of one, listed or not.
mp_obj_t mpwasm_object_method(mp_obj_t object, qstr name);

// A list of the names of its members.
mp_obj_t mpwasm_object_members(mp_obj_t object);

#endif
