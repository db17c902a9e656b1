// Classes: how they are laid out, and what the files of this folder offer each other. They replace py/objtype.c, objobject.c, objproperty.c and
// objboundmeth.c of upstream's, with Python's rules: a method resolution order by C3, metaclasses, descriptors, __slots__.
#ifndef MPWASM_CLASS_H
#define MPWASM_CLASS_H

#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "language/dict/find.h"
#include "language/native.h"

// Flags of types beyond upstream's. Classes carry over what their bases have.
#define CLASS_HAS_GETATTR (MP_TYPE_FLAG_IS_SUBCLASSED)            // a __getattr__
#define CLASS_STORES (MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS)         // storing an attribute may call something, or be refused
#define CLASS_IS_META (MPWASM_TYPE_FLAG_METACLASS)                // its instances are classes
#define CLASS_IS_PLAIN (MPWASM_TYPE_FLAG_PLAIN)                   // what stands in an instance's dict comes before what classes have
#define CLASS_HAS_GETATTRIBUTE (0x2000)                           // a __getattribute__
#define CLASS_HAS_NO_DICT (0x4000)                                // instances have slots alone
#define CLASS_IS_ABSTRACT (0x8000)                                // __abstractmethods__ is not empty

// A class of a program. It begins as any mp_obj_type_t does.
typedef struct _class_t {
    mp_obj_empty_type_t type;
    const void *slots[11];
    mp_obj_tuple_t *bases;
    mp_obj_tuple_t *mro;
    mp_obj_t subclasses;          // a list, or MP_OBJ_NULL
    const mp_obj_type_t *native;  // the built-in type that instances have a part of, or NULL
    const mp_obj_type_t *solid;   // the class that fixes the layout of instances: the last with slots, or NULL
    mp_obj_t name, qualname;
    mp_obj_t new_function;        // a program's __new__, or MP_OBJ_NULL
    mp_obj_t init_function;       // a program's __init__, or MP_OBJ_NULL
    size_t n_parts;               // words behind the members of an instance: its native part, then its slots
    uint8_t n_members;            // the members that an instance gets room for at once: as many as an earlier one had, up to MEMBERS_MOST
    bool runs_init;               // all that making an instance calls is __init__, a Python function
    bool has_setattr;             // a program's __setattr__ or __delattr__
    bool has_order;               // false while its metaclass's mro() runs for the first time
} class_t;

#define MEMBERS_MOST (12)

// A slot as a member of its class.
typedef struct _member_t {
    mp_obj_base_t base;
    const mp_obj_type_t *class;
    qstr_short_t name;
    uint16_t part : 15; // where in the instance
    uint16_t read_only : 1;
} member_t;

// Functions that recur are named in builder/transform.go, which adds a look at the stack.
#define RECURS __attribute__((noinline))

// The hash of what is equal to itself alone. It is no address: dicts keep hashes, and must not keep objects alive by them.
static inline mp_obj_t hash_by_identity(mp_const_obj_t object) {
    return MP_OBJ_NEW_SMALL_INT((mp_uint_t)object >> 3);
}

// The name of a class with those around it, as errors say it.
const char *mpwasm_qualified_name(const mp_obj_type_t *type);

static inline bool is_class(mp_const_obj_t object) {
    return mp_obj_is_obj(object) && (mp_obj_get_type(object)->flags & CLASS_IS_META);
}

// Whether a type was made by a program, that is, whether it is a class_t.
static inline bool is_program_class(const mp_obj_type_t *type) {
    return (type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) || ((type->flags & CLASS_IS_META) && type != &mp_type_type);
}

// The type's own members.
static inline mp_obj_t own_member(const mp_obj_type_t *type, qstr name) {
    if (!MP_OBJ_TYPE_HAS_SLOT(type, locals_dict)) {
        return MP_OBJ_NULL;
    }
    mp_map_elem_t *place = mpwasm_map_find(&MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map, MP_OBJ_NEW_QSTR(name));
    return place == NULL ? MP_OBJ_NULL : place->value;
}

// --- object.c ---

qstr mpwasm_type_module(const mp_obj_type_t *type);
qstr mpwasm_name_in_errors(const mp_obj_type_t *type);

// --- lookup.c ---

// The base of a built-in type: never NULL but for object.
const mp_obj_type_t *mpwasm_native_base(const mp_obj_type_t *type);

// All of the type's classes, in order.
mp_obj_tuple_t *mpwasm_mro(const mp_obj_type_t *type);

// What a type or its bases have under a name, and which of them has it; MP_OBJ_NULL if none has. Operations of built-in types that have no method
// of their own are found as functions, too.
mp_obj_t mpwasm_class_lookup(const mp_obj_type_t *type, qstr name, const mp_obj_type_t **found);

// The same, in the classes behind one of them.
mp_obj_t mpwasm_class_lookup_after(const mp_obj_type_t *type, const mp_obj_type_t *after, qstr name, const mp_obj_type_t **found);

// A special method that a program defined, or MP_OBJ_NULL if a built-in type comes first. The type is a program's.
mp_obj_t mpwasm_find_special(const mp_obj_type_t *type, qstr name);

// Gives a member of a class as an attribute of self, or of the class if self is MP_OBJ_NULL: in dest as for a method call.
void mpwasm_bind(mp_obj_t member, const mp_obj_type_t *found, mp_obj_t self, const mp_obj_type_t *class, mp_obj_t *dest);

// Whether a member is a data descriptor: one that comes before what stands in the instance's dict.
bool mpwasm_is_data(mp_obj_t member);

// What an unbound super object is as a member of object's class (relation.c).
mp_obj_t mpwasm_super_get(mp_obj_t self, mp_obj_t object);

// Looks a special method up on the type of self, and binds it. False if there is none, or if it is a built-in type's.
bool mpwasm_load_special(mp_obj_t self, qstr name, mp_obj_t *dest);

// --- wrapper.c ---

// A built-in type's operation as a function (int.__add__), or MP_OBJ_NULL if it has no such operation.
mp_obj_t mpwasm_wrapper(const mp_obj_type_t *type, qstr name);

// --- attribute.c ---

mp_map_t *mpwasm_members(mp_obj_t self);
void mpwasm_instance_attr(mp_obj_t self, qstr name, mp_obj_t *dest);

// --- short.c: what mp_load_method, mp_load_attr and mp_store_attr do, the most frequent cases first ---

void mpwasm_load_method(mp_obj_t self, qstr name, mp_obj_t *dest);
mp_obj_t mpwasm_load_attr(mp_obj_t self, qstr name);
void mpwasm_store_attr(mp_obj_t self, qstr name, mp_obj_t value);
void mpwasm_generic_load(mp_obj_t self, qstr name, mp_obj_t *dest);
void mpwasm_generic_store(mp_obj_t self, qstr name, mp_obj_t value);

// Makes an object one of another class that lays its instances out alike, or raises.
void mpwasm_set_class(mp_obj_t self, mp_obj_t value);

// What an instance says of its class: a property __class__ may say something else than its type.
void mpwasm_generic_class(mp_obj_t self, mp_obj_t *dest);
void mpwasm_class_attr(mp_obj_t self, qstr name, mp_obj_t *dest);
void mpwasm_class_generic_load(mp_obj_t self, qstr name, mp_obj_t *dest);
void mpwasm_class_generic_store(mp_obj_t self, qstr name, mp_obj_t value);
void mpwasm_class_refresh(class_t *class);
extern const mp_obj_type_t mpwasm_type_member;
mp_obj_t mpwasm_member_get(mp_obj_t member, mp_obj_t self);
void mpwasm_member_set(mp_obj_t member, mp_obj_t self, mp_obj_t value);
mp_obj_t mpwasm_new_member(const mp_obj_type_t *class, qstr name, size_t part, bool read_only);
MP_NORETURN void mpwasm_raise_no_attribute(mp_obj_t object, qstr name); // errors/names.c

// --- create.c ---

// An instance of a class that runs_init, for __init__ to fill.
mp_obj_t mpwasm_begin_instance(const class_t *class);
mp_obj_t mpwasm_new_class(const mp_obj_type_t *meta, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t mpwasm_instance_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

// Whether a built-in type has no __init__ of its own.
bool mpwasm_is_made_by_new(const mp_obj_type_t *native);

// type.__new__ of a built-in type for a class: the instance, with its native part.
mp_obj_t mpwasm_native_new(const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args);

// type.__init__ of a built-in type.
void mpwasm_native_init(const mp_obj_type_t *native, mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args);

const mp_obj_type_t *mpwasm_metaclass_winner(const mp_obj_type_t *meta, mp_obj_tuple_t *bases);

// A name that fits where types keep theirs: in 16 bits. Others print as "type".
static inline uint16_t mpwasm_short_name(qstr name) {
    return name <= UINT16_MAX ? name : MP_QSTR_type;
}

// What the bases make of the layout of instances, into the class; or a TypeError if they do not go together.
void mpwasm_check_bases(class_t *class, mp_obj_tuple_t *bases, bool *adds_dict);

// --- order.c ---

// The order by C3; whether the metaclass has an mro() of its own, which is asked by set_order; what stands in until it has answered.
mp_obj_tuple_t *mpwasm_linearize(class_t *class);
bool mpwasm_has_own_order(class_t *class);
mp_obj_tuple_t *mpwasm_short_order(class_t *class);
void mpwasm_set_order(class_t *class);

// Makes a class known to its bases; gives it others (__bases__).
void mpwasm_add_to_bases(class_t *class);
void mpwasm_set_bases(class_t *class, mp_obj_t value);

// --- operators.c ---

extern const void *const mpwasm_instance_slots[9];
void mpwasm_print_default(const mp_print_t *print, mp_obj_t self);
mp_obj_t mpwasm_native_part(mp_obj_t self);

// What a subclass of dict has under a key; its __missing__ is asked for others.
mp_obj_t mpwasm_dict_getitem(mp_obj_t self, mp_obj_t dict, mp_obj_t key);

// --- names.c ---

mp_obj_t mpwasm_dir(mp_obj_t object);

// --- generic.c ---

// The classes of a union, or NULL if an object is none; whether a built-in type can be subscripted.
mp_obj_tuple_t *mpwasm_union_args(mp_obj_t object);
bool mpwasm_is_generic(const mp_obj_type_t *native);

// Whether an object of typeparams.c, such as an alias, may be one of the classes of a union.
bool mpwasm_may_be_in_union(mp_obj_t object);

// --- descriptor.c ---

extern const mp_obj_type_t mpwasm_type_mappingproxy, mpwasm_type_generic_alias, mpwasm_type_union;
const mp_obj_type_t *mpwasm_bound_class(mp_const_obj_t bound);
mp_obj_t mpwasm_new_mappingproxy(mp_obj_t class);
mp_obj_t mpwasm_new_union(mp_obj_t left, mp_obj_t right);
mp_obj_t mpwasm_new_generic_alias(mp_obj_t origin, mp_obj_t args);
mp_obj_t mpwasm_property_get(mp_obj_t property, mp_obj_t self);

// A property that is a field of a tuple, by its number.
extern const mp_obj_type_t mpwasm_type_field;
const mp_obj_type_t *mpwasm_property_class(mp_const_obj_t property);
mp_obj_t mpwasm_new_field(mp_obj_t index, mp_obj_t doc);

void mpwasm_property_set_name(mp_obj_t property, mp_obj_t name);
void mpwasm_property_set(mp_obj_t property, mp_obj_t self, mp_obj_t value, qstr name);

#endif
