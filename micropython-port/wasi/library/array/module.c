// The module array: the constructor and the methods of its type, which language/buffer defines. In place of upstream's py/modarray.c.

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"
#include "py/unicode.h"

#include "language/buffer/buffer.h"
#include "language/buffer/item.h"
#include "language/list/sequence.h"
#include "memory/safepoint.h"

#if MICROPY_PY_ARRAY

static const char typecodes[] = "bBuwhHiIlLqQfd";

static mp_obj_t array_slice(mp_obj_t self) {
    return mp_obj_subscr(self, mp_obj_new_slice(mp_const_none, mp_const_none, mp_const_none), MP_OBJ_SENTINEL);
}

// --- Bytes and lists -------------------------------------------------------------------------------

static mp_obj_t array_frombytes(mp_obj_t self_in, mp_obj_t data) {
    mp_obj_array_t *self = array_of(self_in);
    mp_buffer_info_t buffer = item_buffer(data);
    size_t size = array_item_size(self);
    if (buffer.len % size != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("bytes length not a multiple of item size"));
    }
    bool itself = buffer.buf == self->items;
    byte *place = array_splice(self, self->len, 0, buffer.len / size);
    memcpy(place, itself ? self->items : buffer.buf, buffer.len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_frombytes_obj, array_frombytes);

static mp_obj_t array_tobytes(mp_obj_t self_in) {
    const mp_obj_array_t *self = array_of(self_in);
    return mp_obj_new_bytes(self->items, self->len * array_item_size(self));
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_tobytes_obj, array_tobytes);

static mp_obj_t array_tolist(mp_obj_t self_in) {
    const mp_obj_array_t *self = array_of(self_in);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (size_t i = 0; i < self->len; i++) {
        mp_obj_list_append(list, array_item(self, i));
    }
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_tolist_obj, array_tolist);

// All of a list, or nothing if an item is wrong
static mp_obj_t array_fromlist(mp_obj_t self_in, mp_obj_t list) {
    mp_obj_array_t *self = array_of(self_in);
    if (mpwasm_native(list, &mp_type_list) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("arg must be list"));
    }
    mp_obj_array_t *items = array_new(self->typecode, 0);
    array_extend(MP_OBJ_FROM_PTR(items), list);
    return array_extend(self_in, MP_OBJ_FROM_PTR(items));
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_fromlist_obj, array_fromlist);

mp_obj_t array_text(const mp_obj_array_t *array) {
    vstr_t text;
    vstr_init(&text, array->len + 1);
    for (size_t i = 0; i < array->len; i++) {
        uint32_t c = ((uint32_t *)array->items)[i];
        if (c > 0x10ffff) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("character U+%x is not in range [U+0000; U+10ffff]"), (unsigned)c);
        }
        vstr_add_char(&text, c);
    }
    return text_from_vstr(&mp_type_str, &text);
}

static mp_obj_t array_tounicode(mp_obj_t self_in) {
    const mp_obj_array_t *self = array_of(self_in);
    if (!array_is_text(self)) {
        mp_raise_ValueError(MP_ERROR_TEXT("tounicode() may only be called on unicode type arrays ('u' or 'w')"));
    }
    return array_text(self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_tounicode_obj, array_tounicode);

static mp_obj_t array_fromunicode(mp_obj_t self_in, mp_obj_t text) {
    const mp_obj_array_t *self = array_of(self_in);
    if (mpwasm_native(text, &mp_type_str) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("fromunicode() argument must be str, not %s"), mp_obj_get_type_str(text));
    }
    if (!array_is_text(self)) {
        mp_raise_ValueError(MP_ERROR_TEXT("fromunicode() may only be called on unicode type arrays ('u' or 'w')"));
    }
    return array_extend(self_in, text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_fromunicode_obj, array_fromunicode);

static mp_obj_t array_tofile(mp_obj_t self, mp_obj_t file) {
    mp_obj_t method[3];
    mp_load_method(file, MP_QSTR_write, method);
    method[2] = array_tobytes(self);
    mp_call_method_n_kw(1, 0, method);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_tofile_obj, array_tofile);

static mp_obj_t array_fromfile(mp_obj_t self_in, mp_obj_t file, mp_obj_t count) {
    size_t size = array_item_size(array_of(self_in));
    mp_int_t items = text_index(count);
    if (items < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("negative count"));
    }
    mp_obj_t method[3];
    mp_load_method(file, MP_QSTR_read, method);
    method[2] = mp_obj_new_int_from_ull((uint64_t)items * size);
    mp_obj_t data = mp_call_method_n_kw(1, 0, method);
    if (mpwasm_native(data, &mp_type_bytes) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("read() didn't return bytes"));
    }
    size_t len = item_buffer(data).len;
    array_frombytes(self_in, data);
    if (len < (uint64_t)items * size) {
        mp_raise_msg(&mp_type_EOFError, MP_ERROR_TEXT("read() didn't return enough bytes"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(array_fromfile_obj, array_fromfile);

// --- Items -----------------------------------------------------------------------------------------

static mp_obj_t array_insert(mp_obj_t self_in, mp_obj_t index, mp_obj_t item) {
    mp_int_t at = text_index(index);
    mp_obj_array_t *self = array_of(self_in);
    size_t size = array_item_size(self);
    byte bytes[ITEM_MAX];
    array_item_bytes(self->typecode, size, item, bytes);
    mp_int_t len = self->len;
    memcpy(array_splice(self, at < 0 ? MAX(at + len, 0) : MIN(at, len), 0, 1), bytes, size);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(array_insert_obj, array_insert);

static mp_obj_t array_pop(size_t n_args, const mp_obj_t *args) {
    mp_int_t at = n_args > 1 ? text_index(args[1]) : -1;
    mp_obj_array_t *self = array_of(args[0]);
    if (self->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty array"));
    }
    at += at < 0 ? (mp_int_t)self->len : 0;
    if (at < 0 || (size_t)at >= self->len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop index out of range"));
    }
    mp_obj_t item = array_item(self, at);
    array_splice(self, at, 1, 0);
    return item;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_pop_obj, 1, 2, array_pop);

// The index of a value, or -1
static mp_int_t find(const mp_obj_array_t *self, mp_obj_t value, size_t start, size_t stop) {
    for (size_t i = start; i < stop && i < self->len; i++) {
        if (mp_obj_equal(array_item(self, i), value)) {
            return i;
        }
    }
    return -1;
}

static size_t bound(const mp_obj_array_t *self, size_t n_args, const mp_obj_t *args, size_t which, size_t missing) {
    if (n_args <= which) {
        return missing;
    }
    mp_int_t at = text_index(args[which]);
    return at < 0 ? MAX(at + (mp_int_t)self->len, 0) : at;
}

static mp_obj_t array_index(size_t n_args, const mp_obj_t *args) {
    const mp_obj_array_t *self = array_of(args[0]);
    size_t start = bound(self, n_args, args, 2, 0), stop = bound(self, n_args, args, 3, SIZE_MAX);
    mp_int_t at = find(self, args[1], start, stop);
    if (at < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("array.index(x): x not in array"));
    }
    return mp_obj_new_int(at);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_index_obj, 2, 4, array_index);

static mp_obj_t array_remove(mp_obj_t self_in, mp_obj_t value) {
    mp_obj_array_t *self = array_of(self_in);
    mp_int_t at = find(self, value, 0, SIZE_MAX);
    if (at < 0 || (size_t)at >= self->len) {
        mp_raise_ValueError(MP_ERROR_TEXT("array.remove(x): x not in array"));
    }
    array_splice(self, at, 1, 0);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_remove_obj, array_remove);

static mp_obj_t array_count(mp_obj_t self_in, mp_obj_t value) {
    const mp_obj_array_t *self = array_of(self_in);
    size_t count = 0;
    for (size_t i = 0; i < self->len; i++) {
        count += mp_obj_equal(array_item(self, i), value);
    }
    return mp_obj_new_int_from_uint(count);
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_count_obj, array_count);

static void swap(byte *a, byte *b) {
    byte kept = *a;
    *a = *b;
    *b = kept;
}

static mp_obj_t array_reverse(mp_obj_t self_in) {
    mp_obj_array_t *self = array_of(self_in);
    size_t size = array_item_size(self);
    byte *items = self->items;
    for (size_t i = 0; i < self->len / 2 * size; i++) {
        swap(&items[i], &items[(self->len - 1 - i / size) * size + i % size]);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_reverse_obj, array_reverse);

static mp_obj_t array_byteswap(mp_obj_t self_in) {
    mp_obj_array_t *self = array_of(self_in);
    size_t size = array_item_size(self);
    for (byte *item = self->items, *end = item + self->len * size; item < end; item += size) {
        for (size_t i = 0; i < size / 2; i++) {
            swap(&item[i], &item[size - 1 - i]);
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_byteswap_obj, array_byteswap);

static mp_obj_t array_clear(mp_obj_t self_in) {
    mp_obj_array_t *self = array_of(self_in);
    array_splice(self, 0, self->len, 0);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_clear_obj, array_clear);

static mp_obj_t array_buffer_info(mp_obj_t self_in) {
    const mp_obj_array_t *self = array_of(self_in);
    return mp_obj_new_tuple(2, (mp_obj_t[]) { mp_obj_new_int_from_uint((uintptr_t)self->items), mp_obj_new_int_from_uint(self->len) });
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_buffer_info_obj, array_buffer_info);

// --- Copies and pickles ----------------------------------------------------------------------------

static mp_obj_t array_copy(size_t n_args, const mp_obj_t *args) {
    return array_slice(MP_OBJ_FROM_PTR(array_of(args[0])));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_copy_obj, 1, 2, array_copy);

static mp_obj_t code_of(const mp_obj_array_t *self) {
    byte code = self->typecode;
    return text_new_char(&code, 1);
}

static mp_obj_t array_reconstructor(size_t n_args, const mp_obj_t *args) {
    mp_obj_t module = mp_import_name(MP_QSTR__array, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    return mp_call_function_n_kw(mp_load_attr(module, MP_QSTR_reconstruct), n_args, 0, args);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_reconstructor_obj, 4, 4, array_reconstructor);

static mp_obj_t array_reduce(mp_obj_t self_in, mp_obj_t protocol) {
    const mp_obj_array_t *self = array_of(self_in);
    mp_obj_t type = MP_OBJ_FROM_PTR(mp_obj_get_type(self_in)), code = code_of(self), args[4] = { code, MP_OBJ_NULL };
    bool old = mp_obj_get_int(protocol) < 3;
    if (old) {
        args[1] = array_tolist(self_in);
    } else {
        // CPython's numbers of machine formats: by kind and size, little-endian ones even
        size_t size = array_item_size(self), sign = (self->typecode & 0x20) != 0;
        args[0] = type;
        args[1] = code;
        args[2] = MP_OBJ_NEW_SMALL_INT(array_is_text(self) ? 20 : self->typecode == 'f' ? 14 : self->typecode == 'd' ? 16
            : size == 1 ? sign : (size == 2 ? 2 : size == 4 ? 6 : 10) + 2 * sign);
        args[3] = array_tobytes(self_in);
    }
    return mp_obj_new_tuple(3, (mp_obj_t[]) { old ? type : MP_OBJ_FROM_PTR(&array_reconstructor_obj), mp_obj_new_tuple(old ? 2 : 4, args), mp_const_none });
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_reduce_obj, array_reduce);

void mpwasm_array_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_array_t *self = array_of(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_typecode) {
        dest[0] = code_of(self);
    } else if (attr == MP_QSTR_itemsize) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(array_item_size(self));
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

extern const mp_obj_fun_builtin_fixed_t mpwasm_array_append_obj, mpwasm_array_extend_obj;

static const mp_rom_map_elem_t locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&mpwasm_array_append_obj) },
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&mpwasm_array_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&array_insert_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&array_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&array_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&array_index_obj) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&array_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&array_reverse_obj) },
    { MP_ROM_QSTR(MP_QSTR_byteswap), MP_ROM_PTR(&array_byteswap_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&array_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_buffer_info), MP_ROM_PTR(&array_buffer_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_frombytes), MP_ROM_PTR(&array_frombytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_tobytes), MP_ROM_PTR(&array_tobytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromlist), MP_ROM_PTR(&array_fromlist_obj) },
    { MP_ROM_QSTR(MP_QSTR_tolist), MP_ROM_PTR(&array_tolist_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromunicode), MP_ROM_PTR(&array_fromunicode_obj) },
    { MP_ROM_QSTR(MP_QSTR_tounicode), MP_ROM_PTR(&array_tounicode_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromfile), MP_ROM_PTR(&array_fromfile_obj) },
    { MP_ROM_QSTR(MP_QSTR_tofile), MP_ROM_PTR(&array_tofile_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&array_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&array_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___reduce_ex__), MP_ROM_PTR(&array_reduce_obj) },
};
MP_DEFINE_CONST_DICT(mpwasm_array_locals, locals_table);

// --- The constructor -------------------------------------------------------------------------------

mp_obj_t mpwasm_array_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 2, false);
    text_t code;
    if (!text_maybe(args[0], &code) || !text_is_str(&code) || code.len == 0 || text_char_len(code.data) != code.len) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("array() argument 1 must be a unicode character, not %s"), mp_obj_get_type_str(args[0]));
    }
    if (code.len != 1 || strchr(typecodes, *code.data) == NULL || *code.data == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)"));
    }
    mp_obj_array_t *self = array_new(*code.data, 0);
    mp_obj_t object = MP_OBJ_FROM_PTR(self);
    if (n_args == 1) {
        return object;
    }
    mp_obj_t items = args[1], array = mpwasm_native(items, &mp_type_array);
    bool is_text = mpwasm_native(items, &mp_type_str) != MP_OBJ_NULL || (array != MP_OBJ_NULL && array_is_text(MP_OBJ_TO_PTR(array)));
    if (is_text && !array_is_text(self)) {
        mp_raise_msg_varg(&mp_type_TypeError, array == MP_OBJ_NULL ? MP_ERROR_TEXT("cannot use a str to initialize an array with typecode '%c'")
            : MP_ERROR_TEXT("cannot use a unicode array to initialize an array with typecode '%c'"), self->typecode);
    }
    if (mpwasm_native(items, &mp_type_bytes) != MP_OBJ_NULL || mpwasm_native(items, &mp_type_bytearray) != MP_OBJ_NULL) {
        array_frombytes(object, items);
    } else if (array != MP_OBJ_NULL && ((mp_obj_array_t *)MP_OBJ_TO_PTR(array))->typecode != self->typecode) {
        array_extend(object, array_tolist(array));
    } else {
        array_extend(object, items);
    }
    return object;
}

static const MP_DEFINE_STR_OBJ(typecodes_obj, typecodes);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_array) },
    { MP_ROM_QSTR(MP_QSTR_array), MP_ROM_PTR(&mp_type_array) },
    { MP_ROM_QSTR(MP_QSTR_ArrayType), MP_ROM_PTR(&mp_type_array) },
    { MP_ROM_QSTR(MP_QSTR__array_reconstructor), MP_ROM_PTR(&array_reconstructor_obj) },
    { MP_ROM_QSTR(MP_QSTR_typecodes), MP_ROM_PTR(&typecodes_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_array = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_array, mpwasm_module_array);

#endif
