// Native methods that check their self.
//
// What upstream does wrong: a native method reads its self by the layout of its type, and is handed out without a look by classes over that
// type (L.append), by type.__dict__, and by super() (py/runtime.c:1128, py/objtype.c:195, 1081 of 1.26.1). Here whatever takes a native method out of a type
// without binding it to an object of that type gets a function around it, which asks mpwasm_native for its first argument.

#include <string.h>

#include "py/objtype.h"
#include "py/runtime.h"

#include "language/function.h"
#include "language/native.h"

typedef struct _checked_function_t {
    mp_obj_base_t base;
    const mp_obj_type_t *type;
    mp_obj_t function;
} checked_function_t;

mp_obj_t mpwasm_native(mp_obj_t object, const mp_obj_type_t *type) {
    const mp_obj_type_t *own = mp_obj_get_type(object);
    if (own == &mp_type_gen_instance) { // coroutines, too
        own = mpwasm_generator_class(object);
    }
    if (own == type) {
        return object;
    }
    if (type == &mp_type_int && own == &mp_type_bool) {
        return MP_OBJ_NEW_SMALL_INT(object == mp_const_true);
    }
    if (mp_obj_is_native_type(own)) {
        return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(own), MP_OBJ_FROM_PTR(type)) ? object : MP_OBJ_NULL;
    }
    return mp_obj_cast_to_native_base(object, MP_OBJ_FROM_PTR(type));
}

mp_obj_t mpwasm_native_raise(mp_obj_t object, const mp_obj_type_t *type) {
    mp_obj_t native = mpwasm_native(object, type);
    if (native == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected a '%q' object, not '%s'"), (qstr)type->name, mp_obj_get_type_str(object));
    }
    return native;
}

void mpwasm_upstream_get_array(mp_obj_t object, size_t *len, mp_obj_t **items);

// The items of a list or tuple, or of an instance of a class over one.
void mp_obj_get_array(mp_obj_t object, size_t *len, mp_obj_t **items) {
    if (mp_obj_is_obj(object) && mp_obj_is_instance_type(mp_obj_get_type(object))) {
        mp_obj_t native = mpwasm_native(object, &mp_type_list);
        native = native != MP_OBJ_NULL ? native : mpwasm_native(object, &mp_type_tuple);
        object = native != MP_OBJ_NULL ? native : object;
    }
    mpwasm_upstream_get_array(object, len, items);
}

static mp_obj_t checked_function_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    checked_function_t *self = MP_OBJ_TO_PTR(self_in);
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unbound method %q.%q() needs an argument"), (qstr)self->type->name, mpwasm_method_name(self->type, self->function));
    }
    mp_obj_t native = mpwasm_native(args[0], self->type);
    if (native == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor '%q' for '%q' objects doesn't apply to a '%s' object"), mpwasm_method_name(self->type, self->function),
            (qstr)self->type->name, mp_obj_get_type_str(args[0]));
    }
    if (native == args[0]) {
        return mp_call_function_n_kw(self->function, n_args, n_kw, args);
    }
    return mp_call_method_self_n_kw(self->function, native, n_args - 1, n_kw, args + 1);
}

static mp_obj_t checked_function_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    checked_function_t *left = MP_OBJ_TO_PTR(lhs), *right = MP_OBJ_TO_PTR(rhs);
    return op == MP_BINARY_OP_EQUAL ? mp_obj_new_bool(left->type == right->type && left->function == right->function) : MP_OBJ_NULL;
}

static mp_obj_t checked_function_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    checked_function_t *self = MP_OBJ_TO_PTR(self_in);
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_uint_t)self->type ^ (mp_uint_t)self->function) : MP_OBJ_NULL;
}

static void checked_function_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    checked_function_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<method '%q' of '%q' objects>", mpwasm_method_name(self->type, self->function), (qstr)self->type->name);
}

static void checked_function_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    checked_function_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___objclass__) {
        dest[0] = MP_OBJ_FROM_PTR(self->type);
    } else if (name == MP_QSTR___name__ || name == MP_QSTR___qualname__ || name == MP_QSTR___text_signature__) {
        mpwasm_builtin_function_attr(self->function, name, dest);
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    checked_function_type,
    MP_QSTR_method_descriptor,
    MP_TYPE_FLAG_BINDS_SELF,
    print, checked_function_print,
    attr, checked_function_attr,
    call, checked_function_call,
    unary_op, checked_function_unary_op,
    binary_op, checked_function_binary_op
    );

mp_obj_t mpwasm_new_checked_function(const mp_obj_type_t *type, mp_obj_t function) {
    checked_function_t *checked = mp_obj_malloc(checked_function_t, &checked_function_type);
    checked->type = type;
    checked->function = function;
    return MP_OBJ_FROM_PTR(checked);
}
