// Built-in functions about text: ascii, bin, chr, hex, oct, ord; and round, which is about decimal digits.

#include <math.h>

#include "py/runtime.h"

#include "guard/guard.h"
#include "language/text/builtins.h"
#include "language/text/codec.h"
#include "language/text/decimal.h"
#include "language/text/spec.h"

MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_builtin_ascii_obj, text_ascii);

mp_obj_t mp_builtin_chr(mp_obj_t arg) {
    mp_int_t code = text_index(arg);
    if (code < 0 || code > 0x10ffff) {
        mp_raise_ValueError(MP_ERROR_TEXT("chr() arg not in range(0x110000)"));
    }
    VSTR_FIXED(c, 5);
    vstr_add_char(&c, code);
    return text_new_char((const byte *)c.buf, c.len);
}

mp_obj_t mp_builtin_ord(mp_obj_t arg) {
    text_t text;
    if (!text_maybe(arg, &text)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("ord() expected string of length 1, but %s found"), mp_obj_get_type_str(arg));
    }
    size_t len = text_chars(&text).chars;
    if (len != 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("ord() expected a character, but string of length %u found"), (unsigned)len);
    }
    return MP_OBJ_NEW_SMALL_INT(text_is_str(&text) ? utf8_get_char(text.data) : *text.data);
}

static mp_obj_t in_base(mp_obj_t arg, char type) {
    mp_obj_t value = arg, method[2];
    if (mp_obj_is_bool(value)) {
        value = MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
    } else if (mpwasm_is_instance(value)) {
        value = mp_obj_cast_to_native_base(arg, MP_OBJ_FROM_PTR(&mp_type_int));
        if (value == MP_OBJ_NULL) {
            mpwasm_load_of_type(arg, MP_QSTR___index__, method);
            value = method[0] != MP_OBJ_NULL ? mp_call_method_n_kw(0, 0, method) : arg;
        }
    }
    if (!mp_obj_is_int(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(arg));
    }
    spec_t spec = { (const byte *)" ", 1, '>', 0, 0, true, false, -1, -1, type };
    vstr_t out;
    vstr_init(&out, 16);
    spec_add_int(&out, &spec, value);
    return text_from_vstr(&mp_type_str, &out);
}

mp_obj_t mp_builtin_bin(mp_obj_t number) {
    return in_base(number, 'b');
}

mp_obj_t mp_builtin_hex(mp_obj_t number) {
    return in_base(number, 'x');
}

mp_obj_t mp_builtin_oct(mp_obj_t number) {
    return in_base(number, 'o');
}

mp_obj_t text_round_float(double value, mp_obj_t digits) {
    if (digits == MP_OBJ_NULL || digits == mp_const_none) {
        if (isnan(value)) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot convert float NaN to integer"));
        }
        if (isinf(value)) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot convert float infinity to integer"));
        }
        return mp_obj_new_int_from_float(nearbyint(value));
    }
    mp_int_t places = text_index(digits);
    if (!isfinite(value) || value == 0 || places > 400) {
        return mp_obj_new_float(value);
    }
    decimal_t decimal;
    decimal_places(fabs(value), places < -400 ? -400 : places, &decimal);
    double rounded = decimal_to_double(&decimal, false);
    if (isinf(rounded)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("rounded value too large to represent"));
    }
    return mp_obj_new_float(copysign(rounded, value));
}
