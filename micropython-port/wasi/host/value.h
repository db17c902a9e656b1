// Python values as CBOR (cbor.h).
#ifndef MPWASM_VALUE_H
#define MPWASM_VALUE_H

#include "py/obj.h"

// How deep values may nest, either way.
#define MPWASM_VALUE_DEPTH (64)

// --- Encoding (value.c) ---

// Appends the encoding of a value. A value of a type that has none is shown by its repr; so is one that contains itself or nests
// beyond MPWASM_VALUE_DEPTH, as a whole. Raises MemoryError, and what __repr__ does.
void mpwasm_value_encode(vstr_t *out, mp_obj_t value);

// The same for what a host function is called with: raises TypeError for a value of a type that has no encoding, ValueError for
// one that contains itself or nests too deep.
void mpwasm_argument_encode(vstr_t *out, mp_obj_t value);

// Appends a number, the head of an array of n items or of a map of n pairs, and a text string.
void mpwasm_cbor_uint(vstr_t *out, uint64_t n);
void mpwasm_cbor_array(vstr_t *out, size_t n);
void mpwasm_cbor_map(vstr_t *out, size_t n);
void mpwasm_cbor_text(vstr_t *out, const char *text, size_t len);

// --- Decoding (value_decode.c) ---

// Bytes of the host's that are yet to be decoded. What they say is not trusted.
typedef struct _mpwasm_cbor_t {
    const byte *next, *end;
} mpwasm_cbor_t;

// Takes one value off. Raises ValueError where it is malformed or nested too deep, TypeError for a key that cannot be
// hashed, MemoryError.
mp_obj_t mpwasm_value_decode(mpwasm_cbor_t *in);

// Takes the head of an array off and returns its number of items; of a map, its number of pairs; a text string.
size_t mpwasm_cbor_take_array(mpwasm_cbor_t *in);
size_t mpwasm_cbor_take_map(mpwasm_cbor_t *in);
const char *mpwasm_cbor_take_text(mpwasm_cbor_t *in, size_t *len);

// Raises ValueError unless all was taken.
void mpwasm_cbor_end(const mpwasm_cbor_t *in);

#endif
