// Calls of what programs defined, by the host.
#ifndef MPWASM_CALL_H
#define MPWASM_CALL_H

#include "py/obj.h"

#include "host/value.h"

// Looks up a name given as text. Returns MP_OBJ_NULL if the map does not have it. No qstr is made for that.
mp_obj_t mpwasm_find_named(const mp_map_t *map, const char *name, size_t len);

// Calls what a dotted name means in __main__, or does what one that begins with '#' says (handle.h), and returns what that returns. The
// arguments are the CBOR array [[args...], {kwargs}]. Raises NameError or AttributeError for a name that means nothing, and whatever the call raises.
mp_obj_t mpwasm_call_by_name(const char *name, size_t name_len, const void *arguments, size_t len);

// The same, of arguments that come one after the other, [args...] and {kwargs}, and end what is to be decoded.
mp_obj_t mpwasm_call_decoded(const char *name, size_t name_len, mpwasm_cbor_t *in);

#endif
