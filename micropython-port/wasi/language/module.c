// Modules, around py/objmodule.c: programs can make some, and set attributes of those that are in C.
// Where one of the library's comes from (__spec__, __loader__, __package__) is found out when it is asked for.
//
// The members of a module in C are constant. What is set in one stands in a dict of its own, which comes first.

#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "language/module.h"
#include "language/namespace.h"

// Upstream's type cannot be called.
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(name, qstr, flags, slot1, function1, slot2, function2) \
    MP_DEFINE_CONST_OBJ_TYPE_NARGS_3(mp_obj_type_t, name, qstr, flags, slot1, any_module_print, attr, any_module_attr, make_new, module_make_new)
static void any_module_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind);
static void any_module_attr(mp_obj_t self, qstr name, mp_obj_t *dest);
static mp_obj_t module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
#include "py/objmodule.c"
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")

static void any_module_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_map_t *members = &((mp_obj_module_t *)MP_OBJ_TO_PTR(self_in))->globals->map;
    mp_map_elem_t *name = members->is_fixed ? mp_map_lookup((mp_map_t *)members, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP) : NULL;
    if (name != NULL) {
        mp_printf(print, "<module '%s' (built-in)>", mp_obj_str_get_str(name->value));
    } else {
        module_print(print, self_in, kind);
    }
}

// types.ModuleType(name, doc=None): sys.modules does not get it.
static mp_obj_t module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_name, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } }, { MP_QSTR_doc, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } } };
    mp_arg_val_t given[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, given);
    if (!mp_obj_is_str(given[0].u_obj)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("module() argument 'name' must be str, not %s"), mp_obj_get_type_str(given[0].u_obj));
    }
    mp_obj_t globals = mp_obj_new_dict(5);
    mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(MP_QSTR___name__), given[0].u_obj);
    mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(MP_QSTR___doc__), given[1].u_obj);
    static const qstr_short_t others[] = { MP_QSTR___package__, MP_QSTR___loader__, MP_QSTR___spec__ };
    for (size_t i = 0; i < MP_ARRAY_SIZE(others); i++) {
        mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(others[i]), mp_const_none);
    }
    mp_module_context_t *context = m_new_obj(mp_module_context_t);
    context->module.base.type = &mp_type_module;
    context->module.globals = MP_OBJ_TO_PTR(globals);
    return MP_OBJ_FROM_PTR(context);
}

MP_REGISTER_ROOT_POINTER(mp_obj_t module_changes); // a dict: module -> dict of what was set

static mp_map_t *changes_of(mp_obj_t self) {
    mp_map_elem_t *place = mp_map_lookup(mp_obj_dict_get_map(MP_STATE_VM(module_changes)), self, MP_MAP_LOOKUP);
    return place == NULL ? NULL : mp_obj_dict_get_map(place->value);
}

static void store_change(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (MP_STATE_VM(module_changes) == MP_OBJ_NULL) {
        MP_STATE_VM(module_changes) = mp_obj_new_dict(1);
    }
    mp_map_t *changes = changes_of(self);
    if (dest[1] == MP_OBJ_NULL) { // what the module has itself stays
        if (changes != NULL && mp_map_lookup(changes, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_REMOVE_IF_FOUND) != NULL) {
            dest[0] = MP_OBJ_NULL;
        }
        return;
    }
    if (changes == NULL) {
        mp_obj_dict_store(MP_STATE_VM(module_changes), self, mp_obj_new_dict(1));
        changes = changes_of(self);
    }
    mp_map_lookup(changes, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = dest[1];
    dest[0] = MP_OBJ_NULL;
}

static mp_map_elem_t *member(const mp_obj_dict_t *members, qstr name) {
    return mp_map_lookup((mp_map_t *)&members->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
}

mp_obj_t mpwasm_module_package(const mp_obj_dict_t *members) {
    mp_map_elem_t *name = member(members, MP_QSTR___name__);
    if (name == NULL || !mp_obj_is_str(name->value) || name->value == MP_OBJ_NEW_QSTR(MP_QSTR___main__)) {
        return mp_const_none;
    }
    if (member(members, MP_QSTR___path__) != NULL) {
        return name->value;
    }
    size_t length;
    const char *text = mp_obj_str_get_data(name->value, &length);
    while (length > 0 && text[length - 1] != '.') {
        length--;
    }
    return MP_OBJ_NEW_QSTR(qstr_from_strn(text, length > 0 ? length - 1 : 0));
}

// None for the program, and where there is nobody to ask.
static mp_obj_t origin(mp_obj_t self, const mp_obj_dict_t *members, qstr name) {
    mp_obj_t package = mpwasm_module_package(members);
    if (name == MP_QSTR___package__ || package == mp_const_none) {
        return package;
    }
    #if MICROPY_MODULE_FROZEN_MPY
    mp_obj_t args[4];
    mp_load_method(mpwasm_module_origins(), MP_QSTR_ask, args);
    args[2] = self;
    args[3] = MP_OBJ_NEW_QSTR(name);
    return mp_call_method_n_kw(2, 0, args);
    #else
    (void)self;
    return mp_const_none;
    #endif
}

static void any_module_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    mp_obj_module_t *self = MP_OBJ_TO_PTR(self_in);
    bool constant = self->globals->map.is_fixed, builtins = self == &mp_module_builtins;
    if (constant && dest[0] != MP_OBJ_NULL && !builtins) {
        module_attr(self_in, name, dest); // some have attributes that can be set
        if (dest[0] != MP_OBJ_NULL && self != &mp_module_sys) { // what sys lets nobody set would have no effect
            store_change(self_in, name, dest);
        }
        return;
    }
    if (builtins && dest[0] != MP_OBJ_NULL) {
        if (dest[1] == MP_OBJ_NULL && mp_map_lookup((mp_map_t *)&mp_module_builtins_globals.map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) != NULL) {
            return; // what Python has itself stays, and under what was set in its place it would come back without a word
        }
        mpwasm_forget_builtins();
    }
    mp_map_t *changes = NULL;
    if (constant && builtins && MP_STATE_VM(mp_module_builtins_override_dict) != NULL) {
        changes = &MP_STATE_VM(mp_module_builtins_override_dict)->map;
    } else if (constant && MP_STATE_VM(module_changes) != MP_OBJ_NULL) {
        changes = changes_of(self_in);
    }
    if (changes != NULL && dest[0] == MP_OBJ_NULL) {
        mp_map_elem_t *place = mp_map_lookup(changes, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
        if (place != NULL) {
            dest[0] = place->value;
            return;
        }
    }
    if (name == MP_QSTR___doc__ && dest[0] == MP_OBJ_NULL && mp_map_lookup(&self->globals->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) == NULL) {
        dest[0] = mp_const_none;
        return;
    }
    bool of_origin = name == MP_QSTR___package__ || name == MP_QSTR___spec__ || name == MP_QSTR___loader__;
    if (of_origin && dest[0] == MP_OBJ_NULL && member(self->globals, name) == NULL) {
        dest[0] = origin(self_in, self->globals, name);
        return;
    }
    module_attr(self_in, name, dest);
}
