// Where modules belong.
#pragma once

#include "py/obj.h"

// What __package__ of a module with these members is: the package that it is, or that it is in; None of the program.
mp_obj_t mpwasm_module_package(const mp_obj_dict_t *members);

// The library's module that makes what __spec__ and __loader__ are.
mp_obj_t mpwasm_module_origins(void);
