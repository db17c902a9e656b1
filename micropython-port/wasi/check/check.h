// Checks of objects, in a build with assertions (mpwasm build --asserts): at the places where the VM takes a word for an object,
// it must be one, and what it says of itself must be so. What is not ends the guest, with a line on stderr that says why.
//
// The checks look at words, addresses and sizes, not at what anything means. They change nothing and run no Python code.
#ifndef MPWASM_CHECK_H
#define MPWASM_CHECK_H

#include "py/obj.h"

// The word is a small integer, a qstr, an immediate object, a marker that the VM uses, or the address of a whole object of a
// type that is one. Objects of built-in types are looked into.
void mpwasm_check_object(mp_const_obj_t object);

// Several of them; NULLs among them are fine.
void mpwasm_check_objects(size_t count, const mp_obj_t *objects);

// An object that the VM keeps on its own stack, such as an iterator: where it lies is not looked at.
void mpwasm_check_type_of(mp_const_obj_t object);

#endif
