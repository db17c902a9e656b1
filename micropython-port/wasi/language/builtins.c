// Built-in functions that differ from upstream's. This includes upstream's file with those under other names.

#include "py/builtin.h"
#include "py/runtime.h"

#include "language/native.h"

#define mp_builtin___build_class__(...) __attribute__((unused)) upstream_build_class(__VA_ARGS__)

static mp_obj_t (mp_builtin___build_class__)(size_t n_args, const mp_obj_t *args);

#include "py/modbuiltins.c"

#undef mp_builtin___build_class__

// The function of a class body gives the cell of __class__, which no other function does. Upstream writes to whatever it is given
// (py/modbuiltins.c:83 of 1.26.1), and __build_class__ takes any function. If the body raises, the names are those of before.
static mp_obj_t mp_builtin___build_class__(size_t n_args, const mp_obj_t *args) {
    nlr_jump_callback_node_globals_locals_t context = { .globals = mp_globals_get(), .locals = mp_locals_get() };
    nlr_push_jump_callback(&context.callback, mp_globals_locals_set_from_nlr_jump_callback);
    mp_obj_t members = mp_obj_new_dict(0);
    mp_locals_set(MP_OBJ_TO_PTR(members));
    mp_obj_t cell = mp_call_function_0(args[0]);
    nlr_pop_jump_callback(true);
    mp_obj_t meta = n_args == 2 ? MP_OBJ_FROM_PTR(&mp_type_type) : MP_OBJ_FROM_PTR(mp_obj_get_type(args[2]));
    mp_obj_t meta_args[] = { args[1], mp_obj_new_tuple(n_args - 2, args + 2), members };
    mp_obj_t class = mp_call_function_n_kw(meta, 3, 0, meta_args);
    if (mp_obj_is_exact_type(cell, &mpwasm_type_cell)) {
        mp_obj_cell_set(cell, class);
    }
    return class;
}
