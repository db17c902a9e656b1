// What the VM asks for attributes and instances: short ways in front of the rules (attribute.c, create.c), for what programs do most.

#include "language/class/class.h"
#include "language/dict/find.h"
#include "language/errors/errors.h"

// --- Attributes ------------------------------------------------------------------------------------

// What the classes of a program have under a name, and which of them; MP_OBJ_NULL if none has.
static inline mp_obj_t find_in_program_classes(const mp_obj_type_t *type, qstr name, const mp_obj_type_t **found) {
    mp_obj_tuple_t *mro = ((class_t *)type)->mro;
    for (size_t i = 0; i < mro->len; i++) {
        const mp_obj_type_t *class = MP_OBJ_TO_PTR(mro->items[i]);
        if (!is_program_class(class)) {
            break;
        }
        const mp_map_elem_t *entry = mpwasm_map_find(&MP_OBJ_TYPE_GET_SLOT(class, locals_dict)->map, MP_OBJ_NEW_QSTR(name));
        if (entry != NULL) {
            *found = class;
            return entry->value;
        }
    }
    return MP_OBJ_NULL;
}

// A method in Python of an instance that has no attribute of that name itself.
void mpwasm_load_method(mp_obj_t self, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_is_obj(self) ? ((mp_obj_base_t *)MP_OBJ_TO_PTR(self))->type : NULL, *found;
    if (type != NULL && (type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | CLASS_HAS_GETATTRIBUTE)) == MP_TYPE_FLAG_INSTANCE_TYPE && name != MP_QSTR___class__) {
        mp_map_t *own = mpwasm_members(self);
        bool hidden = own->used != 0 && mp_map_lookup(own, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) != NULL;
        mp_obj_t member = hidden ? MP_OBJ_NULL : find_in_program_classes(type, name, &found);
        if (member != MP_OBJ_NULL && mp_obj_is_obj(member)
            && (((mp_obj_base_t *)MP_OBJ_TO_PTR(member))->type->flags & (MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN)) == MP_TYPE_FLAG_BINDS_SELF) {
            dest[0] = member;
            dest[1] = self;
            return;
        }
    }
    mp_load_method(self, name, dest);
}

// Where an instance has the slot that its class describes; NULL if the member is none, or has been put into another class.
static inline mp_obj_t *slot_of(mp_obj_t object, mp_obj_t member, const mp_obj_type_t *found) {
    if (!mp_obj_is_obj(member) || ((mp_obj_base_t *)MP_OBJ_TO_PTR(member))->type != &mpwasm_type_member) {
        return NULL;
    }
    const member_t *slot = MP_OBJ_TO_PTR(member);
    mp_obj_instance_t *instance = MP_OBJ_TO_PTR(object);
    return slot->class == found && slot->part < ((class_t *)instance->base.type)->n_parts ? &instance->subobj[slot->part] : NULL;
}

// Slots, properties and what stands in the class alone.
mp_obj_t mpwasm_load_attr(mp_obj_t self, qstr name) {
    const mp_obj_type_t *type = mp_obj_is_obj(self) ? ((mp_obj_base_t *)MP_OBJ_TO_PTR(self))->type : NULL, *found;
    if (type != NULL && (type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | CLASS_HAS_GETATTRIBUTE)) == MP_TYPE_FLAG_INSTANCE_TYPE && name != MP_QSTR___class__) {
        mp_obj_t member = find_in_program_classes(type, name, &found), *slot;
        if (member != MP_OBJ_NULL && (slot = slot_of(self, member, found)) != NULL && *slot != MP_OBJ_NULL) {
            return *slot;
        }
        if (member != MP_OBJ_NULL && mp_obj_is_exact_type(member, &mp_type_property) && !(type->flags & CLASS_HAS_GETATTR)) {
            return mpwasm_property_get(member, self);
        }
    }
    return mp_load_attr(self, name);
}

// A member of an instance that nothing but its dict has to do with, or a slot.
void mpwasm_store_attr(mp_obj_t self, qstr name, mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_is_obj(self) ? ((mp_obj_base_t *)MP_OBJ_TO_PTR(self))->type : NULL, *found;
    if (type == NULL || !(type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) || value == MP_OBJ_NULL) {
        mp_store_attr(self, name, value);
        return;
    }
    bool stores = type->flags & (CLASS_STORES | CLASS_HAS_NO_DICT);
    if (stores && !((class_t *)type)->has_setattr) {
        mp_obj_t member = find_in_program_classes(type, name, &found), *slot;
        if (member != MP_OBJ_NULL && (slot = slot_of(self, member, found)) != NULL && !((const member_t *)MP_OBJ_TO_PTR(member))->read_only) {
            *slot = value;
            return;
        }
        stores = member != MP_OBJ_NULL || (type->flags & CLASS_HAS_NO_DICT);
    }
    if (!stores && ((class_t *)type)->native == NULL) {
        mp_map_t *members = &((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->members;
        mp_obj_t key = MP_OBJ_NEW_QSTR(name);
        mp_map_elem_t *entry = mpwasm_map_guess(members, key);
        if (entry == NULL && members->all_keys_are_qstrs && !members->is_fixed && name != MP_QSTR___class__ && name != MP_QSTR___dict__) {
            entry = mp_map_lookup(members, key, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
        }
        if (entry != NULL) {
            entry->value = value;
            return;
        }
    }
    mp_store_attr(self, name, value);
}

// --- Instances -------------------------------------------------------------------------------------

// A frame of Python is left that another one called. If that was __init__, what was called is the class, of which an instance has taken the place
// on the caller's stack (mpwasm_prepare_codestate): that is the result. An error is raised in the caller.
void mpwasm_frame_made(mp_code_state_t *frame, mp_obj_t made, activation_t *activation) {
    if (!mp_obj_is_obj(made) || !(((mp_obj_base_t *)MP_OBJ_TO_PTR(made))->type->flags & MP_TYPE_FLAG_INSTANCE_TYPE)) {
        return;
    }
    if (*frame->sp != mp_const_none) {
        activation->raised = mp_obj_new_exception_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__init__() should return None, not '%s'"), mp_obj_get_type_str(*frame->sp));
        mpwasm_unwind_to(activation->raised, frame->prev);
    }
    *frame->sp = made;
    class_t *class = (class_t *)((mp_obj_base_t *)MP_OBJ_TO_PTR(made))->type;
    size_t members = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(made))->members.alloc;
    if (members > class->n_members && members <= MEMBERS_MOST) {
        class->n_members = members;
    }
}
