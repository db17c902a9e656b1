// Calls of what programs defined, by the host.
#ifndef MPWASM_CALL_H
#define MPWASM_CALL_H

#include "py/obj.h"

// Looks up a name given as text. Returns MP_OBJ_NULL if the map does not have it. No qstr is made for that.
mp_obj_t mpwasm_find_named(const mp_map_t *map, const char *name, size_t len);

// Calls what a dotted name means in __main__, and returns what it returns. The arguments are the CBOR array [[args...],
// {kwargs}]. Raises NameError or AttributeError for a name that means nothing, and whatever the call raises.
mp_obj_t mpwasm_call_by_name(const char *name, size_t name_len, const void *arguments, size_t len);

#endif
