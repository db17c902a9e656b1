// The module _functools: what functools spends its time in. library/python/functools.py is the module functools.

#include "py/runtime.h"

#include "language/class/class.h"

#if MPWASM_LIBRARY

static mp_obj_t functools_reduce(size_t n_args, const mp_obj_t *args) {
    mp_obj_t iterator = mp_getiter(args[1], NULL);
    mp_obj_t value = n_args == 3 ? args[2] : mp_iternext(iterator);
    if (value == MP_OBJ_STOP_ITERATION) {
        mp_raise_TypeError(MP_ERROR_TEXT("reduce() of empty iterable with no initial value"));
    }
    mp_obj_t item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        value = mp_call_function_2(args[0], value, item);
    }
    return value;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(functools_reduce_obj, 2, 3, functools_reduce);

// --- cmp_to_key ------------------------------------------------------------------------------------

// A key compares by a function: what cmp_to_key gives has none for an object, and makes keys that have one when it is called.
typedef struct _key_t {
    mp_obj_base_t base;
    mp_obj_t cmp;
    mp_obj_t object; // MP_OBJ_NULL
} sort_key_t;

static const mp_obj_type_t key_type;

static mp_obj_t new_key(mp_obj_t cmp, mp_obj_t object) {
    sort_key_t *key = mp_obj_malloc(sort_key_t, &key_type);
    key->cmp = cmp;
    key->object = object;
    return MP_OBJ_FROM_PTR(key);
}

static mp_obj_t key_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_obj, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } } };
    mp_arg_val_t parsed[1];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 1, allowed, parsed);
    return new_key(((sort_key_t *)MP_OBJ_TO_PTR(self_in))->cmp, parsed[0].u_obj);
}

static mp_obj_t key_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op > MP_BINARY_OP_NOT_EQUAL) {
        return MP_OBJ_NULL;
    }
    const sort_key_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    if (!mp_obj_is_type(rhs, &key_type)) {
        mp_raise_TypeError(MP_ERROR_TEXT("other argument must be K instance"));
    }
    if (a->object == MP_OBJ_NULL || b->object == MP_OBJ_NULL) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("object"));
    }
    return mp_binary_op(op, mp_call_function_2(a->cmp, a->object, b->object), MP_OBJ_NEW_SMALL_INT(0));
}

static void key_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    sort_key_t *self = MP_OBJ_TO_PTR(self_in);
    if (attr == MP_QSTR_obj && dest[0] == MP_OBJ_NULL) {
        dest[0] = self->object;
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    key_type, MP_QSTR_KeyWrapper, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_EQ_HAS_NEQ_TEST,
    call, key_call, binary_op, key_binary_op, attr, key_attr
    );

static mp_obj_t functools_cmp_to_key(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_mycmp, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } } };
    mp_arg_val_t parsed[1];
    mp_arg_parse_all(n_args, pos_args, kw_args, 1, allowed, parsed);
    return new_key(parsed[0].u_obj, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(functools_cmp_to_key_obj, 0, functools_cmp_to_key);

// in_c(module, *classes): CPython has these in C, so errors name them with their module.
static mp_obj_t functools_in_c(size_t n_args, const mp_obj_t *args) {
    for (size_t i = 1; i < n_args; i++) {
        if (!is_class(args[i]) || !is_program_class(MP_OBJ_TO_PTR(args[i]))) {
            mp_raise_TypeError(NULL);
        }
        mp_obj_type_t *type = MP_OBJ_TO_PTR(args[i]);
        vstr_t name;
        vstr_init(&name, 32);
        vstr_printf(&name, "%s.%q", mp_obj_str_get_str(args[0]), (qstr)type->name);
        type->name = mpwasm_short_name(qstr_from_strn(name.buf, name.len));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(functools_in_c_obj, 1, functools_in_c);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__functools) },
    { MP_ROM_QSTR(MP_QSTR_reduce), MP_ROM_PTR(&functools_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR_in_c), MP_ROM_PTR(&functools_in_c_obj) },
    { MP_ROM_QSTR(MP_QSTR_cmp_to_key), MP_ROM_PTR(&functools_cmp_to_key_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_functools = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__functools, mpwasm_module_functools);

#endif
