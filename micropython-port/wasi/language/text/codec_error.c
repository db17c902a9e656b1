// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError. What they are made of are fields of exceptions (errors/fields.c).

#include <string.h>

#include "py/objexcept.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/text/codec.h"
#include "language/text/text.h"

static mp_obj_t field(mp_obj_t self, qstr name) {
    return mpwasm_field_load(MP_OBJ_TO_PTR(self), name);
}

static void print_range(const mp_print_t *print, mp_obj_t self, bool decode) {
    mp_int_t start = 0, end = 0;
    text_index_maybe(field(self, MP_QSTR_start), &start);
    text_index_maybe(field(self, MP_QSTR_end), &end);
    text_t text;
    if (start >= 0 && end > start && end - start == 1 && text_maybe(field(self, MP_QSTR_object), &text)) {
        text_chars_t chars = text_chars(&text);
        if ((size_t)start < chars.chars) {
            unsigned c = decode ? text.data[start] : utf8_get_char(text_char_at(&chars, start));
            mp_printf(print, decode ? "byte 0x%02x" : c < 0x100 ? "character '\\x%02x'" : c < 0x10000 ? "character '\\u%04x'" : "character '\\U%08x'", c);
            mp_printf(print, " in position %d: ", (int)start);
            return;
        }
    }
    mp_printf(print, decode ? "bytes in position %d-%d: " : "characters in position %d-%d: ", (int)start, (int)((mp_uint_t)end - 1));
}

static void error_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_print_kind_t k = kind & ~PRINT_EXC_SUBCLASS;
    if ((k != PRINT_STR && k != PRINT_EXC) || field(self, MP_QSTR_object) == mp_const_none) { // which a class's own __init__ may leave so
        mp_obj_exception_print(print, self, kind);
        return;
    }
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (k == PRINT_EXC && !(kind & PRINT_EXC_SUBCLASS)) {
        mp_printf(print, "%q", (qstr)type->name);
    }
    if (k == PRINT_EXC) {
        mp_print_str(print, ": ");
    }
    bool translate = type == &mpwasm_type_UnicodeTranslateError, decode = type == &mpwasm_type_UnicodeDecodeError;
    if (!translate) {
        mp_print_str(print, "'");
        mp_obj_print_helper(print, field(self, MP_QSTR_encoding), PRINT_STR);
        mp_print_str(print, "' codec ");
    }
    mp_print_str(print, decode ? "can't decode " : translate ? "can't translate " : "can't encode ");
    print_range(print, self, decode);
    mp_obj_print_helper(print, field(self, MP_QSTR_reason), PRINT_STR);
}

#define UNICODE_ERROR(name) \
    MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_##name, MP_QSTR_##name, MP_TYPE_FLAG_NONE, \
    make_new, mp_obj_exception_make_new, print, error_print, attr, mp_obj_exception_attr, parent, &mp_type_UnicodeError)

UNICODE_ERROR(UnicodeDecodeError);
UNICODE_ERROR(UnicodeEncodeError);
UNICODE_ERROR(UnicodeTranslateError);

mp_obj_t codec_error(const mp_obj_type_t *type, codec_t codec, mp_obj_t object, size_t start, size_t end, const char *reason) {
    const char *name = codec_name(codec);
    mp_obj_t args[] = {
        mp_obj_new_str_from_cstr(name), object, mp_obj_new_int_from_uint(start), mp_obj_new_int_from_uint(end), mp_obj_new_str_from_cstr(reason),
    };
    return mp_obj_exception_make_new(type, MP_ARRAY_SIZE(args), 0, args);
}

MP_NORETURN void codec_raise(const mp_obj_type_t *type, codec_t codec, mp_obj_t object, size_t start, size_t end, const char *reason) {
    nlr_raise(codec_error(type, codec, object, start, end, reason));
}
