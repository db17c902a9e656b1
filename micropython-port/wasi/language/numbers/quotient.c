// Quotients of large integers: digit by digit where they are short, else in halves.

#include <string.h>

#include "language/numbers/digits.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

// From about so many digits on, two quotients of halves and their products are faster than one.
#define HALVED 50

void number_shift_left(mpz_dig_t *to, const mpz_dig_t *from, size_t n, int bits) {
    uint64_t carry = 0;
    for (size_t i = 0; i < n; i++) {
        carry |= (uint64_t)from[i] << bits;
        to[i] = carry & DIGIT_MASK;
        carry >>= MPZ_DIG_SIZE;
    }
    to[n] = carry;
}

void number_shift_right(mpz_dig_t *to, const mpz_dig_t *from, size_t n, int bits) {
    uint64_t above = 0;
    for (size_t i = n; i-- > 0;) {
        above = above << MPZ_DIG_SIZE | from[i];
        to[i] = above >> bits & DIGIT_MASK;
    }
}

// Takes the divisor away once, if that can be done.
static bool take_once(mpz_dig_t *rest, const mpz_dig_t *by, size_t n) {
    size_t i = n;
    while (i > 0 && rest[i - 1] == by[i - 1]) {
        i--;
    }
    if (i > 0 && rest[i - 1] < by[i - 1]) {
        return false;
    }
    number_take_digits(rest, by, n);
    return true;
}

// Knuth's algorithm D (The Art of Computer Programming 2, 4.3.1).
static void digit_by_digit(mpz_dig_t *quotient, mpz_dig_t *rest, size_t count, const mpz_dig_t *by, size_t n) {
    for (size_t k = count; k-- > 0;) {
        mpz_dig_t *at = rest + k;
        uint64_t high = (uint64_t)at[n] << MPZ_DIG_SIZE | at[n - 1], digit = high / by[n - 1], left = high % by[n - 1];
        while (digit > DIGIT_MASK || digit * by[n - 2] > (left << MPZ_DIG_SIZE | at[n - 2])) {
            digit--;
            left += by[n - 1];
            if (left > DIGIT_MASK) {
                break;
            }
        }
        int64_t carry = 0;
        for (size_t i = 0; i < n; i++) {
            carry += (int64_t)at[i] - (int64_t)(digit * by[i]);
            at[i] = carry & DIGIT_MASK;
            carry >>= MPZ_DIG_SIZE;
        }
        carry += at[n];
        at[n] = carry & DIGIT_MASK;
        if (carry < 0) { // one too many
            digit--;
            at[n] = (at[n] + number_add_digits(at, by, n)) & DIGIT_MASK;
        }
        quotient[k] = digit;
    }
}

// C. Burnikel and J. Ziegler, "Fast recursive division" (1998): the quotient's upper half comes of the upper halves of dividend and divisor; what their
// lower halves take away is a product. count <= n. Tells whether the quotient has a one above its count digits. Recursion is as deep as count has bits.
static bool in_halves(mpz_dig_t *quotient, mpz_dig_t *rest, size_t count, const mpz_dig_t *by, size_t n, mpz_dig_t *scratch) {
    if (count < HALVED) {
        bool above = take_once(rest + count, by, n);
        digit_by_digit(quotient, rest, count, by, n);
        return above;
    }
    size_t low = count == n ? count / 2 : n - count;
    if (count == n) {
        bool above = in_halves(quotient + low, rest + low, count - low, by, n, scratch);
        in_halves(quotient, rest, low, by, n, scratch);
        return above;
    }
    int above = in_halves(quotient, rest + low, count, by + low, count, scratch);
    bool longer = count > low;
    number_multiply_digits(scratch, longer ? quotient : by, longer ? count : low, longer ? by : quotient, longer ? low : count, scratch + n);
    mpz_dig_t missing = number_take_digits(rest, scratch, n);
    if (above) {
        missing += number_take_digits(rest + count, by, low);
    }
    while (missing > 0) { // one too many, which happens twice at most
        const mpz_dig_t one = 1;
        mpz_dig_t borrow = number_take_digits(quotient, &one, 1);
        for (size_t i = 1; borrow && i < count; i++) {
            borrow = quotient[i] == 0;
            quotient[i] = (quotient[i] - 1) & DIGIT_MASK;
        }
        above -= borrow;
        missing -= number_add_digits(rest, by, n);
    }
    return above;
}

void number_divide_digits(mpz_dig_t *quotient, mpz_dig_t *rest, size_t count, const mpz_dig_t *by, size_t n) {
    size_t room = count < HALVED || n < HALVED ? 0 : n + number_product_scratch(n);
    mpz_dig_t *scratch = room == 0 ? NULL : number_new_digits(room);
    while (count > 0) { // as many digits as the divisor has at once, and first what is over
        size_t piece = count % n != 0 ? count % n : n;
        count -= piece;
        in_halves(quotient + count, rest + count, piece, by, n, scratch);
    }
    m_del(mpz_dig_t, scratch, room);
}

// In place of upstream's mpz_divmod_inpl, which is asked for what is short.
void mpwasm_divmod_inpl(mpz_t *quotient, mpz_t *rest, const mpz_t *lhs, const mpz_t *rhs) {
    size_t n = rhs->len, len = lhs->len;
    if (n < HALVED || len < n + HALVED) {
        mpz_divmod_inpl(quotient, rest, lhs, rhs);
        return;
    }
    bool floors = lhs->neg != rhs->neg;
    int shift = number_shift(rhs->dig[n - 1]);
    mpz_dig_t *by = number_new_digits(n + 1), *left = number_new_digits(len + 1), *digits = number_new_digits(len - n + 1), *end = number_new_digits(n);
    number_shift_left(by, rhs->dig, n, shift);
    number_shift_left(left, lhs->dig, len, shift);
    number_divide_digits(digits, left, len - n + 1, by, n);
    number_shift_right(end, left, n, shift);
    m_del(mpz_dig_t, by, n + 1);
    m_del(mpz_dig_t, left, len + 1);
    number_set_digits(rest, end, n, lhs->neg);
    number_set_digits(quotient, digits, len - n + 1, floors);
    if (floors && rest->len > 0) {
        mpz_t one;
        mpz_init_from_int(&one, -1);
        mpz_add_inpl(quotient, quotient, &one);
        mpz_add_inpl(rest, rest, rhs);
    }
}

#endif
