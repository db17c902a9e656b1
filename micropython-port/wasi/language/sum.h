// sum (sum.c).
#ifndef MPWASM_LANGUAGE_SUM_H
#define MPWASM_LANGUAGE_SUM_H

#include "py/obj.h"

mp_obj_t mpwasm_sum(mp_obj_t iterable, mp_obj_t start);

#endif
