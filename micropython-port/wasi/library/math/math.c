// The module math: functions of floats, and the table of all.

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "py/builtin.h"
#include "py/objtype.h"

#include "language/native.h"
#include "language/numbers/numbers.h"
#include "library/math/math.h"

static MP_NORETURN void domain_error(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("math domain error"));
}

static MP_NORETURN void range_error(void) {
    mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("math range error"));
}

// --- Functions of one float ------------------------------------------------------------------------

// An infinity that does not come from one is an overflow, or else a pole.
static mp_obj_t checked(double x, double result, bool overflows) {
    if (isnan(result) && !isnan(x)) {
        domain_error();
    }
    if (isinf(result) && isfinite(x)) {
        overflows ? range_error() : domain_error();
    }
    return mp_obj_new_float(result);
}

#define FUNCTION(name, function, overflows) \
    static mp_obj_t math_##name(mp_obj_t x_obj) { \
        double x = number_double(x_obj); \
        return checked(x, function(x), overflows); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(math_##name##_obj, math_##name);

static double lgamma_of(double x) {
    return x <= 0 && x == floor(x) && isfinite(x) ? NAN : isinf(x) ? INFINITY : lgamma(x);
}

static double gamma_of(double x) {
    return (x <= 0 && x == floor(x)) || x == -INFINITY ? NAN : tgamma(x);
}

// Powers of two are exact, whatever the C library's exp2 makes of them.
static double exp2_of(double x) {
    return x == floor(x) && fabs(x) < 1100 ? ldexp(1, (int)x) : exp2(x);
}

FUNCTION(acos, acos, false)
FUNCTION(acosh, acosh, false)
FUNCTION(asin, asin, false)
FUNCTION(asinh, asinh, false)
FUNCTION(atan, atan, false)
FUNCTION(atanh, atanh, false)
FUNCTION(cbrt, cbrt, false)
FUNCTION(cos, cos, false)
FUNCTION(cosh, cosh, true)
FUNCTION(erf, erf, false)
FUNCTION(erfc, erfc, false)
FUNCTION(exp, exp, true)
FUNCTION(exp2, exp2_of, true)
FUNCTION(expm1, expm1, true)
FUNCTION(fabs, fabs, false)
FUNCTION(gamma, gamma_of, true)
FUNCTION(lgamma, lgamma_of, true)
FUNCTION(log1p, log1p, false)
FUNCTION(sin, sin, false)
FUNCTION(sinh, sinh, true)
FUNCTION(sqrt, sqrt, false)
FUNCTION(tan, tan, false)
FUNCTION(tanh, tanh, false)

#define TEST(name, expression) \
    static mp_obj_t math_##name(mp_obj_t x_obj) { \
        double x = number_double(x_obj); \
        return mp_obj_new_bool(expression); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(math_##name##_obj, math_##name);
TEST(isfinite, isfinite(x))
TEST(isinf, isinf(x))
TEST(isnan, isnan(x))

static mp_obj_t math_degrees(mp_obj_t x) {
    return mp_obj_new_float(number_double(x) * (180.0 / M_PI));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_degrees_obj, math_degrees);

static mp_obj_t math_radians(mp_obj_t x) {
    return mp_obj_new_float(number_double(x) * (M_PI / 180.0));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_radians_obj, math_radians);

// --- To ints ---------------------------------------------------------------------------------------

// A float's, or what the special method of another object gives; of a number, through float.
static mp_obj_t to_int(mp_obj_t x, qstr name, double (*function)(double), bool needs_method) {
    if (mp_obj_is_float(x)) {
        return mp_obj_new_int_from_float(function(mp_obj_float_get(x)));
    }
    mp_obj_t method[2];
    mpwasm_load_of_type(x, name, method);
    if (method[0] != MP_OBJ_NULL) {
        return mp_call_method_n_kw(0, 0, method);
    }
    if (mp_obj_is_bool(x)) {
        return MP_OBJ_NEW_SMALL_INT(x == mp_const_true);
    }
    if (needs_method) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type %s doesn't define %q method"), mp_obj_get_type_str(x), name);
    }
    return mp_obj_new_int_from_float(function(number_double(x)));
}

static mp_obj_t math_ceil(mp_obj_t x) {
    return to_int(x, MP_QSTR___ceil__, ceil, false);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_ceil_obj, math_ceil);

static mp_obj_t math_floor(mp_obj_t x) {
    return to_int(x, MP_QSTR___floor__, floor, false);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_floor_obj, math_floor);

static mp_obj_t math_trunc(mp_obj_t x) {
    return to_int(x, MP_QSTR___trunc__, trunc, true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_trunc_obj, math_trunc);

// --- Logarithms, of ints of any size ---------------------------------------------------------------

static double log_of(mp_obj_t x_obj, double (*function)(double)) {
    mp_obj_t integer = mp_obj_is_float(x_obj) ? MP_OBJ_NULL : mpwasm_native(x_obj, &mp_type_int);
    if (integer != MP_OBJ_NULL && !mp_obj_is_small_int(integer)) {
        mpz_place_t place;
        const mpz_t *value = number_mpz(integer, &place);
        if (value->neg) {
            domain_error();
        }
        size_t bits = mpz_bits(value);
        if (bits > 1000) { // x * 2**-shift is a float
            size_t shift = bits - 64;
            mp_obj_t top = mp_binary_op(MP_BINARY_OP_RSHIFT, integer, mp_obj_new_int_from_uint(shift));
            return function(number_int_as_double(top)) + function(2) * shift;
        }
    }
    double x = number_double(x_obj);
    if (x <= 0) {
        domain_error();
    }
    return function(x);
}

static mp_obj_t math_log(size_t n_args, const mp_obj_t *args) {
    double value = log_of(args[0], log);
    if (n_args > 1) {
        double base = log_of(args[1], log);
        if (base == 0) {
            mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("float division by zero"));
        }
        value /= base;
    }
    return mp_obj_new_float(value);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(math_log_obj, 1, 2, math_log);

static mp_obj_t math_log2(mp_obj_t x) {
    return mp_obj_new_float(log_of(x, log2));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_log2_obj, math_log2);

static mp_obj_t math_log10(mp_obj_t x) {
    return mp_obj_new_float(log_of(x, log10));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_log10_obj, math_log10);

// --- Functions of several floats -------------------------------------------------------------------

static mp_obj_t math_atan2(mp_obj_t y, mp_obj_t x) {
    double a = number_double(y);
    return mp_obj_new_float(atan2(a, number_double(x)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_atan2_obj, math_atan2);

static mp_obj_t math_copysign(mp_obj_t x, mp_obj_t y) {
    double a = number_double(x);
    return mp_obj_new_float(copysign(a, number_double(y)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_copysign_obj, math_copysign);

static mp_obj_t math_fmod(mp_obj_t x_obj, mp_obj_t y_obj) {
    double x = number_double(x_obj), y = number_double(y_obj);
    double result = isinf(y) && isfinite(x) ? x : fmod(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y)) {
        domain_error();
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_fmod_obj, math_fmod);

static mp_obj_t math_remainder(mp_obj_t x_obj, mp_obj_t y_obj) {
    double x = number_double(x_obj), y = number_double(y_obj);
    double result = isinf(y) && isfinite(x) ? x : remainder(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y)) {
        domain_error();
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_remainder_obj, math_remainder);

static mp_obj_t math_pow(mp_obj_t x_obj, mp_obj_t y_obj) {
    double x = number_double(x_obj), y = number_double(y_obj);
    double result = pow(x, y);
    if (isfinite(x) && isfinite(y)) {
        if (isnan(result) || (isinf(result) && x == 0)) {
            domain_error();
        }
        if (isinf(result)) {
            range_error();
        }
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_pow_obj, math_pow);

static mp_obj_t math_fma(mp_obj_t x_obj, mp_obj_t y_obj, mp_obj_t z_obj) {
    double x = number_double(x_obj), y = number_double(y_obj), z = number_double(z_obj);
    double result = fma(x, y, z);
    if (isnan(result) && !isnan(x) && !isnan(y) && !isnan(z)) {
        mp_raise_ValueError(MP_ERROR_TEXT("invalid operation in fma"));
    }
    if (isinf(result) && isfinite(x) && isfinite(y) && isfinite(z)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("overflow in fma"));
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_3(math_fma_obj, math_fma);

static mp_obj_t math_ldexp(mp_obj_t x_obj, mp_obj_t exponent) {
    double x = number_double(x_obj);
    mp_obj_t integer = mpwasm_native(exponent, &mp_type_int);
    if (integer == MP_OBJ_NULL && mp_obj_is_bool(exponent)) {
        integer = number_index(exponent);
    }
    if (integer == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("Expected an int as second argument to ldexp."));
    }
    if (x == 0 || !isfinite(x)) {
        return mp_obj_new_float(x);
    }
    mpz_place_t place;
    bool negative = number_mpz(integer, &place)->neg;
    mp_int_t by = !mp_obj_is_small_int(integer) ? (negative ? -5000 : 5000) : MP_OBJ_SMALL_INT_VALUE(integer);
    double result = ldexp(x, (int)MAX(MIN(by, 5000), -5000));
    if (isinf(result)) {
        range_error();
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_ldexp_obj, math_ldexp);

static mp_obj_t math_frexp(mp_obj_t x_obj) {
    double x = number_double(x_obj);
    int exponent = 0;
    double mantissa = isfinite(x) ? frexp(x, &exponent) : x;
    mp_obj_t items[2] = { mp_obj_new_float(mantissa), MP_OBJ_NEW_SMALL_INT(exponent) };
    return mp_obj_new_tuple(2, items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_frexp_obj, math_frexp);

static mp_obj_t math_modf(mp_obj_t x_obj) {
    double x = number_double(x_obj), whole = isinf(x) ? x : trunc(x);
    mp_obj_t items[2] = { mp_obj_new_float(copysign(isinf(x) ? 0 : x - whole, x)), mp_obj_new_float(whole) };
    return mp_obj_new_tuple(2, items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_modf_obj, math_modf);

static mp_obj_t math_isclose(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_a, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_b, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_rel_tol, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_abs_tol, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(0) } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, args, kw, MP_ARRAY_SIZE(allowed), allowed, parsed);
    double a = number_double(parsed[0].u_obj), b = number_double(parsed[1].u_obj);
    double relative = parsed[2].u_obj == MP_OBJ_NULL ? 1e-9 : number_double(parsed[2].u_obj), absolute = number_double(parsed[3].u_obj);
    if (relative < 0 || absolute < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("tolerances must be non-negative"));
    }
    if (a == b) {
        return mp_const_true;
    }
    double difference = fabs(a - b);
    return mp_obj_new_bool(!isinf(a) && !isinf(b)
        && (difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(math_isclose_obj, 0, math_isclose);

static mp_obj_t math_ulp(mp_obj_t x_obj) {
    double x = fabs(number_double(x_obj));
    if (isfinite(x)) {
        double next = nextafter(x, INFINITY);
        x = isinf(next) ? x - nextafter(x, 0) : next - x;
    }
    return mp_obj_new_float(x);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_ulp_obj, math_ulp);

// The bits of a float as a number whose order is that of floats.
static int64_t place_of(double x) {
    int64_t bits;
    memcpy(&bits, &x, sizeof(bits));
    return bits < 0 ? INT64_MIN - bits : bits;
}

static double at_place(int64_t place) {
    int64_t bits = place < 0 ? INT64_MIN - place : place;
    double x;
    memcpy(&x, &bits, sizeof(x));
    return x;
}

static double steps_towards(double x, double y, mp_obj_t steps_obj) {
    mp_obj_t steps = number_index(steps_obj);
    mpz_place_t place;
    const mpz_t *count = number_mpz(steps, &place);
    if (count->neg) {
        mp_raise_ValueError(MP_ERROR_TEXT("steps must be a non-negative integer"));
    }
    if (isnan(x) || isnan(y)) {
        return isnan(x) ? x : y;
    }
    int64_t from = place_of(x), to = place_of(y);
    uint64_t apart = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to, n = 0;
    for (size_t i = count->len; i-- > 0;) {
        n = mpz_bits(count) > 64 ? UINT64_MAX : n << MPZ_DIG_SIZE | count->dig[i];
    }
    if (n == 0) {
        return x;
    }
    return n >= apart ? y : at_place(from < to ? from + (int64_t)n : from - (int64_t)n);
}

static mp_obj_t math_nextafter(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = { { MP_QSTR_steps, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = mp_const_none } } };
    mp_arg_val_t parsed[1];
    mp_arg_parse_all(n_args - 2, args + 2, kw, 1, allowed, parsed);
    double x = number_double(args[0]), y = number_double(args[1]);
    return mp_obj_new_float(parsed[0].u_obj == mp_const_none ? nextafter(x, y) : steps_towards(x, y, parsed[0].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(math_nextafter_obj, 2, math_nextafter);

// --- The module ------------------------------------------------------------------------------------

static const mp_rom_map_elem_t math_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_math) },
    { MP_ROM_QSTR(MP_QSTR_e), mp_const_float_e },
    { MP_ROM_QSTR(MP_QSTR_inf), mp_const_float_inf },
    { MP_ROM_QSTR(MP_QSTR_nan), mp_const_float_nan },
    { MP_ROM_QSTR(MP_QSTR_pi), mp_const_float_pi },
    { MP_ROM_QSTR(MP_QSTR_tau), mp_const_float_tau },
    #define ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&math_##name##_obj) },
    ENTRY(acos) ENTRY(acosh) ENTRY(asin) ENTRY(asinh) ENTRY(atan) ENTRY(atan2) ENTRY(atanh) ENTRY(cbrt) ENTRY(ceil) ENTRY(comb)
    ENTRY(copysign) ENTRY(cos) ENTRY(cosh) ENTRY(degrees) ENTRY(dist) ENTRY(erf) ENTRY(erfc) ENTRY(exp) ENTRY(exp2) ENTRY(expm1)
    ENTRY(fabs) ENTRY(factorial) ENTRY(floor) ENTRY(fma) ENTRY(fmod) ENTRY(frexp) ENTRY(fsum) ENTRY(gamma) ENTRY(gcd) ENTRY(hypot)
    ENTRY(isclose) ENTRY(isfinite) ENTRY(isinf) ENTRY(isnan) ENTRY(isqrt) ENTRY(lcm) ENTRY(ldexp) ENTRY(lgamma) ENTRY(log) ENTRY(log10)
    ENTRY(log1p) ENTRY(log2) ENTRY(modf) ENTRY(nextafter) ENTRY(perm) ENTRY(pow) ENTRY(prod) ENTRY(radians) ENTRY(remainder) ENTRY(sin)
    ENTRY(sinh) ENTRY(sqrt) ENTRY(sumprod) ENTRY(tan) ENTRY(tanh) ENTRY(trunc) ENTRY(ulp)
};
static MP_DEFINE_CONST_DICT(math_globals, math_globals_table);

const mp_obj_module_t mp_module_math = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&math_globals,
};

MP_REGISTER_MODULE(MP_QSTR_math, mp_module_math);
