// What names an object has: dir, and the read-only view of a class's members.

#include <string.h>

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objmodule.h"

#include "host/object.h"
#include "language/class/class.h"
#include "language/namespace.h"

// --- mappingproxy ----------------------------------------------------------------------------------

typedef struct _proxy_t {
    mp_obj_base_t base;
    mp_obj_t of; // a class, or a mapping
} proxy_t;

// The names of methods for what built-in types do by slots: from 1 up; MP_QSTRnull is none, -1 the end.
static qstr operation(size_t i) {
    static const qstr_short_t others[] = {
        MP_QSTR___getitem__, MP_QSTR___setitem__, MP_QSTR___delitem__, MP_QSTR___iter__, MP_QSTR___next__, MP_QSTR___call__, MP_QSTR___index__, MP_QSTR___new__, MP_QSTR___init__,
        MP_QSTR___repr__, MP_QSTR___str__, MP_QSTR___format__, MP_QSTR___get__, MP_QSTR___set__, MP_QSTR___delete__,
    };
    if (i < MP_UNARY_OP_NUM_RUNTIME) {
        return mp_unary_op_method_name[i];
    }
    i -= MP_UNARY_OP_NUM_RUNTIME;
    if (i < MP_BINARY_OP_NUM_RUNTIME) {
        return mp_binary_op_method_name[i];
    }
    i -= MP_BINARY_OP_NUM_RUNTIME;
    return i < MP_ARRAY_SIZE(others) ? others[i] : (qstr)-1;
}

// Adds what a built-in type does by slots, as functions: one name, or all (MP_QSTRnull).
static void add_operations(mp_obj_t members, const mp_obj_type_t *type, qstr wanted) {
    qstr name;
    for (size_t i = 1; type != &mp_type_object && (name = operation(i)) != (qstr)-1; i++) {
        if (name == MP_QSTRnull || (wanted != MP_QSTRnull && name != wanted) || own_member(type, name) != MP_OBJ_NULL) {
            continue;
        }
        mp_obj_t wrapper = mpwasm_wrapper(type, name);
        if (wrapper != MP_OBJ_NULL) {
            mp_obj_dict_store(members, MP_OBJ_NEW_QSTR(name), wrapper);
        }
    }
}

// The methods of native types, as programs get them: with a look at their self. One name, or all (MP_QSTRnull).
static mp_obj_t native_members(const mp_obj_type_t *type, qstr wanted) {
    mp_obj_dict_t *members = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, locals_dict);
    mp_obj_t copy = mp_obj_new_dict(members == NULL || wanted != MP_QSTRnull ? 0 : members->map.used);
    for (size_t i = 0; members != NULL && i < members->map.alloc; i++) {
        if (mp_map_slot_is_filled(&members->map, i) && (wanted == MP_QSTRnull || members->map.table[i].key == MP_OBJ_NEW_QSTR(wanted))) {
            mp_obj_t value = members->map.table[i].value;
            bool is_method = mp_obj_is_obj(value) && (mp_obj_get_type(value)->flags & MP_TYPE_FLAG_BUILTIN_FUN);
            mp_obj_dict_store(copy, members->map.table[i].key, is_method && type != &mp_type_object && type != &mp_type_type ? mpwasm_new_checked_function(type, value) : value);
        }
    }
    add_operations(copy, type, wanted);
    return copy;
}

// What is viewed, as a mapping that no program keeps. For the members of native types, which are made when they are looked at,
// key may say which is wanted.
static mp_obj_t viewed_at(mp_obj_t self_in, mp_obj_t key) {
    proxy_t *self = MP_OBJ_TO_PTR(self_in);
    if (!is_class(self->of)) {
        return self->of;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self->of);
    if (is_program_class(type)) {
        return MP_OBJ_FROM_PTR(MP_OBJ_TYPE_GET_SLOT(type, locals_dict));
    }
    return native_members(type, key != MP_OBJ_NULL && mp_obj_is_qstr(key) ? MP_OBJ_QSTR_VALUE(key) : MP_QSTRnull);
}

static mp_obj_t viewed(mp_obj_t self) {
    return viewed_at(self, MP_OBJ_NULL);
}

mp_obj_t mpwasm_new_mappingproxy(mp_obj_t of) {
    proxy_t *proxy = mp_obj_malloc(proxy_t, &mpwasm_type_mappingproxy);
    proxy->of = of;
    return MP_OBJ_FROM_PTR(proxy);
}

static mp_obj_t proxy_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    if (mp_obj_is_type(args[0], &mpwasm_type_mappingproxy)) {
        return mpwasm_new_mappingproxy(((proxy_t *)MP_OBJ_TO_PTR(args[0]))->of);
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(args[0], MP_QSTR_keys, dest);
    if (dest[0] == MP_OBJ_NULL || is_class(args[0])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("mappingproxy() argument must be a mapping, not %s"), mp_obj_get_type_str(args[0]));
    }
    return mpwasm_new_mappingproxy(args[0]);
}

static void proxy_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    if (kind == PRINT_STR) {
        mp_obj_print_helper(print, viewed(self), PRINT_STR);
        return;
    }
    mp_print_str(print, "mappingproxy(");
    mp_obj_print_helper(print, viewed(self), PRINT_REPR);
    mp_print_str(print, ")");
}

static mp_obj_t proxy_unary_op(mp_unary_op_t op, mp_obj_t self) {
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NULL : mp_unary_op(op, viewed(self));
}

static mp_obj_t proxy_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_t other = mp_obj_is_type(rhs, &mpwasm_type_mappingproxy) ? viewed(rhs) : rhs;
    if (op == MP_BINARY_OP_CONTAINS) {
        return mp_binary_op(MP_BINARY_OP_IN, rhs, viewed_at(lhs, rhs));
    } else if (op == MP_BINARY_OP_EQUAL) {
        return mp_obj_new_bool(mp_obj_equal(viewed(lhs), other));
    } else if (op == MP_BINARY_OP_OR) {
        return mp_binary_op(op, viewed(lhs), other);
    } else if (op == MP_BINARY_OP_INPLACE_OR) {
        mp_raise_TypeError(MP_ERROR_TEXT("'|=' is not supported by mappingproxy; use '|' instead"));
    }
    return MP_OBJ_NULL;
}

static mp_obj_t proxy_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'mappingproxy' object does not support item %s"), value == MP_OBJ_NULL ? "deletion" : "assignment");
    }
    return mp_obj_subscr(viewed_at(self, index), index, value);
}

static mp_obj_t proxy_getiter(mp_obj_t self, mp_obj_iter_buf_t *buffer) {
    return mp_getiter(viewed(self), buffer);
}

static mp_obj_t proxy_get(size_t n_args, const mp_obj_t *args) {
    mp_obj_t dest[4];
    mp_load_method(viewed_at(args[0], args[1]), MP_QSTR_get, dest);
    memcpy(dest + 2, args + 1, (n_args - 1) * sizeof(mp_obj_t));
    return mp_call_method_n_kw(n_args - 1, 0, dest);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(proxy_get_obj, 2, 3, proxy_get);

static void proxy_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL && name == MP_QSTR_get && is_class(((proxy_t *)MP_OBJ_TO_PTR(self))->of)) {
        dest[0] = MP_OBJ_FROM_PTR(&proxy_get_obj);
        dest[1] = self;
    } else if (dest[0] == MP_OBJ_NULL && (name == MP_QSTR_get || name == MP_QSTR_keys || name == MP_QSTR_values || name == MP_QSTR_items || name == MP_QSTR_copy
                                   || name == MP_QSTR___contains__ || name == MP_QSTR___getitem__ || name == MP_QSTR___len__ || name == MP_QSTR___iter__)) {
        mp_load_method_maybe(viewed(self), name, dest);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_mappingproxy,
    MP_QSTR_mappingproxy,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, proxy_make_new,
    print, proxy_print,
    unary_op, proxy_unary_op,
    binary_op, proxy_binary_op,
    subscr, proxy_subscr,
    iter, proxy_getiter,
    attr, proxy_attr
    );

// --- dir ----------------------------------------------------------------------------------

static void add_keys(mp_obj_t names, const mp_map_t *map) {
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_str(map->table[i].key)) {
            mp_obj_dict_store(names, map->table[i].key, mp_const_none);
        }
    }
}

static void add_classes(mp_obj_t names, const mp_obj_type_t *type) {
    mp_obj_tuple_t *mro = mpwasm_mro(type);
    for (size_t i = 0; i < mro->len; i++) {
        const mp_obj_type_t *class = MP_OBJ_TO_PTR(mro->items[i]);
        if (MP_OBJ_TYPE_HAS_SLOT(class, locals_dict)) {
            add_keys(names, &MP_OBJ_TYPE_GET_SLOT(class, locals_dict)->map);
        }
        if (is_program_class(class)) {
            continue;
        }
        add_operations(names, class, MP_QSTRnull);
    }
}

static mp_obj_t sorted(mp_obj_t names) {
    mp_obj_t list = mp_obj_list_make_new(&mp_type_list, 1, 0, &names);
    mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
    return list;
}

mp_obj_t mpwasm_dir(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    mp_obj_t names = mp_obj_new_dict(0);
    if (mp_obj_is_type(object, &mp_type_module)) {
        add_keys(names, &mp_obj_module_get_globals(object)->map);
        return sorted(names);
    }
    if (is_class(object)) {
        add_classes(names, MP_OBJ_TO_PTR(object));
    } else {
        mp_obj_t dict = MP_OBJ_NULL, dest[2];
        mp_load_method_protected(object, MP_QSTR___dict__, dest, false);
        dict = dest[0] == MP_OBJ_NULL ? MP_OBJ_NULL : mpwasm_native(dest[0], &mp_type_dict);
        if (dict != MP_OBJ_NULL) {
            add_keys(names, mp_obj_dict_get_map(dict));
        }
        add_classes(names, type);
    }
    mp_obj_dict_store(names, MP_OBJ_NEW_QSTR(MP_QSTR___class__), mp_const_none);
    mp_obj_dict_store(names, MP_OBJ_NEW_QSTR(MP_QSTR___doc__), mp_const_none);
    if (type->flags & MP_TYPE_FLAG_INSTANCE_TYPE && !(type->flags & CLASS_HAS_NO_DICT)) {
        mp_obj_dict_store(names, MP_OBJ_NEW_QSTR(MP_QSTR___dict__), mp_const_none);
    }
    return sorted(names);
}

mp_obj_t mpwasm_builtin_dir(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_obj_t names = mp_obj_new_dict(0);
        mp_obj_t locals = mpwasm_locals();
        if (!mp_obj_is_exact_type(locals, &mp_type_dict)) {
            mp_obj_t keys[2];
            mp_load_method(locals, MP_QSTR_keys, keys);
            return sorted(mp_call_method_n_kw(0, 0, keys));
        }
        add_keys(names, mp_obj_dict_get_map(locals));
        return sorted(names);
    }
    mp_obj_t dest[2];
    if (mpwasm_is_host_object(mp_obj_get_type(args[0]))) {
        return sorted(mpwasm_object_members(args[0]));
    }
    if (mpwasm_load_special(args[0], MP_QSTR___dir__, dest)) {
        return sorted(mp_call_method_n_kw(0, 0, dest));
    }
    if (mp_obj_is_type(args[0], &mp_type_module)) {
        mp_map_elem_t *own = mp_map_lookup(&mp_obj_module_get_globals(args[0])->map, MP_OBJ_NEW_QSTR(MP_QSTR___dir__), MP_MAP_LOOKUP);
        if (own != NULL) {
            return sorted(mp_call_function_0(own->value));
        }
    }
    return mpwasm_dir(args[0]);
}
