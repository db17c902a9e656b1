// Host functions and inputs (hostcall.c).
#ifndef MPWASM_HOSTCALL_H
#define MPWASM_HOSTCALL_H

#include "py/obj.h"

// Takes the names of the host functions, each ended by a NUL, in the order of their indexes. "name" becomes a name that
// programs see as they see built-in ones, "module.name" a name of a module that they can import. Returns 0, or 1 and the index
// of the first name that is taken, and then offers nothing. Raises MemoryError.
int32_t mpwasm_hostcall_init(const char *begin, const char *end);

// Stores the variables of a CBOR map in a namespace. Raises ValueError, TypeError, MemoryError (value.h).
void mpwasm_store_inputs(mp_obj_t namespace, const void *map, size_t len);

// Asks the host for something of an object of its own: its number, "type.member", and arguments as a call has them (object.c).
mp_obj_t mpwasm_call_member(uint64_t number, const char *name, size_t len, size_t n_args, size_t n_kw, const mp_obj_t *args);

#endif
