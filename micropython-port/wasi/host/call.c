// Calls of what programs defined, by the host.
//
// A name is looked up as a program would: its first part among the names of __main__, the others as attributes. What
// __main__ does not have may be a module that was imported elsewhere: then as many parts as name one of sys.modules go first.

#include <string.h>

#include "py/runtime.h"

#include "host/call.h"
#include "host/handle.h"
#include "host/value.h"

mp_obj_t mpwasm_find_named(const mp_map_t *map, const char *name, size_t len) {
    qstr q = qstr_find_strn(name, len);
    mp_map_elem_t *found = q == MP_QSTRnull ? NULL : mp_map_lookup((mp_map_t *)map, MP_OBJ_NEW_QSTR(q), MP_MAP_LOOKUP);
    return found == NULL ? MP_OBJ_NULL : found->value;
}

static const char *end_of_part(const char *from, const char *end) {
    const char *dot = memchr(from, '.', end - from);
    return dot == NULL ? end : dot;
}

// Returns the longest module that the name begins with, and where its name ends; or MP_OBJ_NULL.
static mp_obj_t find_module(const char *name, const char *end, const char **rest) {
    mp_obj_t module = MP_OBJ_NULL;
    for (const char *dot = end_of_part(name, end); dot < end; dot = end_of_part(dot + 1, end)) {
        mp_obj_t found = mpwasm_find_named(&MP_STATE_VM(mp_loaded_modules_dict).map, name, dot - name);
        if (found != MP_OBJ_NULL) {
            module = found;
            *rest = dot;
        }
    }
    return module;
}

static mp_obj_t find(const char *name, const char *end) {
    const char *rest = end_of_part(name, end);
    mp_obj_t object = mpwasm_find_named(&MP_STATE_VM(dict_main).map, name, rest - name);
    if (object == MP_OBJ_NULL) {
        object = find_module(name, end, &rest);
    }
    if (object == MP_OBJ_NULL) {
        object = mp_load_global(qstr_from_strn(name, rest - name)); // a built-in one, or a NameError
    }
    while (rest < end) {
        const char *part = rest + 1;
        rest = end_of_part(part, end);
        object = mp_load_attr(object, qstr_from_strn(part, rest - part));
    }
    return object;
}

static mp_obj_t call(mp_obj_t function, mpwasm_cbor_t *in) {
    size_t n_args = mpwasm_cbor_take_array(in);
    // The list keeps what is decoded where the collector finds it, and is what grows when the keywords are known.
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (size_t i = 0; i < n_args; i++) {
        mp_obj_list_append(list, mpwasm_value_decode(in));
    }
    size_t n_kw = mpwasm_cbor_take_map(in);
    for (size_t i = 0; i < n_kw; i++) {
        size_t len;
        const char *name = mpwasm_cbor_take_text(in, &len);
        mp_obj_list_append(list, MP_OBJ_NEW_QSTR(qstr_from_strn(name, len)));
        mp_obj_list_append(list, mpwasm_value_decode(in));
    }
    mpwasm_cbor_end(in);
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    if (function != MP_OBJ_NULL) {
        return mp_call_function_n_kw(function, n_args, n_kw, items);
    }
    if (n_args == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed value from the host"));
    }
    return mp_call_function_n_kw(items[0], n_args - 1, n_kw, items + 1);
}

mp_obj_t mpwasm_call_decoded(const char *name, size_t len, mpwasm_cbor_t *in) {
    bool is_operation = len > 0 && name[0] == '#';
    return call(is_operation ? mpwasm_handle_operation(name + 1, len - 1) : find(name, name + len), in);
}

mp_obj_t mpwasm_call_by_name(const char *name, size_t name_len, const void *arguments, size_t len) {
    mpwasm_cbor_t in = { arguments, (const byte *)arguments + len };
    if (mpwasm_cbor_take_array(&in) != 2) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed value from the host"));
    }
    return mpwasm_call_decoded(name, name_len, &in);
}
