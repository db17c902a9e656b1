// Types set and frozenset, in place of upstream's py/objset.c: CPython's methods and operators over the table of table.c.
//
// Hashing and comparing keys, and iterating over arguments, may run Python code that changes any set. Entries are copied before such
// calls, and walks go by place.

#include "py/builtin.h"
#include "py/cstack.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/iterator_state.h"
#include "language/dict/dict.h"
#include "language/dict/hash.h"
#include "language/native.h"
#include "language/repr.h"
#include "language/set/set.h"
#include "memory/safepoint.h"

// --- What sets are ---------------------------------------------------------------------------------

static mpwasm_set_t *set_of(mp_obj_t object) { // NULL if it is none
    mp_obj_t set = mpwasm_native(object, &mp_type_set);
    if (set == MP_OBJ_NULL) {
        set = mpwasm_native(object, &mp_type_frozenset);
    }
    return set == MP_OBJ_NULL ? NULL : MP_OBJ_TO_PTR(set);
}

static mpwasm_set_t *self_of(mp_obj_t self) {
    mpwasm_set_t *set = set_of(self);
    return set != NULL ? set : MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_set));
}

static mpwasm_set_t *mutable_of(mp_obj_t self) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_set));
}

static mp_obj_t object_of(mpwasm_set_t *set) {
    return MP_OBJ_FROM_PTR(set);
}

// As CPython's: each item's hash is scattered, and then all of them are combined in no order.
static mp_int_t frozen_hash(mpwasm_set_t *set) {
    if (set->hash == 0) {
        uint32_t hash = 0;
        mpwasm_set_entry_t *entry;
        for (size_t place = 0; (entry = mpwasm_set_next(set, &place)) != NULL;) {
            uint32_t h = entry->hash;
            hash ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
        }
        hash ^= ((uint32_t)set->used + 1) * 1927868237u;
        hash = mpwasm_mix(hash);
        mp_int_t value = MP_OBJ_SMALL_INT_VALUE(MP_OBJ_NEW_SMALL_INT((mp_int_t)hash));
        if (set->base.type == &mp_type_set) {
            return value; // it may change
        }
        set->hash = value == 0 ? 1 : value;
    }
    return set->hash;
}

// Of a key to be looked up: a set is looked up as the frozenset that equals it.
static mp_int_t hash_to_find(mp_obj_t key) {
    mp_obj_t set = mp_obj_is_exact_type(key, &mp_type_set) ? key : MP_OBJ_NULL;
    if (set == MP_OBJ_NULL && mpwasm_is_instance(key)) {
        mp_obj_t hash[2]; // of a subclass that has none
        mp_load_method_maybe(MP_OBJ_FROM_PTR(mp_obj_get_type(key)), MP_QSTR___hash__, hash);
        set = hash[0] == mp_const_none ? mpwasm_native(key, &mp_type_set) : MP_OBJ_NULL;
    }
    return set != MP_OBJ_NULL ? frozen_hash(MP_OBJ_TO_PTR(set)) : mpwasm_set_hash_key(key);
}

mp_int_t mpwasm_set_hash_key(mp_obj_t key) {
    return mpwasm_hash(key);
}

static void add(mpwasm_set_t *set, mp_obj_t key) {
    mp_int_t hash = mpwasm_set_hash_key(key);
    mpwasm_set_add(set, key, hash);
}

// --- Combining -------------------------------------------------------------------------------------

static void update(mpwasm_set_t *set, mp_obj_t iterable) {
    mpwasm_set_t *other = set_of(iterable);
    if (other != NULL) {
        mpwasm_set_merge(set, other);
        return;
    }
    if (mp_obj_is_exact_type(iterable, &mp_type_dict)) {
        mpwasm_set_expect(set, mp_obj_dict_len(iterable));
    }
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = mp_getiter(iterable, &iter_buf), key;
    while ((key = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        add(set, key);
    }
}

static mpwasm_set_t *copy_as(const mp_obj_type_t *type, mpwasm_set_t *set) {
    mpwasm_set_t *copy = mpwasm_set_new(type);
    mpwasm_set_merge(copy, set);
    return copy;
}

// The set that an argument is, or that is made of it.
static mpwasm_set_t *as_set(mp_obj_t iterable) {
    mpwasm_set_t *set = set_of(iterable);
    if (set == NULL) {
        set = mpwasm_set_new(&mp_type_set);
        update(set, iterable);
    }
    return set;
}

// The entries of one that are in the other, or are not.
static mpwasm_set_t *select_entries(const mp_obj_type_t *type, mpwasm_set_t *set, mpwasm_set_t *other, bool in) {
    mpwasm_set_t *result = mpwasm_set_new(type);
    mpwasm_set_entry_t *entry;
    for (size_t place = 0; (entry = mpwasm_set_next(set, &place)) != NULL;) {
        mpwasm_set_entry_t e = *entry;
        if (mpwasm_set_has(other, e.key, e.hash) == in) {
            mpwasm_set_add(result, e.key, e.hash);
        }
    }
    return result;
}

static mpwasm_set_t *intersection(mpwasm_set_t *set, mp_obj_t iterable) {
    const mp_obj_type_t *type = set->base.type;
    mpwasm_set_t *other = set_of(iterable);
    if (other == set) {
        return copy_as(type, set);
    }
    if (other != NULL) {
        return other->used > set->used ? select_entries(type, set, other, true) : select_entries(type, other, set, true);
    }
    mpwasm_set_t *result = mpwasm_set_new(type);
    mp_obj_t iter = mp_getiter(iterable, NULL), key;
    while ((key = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        mp_int_t hash = mpwasm_set_hash_key(key);
        if (mpwasm_set_has(set, key, hash)) {
            mpwasm_set_add(result, key, hash);
        }
    }
    return result;
}

// Puts another's content in place of a set's.
static void take_over(mpwasm_set_t *set, mpwasm_set_t *other) {
    const mp_obj_type_t *type = set->base.type;
    *set = *other;
    set->base.type = type;
}

static void subtract(mpwasm_set_t *set, mp_obj_t iterable) {
    mpwasm_set_t *other = set_of(iterable);
    if (other == set) {
        mpwasm_set_clear(set);
        return;
    }
    if (other != NULL) {
        if (other->used / 8 > set->used) {
            other = select_entries(&mp_type_set, set, other, true);
        }
        mpwasm_set_entry_t *entry;
        for (size_t place = 0; (entry = mpwasm_set_next(other, &place)) != NULL;) {
            mpwasm_set_remove(set, entry->key, entry->hash);
        }
    } else {
        mp_obj_t iter = mp_getiter(iterable, NULL), key;
        while ((key = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
            mp_int_t hash = mpwasm_set_hash_key(key);
            mpwasm_set_remove(set, key, hash);
        }
    }
    mpwasm_set_tidy(set);
}

static mpwasm_set_t *difference(mpwasm_set_t *set, mp_obj_t iterable) {
    mpwasm_set_t *other = set_of(iterable);
    if (other != NULL && set->used / 4 <= other->used) {
        return select_entries(set->base.type, set, other, false);
    }
    mpwasm_set_t *result = copy_as(set->base.type, set);
    subtract(result, iterable);
    return result;
}

static void toggle(mpwasm_set_t *set, mp_obj_t iterable) {
    mpwasm_set_t *other = as_set(iterable);
    if (other == set) {
        mpwasm_set_clear(set);
        return;
    }
    mpwasm_set_entry_t *entry;
    for (size_t place = 0; (entry = mpwasm_set_next(other, &place)) != NULL;) {
        mpwasm_set_entry_t e = *entry;
        if (!mpwasm_set_remove(set, e.key, e.hash)) {
            mpwasm_set_add(set, e.key, e.hash);
        }
    }
}

static mpwasm_set_t *symmetric_difference(mpwasm_set_t *set, mp_obj_t iterable) {
    mpwasm_set_t *result = mpwasm_set_new(set->base.type);
    update(result, iterable);
    toggle(result, object_of(set));
    return result;
}

static bool is_subset(mpwasm_set_t *set, mpwasm_set_t *other) {
    if (set->used > other->used) {
        return false;
    }
    mpwasm_set_entry_t *entry;
    for (size_t place = 0; (entry = mpwasm_set_next(set, &place)) != NULL;) {
        if (!mpwasm_set_has(other, entry->key, entry->hash)) {
            return false;
        }
    }
    return true;
}

// --- Methods ---------------------------------------------------------------------------------------

static mp_obj_t set_add(mp_obj_t self, mp_obj_t key) {
    add(mutable_of(self), key);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_add_obj, set_add);

static mp_obj_t set_clear(mp_obj_t self) {
    mpwasm_set_clear(mutable_of(self));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_clear_obj, set_clear);

static mp_obj_t set_copy(mp_obj_t self) {
    mpwasm_set_t *set = self_of(self);
    return set->base.type == &mp_type_frozenset ? object_of(set) : object_of(copy_as(set->base.type, set));
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_copy_obj, set_copy);

static mp_obj_t set_discard(mp_obj_t self, mp_obj_t key) {
    mpwasm_set_t *set = mutable_of(self);
    mp_int_t hash = hash_to_find(key);
    mpwasm_set_remove(set, key, hash);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_discard_obj, set_discard);

static mp_obj_t set_remove(mp_obj_t self, mp_obj_t key) {
    mpwasm_set_t *set = mutable_of(self);
    mp_int_t hash = hash_to_find(key);
    if (!mpwasm_set_remove(set, key, hash)) {
        mp_raise_type_arg(&mp_type_KeyError, key);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_remove_obj, set_remove);

static mp_obj_t set_pop(mp_obj_t self) {
    mpwasm_set_t *set = mutable_of(self);
    if (set->used == 0) {
        mp_raise_msg(&mp_type_KeyError, MP_ERROR_TEXT("pop from an empty set"));
    }
    return mpwasm_set_pop(set);
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_pop_obj, set_pop);

// Methods that take any number of iterables: each in turn, with what came of those before.
#define METHOD(name, combine) \
    static mp_obj_t set_##name(size_t n_args, const mp_obj_t *args) { \
        mpwasm_set_t *result = self_of(args[0]); \
        if (n_args == 1) { \
            return set_copy(args[0]); \
        } \
        for (size_t i = 1; i < n_args; i++) { \
            result = combine(result, args[i]); \
        } \
        return object_of(result); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_VAR(set_##name##_obj, 1, set_##name)

#define UPDATE_METHOD(name, combine) \
    static mp_obj_t set_##name(size_t n_args, const mp_obj_t *args) { \
        for (size_t i = 1; i < n_args; i++) { \
            combine(mutable_of(args[0]), args[i]); \
        } \
        return mp_const_none; \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_VAR(set_##name##_obj, 1, set_##name)

static mpwasm_set_t *joined(mpwasm_set_t *set, mp_obj_t iterable) {
    mpwasm_set_t *result = copy_as(set->base.type, set);
    update(result, iterable);
    return result;
}

static void intersect(mpwasm_set_t *set, mp_obj_t iterable) {
    take_over(set, intersection(set, iterable));
}

METHOD(union, joined);
METHOD(intersection, intersection);
METHOD(difference, difference);
UPDATE_METHOD(update, update);
UPDATE_METHOD(intersection_update, intersect);
UPDATE_METHOD(difference_update, subtract);

static mp_obj_t set_symmetric_difference(mp_obj_t self, mp_obj_t other) {
    return object_of(symmetric_difference(self_of(self), other));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_symmetric_difference_obj, set_symmetric_difference);

static mp_obj_t set_symmetric_difference_update(mp_obj_t self, mp_obj_t other) {
    toggle(mutable_of(self), other);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_symmetric_difference_update_obj, set_symmetric_difference_update);

static mp_obj_t set_isdisjoint(mp_obj_t self, mp_obj_t iterable) {
    mpwasm_set_t *set = self_of(self), *other = set_of(iterable);
    if (other != NULL) {
        return mp_obj_new_bool(other == set ? set->used == 0 : intersection(set, iterable)->used == 0);
    }
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = mp_getiter(iterable, &iter_buf), key;
    while ((key = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        mp_int_t hash = mpwasm_set_hash_key(key);
        if (mpwasm_set_has(set, key, hash)) {
            return mp_const_false;
        }
    }
    return mp_const_true;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_isdisjoint_obj, set_isdisjoint);

static mp_obj_t set_issubset(mp_obj_t self, mp_obj_t iterable) {
    mpwasm_set_t *other = as_set(iterable);
    return mp_obj_new_bool(is_subset(self_of(self), other));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_issubset_obj, set_issubset);

static mp_obj_t set_issuperset(mp_obj_t self, mp_obj_t iterable) {
    mpwasm_set_t *other = as_set(iterable);
    return mp_obj_new_bool(is_subset(other, self_of(self)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_issuperset_obj, set_issuperset);

// --- Operators -------------------------------------------------------------------------------------

static mp_obj_t set_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    if (n_args == 1 && type == &mp_type_frozenset && mp_obj_is_exact_type(args[0], &mp_type_frozenset)) {
        return args[0];
    }
    mpwasm_set_t *set = mpwasm_set_new(type);
    if (n_args == 1) {
        update(set, args[0]);
    }
    return object_of(set);
}

static void set_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mpwasm_set_t *set = MP_OBJ_TO_PTR(self);
    bool is_frozen = set->base.type == &mp_type_frozenset;
    mpwasm_repr_t repr;
    if (set->used == 0) {
        mp_print_str(print, is_frozen ? "frozenset()" : "set()");
    } else if (mpwasm_repr_begin(&repr, print, self, is_frozen ? "frozenset(...)" : "set(...)")) {
        mp_print_str(print, is_frozen ? "frozenset({" : "{");
        mpwasm_set_entry_t *entry;
        const char *before = "";
        for (size_t place = 0; (entry = mpwasm_set_next(set, &place)) != NULL; before = ", ") {
            mp_print_str(print, before);
            mp_obj_print_helper(print, entry->key, PRINT_REPR);
        }
        mp_print_str(print, is_frozen ? "})" : "}");
        mpwasm_repr_end(&repr);
    }
}

static mp_obj_t set_unary_op(mp_unary_op_t op, mp_obj_t self) {
    mpwasm_set_t *set = MP_OBJ_TO_PTR(self);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(set->used != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(set->used);
        case MP_UNARY_OP_HASH:
            return set->base.type == &mp_type_frozenset ? MP_OBJ_NEW_SMALL_INT(frozen_hash(set)) : MP_OBJ_NULL;
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*set) + set->size * sizeof(*set->table));
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t compare(mp_binary_op_t op, mpwasm_set_t *set, mpwasm_set_t *other) {
    mp_cstack_check();
    switch (op) {
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(set->used == other->used && is_subset(set, other));
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(set->used < other->used && is_subset(set, other));
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(is_subset(set, other));
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(set->used > other->used && is_subset(other, set));
        default:
            return mp_obj_new_bool(is_subset(other, set));
    }
}

// A view of a dict compares itself with sets.
static mp_obj_t compare_with_view(mp_binary_op_t op, mp_obj_t set, mp_obj_t view) {
    mp_binary_op_t swapped = op == MP_BINARY_OP_LESS ? MP_BINARY_OP_MORE : op == MP_BINARY_OP_MORE ? MP_BINARY_OP_LESS
        : op == MP_BINARY_OP_LESS_EQUAL ? MP_BINARY_OP_MORE_EQUAL : op == MP_BINARY_OP_MORE_EQUAL ? MP_BINARY_OP_LESS_EQUAL : op;
    return mpwasm_dict_is_view(view) ? mp_binary_op(swapped, view, set) : MP_OBJ_NULL;
}

static mp_obj_t update_in_place(mp_binary_op_t op, mpwasm_set_t *set, mp_obj_t other) {
    if (op == MP_BINARY_OP_INPLACE_OR) {
        update(set, other);
    } else if (op == MP_BINARY_OP_INPLACE_AND) {
        intersect(set, other);
    } else if (op == MP_BINARY_OP_INPLACE_XOR) {
        toggle(set, other);
    } else {
        subtract(set, other);
    }
    return object_of(set);
}

static mp_obj_t set_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mpwasm_set_t *set = MP_OBJ_TO_PTR(lhs);
    if (op == MP_BINARY_OP_CONTAINS) {
        mp_int_t hash = hash_to_find(rhs);
        return mp_obj_new_bool(mpwasm_set_has(set, rhs, hash));
    }
    mpwasm_set_t *other = set_of(rhs);
    switch (op) {
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            return other == NULL ? compare_with_view(op, lhs, rhs) : compare(op, set, other);
        case MP_BINARY_OP_EQUAL:
            return other == NULL ? MP_OBJ_NULL : compare(op, set, other);
        default:
            break;
    }
    if (other == NULL) {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_OR:
            return object_of(joined(set, rhs));
        case MP_BINARY_OP_AND:
            return object_of(intersection(set, rhs));
        case MP_BINARY_OP_SUBTRACT:
            return object_of(difference(set, rhs));
        case MP_BINARY_OP_XOR:
            return object_of(symmetric_difference(set, rhs));
        case MP_BINARY_OP_INPLACE_OR:
        case MP_BINARY_OP_INPLACE_AND:
        case MP_BINARY_OP_INPLACE_XOR:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return set->base.type == &mp_type_set ? update_in_place(op, set, rhs) : MP_OBJ_NULL;
        default:
            return MP_OBJ_NULL;
    }
}

// --- Iterators -------------------------------------------------------------------------------------

typedef struct _set_iter_t {
    mp_obj_base_t base;
    mpwasm_set_t *set; // NULL at the end, for good
    size_t place, used;
} set_iter_t;

static mp_obj_t set_iternext(mp_obj_t self) {
    set_iter_t *iter = MP_OBJ_TO_PTR(self);
    if (iter->set == NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (iter->set->used != iter->used) {
        iter->used = SIZE_MAX; // and so forever
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("Set changed size during iteration"));
    }
    mpwasm_set_entry_t *entry = mpwasm_set_next(iter->set, &iter->place);
    if (entry == NULL) {
        iter->set = NULL;
        return MP_OBJ_STOP_ITERATION;
    }
    return entry->key;
}

static mp_obj_t set_iter_hint(mp_obj_t self) {
    set_iter_t iter = *(set_iter_t *)MP_OBJ_TO_PTR(self);
    size_t left = 0;
    if (iter.set != NULL && iter.set->used == iter.used) {
        while (mpwasm_set_next(iter.set, &iter.place) != NULL) {
            left++;
        }
    }
    return MP_OBJ_NEW_SMALL_INT(left);
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_iter_hint_obj, set_iter_hint);

static const mp_rom_map_elem_t set_iter_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&mpwasm_reduce_rest_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&set_iter_hint_obj) },
};
static MP_DEFINE_CONST_DICT(set_iter_locals_dict, set_iter_locals_dict_table);

static MP_DEFINE_CONST_OBJ_TYPE(set_iter_type, MP_QSTR_set_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, set_iternext, locals_dict, &set_iter_locals_dict);

static mp_obj_t set_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf) {
    set_iter_t *iter = (set_iter_t *)iter_buf;
    MP_STATIC_ASSERT(sizeof(*iter) <= sizeof(*iter_buf));
    mpwasm_set_t *set = MP_OBJ_TO_PTR(self);
    *iter = (set_iter_t) { { &set_iter_type }, set, 0, set->used };
    return MP_OBJ_FROM_PTR(iter);
}

// --- The types -------------------------------------------------------------------------------------

#define COMMON (9) // those of both types stand first

static const mp_rom_map_elem_t set_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&set_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR_difference), MP_ROM_PTR(&set_difference_obj) },
    { MP_ROM_QSTR(MP_QSTR_intersection), MP_ROM_PTR(&set_intersection_obj) },
    { MP_ROM_QSTR(MP_QSTR_isdisjoint), MP_ROM_PTR(&set_isdisjoint_obj) },
    { MP_ROM_QSTR(MP_QSTR_issubset), MP_ROM_PTR(&set_issubset_obj) },
    { MP_ROM_QSTR(MP_QSTR_issuperset), MP_ROM_PTR(&set_issuperset_obj) },
    { MP_ROM_QSTR(MP_QSTR_symmetric_difference), MP_ROM_PTR(&set_symmetric_difference_obj) },
    { MP_ROM_QSTR(MP_QSTR_union), MP_ROM_PTR(&set_union_obj) },
    { MP_ROM_QSTR(MP_QSTR___contains__), MP_ROM_PTR(&mp_op_contains_obj) },
    { MP_ROM_QSTR(MP_QSTR_add), MP_ROM_PTR(&set_add_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&set_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_discard), MP_ROM_PTR(&set_discard_obj) },
    { MP_ROM_QSTR(MP_QSTR_difference_update), MP_ROM_PTR(&set_difference_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_intersection_update), MP_ROM_PTR(&set_intersection_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&set_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&set_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_symmetric_difference_update), MP_ROM_PTR(&set_symmetric_difference_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&set_update_obj) },
};
static MP_DEFINE_CONST_DICT(set_locals_dict, set_locals_dict_table);
static MP_DEFINE_CONST_DICT_WITH_SIZE(frozenset_locals_dict, set_locals_dict_table, COMMON);

#define SET_TYPE(type, name, locals) MP_DEFINE_CONST_OBJ_TYPE( \
    type, \
    name, \
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER, \
    make_new, set_make_new, \
    print, set_print, \
    unary_op, set_unary_op, \
    binary_op, set_binary_op, \
    iter, set_getiter, \
    locals_dict, &locals \
    )

SET_TYPE(mp_type_set, MP_QSTR_set, set_locals_dict);
SET_TYPE(mp_type_frozenset, MP_QSTR_frozenset, frozenset_locals_dict);

mp_obj_t mp_obj_new_set(size_t n, mp_obj_t *items) {
    mpwasm_set_t *set = mpwasm_set_new(&mp_type_set);
    for (size_t i = 0; i < n; i++) {
        add(set, items[i]);
    }
    return object_of(set);
}

void mp_obj_set_store(mp_obj_t self, mp_obj_t item) {
    add(mutable_of(self), item);
}
