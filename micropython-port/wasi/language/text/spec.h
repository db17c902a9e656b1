// Format specs: what stands behind the colon, and what numbers and texts become by it (spec.c, number.c).
#ifndef MPWASM_TEXT_SPEC_H
#define MPWASM_TEXT_SPEC_H

#include "language/text/text.h"

typedef struct {
    const byte *fill; // a character
    size_t fill_len;
    char align; // < > ^ =
    char sign;  // - + or a space, or 0 for none
    char group; // , or _ or 0 for none
    bool alt, positive_zero;
    int width, precision; // -1 for none
    unichar type; // 0 for none
} spec_t;

// Parses a spec for an object of a type, which aligns to the left or right if the spec says nothing.
spec_t spec_parse(const text_t *text, char align, mp_obj_t object);

// Raises a ValueError: that the type's letter is unknown for an object.
MP_NORETURN void spec_raise_type(unichar type, mp_obj_t object);

// The parts of a number as text, in the order in which they appear.
typedef struct {
    const char *sign, *prefix, *digits, *rest;
    size_t digits_len, rest_len;
} number_text_t;

// Appends a text of so many characters, or a number, with fill around it.
void spec_add_text(vstr_t *out, const spec_t *spec, const byte *data, size_t len, size_t chars);
void spec_add_number(vstr_t *out, const spec_t *spec, const number_text_t *number);

// Appends an int or a float by its spec's type, which must be one for such numbers.
void spec_add_int(vstr_t *out, const spec_t *spec, mp_obj_t value);
void spec_add_float(vstr_t *out, const spec_t *spec, double value);

// The double of a number, or a TypeError with a message that takes the type's name.
double spec_get_float(mp_obj_t value, mp_rom_error_text_t message);

#endif
