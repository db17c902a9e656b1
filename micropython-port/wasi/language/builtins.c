// Built-in functions that differ from upstream's. This includes upstream's file with those under other names.

#include "py/builtin.h"
#include "py/runtime.h"

#include "language/keywords.h"
#include "language/native.h"
#include "language/text/builtins.h"
#include "language/text/codec.h"

#define mp_builtin___build_class__(...) __attribute__((unused)) upstream_build_class(__VA_ARGS__)
#define mp_builtin_bin(...) __attribute__((unused)) upstream_bin(__VA_ARGS__)
#define mp_builtin_chr(...) __attribute__((unused)) upstream_chr(__VA_ARGS__)
#define mp_builtin_hex(...) __attribute__((unused)) upstream_hex(__VA_ARGS__)
#define mp_builtin_oct(...) __attribute__((unused)) upstream_oct(__VA_ARGS__)
#define mp_builtin_ord(...) __attribute__((unused)) upstream_ord(__VA_ARGS__)
#define mp_builtin_print(...) upstream_print(__VA_ARGS__)
#define mp_builtin_round(...) upstream_round(__VA_ARGS__)

static mp_obj_t (mp_builtin___build_class__)(size_t n_args, const mp_obj_t *args);
static mp_obj_t (mp_builtin_print)(size_t n_args, const mp_obj_t *args, mp_map_t *keywords);
static mp_obj_t (mp_builtin_round)(size_t n_args, const mp_obj_t *args);

#include "py/modbuiltins.c"

#undef mp_builtin___build_class__
#undef mp_builtin_print
#undef mp_builtin_round

// print takes flush, too: what is printed goes to the host at once.
static mp_obj_t mp_builtin_print(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    mp_map_elem_t others[4];
    mp_map_t rest = { .is_fixed = 1, .is_ordered = 1, .table = others };
    for (size_t i = 0; i < keywords->alloc; i++) {
        if (!mp_map_slot_is_filled(keywords, i) || keywords->table[i].key == MP_OBJ_NEW_QSTR(MP_QSTR_flush)) {
            continue;
        }
        if (rest.used == MP_ARRAY_SIZE(others)) {
            mp_raise_TypeError(MP_ERROR_TEXT("print() got an unexpected keyword argument"));
        }
        // None is what is taken where the keyword is missing
        if (keywords->table[i].value != mp_const_none) {
            others[rest.used++] = keywords->table[i];
        }
    }
    rest.alloc = rest.used;
    return upstream_print(n_args, args, &rest);
}

// Floats are rounded by their decimal digits. Objects of a program's classes are asked.
static mp_obj_t mp_builtin_round(size_t n_args, const mp_obj_t *args) {
    mp_obj_t digits = n_args > 1 ? args[1] : mp_const_none;
    if (mp_obj_is_float(args[0])) {
        return text_round_float(mp_obj_float_get(args[0]), digits);
    }
    mp_obj_t method[3];
    mp_load_method_maybe(args[0], MP_QSTR___round__, method);
    if (method[0] != MP_OBJ_NULL) {
        method[2] = digits;
        return mp_call_method_n_kw(n_args - 1, 0, method);
    }
    if (!mp_obj_is_int(args[0]) && !mp_obj_is_bool(args[0])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type %s doesn't define __round__ method"), mp_obj_get_type_str(args[0]));
    }
    return upstream_round(digits == mp_const_none ? 1 : 2, args);
}

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
