// The types str and bytes, and the tables of methods of bytearray.

#include <string.h>

#include "py/objarray.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/iterator_state.h"
#include "language/native.h"
#include "language/text/text.h"
#include "language/text/methods.h"

// --- Operators ---

static bool has_method(mp_obj_t object, qstr name) {
    if (!mpwasm_is_instance(object)) {
        return false;
    }
    mp_obj_t method[2];
    mpwasm_load_of_type(object, name, method);
    return method[0] != MP_OBJ_NULL;
}

// The text of an operand that goes with lhs; false if it is none.
static bool operand(const text_t *lhs, mp_obj_t object, text_t *text) {
    if (text_is_str(lhs)) {
        return text_maybe(object, text) && text_is_str(text);
    }
    mp_buffer_info_t buffer;
    if (mp_obj_is_str(object) || !mp_get_buffer(object, &buffer, MP_BUFFER_READ)) {
        return false;
    }
    *text = (text_t) { buffer.buf, buffer.len, &mp_type_bytes, true };
    return true;
}

static mp_obj_t add(mp_obj_t lhs_in, const text_t *lhs, mp_obj_t rhs_in) {
    text_t rhs;
    if (!operand(lhs, rhs_in, &rhs)) {
        if (has_method(rhs_in, MP_QSTR___radd__)) {
            return MP_OBJ_NULL;
        }
        mp_raise_msg_varg(&mp_type_TypeError,
            text_is_str(lhs) ? MP_ERROR_TEXT("can only concatenate str (not \"%s\") to str") : MP_ERROR_TEXT("can't concat %s to bytes"),
            mp_obj_get_type_str(rhs_in));
    }
    if (rhs.len == 0) {
        return text_same(lhs, lhs_in);
    }
    if (lhs->len == 0) {
        rhs.type = lhs->type;
        return text_same(&rhs, rhs_in);
    }
    return text_concat(lhs, &rhs);
}

mp_obj_t text_multiply(const text_t *text, mp_obj_t object, mp_int_t times) {
    if (times <= 0 || text->len == 0) {
        return text_new(text->type, (const byte *)"", 0);
    }
    if (times == 1) {
        return text_same(text, object);
    }
    size_t len = text_check_size((uint64_t)text->len * times);
    vstr_t out;
    vstr_init_len(&out, len);
    if (text->len == 1) {
        memset(out.buf, *text->data, len);
    } else {
        memcpy(out.buf, text->data, text->len);
        for (size_t done = text->len; done < len;) { // what is there is doubled
            size_t n = MIN(done, len - done);
            memcpy(out.buf + done, out.buf, n);
            done += n;
        }
    }
    return text_from_vstr(text->type, &out);
}

static mp_obj_t compare(mp_binary_op_t op, const text_t *lhs, const text_t *rhs) {
    return mp_obj_new_bool(mp_seq_cmp_bytes(op, lhs->data, lhs->len, rhs->data, rhs->len));
}

// Upstream takes whose type has this function for a str or bytes (mp_obj_is_str_or_bytes).
mp_obj_t mp_obj_str_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    text_t lhs = text_self(lhs_in), rhs;
    mp_int_t times;
    switch (op) {
        case MP_BINARY_OP_MODULO:
            return text_percent(lhs_in, rhs_in);
        case MP_BINARY_OP_MULTIPLY:
            if (!text_index_maybe(rhs_in, &times)) {
                if (has_method(rhs_in, MP_QSTR___rmul__)) {
                    return MP_OBJ_NULL;
                }
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't multiply sequence by non-int of type '%s'"), mp_obj_get_type_str(rhs_in));
            }
            return text_multiply(&lhs, lhs_in, times);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return add(lhs_in, &lhs, rhs_in);
        case MP_BINARY_OP_CONTAINS:
            return text_contains(lhs_in, rhs_in);
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            return operand(&lhs, rhs_in, &rhs) ? compare(op, &lhs, &rhs) : MP_OBJ_NULL;
        default:
            return MP_OBJ_NULL;
    }
}

// --- Iterators ---

typedef struct {
    mp_obj_base_t base;
    mp_obj_t text;
    size_t at;
} text_iter_t;

static mp_obj_t str_next(mp_obj_t self_in) {
    text_iter_t *self = MP_OBJ_TO_PTR(self_in);
    GET_STR_DATA_LEN(self->text, data, len);
    if (self->at >= len) {
        return MP_OBJ_STOP_ITERATION;
    }
    const byte *at = data + self->at;
    size_t n = *at < 128 ? 1 : text_char_len(at);
    self->at += n;
    return text_new_char(at, n);
}

static mp_obj_t bytes_next(mp_obj_t self_in) {
    text_iter_t *self = MP_OBJ_TO_PTR(self_in);
    GET_STR_DATA_LEN(self->text, data, len);
    return self->at < len ? MP_OBJ_NEW_SMALL_INT(data[self->at++]) : MP_OBJ_STOP_ITERATION;
}

// The iterator of the rest, which is the same kind of text, from its beginning.
static mp_obj_t text_iter_reduce(mp_obj_t self_in) {
    text_iter_t *self = MP_OBJ_TO_PTR(self_in);
    GET_STR_DATA_LEN(self->text, data, len);
    mp_obj_t rest = text_new(mp_obj_is_str(self->text) ? &mp_type_str : &mp_type_bytes, data + self->at, len - self->at);
    return mpwasm_reduced(mpwasm_builtin(MP_QSTR_iter), rest, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_1(text_iter_reduce_obj, text_iter_reduce);

static mp_obj_t text_iter_setstate(mp_obj_t self_in, mp_obj_t state) {
    text_iter_t *self = MP_OBJ_TO_PTR(self_in);
    GET_STR_DATA_LEN(self->text, data, len);
    bool is_str = mp_obj_is_str(self->text);
    self->at = 0;
    for (size_t left = mpwasm_state_place(state, len); left > 0 && self->at < len; left--) {
        self->at += is_str ? text_char_len(data + self->at) : 1;
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(text_iter_setstate_obj, text_iter_setstate);

static const mp_rom_map_elem_t text_iter_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&text_iter_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&text_iter_setstate_obj) },
};
static MP_DEFINE_CONST_DICT(text_iter_locals, text_iter_table);

static MP_DEFINE_CONST_OBJ_TYPE(str_iter_type, MP_QSTR_str_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, str_next, locals_dict, &text_iter_locals);
static MP_DEFINE_CONST_OBJ_TYPE(bytes_iter_type, MP_QSTR_bytes_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, bytes_next, locals_dict, &text_iter_locals);

static mp_obj_t text_iter(mp_obj_t text, mp_obj_iter_buf_t *buffer) {
    text_iter_t *o = (text_iter_t *)buffer;
    MP_STATIC_ASSERT(sizeof(text_iter_t) <= sizeof(mp_obj_iter_buf_t));
    o->base.type = mp_obj_is_str(text) ? &str_iter_type : &bytes_iter_type;
    o->text = text;
    o->at = 0;
    return MP_OBJ_FROM_PTR(o);
}

// --- Constructors ---

// What is no text stands where the name of an encoding or of a treatment of errors belongs.
static void check_name(const char *type, const char *what, mp_obj_t name) {
    if (name != MP_OBJ_NULL && mpwasm_native(name, &mp_type_str) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() argument '%s' must be str, not %s"), type, what, mp_obj_get_type_str(name));
    }
}

enum { ARG_source, ARG_encoding, ARG_errors, ARGS };

static void parse_source(mp_arg_val_t *args, qstr name, size_t n_args, size_t n_kw, const mp_obj_t *all) {
    const mp_arg_t allowed[ARGS] = {
        { name, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_encoding, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_errors, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_parse_all_kw_array(n_args, n_kw, all, ARGS, allowed, args);
}

mp_obj_t mp_obj_str_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *all) {
    (void)type;
    if (n_args == 1 && n_kw == 0) {
        return mp_obj_is_str(all[0]) ? all[0] : text_repr(all[0], PRINT_STR);
    }
    mp_arg_val_t args[ARGS];
    parse_source(args, MP_QSTR_object, n_args, n_kw, all);
    mp_obj_t object = args[ARG_source].u_obj;
    if (object == MP_OBJ_NULL) {
        return MP_OBJ_NEW_QSTR(MP_QSTR_);
    }
    check_name("str", "encoding", args[ARG_encoding].u_obj);
    check_name("str", "errors", args[ARG_errors].u_obj);
    if (args[ARG_encoding].u_obj == MP_OBJ_NULL && args[ARG_errors].u_obj == MP_OBJ_NULL) {
        return mp_obj_is_str(object) ? object : text_repr(object, PRINT_STR);
    }
    if (mp_obj_is_str(object)) {
        mp_raise_TypeError(MP_ERROR_TEXT("decoding str is not supported"));
    }
    mp_buffer_info_t buffer;
    if (!mp_get_buffer(object, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("decoding to str: need a bytes-like object, %s found"), mp_obj_get_type_str(object));
    }
    return text_decode(buffer.buf, buffer.len, args[ARG_encoding].u_obj, args[ARG_errors].u_obj);
}

mp_obj_t text_bytes_from(mp_obj_t object, mp_rom_error_text_t range) {
    vstr_t out;
    vstr_init(&out, 16);
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterator = mp_getiter(object, &buffer), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        mp_int_t value = text_index(item);
        if (value < 0 || value > 255) {
            mp_raise_ValueError(range);
        }
        vstr_add_byte(&out, value);
    }
    return text_from_vstr(&mp_type_bytes, &out);
}

bool text_is_iterable(mp_obj_t object) {
    mp_obj_t method[2];
    mpwasm_load_of_type(object, MP_QSTR___iter__, method);
    if (method[0] == MP_OBJ_NULL && mpwasm_is_instance(object)) {
        mpwasm_load_of_type(object, MP_QSTR___getitem__, method);
        return method[0] != MP_OBJ_NULL;
    }
    return method[0] != MP_OBJ_NULL || MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(object), iter) || mp_obj_get_type(object)->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM | MP_TYPE_FLAG_ITER_IS_STREAM);
}

mp_obj_t text_make_bytes(const mp_obj_type_t *type, mp_obj_t source, mp_obj_t encoding, mp_obj_t errors) {
    if (source == MP_OBJ_NULL && encoding == MP_OBJ_NULL && errors == MP_OBJ_NULL) {
        return mp_const_empty_bytes;
    }
    text_t text;
    bool is_str = source != MP_OBJ_NULL && text_maybe(source, &text) && text_is_str(&text);
    if (encoding != MP_OBJ_NULL || (errors != MP_OBJ_NULL && !is_str)) {
        if (!is_str) {
            mp_raise_TypeError(encoding != MP_OBJ_NULL ? MP_ERROR_TEXT("encoding without a string argument") : MP_ERROR_TEXT("errors without a string argument"));
        }
        return text_encode(source, encoding, errors);
    }
    mp_obj_t method[2];
    if (mpwasm_is_instance(source)) {
        mpwasm_load_of_type(source, MP_QSTR___bytes__, method);
        if (method[0] != MP_OBJ_NULL) {
            mp_obj_t result = mp_call_method_n_kw(0, 0, method);
            if (!text_maybe(result, &text) || text.type != &mp_type_bytes) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__bytes__ returned non-bytes (type %s)"), mp_obj_get_type_str(result));
            }
            return result;
        }
    }
    if (is_str) {
        mp_raise_TypeError(MP_ERROR_TEXT("string argument without an encoding"));
    }
    mp_buffer_info_t buffer;
    if (mp_get_buffer(source, &buffer, MP_BUFFER_READ)) {
        return mp_obj_is_exact_type(source, &mp_type_bytes) ? source : mp_obj_new_bytes(buffer.buf, buffer.len);
    }
    mp_int_t count;
    if (text_index_maybe(source, &count)) {
        if (count == MP_SSIZE_MAX || count == -MP_SSIZE_MAX - 1) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot fit 'int' into an index-sized integer"));
        }
        if (count < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("negative count"));
        }
        vstr_t out;
        vstr_init_len(&out, text_check_size(count));
        memset(out.buf, 0, count);
        return text_from_vstr(&mp_type_bytes, &out);
    }
    if (!text_is_iterable(source)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot convert '%s' object to %q"), mp_obj_get_type_str(source), (qstr)type->name);
    }
    return text_bytes_from(source, type == &mp_type_bytes ? MP_ERROR_TEXT("bytes must be in range(0, 256)") : MP_ERROR_TEXT("byte must be in range(0, 256)"));
}

static mp_obj_t bytes_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *all) {
    mp_arg_val_t args[ARGS];
    parse_source(args, MP_QSTR_source, n_args, n_kw, all);
    check_name("bytes", "encoding", args[ARG_encoding].u_obj);
    check_name("bytes", "errors", args[ARG_errors].u_obj);
    return text_make_bytes(type, args[ARG_source].u_obj, args[ARG_encoding].u_obj, args[ARG_errors].u_obj);
}

mp_obj_t text_bytearray_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *all) {
    text_t bytes = text_self(bytes_make_new(type, n_args, n_kw, all));
    if (bytes.len > 0 && mp_obj_is_int(all[0])) { // new zeros that nobody else has: they are not copied
        return mp_obj_new_bytearray_by_ref(bytes.len, (void *)bytes.data);
    }
    return mp_obj_new_bytearray(bytes.len, bytes.data);
}

// --- Printing ---

static void text_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    text_t text = text_self(self);
    #if MICROPY_PY_JSON
    if (kind == PRINT_JSON) {
        mp_str_print_json(print, text.data, text.len);
        return;
    }
    #endif
    if (kind == PRINT_RAW || (text_is_str(&text) && kind == PRINT_STR)) {
        print->print_strn(print->data, (const char *)text.data, text.len);
        return;
    }
    if (!text_is_str(&text)) {
        print->print_strn(print->data, "b", 1);
    }
    mp_str_print_quoted(print, text.data, text.len, !text_is_str(&text));
}

// --- Tables ---

#define METHOD(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&str_##name##_obj) },

#define FOR_BYTEARRAY \
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&bytearray_append_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&bytearray_extend_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&bytearray_insert_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&bytearray_pop_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&bytearray_remove_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&bytearray_reverse_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&bytearray_clear_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&bytearray_copy_obj) },

#define FOR_BYTES \
    { MP_ROM_QSTR(MP_QSTR_maketrans), MP_ROM_PTR(&bytes_maketrans_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_decode), MP_ROM_PTR(&bytes_decode_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_fromhex), MP_ROM_PTR(&bytes_fromhex_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&bytes_hex_obj) },

static const mp_rom_map_elem_t str_table[] = {
    TEXT_METHODS(METHOD)
    TEXT_STR_METHODS(METHOD)
};

static mp_obj_t bytes_bytes(mp_obj_t self) {
    return mpwasm_native_raise(self, &mp_type_bytes);
}
static MP_DEFINE_CONST_FUN_OBJ_1(bytes_bytes_obj, bytes_bytes);

static const mp_rom_map_elem_t bytes_table[] = {
    TEXT_METHODS(METHOD)
    FOR_BYTES
    { MP_ROM_QSTR(MP_QSTR___bytes__), MP_ROM_PTR(&bytes_bytes_obj) },
};

MP_DEFINE_CONST_DICT(mp_obj_str_locals_dict, str_table);
static MP_DEFINE_CONST_DICT(bytes_locals_dict, bytes_table);

#if MICROPY_PY_BUILTINS_BYTEARRAY
static const mp_rom_map_elem_t bytearray_table[] = {
    TEXT_METHODS(METHOD)
    FOR_BYTES
    FOR_BYTEARRAY
};
MP_DEFINE_CONST_DICT(mp_obj_bytearray_locals_dict, bytearray_table);
#endif

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_str, MP_QSTR_str, MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, mp_obj_str_make_new,
    print, text_print,
    unary_op, text_unary_op,
    binary_op, mp_obj_str_binary_op,
    subscr, text_subscr,
    iter, text_iter,
    buffer, mp_obj_str_get_buffer,
    locals_dict, &mp_obj_str_locals_dict
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_bytes, MP_QSTR_bytes, MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, bytes_make_new,
    print, text_print,
    unary_op, text_unary_op,
    binary_op, mp_obj_str_binary_op,
    subscr, text_subscr,
    iter, text_iter,
    buffer, mp_obj_str_get_buffer,
    locals_dict, &bytes_locals_dict
    );
