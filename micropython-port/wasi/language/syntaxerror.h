// What SyntaxErrors have beyond other exceptions (syntaxerror.c).
#ifndef MPWASM_LANGUAGE_SYNTAXERROR_H
#define MPWASM_LANGUAGE_SYNTAXERROR_H

#include "py/objexcept.h"

// Whether it is a SyntaxError with details.
bool mpwasm_is_syntax_error(const mp_obj_exception_t *exception);

// Prints it: str(e) for PRINT_STR; for PRINT_EXC the line with carets below, the type and the message.
void mpwasm_syntax_error_print(const mp_print_t *print, const mp_obj_exception_t *exception, mp_print_kind_t kind);

// An attribute of it, or MP_OBJ_NULL.
mp_obj_t mpwasm_syntax_error_attribute(const mp_obj_exception_t *exception, qstr attribute);

#endif
