// Text: str, bytes and bytearray as CPython has them.
//
// A str is what upstream makes it: UTF-8 in a mp_obj_str_t, or a qstr. Lone surrogates are three bytes, as any other character of
// their size. What works on all three types takes a text_t, which is the bytes of one of them; a bytearray's are good until
// Python code runs.
#ifndef MPWASM_TEXT_H
#define MPWASM_TEXT_H

#include "py/objstr.h"

// --- object.c: the objects ---

// In a str's hash, beside the hash itself: that it is ASCII, or is not. Neither, if nobody has looked.
#define TEXT_ASCII (1u << 31)
#define TEXT_WIDE (1u << 30)

typedef struct {
    const byte *data;
    size_t len;
    const mp_obj_type_t *type; // mp_type_str, mp_type_bytes or mp_type_bytearray
    bool ascii; // for a str: that its characters are its bytes
} text_t;

// The text of an object of one of the three types, or of a subclass.
bool text_maybe(mp_obj_t object, text_t *text);

// The same for what a method is called on, or a TypeError.
text_t text_self(mp_obj_t self);

static inline bool text_is_str(const text_t *text) {
    return text->type == &mp_type_str;
}

// A text of a type. A str's data must be UTF-8.
mp_obj_t text_new(const mp_obj_type_t *type, const byte *data, size_t len);
mp_obj_t text_from_vstr(const mp_obj_type_t *type, vstr_t *vstr);
mp_obj_t text_new_char(const byte *data, size_t len);

// The object, if its type is exactly that of the text and it cannot change; else a copy of the text.
mp_obj_t text_same(const text_t *text, mp_obj_t object);

// lhs + rhs, of lhs' type (str or bytes), in place if lhs was the last to be made in this way.
mp_obj_t text_concat(const text_t *lhs, const text_t *rhs);

// An argument that must be text as self is. For a str, the message says what was given instead of a str.
text_t text_arg(const text_t *self, mp_obj_t arg, mp_rom_error_text_t message);

// Raises a MemoryError if so many bytes are more than the heap may have.
size_t text_check_size(uint64_t bytes);

// --- index.c: characters by number ---

// The characters of a str. If there are as many as bytes, it is ASCII. Else marks, if there are any, has the place of each 32nd.
typedef struct {
    const byte *data;
    size_t len, chars;
    const uint32_t *marks;
} text_chars_t;

#define TEXT_MARK (32)

// Looks at the characters of a text; those of bytes are bytes.
text_chars_t text_chars(const text_t *text);

// The place of a character; of those behind the last, the end.
const byte *text_char_at(const text_chars_t *chars, size_t index);

// The number of the character at a place.
size_t text_char_number(const text_chars_t *chars, const byte *place);

// The length of the character at a place.
static inline size_t text_char_len(const byte *at) {
    // No further than continuations go: what upstream makes of a program's bytes need not be UTF-8, but it is followed by a nought.
    size_t len = 1, most = *at < 0x80 ? 1 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
    while (len < most && UTF8_IS_CONT(at[len])) {
        len++;
    }
    return len;
}

// The value of an index or length: what __index__ gives, the nearest if it does not fit. False if it is no number.
bool text_index_maybe(mp_obj_t index, mp_int_t *value);

// The same, with a TypeError as CPython words it.
mp_int_t text_index(mp_obj_t index);

// Narrows a text to what arguments start and end, if there are any, leave of it. False if start lies behind the end.
bool text_narrow(text_t *text, size_t n_args, const mp_obj_t *args);

// Start, stop, step and number of items of a slice.
typedef struct {
    mp_int_t start, stop, step;
    size_t count;
} text_slice_t;

text_slice_t text_slice(mp_obj_t slice, size_t len);

mp_obj_t text_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value);
mp_obj_t text_unary_op(mp_unary_op_t op, mp_obj_t self);

// --- find.c ---

size_t text_count(const text_t *text, const text_t *wanted);
mp_obj_t text_contains(mp_obj_t self, mp_obj_t wanted);

// --- bytes.c ---

// What an operator does with a bytearray on its left. MP_OBJ_SENTINEL if upstream's arrays do that.
mp_obj_t text_bytearray_op(mp_binary_op_t op, mp_obj_t self, mp_obj_t arg);

// --- repr.c ---

// Prints a str as repr does, or as ascii does.
void text_print_str(const mp_print_t *print, const byte *data, size_t len, bool ascii);
mp_obj_t text_repr(mp_obj_t object, mp_print_kind_t kind);
mp_obj_t text_ascii(mp_obj_t object);

// --- codec.c ---

mp_obj_t text_encode(mp_obj_t str, mp_obj_t encoding, mp_obj_t errors);
mp_obj_t text_decode(const byte *data, size_t len, mp_obj_t encoding, mp_obj_t errors);

// --- format.c, percent.c ---

// What format(value, spec) gives.
mp_obj_t text_format(mp_obj_t value, mp_obj_t spec);
mp_obj_t text_percent(mp_obj_t format, mp_obj_t values);

// --- type.c ---

// What bytes(source, encoding, errors) gives; each may be MP_OBJ_NULL.
mp_obj_t text_make_bytes(const mp_obj_type_t *type, mp_obj_t source, mp_obj_t encoding, mp_obj_t errors);

// The bytes of an iterable of numbers; range is the message for those that are none.
mp_obj_t text_bytes_from(mp_obj_t iterable, mp_rom_error_text_t range);

// The constructor of bytearray
mp_obj_t text_bytearray_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

// Whether iter(object) gives something.
bool text_is_iterable(mp_obj_t object);

// The text so many times; the object is that of the text.
mp_obj_t text_multiply(const text_t *text, mp_obj_t object, mp_int_t times);

#endif
