// isinstance, issubclass and super().

#include "py/builtin.h"

#include "language/class/class.h"
#include "language/function.h"

// --- isinstance and issubclass ---------------------------------------------------------------------

// The bases of what is no class, but has __bases__; MP_OBJ_NULL if it has none.
static mp_obj_t abstract_bases(mp_obj_t object) {
    mp_obj_t dest[2];
    mp_load_method_protected(object, MP_QSTR___bases__, dest, false);
    return dest[0] != MP_OBJ_NULL && mp_obj_is_type(dest[0], &mp_type_tuple) ? dest[0] : MP_OBJ_NULL;
}

static RECURS bool abstract_subclass(mp_obj_t object, mp_obj_t of) {
    mp_cstack_check();
    if (object == of) {
        return true;
    }
    mp_obj_t bases = abstract_bases(object);
    if (bases != MP_OBJ_NULL) {
        mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(bases);
        for (size_t i = 0; i < tuple->len; i++) {
            if (abstract_subclass(tuple->items[i], of)) {
                return true;
            }
        }
    }
    return false;
}

// Asks the metaclass, if it has something to say.
static bool ask_meta(mp_obj_t of, qstr name, mp_obj_t object, bool *answer) {
    mp_obj_t call[3];
    if (!mpwasm_load_special(of, name, call)) {
        return false;
    }
    call[2] = object;
    *answer = mp_obj_is_true(mp_call_method_n_kw(1, 0, call));
    return true;
}

static bool is_instance(mp_obj_t object, mp_obj_t of);
static bool is_subclass(mp_obj_t object, mp_obj_t of);

// A tuple or union of classes.
static RECURS bool any_of(mp_obj_t object, mp_obj_t of, bool (*relation)(mp_obj_t, mp_obj_t), bool *answer) {
    mp_obj_tuple_t *tuple = mpwasm_union_args(of);
    mp_obj_t native = tuple != NULL ? MP_OBJ_FROM_PTR(tuple) : mpwasm_native(of, &mp_type_tuple);
    if (native == MP_OBJ_NULL) {
        return false;
    }
    mp_cstack_check();
    tuple = MP_OBJ_TO_PTR(native);
    *answer = false;
    for (size_t i = 0; i < tuple->len && !*answer; i++) {
        mp_obj_t item = tuple->items[i];
        *answer = relation(object, item == mp_const_none && mpwasm_union_args(of) != NULL ? MP_OBJ_FROM_PTR(&mp_type_NoneType) : item);
    }
    return true;
}

static bool is_instance(mp_obj_t object, mp_obj_t of) {
    const mp_obj_type_t *type = mpwasm_class_of(object);
    bool answer;
    if (MP_OBJ_FROM_PTR(type) == of || any_of(object, of, is_instance, &answer)) {
        return MP_OBJ_FROM_PTR(type) == of || answer;
    }
    if (ask_meta(of, MP_QSTR___instancecheck__, object, &answer)) {
        return answer;
    }
    if (mp_obj_is_type(of, &mpwasm_type_generic_alias)) {
        mp_raise_TypeError(MP_ERROR_TEXT("isinstance() argument 2 cannot be a parameterized generic"));
    }
    if (!is_class(of) && abstract_bases(of) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("isinstance() arg 2 must be a type, a tuple of types, or a union"));
    }
    if (is_class(of) && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), of)) {
        return true;
    }
    if (!is_program_class(type)) {
        return false;
    }
    if (type->flags & CLASS_IS_PLAIN) {
        return false;
    }
    mp_obj_t dest[2]; // what the object says of its class
    mp_load_method_protected(object, MP_QSTR___class__, dest, false);
    return dest[0] != MP_OBJ_NULL && dest[0] != MP_OBJ_FROM_PTR(type) && (is_class(of) ? is_class(dest[0]) && mp_obj_is_subclass_fast(dest[0], of) : abstract_subclass(dest[0], of));
}

static bool is_subclass(mp_obj_t object, mp_obj_t of) {
    bool answer;
    if (any_of(object, of, is_subclass, &answer) || ask_meta(of, MP_QSTR___subclasscheck__, object, &answer)) {
        return answer;
    }
    if (is_class(object) && is_class(of)) {
        return mp_obj_is_subclass_fast(object, of);
    }
    if (mp_obj_is_type(of, &mpwasm_type_generic_alias)) {
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() argument 2 cannot be a parameterized generic"));
    }
    if (!is_class(object) && abstract_bases(object) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 1 must be a class"));
    }
    if (!is_class(of) && abstract_bases(of) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    }
    return abstract_subclass(object, of);
}

static mp_obj_t mp_builtin_isinstance(mp_obj_t object, mp_obj_t of) {
    return mp_obj_new_bool(is_instance(object, of));
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_isinstance_obj, mp_builtin_isinstance);

static mp_obj_t mp_builtin_issubclass(mp_obj_t object, mp_obj_t of) {
    return mp_obj_new_bool(is_subclass(object, of));
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_issubclass_obj, mp_builtin_issubclass);

// --- super -----------------------------------------------------------------------------------------

typedef struct _super_t {
    mp_obj_base_t base;
    mp_obj_t type, object; // object is MP_OBJ_NULL if super is not bound
    const mp_obj_type_t *object_type; // the class whose order is walked
} super_t;

static const mp_obj_type_t *type_to_walk(mp_obj_t type, mp_obj_t object) {
    if (!is_class(type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super() argument 1 must be a type, not %s"), mp_obj_get_type_str(type));
    }
    if (is_class(object) && mp_obj_is_subclass_fast(object, type)) {
        return MP_OBJ_TO_PTR(object);
    }
    const mp_obj_type_t *own = mp_obj_get_type(object);
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(own), type)) {
        mp_obj_t dest[2] = { MP_OBJ_NULL };
        if (is_program_class(own)) {
            mpwasm_generic_class(object, dest);
        }
        if (dest[0] == MP_OBJ_NULL || !is_class(dest[0]) || !mp_obj_is_subclass_fast(dest[0], type)) {
            const char *name = qstr_str(is_class(object) ? ((mp_obj_type_t *)MP_OBJ_TO_PTR(object))->name : own->name);
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super(type, obj): obj (%s %s) is not an instance or subtype of type (%q)."), is_class(object) ? "type" : "instance of", name,
                (qstr)((mp_obj_type_t *)MP_OBJ_TO_PTR(type))->name);
        }
        own = MP_OBJ_TO_PTR(dest[0]);
    }
    return own;
}

static void super_init(super_t *self, mp_obj_t type, mp_obj_t object) {
    self->base.type = &mp_type_super;
    self->type = type;
    self->object = object;
    self->object_type = type_to_walk(type, object);
}

static mp_obj_t super_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0 && n_kw == 0) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("super(): no arguments"));
    }
    mp_arg_check_num(n_args, n_kw, 1, 2, false);
    super_t *self = m_new_obj(super_t);
    if (n_args == 1 || args[1] == mp_const_none) {
        if (!is_class(args[0])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super() argument 1 must be a type, not %s"), mp_obj_get_type_str(args[0]));
        }
        *self = (super_t) { .base = { &mp_type_super }, .type = args[0] };
    } else {
        super_init(self, args[0], args[1]);
    }
    return MP_OBJ_FROM_PTR(self);
}

static void super_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    super_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<super: <class '%q'>, ", (qstr)((mp_obj_type_t *)MP_OBJ_TO_PTR(self->type))->name);
    if (self->object == MP_OBJ_NULL) {
        mp_print_str(print, "NULL>");
    } else {
        mp_printf(print, "<%q object>>", (qstr)self->object_type->name);
    }
}

// An unbound one is a descriptor: self.__super.method().
mp_obj_t mpwasm_super_get(mp_obj_t self_in, mp_obj_t object) {
    super_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->object != MP_OBJ_NULL || object == MP_OBJ_NULL || object == mp_const_none) {
        return self_in;
    }
    super_t *bound = m_new_obj(super_t);
    super_init(bound, self->type, object);
    return MP_OBJ_FROM_PTR(bound);
}

static mp_obj_t super_get(size_t n_args, const mp_obj_t *args) {
    if (!mp_obj_is_exact_type(args[0], &mp_type_super)) {
        mp_raise_TypeError(MP_ERROR_TEXT("super() argument 1 must be a type"));
    }
    return mpwasm_super_get(args[0], args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(super_get_obj, 2, 3, super_get);

static void super_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    super_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___thisclass__) {
        dest[0] = self->type;
    } else if (name == MP_QSTR___self__) {
        dest[0] = self->object == MP_OBJ_NULL ? mp_const_none : self->object;
    } else if (name == MP_QSTR___self_class__) {
        dest[0] = self->object_type == NULL ? mp_const_none : MP_OBJ_FROM_PTR(self->object_type);
    } else if (name == MP_QSTR___get__ && self->object == MP_OBJ_NULL) {
        dest[0] = MP_OBJ_FROM_PTR(&super_get_obj);
        dest[1] = self_in;
    } else if (self->object != MP_OBJ_NULL && name != MP_QSTR___class__) {
        const mp_obj_type_t *found;
        mp_obj_t member = mpwasm_class_lookup_after(self->object_type, MP_OBJ_TO_PTR(self->type), name, &found);
        if (member != MP_OBJ_NULL) {
            bool of_class = self->object == MP_OBJ_FROM_PTR(self->object_type);
            mpwasm_bind(member, found, of_class ? MP_OBJ_NULL : self->object, self->object_type, dest);
            return;
        }
        if (is_program_class(self->object_type) && ((class_t *)self->object_type)->native != NULL && !is_class(self->object)) {
            mp_load_method_maybe(mpwasm_native_part(self->object), name, dest);
        }
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_super,
    MP_QSTR_super,
    MP_TYPE_FLAG_NONE,
    make_new, super_make_new,
    print, super_print,
    attr, super_attr
    );

// super().name(...): dest has super, the class and the object.
void mp_load_super_method(qstr name, mp_obj_t *dest) {
    super_t self; // on the stack, so nothing may keep it
    super_init(&self, dest[1], dest[2]);
    const mp_obj_type_t *found;
    mp_obj_t member = mpwasm_class_lookup_after(self.object_type, MP_OBJ_TO_PTR(self.type), name, &found);
    if (member != MP_OBJ_NULL && self.object != MP_OBJ_FROM_PTR(self.object_type) && name != MP_QSTR___class__) {
        mpwasm_bind(member, found, self.object, self.object_type, dest);
        return;
    }
    super_t *kept = mp_obj_malloc(super_t, &mp_type_super); // an error has it as its attribute obj
    *kept = self;
    mp_load_method(MP_OBJ_FROM_PTR(kept), name, dest);
}
