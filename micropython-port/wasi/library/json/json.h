// JSON: reading and writing. Shared by the files of this folder.
#ifndef MPWASM_JSON_H
#define MPWASM_JSON_H

#include "py/obj.h"

// What is called in place of making an object, or mp_const_none.
typedef struct _json_hooks_t {
    mp_obj_t object_hook, parse_float, parse_int, parse_constant, object_pairs_hook;
    bool strict; // control characters in strings are errors
} json_hooks_t;

// Reads a value at *place, an offset in bytes, which is moved behind it. Raises json.JSONDecodeError.
mp_obj_t json_read(mp_obj_t text, size_t *place, const json_hooks_t *hooks, bool whole);

typedef struct _json_style_t {
    mp_obj_t indent; // str or None
    mp_obj_t item_separator, key_separator; // str
    mp_obj_t default_; // called with what cannot be written; None
    bool skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys;
} json_style_t;

// Writes a value. Raises TypeError, ValueError.
void json_write(vstr_t *out, mp_obj_t value, const json_style_t *style);
void json_write_str(vstr_t *out, mp_obj_t str, bool ensure_ascii);

// Raises json.JSONDecodeError. place is an offset in bytes.
MP_NORETURN void json_raise(const char *message, mp_obj_t text, size_t place);

#endif
