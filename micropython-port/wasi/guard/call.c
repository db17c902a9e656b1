// Arguments by * and ** whose number changes.
//
// What upstream does wrong: a call f(*a, **k) asks all sequences for their lengths, reserves that much, and then copies the items of
// lists and dicts without another look, after the iterators among them have run Python code (py/runtime.c:840, 888 of 1.26.1). That
// may lengthen the lists and dicts. A __len__ may also be negative, or so large that the sum wraps around.
//
// Here whatever runs Python code becomes a list or dict first. py/runtime.c defines the functions under other names (sources.txt).

#include <alloca.h>
#include <string.h>

#include "py/objlist.h"
#include "py/runtime.h"

#include "guard/guard.h"

void mpwasm_unguarded_prepare_args(bool have_self, size_t n_args_n_kw, const mp_obj_t *args, mp_call_args_t *out);

#define MOST_ARGS ((size_t)1 << 24) // more than the pystack takes

static bool is_sequence(mp_obj_t value) {
    return mp_obj_is_type(value, &mp_type_tuple) || mp_obj_is_type(value, &mp_type_list);
}

static mp_obj_t dict_from_mapping(mp_obj_t mapping) {
    mp_obj_t dict = mp_obj_new_dict(0);
    mp_obj_t method[3];
    mp_load_method(mapping, MP_QSTR_keys, method);
    mp_obj_t keys = mp_getiter(mp_call_method_n_kw(0, 0, method), NULL);
    mp_obj_t key;
    while ((key = mp_iternext(keys)) != MP_OBJ_STOP_ITERATION) {
        if (!mp_obj_is_str(key)) {
            mp_raise_TypeError(MP_ERROR_TEXT("keywords must be strings"));
        }
        mp_load_method(mapping, MP_QSTR___getitem__, method);
        method[2] = key;
        mp_obj_dict_store(dict, key, mp_call_method_n_kw(1, 0, method));
    }
    return dict;
}

// Whether an argument by * or ** runs Python code when it is taken apart.
static bool is_active(const mp_obj_t *args, size_t n_args, size_t n_kw, mp_uint_t stars) {
    for (size_t i = 0; i < n_args; i++) {
        if ((stars >> i & 1) && !is_sequence(args[i])) {
            return true;
        }
    }
    for (const mp_obj_t *kw = args + n_args; kw < args + n_args + 2 * n_kw; kw += 2) {
        if (kw[0] == MP_OBJ_NULL && !mp_obj_is_type(kw[1], &mp_type_dict)) {
            return true;
        }
    }
    return false;
}

static void make_inert(mp_obj_t *args, size_t n_args, size_t n_kw, mp_uint_t stars) {
    for (size_t i = 0; i < n_args; i++) {
        if ((stars >> i & 1) && !is_sequence(args[i])) {
            args[i] = mp_obj_list_make_new(&mp_type_list, 1, 0, &args[i]);
        }
    }
    for (mp_obj_t *kw = args + n_args; kw < args + n_args + 2 * n_kw; kw += 2) {
        if (kw[0] == MP_OBJ_NULL && !mp_obj_is_type(kw[1], &mp_type_dict)) {
            kw[1] = dict_from_mapping(kw[1]);
        }
    }
}

static void check_number(const mp_obj_t *args, size_t n_args, mp_uint_t stars) {
    size_t number = 0;
    for (size_t i = 0; i < n_args; i++) {
        if (stars >> i & 1) {
            number += MP_OBJ_SMALL_INT_VALUE(mp_obj_len(args[i]));
        }
        if (number > MOST_ARGS) {
            mp_raise_recursion_depth();
        }
    }
}

void mp_call_prepare_args_n_kw_var(bool have_self, size_t n_args_n_kw, const mp_obj_t *args, mp_call_args_t *out) {
    size_t n_args = n_args_n_kw & 0xff, n_kw = n_args_n_kw >> 8 & 0xff;
    size_t head = have_self ? 2 : 1, count = head + n_args + 2 * n_kw;
    mp_uint_t stars = MP_OBJ_SMALL_INT_VALUE(args[count]);
    if (is_active(args + head, n_args, n_kw, stars)) {
        mp_obj_t *inert = alloca((count + 1) * sizeof(mp_obj_t));
        args = memcpy(inert, args, (count + 1) * sizeof(mp_obj_t));
        make_inert(inert + head, n_args, n_kw, stars);
    }
    check_number(args + head, n_args, stars);
    mpwasm_unguarded_prepare_args(have_self, n_args_n_kw, args, out);
}

mp_obj_t mp_call_method_n_kw_var(bool have_self, size_t n_args_n_kw, const mp_obj_t *args) {
    mp_call_args_t prepared;
    mp_call_prepare_args_n_kw_var(have_self, n_args_n_kw, args, &prepared);
    mp_obj_t result = mp_call_function_n_kw(prepared.fun, prepared.n_args, prepared.n_kw, prepared.args);
    mp_nonlocal_free(prepared.args, prepared.n_alloc * sizeof(mp_obj_t));
    return result;
}
