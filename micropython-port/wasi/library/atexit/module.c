// The module atexit: functions that are called when a program has ended, by its end, an exception or sys.exit. A limit calls none.

#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "library/atexit/atexit.h"

#if MPWASM_LIBRARY

MP_REGISTER_ROOT_POINTER(mp_obj_t atexit_calls); // a list of tuples: function, arguments, dict of keywords

static mp_obj_list_t *calls(void) {
    if (MP_STATE_VM(atexit_calls) == MP_OBJ_NULL) {
        MP_STATE_VM(atexit_calls) = mp_obj_new_list(0, NULL);
    }
    return MP_OBJ_TO_PTR(MP_STATE_VM(atexit_calls));
}

static mp_obj_t atexit_register(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    if (!mp_obj_is_callable(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("the first argument must be callable"));
    }
    mp_obj_t keywords = mp_obj_new_dict(kw_args->used);
    for (size_t i = 0; i < kw_args->alloc; i++) {
        if (mp_map_slot_is_filled(kw_args, i)) {
            mp_obj_dict_store(keywords, kw_args->table[i].key, kw_args->table[i].value);
        }
    }
    mp_obj_t call[] = { args[0], mp_obj_new_tuple(n_args - 1, args + 1), keywords };
    mp_obj_list_append(MP_OBJ_FROM_PTR(calls()), mp_obj_new_tuple(3, call));
    return args[0];
}
static MP_DEFINE_CONST_FUN_OBJ_KW(register_obj, 1, atexit_register);

static mp_obj_t atexit_unregister(mp_obj_t function) {
    mp_obj_t kept = mp_obj_new_list(0, NULL);
    mp_obj_list_t *old = calls();
    for (size_t i = 0; i < old->len; i++) { // comparing may change the list
        mp_obj_t call = old->items[i];
        if (!mp_obj_equal(((mp_obj_tuple_t *)MP_OBJ_TO_PTR(call))->items[0], function)) {
            mp_obj_list_append(kept, call);
        }
    }
    MP_STATE_VM(atexit_calls) = kept;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(unregister_obj, atexit_unregister);

static mp_obj_t atexit_clear(void) {
    MP_STATE_VM(atexit_calls) = MP_OBJ_NULL;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(clear_obj, atexit_clear);

static mp_obj_t atexit_count(void) {
    return MP_OBJ_NEW_SMALL_INT(calls()->len);
}
static MP_DEFINE_CONST_FUN_OBJ_0(count_obj, atexit_count);

static mp_obj_t take_last(void) {
    mp_obj_list_t *list = calls();
    mp_obj_t last = list->items[--list->len];
    list->items[list->len] = MP_OBJ_NULL;
    return last;
}

static void call_last(void) {
    mp_obj_tuple_t *call = MP_OBJ_TO_PTR(take_last());
    mp_obj_tuple_t *positional = MP_OBJ_TO_PTR(call->items[1]);
    mp_map_t *keywords = mp_obj_dict_get_map(call->items[2]);
    mp_obj_t *args = m_new(mp_obj_t, positional->len + 2 * keywords->used + 1);
    size_t n = 0;
    for (; n < positional->len; n++) {
        args[n] = positional->items[n];
    }
    for (size_t i = 0; i < keywords->alloc; i++) {
        if (mp_map_slot_is_filled(keywords, i)) {
            args[n++] = keywords->table[i].key;
            args[n++] = keywords->table[i].value;
        }
    }
    mp_call_function_n_kw(call->items[0], positional->len, (n - positional->len) / 2, args);
}

void mpwasm_atexit_run(void) {
    while (MP_STATE_VM(atexit_calls) != MP_OBJ_NULL && calls()->len != 0) {
        nlr_buf_t nlr;
        if (nlr_push(&nlr) == 0) {
            call_last();
            nlr_pop();
        } else {
            mp_print_str(MICROPY_ERROR_PRINTER, "Exception ignored in atexit callback:\n");
            mp_obj_print_exception(MICROPY_ERROR_PRINTER, MP_OBJ_FROM_PTR(nlr.ret_val));
        }
    }
}

static mp_obj_t atexit_run(void) {
    mpwasm_atexit_run();
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(run_obj, atexit_run);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_atexit) },
    { MP_ROM_QSTR(MP_QSTR_register), MP_ROM_PTR(&register_obj) },
    { MP_ROM_QSTR(MP_QSTR_unregister), MP_ROM_PTR(&unregister_obj) },
    { MP_ROM_QSTR(MP_QSTR__clear), MP_ROM_PTR(&clear_obj) },
    { MP_ROM_QSTR(MP_QSTR__ncallbacks), MP_ROM_PTR(&count_obj) },
    { MP_ROM_QSTR(MP_QSTR__run_exitfuncs), MP_ROM_PTR(&run_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_atexit = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_atexit, mpwasm_module_atexit);

#endif
