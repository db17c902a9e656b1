// Where in the source a place of the bytecode stands.
#ifndef MPWASM_COMPILE_PLACES_H
#define MPWASM_COMPILE_PLACES_H

#include "py/objfun.h"

typedef struct {
    size_t line, column; // columns in bytes, from 0
} point_t;

// What runs at a place of a function's bytecode: from begin to end; and the part of it that an operator, an index or a call's arguments are,
// if it is one of these (mark.line is 0 otherwise).
typedef struct {
    const mp_obj_fun_bc_t *function;
    size_t place;
    bool found;
    bool plain; // "return f()" or "x = f()" as a whole
    point_t begin, end, mark, mark_end;
} code_place_t;

// Looks for the places of functions that a text was compiled to. keeps_value: what mpwasm_keep_last_value was given, or 0. What is not found is left as it is.
void mpwasm_find_places(const char *text, size_t length, qstr file, uint8_t keeps_value, code_place_t *places, size_t count);

#endif
