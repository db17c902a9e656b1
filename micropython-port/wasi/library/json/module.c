// The module _json. library/python/json is the module json on top of it.

#include "py/objstr.h"
#include "py/runtime.h"

#include "library/json/json.h"

#if MPWASM_LIBRARY

MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_json_error);

void json_raise(const char *message, mp_obj_t text, size_t place) {
    size_t len;
    const char *data = mp_obj_str_get_data(text, &len);
    mp_obj_t args[] = { mp_obj_new_str_from_cstr(message), text, mp_obj_new_int_from_uint(utf8_charlen((const byte *)data, place)) };
    mp_obj_t error = MP_STATE_VM(mpwasm_json_error);
    if (error == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s"), message);
    }
    nlr_raise(mp_call_function_n_kw(error, 3, 0, args));
}

static void check_str(mp_obj_t text) {
    if (!mp_obj_is_str(text)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("first argument must be a string, not %s"), mp_obj_get_type_str(text));
    }
}

// args: text, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict
static json_hooks_t hooks_of(const mp_obj_t *args) {
    check_str(args[0]);
    return (json_hooks_t) { args[1], args[2], args[3], args[4], args[5], mp_obj_is_true(args[6]) };
}

static mp_obj_t json_loads(size_t n_args, const mp_obj_t *args) {
    json_hooks_t hooks = hooks_of(args);
    size_t place = 0;
    return json_read(args[0], &place, &hooks, true);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_loads_obj, 7, 7, json_loads);

// scan(text, hooks..., index): a value that begins at a character, and the place behind it.
static mp_obj_t json_scan(size_t n_args, const mp_obj_t *args) {
    json_hooks_t hooks = hooks_of(args);
    size_t len;
    const byte *data = (const byte *)mp_obj_str_get_data(args[0], &len), *at = data;
    mp_int_t index = mp_obj_get_int(args[7]);
    if (index < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("idx cannot be negative"));
    }
    for (; index > 0 && at < data + len; index--) {
        at = utf8_next_char(at);
    }
    size_t place = at - data;
    if (place < len && (*at == ' ' || (*at >= 9 && *at <= 13))) {
        json_raise("Expecting value", args[0], place);
    }
    mp_obj_t result[] = { json_read(args[0], &place, &hooks, false), MP_OBJ_NULL };
    result[1] = mp_obj_new_int_from_uint(utf8_charlen(data, place));
    return mp_obj_new_tuple(2, result);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_scan_obj, 8, 8, json_scan);

// dumps(value, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, default, sort_keys)
static mp_obj_t json_dumps(size_t n_args, const mp_obj_t *args) {
    json_style_t style = {
        .skipkeys = mp_obj_is_true(args[1]), .ensure_ascii = mp_obj_is_true(args[2]), .check_circular = mp_obj_is_true(args[3]),
        .allow_nan = mp_obj_is_true(args[4]), .indent = args[5], .item_separator = args[6], .key_separator = args[7],
        .default_ = args[8], .sort_keys = mp_obj_is_true(args[9]),
    };
    check_str(style.item_separator);
    check_str(style.key_separator);
    if (style.indent != mp_const_none) {
        check_str(style.indent);
    }
    vstr_t out;
    vstr_init(&out, 64);
    json_write(&out, args[0], &style);
    return mp_obj_new_str_from_utf8_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_dumps_obj, 10, 10, json_dumps);

static mp_obj_t json_encode_str(mp_obj_t str, mp_obj_t ensure_ascii) {
    check_str(str);
    vstr_t out;
    vstr_init(&out, 32);
    json_write_str(&out, str, mp_obj_is_true(ensure_ascii));
    return mp_obj_new_str_from_utf8_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_2(json_encode_str_obj, json_encode_str);

// set_error(class): the class of errors, called with a message, the text and the place.
static mp_obj_t json_set_error(mp_obj_t class) {
    MP_STATE_VM(mpwasm_json_error) = class;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(json_set_error_obj, json_set_error);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__json) },
    { MP_ROM_QSTR(MP_QSTR_loads), MP_ROM_PTR(&json_loads_obj) },
    { MP_ROM_QSTR(MP_QSTR_scan), MP_ROM_PTR(&json_scan_obj) },
    { MP_ROM_QSTR(MP_QSTR_dumps), MP_ROM_PTR(&json_dumps_obj) },
    { MP_ROM_QSTR(MP_QSTR_encode_str), MP_ROM_PTR(&json_encode_str_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_error), MP_ROM_PTR(&json_set_error_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_json = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__json, mpwasm_module_json);

#endif
