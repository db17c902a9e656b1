// Doubles in decimal, exactly: their shortest digits, their digits rounded to a place, and the double that digits stand for.
#ifndef MPWASM_DECIMAL_H
#define MPWASM_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

// No double has more digits, but for noughts.
#define DECIMAL_DIGITS (800)

// Digits without noughts at either end, as text; the value is 0.DIGITS * 10**point. No digits are nought.
typedef struct {
    int len, point;
    char digits[DECIMAL_DIGITS];
} decimal_t;

// The shortest digits that read back as x, which is finite and not negative; of those the nearest.
void decimal_shortest(double x, decimal_t *result);

// x rounded to so many places behind the point, which may be negative; ties go to the even digit.
void decimal_places(double x, int places, decimal_t *result);

// x rounded to so many digits, at least one.
void decimal_rounded(double x, int digits, decimal_t *result);

// The double nearest to 0.DIGITS * 10**point, ties to even; infinity if it is too large. Inexact says that further digits, not all
// noughts, were left out.
double decimal_to_double(const decimal_t *decimal, bool inexact);

#endif
