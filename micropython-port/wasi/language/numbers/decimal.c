// Large integers as decimal texts, and back. Upstream takes digit after digit off the whole number, or adds it; here a number is halved until
// it is short, by powers of ten.

#include <string.h>

#include "language/numbers/digits.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

// So many decimal digits are a unit, and so many units, of about as many digits of 30 bits, are taken off one by one.
#define DECIMALS 9
#define DECIMAL_UNIT 1000000000
#define LEAF_DOUBLINGS 5
#define LEAF (1 << LEAF_DOUBLINGS)
#define LEVELS_MAX 27

typedef struct {
    mpz_t powers[LEVELS_MAX]; // of LEAF << i units; to be divided by, shifted until their highest bit is that of a digit
    int shifts[LEVELS_MAX];
} powers_t;

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
        number_shift_left(rest, digits, n, shift);
        number_divide_digits(quotient, rest, n - m + 1, powers->powers[level - 1].dig, m);
        number_shift_right(rest, rest, m, shift);
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
}

static void drop_powers(powers_t *powers, int levels) {
    while (levels-- > 0) {
        mpz_deinit(&powers->powers[levels]);
    }
}

static void shift_powers(powers_t *powers, int levels) {
    for (int level = 0; level < levels; level++) {
        mpz_t *power = &powers->powers[level];
        powers->shifts[level] = number_shift(power->dig[power->len - 1]);
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
    shift_powers(&powers, levels);
    count = levels == 0 ? needed : count;
    *units = number_new_digits(count);
    mpz_dig_t *digits = number_new_digits(z->len);
    memcpy(digits, z->dig, z->len * sizeof(mpz_dig_t));
    put_units(*units, count, digits, z->len, &powers, levels);
    m_del(mpz_dig_t, digits, z->len);
    drop_powers(&powers, levels);
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

// --- Reading ---------------------------------------------------------------------------------------

// A text of no more than LEAF << level units.
static void read_units(mpz_t *z, const char *text, size_t len, const powers_t *powers, int level) {
    mpz_init_zero(z);
    size_t low = (size_t)DECIMALS * LEAF << level >> 1;
    if (level > 0 && len <= low) {
        read_units(z, text, len, powers, level - 1);
        return;
    }
    if (level > 0) {
        mpz_t end;
        read_units(z, text, len - low, powers, level - 1);
        read_units(&end, text + (len - low), low, powers, level - 1);
        number_multiply(z, z, &powers->powers[level - 1]);
        mpz_add_inpl(z, z, &end);
        mpz_deinit(&end);
        return;
    }
    size_t n = 0;
    mpz_dig_t *digits = number_new_digits(len / DECIMALS + 2);
    for (size_t i = 0; i < len;) { // a unit after the other, the first of which may be short
        uint64_t carry = 0, factor = DECIMAL_UNIT;
        do {
            carry = carry * 10 + (text[i++] - '0');
        } while ((len - i) % DECIMALS != 0);
        for (size_t k = 0; k < n; k++) {
            carry += digits[k] * factor;
            digits[k] = carry & DIGIT_MASK;
            carry >>= MPZ_DIG_SIZE;
        }
        digits[n] = carry;
        n += carry != 0;
    }
    number_set_digits(z, digits, n, false);
}

void number_from_decimal(mpz_t *z, const char *text, size_t len, bool negative) {
    powers_t powers;
    int levels = 0;
    while ((size_t)DECIMALS * LEAF << levels < len) {
        levels++;
    }
    make_powers(&powers, levels);
    mpz_deinit(z);
    read_units(z, text, len, &powers, levels);
    drop_powers(&powers, levels);
    z->neg = negative && z->len > 0;
}

#endif
