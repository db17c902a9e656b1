// Python values as CBOR (value.c).
#ifndef MPWASM_VALUE_H
#define MPWASM_VALUE_H

#include "py/obj.h"

// Appends the CBOR encoding of a value. Raises ValueError for a cycle (or nesting beyond
// MPWASM_VALUE_DEPTH), MemoryError.
void mpwasm_value_encode(vstr_t *out, mp_obj_t value);

// Appends the head of a map with the given number of pairs, and a text string.
void mpwasm_cbor_map(vstr_t *out, size_t pairs);
void mpwasm_cbor_text(vstr_t *out, const char *text, size_t len);

#define MPWASM_VALUE_DEPTH (64)

#endif
