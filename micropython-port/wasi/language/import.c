// Imports of what is no module: a program puts whatever it likes into sys.modules, or replaces __import__.
//
// What upstream does wrong: "from x import *" and "import a.b" take the object for a module and read its globals from behind the object
// (py/runtime.c:1610, py/builtinimport.c:422, 451 of 1.26.1). Here such an object is asked for its attributes, as CPython does.

#include <string.h>

#include "py/builtin.h"
#include "py/compile.h"
#include "py/frozenmod.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/hierarchy.h"
#include "language/frozen.h"
#include "language/module.h"
#include "library/sys/sys.h"

// A program may assign it.
#undef mp_sys_path
#define mp_sys_path mpwasm_sys_path()

// Upstream's definition gets another name, its call does not: the first argument tells them apart.
#define process_import_at_level(name, ...) IMPORT_##name, __VA_ARGS__)
#define IMPORT_qstr upstream_import_at_level(qstr
#define IMPORT_full_mod_name import_at_level(full_mod_name
#define mp_obj_new_module(...) new_module(__VA_ARGS__)

// What upstream raises with one argument is that a module is not there; without one, that nothing is above the module that imports.
#define mp_raise_msg_varg(type, text, name) raise_no_module(name)
#define mp_raise_msg(type, text) raise_nothing_above()

// A package's __path__ is a list, which upstream wants to be a text.
#define mp_store_attr(module, name, value) store_attr(module, name, value)
#define mp_obj_str_get_str(path) first_path(path)

// Modules from files know where they come from before they run.
#define mp_parse_compile_execute(lexer, kind, globals, locals) run_file(lexer, globals)

static MP_NORETURN void raise_no_module(qstr name);
static MP_NORETURN void raise_nothing_above(void);
static void (store_attr)(mp_obj_t module, qstr name, mp_obj_t value);
static const char *first_path(mp_obj_t path);
static void run_file(mp_lexer_t *lexer, mp_obj_dict_t *globals);
static mp_obj_t import_at_level(qstr full_name, qstr level_name, mp_obj_t outer, bool override_main);
static mp_obj_t (new_module)(qstr name);

#if MICROPY_MODULE_FROZEN_MPY
#define mp_find_frozen_module find_frozen
static mp_import_stat_t find_frozen(const char *name, int *kind, void **data);
#endif

#include "py/builtinimport.c"

#undef mp_find_frozen_module
#undef process_import_at_level
#undef mp_obj_new_module
#undef mp_raise_msg_varg
#undef mp_raise_msg
#undef mp_store_attr
#undef mp_obj_str_get_str
#undef mp_parse_compile_execute

static void (store_attr)(mp_obj_t module, qstr name, mp_obj_t value) {
    mp_store_attr(module, name, name == MP_QSTR___path__ ? mp_obj_new_list(1, &value) : value);
}

// A program may have put anything in its place.
static const char *first_path(mp_obj_t path) {
    if (mp_obj_is_str(path)) {
        return mp_obj_str_get_str(path);
    }
    mp_obj_t iterator = mp_getiter(path, NULL), first = mp_iternext(iterator);
    return first == MP_OBJ_STOP_ITERATION ? "" : mp_obj_str_get_str(first);
}

#if MICROPY_MODULE_FROZEN_MPY
// Also where sys.path does not name the library any more.
mp_obj_t mpwasm_module_origins(void) {
    qstr name = MP_QSTR__frozen_importlib;
    mp_map_elem_t *loaded = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    if (loaded != NULL) {
        return loaded->value;
    }
    vstr_t path;
    vstr_init(&path, 32);
    vstr_printf(&path, "%s%q.py", MP_FROZEN_PATH_PREFIX, name);
    mp_obj_t module = new_module(name);
    nlr_jump_callback_node_unregister_module_t context = { .name = name };
    nlr_push_jump_callback(&context.callback, unregister_module_from_nlr_jump_callback);
    do_load(MP_OBJ_TO_PTR(module), &path);
    nlr_pop_jump_callback(false);
    return module;
}
#endif

static void run_file(mp_lexer_t *lexer, mp_obj_dict_t *globals) {
    mp_obj_dict_store(MP_OBJ_FROM_PTR(globals), MP_OBJ_NEW_QSTR(MP_QSTR___package__), mpwasm_module_package(globals));
    #if MICROPY_MODULE_FROZEN_MPY
    mp_obj_t args[3];
    mp_load_method(mpwasm_module_origins(), MP_QSTR_tell, args);
    args[2] = MP_OBJ_FROM_PTR(globals);
    mp_call_method_n_kw(1, 0, args);
    #endif
    mp_parse_compile_execute(lexer, MP_PARSE_FILE_INPUT, globals, globals);
}

static MP_NORETURN void raise_nothing_above(void) {
    mp_obj_t package = mpwasm_module_package(mp_globals_get());
    mp_raise_msg(&mp_type_ImportError, package == mp_const_none || package == MP_OBJ_NEW_QSTR(MP_QSTR_)
        ? MP_ERROR_TEXT("attempted relative import with no known parent package") : MP_ERROR_TEXT("attempted relative import beyond top-level package"));
}

#if MICROPY_MODULE_FROZEN_MPY
static mp_import_stat_t find_frozen(const char *name, int *kind, void **data) {
    mp_import_stat_t stat = mp_find_frozen_module(name, kind, data);
    if (data != NULL && *kind == MP_FROZEN_MPY) {
        *data = (void *)mpwasm_frozen_load(*data);
    }
    return stat;
}
#endif

// What programs import most that cannot be here, and what there is instead.
static const char *const absent[][2] = {
    { "numpy", "use lists, math and statistics" }, { "pandas", "use csv, collections and statistics" },
    { "scipy", "use math and statistics" }, { "matplotlib", "print the numbers" },
    { "requests", "there is no network; ask for a function of the host" }, { "socket", "there is no network" },
    { "select", "there is no network" }, { "ssl", "there is no network" },
    { "subprocess", "there are no processes" }, { "multiprocessing", "there are no processes" },
    { "ctypes", "there is no native code" }, { "sqlite3", "use dict, json or csv" }, { "tkinter", "there is no screen" },
    { "yaml", "use json" }, { "bs4", "use re" },
};

static MP_NORETURN void raise_no_package(qstr name, size_t length) {
    mp_obj_t fields[2] = { MP_OBJ_NULL, MP_OBJ_NEW_QSTR(name) };
    nlr_raise(mpwasm_with_fields(mp_obj_new_exception_msg_varg(&mp_type_ModuleNotFoundError,
        MP_ERROR_TEXT("No module named '%q'; '%.*s' is not a package"), name, (int)length, qstr_str(name)), 2, fields));
}

static MP_NORETURN void raise_no_module(qstr name) {
    const char *instead = NULL;
    for (size_t i = 0; i < MP_ARRAY_SIZE(absent); i++) {
        if (strcmp(qstr_str(name), absent[i][0]) == 0) {
            instead = absent[i][1];
        }
    }
    mp_obj_t fields[2] = { MP_OBJ_NULL, MP_OBJ_NEW_QSTR(name) };
    const char *dot = strrchr(qstr_str(name), '.');
    if (dot != NULL && mp_module_get_builtin(qstr_from_strn(qstr_str(name), dot - qstr_str(name)), false) != MP_OBJ_NULL) { // a module in C
        raise_no_package(name, dot - qstr_str(name));
    }
    nlr_raise(mpwasm_with_fields(mp_obj_new_exception_msg_varg(&mp_type_ModuleNotFoundError, MP_ERROR_TEXT("No module named '%q'%s%s%s"), name,
        instead == NULL ? "" : " (this sandbox has none: ", instead == NULL ? "" : instead, instead == NULL ? "" : ")"), 2, fields));
}

// A module of this name that is loaded, and is no module, cannot be loaded into.
static mp_obj_t new_module(qstr name) {
    mp_obj_t module = mp_obj_new_module(name);
    if (!mp_obj_is_type(module, &mp_type_module)) {
        raise_no_module(name);
    }
    return module;
}

// A module that cannot have modules in it. Those in C have what upstream finds in them.
static bool is_no_package(mp_obj_t module) {
    if (((mp_obj_module_t *)MP_OBJ_TO_PTR(module))->globals->map.is_fixed) {
        return false;
    }
    mp_obj_t path[2];
    mp_load_method_protected(module, MP_QSTR___path__, path, false); // a module's __getattr__ may raise AttributeError
    return path[0] == MP_OBJ_NULL;
}

static mp_obj_t import_at_level(qstr full_name, qstr level_name, mp_obj_t outer, bool override_main) {
    mp_map_elem_t *loaded = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map, MP_OBJ_NEW_QSTR(full_name), MP_MAP_LOOKUP);
    bool is_module = outer != MP_OBJ_NULL && mp_obj_is_type(outer, &mp_type_module);
    const char *text = qstr_str(level_name);
    if (loaded == NULL && (*text == 0 || *text == '.' || strchr(text, '/') != NULL || strlen(text) != qstr_len(level_name))) {
        raise_no_module(full_name); // upstream asks for the file or folder that is named by the path, or by what stands before a NUL
    }
    if (is_module && loaded == NULL && is_no_package(outer)) {
        raise_no_package(full_name, qstr_len(full_name) - qstr_len(level_name) - 1);
    }
    if (outer == MP_OBJ_NULL || is_module) {
        mp_obj_t module = upstream_import_at_level(full_name, level_name, outer, override_main);
        if (outer == MP_OBJ_NULL && loaded == NULL) { // sys.modules has modules in C, too
            mp_map_elem_t *entry = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map, MP_OBJ_NEW_QSTR(full_name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
            entry->value = entry->value == MP_OBJ_NULL ? module : entry->value;
        }
        return module;
    }
    if (loaded == NULL) {
        raise_no_module(full_name);
    }
    return loaded->value;
}

static MP_NORETURN void raise_no_name(mp_obj_t module, mp_obj_t module_name, qstr name) {
    bool named = module_name != MP_OBJ_NULL && mp_obj_is_str(module_name);
    mp_obj_t file[2], fields[4] = { MP_OBJ_NULL, module_name, MP_OBJ_NULL, MP_OBJ_NEW_QSTR(name) };
    mp_load_method_protected(module, MP_QSTR___file__, file, false);
    bool has_file = file[0] != MP_OBJ_NULL && mp_obj_is_str(file[0]);
    fields[2] = has_file ? file[0] : MP_OBJ_NULL;
    nlr_raise(mpwasm_with_fields(mp_obj_new_exception_msg_varg(&mp_type_ImportError, MP_ERROR_TEXT("cannot import name '%q' from '%s' (%s)"), name,
        named ? mp_obj_str_get_str(module_name) : "<unknown module name>", has_file ? mp_obj_str_get_str(file[0]) : "unknown location"), 4, fields));
}

mp_obj_t mp_import_from(mp_obj_t module, qstr name) {
    mp_obj_t dest[2];
    mp_load_method_protected(module, name, dest, false); // a module's __getattr__ may raise AttributeError
    if (dest[0] != MP_OBJ_NULL) {
        return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
    }
    // A package has submodules that were not imported yet.
    mp_load_method_protected(module, MP_QSTR___path__, dest, false);
    bool is_package = dest[0] != MP_OBJ_NULL;
    mp_load_method_maybe(module, MP_QSTR___name__, dest);
    if (!is_package || dest[0] == MP_OBJ_NULL || !mp_obj_is_str(dest[0])) {
        raise_no_name(module, dest[0], name);
    }
    vstr_t path;
    vstr_init(&path, 32);
    vstr_printf(&path, "%s.%q", mp_obj_str_get_str(dest[0]), name);
    mp_obj_t full_name = MP_OBJ_NEW_QSTR(qstr_from_strn(path.buf, path.len));
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t found = mp_import_name(MP_OBJ_QSTR_VALUE(full_name), mp_const_true, MP_OBJ_NEW_SMALL_INT(0));
        nlr_pop();
        return found;
    }
    const mp_obj_exception_t *native = mpwasm_exception_maybe(MP_OBJ_FROM_PTR(nlr.ret_val));
    if (native != NULL && mpwasm_exception_is(native, &mp_type_ModuleNotFoundError) && mpwasm_field_load(native, MP_QSTR_name) == full_name) {
        raise_no_name(module, dest[0], name);
    }
    nlr_jump(nlr.ret_val);
}

// Whether an object has a __dict__ that is empty unless the program fills it.
static bool is_function(mp_obj_t object) {
    return mp_obj_is_type(object, &mp_type_fun_bc) || mp_obj_is_type(object, &mp_type_gen_wrap);
}

static mp_obj_t attribute_or_null(mp_obj_t object, qstr name) {
    mp_obj_t dest[2];
    mp_load_method_maybe(object, name, dest);
    return dest[0];
}

// The names are collected first: what runs for one of them may change the namespace.
void mp_import_all(mp_obj_t module) {
    mp_obj_t names = attribute_or_null(module, MP_QSTR___all__);
    bool has_all = names != MP_OBJ_NULL;
    if (!has_all) {
        names = attribute_or_null(module, MP_QSTR___dict__);
        if (names == MP_OBJ_NULL) {
            if (is_function(module)) {
                return;
            }
            mp_raise_msg(&mp_type_ImportError, MP_ERROR_TEXT("from-import-* object has no __dict__ and no __all__"));
        }
    }
    names = mp_obj_list_make_new(&mp_type_list, 1, 0, &names);
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(names, &len, &items);
    for (size_t i = 0; i < len; i++) {
        if (!mp_obj_is_str(items[i])) {
            mp_raise_TypeError(MP_ERROR_TEXT("names to import must be strings"));
        }
        qstr name = mp_obj_str_get_qstr(items[i]);
        if (has_all || qstr_str(name)[0] != '_') {
            mp_store_name(name, mp_load_attr(module, name));
        }
    }
}
