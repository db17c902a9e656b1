// What SyntaxErrors have beyond other exceptions (syntaxerror.c).
#ifndef MPWASM_LANGUAGE_SYNTAXERROR_H
#define MPWASM_LANGUAGE_SYNTAXERROR_H

#include "py/objexcept.h"

// Whether it is a SyntaxError with details.
bool mpwasm_is_syntax_error(const mp_obj_exception_t *exception);

// Prints str(e).
void mpwasm_syntax_error_print(const mp_print_t *print, const mp_obj_exception_t *exception);

// Its file, its line with carets below, each on a line of its own.
void mpwasm_syntax_error_print_place(const mp_print_t *print, const mp_obj_exception_t *exception);

#endif
