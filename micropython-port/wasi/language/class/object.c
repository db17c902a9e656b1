// The types object and type.

#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/objstr.h"

#include "language/class/class.h"
#include "language/errors/arguments.h"
#include "language/errors/operands.h"
#include "language/function.h"

// --- object ----------------------------------------------------------------------------------------

static mp_obj_t object_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args + n_kw != 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("object() takes no arguments"));
    }
    return MP_OBJ_FROM_PTR(mp_obj_malloc(mp_obj_base_t, type));
}

static void object_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_printf(print, "<object object at 0x%08x>", (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self));
}

// Excess arguments are an error unless the class has one of __new__ and __init__, and the other takes them.
static mp_obj_t object_init(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    const mp_obj_type_t *type = mp_obj_get_type(args[0]);
    if (n_args + kw->used > 1) {
        class_t *class = is_program_class(type) ? (class_t *)type : NULL;
        if (class != NULL && class->init_function != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        if (class == NULL ? type == &mp_type_object : (class->new_function == MP_OBJ_NULL && class->native == NULL)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__init__() takes exactly one argument (the instance to initialize)"), (qstr)type->name);
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object_init_obj, 1, object_init);

// A function without a self that takes keywords as they are given.
static mp_obj_t object_new_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args);

static MP_DEFINE_CONST_OBJ_TYPE(
    new_type,
    MP_QSTR_builtin_function_or_method,
    MP_TYPE_FLAG_NONE,
    call, object_new_call
    );
static const mp_obj_base_t object_new_obj = { &new_type }, type_new_obj = { &new_type };

static mp_obj_t object_new_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mpwasm_native_new(MP_OBJ_TO_PTR(self) == &type_new_obj ? &mp_type_type : &mp_type_object, n_args, n_kw, args);
}

qstr mpwasm_attribute_name(mp_obj_t name) {
    mp_obj_t text = mpwasm_native(name, &mp_type_str);
    if (text == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("attribute name must be string, not '%s'"), mp_obj_get_type_str(name));
    }
    return mp_obj_str_get_qstr(text);
}

static bool is_instance(mp_obj_t self) {
    return mp_obj_get_type(self)->flags & MP_TYPE_FLAG_INSTANCE_TYPE;
}

static mp_obj_t object_getattribute(mp_obj_t self, mp_obj_t name_in) {
    qstr name = mpwasm_attribute_name(name_in);
    mp_obj_t dest[2];
    if (name == MP_QSTR___class__) {
        mpwasm_generic_class(self, dest);
        return dest[0];
    }
    if (is_instance(self)) {
        mpwasm_generic_load(self, name, dest);
    } else if (is_class(self)) {
        mpwasm_class_generic_load(self, name, dest);
    } else {
        mp_load_method_maybe(self, name, dest);
    }
    if (dest[0] == MP_OBJ_NULL) {
        mpwasm_raise_no_attribute(self, name);
    }
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_getattribute_obj, object_getattribute);

static mp_obj_t object_setattr(mp_obj_t self, mp_obj_t name, mp_obj_t value) {
    if (is_instance(self)) {
        mpwasm_generic_store(self, mpwasm_attribute_name(name), value);
    } else if (is_class(self)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't apply this __setattr__ to %s object"), mp_obj_get_type_str(self));
    } else {
        mp_store_attr(self, mpwasm_attribute_name(name), value);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(object_setattr_obj, object_setattr);

static mp_obj_t object_delattr(mp_obj_t self, mp_obj_t name) {
    return object_setattr(self, name, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_delattr_obj, object_delattr);

static mp_obj_t object_repr(mp_obj_t self) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    if (is_program_class(mp_obj_get_type(self))) {
        mpwasm_print_default(&print, self);
    } else {
        mp_printf(&print, "<%q object at 0x%08x>", (qstr)mp_obj_get_type(self)->name, (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self));
    }
    return mp_obj_new_str_from_utf8_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_repr_obj, object_repr);

static mp_obj_t object_str(mp_obj_t self) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    mp_obj_print_helper(&print, self, PRINT_REPR);
    return mp_obj_new_str_from_utf8_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_str_obj, object_str);

static mp_obj_t object_format(mp_obj_t self, mp_obj_t format) {
    if (mpwasm_native(format, &mp_type_str) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__format__() argument must be str, not %s"), mp_obj_get_type_str(format));
    }
    if (mp_obj_is_true(format)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported format string passed to %s.__format__"), mp_obj_get_type_str(self));
    }
    return mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_str), self);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_format_obj, object_format);

static mp_obj_t object_eq(mp_obj_t self, mp_obj_t other) {
    return self == other ? mp_const_true : mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_eq_obj, object_eq);

static mp_obj_t object_ne(mp_obj_t self, mp_obj_t other) {
    mp_obj_t call[3];
    if (!mpwasm_load_special(self, MP_QSTR___eq__, call)) {
        return self == other ? mp_const_false : mp_const_notimplemented;
    }
    call[2] = other;
    mp_obj_t result = mp_call_method_n_kw(1, 0, call);
    return result == mp_const_notimplemented ? result : mp_obj_new_bool(!mp_obj_is_true(result));
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_ne_obj, object_ne);

static mp_obj_t object_order(mp_obj_t self, mp_obj_t other) {
    return mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_order_obj, object_order);

static mp_obj_t object_hash(mp_obj_t self) {
    return hash_by_identity(self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_hash_obj, object_hash);

static mp_obj_t object_sizeof(mp_obj_t self) {
    return mp_unary_op(MP_UNARY_OP_SIZEOF, self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_sizeof_obj, object_sizeof);

static mp_obj_t object_dir(mp_obj_t self) {
    return mpwasm_dir(self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object_dir_obj, object_dir);

static mp_obj_t object_init_subclass(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    if (n_args + kw->used > 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s.__init_subclass__() takes no %sarguments"), mpwasm_qualified_name(is_class(args[0]) ? MP_OBJ_TO_PTR(args[0]) : &mp_type_object),
            kw->used > 0 ? "keyword " : "");
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object_init_subclass_fun_obj, 1, object_init_subclass);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(object_init_subclass_obj, MP_ROM_PTR(&object_init_subclass_fun_obj));

static mp_obj_t object_subclasshook(size_t n_args, const mp_obj_t *args) {
    return mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(object_subclasshook_fun_obj, 1, 2, object_subclasshook);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(object_subclasshook_obj, MP_ROM_PTR(&object_subclasshook_fun_obj));

static const mp_rom_map_elem_t object_members_table[] = {
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&object_init_obj) },
    { MP_ROM_QSTR(MP_QSTR___new__), MP_ROM_PTR(&object_new_obj) },
    { MP_ROM_QSTR(MP_QSTR___getattribute__), MP_ROM_PTR(&object_getattribute_obj) },
    { MP_ROM_QSTR(MP_QSTR___setattr__), MP_ROM_PTR(&object_setattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___delattr__), MP_ROM_PTR(&object_delattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___repr__), MP_ROM_PTR(&object_repr_obj) },
    { MP_ROM_QSTR(MP_QSTR___str__), MP_ROM_PTR(&object_str_obj) },
    { MP_ROM_QSTR(MP_QSTR___format__), MP_ROM_PTR(&object_format_obj) },
    { MP_ROM_QSTR(MP_QSTR___eq__), MP_ROM_PTR(&object_eq_obj) },
    { MP_ROM_QSTR(MP_QSTR___ne__), MP_ROM_PTR(&object_ne_obj) },
    { MP_ROM_QSTR(MP_QSTR___lt__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___le__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___gt__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___ge__), MP_ROM_PTR(&object_order_obj) },
    { MP_ROM_QSTR(MP_QSTR___hash__), MP_ROM_PTR(&object_hash_obj) },
    { MP_ROM_QSTR(MP_QSTR___sizeof__), MP_ROM_PTR(&object_sizeof_obj) },
    { MP_ROM_QSTR(MP_QSTR___dir__), MP_ROM_PTR(&object_dir_obj) },
    { MP_ROM_QSTR(MP_QSTR___init_subclass__), MP_ROM_PTR(&object_init_subclass_obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasshook__), MP_ROM_PTR(&object_subclasshook_obj) },
};
static MP_DEFINE_CONST_DICT(object_members, object_members_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_object,
    MP_QSTR_object,
    MP_TYPE_FLAG_NONE,
    make_new, object_make_new,
    print, object_print,
    locals_dict, &object_members
    );

// --- type ------------------------------------------------------------------------------------------

static qstr module_with(const mp_map_t *modules, const mp_obj_type_t *type) {
    for (size_t i = 0; i < modules->alloc; i++) {
        const mp_obj_module_t *module = MP_OBJ_TO_PTR(modules->table[i].value);
        mp_map_elem_t *member = mp_map_lookup((mp_map_t *)&module->globals->map, MP_OBJ_NEW_QSTR(type->name), MP_MAP_LOOKUP);
        if (member != NULL && member->value == MP_OBJ_FROM_PTR(type) && modules->table[i].key != MP_OBJ_NEW_QSTR(MP_QSTR___main__)) {
            size_t len;
            const char *name = (const char *)qstr_data(MP_OBJ_QSTR_VALUE(modules->table[i].key), &len);
            return name[0] == '_' && name[1] != '_' ? qstr_from_strn(name + 1, len - 1) : MP_OBJ_QSTR_VALUE(modules->table[i].key);
        }
    }
    return MP_QSTRnull;
}

// The module of a built-in type: the one written in C that has it under its name, without an underscore in front.
qstr mpwasm_type_module(const mp_obj_type_t *type) {
    if (mp_map_lookup((mp_map_t *)&mp_module_builtins.globals->map, MP_OBJ_NEW_QSTR(type->name), MP_MAP_LOOKUP) != NULL) {
        return MP_QSTR_builtins;
    }
    qstr found = module_with(&mp_builtin_module_map, type);
    if (found == MP_QSTRnull) {
        found = module_with(&mp_builtin_extensible_module_map, type);
    }
    if (type == &mpwasm_type_union || type == &mpwasm_type_generic_alias) { // no module in C has these
        return MP_QSTR_types;
    }
    return found == MP_QSTRnull ? MP_QSTR_builtins : found;
}

// As errors name the type of an object: with its module, as CPython names types that it has in C. Classes of the library
// that are in Python and stand for such a type have that name already (_functools.in_c).
const char *mp_obj_get_type_str(mp_const_obj_t object) {
    return qstr_str(mpwasm_name_in_errors(mpwasm_class_of(object)));
}

// In front of upstream's own in py/obj.c, which is weak (over/py/runtime.h).
const char *mpwasm_upstream_get_type_str(mp_const_obj_t object);

const char *mpwasm_upstream_get_type_str(mp_const_obj_t object) {
    return mp_obj_get_type_str(object);
}

qstr mpwasm_name_in_errors(const mp_obj_type_t *type) {
    qstr module = is_program_class(type) || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(&mp_type_BaseException)) ? MP_QSTR_builtins : mpwasm_type_module(type);
    if (module == MP_QSTR_builtins) {
        return type->name;
    }
    vstr_t name;
    vstr_init(&name, 32);
    vstr_printf(&name, "%q.%q", module, (qstr)type->name);
    return qstr_from_strn(name.buf, name.len);
}

static void type_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    if (!is_program_class(self)) {
        qstr module = mpwasm_type_module(self);
        mp_printf(print, module == MP_QSTR_builtins ? "<class '%q'>" : "<class '%q.%q'>", module == MP_QSTR_builtins ? (qstr)self->name : module, (qstr)self->name);
        return;
    }
    mp_obj_t module = own_member(self, MP_QSTR___module__);
    mp_print_str(print, "<class '");
    if (module != MP_OBJ_NULL && mp_obj_is_str(module) && module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
        mp_obj_print_helper(print, module, PRINT_STR);
        mp_print_str(print, ".");
    }
    mp_obj_print_helper(print, ((class_t *)self)->qualname, PRINT_STR);
    mp_print_str(print, "'>");
}

static mp_obj_t type_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    if (!MP_OBJ_TYPE_HAS_SLOT(self, make_new)) {
        bool none = self == &mp_type_NoneType, dots = self == &mpwasm_type_Ellipsis;
        if (none || dots || self == &mpwasm_type_NotImplemented) {
            if (n_args + n_kw > 0) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q takes no arguments"), dots ? MP_QSTR_EllipsisType : (qstr)self->name);
            }
            return none ? mp_const_none : dots ? MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj) : mp_const_notimplemented;
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot create '%q' instances"), (qstr)self->name);
    }
    mpwasm_callee = MP_OBJ_FROM_PTR(self);
    return MP_OBJ_TYPE_GET_SLOT(self, make_new)(self, n_args, n_kw, args);
}

static mp_obj_t type_unary_op(mp_unary_op_t op, mp_obj_t self) {
    return op == MP_UNARY_OP_HASH ? hash_by_identity(self) : MP_OBJ_NULL;
}

// int | str
static mp_obj_t type_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_OR) {
        return mpwasm_new_union(lhs, rhs);
    }
    if (op == MP_BINARY_OP_CONTAINS) {
        mpwasm_raise_operands(op, lhs, rhs);
    }
    return op == MP_BINARY_OP_REVERSE_OR ? mpwasm_new_union(rhs, lhs) : MP_OBJ_NULL;
}

// list[int], and __class_getitem__
static mp_obj_t type_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self), *found;
    if (value != MP_OBJ_SENTINEL) {
        mp_raise_msg_varg(&mp_type_TypeError, value == MP_OBJ_NULL ? MP_ERROR_TEXT("'%s' object does not support item deletion") : MP_ERROR_TEXT("'%s' object does not support item assignment"),
            mp_obj_get_type_str(self));
    }
    mp_obj_t member = mpwasm_class_lookup(type, MP_QSTR___class_getitem__, &found);
    if (member != MP_OBJ_NULL) {
        mp_obj_t call[3];
        mpwasm_bind(member, found, MP_OBJ_NULL, type, call);
        call[2] = index;
        return mp_call_method_n_kw(1, 0, call);
    }
    const mp_obj_type_t *native = is_program_class(type) ? ((class_t *)type)->native : type;
    if (!mpwasm_is_generic(native)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type '%q' is not subscriptable"), (qstr)type->name);
    }
    return mpwasm_new_generic_alias(self, index);
}

static mp_obj_t type_getiter(mp_obj_t self, mp_obj_iter_buf_t *buffer) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not iterable"), mp_obj_get_type_str(self));
}

static mp_obj_t checked_class(mp_obj_t self) {
    if (!is_class(self)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected a 'type' object, not '%s'"), mp_obj_get_type_str(self));
    }
    return self;
}

static mp_obj_t type_mro(mp_obj_t self) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(checked_class(self));
    mp_obj_tuple_t *mro = is_program_class(type) ? mpwasm_linearize((class_t *)type) : mpwasm_mro(type);
    return mp_obj_new_list(mro->len, mro->items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_mro_obj, type_mro);

static mp_obj_t type_subclasses(mp_obj_t self) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(checked_class(self));
    mp_obj_t subclasses = is_program_class(type) ? ((class_t *)type)->subclasses : MP_OBJ_NULL;
    return subclasses == MP_OBJ_NULL ? mp_obj_new_list(0, NULL) : mp_obj_list_make_new(&mp_type_list, 1, 0, &subclasses);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_subclasses_obj, type_subclasses);

static mp_obj_t type_prepare(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return mp_obj_new_dict(0);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type_prepare_fun_obj, 0, type_prepare);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(type_prepare_obj, MP_ROM_PTR(&type_prepare_fun_obj));

static mp_obj_t type_instancecheck(mp_obj_t self, mp_obj_t object) {
    return mp_obj_new_bool(mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(object)), checked_class(self)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_instancecheck_obj, type_instancecheck);

static mp_obj_t type_subclasscheck(mp_obj_t self, mp_obj_t object) {
    return mp_obj_new_bool(mp_obj_is_subclass_fast(object, checked_class(self)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_subclasscheck_obj, type_subclasscheck);

static mp_obj_t type_init(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    if (n_args != 4 && n_args != 2) {
        mp_raise_TypeError(MP_ERROR_TEXT("type.__init__() takes 1 or 3 arguments"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type_init_obj, 1, type_init);

static mp_obj_t type_getattribute(mp_obj_t self, mp_obj_t name) {
    checked_class(self);
    return object_getattribute(self, name);
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_getattribute_obj, type_getattribute);

static mp_obj_t type_setattr(mp_obj_t self, mp_obj_t name, mp_obj_t value) {
    mpwasm_class_generic_store(checked_class(self), mpwasm_attribute_name(name), value);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(type_setattr_obj, type_setattr);

static mp_obj_t type_delattr(mp_obj_t self, mp_obj_t name) {
    return type_setattr(self, name, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(type_delattr_obj, type_delattr);

static mp_obj_t type_repr(mp_obj_t self) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    type_print(&print, checked_class(self), PRINT_REPR);
    return mp_obj_new_str_from_utf8_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_repr_obj, type_repr);

static const mp_rom_map_elem_t type_members_table[] = {
    { MP_ROM_QSTR(MP_QSTR___new__), MP_ROM_PTR(&type_new_obj) },
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&type_init_obj) },
    { MP_ROM_QSTR(MP_QSTR_mro), MP_ROM_PTR(&type_mro_obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasses__), MP_ROM_PTR(&type_subclasses_obj) },
    { MP_ROM_QSTR(MP_QSTR___prepare__), MP_ROM_PTR(&type_prepare_obj) },
    { MP_ROM_QSTR(MP_QSTR___instancecheck__), MP_ROM_PTR(&type_instancecheck_obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasscheck__), MP_ROM_PTR(&type_subclasscheck_obj) },
    { MP_ROM_QSTR(MP_QSTR___getattribute__), MP_ROM_PTR(&type_getattribute_obj) },
    { MP_ROM_QSTR(MP_QSTR___setattr__), MP_ROM_PTR(&type_setattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___delattr__), MP_ROM_PTR(&type_delattr_obj) },
    { MP_ROM_QSTR(MP_QSTR___repr__), MP_ROM_PTR(&type_repr_obj) },
};
static MP_DEFINE_CONST_DICT(type_members, type_members_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_type,
    MP_QSTR_type,
    CLASS_IS_META,
    make_new, mpwasm_new_class,
    print, type_print,
    call, type_call,
    unary_op, type_unary_op,
    binary_op, type_binary_op,
    attr, mpwasm_class_attr,
    subscr, type_subscr,
    iter, type_getiter,
    locals_dict, &type_members
    );
