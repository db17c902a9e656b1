// list[int] and int | str.

#include "language/class/class.h"
#include "language/dict/hash.h"
#include "library/collections/deque.h"

typedef struct _alias_t {
    mp_obj_base_t base;
    mp_obj_t origin, args; // args is a tuple
    bool starred; // *tuple[int]
} alias_t;

// What typing does for types with variables: it is there, where there are such.
static mp_obj_t call_typing(qstr function, size_t n_args, const mp_obj_t *args) {
    mp_obj_t module = mp_import_name(MP_QSTR_typing, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    return mp_call_function_n_kw(mp_load_attr(module, function), n_args, 0, args);
}

// Whether an argument may have type variables: a class has none.
static bool may_have_parameters(const mp_obj_tuple_t *args) {
    for (size_t i = 0; i < args->len; i++) {
        if (!is_class(args->items[i]) && args->items[i] != MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj)) {
            return true;
        }
    }
    return false;
}

static mp_obj_t parameters_of(mp_obj_t args) {
    return may_have_parameters(MP_OBJ_TO_PTR(args)) ? call_typing(MP_QSTR__parameters_of, 1, &args) : mp_const_empty_tuple;
}

static mp_obj_t generic_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    return call_typing(MP_QSTR__item_of, 2, (mp_obj_t[]) { self, index });
}

static RECURS void print_type(const mp_print_t *print, mp_obj_t type) {
    if (type == MP_OBJ_FROM_PTR(&mp_type_NoneType)) {
        mp_print_str(print, "None");
    } else if (type == MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj)) {
        mp_print_str(print, "...");
    } else if (is_class(type)) {
        mp_obj_t module = mp_load_attr(type, MP_QSTR___module__);
        if (mp_obj_is_str(module) && module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
            mp_obj_print_helper(print, module, PRINT_STR);
            mp_print_str(print, ".");
        }
        mp_obj_print_helper(print, mp_load_attr(type, MP_QSTR___qualname__), PRINT_STR);
    } else if (mp_obj_is_type(type, &mp_type_list)) {
        size_t n;
        mp_obj_t *items;
        mp_obj_list_get(type, &n, &items);
        mp_cstack_check();
        mp_print_str(print, "[");
        for (size_t i = 0; i < n; i++) {
            mp_print_str(print, i == 0 ? "" : ", ");
            print_type(print, items[i]);
            mp_obj_list_get(type, &n, &items);
        }
        mp_print_str(print, "]");
    } else {
        mp_obj_print_helper(print, type, PRINT_REPR);
    }
}

static void alias_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    alias_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_tuple_t *args = MP_OBJ_TO_PTR(self->args);
    mp_print_str(print, self->starred ? "*" : "");
    print_type(print, self->origin);
    mp_print_str(print, "[");
    for (size_t i = 0; i < args->len; i++) {
        mp_print_str(print, i == 0 ? "" : ", ");
        print_type(print, args->items[i]);
    }
    mp_print_str(print, args->len == 0 ? "()]" : "]");
}

static mp_obj_t alias_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    alias_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t instance = mp_call_function_n_kw(self->origin, n_args, n_kw, args);
    const mp_obj_type_t *type = mp_obj_get_type(instance);
    if ((type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && !(type->flags & (CLASS_HAS_NO_DICT | CLASS_STORES))) {
        mp_store_attr(instance, MP_QSTR___orig_class__, self_in);
    }
    return instance;
}

static mp_obj_t alias_mro_entries(mp_obj_t self, mp_obj_t bases) {
    mp_obj_t origin = ((alias_t *)MP_OBJ_TO_PTR(self))->origin;
    return mp_obj_new_tuple(1, &origin);
}
static MP_DEFINE_CONST_FUN_OBJ_2(alias_mro_entries_obj, alias_mro_entries);

static bool forwards(qstr name) {
    const char *text = qstr_str(name);
    return !(text[0] == '_' && text[1] == '_') || name == MP_QSTR___name__ || name == MP_QSTR___qualname__ || name == MP_QSTR___module__ || name == MP_QSTR___doc__ || name == MP_QSTR___init__
        || name == MP_QSTR___bases__ || name == MP_QSTR___mro__ || name == MP_QSTR___new__ || name == MP_QSTR___value__;
}

static void alias_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    alias_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___origin__) {
        dest[0] = self->origin;
    } else if (name == MP_QSTR___args__) {
        dest[0] = self->args;
    } else if (name == MP_QSTR___parameters__) {
        dest[0] = parameters_of(self->args);
    } else if (name == MP_QSTR___unpacked__) {
        dest[0] = mp_obj_new_bool(self->starred);
    } else if (name == MP_QSTR___mro_entries__) {
        dest[0] = MP_OBJ_FROM_PTR(&alias_mro_entries_obj);
        dest[1] = self_in;
    } else if (forwards(name)) {
        mp_load_method_maybe(self->origin, name, dest);
    }
}

static mp_obj_t alias_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    alias_t *self = MP_OBJ_TO_PTR(self_in);
    if (op != MP_UNARY_OP_HASH) {
        return MP_OBJ_NULL;
    }
    return MP_OBJ_NEW_SMALL_INT(mpwasm_hash(self->origin) ^ mpwasm_hash(self->args));
}

static mp_obj_t alias_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_OR) {
        return mpwasm_new_union(lhs, rhs);
    } else if (op == MP_BINARY_OP_REVERSE_OR) {
        return mpwasm_new_union(rhs, lhs);
    } else if (op == MP_BINARY_OP_EQUAL) {
        alias_t *left = MP_OBJ_TO_PTR(lhs), *right = MP_OBJ_TO_PTR(rhs);
        return mp_obj_new_bool(left->starred == right->starred && mp_obj_equal(left->origin, right->origin) && mp_obj_equal(left->args, right->args));
    }
    return MP_OBJ_NULL;
}

static mp_obj_t alias_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    return mpwasm_new_generic_alias(args[0], args[1]);
}

// Yields the alias with a star, once.
static mp_obj_t alias_iter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    const alias_t *self = MP_OBJ_TO_PTR(self_in);
    alias_t *starred = MP_OBJ_TO_PTR(mpwasm_new_generic_alias(self->origin, self->args));
    starred->starred = true;
    mp_obj_t item = MP_OBJ_FROM_PTR(starred);
    return mp_getiter(mp_obj_new_tuple(1, &item), buf);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_generic_alias,
    MP_QSTR_GenericAlias,
    MP_TYPE_FLAG_ITER_IS_GETITER,
    iter, alias_iter,
    subscr, generic_subscr,
    make_new, alias_make_new,
    print, alias_print,
    call, alias_call,
    unary_op, alias_unary_op,
    binary_op, alias_binary_op,
    attr, alias_attr
    );

mp_obj_t mpwasm_new_generic_alias(mp_obj_t origin, mp_obj_t args) {
    alias_t *alias = mp_obj_malloc(alias_t, &mpwasm_type_generic_alias);
    alias->origin = origin;
    alias->starred = false;
    mp_obj_t tuple = mpwasm_native(args, &mp_type_tuple);
    alias->args = tuple != MP_OBJ_NULL ? tuple : mp_obj_new_tuple(1, &args);
    return MP_OBJ_FROM_PTR(alias);
}

bool mpwasm_is_generic(const mp_obj_type_t *native) {
    return native == &mp_type_list || native == &mp_type_dict || native == &mp_type_tuple || native == &mp_type_set || native == &mp_type_frozenset || native == &mp_type_type
           || native == &mp_type_enumerate || native == &mp_type_reversed
           #if MPWASM_LIBRARY
           || native == &mpwasm_type_deque
           #endif
           || native == &mp_type_filter || native == &mp_type_map || native == &mp_type_zip || native == &mp_type_staticmethod || native == &mp_type_classmethod;
}

// --- Unions ----------------------------------------------------------------------------------------

typedef struct _union_t {
    mp_obj_base_t base;
    mp_obj_t args; // a tuple
} union_t;

mp_obj_tuple_t *mpwasm_union_args(mp_obj_t object) {
    return mp_obj_is_type(object, &mpwasm_type_union) ? MP_OBJ_TO_PTR(((union_t *)MP_OBJ_TO_PTR(object))->args) : NULL;
}

static bool may_be_in_union(mp_obj_t object) {
    return object == mp_const_none || is_class(object) || mp_obj_is_type(object, &mpwasm_type_union) || mp_obj_is_type(object, &mpwasm_type_generic_alias)
        || mpwasm_may_be_in_union(object);
}

static void add_to_union(mp_obj_t list, mp_obj_t object) {
    mp_obj_tuple_t *args = mpwasm_union_args(object);
    for (size_t i = 0; args != NULL && i < args->len; i++) {
        add_to_union(list, args->items[i]);
    }
    if (args != NULL) {
        return;
    }
    object = object == mp_const_none ? MP_OBJ_FROM_PTR(&mp_type_NoneType) : object;
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    for (size_t i = 0; i < n; i++) {
        if (mp_obj_equal(items[i], object)) {
            return;
        }
    }
    mp_obj_list_append(list, object);
}

mp_obj_t mpwasm_new_union(mp_obj_t left, mp_obj_t right) {
    if (!may_be_in_union(left) || !may_be_in_union(right)) {
        return MP_OBJ_NULL;
    }
    mp_obj_t list = mp_obj_new_list(0, NULL);
    add_to_union(list, left);
    add_to_union(list, right);
    size_t n;
    mp_obj_t *items;
    mp_obj_list_get(list, &n, &items);
    if (n == 1) {
        return items[0];
    }
    union_t *result = mp_obj_malloc(union_t, &mpwasm_type_union);
    result->args = mp_obj_new_tuple(n, items);
    return MP_OBJ_FROM_PTR(result);
}

static void union_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_obj_tuple_t *args = mpwasm_union_args(self);
    for (size_t i = 0; i < args->len; i++) {
        mp_print_str(print, i == 0 ? "" : " | ");
        print_type(print, args->items[i]);
    }
}

static mp_obj_t union_unary_op(mp_unary_op_t op, mp_obj_t self) {
    if (op != MP_UNARY_OP_HASH) {
        return MP_OBJ_NULL;
    }
    mp_obj_tuple_t *args = mpwasm_union_args(self);
    mp_int_t hash = 0; // in any order
    for (size_t i = 0; i < args->len; i++) {
        hash ^= mpwasm_hash(args->items[i]);
    }
    return MP_OBJ_NEW_SMALL_INT(hash);
}

static bool contains_all(mp_obj_tuple_t *left, mp_obj_tuple_t *right) {
    for (size_t i = 0; i < right->len; i++) {
        bool found = false;
        for (size_t j = 0; j < left->len && !found; j++) {
            found = mp_obj_equal(left->items[j], right->items[i]);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static mp_obj_t union_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_OR) {
        return mpwasm_new_union(lhs, rhs);
    } else if (op == MP_BINARY_OP_REVERSE_OR) {
        return mpwasm_new_union(rhs, lhs);
    } else if (op == MP_BINARY_OP_EQUAL) {
        mp_obj_tuple_t *left = mpwasm_union_args(lhs), *right = mpwasm_union_args(rhs);
        return mp_obj_new_bool(left->len == right->len && contains_all(left, right));
    }
    return MP_OBJ_NULL;
}

static void union_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___args__) {
        dest[0] = MP_OBJ_FROM_PTR(mpwasm_union_args(self));
    } else if (name == MP_QSTR___parameters__) {
        dest[0] = parameters_of(MP_OBJ_FROM_PTR(mpwasm_union_args(self)));
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_union,
    MP_QSTR_UnionType,
    MP_TYPE_FLAG_NONE,
    subscr, generic_subscr,
    print, union_print,
    unary_op, union_unary_op,
    binary_op, union_binary_op,
    attr, union_attr
    );
