// The value of a program's last expression (lastvalue.c).
#ifndef MPWASM_LASTVALUE_H
#define MPWASM_LASTVALUE_H

#include "py/parse.h"

// Makes the program keep the value of its last statement, if that is an expression, which is 1, or also if it is an assignment to a
// name, which is 2.
void mpwasm_keep_last_value(mp_parse_tree_t *tree, uint8_t which);

// Keeps a value as if a program's last expression had it.
void mpwasm_keep_value(mp_obj_t value);

// Takes the value that was kept, or None.
mp_obj_t mpwasm_take_last_value(void);

#endif
