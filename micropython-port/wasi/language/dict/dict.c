// Type dict, in place of upstream's py/objdict.c: CPython's methods and operators over maps that keep their order (map.c).
//
// Hashing and comparing keys and values may run Python code, which may change any dict. So an entry is read again
// after each such call, walks go by number, and where CPython raises because a dict changed its size, so do these.

#include <string.h>

#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/dict/dict.h"
#include "language/native.h"
#include "language/repr.h"
#include "memory/safepoint.h"

const mp_obj_dict_t mp_const_empty_dict_obj = {
    .base = { .type = &mp_type_dict },
    .map = { .is_fixed = 1, .is_ordered = 1 },
};

// --- Selves ----------------------------------------------------------------------------------------

bool mp_obj_is_dict_or_ordereddict(mp_obj_t object) {
    return mp_obj_is_obj(object) && MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(object), iter) == (const void *)mpwasm_dict_getiter;
}

mp_obj_dict_t *mpwasm_dict_of(mp_obj_t object) {
    if (mp_obj_is_dict_or_ordereddict(object)) {
        return MP_OBJ_TO_PTR(object);
    }
    object = mpwasm_native(object, &mp_type_dict);
    return object != MP_OBJ_NULL && mp_obj_is_dict_or_ordereddict(object) ? MP_OBJ_TO_PTR(object) : NULL;
}

mp_obj_dict_t *mpwasm_dict_self(mp_obj_t self) {
    mp_obj_dict_t *dict = mpwasm_dict_of(self);
    if (dict == NULL) {
        mpwasm_native_raise(self, &mp_type_dict);
        mp_raise_TypeError(MP_ERROR_TEXT("expected a 'dict' object"));
    }
    return dict;
}

mp_obj_dict_t *mpwasm_dict_mutable(mp_obj_t self) {
    mp_obj_dict_t *dict = mpwasm_dict_self(self);
    if (dict->map.is_fixed) {
        mp_raise_TypeError(MP_ERROR_TEXT("dict is read-only"));
    }
    return dict;
}

// --- Walking ---------------------------------------------------------------------------------------

void mpwasm_dict_walk(mpwasm_dict_walk_t *walk, mp_obj_dict_t *dict) {
    walk->dict = dict;
    walk->number = 0;
    walk->used = dict->map.used;
}

MP_NORETURN void mpwasm_dict_raise_changed(mpwasm_dict_walk_t *walk) {
    walk->used = SIZE_MAX; // and so forever
    mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("dictionary changed size during iteration"));
}

// --- Printing --------------------------------------------------------------------------------------

static void print_key(const mp_print_t *print, mp_obj_t key, mp_print_kind_t kind) {
    bool quote = MICROPY_PY_JSON && kind == PRINT_JSON && !mp_obj_is_str_or_bytes(key);
    if (quote) {
        mp_print_str(print, "\"");
    }
    mp_obj_print_helper(print, key, kind);
    if (quote) {
        mp_print_str(print, "\"");
    }
}

static void dict_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mpwasm_repr_t repr;
    if (!mpwasm_repr_begin(&repr, print, self, "{...}")) {
        return;
    }
    const char *between = ", ", *colon = ": ";
    #if MICROPY_PY_JSON && MICROPY_PY_JSON_SEPARATORS
    if (kind == PRINT_JSON) {
        between = MP_PRINT_GET_EXT(print)->item_separator;
        colon = MP_PRINT_GET_EXT(print)->key_separator;
    }
    #endif
    if (kind != PRINT_JSON) {
        kind = PRINT_REPR;
    }
    mp_obj_dict_t *dict = MP_OBJ_TO_PTR(self);
    mpwasm_dict_walk_t walk;
    mpwasm_dict_walk(&walk, dict);
    mp_map_elem_t entry;
    mp_print_str(print, "{");
    for (const char *before = ""; mpwasm_dict_next(&walk, &entry); before = between) {
        mp_print_str(print, before);
        print_key(print, entry.key, kind);
        mp_print_str(print, colon);
        mp_obj_print_helper(print, entry.value, kind);
        if (kind == PRINT_REPR) {
            walk.used = dict->map.used; // a __repr__ may change the dict's size, as in CPython
        }
    }
    mp_print_str(print, "}");
    mpwasm_repr_end(&repr);
}

// --- Updating --------------------------------------------------------------------------------------

static void store(mp_obj_dict_t *dict, mp_obj_t key, mp_obj_t value) {
    mp_map_lookup(&dict->map, key, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
}

static void update_from_dict(mp_obj_dict_t *dict, mp_obj_dict_t *other) {
    if (other == dict) {
        return;
    }
    if (dict->map.used == 0) {
        mpwasm_map_copy(&dict->map, &other->map);
        return;
    }
    size_t used = other->map.used;
    for (size_t i = 0; (i = mpwasm_map_next(&other->map, i)) != SIZE_MAX; i++) {
        mp_map_elem_t entry = other->map.table[i];
        store(dict, entry.key, entry.value);
        if (other->map.used != used) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("dict mutated during update"));
        }
    }
}

static void update_from_mapping(mp_obj_dict_t *dict, mp_obj_t mapping, mp_obj_t *keys_method) {
    mp_obj_t keys = mp_getiter(mp_call_method_n_kw(0, 0, keys_method), NULL), key;
    while ((key = mpwasm_iternext(keys)) != MP_OBJ_STOP_ITERATION) {
        store(dict, key, mp_obj_subscr(mapping, key, MP_OBJ_SENTINEL));
    }
}

static mp_obj_t iter_of_pair(mp_obj_t pair, size_t number) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t iter = mp_getiter(pair, NULL);
        nlr_pop();
        return iter;
    }
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(((mp_obj_base_t *)nlr.ret_val)->type), MP_OBJ_FROM_PTR(&mp_type_TypeError))) {
        nlr_jump(nlr.ret_val);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot convert dictionary update sequence element #%u to a sequence"), (unsigned)number);
}

static void update_from_pairs(mp_obj_dict_t *dict, mp_obj_t pairs) {
    mp_obj_t iter = mp_getiter(pairs, NULL), pair;
    for (size_t number = 0; (pair = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION; number++) {
        mp_obj_t items[2], item;
        size_t len = 0;
        mp_obj_t inner = iter_of_pair(pair, number);
        for (; (item = mp_iternext(inner)) != MP_OBJ_STOP_ITERATION; len++) {
            if (len < 2) {
                items[len] = item;
            }
        }
        if (len != 2) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("dictionary update sequence element #%u has length %u; 2 is required"), (unsigned)number, (unsigned)len);
        }
        store(dict, items[0], items[1]);
    }
}

void mpwasm_dict_update(mp_obj_dict_t *dict, mp_obj_t other) {
    mp_obj_t keys[2];
    if (mp_obj_is_dict_or_ordereddict(other)) {
        update_from_dict(dict, MP_OBJ_TO_PTR(other));
        return;
    }
    mp_obj_t native = mpwasm_native(other, &mp_type_dict); // a subclass's __getitem__ and keys() are not asked, if it has no __iter__
    if (native != MP_OBJ_NULL && is_program_class(mp_obj_get_type(other)) && mpwasm_find_special(mp_obj_get_type(other), MP_QSTR___iter__) == MP_OBJ_NULL) {
        update_from_dict(dict, MP_OBJ_TO_PTR(native));
        return;
    }
    mp_load_method_maybe(other, MP_QSTR_keys, keys);
    if (keys[0] != MP_OBJ_NULL) {
        update_from_mapping(dict, other, keys);
    } else {
        update_from_pairs(dict, other);
    }
}

static mp_obj_t dict_update(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_dict_t *dict = mpwasm_dict_mutable(args[0]);
    mp_arg_check_num(n_args, 0, 1, 2, false);
    if (n_args == 2) {
        mpwasm_dict_update(dict, args[1]);
    }
    for (size_t i = 0; i < kwargs->alloc; i++) {
        if (mp_map_slot_is_filled(kwargs, i)) {
            store(dict, kwargs->table[i].key, kwargs->table[i].value);
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(dict_update_obj, 1, dict_update);

mp_obj_t mp_obj_dict_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 1, true);
    mp_obj_t dict = mp_obj_new_dict(0);
    ((mp_obj_base_t *)MP_OBJ_TO_PTR(dict))->type = type;
    mp_obj_t self_and_other[] = { dict, n_args > 0 ? args[0] : MP_OBJ_NULL };
    mp_map_t kwargs;
    mp_map_init_fixed_table(&kwargs, n_kw, args + n_args);
    dict_update(n_args + 1, self_and_other, &kwargs);
    return dict;
}

// --- Operators -------------------------------------------------------------------------------------

mp_obj_t mpwasm_dict_unary_op(mp_unary_op_t op, mp_obj_t self) {
    const mp_map_t *map = mp_obj_dict_get_map(self);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(map->used != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(map->used);
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(mp_obj_dict_t) + mpwasm_map_bytes(map));
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static bool is_equal(mp_obj_dict_t *dict, mp_obj_dict_t *other) {
    if (dict->map.used != other->map.used) {
        return false;
    }
    for (size_t i = 0; (i = mpwasm_map_next(&dict->map, i)) != SIZE_MAX; i++) {
        mp_map_elem_t entry = dict->map.table[i];
        mp_map_elem_t *found = mp_map_lookup(&other->map, entry.key, MP_MAP_LOOKUP);
        if (found == NULL || (found->value != entry.value && !mp_obj_equal(entry.value, found->value))) {
            return false;
        }
    }
    return true;
}

static mp_obj_t dict_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_dict_t *dict = MP_OBJ_TO_PTR(lhs);
    if (op == MP_BINARY_OP_CONTAINS) {
        return mp_obj_new_bool(mp_map_lookup(&dict->map, rhs, MP_MAP_LOOKUP) != NULL);
    }
    if (op == MP_BINARY_OP_INPLACE_OR) {
        mpwasm_dict_update(mpwasm_dict_mutable(lhs), rhs);
        return lhs;
    }
    mp_obj_dict_t *other = mpwasm_dict_of(rhs);
    if (other == NULL) {
        return MP_OBJ_NULL;
    }
    if (op == MP_BINARY_OP_EQUAL) {
        mp_cstack_check();
        return mp_obj_new_bool(is_equal(dict, other));
    }
    if (op == MP_BINARY_OP_OR || op == MP_BINARY_OP_REVERSE_OR) {
        mp_obj_t joined = mp_obj_dict_copy(op == MP_BINARY_OP_OR ? lhs : MP_OBJ_FROM_PTR(other));
        ((mp_obj_base_t *)MP_OBJ_TO_PTR(joined))->type = dict->base.type;
        update_from_dict(MP_OBJ_TO_PTR(joined), op == MP_BINARY_OP_OR ? other : dict);
        return joined;
    }
    return MP_OBJ_NULL;
}

static mp_obj_t value_of(mp_obj_dict_t *dict, mp_obj_t key) {
    mp_map_elem_t *entry = mp_map_lookup(&dict->map, key, MP_MAP_LOOKUP);
    if (entry == NULL) {
        mp_raise_type_arg(&mp_type_KeyError, key);
    }
    return entry->value;
}

static mp_obj_t dict_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value == MP_OBJ_SENTINEL) {
        return value_of(MP_OBJ_TO_PTR(self), index);
    }
    if (value == MP_OBJ_NULL) {
        mp_obj_dict_delete(self, index);
    } else {
        mp_obj_dict_store(self, index, value);
    }
    return mp_const_none;
}

mp_obj_t mpwasm_dict_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf) {
    return mpwasm_dict_iterator(MP_OBJ_TO_PTR(self), MPWASM_KEYS, iter_buf);
}

// --- Methods ---------------------------------------------------------------------------------------

static mp_obj_t dict_clear(mp_obj_t self) {
    mp_map_clear(&mpwasm_dict_mutable(self)->map);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_clear_obj, dict_clear);

mp_obj_t mp_obj_dict_copy(mp_obj_t self) {
    mp_obj_dict_t *dict = mpwasm_dict_self(self);
    mp_obj_dict_t *copy = mp_obj_malloc(mp_obj_dict_t, dict->base.type);
    mpwasm_map_copy(&copy->map, &dict->map);
    return MP_OBJ_FROM_PTR(copy);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_copy_obj, mp_obj_dict_copy);

#if MICROPY_PY_BUILTINS_DICT_FROMKEYS
static mp_obj_t dict_fromkeys(size_t n_args, const mp_obj_t *args) {
    if (n_args == 1 || n_args > 3) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s expected %s%d argument%s, got %d"), "fromkeys", n_args == 1 ? "at least " : "at most ", n_args == 1 ? 1 : 2,
            n_args == 1 ? "" : "s", (int)n_args - 1);
    }
    mp_obj_t value = n_args > 2 ? args[2] : mp_const_none;
    mp_obj_t made = mp_call_function_0(args[0]);
    mp_obj_t iter = mp_getiter(args[1], NULL), key;
    bool native = mp_obj_is_dict_or_ordereddict(made);
    while ((key = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        if (native) {
            mp_obj_dict_store(made, key, value);
        } else {
            mp_obj_subscr(made, key, value);
        }
    }
    return made;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(dict_fromkeys_fun_obj, 1, dict_fromkeys);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(dict_fromkeys_obj, MP_ROM_PTR(&dict_fromkeys_fun_obj));
#endif

static mp_obj_t dict_get(size_t n_args, const mp_obj_t *args) {
    mp_map_elem_t *entry = mp_map_lookup(&mpwasm_dict_self(args[0])->map, args[1], MP_MAP_LOOKUP);
    return entry != NULL ? entry->value : n_args > 2 ? args[2] : mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_get_obj, 2, 3, dict_get);

static mp_obj_t dict_pop(size_t n_args, const mp_obj_t *args) {
    mp_map_elem_t *entry = mp_map_lookup(&mpwasm_dict_mutable(args[0])->map, args[1], MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (entry != NULL) {
        mp_obj_t value = entry->value;
        entry->value = MP_OBJ_NULL;
        return value;
    }
    if (n_args < 3) {
        mp_raise_type_arg(&mp_type_KeyError, args[1]);
    }
    return args[2];
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_pop_obj, 2, 3, dict_pop);

static mp_obj_t dict_setdefault(size_t n_args, const mp_obj_t *args) {
    mp_map_elem_t *entry = mp_map_lookup(&mpwasm_dict_mutable(args[0])->map, args[1], MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
    if (entry->value == MP_OBJ_NULL) {
        entry->value = n_args > 2 ? args[2] : mp_const_none;
    }
    return entry->value;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_setdefault_obj, 2, 3, dict_setdefault);

// Takes an entry out of a dict, by its number, and returns key and value as a tuple.
static mp_obj_t take_pair(mp_map_t *map, size_t number) {
    mp_obj_tuple_t *pair = MP_OBJ_TO_PTR(mp_obj_new_tuple(2, NULL)); // first, since it may raise
    mp_map_elem_t taken = mpwasm_map_take(map, number);
    pair->items[0] = taken.key;
    pair->items[1] = taken.value;
    return MP_OBJ_FROM_PTR(pair);
}

static mp_obj_t dict_popitem(mp_obj_t self) {
    mp_map_t *map = &mpwasm_dict_mutable(self)->map;
    if (map->used == 0) {
        mp_raise_msg(&mp_type_KeyError, MP_ERROR_TEXT("popitem(): dictionary is empty"));
    }
    return take_pair(map, mpwasm_map_previous(map, SIZE_MAX));
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_popitem_obj, dict_popitem);

static const mp_rom_map_elem_t dict_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&dict_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&dict_copy_obj) },
    #if MICROPY_PY_BUILTINS_DICT_FROMKEYS
    { MP_ROM_QSTR(MP_QSTR_fromkeys), MP_ROM_PTR(&dict_fromkeys_obj) },
    #endif
    { MP_ROM_QSTR(MP_QSTR_get), MP_ROM_PTR(&dict_get_obj) },
    { MP_ROM_QSTR(MP_QSTR_items), MP_ROM_PTR(&mpwasm_dict_items_obj) },
    { MP_ROM_QSTR(MP_QSTR_keys), MP_ROM_PTR(&mpwasm_dict_keys_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&dict_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_setdefault), MP_ROM_PTR(&dict_setdefault_obj) },
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&dict_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_values), MP_ROM_PTR(&mpwasm_dict_values_obj) },
    { MP_ROM_QSTR(MP_QSTR___contains__), MP_ROM_PTR(&mp_op_contains_obj) },
    { MP_ROM_QSTR(MP_QSTR___setitem__), MP_ROM_PTR(&mp_op_setitem_obj) },
    { MP_ROM_QSTR(MP_QSTR___delitem__), MP_ROM_PTR(&mp_op_delitem_obj) },
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&mpwasm_dict_reversed_obj) },
    { MP_ROM_QSTR(MP_QSTR_popitem), MP_ROM_PTR(&dict_popitem_obj) },
};
static MP_DEFINE_CONST_DICT(dict_locals_dict, dict_locals_dict_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_dict,
    MP_QSTR_dict,
    MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, mp_obj_dict_make_new,
    print, dict_print,
    unary_op, mpwasm_dict_unary_op,
    binary_op, dict_binary_op,
    subscr, dict_subscr,
    iter, mpwasm_dict_getiter,
    locals_dict, &dict_locals_dict
    );

// --- For C -----------------------------------------------------------------------------------------

void mp_obj_dict_init(mp_obj_dict_t *dict, size_t n) {
    dict->base.type = &mp_type_dict;
    mp_map_init(&dict->map, n);
}

mp_obj_t mp_obj_new_dict(size_t n) {
    mp_obj_dict_t *dict = m_new_obj(mp_obj_dict_t);
    mp_obj_dict_init(dict, n);
    return MP_OBJ_FROM_PTR(dict);
}

size_t mp_obj_dict_len(mp_obj_t self) {
    return mpwasm_dict_self(self)->map.used;
}

mp_obj_t mp_obj_dict_get(mp_obj_t self, mp_obj_t index) {
    return value_of(mpwasm_dict_self(self), index);
}

mp_obj_t mp_obj_dict_store(mp_obj_t self, mp_obj_t key, mp_obj_t value) {
    store(mpwasm_dict_mutable(self), key, value);
    return self;
}

mp_obj_t mp_obj_dict_delete(mp_obj_t self, mp_obj_t key) {
    mp_obj_t args[] = { self, key };
    dict_pop(2, args);
    return self;
}
