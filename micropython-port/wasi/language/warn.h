// Warnings of the interpreter's own (warn.c).
#ifndef MPWASM_LANGUAGE_WARN_H
#define MPWASM_LANGUAGE_WARN_H

#include "py/obj.h"

// Gives a warning about what the program does. It raises an exception where the program asks for that.
void mpwasm_warn(const mp_obj_type_t *category, const char *text);

// The same, about a place in a source text: the line as it stands there.
void mpwasm_warn_at(const mp_obj_type_t *category, const char *text, qstr file, size_t line, const char *source, size_t length);

#endif
