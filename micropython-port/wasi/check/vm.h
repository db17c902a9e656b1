// What the VM calls, with a look at what it takes from its stack and what it gets (check.h). over/py/runtime.h includes this into
// py/vm.c, after its short ways.
#ifndef MPWASM_CHECK_VM_H
#define MPWASM_CHECK_VM_H

#include "check/check.h"

static inline mp_obj_t mpwasm_vm_checked(mp_obj_t object) {
    mpwasm_check_object(object);
    return object;
}

mp_obj_t mpwasm_call_function_n_kw(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t mpwasm_call_method_n_kw(size_t n_args, size_t n_kw, const mp_obj_t *args);

static inline mp_obj_t mpwasm_vm_call_function(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_check_object(function);
    mpwasm_check_objects(n_args + 2 * n_kw, args);
    return mpwasm_vm_checked(mpwasm_call_function_n_kw(function, n_args, n_kw, args));
}

static inline mp_obj_t mpwasm_vm_call_method(size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_check_objects(2 + n_args + 2 * n_kw, args);
    return mpwasm_vm_checked(mpwasm_call_method_n_kw(n_args, n_kw, args));
}

static inline void mpwasm_vm_load_method(mp_obj_t base, qstr attr, mp_obj_t *dest) {
    mpwasm_check_object(base);
    mp_load_method(base, attr, dest);
    mpwasm_check_objects(2, dest);
}

static inline void mpwasm_vm_store_attr(mp_obj_t base, qstr attr, mp_obj_t value) {
    mpwasm_check_object(base);
    mpwasm_check_object(value);
    mp_store_attr(base, attr, value);
}

static inline mp_obj_t mpwasm_vm_checked_iternext(mp_obj_t iterator) {
    mpwasm_check_type_of(iterator);
    return mpwasm_vm_checked(mp_iternext_allow_raise(iterator));
}

static inline mp_obj_t mpwasm_vm_checked_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs, const byte **place, const byte *opcode) {
    mpwasm_check_object(lhs);
    mpwasm_check_object(rhs);
    return mpwasm_vm_checked(mpwasm_vm_binary_op(op, lhs, rhs, place, opcode));
}

static inline mp_obj_t mpwasm_vm_checked_subscr(mp_obj_t base, mp_obj_t index, mp_obj_t value) {
    mpwasm_check_object(base);
    mpwasm_check_object(index);
    mpwasm_check_object(value);
    return mpwasm_vm_checked(mpwasm_vm_subscr(base, index, value));
}

#undef mp_obj_subscr
#undef mp_iternext_allow_raise
#undef mp_call_function_n_kw
#undef mp_call_method_n_kw
#define mpwasm_vm_binary_op mpwasm_vm_checked_binary_op
#define mp_obj_subscr mpwasm_vm_checked_subscr
#define mp_call_function_n_kw mpwasm_vm_call_function
#define mp_call_method_n_kw mpwasm_vm_call_method
#define mp_load_method mpwasm_vm_load_method
#define mp_store_attr mpwasm_vm_store_attr
#define mp_iternext_allow_raise mpwasm_vm_checked_iternext
#define mp_unary_op(op, arg) mpwasm_vm_checked(mp_unary_op(op, mpwasm_vm_checked(arg)))
#define mp_load_attr(base, attr) mpwasm_vm_checked(mp_load_attr(mpwasm_vm_checked(base), attr))
#define mp_load_name(name) mpwasm_vm_checked(mp_load_name(name))
#define mp_load_global(name) mpwasm_vm_checked(mpwasm_vm_load_global(name))
#define mp_store_name(name, value) mp_store_name(name, mpwasm_vm_checked(value))
#define mp_store_global(name, value) mp_store_global(name, mpwasm_vm_checked(value))
#define mp_getiter(object, buffer) mp_getiter(mpwasm_vm_checked(object), buffer)
#define mp_unpack_sequence(sequence, count, items) mp_unpack_sequence(mpwasm_vm_checked(sequence), count, items)
#define mp_unpack_ex(sequence, count, items) mp_unpack_ex(mpwasm_vm_checked(sequence), count, items)
#define mp_make_raise_obj(object) mpwasm_vm_checked(mp_make_raise_obj(mpwasm_vm_checked(object)))
#define mp_import_from(module, name) mpwasm_vm_checked(mp_import_from(mpwasm_vm_checked(module), name))

#endif
