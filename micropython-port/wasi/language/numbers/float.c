// float: its constructor, methods and operators. Includes upstream's file, whose type this replaces.

#include <math.h>
#include <string.h>

#include "py/builtin.h"
#include "py/formatfloat.h"
#include "py/objtype.h"

#include "language/native.h"
#include "language/numbers/numbers.h"
#include "language/text/builtins.h"
#include "language/text/text.h"
#include "language/text/unicode.h"
#include "memory/gccollect.h"
#include "memory/take.h"

#define float_make_new __attribute__((unused)) upstream_make_new
#define float_binary_op __attribute__((unused)) upstream_binary_op
#define mp_obj_float_binary_op upstream_float_op
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(...) extern const mp_obj_type_t mp_type_float
mp_obj_t upstream_float_op(mp_binary_op_t op, mp_float_t lhs, mp_obj_t rhs);
#include "py/objfloat.c"
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef float_make_new
#undef float_binary_op
#undef mp_obj_float_binary_op

mp_obj_t mpwasm_compare_int_float(mp_binary_op_t op, mp_obj_t integer, double number);

// --- What objects are real numbers -----------------------------------------------------------------

bool number_double_maybe(mp_obj_t object, double *value) {
    if (mp_obj_is_float(object)) {
        *value = mp_obj_float_get(object);
        return true;
    }
    if (mp_obj_is_int(object)) {
        *value = number_int_as_double(object);
        return true;
    }
    mp_obj_t native = mpwasm_native(object, &mp_type_float);
    mp_obj_t method[2];
    if (mp_obj_is_instance_type(mp_obj_get_type(object))) {
        mpwasm_load_of_type(object, MP_QSTR___float__, method);
        if (method[0] != MP_OBJ_NULL && (native == MP_OBJ_NULL || mp_obj_is_fun(method[0]))) {
            mp_obj_t result = mp_call_method_n_kw(0, 0, method);
            native = mpwasm_native(result, &mp_type_float);
            if (native == MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s.__float__ returned non-float (type %s)"),
                    mp_obj_get_type_str(object), mp_obj_get_type_str(result));
            }
        }
    }
    if (native != MP_OBJ_NULL) {
        *value = mp_obj_float_get(native);
        return true;
    }
    mp_obj_t integer = number_index_maybe(object);
    if (integer != MP_OBJ_NULL) {
        *value = number_int_as_double(integer);
        return true;
    }
    return mp_obj_get_float_maybe(object, value);
}

double number_double(mp_obj_t object) {
    double value;
    if (!number_double_maybe(object, &value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("must be real number, not %s"), mp_obj_get_type_str(object));
    }
    return value;
}

static mp_obj_t float_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    if (n_args == 0) {
        return mp_obj_new_float(0);
    }
    if (mp_obj_is_float(args[0])) {
        return args[0];
    }
    text_t text;
    double value;
    if (text_maybe(args[0], &text)) {
        return mp_parse_num_float((const char *)text.data, text.len, false, NULL);
    }
    if (number_double_maybe(args[0], &value)) {
        return mp_obj_new_float(value);
    }
    mp_buffer_info_t buffer;
    if (mp_get_buffer(args[0], &buffer, MP_BUFFER_READ)) {
        return mp_parse_num_float(buffer.buf, buffer.len, false, NULL);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("float() argument must be a string or a real number, not '%s'"), mp_obj_get_type_str(args[0]));
}

// --- Operators -------------------------------------------------------------------------------------

static MP_NORETURN void raise_division(mp_binary_op_t op) {
    mp_rom_error_text_t message;
    switch (op) {
        case MP_BINARY_OP_TRUE_DIVIDE:
        case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
            message = MP_ERROR_TEXT("float division by zero");
            break;
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
            message = MP_ERROR_TEXT("float floor division by zero");
            break;
        case MP_BINARY_OP_DIVMOD:
            message = MP_ERROR_TEXT("float divmod()");
            break;
        default:
            message = MP_ERROR_TEXT("float modulo by zero");
    }
    mp_raise_msg(&mp_type_ZeroDivisionError, message);
}

static mp_obj_t power(double base, double exponent, mp_obj_t rhs) {
    if (base == 0 && exponent < 0) {
        if (isinf(exponent)) {
            return mp_obj_new_float(INFINITY);
        }
        mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("0.0 cannot be raised to a negative power"));
    }
    if (base < 0 && isfinite(base) && isfinite(exponent) && exponent != floor(exponent)) {
        return mp_obj_complex_binary_op(MP_BINARY_OP_POWER, base, 0, rhs);
    }
    double result = pow(base, exponent);
    if (isinf(result) && isfinite(base) && isfinite(exponent)) {
        // The words of C's library, as CPython gives them.
        mp_obj_t args[2] = { MP_OBJ_NEW_SMALL_INT(34), mp_obj_new_str_from_cstr("Numerical result out of range") };
        nlr_raise(mp_obj_new_exception_args(&mp_type_OverflowError, 2, args));
    }
    return mp_obj_new_float(result);
}

mp_obj_t mp_obj_float_binary_op(mp_binary_op_t op, mp_float_t lhs, mp_obj_t rhs) {
    if (mp_obj_is_float(rhs) || mp_obj_is_small_int(rhs)) {
        double value = mp_obj_is_float(rhs) ? mp_obj_float_get(rhs) : MP_OBJ_SMALL_INT_VALUE(rhs);
        switch (op) {
            case MP_BINARY_OP_FLOOR_DIVIDE:
            case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
            case MP_BINARY_OP_TRUE_DIVIDE:
            case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
            case MP_BINARY_OP_MODULO:
            case MP_BINARY_OP_INPLACE_MODULO:
            case MP_BINARY_OP_DIVMOD:
                if (value == 0) {
                    raise_division(op);
                }
                break;
            case MP_BINARY_OP_POWER:
            case MP_BINARY_OP_INPLACE_POWER:
                return power(lhs, value, rhs);
            default:
                break;
        }
        return upstream_float_op(op, lhs, rhs);
    }
    if (mp_obj_is_int(rhs)) {
        if (op >= MP_BINARY_OP_LESS && op <= MP_BINARY_OP_MORE_EQUAL) {
            static const byte mirrored[] = { MP_BINARY_OP_MORE, MP_BINARY_OP_LESS, MP_BINARY_OP_EQUAL, MP_BINARY_OP_MORE_EQUAL, MP_BINARY_OP_LESS_EQUAL };
            return mpwasm_compare_int_float(mirrored[op - MP_BINARY_OP_LESS], rhs, lhs);
        }
        return mp_obj_float_binary_op(op, lhs, mp_obj_new_float(number_int_as_double(rhs)));
    }
    if (mp_obj_is_bool(rhs)) {
        return mp_obj_float_binary_op(op, lhs, MP_OBJ_NEW_SMALL_INT(rhs == mp_const_true));
    }
    return MP_OBJ_NULL;
}

static mp_obj_t float_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    double value = mp_obj_float_get(lhs);
    #if MICROPY_PY_BUILTINS_COMPLEX
    if (mp_obj_is_type(rhs, &mp_type_complex)) {
        return mp_obj_complex_binary_op(op, value, 0, rhs);
    }
    #endif
    return mp_obj_float_binary_op(op, value, rhs);
}

// --- Methods ---------------------------------------------------------------------------------------

static mp_obj_t self_float(mp_obj_t self) {
    return mpwasm_native_raise(self, &mp_type_float);
}

static double self_value(mp_obj_t self) {
    return mp_obj_float_get(self_float(self));
}

static MP_DEFINE_CONST_FUN_OBJ_1(float_itself_obj, self_float);

static mp_obj_t float_is_integer(mp_obj_t self) {
    double value = self_value(self);
    return mp_obj_new_bool(isfinite(value) && floor(value) == value);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_is_integer_obj, float_is_integer);

// (numerator, denominator) of a float.
static mp_obj_t ratio_of(double value) {
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot convert Infinity to integer ratio"));
    }
    if (isnan(value)) {
        mp_raise_ValueError(MP_ERROR_TEXT("cannot convert NaN to integer ratio"));
    }
    int exponent;
    double mantissa = frexp(value, &exponent);
    for (int i = 0; i < 300 && mantissa != floor(mantissa); i++) {
        mantissa *= 2;
        exponent--;
    }
    mp_obj_t items[2] = { mp_obj_new_int_from_float(mantissa), MP_OBJ_NEW_SMALL_INT(1) };
    mp_obj_t shift = MP_OBJ_NEW_SMALL_INT(exponent < 0 ? -exponent : exponent);
    items[exponent < 0] = mp_binary_op(MP_BINARY_OP_LSHIFT, items[exponent < 0], shift);
    return mp_obj_new_tuple(2, items);
}

static mp_obj_t float_as_integer_ratio(mp_obj_t self) {
    return ratio_of(self_value(self));
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_as_integer_ratio_obj, float_as_integer_ratio);

static mp_obj_t float_hex(mp_obj_t self) {
    double value = self_value(self);
    if (!isfinite(value)) {
        return mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_str), mp_obj_new_float(value));
    }
    mp_float_union_t bits = { .f = value };
    int exponent = (int)bits.p.exp - 1023;
    char digits[14];
    uint64_t fraction = bits.p.frc;
    for (int i = 12; i >= 0; i--, fraction >>= 4) {
        digits[i] = "0123456789abcdef"[fraction & 15];
    }
    digits[13] = 0;
    vstr_t vstr;
    vstr_init(&vstr, 32);
    bool tiny = bits.p.exp == 0;
    if (value == 0) {
        vstr_printf(&vstr, "%s0x0.0p+0", signbit(value) ? "-" : "");
    } else {
        exponent = tiny ? -1022 : exponent;
        vstr_printf(&vstr, "%s0x%d.%sp%s%d", signbit(value) ? "-" : "", !tiny, digits, exponent < 0 ? "-" : "+", exponent < 0 ? -exponent : exponent);
    }
    return mp_obj_new_str_from_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_hex_obj, float_hex);

static int hex_value(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

static bool word_at(const byte **at, const byte *end, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(end - *at) < len) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        if (((*at)[i] | 0x20) != word[i]) {
            return false;
        }
    }
    *at += len;
    return true;
}

static MP_NORETURN void raise_hex(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("invalid hexadecimal floating-point string"));
}

// Digits with a point and an exponent of two.
static double read_hex(const byte **place, const byte *end) {
    const byte *at = *place;
    if (end - at > 1 && at[0] == '0' && (at[1] | 0x20) == 'x') {
        at += 2;
    }
    uint64_t mantissa = 0;
    bool inexact = false, point = false, any = false;
    long long exponent = 0;
    for (; at < end && (hex_value(*at) >= 0 || (*at == '.' && !point)); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        any = true;
        if (mantissa >> 60 == 0) {
            mantissa = mantissa << 4 | hex_value(*at);
            exponent -= point ? 4 : 0;
        } else {
            inexact |= *at != '0';
            exponent += point ? 0 : 4;
        }
    }
    if (!any) {
        raise_hex();
    }
    if (at < end && (*at | 0x20) == 'p') {
        at++;
        bool negative = at < end && *at == '-';
        at += at < end && (*at == '-' || *at == '+');
        long long power = 0;
        const byte *digits = at;
        for (; at < end && *at >= '0' && *at <= '9'; at++) {
            power = power < 1ll << 40 ? power * 10 + (*at - '0') : power;
        }
        if (at == digits) {
            raise_hex();
        }
        exponent += negative ? -power : power;
    }
    *place = at;
    double value = exponent > 5000 ? (mantissa == 0 ? 0 : INFINITY) : exponent < -5000 ? 0 : double_round(mantissa, inexact, (int)exponent);
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("hexadecimal value too large to represent as a float"));
    }
    return value;
}

static mp_obj_t float_fromhex(mp_obj_t class, mp_obj_t string) {
    text_t text;
    if (!text_maybe(string, &text) || !text_is_str(&text)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("fromhex() argument must be str, not %s"), mp_obj_get_type_str(string));
    }
    const byte *at = text.data, *end = text.data + text.len;
    while (at < end && unichar_isspace(*at)) {
        at++;
    }
    while (end > at && unichar_isspace(end[-1])) {
        end--;
    }
    bool negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    double value;
    if (word_at(&at, end, "infinity") || word_at(&at, end, "inf")) {
        value = INFINITY;
    } else if (word_at(&at, end, "nan")) {
        value = NAN;
    } else {
        value = read_hex(&at, end);
    }
    if (at != end) {
        raise_hex();
    }
    mp_obj_t result = mp_obj_new_float(negative ? -value : value);
    return class == MP_OBJ_FROM_PTR(&mp_type_float) ? result : mp_call_function_1(class, result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(float_fromhex_fun_obj, float_fromhex);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(float_fromhex_obj, MP_ROM_PTR(&float_fromhex_fun_obj));

#define ROUNDING(name, function) \
    static mp_obj_t float_##name(mp_obj_t self) { \
        return mp_obj_new_int_from_float(function(self_value(self))); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(float_##name##_obj, float_##name);
ROUNDING(ceil, ceil)
ROUNDING(floor, floor)
ROUNDING(trunc, trunc)

static mp_obj_t float_round(size_t n_args, const mp_obj_t *args) {
    return text_round_float(self_value(args[0]), n_args > 1 ? args[1] : MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(float_round_obj, 1, 2, float_round);

static mp_obj_t float_getformat(mp_obj_t class, mp_obj_t kind) {
    size_t len;
    const char *word = mp_obj_str_get_data(kind, &len);
    if (!(len == 6 && memcmp(word, "double", 6) == 0) && !(len == 5 && memcmp(word, "float", 5) == 0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("__getformat__() argument 1 must be 'double' or 'float'"));
    }
    return mp_obj_new_str_from_cstr("IEEE, little-endian");
}
static MP_DEFINE_CONST_FUN_OBJ_2(float_getformat_fun_obj, float_getformat);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(float_getformat_obj, MP_ROM_PTR(&float_getformat_fun_obj));

static const mp_rom_map_elem_t float_members_table[] = {
    { MP_ROM_QSTR(MP_QSTR_as_integer_ratio), MP_ROM_PTR(&float_as_integer_ratio_obj) },
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&float_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromhex), MP_ROM_PTR(&float_fromhex_obj) },
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&float_hex_obj) },
    { MP_ROM_QSTR(MP_QSTR_is_integer), MP_ROM_PTR(&float_is_integer_obj) },
    { MP_ROM_QSTR(MP_QSTR___ceil__), MP_ROM_PTR(&float_ceil_obj) },
    { MP_ROM_QSTR(MP_QSTR___floor__), MP_ROM_PTR(&float_floor_obj) },
    { MP_ROM_QSTR(MP_QSTR___getformat__), MP_ROM_PTR(&float_getformat_obj) },
    { MP_ROM_QSTR(MP_QSTR___round__), MP_ROM_PTR(&float_round_obj) },
    { MP_ROM_QSTR(MP_QSTR___trunc__), MP_ROM_PTR(&float_trunc_obj) },
};
static MP_DEFINE_CONST_DICT(float_members, float_members_table);

static void float_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR_real) {
        dest[0] = self_float(self);
    } else if (name == MP_QSTR_imag) {
        dest[0] = mp_obj_new_float(0);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // look among the members
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_float, MP_QSTR_float, MP_TYPE_FLAG_EQ_NOT_REFLEXIVE | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, float_make_new,
    print, float_print,
    unary_op, float_unary_op,
    binary_op, float_binary_op,
    attr, float_attr,
    locals_dict, &float_members);

// --- The VM's operators ----------------------------------------------------------------------------

static inline bool as_double(mp_obj_t object, mp_float_t *value) {
    if (mp_obj_is_small_int(object)) {
        *value = MP_OBJ_SMALL_INT_VALUE(object);
        return true;
    }
    if (!mp_obj_is_obj(object) || ((mp_obj_base_t *)MP_OBJ_TO_PTR(object))->type != &mp_type_float) {
        return false;
    }
    *value = ((mp_obj_float_t *)MP_OBJ_TO_PTR(object))->value;
    return true;
}

static inline mp_obj_t new_float(mp_float_t value) {
    mp_obj_float_t *object = gc_take(sizeof(*object));
    if (object == NULL) {
        return mp_obj_new_float(value);
    }
    object->base.type = &mp_type_float;
    object->value = value;
    return MP_OBJ_FROM_PTR(object);
}

// At most one of the operands is a small integer.
mp_obj_t mpwasm_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_float_t left, right;
    if (as_double(lhs, &left) && as_double(rhs, &right)) {
        switch (op) {
            case MP_BINARY_OP_ADD:
            case MP_BINARY_OP_INPLACE_ADD:
                return new_float(left + right);
            case MP_BINARY_OP_SUBTRACT:
            case MP_BINARY_OP_INPLACE_SUBTRACT:
                return new_float(left - right);
            case MP_BINARY_OP_MULTIPLY:
            case MP_BINARY_OP_INPLACE_MULTIPLY:
                return new_float(left * right);
            case MP_BINARY_OP_TRUE_DIVIDE:
            case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
                if (right != 0) {
                    return new_float(left / right);
                }
                break;
            case MP_BINARY_OP_LESS:
                return mp_obj_new_bool(left < right);
            case MP_BINARY_OP_MORE:
                return mp_obj_new_bool(left > right);
            case MP_BINARY_OP_LESS_EQUAL:
                return mp_obj_new_bool(left <= right);
            case MP_BINARY_OP_MORE_EQUAL:
                return mp_obj_new_bool(left >= right);
            default:
                break;
        }
    }
    mpwasm_forget_views();
    return mp_binary_op(op, lhs, rhs);
}
