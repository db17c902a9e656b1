// Texts of large integers in bases that are powers of two: a digit of the text is some bits of the number. Decimal ones are read in decimal.c. Upstream multiplies and divides the
// whole number for each (py/mpz.c:817 and 1673 of 1.26.1).

#include "memory/safepoint.h"
#include "language/numbers/digits.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

static unsigned bits_of(unsigned base) {
    return (base & (base - 1)) == 0 ? (unsigned)__builtin_ctz(base) : 0;
}

size_t mpwasm_set_from_str(mpz_t *z, const char *text, size_t len, bool negative, unsigned int base) {
    unsigned each = bits_of(base), bits = 0;
    if (each == 0 && base != 10) {
        return mpz_set_from_str(z, text, len, negative, base);
    }
    size_t count = 0;
    while (count < len && number_digit(text[count]) < base) {
        count++;
    }
    if (base == 10) {
        number_from_decimal(z, text, count, negative);
        return count;
    }
    size_t n = (uint64_t)count * each / MPZ_DIG_SIZE + 1;
    mpz_dig_t *digits = number_new_digits(n), *to = digits;
    uint64_t rest = 0;
    for (size_t i = count; i-- > 0;) {
        rest |= (uint64_t)number_digit(text[i]) << bits;
        bits += each;
        if (bits >= MPZ_DIG_SIZE) {
            *to++ = rest & DIGIT_MASK;
            rest >>= MPZ_DIG_SIZE;
            bits -= MPZ_DIG_SIZE;
        }
    }
    *to++ = rest;
    number_set_digits(z, digits, to - digits, negative);
    return count;
}

// Bits of a number from one on, which is in it.
static unsigned bits_at(const mpz_t *z, uint64_t from, unsigned count) {
    size_t at = from / MPZ_DIG_SIZE;
    uint64_t two = z->dig[at] | (at + 1 < z->len ? (uint64_t)z->dig[at + 1] << MPZ_DIG_SIZE : 0);
    return two >> from % MPZ_DIG_SIZE & ((1u << count) - 1);
}

size_t number_as_twos(const mpz_t *z, unsigned int base, const char *prefix, char letter, char comma, char *text) {
    unsigned each = bits_of(base);
    char *to = text;
    if (z->neg) {
        *to++ = '-';
    }
    for (; prefix != NULL && *prefix != 0; prefix++) {
        *to++ = *prefix;
    }
    for (uint64_t i = (mpz_bits(z) + each - 1) / each; i-- > 0;) {
        unsigned digit = bits_at(z, i * each, each);
        *to++ = digit < 10 ? '0' + digit : letter + digit - 10;
        if (comma != 0 && i > 0 && i % 4 == 0) {
            *to++ = comma;
        }
    }
    *to = 0;
    return to - text;
}

#endif
