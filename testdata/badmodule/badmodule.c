// A user C module that lies to the VM, for tests of what a build with assertions finds.

#include "py/objlist.h"
#include "py/runtime.h"

// Returns a word that is the address of no object.
static mp_obj_t bad_address(void) {
    return (mp_obj_t)((char *)m_malloc(64) + 16);
}
static MP_DEFINE_CONST_FUN_OBJ_0(bad_address_obj, bad_address);

// Returns an object whose type is none.
static mp_obj_t bad_type(void) {
    mp_obj_base_t *object = m_new_obj(mp_obj_base_t);
    object->type = m_malloc(sizeof(mp_obj_full_type_t));
    return MP_OBJ_FROM_PTR(object);
}
static MP_DEFINE_CONST_FUN_OBJ_0(bad_type_obj, bad_type);

// Returns a list that has fewer places than items.
static mp_obj_t bad_list(void) {
    mp_obj_list_t *list = MP_OBJ_TO_PTR(mp_obj_new_list(0, NULL));
    list->len = 100000;
    return MP_OBJ_FROM_PTR(list);
}
static MP_DEFINE_CONST_FUN_OBJ_0(bad_list_obj, bad_list);

// Fails an assertion.
static mp_obj_t bad_assertion(mp_obj_t value) {
    assert(value == mp_const_none);
    return value;
}
static MP_DEFINE_CONST_FUN_OBJ_1(bad_assertion_obj, bad_assertion);

static const mp_rom_map_elem_t bad_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_address), MP_ROM_PTR(&bad_address_obj) },
    { MP_ROM_QSTR(MP_QSTR_type), MP_ROM_PTR(&bad_type_obj) },
    { MP_ROM_QSTR(MP_QSTR_list), MP_ROM_PTR(&bad_list_obj) },
    { MP_ROM_QSTR(MP_QSTR_assertion), MP_ROM_PTR(&bad_assertion_obj) },
};
static MP_DEFINE_CONST_DICT(bad_globals, bad_globals_table);

const mp_obj_module_t bad_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&bad_globals,
};
MP_REGISTER_MODULE(MP_QSTR_bad, bad_module);
