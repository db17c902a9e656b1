// Errors about operands (operands.c), in place of upstream's in py/runtime.c: what it takes out of a table of names there for its text
// raises here.
#ifndef MPWASM_ERRORS_OPERANDS_H
#define MPWASM_ERRORS_OPERANDS_H

#include "py/obj.h"
#include "py/runtime0.h"

// The operator that mp_binary_op was asked for last, for the text of an error alone: upstream goes on with + where += does not work.
extern mp_binary_op_t mpwasm_operator;

MP_NORETURN void mpwasm_raise_operands(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);
MP_NORETURN void mpwasm_raise_operand(mp_unary_op_t op, mp_obj_t arg);
const mp_obj_type_t *mpwasm_zero_division(mp_binary_op_t op); // for integers; raises

#endif
