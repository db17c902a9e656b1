// Texts of a length that is said.
//
// What upstream does wrong: "%.*s" looks for the NUL at the end of the text before it looks at the precision (py/mpprint.c:523 of 1.26.1),
// so it reads beyond a text that has none, as a token in the source of a program. Here it stops at the precision, as C's printf does.

#include "py/mpconfig.h"

#include <stddef.h>

enum { prec = -1 }; // for the function that has no precision; the other's is its own

static size_t length_of(const char *text, int most) {
    size_t length = 0;
    while (length != (size_t)most && text[length] != 0) { // -1 is no length
        length++;
    }
    return length;
}

#include <string.h>
#define strlen(text) length_of(text, prec)

#include "py/mpprint.c"
