// Keywords for built-in functions that take their arguments by place; iter with a sentinel, aiter, anext, vars, breakpoint.
//
// Upstream's functions of this kind refuse all keywords. A table has the parameters' names of those that take some in Python; the call
// finds them by the function (language/function.c).

#include <string.h>

#include "py/builtin.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "language/iterator_state.h"
#include "language/errors/arguments.h"
#include "language/function.h"
#include "language/keywords.h"
#include "language/namespace.h"
#include "language/resume.h"

typedef struct {
    const void *function;
    const char *names; // of all parameters, with spaces; "/" for one that has none
} names_t;

static const names_t table[] = {
    { &mp_builtin_sum_obj, "/ start" },
    { &mp_builtin_round_obj, "number ndigits" },
    { &mp_builtin_pow_obj, "base exp mod" },
    { &mp_builtin___import___obj, "name globals locals fromlist level" },
};

#define MOST_PARAMETERS (5)

const char *mpwasm_parameters_of(mp_const_obj_t function) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(table); i++) {
        if (table[i].function == MP_OBJ_TO_PTR(function)) {
            return table[i].names;
        }
    }
    return NULL;
}

// The place of a name, or -1.
static int place_of(const char *names, const char *name) {
    size_t length = strlen(name);
    for (int place = 0; ; place++) {
        size_t own = strcspn(names, " ");
        if (own == length && memcmp(names, name, own) == 0 && own > 0 && name[0] != '/') {
            return place;
        }
        if (names[own] == '\0') {
            return -1;
        }
        names += own + 1;
    }
}

mp_obj_t mpwasm_call_by_names(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const char *names = mpwasm_parameters_of(function);
    if (names == NULL || n_args + n_kw > MOST_PARAMETERS) {
        mpwasm_raise_keywords(function, n_args, args);
    }
    mp_obj_t all[MOST_PARAMETERS] = { MP_OBJ_NULL };
    memcpy(all, args, n_args * sizeof(mp_obj_t));
    for (size_t i = 0; i < n_kw; i++) {
        const char *name = mp_obj_str_get_str(args[n_args + 2 * i]);
        int place = place_of(names, name);
        if (place < 0) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("got an unexpected keyword argument '%s'"), name);
        }
        if (place >= MOST_PARAMETERS || all[place] != MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument for '%s' given by name and position"), name);
        }
        all[place] = args[n_args + 2 * i + 1];
    }
    size_t count = MOST_PARAMETERS;
    while (count > 0 && all[count - 1] == MP_OBJ_NULL) {
        count--;
    }
    for (size_t i = 0; i < count; i++) {
        if (all[i] == MP_OBJ_NULL && i > 0 && function == MP_OBJ_FROM_PTR(&mp_builtin___import___obj)) {
            all[i] = mp_const_none;
        } else if (all[i] == MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("a required argument is missing"));
        }
    }
    return mp_call_function_n_kw(function, count, 0, all);
}

// --- iter ------------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t callable, sentinel; // NULL when it has ended
} until_t;

void mpwasm_until_ended(mp_obj_t self) {
    ((until_t *)MP_OBJ_TO_PTR(self))->callable = MP_OBJ_NULL;
}

mp_obj_t mpwasm_until_result(mp_obj_t self, mp_obj_t value) {
    until_t *until = MP_OBJ_TO_PTR(self);
    if (until->callable != MP_OBJ_NULL && !mp_obj_equal(value, until->sentinel)) {
        return value;
    }
    mpwasm_until_ended(self);
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t until_next(mp_obj_t self) {
    until_t *until = MP_OBJ_TO_PTR(self);
    return until->callable == MP_OBJ_NULL ? MP_OBJ_STOP_ITERATION : mpwasm_until_result(self, mp_call_function_0(until->callable));
}

mp_code_state_t *mpwasm_until_call(mp_obj_t self, mp_code_state_t *caller) {
    until_t *until = MP_OBJ_TO_PTR(self);
    if (until->callable == MP_OBJ_NULL || !mpwasm_is_python_function(until->callable)) {
        return NULL;
    }
    *caller->sp = self;
    mp_code_state_t *called = mpwasm_prepare_codestate(until->callable, 0, 0, caller->sp + 1);
    called->prev = caller;
    caller->ip++;
    return called;
}

static mp_obj_t until_reduce(mp_obj_t self) {
    mp_obj_t iter = mpwasm_builtin(MP_QSTR_iter);
    until_t *until = MP_OBJ_TO_PTR(self);
    if (until->callable == MP_OBJ_NULL) {
        return mpwasm_reduced(iter, mp_const_empty_tuple, MP_OBJ_NULL);
    }
    mp_obj_t parts[] = { iter, mp_obj_new_tuple(2, (mp_obj_t[]) { until->callable, until->sentinel }) };
    return mp_obj_new_tuple(2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(until_reduce_obj, until_reduce);

static const mp_rom_map_elem_t until_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&until_reduce_obj) },
};
static MP_DEFINE_CONST_DICT(until_locals, until_table);

MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_until, MP_QSTR_callable_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, until_next, locals_dict, &until_locals);

mp_obj_t mpwasm_iter_until(mp_obj_t callable, mp_obj_t sentinel) {
    if (!mp_obj_is_callable(callable)) {
        mp_raise_TypeError(MP_ERROR_TEXT("iter(v, w): v must be callable"));
    }
    until_t *until = mp_obj_malloc(until_t, &mpwasm_type_until);
    until->callable = callable;
    until->sentinel = sentinel;
    return MP_OBJ_FROM_PTR(until);
}

// --- aiter, anext ----------------------------------------------------------------------------------

static mp_obj_t call_method(mp_obj_t object, qstr name, const char *problem) {
    mp_obj_t method[2];
    mpwasm_load_of_type(object, name, method);
    if (method[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, (mp_rom_error_text_t)problem, mp_obj_get_type_str(object));
    }
    return mp_call_method_n_kw(0, 0, method);
}

static mp_obj_t builtin_aiter(mp_obj_t object) {
    return call_method(object, MP_QSTR___aiter__, "'%s' object is not an async iterable");
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_builtin_aiter_obj, builtin_aiter);

// What anext(iterator, default) gives: it awaits the next value, and gives the default at the end.
typedef struct {
    mp_obj_base_t base;
    mp_obj_t inner, initial;
} anext_t;

static mp_obj_t anext_step(anext_t *step, mp_obj_t send, mp_obj_t throw) {
    mp_obj_t result;
    mp_vm_return_kind_t kind = MP_VM_RETURN_EXCEPTION;
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) { // an iterator that is no generator raises
        kind = mp_resume(step->inner, throw != MP_OBJ_NULL ? MP_OBJ_NULL : send, throw, &result);
        nlr_pop();
    } else {
        result = MP_OBJ_FROM_PTR(nlr.ret_val);
    }
    switch (kind) {
        case MP_VM_RETURN_YIELD:
            return result;
        case MP_VM_RETURN_NORMAL:
            return mp_make_stop_iteration(result);
        default:
            if (mp_obj_exception_match(result, MP_OBJ_FROM_PTR(&mp_type_StopAsyncIteration))) {
                return mp_make_stop_iteration(step->initial);
            }
            nlr_raise(result);
    }
}

static mp_obj_t anext_next(mp_obj_t self) {
    return anext_step(MP_OBJ_TO_PTR(self), mp_const_none, MP_OBJ_NULL);
}

static const mp_obj_type_t type_anext;

static mp_obj_t anext_throw(size_t n_args, const mp_obj_t *args) {
    mp_check_self(mp_obj_is_type(args[0], &type_anext));
    mp_obj_t result = anext_step(MP_OBJ_TO_PTR(args[0]), MP_OBJ_NULL, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]);
    if (result == MP_OBJ_STOP_ITERATION) {
        mp_raise_StopIteration(MP_STATE_THREAD(stop_iteration_arg));
    }
    return result;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(anext_throw_obj, 2, 4, anext_throw);

static mp_obj_t anext_await(mp_obj_t self) {
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_1(anext_await_obj, anext_await);

static const mp_rom_map_elem_t anext_table[] = {
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&anext_throw_obj) },
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&anext_await_obj) },
};
static MP_DEFINE_CONST_DICT(anext_dict, anext_table);

static MP_DEFINE_CONST_OBJ_TYPE(type_anext, MP_QSTR_anext_awaitable, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, anext_next, locals_dict, &anext_dict);

static mp_obj_t builtin_anext(size_t n_args, const mp_obj_t *args) {
    mp_obj_t awaitable = call_method(args[0], MP_QSTR___anext__, "'%s' object is not an async iterator");
    if (n_args == 1) {
        return awaitable;
    }
    anext_t *step = mp_obj_malloc(anext_t, &type_anext);
    step->inner = mpwasm_awaitable(awaitable);
    step->initial = args[1];
    return MP_OBJ_FROM_PTR(step);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_builtin_anext_obj, 1, 2, builtin_anext);

// --- vars, breakpoint ------------------------------------------------------------------------------

static mp_obj_t builtin_vars(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        return mpwasm_locals();
    }
    mp_obj_t dict[2];
    mp_load_method_maybe(args[0], MP_QSTR___dict__, dict);
    if (dict[0] == MP_OBJ_NULL || dict[1] != MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("vars() argument must have __dict__ attribute"));
    }
    return dict[0];
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_builtin_vars_obj, 0, 1, builtin_vars);

static mp_obj_t builtin_breakpoint(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    (void)args;
    mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("breakpoint() is not available: this sandbox has no debugger"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_builtin_breakpoint_obj, 0, 4, builtin_breakpoint);
