// Objects that the host holds.
#ifndef MPWASM_HANDLE_H
#define MPWASM_HANDLE_H

#include "py/obj.h"

// How many there may be during a run; 0 for none: then what has no encoding is shown by its repr, or refused.
void mpwasm_handles_begin(uint32_t most);
bool mpwasm_handles_on(void);

// Holds an object and returns its number. Raises RuntimeError if there are too many.
uint32_t mpwasm_hold(mp_obj_t object);

// The object of a number, or MP_OBJ_NULL.
mp_obj_t mpwasm_held_object(uint64_t number);

// Lets go of the objects of an array of numbers. Of a number that is none, nothing.
void mpwasm_let_go(mp_obj_t numbers);

// What the host does by a name that begins with '#': "#iter", "#getattr" and so on are the built-in functions, whatever a program
// made of the names; "#next" gives a tuple of the next item, or of none; "#free" lets go of its arguments, or of all. For "#", which calls its first
// argument with the others, MP_OBJ_NULL.
mp_obj_t mpwasm_handle_operation(const char *name, size_t len);

#endif
