// The module _binascii: base64, hexadecimal digits and checksums. library/python/binascii.py is the module binascii on top of it.

#include <string.h>

#include "py/objexcept.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "language/text/text.h"
#include "library/binascii/binascii.h"
#include "language/buffer/item.h"

#if MPWASM_LIBRARY

static MP_DEFINE_CONST_OBJ_TYPE(error_type, MP_QSTR_Error, MP_TYPE_FLAG_NONE, make_new, mp_obj_exception_make_new,
    print, mp_obj_exception_print, attr, mp_obj_exception_attr, parent, &mp_type_ValueError);

static MP_NORETURN void fail(const char *message) {
    mp_raise_msg_varg(&error_type, MP_ERROR_TEXT("%s"), message);
}

// What is decoded: bytes, or a str of ASCII
static mp_buffer_info_t ascii_of(mp_obj_t data) {
    mp_buffer_info_t buffer;
    text_t text;
    if (text_maybe(data, &text)) {
        if (text_is_str(&text) && !text.ascii) {
            mp_raise_ValueError(MP_ERROR_TEXT("string argument should contain only ASCII characters"));
        }
        return (mp_buffer_info_t) { .buf = (void *)text.data, .len = text.len };
    }
    if (!mp_get_buffer(data, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument should be bytes, buffer or ASCII string, not '%s'"), mp_obj_get_type_str(data));
    }
    return buffer;
}

// --- Base64 (RFC 4648) -----------------------------------------------------------------------------

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static unsigned value_of(byte digit) {
    if (digit >= 'a') {
        return digit <= 'z' ? digit - 'a' + 26 : 64;
    }
    if (digit >= 'A') {
        return digit <= 'Z' ? digit - 'A' : 64;
    }
    if (digit >= '0') {
        return digit <= '9' ? digit - '0' + 52 : 64;
    }
    return digit == '+' ? 62 : digit == '/' ? 63 : 64;
}

static mp_obj_t a2b_base64(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_strict_mode, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_FALSE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    bool strict = mp_obj_is_true(args[1].u_obj);
    mp_buffer_info_t source = ascii_of(args[0].u_obj);
    const byte *data = source.buf;
    vstr_t result;
    vstr_init(&result, source.len / 4 * 3 + 3);
    size_t place = 0, pads = 0; // in the group of four
    bool ended = false;         // the group is padded
    uint32_t group = 0;
    for (size_t i = 0; i < source.len; i++) {
        unsigned value = value_of(data[i]);
        if (data[i] == '=') {
            if (strict && i == 0) {
                fail("Leading padding not allowed");
            }
            if (strict && (place == 0 || ended)) {
                fail("Excess padding not allowed");
            }
            pads++;
            ended = place >= 2 && place + pads >= 4;
        } else if (value == 64) {
            if (strict) {
                fail("Only base64 data is allowed");
            }
        } else {
            if (strict && pads > 0) {
                fail(ended ? "Excess data after padding" : "Discontinuous padding not allowed");
            }
            pads = 0;
            ended = false; // the group goes on behind its padding
            group = group << 6 | value;
            if (place > 0) {
                vstr_add_byte(&result, (byte)(group >> (6 - 2 * place)));
            }
            place = (place + 1) & 3;
        }
    }
    if (place == 1) {
        mp_raise_msg_varg(&error_type, MP_ERROR_TEXT("Invalid base64-encoded string: number of data characters (%u) cannot be 1 more than a multiple of 4"),
            (unsigned)(result.len / 3 * 4 + 1));
    }
    if (place > 0 && !ended) {
        fail("Incorrect padding");
    }
    return mp_obj_new_bytes_from_vstr(&result);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(a2b_base64_obj, 1, a2b_base64);

static mp_obj_t b2a_base64(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_newline, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_TRUE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    bool newline = mp_obj_is_true(args[1].u_obj);
    mp_buffer_info_t source = item_buffer(args[0].u_obj);
    vstr_t result;
    vstr_init(&result, text_check_size(((uint64_t)source.len + 2) / 3 * 4 + newline + 1));
    const byte *data = source.buf;
    for (size_t i = 0; i < source.len; i += 3) {
        size_t left = MIN(source.len - i, 3);
        uint32_t group = data[i] << 16 | (left > 1 ? data[i + 1] << 8 : 0) | (left > 2 ? data[i + 2] : 0);
        for (size_t k = 0; k < 4; k++) {
            result.buf[result.len++] = k <= left ? digits[group >> (18 - 6 * k) & 63] : '=';
        }
    }
    if (newline) {
        result.buf[result.len++] = '\n';
    }
    return mp_obj_new_bytes_from_vstr(&result);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(b2a_base64_obj, 1, b2a_base64);

// --- Hexadecimal digits ----------------------------------------------------------------------------

// hexlify(data, sep, bytes_per_sep): what bytes.hex gives, as bytes
static mp_obj_t hexlify(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_data, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_sep, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_bytes_per_sep, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(1) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    mp_buffer_info_t buffer = item_buffer(args[0].u_obj);
    mp_obj_t method[4];
    mp_load_method(mp_obj_new_bytes(buffer.buf, buffer.len), MP_QSTR_hex, method);
    method[2] = args[1].u_obj;
    method[3] = args[2].u_obj;
    mp_obj_t digits = mp_call_method_n_kw(args[1].u_obj == mp_const_none ? 0 : 2, 0, method);
    size_t len;
    const char *text = mp_obj_str_get_data(digits, &len);
    return mp_obj_new_bytes((const byte *)text, len);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(hexlify_obj, 1, hexlify);

static mp_obj_t unhexlify(mp_obj_t hex) {
    mp_buffer_info_t source = ascii_of(hex);
    const byte *data = source.buf;
    if (source.len & 1) {
        fail("Odd-length string");
    }
    vstr_t result;
    vstr_init_len(&result, source.len / 2);
    for (size_t i = 0; i < source.len; i++) {
        if (!unichar_isxdigit(data[i])) {
            fail("Non-hexadecimal digit found");
        }
        result.buf[i / 2] = result.buf[i / 2] << 4 | unichar_xdigit_value(data[i]);
    }
    return mp_obj_new_bytes_from_vstr(&result);
}
static MP_DEFINE_CONST_FUN_OBJ_1(unhexlify_obj, unhexlify);

// --- Checksums -------------------------------------------------------------------------------------

uint32_t mpwasm_crc32(uint32_t crc, const byte *data, size_t len) {
    static uint32_t table[256]; // computed when it is wanted first
    for (size_t i = 0; i < 256 && table[255] == 0; i++) {
        table[i] = i;
        for (size_t bit = 0; bit < 8; bit++) {
            table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xedb88320 : 0);
        }
    }
    crc = ~crc;
    for (; len > 0; len--) {
        crc = table[(byte)crc ^ *data++] ^ crc >> 8;
    }
    return ~crc;
}

static mp_obj_t crc32(size_t n_args, const mp_obj_t *args) {
    uint32_t crc = n_args > 1 ? mp_obj_get_int_truncated(args[1]) : 0;
    mp_buffer_info_t source = item_buffer(args[0]);
    return mp_obj_new_int_from_uint(mpwasm_crc32(crc, source.buf, source.len));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_crc32_obj, 1, 2, crc32);

// The CRC of BinHex: CCITT's polynomial
static mp_obj_t crc_hqx(mp_obj_t data, mp_obj_t start) {
    uint32_t crc = mp_obj_get_int_truncated(start) & 0xffff;
    mp_buffer_info_t source = item_buffer(data);
    const byte *at = source.buf;
    for (size_t i = 0; i < source.len; i++) {
        crc ^= at[i] << 8;
        for (size_t bit = 0; bit < 8; bit++) {
            crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
        }
    }
    return MP_OBJ_NEW_SMALL_INT(crc);
}
static MP_DEFINE_CONST_FUN_OBJ_2(crc_hqx_obj, crc_hqx);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_binascii) },
    { MP_ROM_QSTR(MP_QSTR_Error), MP_ROM_PTR(&error_type) },
    { MP_ROM_QSTR(MP_QSTR_a2b_base64), MP_ROM_PTR(&a2b_base64_obj) },
    { MP_ROM_QSTR(MP_QSTR_b2a_base64), MP_ROM_PTR(&b2a_base64_obj) },
    { MP_ROM_QSTR(MP_QSTR_a2b_hex), MP_ROM_PTR(&unhexlify_obj) },
    { MP_ROM_QSTR(MP_QSTR_unhexlify), MP_ROM_PTR(&unhexlify_obj) },
    { MP_ROM_QSTR(MP_QSTR_b2a_hex), MP_ROM_PTR(&hexlify_obj) },
    { MP_ROM_QSTR(MP_QSTR_hexlify), MP_ROM_PTR(&hexlify_obj) },
    { MP_ROM_QSTR(MP_QSTR_crc32), MP_ROM_PTR(&mpwasm_crc32_obj) },
    { MP_ROM_QSTR(MP_QSTR_crc_hqx), MP_ROM_PTR(&crc_hqx_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_binascii = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__binascii, mpwasm_module_binascii);

#endif
