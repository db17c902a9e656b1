// Printing of exceptions (print.c), in parts, for the module traceback.
#ifndef MPWASM_ERRORS_PRINT_H
#define MPWASM_ERRORS_PRINT_H

#include "py/mpprint.h"
#include "py/obj.h"
#include "py/objfun.h"

// The exception without frames: type, text and notes; for a SyntaxError the place, too.
void mpwasm_print_only(const mp_print_t *print, mp_obj_t exception);

// Appends str() or repr() of an object; where that raises, other words.
void mpwasm_text_or(vstr_t *text, mp_obj_t object, mp_print_kind_t kind, const char *otherwise);

// The exception with its frames, without what it comes from.
void mpwasm_print_unchained(const mp_print_t *print, mp_obj_t exception);

// A line of the program that runs, or of another file, without its end. False if it is not at hand.
bool mpwasm_source_of(vstr_t *text, mp_obj_t file, size_t line);

// ". Did you mean: 'name'?", if there is a name like the one that was not found (suggest.c).
void mpwasm_print_suggestion(const mp_print_t *print, mp_obj_t exception);

// For each frame of a traceback: the traceback object, the name, line, last line, first and last column (None if they are not known), and the
// source with its marks.
mp_obj_t mpwasm_traceback_rows(mp_obj_t traceback);

// List, set and dict comprehensions are no frames of their own: they run in the function around them.
bool mpwasm_is_comprehension(const mp_obj_fun_bc_t *function);

// The one of some names that a wrong one is like; MP_QSTRnull if there is none.
// They lie `step` apart.
qstr mpwasm_most_like(const char *wrong, size_t count, const uint16_t *among, size_t step);

#endif
