// complex: its texts, constructor, methods and operators. Includes upstream's file, whose type this replaces.

#include <errno.h>
#include <math.h>
#include <string.h>

#include "py/objtype.h"

#include "language/native.h"
#include "language/numbers/numbers.h"
#include "language/text/float.h"
#include "language/text/text.h"

#define complex_print __attribute__((unused)) upstream_print
#define complex_make_new __attribute__((unused)) upstream_make_new
#define complex_unary_op upstream_unary_op
#define complex_attr __attribute__((unused)) upstream_attr
#define mp_obj_complex_binary_op upstream_complex_op
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(...) extern const mp_obj_type_t mp_type_complex
mp_obj_t upstream_complex_op(mp_binary_op_t op, mp_float_t lhs_real, mp_float_t lhs_imag, mp_obj_t rhs_in);
#define complex_binary_op __attribute__((unused)) upstream_binary_op
#include "py/objcomplex.c"
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef complex_print
#undef complex_make_new
#undef complex_unary_op
#undef complex_attr
#undef complex_binary_op
#undef mp_obj_complex_binary_op

typedef struct {
    double real, imag;
} complex_t;

// --- Texts -----------------------------------------------------------------------------------------

static void add_part(vstr_t *out, double value, bool sign) {
    if (signbit(value) && !isnan(value)) {
        vstr_add_char(out, '-');
    } else if (sign) {
        vstr_add_char(out, '+');
    }
    float_format(out, fabs(value), 'r', 0, 0);
}

static void complex_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_obj_complex_t *self = MP_OBJ_TO_PTR(self_in);
    vstr_t out;
    vstr_init(&out, 48);
    bool alone = self->real == 0 && !signbit(self->real);
    if (!alone) {
        vstr_add_char(&out, '(');
        add_part(&out, self->real, false);
    }
    add_part(&out, self->imag, !alone);
    vstr_add_str(&out, alone ? "j" : "j)");
    mp_print_strn(print, out.buf, out.len, 0, 0, 0);
    vstr_clear(&out);
}

// A number with its sign, which must be there for the second of two; the end, or NULL.
static const char *read_part(const char *at, const char *end, bool signs, double *value) {
    bool negative = at < end && *at == '-', sign = at < end && (*at == '-' || *at == '+');
    if (signs && !sign) {
        return NULL;
    }
    const char *number = at + sign;
    at = float_read(number, end, value);
    if (at == NULL) { // j alone is one
        if (number < end && (*number | 0x20) == 'j') {
            at = number;
            *value = 1;
        } else {
            return NULL;
        }
    }
    if (negative) {
        *value = -*value;
    }
    return at;
}

static bool is_blank(char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

static bool parse(const char *at, const char *end, complex_t *result) {
    while (at < end && is_blank(*at)) {
        at++;
    }
    while (end > at && is_blank(end[-1])) {
        end--;
    }
    if (at < end && *at == '(' && end[-1] == ')') {
        at++, end--;
        while (at < end && is_blank(*at)) {
            at++;
        }
        while (end > at && is_blank(end[-1])) {
            end--;
        }
    }
    double first, second;
    *result = (complex_t) { 0, 0 };
    at = read_part(at, end, false, &first);
    if (at == NULL) {
        return false;
    }
    if (at < end && (*at | 0x20) == 'j') {
        result->imag = first;
        return at + 1 == end;
    }
    result->real = first;
    if (at == end) {
        return true;
    }
    at = read_part(at, end, true, &second);
    result->imag = second;
    return at != NULL && at + 1 == end && (*at | 0x20) == 'j';
}

// --- complex(...) ----------------------------------------------------------------------------------

// A number as complex; false if it is none. Real tells that it is a real one. __complex__ is asked of a first argument.
static bool complex_maybe(mp_obj_t object, bool is_first, complex_t *value, bool *real) {
    *real = false;
    mp_obj_t native = mpwasm_native(object, &mp_type_complex);
    mp_obj_t method[2];
    if (is_first && mp_obj_is_instance_type(mp_obj_get_type(object))) {
        mpwasm_load_of_type(object, MP_QSTR___complex__, method);
        if (method[0] != MP_OBJ_NULL && native == MP_OBJ_NULL) {
            mp_obj_t result = mp_call_method_n_kw(0, 0, method);
            native = mpwasm_native(result, &mp_type_complex);
            if (native == MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__complex__ returned non-complex (type %s)"), mp_obj_get_type_str(result));
            }
        }
    }
    if (native != MP_OBJ_NULL) {
        mp_obj_complex_get(native, &value->real, &value->imag);
        return true;
    }
    value->imag = 0;
    *real = true;
    return !mp_obj_is_str(object) && number_double_maybe(object, &value->real);
}

static mp_obj_t complex_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_real, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_imag, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    mp_obj_t first = parsed[0].u_obj, second = parsed[1].u_obj;
    complex_t value = { 0, 0 }, other = { 0, 0 };
    bool real = true, other_real = true;
    text_t text;
    if (first != MP_OBJ_NULL && text_maybe(first, &text) && text_is_str(&text)) {
        if (second != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("complex() can't take second arg if first is a string"));
        }
        if (!parse((const char *)text.data, (const char *)text.data + text.len, &value)) {
            mp_raise_ValueError(MP_ERROR_TEXT("complex() arg is a malformed string"));
        }
        return mp_obj_new_complex(value.real, value.imag);
    }
    if (second != MP_OBJ_NULL && mp_obj_is_str(second)) {
        mp_raise_TypeError(MP_ERROR_TEXT("complex() second arg can't be a string"));
    }
    if (first != MP_OBJ_NULL) {
        if (second == MP_OBJ_NULL && mp_obj_is_exact_type(first, &mp_type_complex)) {
            return first;
        }
        if (!complex_maybe(first, true, &value, &real)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("complex() first argument must be a string or a number, not '%s'"),
                mp_obj_get_type_str(first));
        }
    }
    if (second != MP_OBJ_NULL) {
        if (!complex_maybe(second, false, &other, &other_real)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("complex() second argument must be a number, not '%s'"),
                mp_obj_get_type_str(second));
        }
        // Parts that are not there do not count: they would change the sign of a zero.
        value.real = other_real ? value.real : value.real - other.imag;
        value.imag = real ? other.real : value.imag + other.real;
    }
    return mp_obj_new_complex(value.real, value.imag);
}

// --- Operators -------------------------------------------------------------------------------------

static complex_t multiply(complex_t a, complex_t b) {
    return (complex_t) { a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real };
}

// Divided by the larger part first, so that nothing overflows that need not (R. L. Smith, CACM algorithm 116).
static complex_t divide(complex_t a, complex_t b, mp_rom_error_text_t message) {
    double real = fabs(b.real), imag = fabs(b.imag);
    if (real >= imag) {
        if (real == 0) {
            mp_raise_msg(&mp_type_ZeroDivisionError, message);
        }
        double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
        return (complex_t) { (a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator };
    }
    if (imag >= real) {
        double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
        return (complex_t) { (a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator };
    }
    return (complex_t) { NAN, NAN };
}

static complex_t power(complex_t base, complex_t exponent) {
    mp_rom_error_text_t zero = MP_ERROR_TEXT("0.0 to a negative or complex power");
    if (exponent.real == 0 && exponent.imag == 0) {
        return (complex_t) { 1, 0 };
    }
    complex_t result;
    if (exponent.imag == 0 && exponent.real == floor(exponent.real) && fabs(exponent.real) <= 100) {
        result = (complex_t) { 1, 0 };
        complex_t square = base;
        for (int n = (int)fabs(exponent.real); n > 0; n >>= 1) {
            if (n & 1) {
                result = multiply(result, square);
            }
            square = n > 1 ? multiply(square, square) : square;
        }
        if (exponent.real < 0) {
            result = divide((complex_t) { 1, 0 }, result, zero);
        }
    } else if (base.real == 0 && base.imag == 0) {
        if (exponent.imag != 0 || exponent.real < 0) {
            mp_raise_msg(&mp_type_ZeroDivisionError, zero);
        }
        result = (complex_t) { 0, 0 };
    } else {
        double size = hypot(base.real, base.imag), length = pow(size, exponent.real);
        double angle = atan2(base.imag, base.real), phase = angle * exponent.real;
        if (exponent.imag != 0) {
            length *= exp(-angle * exponent.imag);
            phase += exponent.imag * log(size);
        }
        result = (complex_t) { length * cos(phase), length * sin(phase) };
    }
    if ((isinf(result.real) || isinf(result.imag)) && isfinite(base.real) && isfinite(base.imag) && isfinite(exponent.real) && isfinite(exponent.imag)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("complex exponentiation"));
    }
    return result;
}

mp_obj_t mp_obj_complex_binary_op(mp_binary_op_t op, mp_float_t lhs_real, mp_float_t lhs_imag, mp_obj_t rhs_in) {
    complex_t lhs = { lhs_real, lhs_imag }, rhs = { 0, 0 };
    if (op == MP_BINARY_OP_EQUAL && mp_obj_is_int(rhs_in)) { // not rounded
        return mp_obj_new_bool(lhs.imag == 0 && mp_obj_equal(mp_obj_new_float(lhs.real), rhs_in));
    }
    if (mp_obj_is_type(rhs_in, &mp_type_complex)) {
        mp_obj_complex_get(rhs_in, &rhs.real, &rhs.imag);
    } else if (mp_obj_is_float(rhs_in)) {
        rhs.real = mp_obj_float_get(rhs_in);
    } else if (mp_obj_is_int(rhs_in) || mp_obj_is_bool(rhs_in)) {
        rhs.real = number_int_as_double(number_index_maybe(rhs_in));
    } else {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return mp_obj_new_complex(lhs.real + rhs.real, lhs.imag + rhs.imag);
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return mp_obj_new_complex(lhs.real - rhs.real, lhs.imag - rhs.imag);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            lhs = multiply(lhs, rhs);
            break;
        case MP_BINARY_OP_TRUE_DIVIDE:
        case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
            lhs = divide(lhs, rhs, MP_ERROR_TEXT("complex division by zero"));
            break;
        case MP_BINARY_OP_POWER:
        case MP_BINARY_OP_INPLACE_POWER:
            lhs = power(lhs, rhs);
            break;
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(lhs.real == rhs.real && lhs.imag == rhs.imag);
        default:
            return MP_OBJ_NULL;
    }
    return mp_obj_new_complex(lhs.real, lhs.imag);
}

static mp_obj_t complex_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    mp_obj_complex_t *lhs = MP_OBJ_TO_PTR(lhs_in);
    return mp_obj_complex_binary_op(op, lhs->real, lhs->imag, rhs_in);
}

static mp_obj_t complex_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    mp_obj_complex_t *self = MP_OBJ_TO_PTR(self_in);
    if (op != MP_UNARY_OP_ABS) {
        return upstream_unary_op(op, self_in);
    }
    double size = hypot(self->real, self->imag);
    if (isinf(size) && isfinite(self->real) && isfinite(self->imag)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("absolute value too large"));
    }
    return mp_obj_new_float(size);
}

// --- Methods ---------------------------------------------------------------------------------------

static mp_obj_complex_t *self_complex(mp_obj_t self) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_complex));
}

static mp_obj_t complex_conjugate(mp_obj_t self) {
    return mp_obj_new_complex(self_complex(self)->real, -self_complex(self)->imag);
}
static MP_DEFINE_CONST_FUN_OBJ_1(complex_conjugate_obj, complex_conjugate);

static mp_obj_t complex_itself(mp_obj_t self) {
    return MP_OBJ_FROM_PTR(self_complex(self));
}
static MP_DEFINE_CONST_FUN_OBJ_1(complex_itself_obj, complex_itself);

static mp_obj_t complex_getnewargs(mp_obj_t self) {
    mp_obj_t items[2] = { mp_obj_new_float(self_complex(self)->real), mp_obj_new_float(self_complex(self)->imag) };
    return mp_obj_new_tuple(2, items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(complex_getnewargs_obj, complex_getnewargs);

static const mp_rom_map_elem_t complex_members_table[] = {
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&complex_conjugate_obj) },
    { MP_ROM_QSTR(MP_QSTR___complex__), MP_ROM_PTR(&complex_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___getnewargs__), MP_ROM_PTR(&complex_getnewargs_obj) },
};
static MP_DEFINE_CONST_DICT(complex_members, complex_members_table);

static void complex_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR_real || name == MP_QSTR_imag) {
        mp_obj_complex_t *number = self_complex(self);
        dest[0] = mp_obj_new_float(name == MP_QSTR_real ? number->real : number->imag);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // look among the members
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_complex, MP_QSTR_complex, MP_TYPE_FLAG_EQ_NOT_REFLEXIVE | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, complex_make_new,
    print, complex_print,
    unary_op, complex_unary_op,
    binary_op, complex_binary_op,
    attr, complex_attr,
    locals_dict, &complex_members);
