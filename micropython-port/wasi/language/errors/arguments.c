// Built-in functions that get too many or too few arguments. They do not know their names: those are looked for in the places that they come from.

#include <string.h>

#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/errors/arguments.h"
#include "language/keywords.h"

static qstr name_in(const mp_map_t *map, mp_const_obj_t function) {
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && map->table[i].value == function && mp_obj_is_qstr(map->table[i].key)) {
            return MP_OBJ_QSTR_VALUE(map->table[i].key);
        }
    }
    return MP_QSTRnull;
}

typedef struct {
    const char *place, *dot; // of a method or of a module's function: what stands before its name
    qstr name;
    size_t hidden; // arguments: self
} origin_t;

static origin_t in_modules(const mp_map_t *modules, mp_const_obj_t function) {
    for (size_t i = 0; i < modules->alloc; i++) {
        if (mp_map_slot_is_filled(modules, i) && mp_obj_is_type(modules->table[i].value, &mp_type_module) && mp_obj_is_qstr(modules->table[i].key)) {
            qstr name = name_in(&((mp_obj_module_t *)MP_OBJ_TO_PTR(modules->table[i].value))->globals->map, function);
            if (name != MP_QSTRnull) {
                return (origin_t) { qstr_str(MP_OBJ_QSTR_VALUE(modules->table[i].key)), ".", name, 0 };
            }
        }
    }
    return (origin_t) { "", "", MP_QSTRnull, 0 };
}

static origin_t origin_of(mp_const_obj_t function, size_t n_args, const mp_obj_t *args) {
    qstr name = name_in(&mp_module_builtins.globals->map, function);
    if (name != MP_QSTRnull) {
        return (origin_t) { "", "", name, 0 };
    }
    for (const mp_obj_type_t *type = n_args == 0 ? NULL : mp_obj_get_type(args[0]); type != NULL && !is_program_class(type); type = mpwasm_native_base(type)) {
        if (MP_OBJ_TYPE_HAS_SLOT(type, locals_dict) && (name = name_in(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, function)) != MP_QSTRnull) {
            return (origin_t) { qstr_str(type->name), ".", name, 1 };
        }
    }
    for (size_t i = 0; n_args == 0 && i < mp_module_builtins.globals->map.used; i++) { // a method that is asked for without its self
        mp_obj_t value = mp_module_builtins.globals->map.table[i].value;
        const mp_obj_type_t *type = MP_OBJ_TO_PTR(value);
        if (mp_obj_is_type(value, &mp_type_type) && MP_OBJ_TYPE_HAS_SLOT(type, locals_dict) && (name = name_in(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, function)) != MP_QSTRnull) {
            return (origin_t) { qstr_str(type->name), ".", name, 1 };
        }
    }
    origin_t origin = in_modules(&mp_builtin_module_map, function);
    return origin.name != MP_QSTRnull ? origin : in_modules(&mp_builtin_extensible_module_map, function);
}

qstr mpwasm_builtin_name(mp_const_obj_t function) {
    return origin_of(function, 0, NULL).name;
}

MP_NORETURN void mpwasm_raise_keywords(mp_const_obj_t function, size_t n_args, const mp_obj_t *args) {
    origin_t origin = origin_of(function, n_args, args);
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s%s%s() takes no keyword arguments"), origin.place, origin.dot, origin.name == MP_QSTRnull ? "function" : qstr_str(origin.name));
}

// As CPython words it for functions in C. The signature is that of MP_OBJ_FUN_MAKE_SIG.
MP_NORETURN void mpwasm_raise_arguments(mp_const_obj_t function, size_t n_args, const mp_obj_t *args, uint32_t signature) {
    origin_t origin = origin_of(function, n_args, args);
    size_t least = signature >> 17, most = signature >> 1 & 0xffff;
    const char *name = origin.name == MP_QSTRnull ? "function" : qstr_str(origin.name);
    size_t hidden = least < origin.hidden ? 0 : origin.hidden;
    least -= hidden, most -= hidden, n_args -= hidden;
    bool one = least == 1 && most == 1 && function != MP_OBJ_FROM_PTR(&mp_builtin_iter_obj); // iter takes two as well (keywords.c)
    if (most == 0 || one) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s%s%s() takes %s (%d given)"), origin.place, origin.dot, name, most == 0 ? "no arguments" : "exactly one argument", (int)n_args);
    }
    const char *parameters = n_args < least ? mpwasm_parameters_of(function) : NULL;
    if (parameters != NULL && parameters[0] == '/') {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at least %d positional argument%s (%d given)"), name, (int)least, least == 1 ? "" : "s", (int)n_args);
    } else if (parameters != NULL) {
        for (size_t i = 0; i < n_args; i++) {
            parameters = strchr(parameters, ' ') + 1;
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() missing required argument '%.*s' (pos %d)"), name, (int)strcspn(parameters, " "), parameters, (int)n_args + 1);
    }
    if (n_args > most && mpwasm_parameters_of(function) != NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at most %d %sargument%s (%d given)"), name, (int)most, "", most == 1 ? "" : "s", (int)n_args);
    }
    size_t wanted = n_args < least ? least : most;
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s expected %s%d argument%s, got %d"), name, (least == most && most > 1) || function == MP_OBJ_FROM_PTR(&mp_builtin_sorted_obj) ? "" : n_args < least ? "at least " : "at most ",
        (int)wanted, wanted == 1 ? "" : "s", (int)n_args);
}
