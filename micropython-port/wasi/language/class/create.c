// Making instances and classes.

#include <string.h>

#include "py/objarray.h"
#include "py/objexcept.h"
#include "py/objlist.h"

#include "language/buffer/buffer.h"
#include "language/class/class.h"
#include "language/dict/map.h"
#include "language/errors/arguments.h"
#include "language/errors/errors.h"
#include "language/function.h"
#include "memory/weak.h"

static MP_NORETURN void raise_abstract(const mp_obj_type_t *type) {
    mp_obj_t methods = mp_load_attr(MP_OBJ_FROM_PTR(type), MP_QSTR___abstractmethods__);
    mp_obj_t names = mp_obj_list_make_new(&mp_type_list, 1, 0, &methods);
    mp_obj_list_sort(1, &names, (mp_map_t *)&mp_const_empty_map);
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(names, &n, &items);
    vstr_t text;
    vstr_init(&text, 32);
    for (size_t i = 0; i < n; i++) {
        vstr_printf(&text, "%s'%s'", i == 0 ? "" : ", ", mp_obj_str_get_str(items[i]));
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Can't instantiate abstract class %q without an implementation for abstract method%s %s"), (qstr)type->name, n == 1 ? "" : "s",
        vstr_null_terminated_str(&text));
}

// --- Instances -------------------------------------------------------------------------------------

// When the native part of an instance is made: by __new__ from its arguments, by __new__ empty and filled by __init__, or by __init__.
typedef enum { MADE_BY_NEW, FILLED_BY_INIT, MADE_BY_BOTH, MADE_BY_INIT } made_t;

static bool is_exception(const mp_obj_type_t *native) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(&mp_type_BaseException));
}

static made_t how_made(const mp_obj_type_t *native) {
    if (native == &mp_type_list || native == &mp_type_dict || native == &mp_type_set || native == &mp_type_bytearray) {
        return FILLED_BY_INIT;
    }
    if (native == &mp_type_int || native == &mp_type_str || native == &mp_type_tuple || native == &mp_type_float || native == &mp_type_bytes
        || IS_WEAK(native) || array_is(native) || native == &mp_type_frozenset || native == &mp_type_complex || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(&mp_type_tuple))) {
        return MADE_BY_NEW;
    }
    return is_exception(native) ? MADE_BY_BOTH : MADE_BY_INIT;
}

bool mpwasm_is_made_by_new(const mp_obj_type_t *native) {
    return how_made(native) == MADE_BY_NEW;
}

static mp_obj_t make_part(const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_callee = MP_OBJ_FROM_PTR(native);
    return MP_OBJ_TYPE_GET_SLOT(native, make_new)(native, n_args, n_kw, args);
}

static mp_obj_instance_t *new_instance(const class_t *class) {
    if (class->type.flags & CLASS_IS_ABSTRACT) {
        raise_abstract((mp_obj_type_t *)class);
    }
    mp_obj_instance_t *instance = mp_obj_malloc_var(mp_obj_instance_t, subobj, mp_obj_t, class->n_parts, (mp_obj_type_t *)class);
    mpwasm_map_init_small(&instance->members, class->n_members);
    for (size_t i = 0; i < class->n_parts; i++) {
        instance->subobj[i] = MP_OBJ_NULL;
    }
    return instance;
}

mp_obj_t mpwasm_begin_instance(const class_t *class) {
    return MP_OBJ_FROM_PTR(new_instance(class));
}

// Types that take no keywords leave those alone that a class's own __init__ or __new__ takes.
static size_t keywords_for(const mp_obj_type_t *native, mp_obj_t other, size_t n_kw) {
    bool takes_none = native == &mp_type_tuple || native == &mp_type_list || native == &mp_type_set || native == &mp_type_frozenset || native == &mp_type_float
        #if MICROPY_PY_ARRAY
        || native == &mp_type_array
        #endif
        || native == &mp_type_filter || native == &mp_type_reversed;
    return other != MP_OBJ_NULL && takes_none ? 0 : n_kw;
}

// What __new__ makes of an exception, whose arguments __init__ looks at; a group's looks at them itself.
static mp_obj_t new_exception(const mp_obj_type_t *native, size_t n_args, const mp_obj_t *args) {
    bool plain = (const void *)MP_OBJ_TYPE_GET_SLOT(native, make_new) == (const void *)mp_obj_exception_make_new;
    return (plain ? mpwasm_exception_new : make_part)(native, n_args, 0, args);
}

static mp_obj_t new_with_part(const class_t *class, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_instance_t *instance = new_instance(class);
    if (class->native != NULL) {
        made_t made = how_made(class->native);
        if (made == FILLED_BY_INIT) {
            instance->subobj[0] = make_part(class->native, 0, 0, NULL);
        } else if (made == MADE_BY_BOTH) { // keywords are what __init__ takes
            instance->subobj[0] = new_exception(class->native, n_args, args);
        } else if (made == MADE_BY_NEW) {
            instance->subobj[0] = make_part(class->native, n_args, keywords_for(class->native, class->init_function, n_kw), args);
        }
        if (IS_WEAK(class->native)) { // callbacks are called with the instance
            ((weak_t *)MP_OBJ_TO_PTR(instance->subobj[0]))->outer = MP_OBJ_FROM_PTR(instance);
        }
    }
    return MP_OBJ_FROM_PTR(instance);
}

static mp_obj_t call_with_first(mp_obj_t function, mp_obj_t self, mp_obj_t first, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    size_t n_self = (self != MP_OBJ_NULL) + (first != MP_OBJ_NULL), n = n_args + 2 * n_kw;
    mp_obj_t *all = mp_pystack_alloc((n + n_self) * sizeof(mp_obj_t)), *rest = all;
    if (self != MP_OBJ_NULL) {
        *rest++ = self;
    }
    if (first != MP_OBJ_NULL) {
        *rest++ = first;
    }
    if (n != 0) {
        memcpy(rest, args, n * sizeof(mp_obj_t));
    }
    mp_obj_t result = mp_call_function_n_kw(function, n_args + n_self, n_kw, all);
    mp_pystack_free(all);
    return result;
}

static void check_init_result(mp_obj_t result) {
    if (result != mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__init__() should return None, not '%s'"), mp_obj_get_type_str(result));
    }
}

mp_obj_t mpwasm_instance_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    class_t *class = (class_t *)type;
    mp_obj_t instance;
    if (class->new_function != MP_OBJ_NULL) {
        mp_obj_t dest[2];
        mpwasm_bind(class->new_function, type, MP_OBJ_NULL, type, dest);
        instance = call_with_first(dest[0], dest[1], MP_OBJ_FROM_PTR(type), n_args, n_kw, args);
        const mp_obj_type_t *made = mp_obj_get_type(instance);
        if (made != type) {
            if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(made), MP_OBJ_FROM_PTR(type))) {
                return instance;
            }
            type = made;
            class = (class_t *)made;
        }
    } else if (type->flags & CLASS_IS_META) {
        instance = mpwasm_new_class(type, n_args, n_kw, args);
        type = mp_obj_get_type(instance);
        class = (class_t *)type;
        if (!is_program_class(type)) {
            return instance;
        }
    } else {
        instance = new_with_part(class, n_args, n_kw, args);
    }
    if (class->init_function != MP_OBJ_NULL) {
        mp_obj_t dest[2];
        mpwasm_bind(class->init_function, type, instance, type, dest);
        check_init_result(call_with_first(dest[0], dest[1], MP_OBJ_NULL, n_args, n_kw, args));
    } else if (!(type->flags & CLASS_IS_META)) {
        if (class->native != NULL && (n_args + n_kw != 0 || ((mp_obj_instance_t *)MP_OBJ_TO_PTR(instance))->subobj[0] == MP_OBJ_NULL)) {
            mpwasm_native_init(class->native, instance, n_args, keywords_for(class->native, class->new_function, n_kw), args);
        } else if (class->native == NULL && n_args + n_kw != 0 && class->new_function == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no arguments"), (qstr)type->name);
        }
    }
    if (class->native != NULL && !(type->flags & CLASS_IS_META)) {
        mp_obj_t *part = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(instance))->subobj;
        if (*part == MP_OBJ_NULL) {
            *part = make_part(class->native, n_args, n_kw, args);
        }
    }
    return instance;
}

// The class to make an instance of, for T.__new__(class).
static const mp_obj_type_t *class_to_make(const mp_obj_type_t *native, size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(): not enough arguments"), (qstr)native->name);
    }
    if (!is_class(args[0])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(X): X is not a type object (%s)"), (qstr)native->name, mp_obj_get_type_str(args[0]));
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(args[0]);
    if (!mp_obj_is_subclass_fast(args[0], MP_OBJ_FROM_PTR(native))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(%q): %q is not a subtype of %q"), (qstr)native->name, (qstr)type->name, (qstr)type->name, (qstr)native->name);
    }
    const mp_obj_type_t *own = is_program_class(type) ? ((class_t *)type)->native : type == &mp_type_object ? NULL : type;
    const mp_obj_type_t *wanted = native == &mp_type_object ? NULL : native;
    if (own != wanted && !(wanted != NULL && own != NULL && MP_OBJ_TYPE_GET_SLOT_OR_NULL(own, make_new) == MP_OBJ_TYPE_GET_SLOT_OR_NULL(wanted, make_new))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(%q) is not safe, use %q.__new__()"), (qstr)native->name, (qstr)type->name, (qstr)type->name);
    }
    return type;
}

mp_obj_t mpwasm_native_new(const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *type = class_to_make(native, n_args, args);
    n_args--;
    args++;
    if (type->flags & CLASS_IS_META) {
        return mpwasm_new_class(type, n_args, n_kw, args);
    }
    if (!is_program_class(type)) {
        if (!MP_OBJ_TYPE_HAS_SLOT(type, make_new)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot create '%q' instances"), (qstr)type->name);
        }
        made_t made = how_made(type);
        return made == MADE_BY_BOTH ? new_exception(type, n_args, args) : made == FILLED_BY_INIT ? make_part(type, 0, 0, NULL) : make_part(type, n_args, n_kw, args);
    }
    class_t *class = (class_t *)type;
    if (native == &mp_type_object && n_args + n_kw != 0) {
        if (class->new_function != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("object.__new__() takes exactly one argument (the type to instantiate)"));
        } else if (class->init_function == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no arguments"), (qstr)type->name);
        }
    }
    return new_with_part(class, n_args, n_kw, args);
}

// Fills an object of a built-in type that can change from another.
static bool refill(const mp_obj_type_t *native, mp_obj_t object, mp_obj_t from) {
    if (native == &mp_type_list) {
        mp_obj_list_t *list = MP_OBJ_TO_PTR(object);
        *list = *(mp_obj_list_t *)MP_OBJ_TO_PTR(from);
    } else if (native == &mp_type_dict) {
        mp_map_t *items = mp_obj_dict_get_map(from);
        for (size_t i = 0; i < items->alloc; i++) {
            if (mp_map_slot_is_filled(items, i)) {
                mp_obj_dict_store(object, items->table[i].key, items->table[i].value);
            }
        }
    } else if (native == &mp_type_set) {
        mp_obj_t clear[3];
        mp_load_method(object, MP_QSTR_clear, clear);
        mp_call_method_n_kw(0, 0, clear);
        mp_load_method(object, MP_QSTR_update, clear);
        clear[2] = from;
        mp_call_method_n_kw(1, 0, clear);
    } else if (native == &mp_type_bytearray) {
        mp_obj_t slice = mp_obj_new_slice(mp_const_none, mp_const_none, mp_const_none);
        mp_obj_subscr(object, slice, from);
    } else {
        return false;
    }
    return true;
}

void mpwasm_native_init(const mp_obj_type_t *native, mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (type->flags & CLASS_IS_META) { // type.__init__
        return;
    }
    if (is_program_class(type)) {
        native = ((class_t *)type)->native;
    }
    made_t made = how_made(native);
    mp_obj_t part = is_program_class(type) ? ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0] : self;
    if (made == MADE_BY_NEW && part != MP_OBJ_NULL) {
        return;
    }
    if (made == MADE_BY_BOTH && part != MP_OBJ_NULL) {
        mpwasm_exception_init(part, n_args, n_kw, args);
        return;
    }
    mp_obj_t filled = make_part(native, n_args, n_kw, args);
    if (part != MP_OBJ_NULL && refill(native, part, filled)) {
        return;
    }
    if (is_program_class(type)) {
        ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0] = filled;
    } else {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%q' object cannot be initialized again"), (qstr)native->name);
    }
}

// --- Classes ---------------------------------------------------------------------------------------

// What is being made.
typedef struct _making_t {
    const mp_obj_type_t *meta;
    class_t *class;
    mp_obj_dict_t *members;
    bool adds_dict;
} making_t;

static bool may_be_base(const mp_obj_type_t *type) {
    return is_program_class(type) || type == &mp_type_object || (MP_OBJ_TYPE_HAS_SLOT(type, make_new) && type != &mp_type_bool && type != &mp_type_range
        && type != &mp_type_memoryview && type != &mp_type_fun_bc && type != &mp_type_module && type != &mp_type_NoneType && type != &mpwasm_type_generic_alias && type != &mp_type_slice && type != &mp_type_bound_meth);
}

void mpwasm_check_bases(class_t *class, mp_obj_tuple_t *bases, bool *adds_dict) {
    for (size_t i = 0; i < bases->len; i++) {
        if (!is_class(bases->items[i])) {
            mp_obj_t dest[2];
            mp_load_method_maybe(bases->items[i], MP_QSTR___mro_entries__, dest);
            if (dest[0] != MP_OBJ_NULL) {
                mp_raise_TypeError(MP_ERROR_TEXT("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
            mp_raise_TypeError(MP_ERROR_TEXT("bases must be types"));
        }
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(bases->items[i]);
        if (!may_be_base(base)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type '%q' is not an acceptable base type"), (qstr)base->name);
        }
        for (size_t j = 0; j < i; j++) {
            if (bases->items[j] == bases->items[i]) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("duplicate base class %q"), (qstr)base->name);
            }
        }
        bool program = is_program_class(base);
        if (program && !((class_t *)base)->has_order) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Cannot extend an incomplete type '%q'"), (qstr)base->name);
        }
        const mp_obj_type_t *native = program ? ((class_t *)base)->native : base == &mp_type_object ? NULL : base;
        const mp_obj_type_t *solid = program ? ((class_t *)base)->solid : NULL;
        size_t n_parts = program ? ((class_t *)base)->n_parts : native != NULL;
        bool conflict = false;
        if (native != NULL) {
            if (class->native == NULL || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(class->native))) {
                class->native = native;
            } else {
                // All exceptions have one layout.
                bool exceptions = is_exception(native) && is_exception(class->native);
                conflict = !exceptions && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(class->native), MP_OBJ_FROM_PTR(native));
            }
        }
        if (solid != NULL) {
            if (class->solid == NULL || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(solid), MP_OBJ_FROM_PTR(class->solid))) {
                class->solid = solid;
            } else {
                conflict |= !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(class->solid), MP_OBJ_FROM_PTR(solid));
            }
        }
        if (n_parts > class->n_parts) {
            class->n_parts = n_parts;
        }
        conflict |= class->solid != NULL && (((class_t *)class->solid)->native == NULL) != (class->native == NULL);
        if (conflict) {
            mp_raise_TypeError(MP_ERROR_TEXT("multiple bases have instance lay-out conflict"));
        }
        *adds_dict |= program && !(base->flags & CLASS_HAS_NO_DICT);
    }
}

const mp_obj_type_t *mpwasm_metaclass_winner(const mp_obj_type_t *meta, mp_obj_tuple_t *bases) {
    for (size_t i = 0; i < bases->len; i++) {
        const mp_obj_type_t *other = mp_obj_get_type(bases->items[i]);
        if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(meta), MP_OBJ_FROM_PTR(other))) {
            continue;
        }
        if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(other), MP_OBJ_FROM_PTR(meta))) {
            mp_raise_TypeError(MP_ERROR_TEXT("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"));
        }
        meta = other;
    }
    return meta;
}

static void add_slots(making_t *making, mp_obj_t slots) {
    class_t *class = making->class;
    bool dict = false;
    if (mp_obj_is_str(slots)) {
        slots = mp_obj_new_tuple(1, &slots);
    }
    mp_obj_t list = mp_obj_list_make_new(&mp_type_list, 1, 0, &slots);
    size_t n;
    mp_obj_t *names;
    mp_obj_list_get(list, &n, &names);
    size_t first = class->n_parts;
    for (size_t i = 0; i < n; i++) {
        if (!mp_obj_is_str(names[i])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__slots__ items must be strings, not '%s'"), mp_obj_get_type_str(names[i]));
        }
        qstr name = mp_obj_str_get_qstr(names[i]);
        if (name == MP_QSTR___dict__ || name == MP_QSTR___weakref__) {
            dict |= name == MP_QSTR___dict__;
            continue;
        }
        const char *text = qstr_str(name);
        bool identifier = !unichar_isdigit(text[0]) && text[0] != 0;
        for (const char *p = text; *p != 0; p++) {
            identifier &= *p == '_' || unichar_isalpha(*p) || unichar_isdigit(*p) || (byte)*p >= 0x80;
        }
        if (!identifier) {
            mp_raise_TypeError(MP_ERROR_TEXT("__slots__ must be identifiers"));
        }
        const mp_map_elem_t *there = mp_map_lookup(&making->members->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
        if (there != NULL && mp_obj_is_exact_type(there->value, &mpwasm_type_member) && ((member_t *)MP_OBJ_TO_PTR(there->value))->class == (mp_obj_type_t *)class) {
            continue; // named twice
        }
        if (there != NULL) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("'%q' in __slots__ conflicts with class variable"), name);
        }
        mp_obj_dict_store(MP_OBJ_FROM_PTR(making->members), MP_OBJ_NEW_QSTR(name), mpwasm_new_member((mp_obj_type_t *)class, name, class->n_parts++, false));
    }
    if (class->n_parts >= 0x7fff) {
        mp_raise_TypeError(MP_ERROR_TEXT("too many slots"));
    }
    if (class->n_parts != first) {
        if (class->native == &mp_type_int || class->native == &mp_type_tuple || class->native == &mp_type_bytes || (class->type.flags & CLASS_IS_META)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("nonempty __slots__ not supported for subtype of '%q'"), (qstr)class->native->name);
        }
        class->solid = (mp_obj_type_t *)class;
    }
    if (!dict && !making->adds_dict) {
        class->type.flags |= CLASS_HAS_NO_DICT;
    }
}

static mp_obj_t take(mp_obj_dict_t *members, qstr name) {
    mp_map_elem_t *place = mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    if (place == NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t value = place->value;
    mp_obj_dict_delete(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(name));
    return value;
}

static void wrap_member(mp_obj_dict_t *members, qstr name, const mp_obj_type_t *wrapper) {
    mp_map_elem_t *place = mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    if (place != NULL && mp_obj_is_obj(place->value)) {
        const mp_obj_type_t *type = mp_obj_get_type(place->value);
        if ((type->flags & (MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN)) == MP_TYPE_FLAG_BINDS_SELF) {
            mp_obj_t wrapped = MP_OBJ_TYPE_GET_SLOT(wrapper, make_new)(wrapper, 1, 0, &place->value);
            mp_obj_dict_store(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(name), wrapped);
        }
    }
}

static void complete_members(making_t *making, mp_obj_t name) {
    mp_obj_dict_t *members = making->members;
    class_t *class = making->class;
    mp_obj_t cell = take(members, MP_QSTR___classcell__);
    if (cell != MP_OBJ_NULL && mp_obj_is_exact_type(cell, &mpwasm_type_cell)) {
        mp_obj_cell_set(cell, MP_OBJ_FROM_PTR(class)); // super() in what is called next finds it
    }
    class->qualname = take(members, MP_QSTR___qualname__);
    if (class->qualname == MP_OBJ_NULL) {
        class->qualname = name;
    } else if (!mp_obj_is_str(class->qualname)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type __qualname__ must be a str, not %s"), mp_obj_get_type_str(class->qualname));
    }
    if (mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(MP_QSTR___module__), MP_MAP_LOOKUP) == NULL) {
        mp_map_elem_t *module = mp_map_lookup(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
        if (module != NULL) {
            mp_obj_dict_store(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(MP_QSTR___module__), module->value);
        }
    }
    wrap_member(members, MP_QSTR___new__, &mp_type_staticmethod);
    wrap_member(members, MP_QSTR___init_subclass__, &mp_type_classmethod);
    wrap_member(members, MP_QSTR___class_getitem__, &mp_type_classmethod);
    if (mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(MP_QSTR___eq__), MP_MAP_LOOKUP) != NULL
        && mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(MP_QSTR___hash__), MP_MAP_LOOKUP) == NULL) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(members), MP_OBJ_NEW_QSTR(MP_QSTR___hash__), mp_const_none);
    }
    mp_map_elem_t *slots = mp_map_lookup(&members->map, MP_OBJ_NEW_QSTR(MP_QSTR___slots__), MP_MAP_LOOKUP);
    if (slots != NULL) {
        add_slots(making, slots->value);
    }
}

static void fill_slots(making_t *making) {
    mp_obj_type_t *type = (mp_obj_type_t *)making->class;
    const void *const *slots = mpwasm_instance_slots;
    MP_OBJ_TYPE_SET_SLOT(type, make_new, mpwasm_instance_make_new, 0);
    MP_OBJ_TYPE_SET_SLOT(type, print, slots[0], 1);
    MP_OBJ_TYPE_SET_SLOT(type, call, slots[1], 2);
    MP_OBJ_TYPE_SET_SLOT(type, unary_op, slots[2], 3);
    MP_OBJ_TYPE_SET_SLOT(type, binary_op, slots[3], 4);
    const void *attr = type->flags & CLASS_IS_META ? (const void *)mpwasm_class_attr : (const void *)mpwasm_instance_attr;
    MP_OBJ_TYPE_SET_SLOT(type, attr, attr, 5);
    MP_OBJ_TYPE_SET_SLOT(type, subscr, slots[4], 6);
    MP_OBJ_TYPE_SET_SLOT(type, iter, slots[5], 7);
    MP_OBJ_TYPE_SET_SLOT(type, buffer, slots[6], 8);
    MP_OBJ_TYPE_SET_SLOT(type, locals_dict, making->members, 9);
    const mp_obj_type_t *native = making->class->native;
    if (native != NULL && MP_OBJ_TYPE_HAS_SLOT(native, protocol)) {
        MP_OBJ_TYPE_SET_SLOT(type, protocol, MP_OBJ_TYPE_GET_SLOT(native, protocol), 10);
    }
}

// Calls __set_name__(class, name). What it raises says for what it was called.
static void set_name(const mp_obj_type_t *type, mp_obj_t object, mp_obj_t *call) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_call_method_n_kw(2, 0, call);
        nlr_pop();
        return;
    }
    mp_obj_t error = MP_OBJ_FROM_PTR(nlr.ret_val), note[3];
    if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(error)), MP_OBJ_FROM_PTR(&mp_type_Exception))) {
        vstr_t text;
        vstr_init(&text, 64);
        vstr_printf(&text, "Error calling __set_name__ on '%s' instance '%s' in '%q'", mp_obj_get_type_str(object), mp_obj_str_get_str(call[3]), (qstr)type->name);
        mp_load_method(error, MP_QSTR_add_note, note);
        note[2] = mp_obj_new_str_from_utf8_vstr(&text);
        mp_call_method_n_kw(1, 0, note);
    }
    nlr_jump(nlr.ret_val);
}

static void announce(making_t *making, size_t n_kw, const mp_obj_t *kw) {
    mp_obj_t class = MP_OBJ_FROM_PTR(making->class);
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(class), *found;
    mp_obj_t copy = mp_obj_dict_copy(MP_OBJ_FROM_PTR(making->members)); // __set_name__ may change the class
    mp_map_t *members = mp_obj_dict_get_map(copy);
    for (size_t i = 0; i < members->alloc; i++) {
        if (!mp_map_slot_is_filled(members, i) || !mp_obj_is_obj(members->table[i].value)) {
            continue;
        }
        if (mp_obj_is_type(members->table[i].value, &mp_type_property)) {
            mpwasm_property_set_name(members->table[i].value, members->table[i].key);
        }
        mp_obj_t call[4];
        if (mpwasm_load_special(members->table[i].value, MP_QSTR___set_name__, call)) {
            call[2] = class;
            call[3] = members->table[i].key;
            set_name(type, members->table[i].value, call);
        }
    }
    mp_obj_t init = mpwasm_class_lookup_after(type, type, MP_QSTR___init_subclass__, &found), dest[2];
    if (init != MP_OBJ_NULL && (found != &mp_type_object || n_kw != 0)) {
        mpwasm_bind(init, found, MP_OBJ_NULL, type, dest);
        call_with_first(dest[0], dest[1], MP_OBJ_NULL, 0, n_kw, kw);
    }
}

static void check_type_args(size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args != 3) {
        mp_raise_TypeError(MP_ERROR_TEXT("type() takes 1 or 3 arguments"));
    }
    const mp_obj_type_t *const wanted[] = { &mp_type_str, &mp_type_tuple, &mp_type_dict };
    for (size_t i = 0; i < 3; i++) {
        if (mpwasm_native(args[i], wanted[i]) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type.__new__() argument %d must be %q, not %s"), (int)i + 1, (qstr)wanted[i]->name, mp_obj_get_type_str(args[i]));
        }
    }
}

mp_obj_t mpwasm_new_class(const mp_obj_type_t *meta, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (meta == &mp_type_type && n_args == 1 && n_kw == 0) {
        return MP_OBJ_FROM_PTR(mpwasm_class_of(args[0]));
    }
    check_type_args(n_args, n_kw, args);
    mp_obj_tuple_t *bases = MP_OBJ_TO_PTR(mpwasm_native(args[1], &mp_type_tuple));
    const mp_obj_type_t *best = mpwasm_metaclass_winner(meta, bases);
    if (best != meta) {
        if (is_program_class(best) && ((class_t *)best)->new_function != MP_OBJ_NULL) {
            mp_obj_t dest[2];
            mpwasm_bind(((class_t *)best)->new_function, best, MP_OBJ_NULL, best, dest);
            return call_with_first(dest[0], dest[1], MP_OBJ_FROM_PTR(best), n_args, n_kw, args);
        }
        meta = best;
    }
    if (bases->len == 0) {
        mp_obj_t object = MP_OBJ_FROM_PTR(&mp_type_object);
        bases = MP_OBJ_TO_PTR(mp_obj_new_tuple(1, &object));
    }
    mp_obj_t name = mpwasm_native(args[0], &mp_type_str);
    class_t *class = m_new_obj(class_t);
    memset(class, 0, sizeof(*class));
    making_t making = { .meta = meta, .class = class };
    class->bases = bases;
    mpwasm_check_bases(class, bases, &making.adds_dict);
    class->type.base.type = meta;
    class->type.name = mpwasm_short_name(mp_obj_str_get_qstr(name));
    class->name = name;
    class->type.flags = MP_TYPE_FLAG_EQ_NOT_REFLEXIVE | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_EQ_HAS_NEQ_TEST
        | (class->native == &mp_type_type ? CLASS_IS_META : MP_TYPE_FLAG_INSTANCE_TYPE);
    class->has_order = !mpwasm_has_own_order(class);
    class->mro = class->has_order ? mpwasm_linearize(class) : mpwasm_short_order(class);
    making.members = MP_OBJ_TO_PTR(mp_obj_dict_copy(mpwasm_native(args[2], &mp_type_dict)));
    making.members->base.type = &mp_type_dict;
    complete_members(&making, name);
    fill_slots(&making);
    mpwasm_class_refresh(class);
    if (!class->has_order) {
        mpwasm_set_order(class);
        mpwasm_class_refresh(class);
    }
    mpwasm_add_to_bases(class);
    announce(&making, n_kw, args + 3);
    return MP_OBJ_FROM_PTR(class);
}

mp_obj_t mp_obj_new_type(qstr name, mp_obj_t bases, mp_obj_t members) {
    mp_obj_t args[] = { MP_OBJ_NEW_QSTR(name), bases, members };
    return mpwasm_new_class(&mp_type_type, 3, 0, args);
}
