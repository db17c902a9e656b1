// The module math: functions of sequences of numbers, which lose nothing on the way.

#include <math.h>
#include <string.h>

#include "py/objtuple.h"

#include "language/numbers/numbers.h"
#include "library/math/math.h"

// --- Exact sums ------------------------------------------------------------------------------------

// Partial sums whose bits do not overlap, in rising order: their sum is exact (J. R. Shewchuk, "Adaptive Precision Floating-Point
// Arithmetic", 1997). Each may hold a single bit of the 2,098 that doubles have, so there is no small bound for how many there are.
#define MOST_PARTIALS (48)

typedef struct {
    double partials[MOST_PARTIALS];
    size_t n;
    double special;  // the sum of infinities and NaNs
    double infinite; // the sum of infinities
} exact_t;

// Makes each partial sum what the sum of those up to it rounds to (Shewchuk's COMPRESS, its way down). Then each is at most a last bit of the
// next, so that no more than 42 are left.
static void exact_compress(exact_t *sum) {
    double *partials = sum->partials;
    double high = partials[sum->n - 1];
    size_t to = sum->n;
    for (size_t i = sum->n - 1; i-- > 0;) {
        double rounded = high + partials[i];
        double low = partials[i] - (rounded - high);
        if (low != 0) {
            partials[--to] = rounded;
            rounded = low;
        }
        high = rounded;
    }
    partials[--to] = high;
    sum->n -= to;
    memmove(partials, partials + to, sum->n * sizeof(*partials));
}

static void exact_add(exact_t *sum, double x) {
    if (!isfinite(x)) {
        sum->infinite += isinf(x) ? x : 0;
        sum->special += x;
        return;
    }
    if (sum->special != 0) {
        return; // finite numbers change nothing any more, and their sum may be too large
    }
    if (sum->n == MOST_PARTIALS) {
        exact_compress(sum);
    }
    size_t kept = 0;
    for (size_t i = 0; i < sum->n; i++) {
        double y = sum->partials[i];
        if (fabs(x) < fabs(y)) {
            double z = x;
            x = y, y = z;
        }
        double high = x + y;
        double low = y - (high - x);
        if (low != 0) {
            sum->partials[kept++] = low;
        }
        x = high;
    }
    if (!isfinite(x) || kept >= MOST_PARTIALS) { // the second, after a compression that met an infinity
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("intermediate overflow in fsum"));
    }
    sum->n = kept;
    if (x != 0) {
        sum->partials[sum->n++] = x;
    }
}

static double exact_result(const exact_t *sum) {
    if (sum->special != 0) { // NaN, too
        if (isnan(sum->infinite)) {
            mp_raise_ValueError(MP_ERROR_TEXT("-inf + inf in fsum"));
        }
        return sum->special;
    }
    size_t n = sum->n;
    if (n == 0) {
        return 0;
    }
    double high = sum->partials[--n], low = 0;
    while (n > 0) {
        double x = high, y = sum->partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0) {
            break;
        }
    }
    // Half of the last bit is left over: what comes below decides where to.
    if (n > 0 && ((low < 0 && sum->partials[n - 1] < 0) || (low > 0 && sum->partials[n - 1] > 0))) {
        double twice = low * 2, x = high + twice;
        if (twice == x - high) {
            high = x;
        }
    }
    return high;
}

static mp_obj_t math_fsum(mp_obj_t iterable) {
    exact_t sum = { .n = 0 };
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterator = mp_getiter(iterable, &buffer), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        exact_add(&sum, number_double(item));
    }
    return mp_obj_new_float(exact_result(&sum));
}
MP_DEFINE_CONST_FUN_OBJ_1(math_fsum_obj, math_fsum);

// --- Lengths ---------------------------------------------------------------------------------------

// The root of the sum of squares, scaled so that nothing overflows, and corrected once by what the root leaves.
static double length_of(double *values, size_t n) {
    double largest = 0;
    bool nan = false;
    for (size_t i = 0; i < n; i++) {
        if (isinf(values[i])) {
            return INFINITY;
        }
        nan |= isnan(values[i]);
        largest = fmax(largest, fabs(values[i]));
    }
    if (nan || largest == 0) {
        return nan ? NAN : 0;
    }
    int exponent;
    frexp(largest, &exponent);
    if (exponent < -1022) { // scaling would overflow
        for (size_t i = 0; i < n; i++) {
            values[i] = ldexp(values[i], 1074);
        }
        return ldexp(length_of(values, n), -1074);
    }
    exact_t sum = { .n = 0 };
    for (size_t i = 0; i < n; i++) {
        double x = ldexp(values[i], -exponent), square = x * x;
        exact_add(&sum, square);
        exact_add(&sum, fma(x, x, -square));
    }
    double root = sqrt(exact_result(&sum)), square = root * root;
    exact_add(&sum, -square);
    exact_add(&sum, -fma(root, root, -square));
    return ldexp(root + exact_result(&sum) / (2 * root), exponent);
}

// As many coordinates are kept on the stack.
#define DIMENSIONS (16)

static mp_obj_t math_hypot(size_t n_args, const mp_obj_t *args) {
    double few[DIMENSIONS], *values = n_args > DIMENSIONS ? m_new(double, n_args) : few;
    for (size_t i = 0; i < n_args; i++) {
        values[i] = number_double(args[i]);
    }
    return mp_obj_new_float(length_of(values, n_args));
}
MP_DEFINE_CONST_FUN_OBJ_VAR(math_hypot_obj, 0, math_hypot);

static mp_obj_t as_tuple(mp_obj_t object) {
    return mp_obj_is_exact_type(object, &mp_type_tuple) ? object : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), object);
}

static mp_obj_t math_dist(mp_obj_t p_obj, mp_obj_t q_obj) {
    mp_obj_tuple_t *p = MP_OBJ_TO_PTR(as_tuple(p_obj)), *q = MP_OBJ_TO_PTR(as_tuple(q_obj));
    if (p->len != q->len) {
        mp_raise_ValueError(MP_ERROR_TEXT("both points must have the same number of dimensions"));
    }
    double few[DIMENSIONS], *values = p->len > DIMENSIONS ? m_new(double, p->len) : few;
    for (size_t i = 0; i < p->len; i++) {
        double x = number_double(p->items[i]);
        values[i] = x - number_double(q->items[i]);
    }
    return mp_obj_new_float(length_of(values, p->len));
}
MP_DEFINE_CONST_FUN_OBJ_2(math_dist_obj, math_dist);

// --- Products --------------------------------------------------------------------------------------

static mp_obj_t math_prod(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = { { MP_QSTR_start, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(1) } } };
    mp_arg_val_t parsed[1];
    mp_arg_parse_all(n_args - 1, args + 1, kw, 1, allowed, parsed);
    mp_obj_t result = parsed[0].u_obj;
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterator = mp_getiter(args[0], &buffer), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        result = mp_binary_op(MP_BINARY_OP_MULTIPLY, result, item);
    }
    return result;
}
MP_DEFINE_CONST_FUN_OBJ_KW(math_prod_obj, 1, math_prod);

// Floats are summed exactly, everything else by its own operators.
static mp_obj_t math_sumprod(mp_obj_t p, mp_obj_t q) {
    mp_obj_iter_buf_t buffers[2];
    mp_obj_t left = mp_getiter(p, &buffers[0]), right = mp_getiter(q, &buffers[1]);
    exact_t sum = { .n = 0 };
    bool floats = false;
    mp_obj_t rest = MP_OBJ_NEW_SMALL_INT(0);
    for (;;) {
        mp_obj_t x = mp_iternext(left), y = mp_iternext(right);
        if ((x == MP_OBJ_STOP_ITERATION) != (y == MP_OBJ_STOP_ITERATION)) {
            mp_raise_ValueError(MP_ERROR_TEXT("Inputs are not the same length"));
        }
        if (x == MP_OBJ_STOP_ITERATION) {
            break;
        }
        bool numbers = (mp_obj_is_float(x) || mp_obj_is_int(x)) && (mp_obj_is_float(y) || mp_obj_is_int(y));
        if (numbers && (mp_obj_is_float(x) || mp_obj_is_float(y))) {
            double a = number_double(x), b = number_double(y), product = a * b;
            floats = true;
            exact_add(&sum, product);
            if (isfinite(product)) {
                exact_add(&sum, fma(a, b, -product));
            }
        } else {
            rest = mp_binary_op(MP_BINARY_OP_ADD, rest, mp_binary_op(MP_BINARY_OP_MULTIPLY, x, y));
        }
    }
    if (!floats) {
        return rest;
    }
    if (sum.infinite && isnan(sum.special)) {
        return mp_obj_new_float(NAN);
    }
    mp_obj_t total = mp_obj_new_float(exact_result(&sum));
    return rest == MP_OBJ_NEW_SMALL_INT(0) ? total : mp_binary_op(MP_BINARY_OP_ADD, rest, total);
}
MP_DEFINE_CONST_FUN_OBJ_2(math_sumprod_obj, math_sumprod);
