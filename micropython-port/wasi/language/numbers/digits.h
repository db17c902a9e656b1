// Digits of large integers, for those who reckon with them (digits.c, quotient.c, decimal.c). The lowest comes first.
#ifndef MPWASM_DIGITS_H
#define MPWASM_DIGITS_H

#include "language/numbers/numbers.h"

#define DIGIT_MASK ((1u << MPZ_DIG_SIZE) - 1)

// Adds n digits to as many others, or takes them away. What is returned is the carry, or the borrow.
mpz_dig_t number_add_digits(mpz_dig_t *to, const mpz_dig_t *from, size_t n);
mpz_dig_t number_take_digits(mpz_dig_t *to, const mpz_dig_t *from, size_t n);

// The product, of n + m digits; n >= m. Scratch has number_product_scratch(n) digits.
void number_multiply_digits(mpz_dig_t *to, const mpz_dig_t *x, size_t n, const mpz_dig_t *y, size_t m, mpz_dig_t *scratch);

static inline size_t number_product_scratch(size_t n) {
    return 4 * n + 256;
}

// How far a divisor has to be shifted, whose last digit is given.
static inline int number_shift(mpz_dig_t last) {
    return __builtin_clz(last) - (32 - MPZ_DIG_SIZE);
}

// n digits, shifted by less than a digit; to the left they become one more.
void number_shift_left(mpz_dig_t *to, const mpz_dig_t *from, size_t n, int bits);
void number_shift_right(mpz_dig_t *to, const mpz_dig_t *from, size_t n, int bits);

// Divides count + n digits by n >= 2 of them, of which the highest bit is set; the quotient has to have no more than count. The rest takes the dividend's place, with
// noughts above it.
void number_divide_digits(mpz_dig_t *quotient, mpz_dig_t *rest, size_t count, const mpz_dig_t *by, size_t n);

// Reads decimal digits, and nothing else.
void number_from_decimal(mpz_t *z, const char *text, size_t len, bool negative);

#endif
