// The native part of an object: what C code may read by the layout of a built-in type.
#ifndef MPWASM_NATIVE_H
#define MPWASM_NATIVE_H

#include "py/obj.h"
#include "py/runtime0.h"

// The object as one of the given built-in type: itself, or its native part if it is an instance of a class over that type. MP_OBJ_NULL if
// it is no such object, or if its native part was not made yet. Whatever reads an object's layout calls this, or has compared the type.
mp_obj_t mpwasm_native(mp_obj_t object, const mp_obj_type_t *type);

// The same, or a TypeError that says which type was expected.
mp_obj_t mpwasm_native_raise(mp_obj_t object, const mp_obj_type_t *type);

// A native function of a built-in type as programs get it when it is not bound to an object: it checks its first argument.
mp_obj_t mpwasm_new_checked_function(const mp_obj_type_t *type, mp_obj_t function);

// The name of a method of a built-in type: found in the type that has it; "?" if none has. The attributes of a built-in function.
qstr mpwasm_method_name(const mp_obj_type_t *type, mp_obj_t function);
void mpwasm_builtin_function_attr(mp_obj_t self, qstr name, mp_obj_t *dest);

// What mp_unary_op does, but that an instance stands for an integer by its __index__ alone, not by its __int__.
mp_obj_t mpwasm_index_op(mp_unary_op_t op, mp_obj_t arg);

// Looks a special method up on the class of self, which a program made, and binds it as for mp_call_method_n_kw. False if there is none.
bool mpwasm_load_special(mp_obj_t self, qstr name, mp_obj_t *dest);

// The name of an attribute, as getattr and its kin and __getattribute__ take it: a str, or of a subclass of it; TypeError else.
qstr mpwasm_attribute_name(mp_obj_t name);

// The type of cells: variables that inner functions share.
extern const mp_obj_type_t mpwasm_type_cell, mpwasm_type_Ellipsis, mpwasm_type_NotImplemented;

#endif
