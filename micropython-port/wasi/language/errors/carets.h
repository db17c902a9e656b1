// The source below a frame of a traceback (carets.c), and where it is found (print.c).
#ifndef MPWASM_ERRORS_CARETS_H
#define MPWASM_ERRORS_CARETS_H

#include "py/mpprint.h"

#include "language/compile/places.h"
#include "language/errors/errors.h"

// Prints what ran at a place, or the line alone if that is not known; nothing if the source is not at hand.
void mpwasm_print_code(const mp_print_t *print, const mp_obj_fun_bc_t *function, size_t line, const code_place_t *place);

#endif
