// property, classmethod, staticmethod and bound methods.

#include <string.h>

#include "language/class/class.h"
#include "language/function.h"

// --- property --------------------------------------------------------------------------------------

typedef struct _property_t {
    mp_obj_base_t base;
    mp_obj_t functions[3]; // to get, set and delete, or None
    mp_obj_t doc, name;    // name is MP_OBJ_NULL until a class has it
} property_t;

// A field of a tuple, by its number: functions[0] is that, the others are MP_OBJ_NULL, which no program can give. Its class is another.
MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_field, MP_QSTR__tuplegetter, MP_TYPE_FLAG_NONE);

static bool is_field(const property_t *property) {
    return property->functions[1] == MP_OBJ_NULL;
}

const mp_obj_type_t *mpwasm_property_class(mp_const_obj_t property) {
    return is_field(MP_OBJ_TO_PTR(property)) ? &mpwasm_type_field : &mp_type_property;
}

mp_obj_t mpwasm_new_field(mp_obj_t index, mp_obj_t doc) {
    property_t *property = mp_obj_malloc(property_t, &mp_type_property);
    property->functions[0] = MP_OBJ_NEW_SMALL_INT(mp_obj_get_int(index));
    property->functions[1] = property->functions[2] = MP_OBJ_NULL;
    property->name = MP_OBJ_NULL;
    property->doc = doc;
    return MP_OBJ_FROM_PTR(property);
}

static mp_obj_t get_field(const property_t *property, mp_obj_t self) {
    mp_obj_t tuple = mpwasm_native(self, &mp_type_tuple);
    size_t index = MP_OBJ_SMALL_INT_VALUE(property->functions[0]), n;
    if (tuple == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object"), (int)index, mp_obj_get_type_str(self));
    }
    mp_obj_t *items;
    mp_obj_tuple_get(tuple, &n, &items);
    if (index >= n) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("tuple index out of range"));
    }
    return items[index];
}

static mp_obj_t doc_of(mp_obj_t function) {
    mp_obj_t dest[2];
    mp_load_method_protected(function, MP_QSTR___doc__, dest, false);
    return dest[0] == MP_OBJ_NULL ? mp_const_none : dest[0];
}

static mp_obj_t property_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_fget, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_fset, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_fdel, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_doc, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t values[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, values);
    property_t *property = mp_obj_malloc(property_t, type);
    for (size_t i = 0; i < 3; i++) {
        property->functions[i] = values[i].u_obj;
    }
    property->name = MP_OBJ_NULL;
    property->doc = values[3].u_obj != mp_const_none || values[0].u_obj == mp_const_none ? values[3].u_obj : doc_of(values[0].u_obj);
    return MP_OBJ_FROM_PTR(property);
}

static MP_NORETURN void raise_lacks(property_t *property, mp_obj_t self, const char *what) {
    vstr_t name;
    mp_print_t print;
    vstr_init_print(&name, 16, &print);
    if (property->name != MP_OBJ_NULL) {
        mp_print_str(&print, " ");
        mp_obj_print_helper(&print, property->name, PRINT_REPR);
    }
    mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("property%s of '%s' object has no %s"), vstr_null_terminated_str(&name),
        mpwasm_qualified_name(mp_obj_get_type(self)), what);
}

mp_obj_t mpwasm_property_get(mp_obj_t property_in, mp_obj_t self) {
    property_t *property = MP_OBJ_TO_PTR(property_in);
    if (is_field(property)) {
        return get_field(property, self);
    }
    if (property->functions[0] == mp_const_none) {
        raise_lacks(property, self, "getter");
    }
    return mp_call_function_1(property->functions[0], self);
}

void mpwasm_property_set(mp_obj_t property_in, mp_obj_t self, mp_obj_t value, qstr name) {
    property_t *property = MP_OBJ_TO_PTR(property_in);
    bool deletes = value == MP_OBJ_NULL;
    mp_obj_t function = property->functions[deletes ? 2 : 1];
    if (is_field(property)) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("can't %s attribute"), deletes ? "delete" : "set");
    }
    if (function == mp_const_none) {
        raise_lacks(property, self, deletes ? "deleter" : "setter");
    }
    mp_obj_t args[] = { self, value };
    mp_call_function_n_kw(function, deletes ? 1 : 2, 0, args);
}

void mpwasm_property_set_name(mp_obj_t property, mp_obj_t name) {
    ((property_t *)MP_OBJ_TO_PTR(property))->name = name;
}

static mp_obj_t property_with(mp_obj_t self_in, size_t i, mp_obj_t function) {
    property_t *self = MP_OBJ_TO_PTR(self_in);
    if (is_field(self)) {
        mp_raise_TypeError(MP_ERROR_TEXT("the field of a named tuple has no functions"));
    }
    property_t *copy = m_new_obj(property_t);
    *copy = *self;
    copy->functions[i] = function;
    if (i == 0 && function != mp_const_none) {
        copy->doc = doc_of(function);
    }
    return MP_OBJ_FROM_PTR(copy);
}

static mp_obj_t property_getter(mp_obj_t self, mp_obj_t function) {
    return property_with(self, 0, function);
}
static MP_DEFINE_CONST_FUN_OBJ_2(property_getter_obj, property_getter);

static mp_obj_t property_setter(mp_obj_t self, mp_obj_t function) {
    return property_with(self, 1, function);
}
static MP_DEFINE_CONST_FUN_OBJ_2(property_setter_obj, property_setter);

static mp_obj_t property_deleter(mp_obj_t self, mp_obj_t function) {
    return property_with(self, 2, function);
}
static MP_DEFINE_CONST_FUN_OBJ_2(property_deleter_obj, property_deleter);

static mp_obj_t property_name(mp_obj_t self, mp_obj_t owner, mp_obj_t name) {
    mpwasm_property_set_name(self, name);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(property_set_name_obj, property_name);

static bool is_abstract(mp_obj_t function) {
    mp_obj_t dest[2];
    mp_load_method_protected(function, MP_QSTR___isabstractmethod__, dest, false);
    return dest[0] != MP_OBJ_NULL && mp_obj_is_true(dest[0]);
}

static void property_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    property_t *self = MP_OBJ_TO_PTR(self_in);
    bool stores = dest[0] != MP_OBJ_NULL;
    if (name == MP_QSTR___doc__ || name == MP_QSTR___name__) {
        mp_obj_t *place = name == MP_QSTR___doc__ ? &self->doc : &self->name;
        if (stores) {
            *place = dest[1] == MP_OBJ_NULL && name == MP_QSTR___doc__ ? mp_const_none : dest[1];
            dest[0] = MP_OBJ_NULL;
        } else if (*place != MP_OBJ_NULL) {
            dest[0] = *place;
        } else if (!is_field(self) && self->functions[0] != mp_const_none) {
            dest[0] = mp_load_attr(self->functions[0], name);
        }
        return;
    }
    if (is_field(self)) { // it has no functions, and no name of theirs
        return;
    }
    if (!stores && name == MP_QSTR___isabstractmethod__) {
        dest[0] = mp_obj_new_bool(is_abstract(self->functions[0]) || is_abstract(self->functions[1]) || is_abstract(self->functions[2]));
        return;
    }
    int i = name == MP_QSTR_fget ? 0 : name == MP_QSTR_fset ? 1 : name == MP_QSTR_fdel ? 2 : -1;
    if (i >= 0 && !stores) {
        dest[0] = self->functions[i];
    } else if (i >= 0) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("readonly attribute"));
    } else if (!stores) {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t property_members_table[] = {
    { MP_ROM_QSTR(MP_QSTR_getter), MP_ROM_PTR(&property_getter_obj) },
    { MP_ROM_QSTR(MP_QSTR_setter), MP_ROM_PTR(&property_setter_obj) },
    { MP_ROM_QSTR(MP_QSTR_deleter), MP_ROM_PTR(&property_deleter_obj) },
    { MP_ROM_QSTR(MP_QSTR___set_name__), MP_ROM_PTR(&property_set_name_obj) },
};
static MP_DEFINE_CONST_DICT(property_members, property_members_table);

static void property_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    property_t *self = MP_OBJ_TO_PTR(self_in);
    if (!is_field(self)) {
        mp_printf(print, "<property object at 0x%08x>", (unsigned)(uintptr_t)self);
        return;
    }
    mp_printf(print, "_tuplegetter(%d, ", (int)MP_OBJ_SMALL_INT_VALUE(self->functions[0]));
    mp_obj_print_helper(print, self->doc, PRINT_REPR);
    mp_print_str(print, ")");
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_property,
    MP_QSTR_property,
    MP_TYPE_FLAG_NONE,
    make_new, property_make_new,
    print, property_print,
    attr, property_attr,
    locals_dict, &property_members
    );

// --- classmethod and staticmethod ------------------------------------------------------------------

static mp_obj_t method_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_obj_static_class_method_t *method = mp_obj_malloc(mp_obj_static_class_method_t, type);
    method->fun = args[0];
    return MP_OBJ_FROM_PTR(method);
}

static void method_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___isabstractmethod__) {
        dest[0] = mp_obj_new_bool(is_abstract(self->fun));
    } else if (name == MP_QSTR___func__ || name == MP_QSTR___wrapped__) {
        bool built_in = mp_obj_is_obj(self->fun) && (mp_obj_get_type(self->fun)->flags & MP_TYPE_FLAG_BUILTIN_FUN) && self->base.type == &mp_type_classmethod;
        dest[0] = built_in ? MP_OBJ_NULL : self->fun; // built-in ones trust their first argument
    } else if (name == MP_QSTR___name__ || name == MP_QSTR___doc__ || name == MP_QSTR___qualname__ || name == MP_QSTR___module__ || name == MP_QSTR___annotations__) {
        mp_load_method_maybe(self->fun, name, dest);
    }
}

static void method_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<%q(", (qstr)self->base.type->name);
    mp_obj_print_helper(print, self->fun, PRINT_REPR);
    mp_print_str(print, ")>");
}

static mp_obj_t staticmethod_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(self_in))->fun, n_args, n_kw, args);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_staticmethod,
    MP_QSTR_staticmethod,
    MP_TYPE_FLAG_NONE,
    make_new, method_make_new,
    print, method_print,
    call, staticmethod_call,
    attr, method_attr
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_classmethod,
    MP_QSTR_classmethod,
    MP_TYPE_FLAG_NONE,
    make_new, method_make_new,
    print, method_print,
    attr, method_attr
    );

// --- Bound methods ---------------------------------------------------------------------------------

typedef struct _bound_t {
    mp_obj_base_t base;
    mp_obj_t function, self;
} bound_t;

static inline bool is_built_in(mp_obj_t function) {
    return mp_obj_is_obj(function) && (mp_obj_get_type(function)->flags & MP_TYPE_FLAG_BUILTIN_FUN);
}

static MP_DEFINE_CONST_OBJ_TYPE(method_wrapper_type, MP_QSTR_method_hyphen_wrapper, MP_TYPE_FLAG_NONE);

const mp_obj_type_t *mpwasm_bound_class(mp_const_obj_t bound) {
    mp_obj_t function = ((bound_t *)MP_OBJ_TO_PTR(bound))->function;
    if (is_built_in(function)) {
        return &mp_type_fun_builtin_var;
    }
    qstr name = mp_obj_is_obj(function) ? mp_obj_get_type(function)->name : MP_QSTRnull;
    return name == MP_QSTR_wrapper_descriptor ? &method_wrapper_type : name == MP_QSTR_method_descriptor ? &mp_type_fun_builtin_var : &mp_type_bound_meth;
}

mp_obj_t mp_call_method_self_n_kw(mp_obj_t function, mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    size_t n = n_args + 2 * n_kw;
    mp_obj_t *all = mp_pystack_alloc((n + 1) * sizeof(mp_obj_t));
    all[0] = self;
    if (n != 0) {
        memcpy(all + 1, args, n * sizeof(mp_obj_t));
    }
    mp_obj_t result = mp_call_function_n_kw(function, n_args + 1, n_kw, all);
    mp_pystack_free(all);
    return result;
}

static mp_obj_t bound_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    if (!mp_obj_is_callable(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("first argument must be callable"));
    }
    if (args[1] == mp_const_none) {
        mp_raise_TypeError(MP_ERROR_TEXT("instance must not be None"));
    }
    return mp_obj_new_bound_meth(args[0], args[1]);
}

static void bound_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    bound_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t name[2];
    mp_load_method_maybe(self->function, is_built_in(self->function) ? MP_QSTR___name__ : MP_QSTR___qualname__, name);
    if (name[0] == MP_OBJ_NULL) {
        mp_load_method_maybe(self->function, MP_QSTR___name__, name);
    }
    const char *text = name[0] != MP_OBJ_NULL && mp_obj_is_str(name[0]) ? mp_obj_str_get_str(name[0]) : "?";
    if (is_built_in(self->function)) {
        mp_printf(print, "<built-in method %s of %s object at 0x%08x>", text, mp_obj_get_type_str(self->self), (unsigned)(uintptr_t)self->self);
        return;
    }
    mp_printf(print, "<bound method %s of ", text);
    mp_obj_print_helper(print, self->self, PRINT_REPR);
    mp_print_str(print, ">");
}

static mp_obj_t bound_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    bound_t *self = MP_OBJ_TO_PTR(self_in);
    return mp_call_method_self_n_kw(self->function, self->self, n_args, n_kw, args);
}

static mp_obj_t bound_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    bound_t *self = MP_OBJ_TO_PTR(self_in);
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_uint_t)self->self ^ (mp_uint_t)self->function) : MP_OBJ_NULL;
}

static mp_obj_t bound_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    bound_t *left = MP_OBJ_TO_PTR(lhs), *right = MP_OBJ_TO_PTR(rhs);
    return op == MP_BINARY_OP_EQUAL ? mp_obj_new_bool(left->self == right->self && mp_obj_equal(left->function, right->function)) : MP_OBJ_NULL;
}

static void bound_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    bound_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___self__) {
        dest[0] = self->self;
    } else if (name == MP_QSTR___func__) {
        dest[0] = is_built_in(self->function) ? MP_OBJ_NULL : self->function; // they trust their first argument
    } else {
        mp_load_method_maybe(self->function, name, dest);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_bound_meth,
    MP_QSTR_method,
    MPWASM_TYPE_FLAG_WRAPS,
    make_new, bound_make_new,
    print, bound_print,
    attr, bound_attr,
    call, bound_call,
    unary_op, bound_unary_op,
    binary_op, bound_binary_op
    );

mp_obj_t mpwasm_bound_function(mp_obj_t method, mp_obj_t *self) {
    bound_t *bound = MP_OBJ_TO_PTR(method);
    *self = bound->self;
    return bound->function;
}

mp_obj_t mp_obj_new_bound_meth(mp_obj_t function, mp_obj_t self) {
    bound_t *bound = mp_obj_malloc(bound_t, &mp_type_bound_meth);
    bound->function = function;
    bound->self = self;
    return MP_OBJ_FROM_PTR(bound);
}
