// The module math: functions of ints.

#include <math.h>

#include "language/numbers/numbers.h"
#include "library/math/math.h"

static mp_obj_t op(mp_binary_op_t which, mp_obj_t lhs, mp_obj_t rhs) {
    return mp_binary_op(which, lhs, rhs);
}

static bool is_negative(mp_obj_t integer) {
    mpz_place_t place;
    return number_mpz(integer, &place)->neg;
}

static mp_obj_t absolute(mp_obj_t integer) {
    return is_negative(integer) ? mp_unary_op(MP_UNARY_OP_NEGATIVE, integer) : integer;
}

static bool is_nought(mp_obj_t integer) {
    return integer == MP_OBJ_NEW_SMALL_INT(0);
}

static mp_obj_t gcd(mp_obj_t a, mp_obj_t b) {
    a = absolute(a), b = absolute(b);
    while (!is_nought(b)) {
        if (mp_obj_is_small_int(a) && mp_obj_is_small_int(b)) {
            mp_int_t x = MP_OBJ_SMALL_INT_VALUE(a), y = MP_OBJ_SMALL_INT_VALUE(b);
            while (y != 0) {
                mp_int_t rest = x % y;
                x = y, y = rest;
            }
            return MP_OBJ_NEW_SMALL_INT(x);
        }
        mp_obj_t rest = op(MP_BINARY_OP_MODULO, a, b);
        a = b, b = rest;
    }
    return a;
}

static mp_obj_t math_gcd(size_t n_args, const mp_obj_t *args) {
    mp_obj_t result = MP_OBJ_NEW_SMALL_INT(0);
    for (size_t i = 0; i < n_args; i++) {
        result = gcd(result, number_index(args[i]));
    }
    return result;
}
MP_DEFINE_CONST_FUN_OBJ_VAR(math_gcd_obj, 0, math_gcd);

static mp_obj_t math_lcm(size_t n_args, const mp_obj_t *args) {
    mp_obj_t result = MP_OBJ_NEW_SMALL_INT(1);
    for (size_t i = 0; i < n_args; i++) {
        mp_obj_t value = absolute(number_index(args[i]));
        result = is_nought(result) || is_nought(value) ? MP_OBJ_NEW_SMALL_INT(0)
            : op(MP_BINARY_OP_MULTIPLY, op(MP_BINARY_OP_FLOOR_DIVIDE, result, gcd(result, value)), value);
    }
    return result;
}
MP_DEFINE_CONST_FUN_OBJ_VAR(math_lcm_obj, 0, math_lcm);

// The product of first, first + 1, ... last, by halves, so that factors are of like size.
static mp_obj_t product(mp_uint_t first, mp_uint_t last) {
    mp_cstack_check();
    if (last - first < 4) {
        mp_obj_t result = mp_obj_new_int_from_uint(first);
        while (first < last) {
            result = op(MP_BINARY_OP_MULTIPLY, result, mp_obj_new_int_from_uint(++first));
        }
        return result;
    }
    mp_uint_t middle = first + (last - first) / 2;
    mp_obj_t low = product(first, middle);
    return op(MP_BINARY_OP_MULTIPLY, low, product(middle + 1, last));
}

static mp_obj_t math_factorial(mp_obj_t n_obj) {
    mp_obj_t n = number_index(n_obj);
    if (is_negative(n)) {
        mp_raise_ValueError(MP_ERROR_TEXT("factorial() not defined for negative values"));
    }
    if (!mp_obj_is_small_int(n)) {
        mp_raise_msg_varg(&mp_type_OverflowError, MP_ERROR_TEXT("factorial() argument should not exceed %d"), (int)MP_SMALL_INT_MAX);
    }
    mp_int_t value = MP_OBJ_SMALL_INT_VALUE(n);
    return value < 2 ? MP_OBJ_NEW_SMALL_INT(1) : product(2, value);
}
MP_DEFINE_CONST_FUN_OBJ_1(math_factorial_obj, math_factorial);

// Newton's method from above, beginning with a power of two.
static mp_obj_t math_isqrt(mp_obj_t n_obj) {
    mp_obj_t n = number_index(n_obj);
    if (is_negative(n)) {
        mp_raise_ValueError(MP_ERROR_TEXT("isqrt() argument must be nonnegative"));
    }
    if (mp_obj_is_small_int(n)) {
        return MP_OBJ_NEW_SMALL_INT((mp_int_t)sqrt(MP_OBJ_SMALL_INT_VALUE(n)));
    }
    mpz_place_t place;
    mp_obj_t half = mp_obj_new_int_from_uint((mpz_bits(number_mpz(n, &place)) + 1) / 2);
    mp_obj_t root = op(MP_BINARY_OP_LSHIFT, MP_OBJ_NEW_SMALL_INT(1), half);
    for (;;) {
        mp_obj_t sum = op(MP_BINARY_OP_ADD, root, op(MP_BINARY_OP_FLOOR_DIVIDE, n, root));
        mp_obj_t next = op(MP_BINARY_OP_RSHIFT, sum, MP_OBJ_NEW_SMALL_INT(1));
        if (mp_obj_is_true(op(MP_BINARY_OP_MORE_EQUAL, next, root))) {
            return root;
        }
        root = next;
    }
}
MP_DEFINE_CONST_FUN_OBJ_1(math_isqrt_obj, math_isqrt);

static mp_obj_t not_negative(mp_obj_t object, const char *name) {
    mp_obj_t integer = number_index(object);
    if (is_negative(integer)) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s must be a non-negative integer"), name);
    }
    return integer;
}

// n (n - 1) ... of k factors, divided by k! for combinations.
static mp_obj_t choose(mp_obj_t n, mp_obj_t k, bool combinations) {
    if (mp_obj_is_true(op(MP_BINARY_OP_MORE, k, n))) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    if (combinations) {
        mp_obj_t others = op(MP_BINARY_OP_SUBTRACT, n, k);
        k = mp_obj_is_true(op(MP_BINARY_OP_LESS, others, k)) ? others : k;
    }
    if (!mp_obj_is_small_int(k)) {
        mp_raise_msg_varg(&mp_type_OverflowError, combinations ? MP_ERROR_TEXT("min(n - k, k) must not exceed %d") : MP_ERROR_TEXT("k must not exceed %d"),
            (int)MP_SMALL_INT_MAX);
    }
    mp_int_t count = MP_OBJ_SMALL_INT_VALUE(k);
    mp_obj_t result = MP_OBJ_NEW_SMALL_INT(1);
    for (mp_int_t i = 0; i < count; i++) {
        result = op(MP_BINARY_OP_MULTIPLY, result, op(MP_BINARY_OP_SUBTRACT, n, mp_obj_new_int(i)));
        if (combinations) {
            result = op(MP_BINARY_OP_FLOOR_DIVIDE, result, mp_obj_new_int(i + 1));
        }
    }
    return result;
}

static mp_obj_t math_comb(size_t n_args, const mp_obj_t *args) {
    mp_obj_t n = not_negative(args[0], "n"), k = not_negative(args[1], "k");
    return choose(n, k, true);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(math_comb_obj, 2, 2, math_comb);

static mp_obj_t math_perm(size_t n_args, const mp_obj_t *args) {
    if (n_args < 2 || args[1] == mp_const_none) {
        return math_factorial(args[0]);
    }
    mp_obj_t n = not_negative(args[0], "n"), k = not_negative(args[1], "k");
    return choose(n, k, false);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(math_perm_obj, 1, 2, math_perm);
