// The module _collections: what collections spends its time in. library/python/collections is the module collections.

#include "py/runtime.h"
#include "py/smallint.h"

#include "language/class/class.h"
#include "library/collections/deque.h"

#if MPWASM_LIBRARY

// count_elements(mapping, iterable): adds one for each element.
static mp_obj_t count_elements(mp_obj_t mapping, mp_obj_t iterable) {
    mp_obj_t native = mp_obj_cast_to_native_base(mapping, MP_OBJ_FROM_PTR(&mp_type_dict));
    if (native == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("expected a dict"));
    }
    mp_map_t *map = mp_obj_dict_get_map(native);
    mp_obj_t iterator = mp_getiter(iterable, NULL), element;
    while ((element = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        mp_map_elem_t *elem = mp_map_lookup(map, element, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
        if (elem->value == MP_OBJ_NULL) { // the element is new
            elem->value = MP_OBJ_NEW_SMALL_INT(1);
        } else if (mp_obj_is_small_int(elem->value) && elem->value != MP_OBJ_NEW_SMALL_INT(MP_SMALL_INT_MAX)) {
            elem->value = MP_OBJ_NEW_SMALL_INT(MP_OBJ_SMALL_INT_VALUE(elem->value) + 1);
        } else {
            mp_obj_dict_store(native, element, mp_binary_op(MP_BINARY_OP_ADD, elem->value, MP_OBJ_NEW_SMALL_INT(1)));
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(count_elements_obj, count_elements);

static MP_DEFINE_CONST_FUN_OBJ_2(tuple_field_obj, mpwasm_new_field);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__collections) },
    { MP_ROM_QSTR(MP_QSTR__tuplegetter), MP_ROM_PTR(&mpwasm_type_field) },
    { MP_ROM_QSTR(MP_QSTR_count_elements), MP_ROM_PTR(&count_elements_obj) },
    { MP_ROM_QSTR(MP_QSTR_deque), MP_ROM_PTR(&mpwasm_type_deque) },
    { MP_ROM_QSTR(MP_QSTR_tuple_field), MP_ROM_PTR(&tuple_field_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_collections = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__collections, mpwasm_module_collections);

#endif
