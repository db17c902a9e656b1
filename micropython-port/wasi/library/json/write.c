// Writes JSON as CPython 3.13's json does.

#include <math.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/native.h"
#include "language/text/text.h"
#include "library/json/json.h"

#if MPWASM_LIBRARY

// A container that is being written, and the one around it.
typedef struct _level_t {
    const struct _level_t *outer;
    mp_obj_t container;
    size_t depth;
} level_t;

typedef struct _writer_t {
    vstr_t *out;
    mp_print_t print;
    const json_style_t *style;
} writer_t;

static void write_value(writer_t *w, mp_obj_t value, const level_t *outer);

// --- Strings ---------------------------------------------------------------------------------------

static void add_unit(vstr_t *out, uint32_t unit) {
    vstr_add_str(out, "\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
        vstr_add_byte(out, "0123456789abcdef"[unit >> shift & 15]);
    }
}

static void add_escaped(vstr_t *out, uint32_t c) {
    static const char letters[] = "btn?fr"; // of 8 to 13
    if (c == '"' || c == '\\' || (c >= 8 && c <= 13 && c != 11)) {
        vstr_add_byte(out, '\\');
        vstr_add_byte(out, c < 32 ? letters[c - 8] : c);
    } else if (c < 0x10000) {
        add_unit(out, c);
    } else {
        add_unit(out, 0xd7c0 + (c >> 10));
        add_unit(out, 0xdc00 + (c & 0x3ff));
    }
}

static bool is_plain(byte c, bool ensure_ascii) {
    return c >= 0x20 && c != '"' && c != '\\' && !(ensure_ascii && c >= 0x7f);
}

void json_write_str(vstr_t *out, mp_obj_t str, bool ensure_ascii) {
    GET_STR_DATA_LEN(str, at, len);
    const byte *end = at + len;
    vstr_add_byte(out, '"');
    while (at < end) {
        const byte *plain = at;
        while (at < end && is_plain(*at, ensure_ascii)) {
            at++;
        }
        vstr_add_strn(out, (const char *)plain, at - plain);
        if (at < end) {
            add_escaped(out, utf8_get_char(at));
            at = utf8_next_char(at);
        }
    }
    vstr_add_byte(out, '"');
}

// --- Lines and separators --------------------------------------------------------------------------

static void add_str(writer_t *w, mp_obj_t str) {
    GET_STR_DATA_LEN(str, data, len);
    vstr_add_strn(w->out, (const char *)data, len);
}

static void new_line(writer_t *w, size_t depth) {
    if (w->style->indent != mp_const_none) {
        GET_STR_DATA_LEN(w->style->indent, indent, len);
        char *to = vstr_add_len(w->out, text_check_size(1 + (uint64_t)len * depth));
        *to++ = '\n';
        for (size_t i = 0; i < depth; i++, to += len) {
            memcpy(to, indent, len);
        }
    }
}

static void separate(writer_t *w, bool *first, const level_t *level) {
    if (!*first) {
        add_str(w, w->style->item_separator);
    }
    *first = false;
    new_line(w, level->depth);
}

static level_t enter(const writer_t *w, mp_obj_t container, const level_t *outer) {
    if (w->style->check_circular) {
        for (const level_t *level = outer; level != NULL; level = level->outer) {
            if (level->container == container) {
                mp_raise_ValueError(MP_ERROR_TEXT("Circular reference detected"));
            }
        }
    }
    return (level_t) { outer, container, outer == NULL ? 1 : outer->depth + 1 };
}

// --- Numbers ---------------------------------------------------------------------------------------

static void write_float(writer_t *w, mp_obj_t value) {
    mp_float_t f = mp_obj_float_get(value);
    if (isfinite(f)) {
        mp_obj_print_helper(&w->print, value, PRINT_REPR);
        return;
    }
    if (!w->style->allow_nan) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Out of range float values are not JSON compliant: %s"),
            isnan(f) ? "nan" : f > 0 ? "inf" : "-inf");
    }
    vstr_add_str(w->out, isnan(f) ? "NaN" : f > 0 ? "Infinity" : "-Infinity");
}

// None, booleans and numbers. Returns whether the value is one of them.
static bool write_scalar(writer_t *w, mp_obj_t value) {
    if (value == mp_const_none || value == mp_const_true || value == mp_const_false) {
        vstr_add_str(w->out, value == mp_const_none ? "null" : value == mp_const_true ? "true" : "false");
        return true;
    }
    mp_obj_t native = mpwasm_native(value, &mp_type_int);
    if (native != MP_OBJ_NULL) {
        mp_obj_print_helper(&w->print, native, PRINT_REPR);
        return true;
    }
    native = mpwasm_native(value, &mp_type_float);
    if (native != MP_OBJ_NULL) {
        write_float(w, native);
        return true;
    }
    return false;
}

// --- Containers ------------------------------------------------------------------------------------

static void write_list(writer_t *w, mp_obj_t list, mp_obj_t container, const level_t *outer) {
    size_t len;
    mp_obj_t *items;
    mp_obj_get_array(list, &len, &items);
    if (len == 0) {
        vstr_add_str(w->out, "[]");
        return;
    }
    level_t level = enter(w, container, outer);
    bool first = true;
    vstr_add_byte(w->out, '[');
    for (size_t i = 0; i < len; i++) {
        separate(w, &first, &level);
        write_value(w, items[i], &level);
        mp_obj_get_array(list, &len, &items); // default may have changed it
    }
    new_line(w, level.depth - 1);
    vstr_add_byte(w->out, ']');
}

static bool write_key(writer_t *w, mp_obj_t key, bool *first, const level_t *level) {
    mp_obj_t str = mpwasm_native(key, &mp_type_str);
    bool is_name = key == mp_const_none || mpwasm_native(key, &mp_type_int) != MP_OBJ_NULL || mpwasm_native(key, &mp_type_float) != MP_OBJ_NULL;
    if (str == MP_OBJ_NULL && !is_name) {
        if (w->style->skipkeys) {
            return false;
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("keys must be str, int, float, bool or None, not %s"), mp_obj_get_type_str(key));
    }
    separate(w, first, level);
    if (str != MP_OBJ_NULL) {
        json_write_str(w->out, str, w->style->ensure_ascii);
    } else {
        vstr_add_byte(w->out, '"');
        write_scalar(w, key);
        vstr_add_byte(w->out, '"');
    }
    add_str(w, w->style->key_separator);
    return true;
}

static void write_item(writer_t *w, mp_obj_t key, mp_obj_t value, bool *first, const level_t *level) {
    if (write_key(w, key, first, level)) {
        write_value(w, value, level);
    }
}

// The items of a mapping that is a subclass of dict, or is to be sorted: a list of pairs.
static mp_obj_t items_of(const writer_t *w, mp_obj_t dict) {
    mp_obj_t method[2];
    mp_load_method(dict, MP_QSTR_items, method);
    mp_obj_t items = mp_call_method_n_kw(0, 0, method);
    mp_obj_t list = mp_obj_list_make_new(&mp_type_list, 1, 0, &items);
    if (w->style->sort_keys) {
        mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
    }
    return list;
}

static void write_items(writer_t *w, mp_obj_t list, bool *first, const level_t *level) {
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    for (size_t i = 0; i < len; i++) {
        size_t pair_len;
        mp_obj_t *pair;
        mp_obj_get_array(items[i], &pair_len, &pair);
        if (pair_len != 2) {
            mp_raise_ValueError(MP_ERROR_TEXT("items must return 2-tuples"));
        }
        write_item(w, pair[0], pair[1], first, level);
    }
}

static void write_dict(writer_t *w, mp_obj_t dict, mp_obj_t container, const level_t *outer) {
    mp_map_t *map = mp_obj_dict_get_map(dict);
    if (map->used == 0) {
        vstr_add_str(w->out, "{}");
        return;
    }
    level_t level = enter(w, container, outer);
    bool first = true;
    vstr_add_byte(w->out, '{');
    if (dict != container || w->style->sort_keys) {
        write_items(w, items_of(w, container), &first, &level);
    } else {
        for (size_t i = 0; i < map->alloc; i++) { // default may change it
            if (mp_map_slot_is_filled(map, i)) {
                write_item(w, map->table[i].key, map->table[i].value, &first, &level);
            }
        }
    }
    if (!first) {
        new_line(w, level.depth - 1);
    }
    vstr_add_byte(w->out, '}');
}

static void write_default(writer_t *w, mp_obj_t value, const level_t *outer) {
    if (w->style->default_ == mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Object of type %s is not JSON serializable"), mp_obj_str_get_str(mp_load_attr(MP_OBJ_FROM_PTR(mp_obj_get_type(value)), MP_QSTR___name__)));
    }
    level_t level = enter(w, value, outer);
    level.depth--;
    write_value(w, mp_call_function_1(w->style->default_, value), &level);
}

static void write_value(writer_t *w, mp_obj_t value, const level_t *outer) {
    mp_cstack_check();
    mp_obj_t native = mpwasm_native(value, &mp_type_str);
    if (native != MP_OBJ_NULL) {
        json_write_str(w->out, native, w->style->ensure_ascii);
    } else if (write_scalar(w, value)) {
    } else if ((native = mpwasm_native(value, &mp_type_list)) != MP_OBJ_NULL || (native = mpwasm_native(value, &mp_type_tuple)) != MP_OBJ_NULL) {
        write_list(w, native, value, outer);
    } else if ((native = mpwasm_native(value, &mp_type_dict)) != MP_OBJ_NULL) {
        write_dict(w, native, value, outer);
    } else {
        write_default(w, value, outer);
    }
}

void json_write(vstr_t *out, mp_obj_t value, const json_style_t *style) {
    writer_t w = { .out = out, .print = { out, (mp_print_strn_t)vstr_add_strn }, .style = style };
    write_value(&w, value, NULL);
}

#endif
