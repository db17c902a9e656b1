// Built-in functions as objects. Upstream's have no names: the name of one is found in the module or type that has it, when it is asked for.

#include <string.h>

#include "py/builtin.h"
#include "py/objfun.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/function.h"

// --- One class for several types -------------------------------------------------------------------

extern const mp_obj_type_t mp_type_closure; // function.c

const mp_obj_type_t *mpwasm_class_of(mp_const_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | MP_TYPE_FLAG_BUILTIN_FUN)) {
        return type->flags & MP_TYPE_FLAG_BUILTIN_FUN ? &mp_type_fun_builtin_var : type;
    }
    if (type == &mp_type_closure || type == &mp_type_gen_wrap) {
        return &mp_type_fun_bc;
    }
    if (type == &mp_type_gen_instance) {
        return mpwasm_generator_class(object);
    }
    if (type->name == MP_QSTR_builtin_function_or_method) { // one that is called in a way of its own, such as __new__
        return &mp_type_fun_builtin_var;
    }
    if (type == &mp_type_property) {
        return mpwasm_property_class(object);
    }
    return type == &mp_type_bound_meth ? mpwasm_bound_class(object) : type;
}

// --- Names -----------------------------------------------------------------------------------------

typedef struct {
    qstr name, module;
    const mp_obj_type_t *type; // or NULL
} found_t;

static bool is_function(mp_obj_t value, mp_obj_t function) {
    if (value == function) {
        return true;
    }
    bool wraps = mp_obj_is_type(value, &mp_type_classmethod) || mp_obj_is_type(value, &mp_type_staticmethod);
    return wraps && ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(value))->fun == function;
}

static bool find_in_map(const mp_map_t *map, mp_obj_t function, found_t *found) {
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_qstr(map->table[i].key) && is_function(map->table[i].value, function)) {
            found->name = MP_OBJ_QSTR_VALUE(map->table[i].key);
            return true;
        }
    }
    return false;
}

static bool find_in_module(qstr name, const mp_map_t *map, mp_obj_t function, found_t *found) {
    found->module = name;
    found->type = NULL;
    if (find_in_map(map, function, found)) {
        return true;
    }
    for (size_t i = 0; i < map->alloc; i++) {
        if (!mp_map_slot_is_filled(map, i) || !is_class(map->table[i].value)) {
            continue;
        }
        found->type = MP_OBJ_TO_PTR(map->table[i].value);
        if (!is_program_class(found->type) && MP_OBJ_TYPE_HAS_SLOT(found->type, locals_dict) && find_in_map(&MP_OBJ_TYPE_GET_SLOT(found->type, locals_dict)->map, function, found)) {
            return true;
        }
    }
    return false;
}

static bool find(mp_obj_t function, found_t *found) {
    if (find_in_module(MP_QSTR_builtins, &mp_module_builtins.globals->map, function, found)) {
        return true;
    }
    const mp_map_t *const maps[] = { &mp_builtin_module_map, &mp_builtin_extensible_module_map };
    for (size_t i = 0; i < MP_ARRAY_SIZE(maps); i++) {
        for (size_t j = 0; j < maps[i]->alloc; j++) {
            if (mp_map_slot_is_filled(maps[i], j)) {
                const mp_obj_module_t *module = MP_OBJ_TO_PTR(maps[i]->table[j].value);
                if (module != &mp_module___main__ && find_in_module(MP_OBJ_QSTR_VALUE(maps[i]->table[j].key), &module->globals->map, function, found)) {
                    return true;
                }
            }
        }
    }
    static const mp_obj_type_t *const others[] = { &mp_type_gen_instance, &mp_type_fun_bc };
    for (size_t i = 0; i < MP_ARRAY_SIZE(others); i++) {
        found->type = others[i];
        if (MP_OBJ_TYPE_HAS_SLOT(others[i], locals_dict) && find_in_map(&MP_OBJ_TYPE_GET_SLOT(others[i], locals_dict)->map, function, found)) {
            return true;
        }
    }
    return false;
}

qstr mpwasm_method_name(const mp_obj_type_t *type, mp_obj_t function) {
    found_t found;
    bool own = MP_OBJ_TYPE_HAS_SLOT(type, locals_dict) && find_in_map(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, function, &found);
    return own || find(function, &found) ? found.name : MP_QSTR__question_mark_;
}

// --- Attributes ------------------------------------------------------------------------------------

void mpwasm_builtin_function_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    found_t found;
    if (dest[0] != MP_OBJ_NULL || qstr_str(name)[0] != '_') {
        return;
    }
    if (name == MP_QSTR___text_signature__) {
        dest[0] = mp_const_none;
        return;
    }
    bool known = name == MP_QSTR___name__ || name == MP_QSTR___qualname__ || name == MP_QSTR___module__ || name == MP_QSTR___self__;
    if (!known || !find(self, &found)) {
        return;
    }
    if (name == MP_QSTR___name__ || (name == MP_QSTR___qualname__ && found.type == NULL)) {
        dest[0] = MP_OBJ_NEW_QSTR(found.name);
    } else if (name == MP_QSTR___qualname__) {
        vstr_t text;
        vstr_init(&text, 16);
        vstr_printf(&text, "%q.%q", (qstr)found.type->name, found.name);
        dest[0] = mp_obj_new_str_from_utf8_vstr(&text);
    } else if (found.type != NULL) {
        dest[0] = name == MP_QSTR___module__ ? mp_const_none : MP_OBJ_NULL;
    } else if (name == MP_QSTR___module__) {
        dest[0] = MP_OBJ_NEW_QSTR(found.module);
    } else {
        dest[0] = found.module == MP_QSTR_builtins ? MP_OBJ_FROM_PTR(&mp_module_builtins) : mp_import_name(found.module, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    }
}

void mpwasm_builtin_function_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    found_t found = { .name = MP_QSTR__question_mark_ };
    if (find(self, &found) && found.type != NULL) {
        mp_printf(print, "<method '%q' of '%q' objects>", found.name, (qstr)found.type->name);
    } else {
        mp_printf(print, "<built-in function %q>", found.name);
    }
}
