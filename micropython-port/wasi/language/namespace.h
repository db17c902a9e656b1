// The names of code that runs in another namespace than a plain dict (namespace.c).
#ifndef MPWASM_NAMESPACE_H
#define MPWASM_NAMESPACE_H

#include "py/obj.h"

// What the VM takes for its locals so that names are looked up in a mapping: a dict as it is, anything else by its items.
mp_obj_dict_t *mpwasm_namespace(mp_obj_t mapping);

// What locals() gives outside of functions.
mp_obj_t mpwasm_locals(void);

// A name of the code's own locals; MP_OBJ_NULL if there is none.
mp_obj_t mpwasm_own_name(qstr name);

#endif
