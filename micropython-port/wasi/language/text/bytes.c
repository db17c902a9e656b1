// Methods of bytes and bytearray alone: hex and fromhex, and those that change a bytearray.

#include <string.h>

#include "py/objarray.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/buffer/buffer.h"
#include "language/text/text.h"
#include "language/text/methods.h"

// --- hex, fromhex ---

static mp_obj_t to_hex(const byte *data, size_t len, int separator, mp_int_t group, const mp_obj_type_t *type) {
    static const char digits[] = "0123456789abcdef";
    size_t width = group < 0 ? -group : group, groups = width > 0 && len > 0 ? (len - 1) / width : 0;
    if (separator < 0) {
        groups = 0;
    }
    vstr_t out;
    vstr_init_len(&out, text_check_size((uint64_t)len * 2 + groups));
    char *to = out.buf;
    for (size_t i = 0; i < len; i++) {
        if (groups > 0 && i > 0 && (group < 0 ? i : len - i) % width == 0) {
            *to++ = separator;
        }
        *to++ = digits[data[i] >> 4];
        *to++ = digits[data[i] & 15];
    }
    return text_from_vstr(type, &out);
}

// A separator: one ASCII character, of str or bytes.
static int get_separator(mp_obj_t arg) {
    text_t text;
    if (!text_maybe(arg, &text)) {
        mp_raise_TypeError(MP_ERROR_TEXT("sep must be str or bytes."));
    }
    if (text_chars(&text).chars != 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("sep must be length 1."));
    }
    if (*text.data >= 128) {
        mp_raise_ValueError(MP_ERROR_TEXT("sep must be ASCII."));
    }
    return *text.data;
}

mp_obj_t mp_obj_bytes_hex(size_t n_args, const mp_obj_t *args, const mp_obj_type_t *type) {
    int separator = n_args > 1 ? get_separator(args[1]) : -1;
    mp_int_t group = n_args > 2 ? text_index(args[2]) : 1;
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(args[0], &buffer, MP_BUFFER_READ);
    return to_hex(buffer.buf, buffer.len, separator, group < -0x7fffffff ? -0x7fffffff : group, type);
}

static mp_obj_t bytes_hex(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_sep, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_bytes_per_sep, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(1) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    mp_obj_t all[] = { pos_args[0], args[0].u_obj, args[1].u_obj };
    return mp_obj_bytes_hex(args[0].u_obj == MP_OBJ_NULL ? 1 : 3, all, &mp_type_str);
}
MP_DEFINE_CONST_FUN_OBJ_KW(bytes_hex_obj, 1, bytes_hex);

static int hex_value(byte c) {
    return unichar_isxdigit(c) ? (int)unichar_xdigit_value(c) : -1;
}

mp_obj_t mp_obj_bytes_fromhex(mp_obj_t type_in, mp_obj_t arg) {
    text_t text;
    mp_buffer_info_t buffer;
    if (!text_maybe(arg, &text)) {
        if (!mp_get_buffer(arg, &buffer, MP_BUFFER_READ)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(arg));
        }
        text = (text_t) { buffer.buf, buffer.len, &mp_type_bytes, true };
    }
    vstr_t out;
    vstr_init(&out, text.len / 2 + 1);
    for (size_t i = 0; i < text.len;) {
        if (unichar_isspace(text.data[i]) && text.data[i] < 128) {
            i++;
            continue;
        }
        int high = hex_value(text.data[i]), low = i + 1 < text.len ? hex_value(text.data[i + 1]) : -1;
        if (high < 0 || low < 0) {
            size_t at = high < 0 ? i : i + 1;
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("non-hexadecimal number found in fromhex() arg at position %u"),
                (unsigned)utf8_charlen(text.data, at));
        }
        vstr_add_byte(&out, high << 4 | low);
        i += 2;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(type_in);
    if (type == &mp_type_bytes || type == &mp_type_bytearray) {
        return text_from_vstr(type, &out);
    }
    mp_obj_t bytes = text_from_vstr(&mp_type_bytes, &out);
    return mp_call_function_1(type_in, bytes);
}

static mp_obj_t bytes_fromhex(mp_obj_t type, mp_obj_t arg) {
    text_t str = { NULL, 0, &mp_type_str, true };
    text_arg(&str, arg, MP_ERROR_TEXT("fromhex() argument must be str, not %s"));
    return mp_obj_bytes_fromhex(type, arg);
}
static MP_DEFINE_CONST_FUN_OBJ_2(bytes_fromhex_fun_obj, bytes_fromhex);
MP_DEFINE_CONST_CLASSMETHOD_OBJ(bytes_fromhex_obj, MP_ROM_PTR(&bytes_fromhex_fun_obj));

#if MICROPY_PY_BUILTINS_BYTEARRAY

// --- What changes a bytearray ---

static mp_obj_array_t *get_bytearray(mp_obj_t self) {
    mp_obj_t native = mp_obj_is_exact_type(self, &mp_type_bytearray) ? self
        : mpwasm_is_instance(self) ? mp_obj_cast_to_native_base(self, MP_OBJ_FROM_PTR(&mp_type_bytearray)) : MP_OBJ_NULL;
    if (native == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor requires a 'bytearray' object but received a '%s'"), mp_obj_get_type_str(self));
    }
    return MP_OBJ_TO_PTR(native);
}

static byte get_byte(mp_obj_t arg) {
    mp_int_t value = text_index(arg);
    if (value < 0 || value > 255) {
        mp_raise_ValueError(MP_ERROR_TEXT("byte must be in range(0, 256)"));
    }
    return value;
}

static mp_obj_t bytearray_append(mp_obj_t self_in, mp_obj_t arg) {
    byte value = get_byte(arg);
    mp_obj_array_t *self = get_bytearray(self_in);
    *array_splice(self, self->len, 0, 1) = value;
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(bytearray_append_obj, bytearray_append);

static mp_obj_t bytearray_extend(mp_obj_t self_in, mp_obj_t arg) {
    mp_obj_array_t *self = get_bytearray(self_in);
    mp_buffer_info_t buffer;
    if (mp_obj_is_str(arg)) {
        mp_raise_TypeError(MP_ERROR_TEXT("expected iterable of integers; got: 'str'"));
    }
    mp_obj_t bytes = arg;
    if (!mp_get_buffer(arg, &buffer, MP_BUFFER_READ)) {
        if (!text_is_iterable(arg)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't extend bytearray with %s"), mp_obj_get_type_str(arg));
        }
        bytes = text_bytes_from(arg, MP_ERROR_TEXT("byte must be in range(0, 256)"));
        mp_get_buffer_raise(bytes, &buffer, MP_BUFFER_READ);
    }
    bool itself = buffer.buf == self->items;
    byte *place = array_splice(self, self->len, 0, buffer.len);
    memmove(place, itself ? self->items : buffer.buf, buffer.len);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(bytearray_extend_obj, bytearray_extend);

static mp_obj_t bytearray_insert(mp_obj_t self_in, mp_obj_t index, mp_obj_t arg) {
    mp_int_t at = text_index(index);
    byte value = get_byte(arg);
    mp_obj_array_t *self = get_bytearray(self_in);
    mp_int_t len = self->len;
    at = at < 0 ? MAX(at + len, 0) : MIN(at, len);
    *array_splice(self, at, 0, 1) = value;
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_3(bytearray_insert_obj, bytearray_insert);

static mp_obj_t bytearray_pop(size_t n_args, const mp_obj_t *args) {
    mp_int_t at = n_args > 1 ? text_index(args[1]) : -1;
    mp_obj_array_t *self = get_bytearray(args[0]);
    mp_int_t len = self->len;
    if (len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty bytearray"));
    }
    at += at < 0 ? len : 0;
    if (at < 0 || at >= len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop index out of range"));
    }
    byte value = ((byte *)self->items)[at];
    array_splice(self, at, 1, 0);
    return MP_OBJ_NEW_SMALL_INT(value);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(bytearray_pop_obj, 1, 2, bytearray_pop);

static mp_obj_t bytearray_remove(mp_obj_t self_in, mp_obj_t arg) {
    byte value = get_byte(arg);
    mp_obj_array_t *self = get_bytearray(self_in);
    const byte *at = memchr(self->items, value, self->len);
    if (at == NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("value not found in bytearray"));
    }
    array_splice(self, at - (byte *)self->items, 1, 0);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(bytearray_remove_obj, bytearray_remove);

static mp_obj_t bytearray_reverse(mp_obj_t self_in) {
    mp_obj_array_t *self = get_bytearray(self_in);
    byte *items = self->items;
    for (size_t i = 0, len = self->len; i < len / 2; i++) {
        byte item = items[i];
        items[i] = items[len - 1 - i];
        items[len - 1 - i] = item;
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(bytearray_reverse_obj, bytearray_reverse);

static mp_obj_t bytearray_clear(mp_obj_t self_in) {
    mp_obj_array_t *self = get_bytearray(self_in);
    array_splice(self, 0, self->len, 0);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(bytearray_clear_obj, bytearray_clear);

static mp_obj_t bytearray_copy(mp_obj_t self_in) {
    mp_obj_array_t *self = get_bytearray(self_in);
    return mp_obj_new_bytearray(self->len, self->items);
}
MP_DEFINE_CONST_FUN_OBJ_1(bytearray_copy_obj, bytearray_copy);

// --- Operators ---

mp_obj_t text_bytearray_op(mp_binary_op_t op, mp_obj_t self_in, mp_obj_t arg) {
    text_t self = text_self(self_in);
    mp_int_t times;
    switch (op) {
        case MP_BINARY_OP_MODULO:
            return text_percent(self_in, arg);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_REVERSE_MULTIPLY:
            return text_index_maybe(arg, &times) ? text_multiply(&self, self_in, times) : MP_OBJ_NULL;
        case MP_BINARY_OP_INPLACE_MULTIPLY: {
            if (!text_index_maybe(arg, &times)) {
                return MP_OBJ_NULL;
            }
            mp_obj_array_t *array = MP_OBJ_TO_PTR(self_in), *result = MP_OBJ_TO_PTR(text_multiply(&self, self_in, times));
            byte *place = array_splice(array, 0, array->len, result->len);
            memcpy(place, result->items, result->len);
            return self_in;
        }
        case MP_BINARY_OP_CONTAINS:
            return text_contains(self_in, arg);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            if (mp_obj_is_str(arg)) {
                mp_raise_TypeError(MP_ERROR_TEXT("can't concat str to bytearray"));
            }
            return MP_OBJ_SENTINEL;
        default: // comparisons
            return mp_obj_is_str(arg) ? MP_OBJ_NULL : MP_OBJ_SENTINEL;
    }
}

#endif
