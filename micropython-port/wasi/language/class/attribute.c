// Attributes of instances and of classes: loading, storing and deleting them by Python's rules.

#include <string.h>

#include "language/class/class.h"
#include "language/dict/find.h"
#include "language/errors/errors.h"
#include "language/function.h"

// --- The dict of an instance -----------------------------------------------------------------------

// Members stand in the instance until a program asks for its __dict__. Then they move into a dict, which is where the table was: the
// map is empty and fixed, so that the VM finds nothing there.
static inline mp_obj_dict_t *moved_members(mp_map_t *map) {
    return map->is_fixed && map->alloc == 0 && map->table != NULL ? (mp_obj_dict_t *)map->table : NULL;
}

mp_map_t *mpwasm_members(mp_obj_t self) {
    mp_map_t *map = &((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->members;
    mp_obj_dict_t *moved = moved_members(map);
    return moved == NULL ? map : &moved->map;
}

static void move_members(mp_map_t *map, mp_obj_dict_t *dict) {
    mp_map_init(map, 0);
    map->is_fixed = 1;
    map->table = (mp_map_elem_t *)dict;
}

static mp_obj_t instance_dict(mp_obj_t self) {
    mp_map_t *map = &((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->members;
    mp_obj_dict_t *dict = moved_members(map);
    if (dict == NULL) {
        dict = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
        dict->map = *map;
        move_members(map, dict);
    }
    return MP_OBJ_FROM_PTR(dict);
}

static void set_instance_dict(mp_obj_t self, mp_obj_t value) {
    mp_obj_t dict = value == MP_OBJ_NULL ? mp_obj_new_dict(0) : mpwasm_native(value, &mp_type_dict);
    if (dict == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__dict__ must be set to a dictionary, not a '%s'"), mp_obj_get_type_str(value));
    }
    move_members(&((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->members, MP_OBJ_TO_PTR(dict));
}

// --- Slots -----------------------------------------------------------------------------------------

static mp_obj_t *member_place(mp_obj_t self_in, mp_obj_t object) {
    member_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(self->class)) || !(type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) || self->part >= ((class_t *)type)->n_parts) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor '%q' for '%q' objects doesn't apply to a '%s' object"), self->name, (qstr)self->class->name, mp_obj_get_type_str(object));
    }
    return &((mp_obj_instance_t *)MP_OBJ_TO_PTR(object))->subobj[self->part];
}

mp_obj_t mpwasm_member_get(mp_obj_t member, mp_obj_t self) {
    mp_obj_t value = *member_place(member, self);
    if (value == MP_OBJ_NULL) {
        mpwasm_raise_no_attribute(self, ((member_t *)MP_OBJ_TO_PTR(member))->name);
    }
    return value;
}

void mpwasm_member_set(mp_obj_t member, mp_obj_t self, mp_obj_t value) {
    mp_obj_t *place = member_place(member, self);
    const member_t *slot = MP_OBJ_TO_PTR(member);
    if (slot->read_only) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("attribute '%q' of '%q' objects is not writable"), (qstr)slot->name, (qstr)slot->class->name);
    }
    if (value == MP_OBJ_NULL && *place == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("%q"), (qstr)slot->name);
    }
    *place = value;
}

static void member_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    member_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<member '%q' of '%q' objects>", (qstr)self->name, (qstr)self->class->name);
}

static void member_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    member_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && (name == MP_QSTR___name__ || name == MP_QSTR___objclass__)) {
        dest[0] = name == MP_QSTR___name__ ? MP_OBJ_NEW_QSTR(self->name) : MP_OBJ_FROM_PTR(self->class);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_member,
    MP_QSTR_member_descriptor,
    MP_TYPE_FLAG_NONE,
    print, member_print,
    attr, member_attr
    );

mp_obj_t mpwasm_new_member(const mp_obj_type_t *class, qstr name, size_t part, bool read_only) {
    member_t *member = mp_obj_malloc(member_t, &mpwasm_type_member);
    member->class = class;
    member->name = name;
    member->part = part;
    member->read_only = read_only;
    return MP_OBJ_FROM_PTR(member);
}

// --- Loading from instances ------------------------------------------------------------------------

static bool load_own(mp_obj_t self, qstr name, mp_obj_t *dest) {
    mp_map_elem_t *place = mp_map_lookup(mpwasm_members(self), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    if (place == NULL) {
        return false;
    }
    dest[0] = place->value;
    dest[1] = MP_OBJ_NULL;
    return true;
}

// What the native part of an instance has by itself: the args of an exception, and so on.
static void load_native(mp_obj_t self, const mp_obj_type_t *native, qstr name, mp_obj_t *dest) {
    if (native == NULL || !MP_OBJ_TYPE_HAS_SLOT(native, attr)) {
        return;
    }
    mp_obj_t part = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
    if (part != MP_OBJ_NULL) {
        MP_OBJ_TYPE_GET_SLOT(native, attr)(part, name, dest);
        if (dest[1] == MP_OBJ_SENTINEL) {
            dest[1] = MP_OBJ_NULL;
        }
    }
}

void mpwasm_generic_load(mp_obj_t self, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *found;
    dest[0] = dest[1] = MP_OBJ_NULL;
    bool plain = type->flags & CLASS_IS_PLAIN;
    if (plain && load_own(self, name, dest)) {
        return;
    }
    mp_obj_t member = mpwasm_class_lookup(type, name, &found);
    if (!plain && !(member != MP_OBJ_NULL && mpwasm_is_data(member)) && load_own(self, name, dest)) {
        return;
    }
    if (member != MP_OBJ_NULL) {
        mpwasm_bind(member, found, self, type, dest);
        if (dest[0] == member && !plain && is_program_class(mp_obj_get_type(member)) && mpwasm_find_special(mp_obj_get_type(member), MP_QSTR___get__) == MP_OBJ_NULL) {
            load_own(self, name, dest); // a descriptor for storing alone
        }
    } else if (name == MP_QSTR___dict__ && !(type->flags & CLASS_HAS_NO_DICT)) {
        dest[0] = instance_dict(self);
    } else if (name == MP_QSTR___doc__) {
        dest[0] = mp_const_none;
    } else {
        load_native(self, ((class_t *)type)->native, name, dest);
    }
}

void mpwasm_generic_class(mp_obj_t self, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *found;
    dest[0] = MP_OBJ_FROM_PTR(mpwasm_class_of(self));
    dest[1] = MP_OBJ_NULL;
    if (is_program_class(type) && !(type->flags & CLASS_IS_PLAIN)) {
        mp_obj_t member = mpwasm_class_lookup(type, MP_QSTR___class__, &found);
        if (member != MP_OBJ_NULL) {
            mpwasm_bind(member, found, self, type, dest);
        }
    }
}

// Calls a special method with the name of an attribute; false if it raises AttributeError and there is a __getattr__ to ask.
static mp_obj_t call_with_name(mp_obj_t self, qstr special, qstr name) {
    mp_obj_t call[3];
    mpwasm_load_special(self, special, call);
    call[2] = MP_OBJ_NEW_QSTR(name);
    return mp_call_method_n_kw(1, 0, call);
}

static void load_by_rules(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (mp_obj_get_type(self)->flags & CLASS_HAS_GETATTRIBUTE) {
        dest[0] = call_with_name(self, MP_QSTR___getattribute__, name);
        dest[1] = MP_OBJ_NULL;
    } else {
        mpwasm_generic_load(self, name, dest);
    }
}

static void load(mp_obj_t self, qstr name, mp_obj_t *dest) {
    uint16_t flags = mp_obj_get_type(self)->flags;
    if (!(flags & CLASS_HAS_GETATTR)) {
        load_by_rules(self, name, dest);
        return;
    }
    if (flags & CLASS_IS_PLAIN) {
        mpwasm_generic_load(self, name, dest);
    } else {
        nlr_buf_t nlr;
        if (nlr_push(&nlr) == 0) {
            load_by_rules(self, name, dest);
            nlr_pop();
        } else if (mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_AttributeError))) {
            dest[0] = dest[1] = MP_OBJ_NULL;
        } else {
            nlr_jump(nlr.ret_val);
        }
    }
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = call_with_name(self, MP_QSTR___getattr__, name);
    }
}

// --- Storing in instances --------------------------------------------------------------------------

static bool store_described(mp_obj_t member, mp_obj_t self, qstr name, mp_obj_t value) {
    if (!mpwasm_is_data(member)) {
        return false;
    }
    const mp_obj_type_t *type = mp_obj_get_type(member);
    if (type == &mp_type_property) {
        mpwasm_property_set(member, self, value, name);
    } else if (type == &mpwasm_type_member) {
        mpwasm_member_set(member, self, value);
    } else {
        mp_obj_t call[4];
        qstr special = value == MP_OBJ_NULL ? MP_QSTR___delete__ : MP_QSTR___set__;
        if (mpwasm_load_special(member, special, call)) {
            call[2] = self;
            call[3] = value;
            mp_call_method_n_kw(value == MP_OBJ_NULL ? 1 : 2, 0, call);
        } else if (((class_t *)type)->native == &mp_type_property) {
            mpwasm_property_set(mpwasm_native_raise(member, &mp_type_property), self, value, name);
        } else {
            mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("%q"), special);
        }
    }
    return true;
}

// Instances of classes that are laid out alike may change places.
void mpwasm_set_class(mp_obj_t self, mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *new_type = MP_OBJ_TO_PTR(value);
    if (value == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("can't delete __class__ attribute"));
    }
    if (!is_class(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__class__ must be set to a class, not '%s' object"), mp_obj_get_type_str(value));
    }
    if (!is_program_class(type) || !is_program_class(new_type)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    }
    class_t *from = (class_t *)type, *to = (class_t *)new_type;
    if (((type->flags ^ new_type->flags) & CLASS_IS_META) || from->native != to->native || from->solid != to->solid || from->n_parts != to->n_parts || ((type->flags ^ new_type->flags) & CLASS_HAS_NO_DICT)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__class__ assignment: '%q' object layout differs from '%q'"), (qstr)new_type->name, (qstr)type->name);
    }
    ((mp_obj_base_t *)MP_OBJ_TO_PTR(self))->type = new_type;
}

static bool store_native(mp_obj_t self, const mp_obj_type_t *native, qstr name, mp_obj_t value) {
    if (native == NULL || !MP_OBJ_TYPE_HAS_SLOT(native, attr)) {
        return false;
    }
    mp_obj_t part = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
    mp_obj_t dest[2] = { MP_OBJ_SENTINEL, value };
    if (part != MP_OBJ_NULL && mp_obj_is_native_exception_instance(part)) {
        return mpwasm_exception_store(part, name, value);
    }
    if (part != MP_OBJ_NULL) {
        MP_OBJ_TYPE_GET_SLOT(native, attr)(part, name, dest);
    }
    return dest[0] == MP_OBJ_NULL;
}

void mpwasm_generic_store(mp_obj_t self, qstr name, mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *found;
    mp_obj_t member = MP_OBJ_NULL;
    if (type->flags & (CLASS_STORES | CLASS_HAS_NO_DICT)) {
        member = mpwasm_class_lookup(type, name, &found);
        if (member != MP_OBJ_NULL && store_described(member, self, name, value)) {
            return;
        }
    }
    if (name == MP_QSTR___class__) {
        mpwasm_set_class(self, value);
    } else if (store_native(self, ((class_t *)type)->native, name, value)) {
        return;
    } else if (type->flags & CLASS_HAS_NO_DICT) {
        if (member != MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%q' object attribute '%q' is read-only"), (qstr)type->name, name);
        } else if (value == MP_OBJ_NULL) {
            mpwasm_raise_no_attribute(self, name);
        }
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%q' object has no attribute '%q' and no __dict__ for setting new attributes"), mpwasm_name_in_errors(type), name);
    } else if (name == MP_QSTR___dict__) {
        set_instance_dict(self, value);
    } else if (value != MP_OBJ_NULL) {
        mp_map_lookup(mpwasm_members(self), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
    } else if (mp_map_lookup(mpwasm_members(self), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_REMOVE_IF_FOUND) == NULL) {
        mpwasm_raise_no_attribute(self, name);
    }
}

static bool store_by_method(mp_obj_t self, qstr name, mp_obj_t value) {
    mp_obj_t call[4];
    if (!mpwasm_load_special(self, value == MP_OBJ_NULL ? MP_QSTR___delattr__ : MP_QSTR___setattr__, call)) {
        return false;
    }
    call[2] = MP_OBJ_NEW_QSTR(name);
    call[3] = value;
    mp_call_method_n_kw(value == MP_OBJ_NULL ? 1 : 2, 0, call);
    return true;
}

void mpwasm_instance_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        load(self, name, dest);
        return;
    }
    if (!(mp_obj_get_type(self)->flags & CLASS_STORES) || !store_by_method(self, name, dest[1])) {
        mpwasm_generic_store(self, name, dest[1]);
    }
    dest[0] = MP_OBJ_NULL; // done
}

// --- Classes ---------------------------------------------------------------------------------------

RECURS void mpwasm_class_refresh(class_t *class) {
    uint16_t inherited = 0;
    bool plain = true, has_setattr = false;
    for (size_t i = 0; i < class->mro->len; i++) {
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(class->mro->items[i]);
        if (base != (mp_obj_type_t *)class && is_program_class(base)) {
            inherited |= base->flags & (CLASS_HAS_GETATTR | CLASS_HAS_GETATTRIBUTE | CLASS_STORES);
            plain &= (base->flags & (CLASS_IS_PLAIN | CLASS_IS_META)) != 0;
            has_setattr |= ((class_t *)base)->has_setattr;
        }
    }
    const mp_map_t *members = &MP_OBJ_TYPE_GET_SLOT((mp_obj_type_t *)class, locals_dict)->map;
    for (size_t i = 0; i < members->alloc; i++) {
        if (mp_map_slot_is_filled(members, i)) {
            mp_obj_t key = members->table[i].key, value = members->table[i].value;
            if (mpwasm_is_data(value)) {
                inherited |= CLASS_STORES;
                plain = false;
            } else if (key == MP_OBJ_NEW_QSTR(MP_QSTR___getattr__)) {
                inherited |= CLASS_HAS_GETATTR;
            } else if (key == MP_OBJ_NEW_QSTR(MP_QSTR___getattribute__)) {
                inherited |= CLASS_HAS_GETATTRIBUTE;
                plain = false;
            } else if (key == MP_OBJ_NEW_QSTR(MP_QSTR___class__)) { // what instances say of their class
                plain = false;
            } else if (key == MP_OBJ_NEW_QSTR(MP_QSTR___setattr__) || key == MP_OBJ_NEW_QSTR(MP_QSTR___delattr__)) {
                inherited |= CLASS_STORES;
                has_setattr = true;
            }
        }
    }
    class->has_setattr = has_setattr;
    plain &= !(class->type.flags & CLASS_IS_META) && !(inherited & CLASS_HAS_GETATTRIBUTE);
    uint16_t computed = CLASS_HAS_GETATTR | CLASS_HAS_GETATTRIBUTE | CLASS_STORES | CLASS_IS_PLAIN;
    class->type.flags = (class->type.flags & ~computed) | inherited | (plain ? CLASS_IS_PLAIN : 0);
    class->new_function = mpwasm_find_special((mp_obj_type_t *)class, MP_QSTR___new__);
    class->init_function = mpwasm_find_special((mp_obj_type_t *)class, MP_QSTR___init__);
    class->runs_init = class->new_function == MP_OBJ_NULL && class->native == NULL && !(class->type.flags & CLASS_IS_META)
        && mpwasm_is_method(class->init_function);
    if (class->subclasses != MP_OBJ_NULL) {
        mp_cstack_check();
        size_t n;
        mp_obj_t *items;
        mp_obj_list_get(class->subclasses, &n, &items);
        for (size_t i = 0; i < n; i++) {
            mpwasm_class_refresh(MP_OBJ_TO_PTR(items[i]));
        }
    }
}

static mp_obj_t bases_of(const mp_obj_type_t *type) {
    if (is_program_class(type)) {
        return MP_OBJ_FROM_PTR(((class_t *)type)->bases);
    }
    const mp_obj_type_t *base = mpwasm_native_base(type);
    mp_obj_t base_obj = MP_OBJ_FROM_PTR(base);
    return base == NULL ? mp_const_empty_tuple : mp_obj_new_tuple(1, &base_obj);
}

static mp_obj_t base_of(const mp_obj_type_t *type) {
    if (!is_program_class(type)) {
        const mp_obj_type_t *base = mpwasm_native_base(type);
        return base == NULL ? mp_const_none : MP_OBJ_FROM_PTR(base);
    }
    class_t *class = (class_t *)type;
    for (size_t i = 0; i < class->bases->len; i++) { // the first that fixes the layout
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(class->bases->items[i]);
        bool program = is_program_class(base);
        if (class->n_parts == 0 || (program ? ((class_t *)base)->n_parts != 0 : base != &mp_type_object)) {
            return class->bases->items[i];
        }
    }
    return class->bases->items[0];
}

// What type itself describes: these come before what classes have under the same names.
static mp_obj_t load_described(const mp_obj_type_t *type, qstr name) {
    class_t *class = is_program_class(type) ? (class_t *)type : NULL;
    switch (name) {
        case MP_QSTR___name__:
            return class != NULL ? class->name : MP_OBJ_NEW_QSTR(type->name);
        case MP_QSTR___qualname__:
            return class != NULL ? class->qualname : MP_OBJ_NEW_QSTR(type->name);
        case MP_QSTR___dict__:
            return mpwasm_new_mappingproxy(MP_OBJ_FROM_PTR(type));
        case MP_QSTR___bases__:
            return bases_of(type);
        case MP_QSTR___base__:
            return base_of(type);
        case MP_QSTR___mro__:
            return is_program_class(type) && !((class_t *)type)->has_order ? mp_const_none : MP_OBJ_FROM_PTR(mpwasm_mro(type));
        case MP_QSTR___doc__: {
            mp_obj_t doc = own_member(type, name), dest[2];
            if (doc == MP_OBJ_NULL) {
                return mp_const_none;
            }
            mpwasm_bind(doc, type, MP_OBJ_NULL, type, dest);
            return dest[0];
        }
        case MP_QSTR___module__: {
            mp_obj_t module = own_member(type, name);
            return module != MP_OBJ_NULL ? module : class == NULL ? MP_OBJ_NEW_QSTR(mpwasm_type_module(type)) : MP_OBJ_NULL;
        }
        case MP_QSTR___type_params__: {
            mp_obj_t own = own_member(type, name);
            return own != MP_OBJ_NULL ? own : mp_const_empty_tuple;
        }
        case MP_QSTR___annotations__: {
            mp_obj_t annotations = own_member(type, name);
            if (annotations == MP_OBJ_NULL && class != NULL) {
                annotations = mp_obj_new_dict(0);
                mp_obj_dict_store(MP_OBJ_FROM_PTR(MP_OBJ_TYPE_GET_SLOT(type, locals_dict)), MP_OBJ_NEW_QSTR(name), annotations);
            }
            return annotations;
        }
        default:
            return MP_OBJ_NULL;
    }
}

static void class_load(mp_obj_t self, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self), *meta = type->base.type, *found, *meta_found;
    mp_obj_t of_meta = meta == &mp_type_type ? MP_OBJ_NULL : mpwasm_class_lookup(meta, name, &meta_found);
    if (of_meta != MP_OBJ_NULL && is_program_class(meta_found) && mpwasm_is_data(of_meta)) {
        mpwasm_bind(of_meta, meta_found, self, meta, dest);
        return;
    }
    if (qstr_str(name)[0] == '_' && (dest[0] = load_described(type, name)) != MP_OBJ_NULL) {
        return;
    }
    mp_obj_t member = mpwasm_class_lookup(type, name, &found);
    if (member != MP_OBJ_NULL) {
        mpwasm_bind(member, found, MP_OBJ_NULL, type, dest);
        return;
    }
    if (meta == &mp_type_type) {
        of_meta = mpwasm_class_lookup(meta, name, &meta_found);
    }
    if (of_meta != MP_OBJ_NULL) {
        mpwasm_bind(of_meta, meta_found, self, meta, dest);
    }
}

static void class_load_by_rules(mp_obj_t self, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *meta = mp_obj_get_type(self);
    if (meta->flags & CLASS_HAS_GETATTRIBUTE) {
        dest[0] = call_with_name(self, MP_QSTR___getattribute__, name);
    } else {
        class_load(self, name, dest);
    }
    if (dest[0] == MP_OBJ_NULL && (meta->flags & CLASS_HAS_GETATTR)) {
        dest[0] = call_with_name(self, MP_QSTR___getattr__, name);
    }
}

const char *mpwasm_qualified_name(const mp_obj_type_t *type) {
    return is_program_class(type) ? mp_obj_str_get_str(((class_t *)type)->qualname) : qstr_str(type->name);
}

static bool store_name(class_t *class, qstr name, mp_obj_t value) {
    if (name != MP_QSTR___name__ && name != MP_QSTR___qualname__) {
        return false;
    }
    if (value == MP_OBJ_NULL || !mp_obj_is_str(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only assign string to %q.%q, not '%s'"), (qstr)class->type.name, name, value == MP_OBJ_NULL ? "NULL" : mp_obj_get_type_str(value));
    }
    if (name == MP_QSTR___qualname__) {
        class->qualname = value;
    } else {
        class->name = value;
        class->type.name = mpwasm_short_name(mp_obj_str_get_qstr(value));
    }
    return true;
}

static void class_store(mp_obj_t self, qstr name, mp_obj_t value) {
    class_t *class = MP_OBJ_TO_PTR(self);
    const mp_obj_type_t *meta = class->type.base.type, *found;
    if (!is_program_class((mp_obj_type_t *)class)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot set '%q' attribute of immutable type '%q'"), name, (qstr)class->type.name);
    }
    mp_obj_t of_meta = meta->flags & CLASS_STORES ? mpwasm_class_lookup(meta, name, &found) : MP_OBJ_NULL;
    if ((of_meta != MP_OBJ_NULL && store_described(of_meta, self, name, value)) || store_name(class, name, value)) {
        return;
    }
    if (name == MP_QSTR___bases__) {
        mpwasm_set_bases(class, value);
        return;
    }
    if (name == MP_QSTR___class__) {
        mpwasm_set_class(self, value);
        return;
    }
    if (name == MP_QSTR___mro__ || name == MP_QSTR___base__ || name == MP_QSTR___dict__) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("attribute '%q' of '%q' objects is not writable"), name, (qstr)MP_QSTR_type);
    }
    if (name == MP_QSTR___abstractmethods__) {
        bool is_abstract = value != MP_OBJ_NULL && mp_obj_is_true(value);
        class->type.flags = (class->type.flags & ~CLASS_IS_ABSTRACT) | (is_abstract ? CLASS_IS_ABSTRACT : 0);
    }
    mp_obj_dict_t *members = MP_OBJ_TYPE_GET_SLOT((mp_obj_type_t *)class, locals_dict);
    mp_map_elem_t *old = mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    bool refresh = qstr_str(name)[0] == '_' || (old != NULL && mpwasm_is_data(old->value)) || (value != MP_OBJ_NULL && mpwasm_is_data(value));
    if (value != MP_OBJ_NULL) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(name), value);
    } else if (old == NULL) {
        mpwasm_raise_no_attribute(self, name);
    } else {
        mp_obj_dict_delete(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(name));
    }
    if (refresh) {
        mpwasm_class_refresh(class);
    }
}

void mpwasm_class_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        class_load_by_rules(self, name, dest);
        return;
    }
    if (!(mp_obj_get_type(self)->flags & CLASS_STORES) || !store_by_method(self, name, dest[1])) {
        class_store(self, name, dest[1]);
    }
    dest[0] = MP_OBJ_NULL;
}

// type.__getattribute__ and type.__setattr__: without what metaclasses of the program do.
void mpwasm_class_generic_load(mp_obj_t self, qstr name, mp_obj_t *dest) {
    dest[0] = dest[1] = MP_OBJ_NULL;
    class_load(self, name, dest);
}

void mpwasm_class_generic_store(mp_obj_t self, qstr name, mp_obj_t value) {
    class_store(self, name, value);
}
