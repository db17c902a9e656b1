// Names of code that runs in a namespace other than a plain dict: what exec and eval are given as locals, what __prepare__ returns.
//
// The VM knows its locals as a dict. For another mapping, that is an empty dict of a type of its own, behind which the mapping stands; where
// names are loaded, stored and deleted, the type is looked at.

#include <string.h>

#include "py/builtin.h"
#include "py/runtime.h"

#include "language/errors/hierarchy.h"
#include "language/namespace.h"

typedef struct {
    mp_obj_dict_t names; // stays empty
    mp_obj_t mapping;
} namespace_t;

static const mp_obj_type_t namespace_type = { .base = { &mp_type_type }, .name = MP_QSTR_dict };

static bool is_namespace(const mp_obj_dict_t *locals) {
    return locals->base.type == &namespace_type;
}

static mp_obj_t mapping_of(mp_obj_dict_t *locals) {
    return is_namespace(locals) ? ((namespace_t *)locals)->mapping : MP_OBJ_FROM_PTR(locals);
}

mp_obj_dict_t *mpwasm_namespace(mp_obj_t mapping) {
    if (mp_obj_is_exact_type(mapping, &mp_type_dict)) {
        return MP_OBJ_TO_PTR(mapping);
    }
    namespace_t *namespace = m_new_obj(namespace_t);
    mp_obj_dict_init(&namespace->names, 0);
    namespace->names.base.type = &namespace_type;
    namespace->mapping = mapping;
    return &namespace->names;
}

mp_obj_t mpwasm_locals(void) {
    return mapping_of(mp_locals_get());
}

// Gets or deletes; MP_OBJ_NULL where the mapping has no such name. Not part of its callers: their frames would have room in which what lay there
// before, dead objects among it, keeps alive.
static MP_NOINLINE mp_obj_t ask(mp_obj_t mapping, qstr name, mp_obj_t what) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t found = mp_obj_subscr(mapping, MP_OBJ_NEW_QSTR(name), what);
        nlr_pop();
        return what == MP_OBJ_NULL ? mp_const_none : found;
    }
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(MP_OBJ_FROM_PTR(nlr.ret_val))), MP_OBJ_FROM_PTR(&mp_type_KeyError))) {
        nlr_jump(nlr.ret_val);
    }
    return MP_OBJ_NULL;
}

mp_obj_t mpwasm_own_name(qstr name) {
    mp_obj_dict_t *locals = mp_locals_get();
    if (is_namespace(locals)) {
        return ask(((namespace_t *)locals)->mapping, name, MP_OBJ_SENTINEL);
    }
    mp_map_elem_t *element = mp_map_lookup(&locals->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return element == NULL ? MP_OBJ_NULL : element->value;
}

// --- __builtins__ ----------------------------------------------------------------------------------

// Whether exec or eval was given globals with a __builtins__: only then is it looked for.
static bool may_have_builtins;

void mpwasm_give_builtins(mp_obj_dict_t *globals) {
    mp_obj_t builtins = MP_OBJ_FROM_PTR(mp_module_builtins.globals);
    mp_map_elem_t *own = mp_map_lookup(&globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_MAP_LOOKUP);
    if (own != NULL) {
        may_have_builtins |= own->value != builtins;
    } else if (globals != mp_globals_get() && !globals->map.is_fixed) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(globals), MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), builtins);
    }
}

// The mapping in which code with these globals finds built-in names, and no others; MP_OBJ_NULL if those are Python's.
static mp_obj_t own_builtins(void) {
    mp_map_elem_t *own = may_have_builtins ? mp_map_lookup(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_MAP_LOOKUP) : NULL;
    return own == NULL || own->value == MP_OBJ_FROM_PTR(mp_module_builtins.globals) || mp_obj_is_type(own->value, &mp_type_module) ? MP_OBJ_NULL : own->value;
}

mp_obj_t mpwasm_import_name(qstr name, mp_obj_t fromlist, mp_obj_t level) {
    mp_obj_t builtins = own_builtins();
    if (builtins == MP_OBJ_NULL) {
        return mp_import_name(name, fromlist, level);
    }
    mp_obj_t import = ask(builtins, MP_QSTR___import__, MP_OBJ_SENTINEL);
    if (import == MP_OBJ_NULL) {
        mp_raise_msg(&mp_type_ImportError, MP_ERROR_TEXT("__import__ not found"));
    }
    mp_obj_t args[] = { MP_OBJ_NEW_QSTR(name), MP_OBJ_FROM_PTR(mp_globals_get()), mpwasm_locals(), fromlist, level };
    return mp_call_function_n_kw(import, MP_ARRAY_SIZE(args), 0, args);
}

// --- Global names ----------------------------------------------------------------------------------

// A built-in name, or a host function's, is looked for among the globals first, each time. So what was found is kept until a key is added to the
// globals, other globals are asked, or a program gives the built-ins others (mpwasm_forget_builtins).
static struct {
    qstr name;
    mp_obj_t value;
} builtins[32];

// In the order of upstream's mp_load_global.
static const mp_map_elem_t *find_builtin(qstr name) {
    mp_obj_dict_t *others = MP_STATE_VM(mp_module_builtins_override_dict);
    const mp_map_elem_t *found = others == NULL ? NULL : mp_map_lookup(&others->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return found != NULL ? found : mp_map_lookup((mp_map_t *)&mp_module_builtins_globals.map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
}

mp_obj_t mpwasm_load_global(qstr name) {
    mp_map_t *globals = &mp_globals_get()->map;
    size_t place = name % MP_ARRAY_SIZE(builtins);
    if (globals == mpwasm_asked_globals && builtins[place].name == name) {
        return builtins[place].value;
    }
    const mp_map_elem_t *found = mp_map_lookup(globals, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    if (found != NULL) {
        return found->value;
    }
    mp_obj_t own = own_builtins();
    if (own != MP_OBJ_NULL) {
        mp_obj_t value = ask(own, name, MP_OBJ_SENTINEL);
        if (value == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_NameError, MP_ERROR_TEXT("name '%q' is not defined"), name);
        }
        return value;
    }
    found = find_builtin(name);
    if (found == NULL) {
        return mp_load_global(name); // which says that there is none
    }
    if (globals != mpwasm_asked_globals) {
        memset(builtins, 0, sizeof(builtins));
        mpwasm_asked_globals = globals;
    }
    builtins[place].name = name;
    builtins[place].value = found->value;
    return found->value;
}

mp_obj_t mp_load_name(qstr name) {
    if (mp_locals_get() != mp_globals_get()) {
        mp_obj_t own = mpwasm_own_name(name);
        if (own != MP_OBJ_NULL) {
            return own;
        }
    }
    return mpwasm_load_global(name);
}

static MP_NOINLINE void store_item(mp_obj_t mapping, qstr name, mp_obj_t value) {
    mp_obj_subscr(mapping, MP_OBJ_NEW_QSTR(name), value);
}

void mp_store_name(qstr name, mp_obj_t value) {
    mp_obj_dict_t *locals = mp_locals_get();
    if (is_namespace(locals)) {
        store_item(((namespace_t *)locals)->mapping, name, value);
    } else {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(locals), MP_OBJ_NEW_QSTR(name), value);
    }
}

static void delete_from(mp_obj_dict_t *names, qstr name) {
    bool found;
    if (is_namespace(names)) {
        found = ask(((namespace_t *)names)->mapping, name, MP_OBJ_NULL) != MP_OBJ_NULL;
    } else if ((found = !names->map.is_fixed && mp_map_lookup(&names->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) != NULL)) {
        mp_obj_dict_delete(MP_OBJ_FROM_PTR(names), MP_OBJ_NEW_QSTR(name)); // which keeps nothing of the value
    }
    if (!found) {
        mp_raise_msg_varg(&mp_type_NameError, MP_ERROR_TEXT("name '%q' is not defined"), name);
    }
}

void mp_delete_name(qstr name) {
    delete_from(mp_locals_get(), name);
}

void mp_delete_global(qstr name) {
    delete_from(mp_globals_get(), name);
}
