// Values in bytes (item.h).

#include <math.h>
#include <string.h>

#include "py/runtime.h"

#include "language/native.h"
#include "language/numbers/numbers.h"
#include "language/buffer/item.h"
#include "language/text/text.h"

#if MICROPY_PY_BUILTINS_BYTEARRAY || MICROPY_PY_BUILTINS_MEMORYVIEW

size_t item_size(char code, bool native) {
    switch (code) {
        case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p':
            return 1;
        case 'h': case 'H': case 'e':
            return 2;
        case 'i': case 'I': case 'f':
            return 4;
        case 'u': case 'w': // of array alone
            return native ? 4 : 0;
        case 'l': case 'L':
            return native ? 8 : 4;
        case 'q': case 'Q': case 'd':
            return 8;
        case 'n': case 'N': case 'P':
            return native ? 8 : 0;
        default:
            return 0;
    }
}

// IEEE 754's format of 16 bits, rounded to even. False if it is too large.
static bool half_bits(double value, uint16_t *bits) {
    *bits = signbit(value) ? 0x8000 : 0;
    if (isnan(value)) {
        *bits |= 0x7e00;
        return true;
    }
    value = fabs(value);
    if (value >= 65520) {
        *bits |= 0x7c00;
        return isinf(value);
    }
    if (value == 0) {
        return true;
    }
    int exponent;
    frexp(value, &exponent);
    exponent = MAX(exponent - 1, -14);
    // Rounding up to the next exponent carries into its field.
    *bits |= (uint16_t)(((exponent + 14) << 10) + (int)nearbyint(ldexp(value, 10 - exponent)));
    return true;
}

static double half_value(uint16_t bits) {
    int exponent = bits >> 10 & 31, mantissa = bits & 0x3ff;
    double value = exponent == 31 ? (mantissa == 0 ? (double)INFINITY : (double)NAN)
        : exponent == 0 ? ldexp(mantissa, -24) : ldexp(mantissa + 1024, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

static item_stored_t float_bits(char code, mp_obj_t value, uint64_t *bits) {
    double number;
    if (!number_double_maybe(value, &number)) {
        return ITEM_WRONG_TYPE;
    }
    if (code == 'd') {
        memcpy(bits, &number, 8);
    } else if (code == 'f') {
        float narrow = (float)number;
        memcpy(bits, &narrow, 4);
        return isinf(narrow) && !isinf(number) ? ITEM_TOO_LARGE : ITEM_STORED;
    } else {
        uint16_t half;
        bool fits = half_bits(number, &half);
        *bits = half;
        return fits ? ITEM_STORED : ITEM_TOO_LARGE;
    }
    return ITEM_STORED;
}

static item_stored_t int_bits(char code, size_t size, mp_obj_t value, uint64_t *bits) {
    value = number_index_maybe(value);
    if (value == MP_OBJ_NULL) {
        return ITEM_WRONG_TYPE;
    }
    mpz_place_t place;
    const mpz_t *number = number_mpz(value, &place);
    size_t len = mpz_bits(number);
    uint64_t magnitude = 0;
    for (size_t i = 0; i < number->len && len <= 64; i++) {
        magnitude |= (uint64_t)number->dig[i] << (i * MPZ_DIG_SIZE);
    }
    bool is_signed = item_is_signed(code);
    uint64_t most = is_signed ? ((uint64_t)1 << (8 * size - 1)) - !number->neg : number->neg ? 0 : UINT64_MAX >> (64 - 8 * size);
    if (len > 64 || magnitude > most) {
        *bits = number->neg ? -magnitude : magnitude;
        return number->neg ? ITEM_TOO_SMALL : ITEM_TOO_LARGE;
    }
    *bits = number->neg ? -magnitude : magnitude;
    return ITEM_STORED;
}

static void order(byte *to, const byte *from, size_t size, bool big) {
    for (size_t i = 0; i < size; i++) {
        to[big ? size - 1 - i : i] = from[i];
    }
}

item_stored_t item_bytes(char code, size_t size, bool big, mp_obj_t value, byte *bytes) {
    uint64_t bits = 0;
    item_stored_t stored = ITEM_STORED;
    if (code == '?') {
        bits = mp_obj_is_true(value);
    } else if (code == 'c') {
        mp_obj_t native = mpwasm_native(value, &mp_type_bytes);
        mp_buffer_info_t buffer = { 0 };
        if (native == MP_OBJ_NULL || !mp_get_buffer(native, &buffer, MP_BUFFER_READ) || buffer.len != 1) {
            return ITEM_WRONG_TYPE;
        }
        bits = *(const byte *)buffer.buf;
    } else if (code == 'u' || code == 'w') {
        text_t text;
        if (!text_maybe(value, &text) || !text_is_str(&text) || text.len == 0 || text_char_len(text.data) != text.len) {
            return ITEM_WRONG_TYPE;
        }
        bits = utf8_get_char(text.data);
    } else if (item_is_float(code)) {
        stored = float_bits(code, value, &bits);
    } else {
        stored = int_bits(code, size, value, &bits);
    }
    order(bytes, (const byte *)&bits, size, big);
    return stored;
}

static mp_obj_t item_char(uint32_t c) {
    if (c > 0x10ffff) {
        mp_raise_ValueError(MP_ERROR_TEXT("character is not in range [U+0000; U+10ffff]"));
    }
    VSTR_FIXED(text, 8);
    vstr_add_char(&text, c);
    return text_new_char((const byte *)text.buf, text.len);
}

mp_obj_t item_value(char code, size_t size, bool big, const byte *bytes) {
    uint64_t bits = 0;
    order((byte *)&bits, bytes, size, false);
    if (big) {
        order((byte *)&bits, bytes, size, true);
    }
    float narrow;
    double number;
    switch (code) {
        case 'u': case 'w':
            return item_char(bits);
        case '?':
            return mp_obj_new_bool(bits != 0);
        case 'c':
            return mp_obj_new_bytes(bytes, 1);
        case 'e':
            return mp_obj_new_float(half_value(bits));
        case 'f':
            memcpy(&narrow, &bits, 4);
            return mp_obj_new_float((double)narrow);
        case 'd':
            memcpy(&number, &bits, 8);
            return mp_obj_new_float(number);
        default:
            if (item_is_signed(code)) {
                int64_t value = (int64_t)(bits << (64 - 8 * size)) >> (64 - 8 * size);
                return value == (mp_int_t)value ? mp_obj_new_int(value) : mp_obj_new_int_from_ll(value);
            }
            return bits == (mp_uint_t)bits ? mp_obj_new_int_from_uint(bits) : mp_obj_new_int_from_ull(bits);
    }
}

mp_buffer_info_t item_buffer(mp_obj_t object) {
    mp_buffer_info_t buffer;
    if (mpwasm_native(object, &mp_type_str) != MP_OBJ_NULL || !mp_get_buffer(object, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(object));
    }
    return buffer;
}

#endif
