// Text in pieces: split, splitlines and join; strip, which takes away what split would.

#include <string.h>

#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/text/text.h"
#include "language/text/unicode.h"

// The length of the white space at a place, 0 if there is none.
static size_t space_len(const text_t *text, const byte *at) {
    if (*at < 128) {
        return unichar_isspace(*at) || (text_is_str(text) && *at >= 0x1c && *at <= 0x1f) ? 1 : 0;
    }
    return text_is_str(text) && char_flags(utf8_get_char(at)) & CHAR_SPACE ? text_char_len(at) : 0;
}

static size_t step_len(const text_t *text, const byte *at) {
    return text_is_str(text) && *at >= 128 ? text_char_len(at) : 1;
}

// The start of the character that ends at a place.
static const byte *char_before(const text_t *text, const byte *at) {
    at--;
    while (text_is_str(text) && at > text->data && UTF8_IS_CONT(*at)) {
        at--;
    }
    return at;
}

static void append(mp_obj_t list, const text_t *text, const byte *from, const byte *to) {
    mp_obj_list_append(list, text_new(text->type, from, to - from));
}

static void split_at_space(mp_obj_t list, const text_t *text, mp_int_t most) {
    const byte *at = text->data, *end = text->data + text->len;
    size_t n;
    for (;;) {
        while (at < end && (n = space_len(text, at)) > 0) {
            at += n;
        }
        if (at == end) {
            return;
        }
        const byte *from = at;
        if (most == 0) {
            append(list, text, from, end);
            return;
        }
        while (at < end && space_len(text, at) == 0) {
            at += step_len(text, at);
        }
        append(list, text, from, at);
        most -= most > 0;
    }
}

static void rsplit_at_space(mp_obj_t list, const text_t *text, mp_int_t most) {
    const byte *end = text->data + text->len, *before;
    for (;;) {
        while (end > text->data && space_len(text, before = char_before(text, end)) > 0) {
            end = before;
        }
        if (end == text->data) {
            return;
        }
        const byte *to = end;
        if (most == 0) {
            append(list, text, text->data, to);
            return;
        }
        while (end > text->data && space_len(text, before = char_before(text, end)) == 0) {
            end = before;
        }
        append(list, text, end, to);
        most -= most > 0;
    }
}

static void split_at(mp_obj_t list, const text_t *text, const text_t *separator, mp_int_t most, int direction) {
    const byte *from = text->data, *end = from + text->len, *at;
    for (; most != 0 && (at = find_subbytes(from, end - from, separator->data, separator->len, direction)) != NULL; most -= most > 0) {
        if (direction > 0) {
            append(list, text, from, at);
            from = at + separator->len;
        } else {
            append(list, text, at + separator->len, end);
            end = at;
        }
    }
    append(list, text, from, end);
}

static void reverse(mp_obj_t list) {
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    for (size_t i = 0; i < len / 2; i++) {
        mp_obj_t item = items[i];
        items[i] = items[len - 1 - i];
        items[len - 1 - i] = item;
    }
}

static mp_obj_t split(mp_obj_t self_in, mp_obj_t separator_in, mp_int_t most, int direction) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    text_t self = text_self(self_in);
    if (separator_in == mp_const_none) {
        (direction > 0 ? split_at_space : rsplit_at_space)(list, &self, most < 0 ? -1 : most);
    } else {
        text_t separator = text_arg(&self, separator_in, MP_ERROR_TEXT("must be str or None, not %s"));
        if (separator.len == 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("empty separator"));
        }
        split_at(list, &self, &separator, most < 0 ? -1 : most, direction);
    }
    if (direction < 0) {
        reverse(list);
    }
    return list;
}

static mp_obj_t parse_split(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, int direction) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_sep, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_maxsplit, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(-1) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    return split(pos_args[0], args[0].u_obj, text_index(args[1].u_obj), direction);
}

mp_obj_t mp_obj_str_split(size_t n_args, const mp_obj_t *args) {
    return split(args[0], n_args > 1 ? args[1] : mp_const_none, n_args > 2 ? text_index(args[2]) : -1, 1);
}

static mp_obj_t str_split(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    return parse_split(n_args, args, kw_args, 1);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_split_obj, 1, str_split);

static mp_obj_t str_rsplit(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    return parse_split(n_args, args, kw_args, -1);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_rsplit_obj, 1, str_rsplit);

// --- splitlines ---

// The length of the end of a line at a place, 0 if there is none.
static size_t line_end_len(const text_t *text, const byte *at, const byte *end) {
    if (*at == '\r') {
        return at + 1 < end && at[1] == '\n' ? 2 : 1;
    }
    if (*at == '\n') {
        return 1;
    }
    if (!text_is_str(text)) {
        return 0;
    }
    if (*at < 128) {
        return *at == 0x0b || *at == 0x0c || (*at >= 0x1c && *at <= 0x1e) ? 1 : 0;
    }
    unichar c = *at == 0xc2 || *at == 0xe2 ? utf8_get_char(at) : 0;
    return c == 0x85 ? 2 : c == 0x2028 || c == 0x2029 ? 3 : 0;
}

static mp_obj_t str_splitlines(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_keepends, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_FALSE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    bool keep = mp_obj_is_true(args[0].u_obj);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    text_t self = text_self(pos_args[0]);
    const byte *at = self.data, *end = self.data + self.len;
    while (at < end) {
        const byte *from = at;
        size_t n = 0;
        while (at < end && (n = line_end_len(&self, at, end)) == 0) {
            at++;
        }
        append(list, &self, from, keep ? at + n : at);
        at += n;
    }
    return list;
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_splitlines_obj, 1, str_splitlines);

// --- join ---

static mp_obj_t str_join(mp_obj_t self_in, mp_obj_t items_in) {
    if (!mp_obj_is_exact_type(items_in, &mp_type_list) && !mp_obj_is_exact_type(items_in, &mp_type_tuple)) {
        mp_obj_iter_buf_t buffer;
        if (!text_is_iterable(items_in)) {
            mp_raise_TypeError(MP_ERROR_TEXT("can only join an iterable"));
        }
        mp_obj_t list = mp_obj_new_list(0, NULL), iterator = mp_getiter(items_in, &buffer), item;
        while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
            mp_obj_list_append(list, item);
        }
        items_in = list;
    }
    text_t self = text_self(self_in);
    size_t count;
    mp_obj_t *items;
    mp_obj_get_array(items_in, &count, &items);
    uint64_t len = count > 0 ? (uint64_t)self.len * (count - 1) : 0;
    for (size_t i = 0; i < count; i++) {
        text_t item;
        mp_buffer_info_t buffer;
        if (text_is_str(&self) ? text_maybe(items[i], &item) && text_is_str(&item) : !mp_obj_is_str(items[i]) && mp_get_buffer(items[i], &buffer, MP_BUFFER_READ)) {
            len += text_is_str(&self) ? item.len : buffer.len;
        } else {
            mp_raise_msg_varg(&mp_type_TypeError,
                text_is_str(&self) ? MP_ERROR_TEXT("sequence item %u: expected str instance, %s found") : MP_ERROR_TEXT("sequence item %u: expected a bytes-like object, %s found"),
                (unsigned)i, mp_obj_get_type_str(items[i]));
        }
    }
    if (count == 1 && mp_obj_get_type(items[0]) == self.type && self.type != &mp_type_bytearray) {
        return items[0];
    }
    vstr_t out;
    vstr_init_len(&out, text_check_size(len));
    char *to = out.buf;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            memcpy(to, self.data, self.len);
            to += self.len;
        }
        text_t item = text_arg(&self, items[i], NULL);
        memcpy(to, item.data, item.len);
        to += item.len;
    }
    return text_from_vstr(self.type, &out);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_join_obj, str_join);

// --- strip ---

// Whether the character at a place is to be stripped.
static bool is_stripped(const text_t *self, const text_t *chars, const byte *at) {
    if (chars == NULL) {
        return space_len(self, at) > 0;
    }
    size_t len = step_len(self, at);
    return find_subbytes(chars->data, chars->len, at, len, 1) != NULL; // characters are found as such in UTF-8
}

static mp_obj_t strip(size_t n_args, const mp_obj_t *args, bool left, bool right, mp_rom_error_text_t message) {
    text_t self = text_self(args[0]), chars;
    bool given = n_args > 1 && args[1] != mp_const_none;
    if (given) {
        chars = text_arg(&self, args[1], message);
    }
    const byte *from = self.data, *to = self.data + self.len, *before;
    while (left && from < to && is_stripped(&self, given ? &chars : NULL, from)) {
        from += step_len(&self, from);
    }
    while (right && from < to && is_stripped(&self, given ? &chars : NULL, before = char_before(&self, to))) {
        to = before;
    }
    return (size_t)(to - from) == self.len ? text_same(&self, args[0]) : text_new(self.type, from, to - from);
}

static mp_obj_t str_strip(size_t n_args, const mp_obj_t *args) {
    return strip(n_args, args, true, true, MP_ERROR_TEXT("strip arg must be None or str"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_strip_obj, 1, 2, str_strip);

static mp_obj_t str_lstrip(size_t n_args, const mp_obj_t *args) {
    return strip(n_args, args, true, false, MP_ERROR_TEXT("lstrip arg must be None or str"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_lstrip_obj, 1, 2, str_lstrip);

static mp_obj_t str_rstrip(size_t n_args, const mp_obj_t *args) {
    return strip(n_args, args, false, true, MP_ERROR_TEXT("rstrip arg must be None or str"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_rstrip_obj, 1, 2, str_rstrip);
