// Text of a width: center, ljust, rjust, zfill, expandtabs. And translate, which is for one character another.

#include <string.h>

#include "py/runtime.h"

#include "language/text/text.h"

// The character to fill with: as many bytes as it has.
static text_t fill_char(const text_t *self, size_t n_args, const mp_obj_t *args, const char *name) {
    text_t fill = { (const byte *)" ", 1, self->type, true };
    if (n_args > 2) {
        if (!text_is_str(self)) {
            mp_buffer_info_t buffer;
            if (mp_obj_is_str(args[2]) || !mp_get_buffer(args[2], &buffer, MP_BUFFER_READ) || buffer.len != 1) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() argument 2 must be a byte string of length 1, not %s"), name, mp_obj_get_type_str(args[2]));
            }
            return (text_t) { buffer.buf, 1, self->type, true };
        }
        fill = text_arg(self, args[2], MP_ERROR_TEXT("The fill character must be a unicode character, not %s"));
        if (text_chars(&fill).chars != 1) {
            mp_raise_TypeError(MP_ERROR_TEXT("The fill character must be exactly one character long"));
        }
    }
    return fill;
}

static char *fill_with(char *to, const text_t *fill, size_t times) {
    if (fill->len == 1) {
        memset(to, *fill->data, times);
        return to + times;
    }
    for (; times > 0; times--) {
        memcpy(to, fill->data, fill->len);
        to += fill->len;
    }
    return to;
}

static mp_obj_t pad(const text_t *self, const text_t *fill, size_t left, size_t right) {
    vstr_t out;
    vstr_init_len(&out, text_check_size(self->len + ((uint64_t)left + right) * fill->len));
    char *to = fill_with(out.buf, fill, left);
    memcpy(to, self->data, self->len);
    fill_with(to + self->len, fill, right);
    return text_from_vstr(self->type, &out);
}

static mp_obj_t justify(size_t n_args, const mp_obj_t *args, const char *name) {
    mp_int_t width = text_index(args[1]);
    text_t self = text_self(args[0]), fill = fill_char(&self, n_args, args, name);
    mp_int_t len = text_chars(&self).chars;
    if (width <= len) {
        return text_same(&self, args[0]);
    }
    mp_int_t all = width - len;
    size_t left = *name == 'r' ? all : *name == 'l' ? 0 : all / 2 + (all & width & 1);
    return pad(&self, &fill, left, all - left);
}

static mp_obj_t str_center(size_t n_args, const mp_obj_t *args) {
    return justify(n_args, args, "center");
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_center_obj, 2, 3, str_center);

static mp_obj_t str_ljust(size_t n_args, const mp_obj_t *args) {
    return justify(n_args, args, "ljust");
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_ljust_obj, 2, 3, str_ljust);

static mp_obj_t str_rjust(size_t n_args, const mp_obj_t *args) {
    return justify(n_args, args, "rjust");
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_rjust_obj, 2, 3, str_rjust);

static mp_obj_t str_zfill(mp_obj_t self_in, mp_obj_t width_in) {
    mp_int_t width = text_index(width_in);
    text_t self = text_self(self_in);
    mp_int_t len = text_chars(&self).chars;
    if (width <= len) {
        return text_same(&self, self_in);
    }
    vstr_t out;
    size_t zeros = width - len, sign = self.len > 0 && (*self.data == '+' || *self.data == '-');
    vstr_init_len(&out, text_check_size((uint64_t)self.len + zeros));
    memcpy(out.buf, self.data, sign);
    memset(out.buf + sign, '0', zeros);
    memcpy(out.buf + sign + zeros, self.data + sign, self.len - sign);
    return text_from_vstr(self.type, &out);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_zfill_obj, str_zfill);

static mp_obj_t str_expandtabs(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_tabsize, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(8) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    mp_int_t size = text_index(args[0].u_obj);
    text_t self = text_self(pos_args[0]);
    vstr_t out;
    vstr_init(&out, self.len + 1);
    size_t column = 0;
    for (size_t i = 0; i < self.len; i++) {
        byte c = self.data[i];
        if (c == '\t') {
            size_t spaces = size > 0 ? size - column % size : 0;
            text_check_size((uint64_t)out.len + spaces);
            memset(vstr_add_len(&out, spaces), ' ', spaces);
            column += spaces;
        } else {
            vstr_add_byte(&out, c);
            column = c == '\n' || c == '\r' ? 0 : column + !(text_is_str(&self) && UTF8_IS_CONT(c));
        }
    }
    return text_from_vstr(self.type, &out);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_expandtabs_obj, 1, str_expandtabs);

// --- translate ---

static mp_obj_t look_up(mp_obj_t table, mp_obj_t key) {
    if (mp_obj_is_exact_type(table, &mp_type_dict)) {
        mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(table), key, MP_MAP_LOOKUP);
        return elem != NULL ? elem->value : MP_OBJ_NULL;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t value = mp_obj_subscr(table, key, MP_OBJ_SENTINEL);
        nlr_pop();
        return value;
    }
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(((mp_obj_base_t *)nlr.ret_val)->type), MP_OBJ_FROM_PTR(&mp_type_LookupError))) {
        nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));
    }
    return MP_OBJ_NULL;
}

static mp_obj_t translate_str(mp_obj_t self_in, mp_obj_t table) {
    text_t self = text_self(self_in); // a str's bytes stay
    vstr_t out;
    vstr_init(&out, self.len + 1);
    for (const byte *at = self.data, *end = at + self.len; at < end;) {
        size_t len = text_char_len(at);
        mp_obj_t to = look_up(table, MP_OBJ_NEW_SMALL_INT(utf8_get_char(at)));
        text_t text;
        if (to == MP_OBJ_NULL) {
            vstr_add_strn(&out, (const char *)at, len);
        } else if (mp_obj_is_int(to)) {
            mp_int_t code = text_index(to);
            if (code < 0 || code > 0x10ffff) {
                mp_raise_ValueError(MP_ERROR_TEXT("character mapping must be in range(0x110000)"));
            }
            vstr_add_char(&out, code);
        } else if (text_maybe(to, &text) && text_is_str(&text)) {
            text_check_size((uint64_t)out.len + text.len);
            vstr_add_strn(&out, (const char *)text.data, text.len);
        } else if (to != mp_const_none) {
            mp_raise_TypeError(MP_ERROR_TEXT("character mapping must return integer, None or str"));
        }
        at += len;
    }
    return text_from_vstr(&mp_type_str, &out);
}

static mp_obj_t str_translate(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_OBJ | MP_ARG_REQUIRED, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_delete, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    if (n_args == 1 || (mp_obj_is_str(pos_args[0]) && n_args != 2)) {
        bool str = mp_obj_is_str(pos_args[0]);
        mp_raise_msg_varg(&mp_type_TypeError, str ? MP_ERROR_TEXT("str.translate() takes exactly one argument (%d given)")
            : MP_ERROR_TEXT("translate() takes at least 1 positional argument (%d given)"), (int)n_args - 1);
    }
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    text_t self = text_self(pos_args[0]), table = { NULL, 0, NULL, true }, dropped = { NULL, 0, NULL, true };
    if (text_is_str(&self)) {
        if (args[1].u_obj != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("str.translate() takes exactly one argument (2 given)"));
        }
        return translate_str(pos_args[0], args[0].u_obj);
    }
    if (args[0].u_obj != mp_const_none) {
        table = text_arg(&self, args[0].u_obj, NULL);
        if (table.len != 256) {
            mp_raise_ValueError(MP_ERROR_TEXT("translation table must be 256 characters long"));
        }
    }
    if (args[1].u_obj != MP_OBJ_NULL) {
        dropped = text_arg(&self, args[1].u_obj, NULL);
    }
    vstr_t out;
    vstr_init(&out, self.len + 1);
    for (size_t i = 0; i < self.len; i++) {
        byte c = self.data[i];
        if (dropped.len == 0 || memchr(dropped.data, c, dropped.len) == NULL) {
            vstr_add_byte(&out, table.data != NULL ? table.data[c] : c);
        }
    }
    return text_from_vstr(self.type, &out);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_translate_obj, 1, str_translate);

// --- maketrans ---

static mp_obj_t from_dict(mp_obj_t dict_in) {
    if (!mp_obj_is_dict_or_ordereddict(dict_in)) {
        mp_raise_TypeError(MP_ERROR_TEXT("if you give only one argument to maketrans it must be a dict"));
    }
    mp_obj_t table = mp_obj_new_dict(0);
    mp_map_t *map = mp_obj_dict_get_map(dict_in);
    for (size_t i = 0; i < map->alloc; i++) {
        if (!mp_map_slot_is_filled(map, i)) {
            continue;
        }
        mp_obj_t key = map->table[i].key;
        text_t text;
        if (text_maybe(key, &text) && text_is_str(&text)) {
            if (text_chars(&text).chars != 1) {
                mp_raise_ValueError(MP_ERROR_TEXT("string keys in translate table must be of length 1"));
            }
            key = MP_OBJ_NEW_SMALL_INT(utf8_get_char(text.data));
        } else if (!mp_obj_is_int(key)) {
            mp_raise_TypeError(MP_ERROR_TEXT("keys in translate table must be strings or integers"));
        }
        mp_obj_dict_store(table, key, map->table[i].value);
    }
    return table;
}

static mp_obj_t str_maketrans(size_t n_args, const mp_obj_t *args) {
    if (n_args == 1) {
        return from_dict(args[0]);
    }
    text_t str = { NULL, 0, &mp_type_str, true };
    text_t from = text_arg(&str, args[0], MP_ERROR_TEXT("the first maketrans argument must be a string if there is a second argument"));
    text_t to = text_arg(&str, args[1], MP_ERROR_TEXT("maketrans() argument 2 must be str, not %s"));
    if (text_chars(&from).chars != text_chars(&to).chars) {
        mp_raise_ValueError(MP_ERROR_TEXT("the first two maketrans arguments must have equal length"));
    }
    mp_obj_t table = mp_obj_new_dict(0);
    for (const byte *at = from.data, *other = to.data; at < from.data + from.len; at += text_char_len(at), other += text_char_len(other)) {
        mp_obj_dict_store(table, MP_OBJ_NEW_SMALL_INT(utf8_get_char(at)), MP_OBJ_NEW_SMALL_INT(utf8_get_char(other)));
    }
    if (n_args > 2) {
        text_t none = text_arg(&str, args[2], MP_ERROR_TEXT("maketrans() argument 3 must be str, not %s"));
        for (const byte *at = none.data; at < none.data + none.len; at += text_char_len(at)) {
            mp_obj_dict_store(table, MP_OBJ_NEW_SMALL_INT(utf8_get_char(at)), mp_const_none);
        }
    }
    return table;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_maketrans_fun_obj, 1, 3, str_maketrans);
MP_DEFINE_CONST_STATICMETHOD_OBJ(str_maketrans_obj, MP_ROM_PTR(&str_maketrans_fun_obj));

static mp_obj_t bytes_maketrans(mp_obj_t from_in, mp_obj_t to_in) {
    text_t bytes = { NULL, 0, &mp_type_bytes, true };
    text_t from = text_arg(&bytes, from_in, NULL), to = text_arg(&bytes, to_in, NULL);
    if (from.len != to.len) {
        mp_raise_ValueError(MP_ERROR_TEXT("maketrans arguments must have same length"));
    }
    byte table[256];
    for (size_t i = 0; i < 256; i++) {
        table[i] = i;
    }
    for (size_t i = 0; i < from.len; i++) {
        table[from.data[i]] = to.data[i];
    }
    return mp_obj_new_bytes(table, 256);
}
static MP_DEFINE_CONST_FUN_OBJ_2(bytes_maketrans_fun_obj, bytes_maketrans);
MP_DEFINE_CONST_STATICMETHOD_OBJ(bytes_maketrans_obj, MP_ROM_PTR(&bytes_maketrans_fun_obj));
