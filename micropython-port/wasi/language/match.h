// What match statements ask at run time (match.c).
#ifndef MPWASM_LANGUAGE_MATCH_H
#define MPWASM_LANGUAGE_MATCH_H

#include "py/obj.h"

// The helpers HELPER_MATCH_* (helper.h).
mp_obj_t *mpwasm_match_helper(mp_uint_t which, size_t argument, mp_obj_t *sp);

#endif
