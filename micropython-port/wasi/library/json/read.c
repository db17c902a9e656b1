// Reads JSON (RFC 8259), as strictly as CPython 3.13's json, and with its errors.

#include <math.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objstr.h"
#include "py/parsenum.h"
#include "py/runtime.h"

#include "library/json/json.h"

#if MPWASM_LIBRARY

typedef struct _reader_t {
    mp_obj_t text;
    const byte *begin, *at, *end;
    const json_hooks_t *hooks;
} reader_t;

static mp_obj_t read_value(reader_t *r);

static MP_NORETURN void fail(reader_t *r, const char *message, const byte *place) {
    json_raise(message, r->text, place - r->begin);
}

static void skip_space(reader_t *r) {
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')) {
        r->at++;
    }
}

static bool take(reader_t *r, char c) {
    if (r->at < r->end && *r->at == c) {
        r->at++;
        return true;
    }
    return false;
}

// --- Strings ---------------------------------------------------------------------------------------

// Four hexadecimal digits, after \u at the place. CPython wants something after them.
static uint32_t read_hex(reader_t *r, const byte *place) {
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        if (r->end - place <= 4 || !unichar_isxdigit(place[i])) {
            fail(r, "Invalid \\uXXXX escape", place - 1);
        }
        value = value << 4 | unichar_xdigit_value(place[i]);
    }
    return value;
}

static void read_unicode_escape(reader_t *r, vstr_t *out) {
    uint32_t c = read_hex(r, r->at);
    r->at += 4;
    if (c >= 0xd800 && c < 0xdc00 && r->end - r->at > 6 && r->at[0] == '\\' && r->at[1] == 'u') {
        uint32_t low = read_hex(r, r->at + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            r->at += 6;
            c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
        }
    }
    vstr_add_char(out, c);
}

static void read_escape(reader_t *r, vstr_t *out, const byte *string) {
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    const byte *backslash = r->at++;
    if (r->at == r->end) {
        fail(r, "Unterminated string starting at", string);
    }
    byte c = *r->at++;
    const char *letter = c == 0 ? NULL : strchr(letters, c);
    if (c == 'u') {
        read_unicode_escape(r, out);
    } else if (letter != NULL) {
        vstr_add_byte(out, values[letter - letters]);
    } else {
        fail(r, "Invalid \\escape", backslash);
    }
}

// The end of a stretch of characters that stand for themselves.
static const byte *plain_end(reader_t *r) {
    const byte *at = r->at;
    while (at < r->end && *at != '"' && *at != '\\' && (*at >= 0x20 || !r->hooks->strict)) {
        at++;
    }
    return at;
}

// A string, after its quote.
static mp_obj_t read_string(reader_t *r) {
    const byte *string = r->at - 1, *plain = plain_end(r);
    if (plain < r->end && *plain == '"') {
        mp_obj_t str = mp_obj_new_str((const char *)r->at, plain - r->at);
        r->at = plain + 1;
        return str;
    }
    vstr_t out;
    vstr_init(&out, 32);
    for (;;) {
        plain = plain_end(r);
        vstr_add_strn(&out, (const char *)r->at, plain - r->at);
        r->at = plain;
        if (plain == r->end) {
            fail(r, "Unterminated string starting at", string);
        }
        if (*plain == '"') {
            r->at++;
            return mp_obj_new_str_from_utf8_vstr(&out);
        }
        if (*plain != '\\') {
            fail(r, "Invalid control character at", plain);
        }
        read_escape(r, &out, string);
    }
}

// --- Numbers and names -----------------------------------------------------------------------------

static const byte *digits_end(reader_t *r, const byte *at) {
    while (at < r->end && *at >= '0' && *at <= '9') {
        at++;
    }
    return at;
}

// The end of a number's fraction and exponent, if there are any.
static const byte *fraction_end(reader_t *r, const byte *at) {
    const byte *digits;
    if (at < r->end && *at == '.' && (digits = digits_end(r, at + 1)) > at + 1) {
        at = digits;
    }
    if (at < r->end && (*at | 32) == 'e') {
        const byte *exponent = at + 1;
        exponent += exponent < r->end && (*exponent == '+' || *exponent == '-');
        if ((digits = digits_end(r, exponent)) > exponent) {
            at = digits;
        }
    }
    return at;
}

static mp_obj_t read_number(reader_t *r) {
    const byte *begin = r->at, *at = begin + (*begin == '-');
    const byte *digits = at < r->end && *at == '0' ? at + 1 : digits_end(r, at);
    if (digits == at) {
        fail(r, "Expecting value", begin);
    }
    const byte *end = fraction_end(r, digits);
    r->at = end;
    bool is_float = end > digits;
    mp_obj_t hook = is_float ? r->hooks->parse_float : r->hooks->parse_int;
    if (hook != mp_const_none) {
        return mp_call_function_1(hook, mp_obj_new_str((const char *)begin, end - begin));
    }
    return is_float ? mp_parse_num_float((const char *)begin, end - begin, false, NULL)
           : mp_parse_num_integer((const char *)begin, end - begin, 10, NULL);
}

static bool take_word(reader_t *r, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0) {
        return false;
    }
    r->at += len;
    return true;
}

static mp_obj_t read_constant(reader_t *r, const char *word, mp_float_t value) {
    if (r->hooks->parse_constant != mp_const_none) {
        return mp_call_function_1(r->hooks->parse_constant, mp_obj_new_str_from_cstr(word));
    }
    return mp_obj_new_float(value);
}

static mp_obj_t read_word(reader_t *r) {
    static const struct { const char *word; mp_float_t value; } constants[] = {
        { "NaN", (mp_float_t)NAN }, { "Infinity", (mp_float_t)INFINITY }, { "-Infinity", -(mp_float_t)INFINITY },
    };
    if (take_word(r, "null")) {
        return mp_const_none;
    }
    if (take_word(r, "true")) {
        return mp_const_true;
    }
    if (take_word(r, "false")) {
        return mp_const_false;
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(constants); i++) {
        if (take_word(r, constants[i].word)) {
            return read_constant(r, constants[i].word, constants[i].value);
        }
    }
    if (r->at < r->end && (*r->at == '-' || (*r->at >= '0' && *r->at <= '9'))) {
        return read_number(r);
    }
    fail(r, "Expecting value", r->at);
}

// --- Arrays and objects ----------------------------------------------------------------------------

static mp_obj_t read_array(reader_t *r) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    skip_space(r);
    if (take(r, ']')) {
        return list;
    }
    for (;;) {
        mp_obj_list_append(list, read_value(r));
        skip_space(r);
        if (take(r, ']')) {
            return list;
        }
        const byte *comma = r->at;
        if (!take(r, ',')) {
            fail(r, "Expecting ',' delimiter", r->at);
        }
        skip_space(r);
        if (r->at < r->end && *r->at == ']') {
            fail(r, "Illegal trailing comma before end of array", comma);
        }
    }
}

// A key and its value, of which the quote is next.
static mp_obj_t read_member(reader_t *r, mp_obj_t *key) {
    if (!take(r, '"')) {
        fail(r, "Expecting property name enclosed in double quotes", r->at);
    }
    *key = read_string(r);
    skip_space(r);
    if (!take(r, ':')) {
        fail(r, "Expecting ':' delimiter", r->at);
    }
    skip_space(r);
    return read_value(r);
}

static mp_obj_t end_object(reader_t *r, mp_obj_t object) {
    if (r->hooks->object_pairs_hook != mp_const_none) {
        return mp_call_function_1(r->hooks->object_pairs_hook, object);
    }
    return r->hooks->object_hook == mp_const_none ? object : mp_call_function_1(r->hooks->object_hook, object);
}

static mp_obj_t read_object(reader_t *r) {
    bool pairs = r->hooks->object_pairs_hook != mp_const_none;
    mp_obj_t object = pairs ? mp_obj_new_list(0, NULL) : mp_obj_new_dict(0);
    skip_space(r);
    if (take(r, '}')) {
        return end_object(r, object);
    }
    for (;;) {
        mp_obj_t item[2];
        item[1] = read_member(r, &item[0]);
        if (pairs) {
            mp_obj_list_append(object, mp_obj_new_tuple(2, item));
        } else {
            mp_obj_dict_store(object, item[0], item[1]);
        }
        skip_space(r);
        if (take(r, '}')) {
            return end_object(r, object);
        }
        const byte *comma = r->at;
        if (!take(r, ',')) {
            fail(r, "Expecting ',' delimiter", r->at);
        }
        skip_space(r);
        if (r->at < r->end && *r->at == '}') {
            fail(r, "Illegal trailing comma before end of object", comma);
        }
    }
}

static mp_obj_t read_value(reader_t *r) {
    mp_cstack_check();
    skip_space(r);
    if (take(r, '"')) {
        return read_string(r);
    }
    if (take(r, '[')) {
        return read_array(r);
    }
    return take(r, '{') ? read_object(r) : read_word(r);
}

mp_obj_t json_read(mp_obj_t text, size_t *place, const json_hooks_t *hooks, bool whole) {
    size_t len;
    const byte *data = (const byte *)mp_obj_str_get_data(text, &len);
    reader_t r = { .text = text, .begin = data, .at = data + *place, .end = data + len, .hooks = hooks };
    mp_obj_t value = read_value(&r);
    if (whole) {
        skip_space(&r);
        if (r.at < r.end) {
            fail(&r, "Extra data", r.at);
        }
    }
    *place = r.at - r.begin;
    return value;
}

#endif
