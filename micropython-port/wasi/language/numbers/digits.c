// Digits of large integers. They have 30 bits (mpconfigport.h): a product of two and carries fit in 64 bits, and upstream's code, which shifts
// machine words by the size of a digit, stays defined. What upstream does for whole bytes in a digit alone is here: conversions
// from and to bytes and floats. So is what is quadratic with a large factor there: products, powers, decimal texts.

#include <math.h>
#include <string.h>

#include "memory/gccollect.h"
#include "memory/safepoint.h"
#include "language/numbers/numbers.h"
#include "language/power.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

#define DIGIT_MASK ((1u << MPZ_DIG_SIZE) - 1)

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

// --- Texts -----------------------------------------------------------------------------------------

// So many decimal digits are a unit, and so many units, of about as many digits of 30 bits, are taken off one by one.
#define DECIMALS 9
#define DECIMAL_UNIT 1000000000
#define LEAF_DOUBLINGS 5
#define LEAF (1 << LEAF_DOUBLINGS)
#define LEVELS_MAX 27

typedef struct {
    mpz_t powers[LEVELS_MAX]; // of LEAF << i units, shifted until their highest bit is that of a digit
    int shifts[LEVELS_MAX];
} powers_t;

static void shift_left(mpz_dig_t *to, const mpz_dig_t *from, size_t n, int bits) {
    uint64_t carry = 0;
    for (size_t i = 0; i < n; i++) {
        carry |= (uint64_t)from[i] << bits;
        to[i] = carry & DIGIT_MASK;
        carry >>= MPZ_DIG_SIZE;
    }
    to[n] = carry;
}

// Knuth's algorithm D (The Art of Computer Programming 2, 4.3.1): n + 1 digits by m, of which the highest bit is set; n >= m >= 2. The rest takes
// the dividend's place.
static void divide(mpz_dig_t *quotient, mpz_dig_t *rest, size_t n, const mpz_dig_t *by, size_t m) {
    for (size_t k = n - m + 1; k-- > 0;) {
        mpz_dig_t *at = rest + k;
        uint64_t high = (uint64_t)at[m] << MPZ_DIG_SIZE | at[m - 1], digit = high / by[m - 1], left = high % by[m - 1];
        while (digit > DIGIT_MASK || digit * by[m - 2] > (left << MPZ_DIG_SIZE | at[m - 2])) {
            digit--;
            left += by[m - 1];
            if (left > DIGIT_MASK) {
                break;
            }
        }
        int64_t carry = 0;
        for (size_t i = 0; i < m; i++) {
            carry += (int64_t)at[i] - (int64_t)(digit * by[i]);
            at[i] = carry & DIGIT_MASK;
            carry >>= MPZ_DIG_SIZE;
        }
        carry += at[m];
        at[m] = carry & DIGIT_MASK;
        if (carry < 0) { // one too many
            digit--;
            mpz_dig_t sum = 0;
            for (size_t i = 0; i < m; i++) {
                sum += at[i] + by[i];
                at[i] = sum & DIGIT_MASK;
                sum >>= MPZ_DIG_SIZE;
            }
            at[m] = (at[m] + sum) & DIGIT_MASK;
        }
        quotient[k] = digit;
    }
}

// The units of a number that has no more, the last one first. With levels there are LEAF << level: quotient and rest, by a power of half as many
// units, have a half each. A step of a division is a product, where taking off a unit divides. Recursion is as deep as there are levels. The number
// is not kept.
static void put_units(mpz_dig_t *units, size_t count, mpz_dig_t *digits, size_t n, const powers_t *powers, int level) {
    while (n > 0 && digits[n - 1] == 0) {
        n--;
    }
    size_t m = level > 0 ? powers->powers[level - 1].len : 0, half = count / 2;
    if (level > 0 && n < m) {
        memset(units + half, 0, half * sizeof(mpz_dig_t));
        put_units(units, half, digits, n, powers, level - 1);
        return;
    }
    if (level > 0) {
        int shift = powers->shifts[level - 1];
        mpz_dig_t *quotient = number_new_digits(2 * n - m + 2), *rest = quotient + (n - m + 1);
        shift_left(rest, digits, n, shift);
        divide(quotient, rest, n, powers->powers[level - 1].dig, m);
        for (size_t i = 0; i < m; i++) {
            rest[i] = ((uint64_t)rest[i + 1] << MPZ_DIG_SIZE | rest[i]) >> shift & DIGIT_MASK;
        }
        put_units(units, half, rest, m, powers, level - 1);
        put_units(units + half, half, quotient, n - m + 1, powers, level - 1);
        m_del(mpz_dig_t, quotient, 2 * n - m + 2);
        return;
    }
    for (size_t k = 0; k < count; k++) {
        uint64_t rest = 0;
        for (size_t i = n; i-- > 0;) {
            rest = rest << MPZ_DIG_SIZE | digits[i];
            digits[i] = rest / DECIMAL_UNIT;
            rest %= DECIMAL_UNIT;
        }
        n -= n > 0 && digits[n - 1] == 0;
        units[k] = rest;
    }
}

static void make_powers(powers_t *powers, int levels) {
    for (int level = 0; level < levels; level++) {
        mpz_t *power = &powers->powers[level];
        mpz_init_from_int(power, DECIMAL_UNIT);
        for (int i = 0; i < (level == 0 ? LEAF_DOUBLINGS : 1); i++) {
            const mpz_t *half = level == 0 ? power : power - 1;
            number_multiply(power, half, half);
        }
    }
    for (int level = 0; level < levels; level++) {
        mpz_t *power = &powers->powers[level];
        powers->shifts[level] = __builtin_clz(power->dig[power->len - 1]) - (32 - MPZ_DIG_SIZE);
        mpz_shl_inpl(power, power, powers->shifts[level]);
    }
}

// Returns how many there are, without noughts in front.
static size_t decimal_units(const mpz_t *z, mpz_dig_t **units) {
    powers_t powers;
    size_t needed = z->len + z->len / 256 + 1, count = LEAF; // 30 bits are 1.0034 units
    int levels = 0;
    for (; count < needed; count *= 2) {
        levels++;
    }
    make_powers(&powers, levels);
    count = levels == 0 ? needed : count;
    *units = number_new_digits(count);
    mpz_dig_t *digits = number_new_digits(z->len);
    memcpy(digits, z->dig, z->len * sizeof(mpz_dig_t));
    put_units(*units, count, digits, z->len, &powers, levels);
    m_del(mpz_dig_t, digits, z->len);
    while (levels-- > 0) {
        mpz_deinit(&powers.powers[levels]);
    }
    while (count > 1 && (*units)[count - 1] == 0) {
        count--;
    }
    return count;
}

size_t mpwasm_as_str_inpl(const mpz_t *z, unsigned int base, const char *prefix, char base_char, char comma, char *text) {
    if ((base & (base - 1)) == 0 && z->len > 0) {
        return number_as_twos(z, base, prefix, base_char, comma, text);
    }
    if (base != 10 || z->len == 0 || (prefix != NULL && *prefix != 0)) {
        return mpz_as_str_inpl(z, base, prefix, base_char, comma, text);
    }
    mpz_dig_t *units;
    size_t n = decimal_units(z, &units), count = 0;
    char *end = text;
    for (size_t k = 0; k < n; k++) { // backwards, from the last digit on
        uint32_t unit = units[k];
        for (int i = 0; i < DECIMALS && (k < n - 1 || unit > 0); i++, count++) {
            if (comma && count > 0 && count % 3 == 0) {
                *end++ = comma;
            }
            *end++ = '0' + unit % 10;
            unit /= 10;
        }
    }
    m_del(mpz_dig_t, units, n);
    if (z->neg) {
        *end++ = '-';
    }
    *end = 0;
    for (char *low = text, *high = end - 1; low < high;) {
        char c = *low;
        *low++ = *high;
        *high-- = c;
    }
    return end - text;
}

// --- Products --------------------------------------------------------------------------------------

// Adds n digits to others, and the carry to what follows them, which is long enough for it.
static void add_to(mpz_dig_t *to, const mpz_dig_t *from, size_t n) {
    mpz_dig_t carry = 0;
    for (size_t i = 0; i < n || carry; i++) {
        mpz_dig_t sum = to[i] + (i < n ? from[i] : 0) + carry;
        to[i] = sum & DIGIT_MASK;
        carry = sum >> MPZ_DIG_SIZE;
    }
}

// Takes n digits from others, and the borrow from what follows them.
static void take_from(mpz_dig_t *to, const mpz_dig_t *from, size_t n) {
    mpz_dig_t borrow = 0;
    for (size_t i = 0; i < n || borrow; i++) {
        mpz_dig_t rest = to[i] - (i < n ? from[i] : 0) - borrow;
        to[i] = rest & DIGIT_MASK;
        borrow = rest >> 31;
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

// The product, of n + m digits; n >= m. Scratch has product_scratch(n) digits. Recursion is as deep as n has bits.
static void multiply(mpz_dig_t *to, const mpz_dig_t *x, size_t n, const mpz_dig_t *y, size_t m, mpz_dig_t *scratch) {
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
            multiply(scratch, y, m, x + i, len, scratch + 2 * m);
            add_to(to + i, scratch, m + len);
        }
    } else { // Karatsuba: (a + b)(c + d) - ac - bd = ad + bc
        mpz_dig_t *left = scratch, *right = left + half + 1, *middle = right + half + 1, *rest = middle + 2 * half + 2;
        fold(left, x, half, n);
        fold(right, y, half, m);
        multiply(middle, left, half + 1, right, half + 1, rest);
        multiply(to, x, half, y, half, rest);
        multiply(to + 2 * half, x + half, n - half, y + half, m - half, rest);
        take_from(middle, to, 2 * half);
        take_from(middle, to + 2 * half, n + m - 2 * half);
        size_t len = 2 * half + 2;
        while (len > 0 && middle[len - 1] == 0) {
            len--;
        }
        add_to(to + half, middle, len);
    }
}

static size_t product_scratch(size_t n) {
    return 4 * n + 256;
}

void number_multiply(mpz_t *product, const mpz_t *x, const mpz_t *y) {
    if (x->len < y->len) {
        const mpz_t *other = x;
        x = y, y = other;
    }
    size_t n = x->len, m = y->len;
    mpz_dig_t *digits = number_new_digits(n + m + 1);
    mpz_dig_t *scratch = m < HALVED ? NULL : number_new_digits(product_scratch(n));
    multiply(digits, x->dig, n, y->dig, m, scratch);
    m_del(mpz_dig_t, scratch, product_scratch(n));
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
