// The module math: what its files offer each other.
#ifndef MPWASM_LIBRARY_MATH_H
#define MPWASM_LIBRARY_MATH_H

#include "py/obj.h"

// integer.c: functions of ints; sum.c: functions of sequences of numbers.
extern const mp_obj_fun_builtin_var_t math_comb_obj, math_perm_obj, math_gcd_obj, math_lcm_obj, math_hypot_obj, math_prod_obj;
extern const mp_obj_fun_builtin_fixed_t math_factorial_obj, math_isqrt_obj, math_fsum_obj, math_dist_obj, math_sumprod_obj;

#endif
