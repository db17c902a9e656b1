// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError. Their arguments are what their attributes are named after.

#include <string.h>

#include "py/objexcept.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/text/codec.h"
#include "language/text/text.h"

// Whether an error was made as it must be: (encoding,) object, start, end, reason.
static bool get_fields(mp_obj_t self_in, size_t *first, const mp_obj_t **fields) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    bool named = self->base.type != &mpwasm_type_UnicodeTranslateError;
    *first = named ? 0 : 1;
    *fields = self->args->items;
    return self->args->len == 5 - *first;
}

static void print_range(const mp_print_t *print, const mp_obj_t *fields, const mp_obj_type_t *type) {
    bool decode = type == &mpwasm_type_UnicodeDecodeError;
    const mp_obj_t *at = type == &mpwasm_type_UnicodeTranslateError ? fields : fields + 1;
    mp_int_t start = 0, end = 0;
    text_index_maybe(at[1], &start);
    text_index_maybe(at[2], &end);
    text_t text;
    if (start >= 0 && end > start && end - start == 1 && text_maybe(at[0], &text)) {
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
    size_t first;
    const mp_obj_t *fields;
    mp_print_kind_t k = kind & ~PRINT_EXC_SUBCLASS;
    if ((k != PRINT_STR && k != PRINT_EXC) || !get_fields(self, &first, &fields)) {
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
    if (first == 0) {
        mp_print_str(print, "'");
        mp_obj_print_helper(print, fields[0], PRINT_STR);
        mp_print_str(print, "' codec ");
    }
    mp_print_str(print, type == &mpwasm_type_UnicodeDecodeError ? "can't decode " : first == 0 ? "can't encode " : "can't translate ");
    print_range(print, fields, type);
    mp_obj_print_helper(print, fields[4 - first], PRINT_STR);
}

static void error_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    static const uint16_t names[] = { MP_QSTR_encoding, MP_QSTR_object, MP_QSTR_start, MP_QSTR_end, MP_QSTR_reason };
    size_t first;
    const mp_obj_t *fields;
    if (dest[0] == MP_OBJ_NULL && get_fields(self, &first, &fields)) {
        for (size_t i = first; i < MP_ARRAY_SIZE(names); i++) {
            if (attr == names[i]) {
                dest[0] = fields[i - first];
                return;
            }
        }
    }
    mp_obj_exception_attr(self, attr, dest);
}

#define UNICODE_ERROR(name) \
    MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_##name, MP_QSTR_##name, MP_TYPE_FLAG_NONE, \
    make_new, mp_obj_exception_make_new, print, error_print, attr, error_attr, parent, &mp_type_UnicodeError)

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
