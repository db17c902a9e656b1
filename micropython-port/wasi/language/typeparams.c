// Type parameters (class A[T]), aliases (type X = ...).
//
// A parameter is an object that knows its name, its bound and its default. A class with parameters can be indexed.

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/function.h"
#include "language/helper.h"

// --- Parameters ------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t name, bound, initial; // the last two may be functions that give them
    bool lazy_bound, lazy_initial;
} parameter_t;

static mp_obj_t evaluated(mp_obj_t *value, bool *lazy) {
    if (*lazy) {
        mp_obj_t found = mp_call_function_0(*value);
        *value = found;
        *lazy = false;
    }
    return *value;
}

#if MPWASM_LIBRARY
static mp_obj_t of_typing(qstr name) {
    return mp_load_attr(mp_import_name(MP_QSTR_typing, mp_const_none, MP_OBJ_NEW_SMALL_INT(0)), name);
}
#endif

static mp_obj_t no_default(void) {
    #if MPWASM_LIBRARY
    return of_typing(MP_QSTR_NoDefault);
    #else
    return mp_const_none;
    #endif
}

static const mp_obj_type_t type_parameters;

static mp_obj_t has_default(mp_obj_t self) {
    return mp_obj_new_bool(((parameter_t *)MP_OBJ_TO_PTR(self))->initial != MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_1(has_default_obj, has_default);

static void parameter_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_obj_print_helper(print, ((parameter_t *)MP_OBJ_TO_PTR(self))->name, PRINT_STR);
}

static void parameter_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest) {
    parameter_t *parameter = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attribute) {
        case MP_QSTR___name__:
            dest[0] = parameter->name;
            break;
        case MP_QSTR___bound__:
        case MP_QSTR___constraints__: {
            mp_obj_t bound = evaluated(&parameter->bound, &parameter->lazy_bound);
            bool constraints = mp_obj_is_type(bound, &mp_type_tuple);
            dest[0] = attribute == MP_QSTR___bound__ ? (constraints ? mp_const_none : bound) : (constraints ? bound : mp_const_empty_tuple);
            break;
        }
        case MP_QSTR___default__:
            dest[0] = parameter->initial == MP_OBJ_NULL ? no_default() : evaluated(&parameter->initial, &parameter->lazy_initial);
            break;
        case MP_QSTR___covariant__:
        case MP_QSTR___contravariant__:
        case MP_QSTR___infer_variance__:
            dest[0] = mp_obj_new_bool(attribute == MP_QSTR___infer_variance__);
            break;
        #if MPWASM_LIBRARY
        case MP_QSTR_args: // P.args, P.kwargs
        case MP_QSTR_kwargs:
            if (parameter->base.type == &type_parameters) {
                dest[0] = mp_call_function_1(of_typing(attribute == MP_QSTR_args ? MP_QSTR_ParamSpecArgs : MP_QSTR_ParamSpecKwargs), self);
            }
            break;
        #endif
        case MP_QSTR_has_default:
            dest[0] = MP_OBJ_FROM_PTR(&has_default_obj);
            dest[1] = self;
            break;
    }
}

// X | Y, of which one is a parameter: typing's, as in CPython.
static mp_obj_t new_union(mp_obj_t left, mp_obj_t right) {
    #if MPWASM_LIBRARY
    mp_obj_t both[] = { left, right };
    return mp_obj_subscr(of_typing(MP_QSTR_Union), mp_obj_new_tuple(2, both), MP_OBJ_SENTINEL);
    #else
    return mpwasm_new_union(left, right);
    #endif
}

static mp_obj_t parameter_binary_op(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    return op == MP_BINARY_OP_OR ? new_union(left, right) : op == MP_BINARY_OP_REVERSE_OR ? new_union(right, left) : MP_OBJ_NULL;
}

static mp_obj_t parameter_iter(mp_obj_t self, mp_obj_iter_buf_t *buffer) { // *Ts
    #if MPWASM_LIBRARY
    self = mp_obj_subscr(of_typing(MP_QSTR_Unpack), self, MP_OBJ_SENTINEL);
    #endif
    return mp_getiter(mp_obj_new_tuple(1, &self), buffer);
}

static MP_DEFINE_CONST_OBJ_TYPE(type_variable, MP_QSTR_TypeVar, MP_TYPE_FLAG_NONE, print, parameter_print, attr, parameter_attr, binary_op, parameter_binary_op);
static MP_DEFINE_CONST_OBJ_TYPE(type_variable_tuple, MP_QSTR_TypeVarTuple, MP_TYPE_FLAG_NONE, print, parameter_print, attr, parameter_attr, iter, parameter_iter);
static MP_DEFINE_CONST_OBJ_TYPE(type_parameters, MP_QSTR_ParamSpec, MP_TYPE_FLAG_NONE, print, parameter_print, attr, parameter_attr, binary_op, parameter_binary_op);

// --- Aliases ---------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t name, parameters, function, value;
} alias_t;

static void alias_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_obj_print_helper(print, ((alias_t *)MP_OBJ_TO_PTR(self))->name, PRINT_STR);
}

static void type_alias_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest) {
    alias_t *alias = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attribute == MP_QSTR___name__) {
        dest[0] = alias->name;
    } else if (attribute == MP_QSTR___type_params__) {
        dest[0] = alias->parameters;
    } else if (attribute == MP_QSTR___value__) { // evaluated when it is asked for
        if (alias->value == MP_OBJ_NULL) {
            alias->value = mp_call_function_0(alias->function);
        }
        dest[0] = alias->value;
    }
}

static mp_obj_t alias_binary_op(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    return op == MP_BINARY_OP_OR ? mpwasm_new_union(left, right) : op == MP_BINARY_OP_REVERSE_OR ? mpwasm_new_union(right, left) : MP_OBJ_NULL;
}

static mp_obj_t alias_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    return value == MP_OBJ_SENTINEL ? mpwasm_new_generic_alias(self, index) : MP_OBJ_NULL;
}

static MP_DEFINE_CONST_OBJ_TYPE(type_alias, MP_QSTR_TypeAliasType, MP_TYPE_FLAG_NONE, print, alias_print, attr, type_alias_attr, binary_op, alias_binary_op, subscr, alias_subscr);

// A parameter is in no union of C's where typing makes them.
bool mpwasm_may_be_in_union(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    #if !MPWASM_LIBRARY
    if (type == &type_variable || type == &type_parameters) {
        return true;
    }
    #endif
    return type == &type_alias;
}

// --- Generic classes -------------------------------------------------------------------------------

#if MPWASM_LIBRARY
static mp_obj_t generic_base(mp_obj_t parameters) {
    return mp_call_function_1(of_typing(MP_QSTR__generic_base), parameters);
}
#else
static mp_obj_t class_getitem(mp_obj_t class, mp_obj_t index) {
    return mpwasm_new_generic_alias(class, index);
}
static MP_DEFINE_CONST_FUN_OBJ_2(class_getitem_obj, class_getitem);

// A class that can be subscripted, and nothing else: there is no module typing.
static mp_obj_t generic_base(mp_obj_t parameters) {
    (void)parameters;
    mp_obj_t members = mp_obj_new_dict(1);
    mp_obj_dict_store(members, MP_OBJ_NEW_QSTR(MP_QSTR___class_getitem__), mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_classmethod), MP_OBJ_FROM_PTR(&class_getitem_obj)));
    return mp_obj_new_type(MP_QSTR_Generic, mp_const_empty_tuple, members);
}
#endif

// --- Helpers ---------------------------------------------------------------------------------------

mp_obj_t *mpwasm_type_helper(mp_uint_t which, size_t argument, mp_obj_t *sp) {
    switch (which) {
        case HELPER_TYPE_PARAM: {
            static const mp_obj_type_t *const types[] = { &type_variable, &type_variable_tuple, &type_parameters };
            parameter_t *parameter = mp_obj_malloc(parameter_t, types[argument % 3]);
            parameter->name = sp[0];
            parameter->initial = sp[-1];
            parameter->bound = sp[-2] != MP_OBJ_NULL ? sp[-2] : mp_const_none;
            parameter->lazy_initial = sp[-1] != MP_OBJ_NULL;
            parameter->lazy_bound = sp[-2] != MP_OBJ_NULL;
            sp[-2] = MP_OBJ_FROM_PTR(parameter);
            return sp - 2;
        }
        case HELPER_TYPE_ALIAS: {
            alias_t *alias = mp_obj_malloc(alias_t, &type_alias);
            alias->name = sp[0];
            alias->parameters = sp[-1];
            alias->function = sp[-2];
            alias->value = MP_OBJ_NULL;
            sp[-2] = MP_OBJ_FROM_PTR(alias);
            return sp - 2;
        }
        case HELPER_GENERIC_BASE:
            sp[0] = generic_base(sp[0]);
            return sp;
        default:
            return mpwasm_star_helper(which, sp);
    }
}
