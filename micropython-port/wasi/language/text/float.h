// Floats as text (float.c).
#ifndef MPWASM_TEXT_FLOAT_H
#define MPWASM_TEXT_FLOAT_H

#include "py/obj.h"

#define FLOAT_ALT (1)  // keep the point and noughts at the end
#define FLOAT_DOT0 (2) // at least one digit behind the point, where there is no exponent

// Appends a float without its sign. The code is one of e, E, f, F, g, G, or r for the shortest digits.
void float_format(vstr_t *out, double x, char code, int precision, unsigned flags);

// The same, as bytes that float_format would append at most.
size_t float_format_size(double x, char code, int precision);

// Reads a number without a sign, or inf or nan. Returns the end, or NULL if there is none.
const char *float_read(const char *at, const char *end, double *value);

#endif
