// Large integers where upstream's mpz is not exact, or says other than CPython: quotients and conversions to float, rounded once; comparisons
// with floats; powers and inverses of a modulus; shifts by more than a machine word.

#include <math.h>

#include "language/class/class.h"
#include "language/numbers/numbers.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

mp_obj_t mpwasm_upstream_int_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

const mpz_t *number_mpz(mp_obj_t integer, mpz_place_t *place) {
    if (mp_obj_is_small_int(integer)) {
        mpz_init_fixed_from_int(&place->small, place->digits, MPZ_NUM_DIG_FOR_INT, MP_OBJ_SMALL_INT_VALUE(integer));
        return &place->small;
    }
    return &((mp_obj_int_t *)MP_OBJ_TO_PTR(integer))->mpz;
}

mp_obj_t number_from_mpz(mp_obj_int_t *value) {
    mp_int_t small;
    if (mpz_as_int_checked(&value->mpz, &small) && MP_SMALL_INT_FITS(small)) {
        return MP_OBJ_NEW_SMALL_INT(small);
    }
    return MP_OBJ_FROM_PTR(value);
}

size_t mpz_bits(const mpz_t *value) {
    if (value->len == 0) {
        return 0;
    }
    return value->len * MPZ_DIG_SIZE - (__builtin_clz(value->dig[value->len - 1]) - (32 - MPZ_DIG_SIZE));
}

double double_round(uint64_t mantissa, bool inexact, int exponent) {
    if (mantissa == 0) {
        return 0;
    }
    int free = __builtin_clzll(mantissa);
    mantissa <<= free;
    exponent -= free;
    int kept = exponent + 63 >= -1022 ? 53 : 53 - (-1022 - (exponent + 63));
    if (kept < 0) {
        return 0;
    }
    uint64_t rest = kept == 0 ? mantissa : mantissa << kept;
    uint64_t whole = kept == 0 ? 0 : mantissa >> (64 - kept);
    const uint64_t half = 1ull << 63;
    if (rest > half || (rest == half && (inexact || (whole & 1)))) {
        whole++;
    }
    return exponent > 1100 ? INFINITY : ldexp((double)whole, exponent + 64 - kept);
}

// The 64 bits from the highest one on, and whether there are others behind them.
static uint64_t top_bits(const mpz_t *value, bool *inexact) {
    uint64_t top = 0;
    int have = 0;
    size_t i = value->len;
    for (; i > 0 && have + MPZ_DIG_SIZE <= 64; i--) {
        top = top << MPZ_DIG_SIZE | value->dig[i - 1];
        if (top != 0) {
            have = 64 - __builtin_clzll(top);
        }
    }
    if (i > 0 && have < 64) {
        int wanted = 64 - have, behind = MPZ_DIG_SIZE - wanted;
        i--;
        top = top << wanted | value->dig[i] >> behind;
        *inexact |= (value->dig[i] & ((1u << behind) - 1)) != 0;
    }
    while (i > 0 && !*inexact) {
        *inexact = value->dig[--i] != 0;
    }
    return top;
}

// The nearest double, ties to even; infinity if there is none.
static double mpz_as_double(const mpz_t *value) {
    size_t bits = mpz_bits(value);
    if (bits > 1100) {
        return value->neg ? -INFINITY : INFINITY;
    }
    bool inexact = false;
    uint64_t top = top_bits(value, &inexact);
    double result = double_round(top, inexact, bits > 64 ? (int)bits - 64 : 0);
    return value->neg ? -result : result;
}

double number_int_as_double(mp_obj_t integer) {
    if (mp_obj_is_small_int(integer)) {
        return MP_OBJ_SMALL_INT_VALUE(integer);
    }
    double value = mpz_as_double(&((mp_obj_int_t *)MP_OBJ_TO_PTR(integer))->mpz);
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("int too large to convert to float"));
    }
    return value;
}

mp_float_t mp_obj_int_as_float_impl(mp_obj_t integer) {
    return number_int_as_double(integer);
}

void number_divmod(mp_obj_t lhs, mp_obj_t rhs, mp_obj_t *quotient, mp_obj_t *remainder) {
    mpz_place_t places[2];
    const mpz_t *l = number_mpz(lhs, &places[0]), *r = number_mpz(rhs, &places[1]);
    mp_obj_int_t *q = mp_obj_int_new_mpz(), *rest = mp_obj_int_new_mpz();
    mpwasm_divmod_inpl(&q->mpz, &rest->mpz, l, r);
    if (quotient != NULL) {
        *quotient = number_from_mpz(q);
    }
    if (remainder != NULL) {
        *remainder = number_from_mpz(rest);
    }
}

// The quotient as the nearest double: of so many bits that 64 of them and whether there are more decide.
static mp_obj_t true_divide(const mpz_t *lhs, const mpz_t *rhs) {
    long shift = 66 - ((long)mpz_bits(lhs) - (long)mpz_bits(rhs));
    mp_obj_int_t *l = mp_obj_int_new_mpz(), *r = mp_obj_int_new_mpz(), *quotient = mp_obj_int_new_mpz(), *rest = mp_obj_int_new_mpz();
    mpz_abs_inpl(&l->mpz, lhs);
    mpz_abs_inpl(&r->mpz, rhs);
    if (shift > 1200) {
        return mp_obj_new_float(lhs->neg != rhs->neg ? -0.0 : 0.0);
    }
    mpz_shl_inpl(shift > 0 ? &l->mpz : &r->mpz, shift > 0 ? &l->mpz : &r->mpz, shift > 0 ? shift : -shift);
    mpwasm_divmod_inpl(&quotient->mpz, &rest->mpz, &l->mpz, &r->mpz);
    bool inexact = rest->mpz.len != 0;
    size_t bits = mpz_bits(&quotient->mpz);
    uint64_t top = top_bits(&quotient->mpz, &inexact);
    long exponent = (bits > 64 ? (long)bits - 64 : 0) - shift;
    double result = exponent > 1100 ? INFINITY : double_round(top, inexact, (int)exponent);
    if (isinf(result)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("integer division result too large for a float"));
    }
    return mp_obj_new_float(lhs->neg != rhs->neg ? -result : result);
}

// Less than 0, 0 or more, as an int is less than a float, equal or more. The float is no NaN.
static int compare_with_float(const mpz_t *integer, double number) {
    if (isinf(number)) {
        return number > 0 ? -1 : 1;
    }
    double whole = trunc(number);
    mpz_t other;
    mpz_init_zero(&other);
    mpwasm_set_from_float(&other, whole);
    int order = mpz_cmp(integer, &other);
    mpz_deinit(&other);
    return order != 0 ? order : whole == number ? 0 : whole < number ? -1 : 1;
}

static mp_obj_t compared(mp_binary_op_t op, int order) {
    switch (op) {
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(order < 0);
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(order > 0);
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(order <= 0);
        case MP_BINARY_OP_MORE_EQUAL:
            return mp_obj_new_bool(order >= 0);
        default:
            return mp_obj_new_bool(order == 0);
    }
}

mp_obj_t mpwasm_compare_int_float(mp_binary_op_t op, mp_obj_t integer, double number) {
    if (isnan(number)) {
        return mp_const_false;
    }
    mpz_place_t place;
    return compared(op, compare_with_float(number_mpz(integer, &place), number));
}

static bool is_nought(mp_obj_t integer) {
    return integer == MP_OBJ_NEW_SMALL_INT(0);
}

// A shift by more than a word holds.
static mp_obj_t shift_far(bool left, mp_obj_t lhs, const mpz_t *count) {
    if (count->neg) {
        mp_raise_ValueError(MP_ERROR_TEXT("negative shift count"));
    }
    if (is_nought(lhs)) {
        return lhs;
    }
    if (left) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("too many digits in integer"));
    }
    mpz_place_t place;
    return MP_OBJ_NEW_SMALL_INT(number_mpz(lhs, &place)->neg ? -1 : 0);
}

// What is not as upstream has it; MP_OBJ_NULL where it is. Both are ints.
static mp_obj_t binary_op_of_ints(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mpz_place_t places[2];
    switch (op) {
        case MP_BINARY_OP_TRUE_DIVIDE:
        case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
            if (is_nought(rhs)) {
                mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("division by zero"));
            }
            return true_divide(number_mpz(lhs, &places[0]), number_mpz(rhs, &places[1]));
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY: {
            mp_obj_int_t *product = mp_obj_int_new_mpz();
            number_multiply(&product->mpz, number_mpz(lhs, &places[0]), number_mpz(rhs, &places[1]));
            return number_from_mpz(product);
        }
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
        case MP_BINARY_OP_DIVMOD:
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
            if (is_nought(rhs)) {
                mp_raise_msg(&mp_type_ZeroDivisionError, op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO
                    ? MP_ERROR_TEXT("integer modulo by zero") : MP_ERROR_TEXT("integer division or modulo by zero"));
            }
            if (op == MP_BINARY_OP_DIVMOD) {
                mp_obj_t items[2];
                number_divmod(lhs, rhs, &items[0], &items[1]);
                return mp_obj_new_tuple(2, items);
            }
            return MP_OBJ_NULL;
        case MP_BINARY_OP_LSHIFT:
        case MP_BINARY_OP_INPLACE_LSHIFT:
        case MP_BINARY_OP_RSHIFT:
        case MP_BINARY_OP_INPLACE_RSHIFT: {
            bool left = op == MP_BINARY_OP_LSHIFT || op == MP_BINARY_OP_INPLACE_LSHIFT;
            if (!mp_obj_is_small_int(rhs)) {
                return shift_far(left, lhs, number_mpz(rhs, &places[1]));
            }
            return left && is_nought(lhs) && MP_OBJ_SMALL_INT_VALUE(rhs) >= 0 ? lhs : MP_OBJ_NULL;
        }
        case MP_BINARY_OP_POWER:
        case MP_BINARY_OP_INPLACE_POWER:
            if (number_mpz(rhs, &places[1])->neg) {
                return mp_obj_float_binary_op(op, number_int_as_double(lhs), mp_obj_new_float(number_int_as_double(rhs)));
            }
            if (!mp_obj_is_small_int(rhs) && mp_obj_is_small_int(lhs)) { // a power without end, but of these
                mp_int_t base = MP_OBJ_SMALL_INT_VALUE(lhs);
                if (base == 0 || base == 1) {
                    return lhs;
                }
                if (base == -1) {
                    return MP_OBJ_NEW_SMALL_INT(number_mpz(rhs, &places[1])->dig[0] & 1 ? -1 : 1);
                }
            }
            return MP_OBJ_NULL;
        default:
            return MP_OBJ_NULL;
    }
}

mp_obj_t mp_obj_int_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (mp_obj_is_int(rhs)) {
        mp_obj_t result = number_of_words(op, lhs, rhs);
        if (result == MP_OBJ_NULL) {
            result = binary_op_of_ints(op, lhs, rhs);
        }
        return result != MP_OBJ_NULL ? result : mpwasm_upstream_int_binary_op(op, lhs, rhs);
    }
    if (mp_obj_is_float(rhs)) {
        if (op >= MP_BINARY_OP_LESS && op <= MP_BINARY_OP_MORE_EQUAL) {
            return mpwasm_compare_int_float(op, lhs, mp_obj_float_get(rhs));
        }
        return mp_obj_float_binary_op(op, number_int_as_double(lhs), rhs);
    }
    #if MICROPY_PY_BUILTINS_COMPLEX
    if (mp_obj_is_type(rhs, &mp_type_complex)) {
        return mp_obj_complex_binary_op(op, number_int_as_double(lhs), 0, rhs);
    }
    #endif
    return mpwasm_upstream_int_binary_op(op, lhs, rhs);
}

#if MICROPY_PY_BUILTINS_POW3

mp_obj_t mpwasm_upstream_int_pow3(mp_obj_t base, mp_obj_t exponent, mp_obj_t modulus);

static mp_obj_t of_ints(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    return mp_binary_op(op, lhs, rhs);
}

// The number that times base is 1 modulo a positive modulus, by Euclid's algorithm.
static mp_obj_t inverse(mp_obj_t base, mp_obj_t modulus) {
    mp_obj_t a = of_ints(MP_BINARY_OP_MODULO, base, modulus), b = modulus;
    mp_obj_t x = MP_OBJ_NEW_SMALL_INT(1), y = MP_OBJ_NEW_SMALL_INT(0);
    while (!is_nought(b)) {
        mp_obj_t quotient, rest;
        number_divmod(a, b, &quotient, &rest);
        mp_obj_t next = of_ints(MP_BINARY_OP_SUBTRACT, x, of_ints(MP_BINARY_OP_MULTIPLY, quotient, y));
        a = b, b = rest, x = y, y = next;
    }
    if (a != MP_OBJ_NEW_SMALL_INT(1)) {
        mp_raise_ValueError(MP_ERROR_TEXT("base is not invertible for the given modulus"));
    }
    return x;
}

static MP_NORETURN void raise_no_power(const mp_obj_t *given) {
    if (mpwasm_native(given[0], &mp_type_float) != MP_OBJ_NULL || mpwasm_native(given[1], &mp_type_float) != MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'"), mp_obj_get_type_str(given[0]),
        mp_obj_get_type_str(given[1]), mp_obj_get_type_str(given[2]));
}

mp_obj_t mp_obj_int_pow3(mp_obj_t base, mp_obj_t exponent, mp_obj_t modulus) {
    if (modulus == mp_const_none) {
        return mp_binary_op(MP_BINARY_OP_POWER, base, exponent);
    }
    mp_obj_t call[4], given[3] = { base, exponent, modulus }, *all[3] = { &base, &exponent, &modulus };
    if (mpwasm_load_special(base, MP_QSTR___pow__, call)) {
        call[2] = exponent;
        call[3] = modulus;
        mp_obj_t result = call[1] == MP_OBJ_NULL ? mp_call_function_n_kw(call[0], 2, 0, call + 2) : mp_call_method_n_kw(2, 0, call);
        if (result == mp_const_notimplemented) {
            raise_no_power(given);
        }
        return result;
    }
    for (size_t i = 0; i < 3; i++) {
        bool is_other = mpwasm_native(*all[i], &mp_type_int) == MP_OBJ_NULL && !mp_obj_is_bool(*all[i]); // pow asks for no __index__
        *all[i] = is_other ? MP_OBJ_NULL : number_index_maybe(*all[i]);
        if (*all[i] == MP_OBJ_NULL) {
            raise_no_power(given);
        }
    }
    if (is_nought(modulus)) {
        mp_raise_ValueError(MP_ERROR_TEXT("pow() 3rd argument cannot be 0"));
    }
    mpz_place_t place;
    mp_obj_t positive = number_mpz(modulus, &place)->neg ? mp_unary_op(MP_UNARY_OP_NEGATIVE, modulus) : modulus;
    if (number_mpz(exponent, &place)->neg) {
        exponent = mp_unary_op(MP_UNARY_OP_NEGATIVE, exponent);
        base = inverse(base, positive);
    }
    base = of_ints(MP_BINARY_OP_MODULO, base, positive);
    mp_obj_t result = is_nought(exponent) || positive == MP_OBJ_NEW_SMALL_INT(1) ? MP_OBJ_NEW_SMALL_INT(1)
        : mpwasm_upstream_int_pow3(base, exponent, positive);
    return of_ints(MP_BINARY_OP_MODULO, result, modulus); // of the modulus' sign, and small if it can be
}

#endif

#endif
