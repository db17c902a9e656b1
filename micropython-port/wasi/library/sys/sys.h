// The module sys (attributes.c), for those who ask what a program has put there.
#ifndef MPWASM_SYS_H
#define MPWASM_SYS_H

#include "py/obj.h"

// Fills the module, when the interpreter starts.
void mpwasm_sys_init(void);

// An attribute of sys as it is now; MP_OBJ_NULL if there is none.
mp_obj_t mpwasm_sys_get(qstr name);

// Writes to sys.stderr, if there is one.
void mpwasm_write_error(vstr_t *text);

// Sets an attribute of the module.
void mpwasm_sys_set(qstr name, mp_obj_t value);

// What a program has put in the place of excepthook or displayhook; MP_OBJ_NULL if it has not.
mp_obj_t mpwasm_sys_hook(qstr name);

// Where modules are looked for: sys.path, where that is a list or a tuple.
mp_obj_t mpwasm_sys_path(void);
void mpwasm_sys_set_path(mp_obj_t list);

// Takes back what a program that was stopped has put in the place of stdin, stdout and stderr.
void mpwasm_sys_restore_streams(void);

#endif
