// Text: str, bytes and bytearray as CPython has them.
//
// A str is what upstream makes it: UTF-8 in a mp_obj_str_t, or a qstr. Lone surrogates are three bytes, as any other character of
// their size. What works on all three types takes a text_t, which is the bytes of one of them.
#ifndef MPWASM_TEXT_H
#define MPWASM_TEXT_H

#include "py/objstr.h"

// --- index.c: characters by number ---

// The characters of a str. If there are as many as bytes, it is ASCII. Else marks, if there are any, has the place of each 32nd.
typedef struct {
    const byte *data;
    size_t len, chars;
    const uint32_t *marks;
} text_chars_t;

#define TEXT_MARK (32)

// Looks at a str's characters.
text_chars_t text_chars(const byte *data, size_t len);

// The place of a character; of those behind the last, the end.
const byte *text_char_at(const text_chars_t *chars, size_t index);

// The number of the character at a place.
size_t text_char_number(const text_chars_t *chars, const byte *place);

// The value of an index or length: what __index__ gives, the nearest if it does not fit. False if it is no number.
bool text_index_maybe(mp_obj_t index, mp_int_t *value);

// Start, stop, step and number of items of a slice.
typedef struct {
    mp_int_t start, stop, step;
    size_t count;
} text_slice_t;

text_slice_t text_slice(mp_obj_t slice, size_t len);

mp_obj_t mpwasm_str_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value);
mp_obj_t mpwasm_bytes_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value);
mp_obj_t mpwasm_str_unary_op(mp_unary_op_t op, mp_obj_t self);

#endif
