// Doubles in decimal, exactly, by arithmetic with large natural numbers.
//
// Shortest digits: Steele and White's algorithm with Dybvig's and Burger's scaling ("Printing Floating-Point Numbers Quickly and
// Accurately", 1996), behind a short way for what people write: a number of up to 15 digits that divided by a power of ten gives x
// is the only one of so few digits, so it is the shortest. Rounded digits: x * 10**places, rounded, is one large number. Reading: what
// arithmetic of doubles gives nearly is compared with the midpoints to its neighbours.

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "language/text/decimal.h"

// Natural numbers. The largest: 800 digits times 10**324 or 2**1100.
#define LIMBS (128)

typedef struct {
    int len;
    uint32_t limbs[LIMBS];
} natural_t;

static const double exact_powers[] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

static void set(natural_t *n, uint64_t value) {
    n->limbs[0] = value;
    n->limbs[1] = value >> 32;
    n->len = n->limbs[1] != 0 ? 2 : n->limbs[0] != 0;
}

static void multiply_add(natural_t *n, uint32_t by, uint32_t carry) {
    for (int i = 0; i < n->len; i++) {
        uint64_t product = (uint64_t)n->limbs[i] * by + carry;
        n->limbs[i] = product;
        carry = product >> 32;
    }
    if (carry != 0) {
        n->limbs[n->len++] = carry;
    }
}

static void multiply_power_of_10(natural_t *n, int power) {
    for (; power >= 9; power -= 9) {
        multiply_add(n, 1000000000, 0);
    }
    if (power > 0) {
        multiply_add(n, (uint32_t)exact_powers[power], 0);
    }
}

static void shift_left(natural_t *n, int bits) {
    int whole = bits / 32;
    bits %= 32;
    if (n->len == 0) {
        return;
    }
    n->limbs[n->len] = 0;
    for (int i = n->len; i >= 0; i--) {
        n->limbs[i + whole] = n->limbs[i] << bits | (bits > 0 && i > 0 ? n->limbs[i - 1] >> (32 - bits) : 0);
    }
    memset(n->limbs, 0, whole * sizeof(uint32_t));
    n->len += whole + 1;
    n->len -= n->limbs[n->len - 1] == 0;
}

// Divides; returns the rest.
static uint32_t divide(natural_t *n, uint32_t by) {
    uint64_t rest = 0;
    for (int i = n->len - 1; i >= 0; i--) {
        rest = rest << 32 | n->limbs[i];
        n->limbs[i] = rest / by;
        rest %= by;
    }
    while (n->len > 0 && n->limbs[n->len - 1] == 0) {
        n->len--;
    }
    return rest;
}

static int compare(const natural_t *a, const natural_t *b) {
    if (a->len != b->len) {
        return a->len < b->len ? -1 : 1;
    }
    for (int i = a->len - 1; i >= 0; i--) {
        if (a->limbs[i] != b->limbs[i]) {
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
        }
    }
    return 0;
}

// Whether a + b compares with c.
static int compare_sum(const natural_t *a, const natural_t *b, const natural_t *c) {
    natural_t sum;
    uint64_t carry = 0;
    int len = a->len > b->len ? a->len : b->len;
    for (int i = 0; i < len; i++) {
        carry += (uint64_t)(i < a->len ? a->limbs[i] : 0) + (i < b->len ? b->limbs[i] : 0);
        sum.limbs[i] = carry;
        carry >>= 32;
    }
    sum.len = len;
    if (carry != 0) {
        sum.limbs[sum.len++] = carry;
    }
    return compare(&sum, c);
}

// n -= by * times; there is enough of n.
static void subtract(natural_t *n, const natural_t *by, uint32_t times) {
    uint64_t borrow = 0;
    for (int i = 0; i < n->len; i++) {
        uint64_t take = (i < by->len ? (uint64_t)by->limbs[i] * times : 0) + borrow;
        borrow = (take >> 32) + (n->limbs[i] < (uint32_t)take);
        n->limbs[i] -= (uint32_t)take;
    }
    while (n->len > 0 && n->limbs[n->len - 1] == 0) {
        n->len--;
    }
}

// The quotient of n and by, which is at most 10; n becomes the rest.
static int divide_small(natural_t *n, const natural_t *by) {
    if (n->len < by->len) {
        return 0;
    }
    uint64_t top = n->limbs[n->len - 1];
    if (n->len > by->len) {
        top = top << 32 | n->limbs[n->len - 2];
    }
    int quotient = top / ((uint64_t)by->limbs[by->len - 1] + 1);
    if (quotient > 0) {
        subtract(n, by, quotient);
    }
    while (compare(n, by) >= 0) {
        subtract(n, by, 1);
        quotient++;
    }
    return quotient;
}

// x is mantissa * 2**exponent.
static uint64_t take_apart(double x, int *exponent) {
    uint64_t bits;
    memcpy(&bits, &x, 8);
    int biased = bits >> 52 & 0x7ff;
    uint64_t mantissa = bits & 0xfffffffffffff;
    *exponent = biased == 0 ? -1074 : biased - 1075;
    return biased == 0 ? mantissa : mantissa | (uint64_t)1 << 52;
}

// Digits of a number, without noughts at the end. There may be several decimals for one number.
static void write_digits(natural_t *n, decimal_t *result, int point_from_end) {
    char *end = result->digits + DECIMAL_DIGITS, *at = end;
    while (n->len > 0) {
        uint32_t nine = divide(n, 1000000000);
        for (int i = 0; i < 9 && (n->len > 0 || nine != 0); i++) {
            *--at = '0' + nine % 10;
            nine /= 10;
        }
    }
    int len = end - at;
    memmove(result->digits, at, len);
    result->point = len - point_from_end;
    while (len > 0 && result->digits[len - 1] == '0') {
        len--;
    }
    result->len = len;
}

// --- Rounded digits ---

// n = n / 10**power, rounded.
static void divide_power_of_10(natural_t *n, int power) {
    bool rest = false;
    for (; power > 9; power -= 9) {
        rest |= divide(n, 1000000000) != 0;
    }
    uint32_t by = exact_powers[power], last = divide(n, by);
    if (last > by / 2 || (last == by / 2 && by > 1 && (rest || n->limbs[0] & (n->len > 0)))) {
        multiply_add(n, 1, 1);
    }
}

// n = n / 2**bits, rounded.
static void shift_right(natural_t *n, int bits) {
    int whole = bits / 32;
    bits %= 32;
    if (whole >= n->len) {
        // What is left is less than one half, or at least that only if the highest bit just falls out.
        bool half = whole == n->len && bits == 0 && n->len > 0 && n->limbs[n->len - 1] >> 31;
        bool more = half && n->limbs[n->len - 1] << 1 != 0;
        for (int i = 0; half && i < n->len - 1; i++) {
            more |= n->limbs[i] != 0;
        }
        set(n, more);
        return;
    }
    int at = whole * 32 + bits - 1; // the highest bit that falls out
    bool half = at >= 0 && n->limbs[at / 32] >> at % 32 & 1, rest = false;
    for (int i = 0; half && i <= at / 32; i++) {
        rest |= (i < at / 32 ? n->limbs[i] : n->limbs[i] & ((1u << at % 32) - 1)) != 0;
    }
    for (int i = whole; i < n->len; i++) {
        n->limbs[i - whole] = n->limbs[i] >> bits | (bits > 0 && i + 1 < n->len ? n->limbs[i + 1] << (32 - bits) : 0);
    }
    n->len -= whole;
    n->len -= n->limbs[n->len - 1] == 0;
    if (half && (rest || (n->len > 0 && n->limbs[0] & 1))) {
        multiply_add(n, 1, 1);
    }
}

// n = mantissa / 2**bits / 10**power, rounded once.
static void round_small(natural_t *n, uint64_t mantissa, int bits, int power) {
    uint64_t whole = bits < 64 ? mantissa >> bits : 0, by = 1;
    bool more = bits >= 64 || whole << bits != mantissa;
    if (power > 17) {
        set(n, 0);
        return;
    }
    while (power-- > 0) {
        by *= 10;
    }
    uint64_t down = whole / by, rest = whole % by;
    set(n, down + (rest > by - rest || (rest == by - rest && (more || down & 1))));
}

void decimal_places(double x, int places, decimal_t *result) {
    int exponent;
    uint64_t mantissa = take_apart(x, &exponent);
    natural_t n;
    set(&n, mantissa);
    if (mantissa == 0 || places < -310) {
        result->len = result->point = 0;
        return;
    }
    if (places > 0 && exponent >= 0) {
        places = 0;
    } else if (places > -exponent && exponent < 0) {
        places = -exponent; // there are no more
    }
    if (places > 0) {
        multiply_power_of_10(&n, places);
    }
    if (exponent > 0) {
        shift_left(&n, exponent);
    }
    if (places < 0 && exponent < 0) {
        round_small(&n, mantissa, -exponent, -places);
    } else if (places < 0) {
        divide_power_of_10(&n, -places);
    } else if (exponent < 0) {
        shift_right(&n, -exponent);
    }
    write_digits(&n, result, places);
}

// The place of the first digit, or one more or less.
static int estimate_point(double x) {
    int exponent;
    uint64_t mantissa = take_apart(x, &exponent);
    exponent += 63 - __builtin_clzll(mantissa);
    return (int)floor(exponent * 0.30102999566398120) + 1;
}

void decimal_rounded(double x, int digits, decimal_t *result) {
    if (x == 0) {
        result->len = result->point = 0;
        return;
    }
    digits = digits > DECIMAL_DIGITS - 20 ? DECIMAL_DIGITS - 20 : digits;
    int point = estimate_point(x);
    decimal_places(x, digits - point, result);
    if (result->len > digits || result->point > point) { // the first digit was one further left
        decimal_places(x, digits - point - 1, result);
    }
}

// --- Shortest digits ---

static bool shortest_of_few(double x, decimal_t *result) {
    for (int places = 0; places <= 15; places++) {
        double scaled = x * exact_powers[places];
        if (scaled >= 1e15) {
            return false;
        }
        uint64_t whole = (uint64_t)(scaled + 0.5);
        if ((double)whole / exact_powers[places] == x) {
            natural_t n;
            set(&n, whole);
            write_digits(&n, result, places);
            return true;
        }
    }
    return false;
}

static void shortest_exactly(double x, decimal_t *result) {
    int exponent;
    uint64_t mantissa = take_apart(x, &exponent);
    bool even = (mantissa & 1) == 0;
    // The neighbour below is half as far if x is a power of two.
    int uneven = mantissa == (uint64_t)1 << 52 && exponent > -1074;
    natural_t rest, scale, above, below;
    set(&rest, mantissa);
    set(&scale, 1);
    set(&below, 1);
    shift_left(&rest, (exponent > 0 ? exponent : 0) + 1 + uneven);
    shift_left(&scale, (exponent < 0 ? -exponent : 0) + 1 + uneven);
    shift_left(&below, exponent > 0 ? exponent : 0);
    int point = estimate_point(x);
    if (point > 0) {
        multiply_power_of_10(&scale, point);
    } else {
        multiply_power_of_10(&rest, -point);
        multiply_power_of_10(&below, -point);
    }
    above = below;
    shift_left(&above, uneven);
    int high = compare_sum(&rest, &above, &scale);
    if (high > 0 || (high == 0 && even)) {
        point++;
        multiply_add(&scale, 10, 0);
    }
    int len = 0;
    for (;;) {
        multiply_add(&rest, 10, 0);
        multiply_add(&below, 10, 0);
        multiply_add(&above, 10, 0);
        int digit = divide_small(&rest, &scale);
        int under = compare(&rest, &below);
        int over = compare_sum(&rest, &above, &scale);
        bool low = under < 0 || (under == 0 && even);
        bool up = over > 0 || (over == 0 && even);
        if (low || up) {
            if (low && up) {
                int half = compare_sum(&rest, &rest, &scale);
                up = half > 0 || (half == 0 && digit & 1);
            }
            result->digits[len++] = '0' + digit + up;
            break;
        }
        result->digits[len++] = '0' + digit;
    }
    result->len = len;
    result->point = point;
}

void decimal_shortest(double x, decimal_t *result) {
    if (!shortest_of_few(x, result)) {
        shortest_exactly(x, result);
    }
}

// --- Reading ---

// Compares decimal with (2 * mantissa + 1) * 2**(exponent - 1), the midpoint above a double.
static int compare_with_midpoint(const decimal_t *decimal, bool inexact, uint64_t mantissa, int exponent) {
    natural_t left, right;
    set(&left, 0);
    for (int i = 0; i < decimal->len;) {
        uint32_t nine = 0, power = 1;
        for (int j = 0; j < 9 && i < decimal->len; j++) {
            nine = nine * 10 + decimal->digits[i++] - '0';
            power *= 10;
        }
        multiply_add(&left, power, nine);
    }
    set(&right, 2 * mantissa + 1);
    int ten = decimal->point - decimal->len, two = exponent - 1;
    multiply_power_of_10(ten > 0 ? &left : &right, ten > 0 ? ten : -ten);
    shift_left(two > 0 ? &right : &left, two > 0 ? two : -two);
    int result = compare(&left, &right);
    return result == 0 && inexact ? 1 : result;
}

static double scale_by_10(double x, int power) {
    for (; power > 22; power -= 22) {
        x *= 1e22;
    }
    for (; power < -22; power += 22) {
        x /= 1e22;
    }
    return power < 0 ? x / exact_powers[-power] : x * exact_powers[power];
}

static double next(double x, int step) {
    uint64_t bits;
    memcpy(&bits, &x, 8);
    bits += step;
    memcpy(&x, &bits, 8);
    return x;
}

double decimal_to_double(const decimal_t *decimal, bool inexact) {
    if (decimal->len == 0 || decimal->point < -325) {
        return 0;
    }
    if (decimal->point > 310) {
        return INFINITY;
    }
    uint64_t leading = 0;
    int used = decimal->len < 18 ? decimal->len : 18, power = decimal->point - used;
    for (int i = 0; i < used; i++) {
        leading = leading * 10 + decimal->digits[i] - '0';
    }
    if (decimal->len == used && !inexact && leading < (uint64_t)1 << 53 && power >= -22 && power <= 22) {
        return power < 0 ? leading / exact_powers[-power] : leading * exact_powers[power];
    }
    double x = scale_by_10(leading, power);
    if (x > 1.7976931348623157e308) {
        x = 1.7976931348623157e308;
    }
    for (;;) {
        int exponent;
        uint64_t mantissa = take_apart(x, &exponent);
        int above = compare_with_midpoint(decimal, inexact, mantissa, exponent);
        if (above > 0 || (above == 0 && mantissa & 1)) {
            x = next(x, 1);
            if (isinf(x)) {
                return x;
            }
            continue;
        }
        if (x == 0) {
            return x;
        }
        double under = next(x, -1);
        mantissa = take_apart(under, &exponent);
        int below = compare_with_midpoint(decimal, inexact, mantissa, exponent);
        if (below > 0 || (below == 0 && !(mantissa & 1))) {
            // Above the midpoint, or on it with an odd neighbour: x; on it with an even one: the neighbour.
            return below > 0 ? x : under;
        }
        if (below == 0) {
            return x;
        }
        x = under;
    }
}
