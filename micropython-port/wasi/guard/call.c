// Arguments by * and **: what a call gets.
//
// What upstream does wrong: a call f(*a, **k) asks all sequences for their lengths, reserves that much, and then copies the items of
// lists and dicts without another look, after the iterators among them have run Python code (py/runtime.c:840, 888 of 1.26.1). That
// may lengthen the lists and dicts. A __len__ may also be negative, or so large that the sum wraps around. A keyword that comes
// twice is taken twice.
//
// Here whatever runs Python code becomes a list or dict first, and the rest is counted and copied. py/runtime.c defines the functions
// under other names (sources.txt), which nothing calls.

#include <alloca.h>
#include <string.h>

#include "py/objlist.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/bind.h"
#include "language/function.h"
#include "language/helper.h"

#define MOST_ARGS ((size_t)1 << 24) // more than the pystack takes

// A call as it stands on the stack: positional arguments, of which some have a star (a bit each in stars), then keywords with their
// values. In place of a keyword stands MP_OBJ_NULL where the value has two stars.
typedef struct {
    mp_obj_t fun, self;
    size_t n_args, n_kw;
    mp_uint_t stars;
    mp_obj_t *args, *kw;
} call_t;

static MP_NORETURN void raise_about(mp_obj_t fun, const char *problem, mp_obj_t value, bool typed) {
    vstr_t message;
    mp_print_t print;
    vstr_init_print(&message, 64, &print);
    mpwasm_print_callee(&print, fun);
    if (typed) {
        mp_printf(&print, " %s, not %s", problem, mp_obj_get_type_str(value));
    } else {
        mp_printf(&print, " %s '%s'", problem, mp_obj_str_get_str(value));
    }
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_TypeError, mp_obj_new_str_from_utf8_vstr(&message)));
}

static bool is_sequence(mp_obj_t value) {
    return mp_obj_is_type(value, &mp_type_tuple) || mp_obj_is_type(value, &mp_type_list);
}

static mp_obj_t list_from_iterable(const call_t *call, mp_obj_t iterable) {
    if (!mpwasm_is_iterable(iterable)) {
        if (call->n_args == 1) {
            raise_about(call->fun, "argument after * must be an iterable", iterable, true);
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Value after * must be an iterable, not %s"), mp_obj_get_type_str(iterable));
    }
    return mp_obj_list_make_new(&mp_type_list, 1, 0, &iterable);
}

static mp_obj_t dict_from_mapping(const call_t *call, mp_obj_t mapping) {
    mp_obj_t dict = mp_obj_new_dict(0);
    mp_obj_t method[3];
    mp_load_method_maybe(mapping, MP_QSTR_keys, method);
    if (method[0] == MP_OBJ_NULL) {
        raise_about(call->fun, "argument after ** must be a mapping", mapping, true);
    }
    mp_obj_t keys = mp_getiter(mp_call_method_n_kw(0, 0, method), NULL);
    mp_obj_t key;
    while ((key = mp_iternext(keys)) != MP_OBJ_STOP_ITERATION) {
        mp_load_method(mapping, MP_QSTR___getitem__, method);
        method[2] = key;
        mp_obj_dict_store(dict, key, mp_call_method_n_kw(1, 0, method));
    }
    return dict;
}

// Makes lists and dicts of what runs Python code when it is taken apart.
static void make_inert(call_t *call) {
    for (size_t i = 0; i < call->n_args; i++) {
        if ((call->stars >> i & 1) && !is_sequence(call->args[i])) {
            call->args[i] = list_from_iterable(call, call->args[i]);
        }
    }
    for (mp_obj_t *kw = call->kw; kw < call->kw + 2 * call->n_kw; kw += 2) {
        if (kw[0] == MP_OBJ_NULL && !mp_obj_is_type(kw[1], &mp_type_dict)) {
            kw[1] = dict_from_mapping(call, kw[1]);
        }
    }
}

static size_t count_positional(const call_t *call) {
    size_t number = call->self != MP_OBJ_NULL;
    for (size_t i = 0; i < call->n_args; i++) {
        number += call->stars >> i & 1 ? (size_t)MP_OBJ_SMALL_INT_VALUE(mp_obj_len(call->args[i])) : 1;
        if (number > MOST_ARGS) {
            mp_raise_recursion_depth();
        }
    }
    return number;
}

static size_t count_keywords(const call_t *call) {
    size_t number = 0;
    for (size_t i = 0; i < call->n_kw; i++) {
        number += call->kw[2 * i] == MP_OBJ_NULL ? mp_obj_dict_len(call->kw[2 * i + 1]) : 1;
        if (number > MOST_ARGS) {
            mp_raise_recursion_depth();
        }
    }
    return number;
}

static void copy_positional(const call_t *call, mp_obj_t *out) {
    if (call->self != MP_OBJ_NULL) {
        *out++ = call->self;
    }
    for (size_t i = 0; i < call->n_args; i++) {
        size_t length = 1;
        mp_obj_t *items = &call->args[i];
        if (call->stars >> i & 1) {
            mp_obj_get_array(call->args[i], &length, &items);
        }
        memcpy(out, items, length * sizeof(*out));
        out += length;
    }
}

static void copy_keywords(const call_t *call, mp_obj_t *out) {
    mp_map_t seen;
    mp_map_init(&seen, 0);
    for (mp_obj_t *kw = call->kw; kw < call->kw + 2 * call->n_kw; kw += 2) {
        mp_map_elem_t single = { kw[0], kw[1] };
        mp_map_t one = { .used = 1, .alloc = 1, .table = &single }, *from = kw[0] == MP_OBJ_NULL ? mp_obj_dict_get_map(kw[1]) : &one;
        for (size_t i = 0; i < from->alloc; i++) {
            if (!mp_map_slot_is_filled(from, i)) {
                continue;
            }
            if (!mp_obj_is_str(from->table[i].key)) {
                mp_raise_TypeError(MP_ERROR_TEXT("keywords must be strings"));
            }
            out[0] = mp_obj_str_intern_checked(from->table[i].key); // parameters are found by their qstrs
            out[1] = from->table[i].value;
            if (call->n_kw > 1) {
                mp_map_elem_t *before = mp_map_lookup(&seen, out[0], MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
                if (before->value != MP_OBJ_NULL) {
                    raise_about(call->fun, "got multiple values for keyword argument", out[0], false);
                }
                before->value = mp_const_none;
            }
            out += 2;
        }
    }
    mp_map_deinit(&seen);
}

const mp_obj_t *mpwasm_prepared_args;

void mp_call_prepare_args_n_kw_var(bool have_self, size_t n_args_n_kw, const mp_obj_t *args, mp_call_args_t *out) {
    call_t call = { .fun = args[0], .self = have_self ? args[1] : MP_OBJ_NULL, .n_args = n_args_n_kw & 0xff, .n_kw = n_args_n_kw >> 8 & 0xff };
    size_t head = have_self ? 2 : 1, count = call.n_args + 2 * call.n_kw;
    call.stars = MP_OBJ_SMALL_INT_VALUE(args[head + count]);
    mp_obj_t *inert = alloca((count + 1) * sizeof(mp_obj_t));
    call.args = memcpy(inert, args + head, count * sizeof(mp_obj_t));
    call.kw = call.args + call.n_args;
    make_inert(&call);

    size_t n_args = count_positional(&call), n_kw = count_keywords(&call);
    out->fun = call.fun;
    out->n_args = n_args;
    out->n_kw = n_kw;
    out->n_alloc = n_args + 2 * n_kw;
    out->args = mp_nonlocal_alloc((out->n_alloc + 1) * sizeof(mp_obj_t));
    copy_positional(&call, out->args);
    copy_keywords(&call, out->args + n_args);
    mpwasm_prepared_args = out->args;
}

mp_obj_t mp_call_method_n_kw_var(bool have_self, size_t n_args_n_kw, const mp_obj_t *args) {
    mp_call_args_t prepared;
    mp_call_prepare_args_n_kw_var(have_self, n_args_n_kw, args, &prepared);
    mpwasm_prepared_args = NULL;
    mp_obj_t result = mp_call_function_n_kw(prepared.fun, prepared.n_args, prepared.n_kw, prepared.args);
    mp_nonlocal_free(prepared.args, prepared.n_alloc * sizeof(mp_obj_t));
    return result;
}
