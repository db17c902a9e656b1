// Digits of large integers. They have 30 bits (mpconfigport.h): a product of two and carries fit in 64 bits, and upstream's code, which shifts
// machine words by the size of a digit, stays defined. What upstream does for whole bytes in a digit alone is here: conversions
// from and to bytes and floats. So are products and powers, which are quadratic with a large factor there.

#include <math.h>
#include <string.h>

#include "memory/gccollect.h"
#include "memory/safepoint.h"
#include "language/numbers/digits.h"
#include "language/power.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

mpz_dig_t *number_new_digits(size_t n) {
    if (n > SIZE_MAX / sizeof(mpz_dig_t)) {
        m_malloc_fail(SIZE_MAX);
    }
    return mpwasm_malloc(n * sizeof(mpz_dig_t));
}

void number_set_digits(mpz_t *z, mpz_dig_t *digits, size_t n, bool negative) {
    m_del(mpz_dig_t, z->dig, z->alloc);
    z->dig = digits;
    z->alloc = n;
    while (n > 0 && digits[n - 1] == 0) {
        n--;
    }
    z->len = n;
    z->neg = negative && n > 0;
}

// --- Bytes and floats ------------------------------------------------------------------------------

void mpwasm_set_from_bytes(mpz_t *z, bool big, size_t len, const byte *from) {
    size_t n = ((uint64_t)len * 8 + MPZ_DIG_SIZE - 1) / MPZ_DIG_SIZE;
    mpz_dig_t *digits = number_new_digits(n), *to = digits;
    uint64_t rest = 0;
    unsigned bits = 0;
    for (size_t i = 0; i < len; i++) {
        rest |= (uint64_t)from[big ? len - 1 - i : i] << bits;
        bits += 8;
        if (bits >= MPZ_DIG_SIZE) {
            *to++ = rest & DIGIT_MASK;
            rest >>= MPZ_DIG_SIZE;
            bits -= MPZ_DIG_SIZE;
        }
    }
    if (bits > 0) {
        *to++ = rest;
    }
    number_set_digits(z, digits, n, false);
}

void number_put_bytes(const mpz_t *value, byte *to, size_t len, bool big) {
    unsigned carry = 1, bits = 0;
    uint64_t rest = 0;
    size_t next = 0;
    for (size_t i = 0; i < len; i++) {
        if (bits < 8 && next < value->len) {
            rest |= (uint64_t)value->dig[next++] << bits;
            bits += MPZ_DIG_SIZE;
        }
        unsigned b = rest & 0xff;
        rest >>= 8;
        bits = bits < 8 ? 0 : bits - 8;
        if (value->neg) {
            b = (b ^ 0xff) + carry;
            carry = b >> 8;
        }
        to[big ? len - 1 - i : i] = b;
    }
}

bool mpwasm_as_bytes(const mpz_t *z, bool big, bool as_signed, size_t len, byte *to) {
    number_put_bytes(z, to, len, big);
    uint64_t bits = mpz_bits(z);
    if (z->neg) { // -2**n needs no more bits than 2**n - 1
        bool power = (z->dig[z->len - 1] & (z->dig[z->len - 1] - 1)) == 0;
        for (size_t i = 0; power && i + 1 < z->len; i++) {
            power = z->dig[i] == 0;
        }
        bits -= power;
    }
    return bits + (as_signed && z->len > 0) <= (uint64_t)len * 8;
}

void mpwasm_set_from_float(mpz_t *z, mp_float_t number) {
    int exponent;
    double part = frexp(fabs(number), &exponent);
    if (!isfinite(number) || exponent <= 0) {
        mpz_set_from_int(z, 0);
        return;
    }
    uint64_t bits = ldexp(part, 53);
    mpz_set_from_ll(z, exponent < 53 ? bits >> (53 - exponent) : bits, false);
    if (exponent > 53) {
        mpz_shl_inpl(z, z, exponent - 53);
    }
    z->neg = number < 0;
}

// --- Products --------------------------------------------------------------------------------------

mpz_dig_t number_add_digits(mpz_dig_t *to, const mpz_dig_t *from, size_t n) {
    mpz_dig_t carry = 0;
    for (size_t i = 0; i < n; i++) {
        mpz_dig_t sum = to[i] + from[i] + carry;
        to[i] = sum & DIGIT_MASK;
        carry = sum >> MPZ_DIG_SIZE;
    }
    return carry;
}

mpz_dig_t number_take_digits(mpz_dig_t *to, const mpz_dig_t *from, size_t n) {
    mpz_dig_t borrow = 0;
    for (size_t i = 0; i < n; i++) {
        mpz_dig_t rest = to[i] - from[i] - borrow;
        to[i] = rest & DIGIT_MASK;
        borrow = rest >> 31;
    }
    return borrow;
}

// Adds n digits to others, and the carry to what follows them, which is long enough for it.
static void add_to(mpz_dig_t *to, const mpz_dig_t *from, size_t n) {
    mpz_dig_t carry = number_add_digits(to, from, n);
    for (to += n; carry; to++) {
        carry += *to;
        *to = carry & DIGIT_MASK;
        carry >>= MPZ_DIG_SIZE;
    }
}

// Takes n digits from others, and the borrow from what follows them.
static void take_from(mpz_dig_t *to, const mpz_dig_t *from, size_t n) {
    mpz_dig_t borrow = number_take_digits(to, from, n);
    for (to += n; borrow; to++) {
        borrow = *to == 0;
        *to = (*to - 1) & DIGIT_MASK;
    }
}

// The sum of low and high digits, of so many digits and one.
static void fold(mpz_dig_t *to, const mpz_dig_t *from, size_t low, size_t n) {
    memcpy(to, from, low * sizeof(mpz_dig_t));
    to[low] = 0;
    add_to(to, from + low, n - low);
}

// From about so many digits on, three products of halves are faster than four.
#define HALVED 40

// Recursion is as deep as n has bits.
void number_multiply_digits(mpz_dig_t *to, const mpz_dig_t *x, size_t n, const mpz_dig_t *y, size_t m, mpz_dig_t *scratch) {
    size_t half = (n + 1) / 2;
    if (m < HALVED) {
        memset(to, 0, (n + m) * sizeof(mpz_dig_t));
        for (size_t j = 0; j < m; j++) {
            uint64_t carry = 0, factor = y[j];
            mpz_dig_t *at = to + j;
            for (size_t i = 0; i < n; i++) {
                carry += at[i] + factor * x[i];
                at[i] = carry & DIGIT_MASK;
                carry >>= MPZ_DIG_SIZE;
            }
            at[n] = carry;
        }
    } else if (m <= half) { // pieces of x as long as y
        memset(to, 0, (n + m) * sizeof(mpz_dig_t));
        for (size_t i = 0; i < n; i += m) {
            size_t len = n - i < m ? n - i : m;
            number_multiply_digits(scratch, y, m, x + i, len, scratch + 2 * m);
            add_to(to + i, scratch, m + len);
        }
    } else { // Karatsuba: (a + b)(c + d) - ac - bd = ad + bc
        mpz_dig_t *left = scratch, *right = left + half + 1, *middle = right + half + 1, *rest = middle + 2 * half + 2;
        fold(left, x, half, n);
        fold(right, y, half, m);
        number_multiply_digits(middle, left, half + 1, right, half + 1, rest);
        number_multiply_digits(to, x, half, y, half, rest);
        number_multiply_digits(to + 2 * half, x + half, n - half, y + half, m - half, rest);
        take_from(middle, to, 2 * half);
        take_from(middle, to + 2 * half, n + m - 2 * half);
        size_t len = 2 * half + 2;
        while (len > 0 && middle[len - 1] == 0) {
            len--;
        }
        add_to(to + half, middle, len);
    }
}

void number_multiply(mpz_t *product, const mpz_t *x, const mpz_t *y) {
    if (x->len < y->len) {
        const mpz_t *other = x;
        x = y, y = other;
    }
    size_t n = x->len, m = y->len;
    mpz_dig_t *digits = number_new_digits(n + m + 1);
    mpz_dig_t *scratch = m < HALVED ? NULL : number_new_digits(number_product_scratch(n));
    number_multiply_digits(digits, x->dig, n, y->dig, m, scratch);
    m_del(mpz_dig_t, scratch, number_product_scratch(n));
    number_set_digits(product, digits, n + m, x->neg != y->neg);
}

void number_power(mpz_t *power, const mpz_t *base, const mpz_t *exponent) {
    mpz_set_from_int(power, 1);
    for (size_t i = mpz_bits(exponent); i-- > 0;) {
        number_multiply(power, power, power);
        if (exponent->dig[i / MPZ_DIG_SIZE] >> (i % MPZ_DIG_SIZE) & 1) {
            number_multiply(power, power, base);
        }
    }
}

#endif
