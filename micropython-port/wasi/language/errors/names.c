// Names and attributes that are not there.

#include "py/runtime.h"

#include "language/class/class.h"
#include "language/errors/errors.h"

static MP_NORETURN void raise_about(mp_obj_t exception, mp_obj_t object, qstr name) {
    mp_obj_t fields[2] = { MP_OBJ_NEW_QSTR(name), object };
    nlr_raise(mpwasm_with_fields(exception, 2, fields));
}

void mpwasm_raise_no_attribute(mp_obj_t object, qstr name) {
    mp_obj_t exception, module[2];
    if (is_class(object)) {
        exception = mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("type object '%q' has no attribute '%q'"), mpwasm_name_in_errors(MP_OBJ_TO_PTR(object)), name);
    } else if (mp_obj_is_type(object, &mp_type_module) && (mp_load_method_maybe(object, MP_QSTR___name__, module), module[0] != MP_OBJ_NULL) && mp_obj_is_str(module[0])) {
        exception = mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("module '%s' has no attribute '%q'"), mp_obj_str_get_str(module[0]), name);
    } else {
        exception = mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%s' object has no attribute '%q'"), mp_obj_get_type_str(object), name);
    }
    raise_about(exception, object, name);
}

void mp_load_method(mp_obj_t object, qstr name, mp_obj_t *dest) {
    mp_load_method_maybe(object, name, dest);
    if (dest[0] == MP_OBJ_NULL) {
        mpwasm_raise_no_attribute(object, name);
    }
}

mp_obj_t mp_load_attr(mp_obj_t object, qstr name) {
    mp_obj_t dest[2];
    mp_load_method(object, name, dest);
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}

void mp_store_attr(mp_obj_t object, qstr name, mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (name == MP_QSTR___class__ && !is_program_class(type)) {
        mpwasm_set_class(object, value); // raises
    }
    if (MP_OBJ_TYPE_HAS_SLOT(type, attr)) {
        mp_obj_t dest[2] = { MP_OBJ_SENTINEL, value };
        MP_OBJ_TYPE_GET_SLOT(type, attr)(object, name, dest);
        if (dest[0] == MP_OBJ_NULL) {
            return;
        }
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(object, name, dest);
    if (dest[0] == MP_OBJ_NULL && (value == MP_OBJ_NULL ? type == &mp_type_module || mp_obj_is_exception_instance(object) : false)) {
        mpwasm_raise_no_attribute(object, name);
    }
    if (dest[0] != MP_OBJ_NULL && dest[1] == MP_OBJ_NULL && (mp_obj_is_int(object) || mp_obj_is_float(object) || mp_obj_is_bool(object))) {
        raise_about(mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("attribute '%q' of '%s' objects is not writable"), name, mp_obj_get_type_str(object)), object, name);
    }
    raise_about(mp_obj_new_exception_msg_varg(&mp_type_AttributeError, dest[0] != MP_OBJ_NULL ? MP_ERROR_TEXT("'%s' object attribute '%q' is read-only")
        : MP_ERROR_TEXT("'%s' object has no attribute '%q' and no __dict__ for setting new attributes"), mp_obj_get_type_str(object), name), object, name);
}

// --- with ------------------------------------------------------------------------------------------

// The methods that a with statement calls.
void mpwasm_load_manager_method(mp_obj_t manager, qstr name, mp_obj_t *dest) {
    mpwasm_load_of_type(manager, name, dest);
    if (dest[0] == MP_OBJ_NULL) {
        mpwasm_load_of_type(manager, MP_QSTR___enter__, dest);
        mp_raise_msg_varg(&mp_type_TypeError, dest[0] == MP_OBJ_NULL ? MP_ERROR_TEXT("'%s' object does not support the context manager protocol")
            : MP_ERROR_TEXT("'%s' object does not support the context manager protocol (missed __exit__ method)"), mp_obj_get_type_str(manager));
    }
}
