// Names like one that was not found, by CPython's rule (Lib/traceback.py, _compute_suggestion_error): letters that are moved, added or taken away cost 2, another
// case 1, and no more than a third of both names may change. The place is looked at when the exception is printed.

#include <string.h>

#include "py/builtin.h"
#include "py/frozenmod.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/errors/errors.h"
#include "language/errors/print.h"

#define LONGEST (40) // names that are compared
#define MOST (750)   // names that are looked at

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static unsigned cost(char a, char b) {
    return a == b ? 0 : lower(a) == lower(b) ? 1 : 2;
}

// What it costs to make one name of the other.
static unsigned distance(const char *a, size_t a_len, const char *b, size_t b_len) {
    uint8_t row[LONGEST + 1];
    for (size_t j = 0; j <= b_len; j++) {
        row[j] = 2 * j;
    }
    for (size_t i = 0; i < a_len; i++) {
        unsigned diagonal = row[0];
        row[0] = 2 * (i + 1);
        for (size_t j = 0; j < b_len; j++) {
            unsigned substituted = diagonal + cost(a[i], b[j]), moved = MIN(row[j], row[j + 1]) + 2;
            diagonal = row[j + 1];
            row[j + 1] = MIN(substituted, moved);
        }
    }
    return row[b_len];
}

typedef struct {
    const char *wrong;
    size_t wrong_len;
    qstr best;
    unsigned best_distance;
    size_t looked_at;
} search_t;

static void consider(search_t *search, qstr name) {
    size_t len = strlen(qstr_str(name));
    if (len == 0 || len > LONGEST || strcmp(qstr_str(name), search->wrong) == 0 || search->looked_at++ > MOST) {
        return;
    }
    unsigned most = (search->wrong_len + len + 3) * 2 / 6, is = distance(search->wrong, search->wrong_len, qstr_str(name), len);
    if (is <= most && (search->best == MP_QSTRnull || is < search->best_distance)) {
        search->best = name;
        search->best_distance = is;
    }
}

static void consider_dict(search_t *search, const mp_map_t *map) {
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_qstr(map->table[i].key)) {
            consider(search, MP_OBJ_QSTR_VALUE(map->table[i].key));
        }
    }
}

static void consider_attributes(search_t *search, mp_obj_t object) {
    size_t count;
    mp_obj_t *names, list = mpwasm_dir(object);
    mp_obj_get_array(list, &count, &names);
    for (size_t i = 0; i < count; i++) {
        if (mp_obj_is_str(names[i]) && (search->wrong[0] == '_' || mp_obj_str_get_str(names[i])[0] != '_')) {
            consider(search, mp_obj_str_get_qstr(names[i]));
        }
    }
}

// The frame in which it was raised, or NULL. outer: that, or the function's around comprehensions.
static const traceback_t *innermost(const mp_obj_exception_t *exception, const traceback_t **outer) {
    const traceback_t *at = NULL;
    for (mp_obj_t next = exception->traceback; next != MP_OBJ_NULL; next = at->next) {
        at = MP_OBJ_TO_PTR(next);
        if (!mpwasm_is_comprehension(at->function)) {
            *outer = at;
        }
    }
    return at;
}

// Whether the name is one of an attribute of what the frame has under the name self.
static bool is_own_attribute(const traceback_t *at, qstr wrong) {
    const mp_obj_tuple_t *left = at == NULL ? NULL : mpwasm_state_left(at);
    mp_obj_t variables = left == NULL ? MP_OBJ_NULL : mpwasm_variables_left(at->function, left), dest[2];
    mp_map_elem_t *self = variables == MP_OBJ_NULL ? NULL : mp_map_lookup(mp_obj_dict_get_map(variables), MP_OBJ_NEW_QSTR(MP_QSTR_self), MP_MAP_LOOKUP);
    if (self == NULL) {
        return false;
    }
    mp_load_method_protected(self->value, wrong, dest, false);
    return dest[0] != MP_OBJ_NULL;
}

static void consider_variables(search_t *search, const mp_obj_fun_bc_t *function) {
    qstr name;
    for (size_t i = 0; i < 128 && (name = mpwasm_local_name(function, i)) != MP_QSTRnull; i++) {
        consider(search, name);
    }
}

// The function in which it was raised: its variables, its module's, and the built-in ones.
static void consider_names(search_t *search, const traceback_t *at, const traceback_t *outer) {
    const mp_obj_fun_bc_t *function = at->function;
    consider_variables(search, function);
    if (outer != NULL && outer != at) {
        consider_variables(search, outer->function);
    }
    consider_dict(search, &function->context->module.globals->map);
    consider_dict(search, &mp_module_builtins.globals->map);
    consider(search, MP_QSTR_True);
    consider(search, MP_QSTR_False);
    consider(search, MP_QSTR_None);
}

qstr mpwasm_most_like(const char *wrong, size_t count, const uint16_t *among, size_t step) {
    search_t search = { wrong, strlen(wrong), MP_QSTRnull, 0, 0 };
    for (size_t i = 0; i < count && search.wrong_len <= LONGEST; i++) {
        consider(&search, among[i * step]);
    }
    return search.best;
}

static bool is_module(const char *name) {
    #if MICROPY_MODULE_FROZEN
    static const char *const ends[] = { "%s.py", "%s/__init__.py" };
    for (size_t i = 0; i < MP_ARRAY_SIZE(ends); i++) {
        vstr_t path;
        int kind;
        void *data;
        vstr_init(&path, LONGEST);
        vstr_printf(&path, ends[i], name);
        if (mp_find_frozen_module(vstr_null_terminated_str(&path), &kind, &data) == MP_IMPORT_STAT_FILE) {
            return true;
        }
    }
    #endif
    mp_obj_t key = MP_OBJ_NEW_QSTR(qstr_from_str(name));
    return mp_map_lookup((mp_map_t *)&mp_builtin_module_map, key, MP_MAP_LOOKUP) != NULL
           || mp_map_lookup((mp_map_t *)&mp_builtin_extensible_module_map, key, MP_MAP_LOOKUP) != NULL;
}

static void search_and_print(const mp_print_t *print, const mp_obj_exception_t *exception) {
    bool is_name = mpwasm_exception_is(exception, &mp_type_NameError), is_import = mpwasm_exception_is(exception, &mp_type_ImportError);
    mp_obj_t wrong = mpwasm_field_load(exception, is_import ? MP_QSTR_name_from : MP_QSTR_name);
    if (wrong == MP_OBJ_NULL || !mp_obj_is_str(wrong)) {
        return;
    }
    search_t search = { mp_obj_str_get_str(wrong), strlen(mp_obj_str_get_str(wrong)), MP_QSTRnull, 0, 0 };
    if (search.wrong_len == 0 || search.wrong_len > LONGEST) {
        return;
    }
    const traceback_t *outer = NULL, *at = innermost(exception, &outer);
    bool own = is_name && is_own_attribute(outer, mp_obj_str_get_qstr(wrong));
    if (own) {
        search.best = mp_obj_str_get_qstr(wrong);
    } else if (is_name && at != NULL) {
        consider_names(&search, at, outer);
    } else if (is_import) {
        mp_map_elem_t *module = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map, mpwasm_field_load(exception, MP_QSTR_name), MP_MAP_LOOKUP);
        mp_obj_t built_in = module != NULL || !mp_obj_is_str(mpwasm_field_load(exception, MP_QSTR_name)) ? MP_OBJ_NULL
            : mp_module_get_builtin(mp_obj_str_get_qstr(mpwasm_field_load(exception, MP_QSTR_name)), false);
        if (module != NULL || built_in != MP_OBJ_NULL) {
            consider_attributes(&search, module != NULL ? module->value : built_in);
        }
    } else if (!is_name && exception->fields != NULL && exception->fields[1] != MP_OBJ_NULL) { // AttributeError.obj
        consider_attributes(&search, exception->fields[1]);
    }
    bool forgotten = is_name && is_module(search.wrong);
    if (search.best != MP_QSTRnull) {
        mp_printf(print, ". Did you mean: '%s%q'?", own ? "self." : "", search.best);
    }
    if (forgotten) {
        mp_printf(print, search.best != MP_QSTRnull ? " Or did you forget to import '%s'?" : ". Did you forget to import '%s'?", search.wrong);
    }
}

// What it runs (a __dir__) may raise: then there is no suggestion, as in CPython.
void mpwasm_print_suggestion(const mp_print_t *print, mp_obj_t object) {
    const mp_obj_exception_t *exception = mpwasm_exception_maybe(object);
    if (exception == NULL || (!mpwasm_exception_is(exception, &mp_type_NameError) && !mpwasm_exception_is(exception, &mp_type_AttributeError)
        && !mpwasm_exception_is(exception, &mp_type_ImportError))) {
        return;
    }
    vstr_t text;
    mp_print_t to;
    vstr_init_print(&text, 32, &to);
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        search_and_print(&to, exception);
        nlr_pop();
    } else if (mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_MemoryError))) {
        nlr_jump(nlr.ret_val);
    } else {
        return;
    }
    print->print_strn(print->data, text.buf, text.len);
}
