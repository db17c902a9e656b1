// Modules, around py/objmodule.c: programs can make some.

#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"

// Upstream's type cannot be called.
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(name, qstr, flags, slot1, function1, slot2, function2) \
    MP_DEFINE_CONST_OBJ_TYPE_NARGS_3(mp_obj_type_t, name, qstr, flags, slot1, function1, slot2, function2, make_new, module_make_new)
static mp_obj_t module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
#include "py/objmodule.c"
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")

// types.ModuleType(name, doc=None): sys.modules does not get it.
static mp_obj_t module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_name, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } }, { MP_QSTR_doc, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } } };
    mp_arg_val_t given[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, given);
    if (!mp_obj_is_str(given[0].u_obj)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("module() argument 'name' must be str, not %s"), mp_obj_get_type_str(given[0].u_obj));
    }
    mp_obj_t globals = mp_obj_new_dict(5);
    mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(MP_QSTR___name__), given[0].u_obj);
    mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(MP_QSTR___doc__), given[1].u_obj);
    static const qstr_short_t others[] = { MP_QSTR___package__, MP_QSTR___loader__, MP_QSTR___spec__ };
    for (size_t i = 0; i < MP_ARRAY_SIZE(others); i++) {
        mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(others[i]), mp_const_none);
    }
    mp_module_context_t *context = m_new_obj(mp_module_context_t);
    context->module.base.type = &mp_type_module;
    context->module.globals = MP_OBJ_TO_PTR(globals);
    return MP_OBJ_FROM_PTR(context);
}
