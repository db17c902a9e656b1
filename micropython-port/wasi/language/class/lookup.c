// Where attributes come from: the method resolution order, lookups along it, and what becomes of a member that is found (descriptors).

#include <string.h>

#include "language/class/class.h"
#include "language/errors/groups.h"

const mp_obj_type_t *mpwasm_native_base(const mp_obj_type_t *type) {
    if (MP_OBJ_TYPE_HAS_SLOT(type, parent)) {
        return MP_OBJ_TYPE_GET_SLOT(type, parent);
    }
    return type == &mp_type_bool ? &mp_type_int : type == &mp_type_object ? NULL : &mp_type_object;
}

mp_obj_tuple_t *mpwasm_mro(const mp_obj_type_t *type) {
    if (is_program_class(type)) {
        return ((class_t *)type)->mro;
    }
    if (type == &mpwasm_type_ExceptionGroup) {
        mp_obj_t order[] = { MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(&mpwasm_type_BaseExceptionGroup), MP_OBJ_FROM_PTR(&mp_type_Exception),
                             MP_OBJ_FROM_PTR(&mp_type_BaseException), MP_OBJ_FROM_PTR(&mp_type_object) };
        return MP_OBJ_TO_PTR(mp_obj_new_tuple(MP_ARRAY_SIZE(order), order));
    }
    size_t n = 0;
    for (const mp_obj_type_t *t = type; t != NULL; t = mpwasm_native_base(t)) {
        n++;
    }
    mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(mp_obj_new_tuple(n, NULL));
    for (size_t i = 0; i < n; i++, type = mpwasm_native_base(type)) {
        mro->items[i] = MP_OBJ_FROM_PTR(type);
    }
    return mro;
}

// A built-in type and its bases. Their operations come before the methods that object has for all.
static mp_obj_t native_lookup(const mp_obj_type_t *type, qstr name, const mp_obj_type_t **found) {
    const mp_obj_type_t *first = type;
    for (; type != NULL; type = mpwasm_native_base(type)) {
        if (type == &mp_type_object && first != type) {
            mp_obj_t wrapper = mpwasm_wrapper(first, name);
            if (wrapper != MP_OBJ_NULL) {
                *found = first;
                return wrapper;
            }
        }
        mp_obj_t member = own_member(type, name);
        if (member != MP_OBJ_NULL) {
            *found = type;
            return member;
        }
    }
    return MP_OBJ_NULL;
}

static mp_obj_t lookup_from(mp_obj_tuple_t *mro, size_t i, qstr name, const mp_obj_type_t **found) {
    for (; i < mro->len; i++) {
        const mp_obj_type_t *type = MP_OBJ_TO_PTR(mro->items[i]);
        mp_obj_t member = own_member(type, name);
        if (member == MP_OBJ_NULL && !is_program_class(type) && type != &mp_type_object) {
            member = mpwasm_wrapper(type, name);
        }
        if (member != MP_OBJ_NULL) {
            *found = type;
            return member;
        }
    }
    return MP_OBJ_NULL;
}

mp_obj_t mpwasm_class_lookup(const mp_obj_type_t *type, qstr name, const mp_obj_type_t **found) {
    return is_program_class(type) ? lookup_from(((class_t *)type)->mro, 0, name, found) : native_lookup(type, name, found);
}

mp_obj_t mpwasm_class_lookup_after(const mp_obj_type_t *type, const mp_obj_type_t *after, qstr name, const mp_obj_type_t **found) {
    mp_obj_tuple_t *mro = mpwasm_mro(type);
    size_t i = 0;
    while (i < mro->len && mro->items[i] != MP_OBJ_FROM_PTR(after)) {
        i++;
    }
    return lookup_from(mro, i + 1, name, found);
}

static bool has_program_class(mp_obj_tuple_t *mro, size_t i) {
    for (; i < mro->len; i++) {
        if (is_program_class(MP_OBJ_TO_PTR(mro->items[i]))) {
            return true;
        }
    }
    return false;
}

mp_obj_t mpwasm_find_special(const mp_obj_type_t *type, qstr name) {
    mp_obj_tuple_t *mro = ((class_t *)type)->mro;
    for (size_t i = 0; i < mro->len; i++) {
        const mp_obj_type_t *class = MP_OBJ_TO_PTR(mro->items[i]);
        if (!is_program_class(class)) {
            if (!has_program_class(mro, i + 1) || own_member(class, name) != MP_OBJ_NULL || mpwasm_wrapper(class, name) != MP_OBJ_NULL) {
                return MP_OBJ_NULL;
            }
            continue;
        }
        mp_obj_t member = own_member(class, name);
        if (member != MP_OBJ_NULL) {
            return member;
        }
    }
    return MP_OBJ_NULL;
}

bool mpwasm_load_special(mp_obj_t self, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(self);
    dest[0] = dest[1] = MP_OBJ_NULL;
    if (!is_program_class(type)) {
        return false;
    }
    mp_obj_t member = mpwasm_find_special(type, name);
    if (member == MP_OBJ_NULL) {
        return false;
    }
    mpwasm_bind(member, type, self, type, dest);
    return true;
}

// Objects of other types have no attributes of their own.
void mpwasm_load_of_type(mp_obj_t object, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(object), *found;
    if (!is_program_class(type) && type != &mp_type_type) {
        mp_load_method_maybe(object, name, dest);
        return;
    }
    mp_obj_t member = mpwasm_class_lookup(type, name, &found);
    dest[0] = dest[1] = MP_OBJ_NULL;
    if (member != MP_OBJ_NULL) {
        mpwasm_bind(member, found, object, type, dest);
    }
}

// A member that a program's class describes: its __get__, or that of the built-in descriptor that it is over.
static RECURS bool bind_instance(mp_obj_t member, mp_obj_t self, const mp_obj_type_t *class, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(member);
    mp_obj_t get = mpwasm_find_special(type, MP_QSTR___get__);
    if (get != MP_OBJ_NULL) {
        mp_obj_t call[4];
        call[0] = call[1] = MP_OBJ_NULL;
        mpwasm_bind(get, type, member, type, call);
        call[2] = self == MP_OBJ_NULL ? mp_const_none : self;
        call[3] = MP_OBJ_FROM_PTR(class);
        dest[0] = mp_call_method_n_kw(2, 0, call);
        return true;
    }
    const mp_obj_type_t *native = ((class_t *)type)->native;
    if (native == &mp_type_property && self == MP_OBJ_NULL) {
        return false;
    }
    if (native == &mp_type_property || native == &mp_type_staticmethod || native == &mp_type_classmethod) {
        mpwasm_bind(mpwasm_native_raise(member, native), &mp_type_object, self, class, dest);
        return true;
    }
    return false;
}

static void bind_native_function(mp_obj_t member, const mp_obj_type_t *found, mp_obj_t self, mp_obj_t *dest) {
    dest[0] = member;
    if (is_program_class(found)) { // a built-in function as a class member binds nothing, but what is a method of object, such as __hash__ = object.__hash__
        const mp_map_t *members = &MP_OBJ_TYPE_GET_SLOT(&mp_type_object, locals_dict)->map;
        for (size_t i = 0; i < members->alloc; i++) {
            if (members->table[i].value == member) {
                dest[1] = self;
            }
        }
        return;
    }
    dest[1] = self;
    if (found == &mp_type_object || found == &mp_type_type || found == &mp_type_BaseException || found == &mpwasm_type_BaseExceptionGroup) { // their methods look at what they are given
        return;
    }
    mp_obj_t native = self == MP_OBJ_NULL ? MP_OBJ_NULL : mp_obj_get_type(self) == found ? self : mpwasm_native(self, found);
    if (native == MP_OBJ_NULL) {
        dest[0] = mpwasm_new_checked_function(found, member);
    } else {
        dest[1] = native;
    }
}

void mpwasm_bind(mp_obj_t member, const mp_obj_type_t *found, mp_obj_t self, const mp_obj_type_t *class, mp_obj_t *dest) {
    dest[0] = member;
    dest[1] = MP_OBJ_NULL;
    if (!mp_obj_is_obj(member)) {
        return;
    }
    const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(member))->type;
    if (type->flags & MP_TYPE_FLAG_BINDS_SELF) {
        if (type->flags & MP_TYPE_FLAG_BUILTIN_FUN) {
            bind_native_function(member, found, self, dest);
        } else {
            dest[1] = self;
        }
    } else if (type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) {
        dest[0] = MP_OBJ_NULL; // what it stays if __get__ raises
        if (!bind_instance(member, self, class, dest)) {
            dest[0] = member;
        }
    } else if (type == &mp_type_staticmethod) {
        dest[0] = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(member))->fun;
    } else if (type == &mp_type_classmethod) {
        dest[0] = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(member))->fun;
        dest[1] = MP_OBJ_FROM_PTR(class);
    } else if (type == &mp_type_property) {
        if (self != MP_OBJ_NULL) {
            dest[0] = MP_OBJ_NULL;
            dest[0] = mpwasm_property_get(member, self);
        }
    } else if (type == &mp_type_super) {
        dest[0] = mpwasm_super_get(member, self);
    } else if (type == &mpwasm_type_member && self != MP_OBJ_NULL) {
        dest[0] = MP_OBJ_NULL;
        dest[0] = mpwasm_member_get(member, self);
    }
}

bool mpwasm_is_data(mp_obj_t member) {
    if (!mp_obj_is_obj(member)) {
        return false;
    }
    const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(member))->type;
    if (type == &mp_type_property || type == &mpwasm_type_member) {
        return true;
    }
    return (type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && (((class_t *)type)->native == &mp_type_property
           || mpwasm_find_special(type, MP_QSTR___set__) != MP_OBJ_NULL || mpwasm_find_special(type, MP_QSTR___delete__) != MP_OBJ_NULL);
}

// --- Which class is over which ---------------------------------------------------------------------

bool mp_obj_is_subclass_fast(mp_const_obj_t object, mp_const_obj_t of) {
    if (object == of) {
        return true;
    }
    if (!is_class(object)) {
        return false;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(object);
    if (is_program_class(type)) {
        mp_obj_tuple_t *mro = ((class_t *)type)->mro;
        for (size_t i = 1; i < mro->len; i++) {
            if (mro->items[i] == of) {
                return true;
            }
        }
        return false;
    }
    if (type == &mpwasm_type_ExceptionGroup && of == MP_OBJ_FROM_PTR(&mp_type_Exception)) { // its second base
        return true;
    }
    do {
        type = mpwasm_native_base(type);
    } while (type != NULL && MP_OBJ_FROM_PTR(type) != of);
    return type != NULL;
}

mp_obj_t mpwasm_native_part(mp_obj_t self) {
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (type->flags & CLASS_IS_META) {
        return self;
    }
    mp_obj_t part = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
    if (part == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not initialized"), mp_obj_get_type_str(self));
    }
    return part;
}

mp_obj_t mp_obj_cast_to_native_base(mp_obj_t self, mp_const_obj_t native_type) {
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (MP_OBJ_FROM_PTR(type) == native_type) {
        return self;
    }
    if (!(type->flags & MP_TYPE_FLAG_INSTANCE_TYPE)) {
        return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), native_type) ? self : MP_OBJ_NULL;
    }
    const mp_obj_type_t *native = ((class_t *)type)->native;
    if (native == NULL || !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), native_type)) {
        return native_type == MP_OBJ_FROM_PTR(&mp_type_object) ? self : MP_OBJ_NULL;
    }
    return ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
}
