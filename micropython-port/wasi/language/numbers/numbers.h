// Numbers: int, float and complex as CPython has them, by files that stand in front of upstream's (sources.txt says how).
#ifndef MPWASM_NUMBERS_H
#define MPWASM_NUMBERS_H

#include "py/objint.h"
#include "py/runtime.h"
#include "py/smallint.h"

// --- bigint.c ---

// The value of an int as an mpz, in place for a large one, else in digits of the caller's.
typedef struct {
    mpz_t small;
    mpz_dig_t digits[MPZ_NUM_DIG_FOR_INT];
} mpz_place_t;

const mpz_t *number_mpz(mp_obj_t integer, mpz_place_t *place);

// The int of a value: a small one if it fits. The object is a new mp_obj_int_t that nobody else has.
mp_obj_t number_from_mpz(mp_obj_int_t *value);

// The number of bits of the absolute value.
size_t mpz_bits(const mpz_t *value);

// --- int.c ---

#define NUMBER_SMALL_TEXT (3 * sizeof(mp_int_t)) // bytes of the decimal text of a small int

// Writes the decimal text of a small int, without a nought behind it. Returns its length.
size_t number_small_text(mp_obj_t small, char *text);

// --- digits.c: mpz.c's, for digits that hold no whole number of bytes ---

void mpwasm_set_from_bytes(mpz_t *z, bool big, size_t len, const byte *from);
bool mpwasm_as_bytes(const mpz_t *z, bool big, bool as_signed, size_t len, byte *to);
void mpwasm_set_from_float(mpz_t *z, mp_float_t number);
mpz_dig_t *number_new_digits(size_t n);

// Gives a number other digits, which may have noughts in front.
void number_set_digits(mpz_t *z, mpz_dig_t *digits, size_t n, bool negative);

// --- quotient.c, decimal.c: mpz.c's, for large numbers ---

void mpwasm_divmod_inpl(mpz_t *quotient, mpz_t *rest, const mpz_t *lhs, const mpz_t *rhs);
size_t mpwasm_as_str_inpl(const mpz_t *z, unsigned int base, const char *prefix, char base_char, char comma, char *text);

// --- twos.c: mpz.c's, for bases that are powers of two, and ten ---

size_t mpwasm_set_from_str(mpz_t *z, const char *text, size_t len, bool negative, unsigned int base);
size_t number_as_twos(const mpz_t *z, unsigned int base, const char *prefix, char letter, char comma, char *text);

// What a digit is worth in bases up to 36; more for others.
static inline unsigned number_digit(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' + 10u : 99;
}

// --- digits.c ---

// The lowest bytes of a value, in two's complement.
void number_put_bytes(const mpz_t *value, byte *to, size_t len, bool big);

// A product, and a power. The result may be a factor too, but not the base.
void number_multiply(mpz_t *product, const mpz_t *x, const mpz_t *y);
void number_power(mpz_t *power, const mpz_t *base, const mpz_t *exponent);

// --- words.c ---

// What binary operators give for ints of up to 60 bits; MP_OBJ_NULL for others, and where the result has more than 63, or is an error.
mp_obj_t number_of_words(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

// --- bigint.c ---

// mantissa * 2**exponent as the nearest double, ties to even. Inexact says that there is more behind the mantissa, whose highest bit is
// set then.
double double_round(uint64_t mantissa, bool inexact, int exponent);

// An int as a double, or an OverflowError.
double number_int_as_double(mp_obj_t integer);

// The ints quotient and remainder of floor division; either place may be NULL.
void number_divmod(mp_obj_t lhs, mp_obj_t rhs, mp_obj_t *quotient, mp_obj_t *remainder);

// --- int.c ---

// The int that an object is: itself, or 0 or 1 for a bool, or what __index__ gives. MP_OBJ_NULL if it is none.
mp_obj_t number_index_maybe(mp_obj_t object);

// The same, or a TypeError.
mp_obj_t number_index(mp_obj_t object);

// real, imag, numerator and denominator, of a bool too.
void mpwasm_int_attr(mp_obj_t self, qstr name, mp_obj_t *dest);

// Digits that conversions may have, 0 for any number; sys gets and sets it. The message wants both numbers.
extern size_t mpwasm_max_str_digits;
#define TOO_MANY_DIGITS "Exceeds the limit (%u digits) for integer string conversion: value has %u digits; use sys.set_int_max_str_digits() to increase the limit"

// --- float.c ---

// A real number as a double: an int, a float, or what __float__ or __index__ gives. False if it is none.
bool number_double_maybe(mp_obj_t object, double *value);

// The same, with the TypeError that math's functions raise.
double number_double(mp_obj_t object);

#endif
