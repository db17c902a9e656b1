// A user C module: arithmetic, a call back into Python, and an exception that passes through C.

#include "py/runtime.h"

#include "cexample.h"

// add(a, b): the sum of two ints that fit a machine word.
static mp_obj_t cexample_add(mp_obj_t a, mp_obj_t b) {
    return mp_obj_new_int(mp_obj_get_int(a) + mp_obj_get_int(b));
}
static MP_DEFINE_CONST_FUN_OBJ_2(cexample_add_obj, cexample_add);

// apply(function, *args): calls the function. What it raises passes through.
static mp_obj_t cexample_apply(size_t n_args, const mp_obj_t *args) {
    return mp_call_function_n_kw(args[0], n_args - 1, 0, args + 1);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(cexample_apply_obj, 1, cexample_apply);

// caught(function): the exception that calling the function raises, or None.
static mp_obj_t cexample_caught(mp_obj_t function) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_call_function_0(function);
        nlr_pop();
        return mp_const_none;
    }
    return MP_OBJ_FROM_PTR(nlr.ret_val);
}
static MP_DEFINE_CONST_FUN_OBJ_1(cexample_caught_obj, cexample_caught);

static const mp_rom_map_elem_t cexample_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_cexample) },
    { MP_ROM_QSTR(MP_QSTR_ANSWER), MP_ROM_INT(CEXAMPLE_ANSWER) },
    { MP_ROM_QSTR(MP_QSTR_add), MP_ROM_PTR(&cexample_add_obj) },
    { MP_ROM_QSTR(MP_QSTR_apply), MP_ROM_PTR(&cexample_apply_obj) },
    { MP_ROM_QSTR(MP_QSTR_caught), MP_ROM_PTR(&cexample_caught_obj) },
};
static MP_DEFINE_CONST_DICT(cexample_globals, cexample_globals_table);

const mp_obj_module_t cexample_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&cexample_globals,
};

MP_REGISTER_MODULE(MP_QSTR_cexample, cexample_module);
