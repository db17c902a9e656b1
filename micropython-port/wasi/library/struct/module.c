// The module struct, in place of upstream's py/modstruct.c.

#include <string.h>

#include "py/objexcept.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "language/native.h"
#include "language/text/text.h"
#include "language/buffer/item.h"
#include "language/buffer/view.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

static MP_DEFINE_CONST_OBJ_TYPE(error_type, MP_QSTR_error, MP_TYPE_FLAG_NONE, make_new, mp_obj_exception_make_new,
    print, mp_obj_exception_print, attr, mp_obj_exception_attr, parent, &mp_type_Exception);

#define FAIL(...) mp_raise_msg_varg(&error_type, __VA_ARGS__)

// --- Formats ---------------------------------------------------------------------------------------

// A Struct: a format that has been read.
typedef struct {
    mp_obj_base_t base;
    mp_obj_t format; // a str
    size_t size, values;
    bool native, big;
} struct_t;

static const mp_obj_type_t struct_type;

typedef struct {
    char code;
    size_t size, count, place;
} field_t;

typedef struct {
    const struct_t *of;
    const byte *at, *end;
    uint64_t place; // behind the last field
    field_t field;
} reader_t;

static reader_t reader_of(const struct_t *of) {
    size_t len;
    const byte *text = (const byte *)mp_obj_str_get_data(of->format, &len);
    reader_t reader = { .of = of, .at = text, .end = text + len };
    if (len > 0 && strchr("@=<>!", *text) != NULL && *text != 0) {
        reader.at++;
    }
    return reader;
}

// Reads the next field. False if there is none.
static bool next_field(reader_t *reader) {
    while (reader->at < reader->end && unichar_isspace(*reader->at)) {
        reader->at++;
    }
    if (reader->at == reader->end) {
        return false;
    }
    uint64_t count = 1;
    if (unichar_isdigit(*reader->at)) {
        for (count = 0; reader->at < reader->end && unichar_isdigit(*reader->at); reader->at++) {
            count = MIN(count * 10 + (*reader->at - '0'), (uint64_t)MP_SSIZE_MAX + 1);
        }
        if (reader->at == reader->end) {
            FAIL(MP_ERROR_TEXT("repeat count given without format specifier"));
        }
    }
    char code = *reader->at++;
    size_t size = item_size(code, reader->of->native);
    if (code == 0) {
        FAIL(MP_ERROR_TEXT("embedded null character"));
    }
    if (size == 0 || code == 'u' || code == 'w') {
        FAIL(MP_ERROR_TEXT("bad char in struct format"));
    }
    uint64_t place = reader->of->native ? (reader->place + size - 1) / size * size : reader->place;
    reader->place = place + count * size;
    if (reader->place > MP_SSIZE_MAX) {
        FAIL(MP_ERROR_TEXT("total struct size too long"));
    }
    reader->field = (field_t) { code, size, count, place };
    return true;
}

static bool is_text(char code) {
    return code == 's' || code == 'p';
}

static void set_format(struct_t *self, mp_obj_t format) {
    text_t text;
    if (!text_maybe(format, &text) || text.type == &mp_type_bytearray) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Struct() argument 1 must be a str or bytes object, not %s"), mp_obj_get_type_str(format));
    }
    if (text_is_str(&text) && !text.ascii) {
        text_encode(format, MP_OBJ_NEW_QSTR(MP_QSTR_ascii), MP_OBJ_NEW_QSTR(MP_QSTR_strict)); // which raises
    }
    self->format = mp_obj_is_str(format) ? format : mp_obj_new_str((const char *)text.data, text.len);
    char first = text.len > 0 ? *text.data : '@';
    self->native = first == '@' || strchr("=<>!", first) == NULL;
    self->big = first == '>' || first == '!';
    self->values = 0;
    reader_t reader = reader_of(self);
    while (next_field(&reader)) {
        self->values += is_text(reader.field.code) ? 1 : reader.field.code == 'x' ? 0 : reader.field.count;
    }
    self->size = reader.place;
}

// The Struct that a method is called on, or that a function's first argument describes.
static const struct_t *struct_of(mp_obj_t object, struct_t *place) {
    mp_obj_t native = mpwasm_native(object, &struct_type);
    if (native != MP_OBJ_NULL) {
        return MP_OBJ_TO_PTR(native);
    }
    set_format(place, object);
    return place;
}

// --- Values and bytes ------------------------------------------------------------------------------

static mp_obj_t unpack(const struct_t *self, const byte *from) {
    mp_obj_tuple_t *result = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->values, NULL));
    size_t number = 0;
    reader_t reader = reader_of(self);
    while (next_field(&reader)) {
        field_t field = reader.field;
        const byte *at = from + field.place;
        if (field.code == 's') {
            result->items[number++] = mp_obj_new_bytes(at, field.count);
        } else if (field.code == 'p') {
            result->items[number++] = field.count == 0 ? mp_const_empty_bytes : mp_obj_new_bytes(at + 1, MIN(*at, field.count - 1));
        } else if (field.code != 'x') {
            for (size_t i = 0; i < field.count; i++, at += field.size) {
                result->items[number++] = item_value(field.code, field.size, self->big, at);
            }
        }
    }
    return MP_OBJ_FROM_PTR(result);
}

static void pack_text(field_t field, mp_obj_t value, byte *to) {
    text_t text;
    if (!text_maybe(value, &text) || text_is_str(&text)) {
        FAIL(MP_ERROR_TEXT("argument for '%c' must be a bytes object"), field.code);
    }
    if (field.count > 0 && field.code == 'p') {
        size_t len = MIN(text.len, field.count - 1);
        *to = MIN(len, 255);
        memcpy(to + 1, text.data, len);
    } else {
        memcpy(to, text.data, MIN(text.len, field.count));
    }
}

static MP_NORETURN void raise_value(const struct_t *self, field_t field, item_stored_t why) {
    char code = field.code;
    if (why == ITEM_WRONG_TYPE) {
        if (code == 'c') {
            FAIL(MP_ERROR_TEXT("char format requires a bytes object of length 1"));
        }
        FAIL(item_is_float(code) ? MP_ERROR_TEXT("required argument is not a float") : MP_ERROR_TEXT("required argument is not an integer"));
    }
    if (item_is_float(code)) {
        mp_raise_msg_varg(&mp_type_OverflowError, MP_ERROR_TEXT("float too large to pack with %c format"), code);
    }
    if (code == 'P') {
        FAIL(MP_ERROR_TEXT("int too large to convert"));
    }
    uint64_t most = UINT64_MAX >> (64 - 8 * field.size + item_is_signed(code));
    mp_obj_t least = item_is_signed(code) ? mp_obj_new_int_from_ll(-(int64_t)most - 1) : MP_OBJ_NEW_SMALL_INT(0);
    mp_obj_t parts[] = { MP_OBJ_NEW_SMALL_INT(code), least, mp_obj_new_int_from_ull(most) };
    mp_obj_t format = mp_obj_new_str_from_cstr("'%c' format requires %d <= number <= %d");
    nlr_raise(mp_obj_new_exception_arg1(&error_type, mp_binary_op(MP_BINARY_OP_MODULO, format, mp_obj_new_tuple(3, parts))));
}

// Writes the values into bytes of the struct's size that are zeros. They are nobody else's, since values may run Python code.
static void pack(const struct_t *self, const char *name, size_t n_args, const mp_obj_t *args, byte *to) {
    if (n_args != self->values) {
        FAIL(MP_ERROR_TEXT("%s expected %u items for packing (got %u)"), name, (unsigned)self->values, (unsigned)n_args);
    }
    reader_t reader = reader_of(self);
    while (next_field(&reader)) {
        field_t field = reader.field;
        byte *at = to + field.place;
        if (is_text(field.code)) {
            pack_text(field, *args++, at);
        } else if (field.code != 'x') {
            for (size_t i = 0; i < field.count; i++, at += field.size) {
                item_stored_t stored = item_bytes(field.code, field.size, self->big, *args++, at);
                bool wraps = (field.code == 'P' && stored == ITEM_TOO_SMALL) || (field.code == 'f' && self->native && stored == ITEM_TOO_LARGE);
                if (stored != ITEM_STORED && !wraps) {
                    raise_value(self, field, stored);
                }
            }
        }
    }
}

// --- Functions, which are methods as well ----------------------------------------------------------

static mp_obj_t struct_pack(size_t n_args, const mp_obj_t *args) {
    struct_t place;
    const struct_t *self = struct_of(args[0], &place);
    vstr_t result;
    vstr_init_len(&result, self->size);
    memset(result.buf, 0, self->size);
    pack(self, "pack", n_args - 1, args + 1, (byte *)result.buf);
    return mp_obj_new_bytes_from_vstr(&result);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(struct_pack_obj, 1, struct_pack);

// Where in a buffer a struct begins
static size_t place_in(const struct_t *self, mp_int_t offset, size_t len, bool packs) {
    if (offset < 0) {
        if (offset + (mp_int_t)self->size > 0) {
            FAIL(packs ? MP_ERROR_TEXT("no space to pack %u bytes at offset %d") : MP_ERROR_TEXT("not enough data to unpack %u bytes at offset %d"),
                (unsigned)self->size, (int)offset);
        }
        if (offset + (mp_int_t)len < 0) {
            FAIL(MP_ERROR_TEXT("offset %d out of range for %u-byte buffer"), (int)offset, (unsigned)len);
        }
        offset += len;
    }
    if ((size_t)offset > len || len - offset < self->size) {
        FAIL(MP_ERROR_TEXT("%spack%s requires a buffer of at least %u bytes for %spacking %u bytes at offset %u (actual buffer size is %u)"),
            packs ? "" : "un", packs ? "_into" : "_from", (unsigned)(self->size + offset), packs ? "" : "un", (unsigned)self->size, (unsigned)offset, (unsigned)len);
    }
    return offset;
}

static mp_obj_t struct_pack_into(size_t n_args, const mp_obj_t *args) {
    struct_t place;
    const struct_t *self = struct_of(args[0], &place);
    if (n_args < 3) {
        FAIL(n_args == 1 ? MP_ERROR_TEXT("pack_into expected buffer argument") : MP_ERROR_TEXT("pack_into expected offset argument"));
    }
    mp_buffer_info_t buffer;
    if (!mp_get_buffer(args[1], &buffer, MP_BUFFER_RW)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument must be read-write bytes-like object, not %s"), mp_obj_get_type_str(args[1]));
    }
    view_t *view = NULL;
    for (size_t i = 2; i < n_args && view == NULL; i++) {
        if (mp_obj_is_instance_type(mp_obj_get_type(args[i]))) { // which may run a program: the buffer keeps its size meanwhile
            view = view_of(mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_memoryview), args[1]));
        }
    }
    mp_int_t offset = text_index(args[2]);
    if (n_args - 3 == self->values) {
        place_in(self, offset, buffer.len, true);
    }
    byte *packed = mpwasm_malloc0(self->size);
    pack(self, "pack_into", n_args - 3, args + 3, packed);
    mp_get_buffer_raise(args[1], &buffer, MP_BUFFER_RW); // as it is now
    memcpy((byte *)buffer.buf + place_in(self, offset, buffer.len, true), packed, self->size);
    if (view != NULL) {
        view_release(view);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(struct_pack_into_obj, 1, struct_pack_into);

static mp_obj_t struct_unpack(mp_obj_t format, mp_obj_t data) {
    struct_t place;
    const struct_t *self = struct_of(format, &place);
    mp_buffer_info_t buffer = item_buffer(data);
    if (buffer.len != self->size) {
        FAIL(MP_ERROR_TEXT("unpack requires a buffer of %u bytes"), (unsigned)self->size);
    }
    return unpack(self, buffer.buf);
}
static MP_DEFINE_CONST_FUN_OBJ_2(struct_unpack_obj, struct_unpack);

static mp_obj_t struct_unpack_from(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_buffer, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_offset, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(0) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    struct_t place;
    const struct_t *self = struct_of(args[0].u_obj, &place);
    mp_int_t offset = text_index(args[2].u_obj);
    mp_buffer_info_t buffer = item_buffer(args[1].u_obj);
    return unpack(self, (const byte *)buffer.buf + place_in(self, offset, buffer.len, false));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(struct_unpack_from_obj, 1, struct_unpack_from);

static mp_obj_t struct_calcsize(mp_obj_t format) {
    struct_t place;
    return mp_obj_new_int_from_uint(struct_of(format, &place)->size);
}
static MP_DEFINE_CONST_FUN_OBJ_1(struct_calcsize_obj, struct_calcsize);

// --- iter_unpack -----------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    const struct_t *of;
    mp_obj_t buffer;
    size_t place;
} unpack_iterator_t;

static mp_obj_t unpack_next(mp_obj_t self_in) {
    unpack_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    mp_buffer_info_t buffer = item_buffer(self->buffer);
    if (self->place > buffer.len || buffer.len - self->place < self->of->size) {
        return MP_OBJ_STOP_ITERATION;
    }
    self->place += self->of->size;
    return unpack(self->of, (const byte *)buffer.buf + self->place - self->of->size);
}

static mp_obj_t unpack_length(mp_obj_t self_in) {
    const unpack_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    size_t len = item_buffer(self->buffer).len;
    return MP_OBJ_NEW_SMALL_INT(self->place > len ? 0 : (len - self->place) / self->of->size);
}
static MP_DEFINE_CONST_FUN_OBJ_1(unpack_length_obj, unpack_length);

static const mp_rom_map_elem_t iterator_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&unpack_length_obj) },
};
static MP_DEFINE_CONST_DICT(iterator_locals, iterator_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(iterator_type, MP_QSTR_unpack_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, unpack_next, locals_dict, &iterator_locals);

static mp_obj_t struct_iter_unpack(mp_obj_t format, mp_obj_t data) {
    struct_t place;
    const struct_t *of = struct_of(format, &place);
    size_t len = item_buffer(data).len;
    if (of->size == 0) {
        FAIL(MP_ERROR_TEXT("cannot iteratively unpack with a struct of length 0"));
    }
    if (len % of->size != 0) {
        FAIL(MP_ERROR_TEXT("iterative unpacking requires a buffer of a multiple of %u bytes"), (unsigned)of->size);
    }
    unpack_iterator_t *iterator = mp_obj_malloc(unpack_iterator_t, &iterator_type);
    if (of == &place) {
        struct_t *kept = mp_obj_malloc(struct_t, &struct_type);
        place.base = kept->base;
        *kept = place;
        of = kept;
    }
    iterator->of = of;
    iterator->buffer = data;
    iterator->place = 0;
    return MP_OBJ_FROM_PTR(iterator);
}
static MP_DEFINE_CONST_FUN_OBJ_2(struct_iter_unpack_obj, struct_iter_unpack);

// --- Struct ----------------------------------------------------------------------------------------

static mp_obj_t struct_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_format, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } } };
    mp_arg_val_t given[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, given);
    struct_t *self = mp_obj_malloc(struct_t, &struct_type);
    set_format(self, given[0].u_obj);
    return MP_OBJ_FROM_PTR(self);
}

static void struct_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_print_str(print, "Struct(");
    mp_obj_print_helper(print, ((struct_t *)MP_OBJ_TO_PTR(self))->format, PRINT_REPR);
    mp_print_str(print, ")");
}

static void struct_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const struct_t *self = MP_OBJ_TO_PTR(mpwasm_native_raise(self_in, &struct_type));
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_format) {
        dest[0] = self->format;
    } else if (attr == MP_QSTR_size) {
        dest[0] = mp_obj_new_int_from_uint(self->size);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

#define METHODS \
    { MP_ROM_QSTR(MP_QSTR_pack), MP_ROM_PTR(&struct_pack_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_pack_into), MP_ROM_PTR(&struct_pack_into_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_unpack), MP_ROM_PTR(&struct_unpack_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_unpack_from), MP_ROM_PTR(&struct_unpack_from_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_iter_unpack), MP_ROM_PTR(&struct_iter_unpack_obj) },

static const mp_rom_map_elem_t struct_locals_table[] = { METHODS };
static MP_DEFINE_CONST_DICT(struct_locals, struct_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(struct_type, MP_QSTR_Struct, MP_TYPE_FLAG_NONE,
    make_new, struct_make_new, print, struct_print, attr, struct_attr, locals_dict, &struct_locals);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_struct) },
    { MP_ROM_QSTR(MP_QSTR_error), MP_ROM_PTR(&error_type) },
    { MP_ROM_QSTR(MP_QSTR_Struct), MP_ROM_PTR(&struct_type) },
    { MP_ROM_QSTR(MP_QSTR_calcsize), MP_ROM_PTR(&struct_calcsize_obj) },
    METHODS
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_struct = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_struct, mpwasm_module_struct);

#endif
