// The names of code that runs in another namespace than a plain dict (namespace.c).
#ifndef MPWASM_NAMESPACE_H
#define MPWASM_NAMESPACE_H

#include "language/dict/map.h"

// What the VM takes for its locals so that names are looked up in a mapping: a dict as it is, anything else by its items.
mp_obj_dict_t *mpwasm_namespace(mp_obj_t mapping);

// What locals() gives outside of functions.
mp_obj_t mpwasm_locals(void);

// A name of the code's own locals; MP_OBJ_NULL if there is none.
mp_obj_t mpwasm_own_name(qstr name);

// The globals that exec or eval is given: they get a __builtins__, or have one that hides Python's built-in names.
void mpwasm_give_builtins(mp_obj_dict_t *globals);

// A global name or a built-in one, or a NameError.
mp_obj_t mpwasm_load_global(qstr name);

// Forgets which built-ins were found, since others come in front of them.
static inline void mpwasm_forget_builtins(void) {
    mpwasm_asked_globals = NULL;
}

#endif
