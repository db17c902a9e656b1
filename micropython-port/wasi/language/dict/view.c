// What keys(), values() and items() of a dict give: views that show the dict as it is, and iterators over them.

#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/iterator_state.h"
#include "language/class/class.h"
#include "language/dict/dict.h"
#include "language/native.h"
#include "language/repr.h"

static const mp_obj_type_t dict_keys_type, dict_values_type, dict_items_type;

typedef struct _view_t {
    mp_obj_base_t base;
    mp_obj_dict_t *dict;
} view_t;

bool mpwasm_dict_is_view(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    return type == &dict_keys_type || type == &dict_values_type || type == &dict_items_type;
}

static mpwasm_view_kind_t kind_of(mp_obj_t view) {
    const mp_obj_type_t *type = mp_obj_get_type(view);
    return type == &dict_keys_type ? MPWASM_KEYS : type == &dict_values_type ? MPWASM_VALUES : MPWASM_ITEMS;
}

static mp_obj_dict_t *dict_of_view(mp_obj_t view) {
    return ((view_t *)MP_OBJ_TO_PTR(view))->dict;
}

// --- Iterators -------------------------------------------------------------------------------------

static mp_obj_t value_for(mpwasm_view_kind_t kind, const mp_map_elem_t *entry) {
    if (kind == MPWASM_ITEMS) {
        return mp_obj_new_tuple(2, (mp_obj_t[]) { entry->key, entry->value });
    }
    return kind == MPWASM_KEYS ? entry->key : entry->value;
}

#define ITERNEXT(name, kind) \
    static mp_obj_t name(mp_obj_t self) { \
        mp_map_elem_t entry; \
        return mpwasm_dict_next(MP_OBJ_TO_PTR(self), &entry) ? value_for(kind, &entry) : MP_OBJ_STOP_ITERATION; \
    }

ITERNEXT(next_key, MPWASM_KEYS)
ITERNEXT(next_value, MPWASM_VALUES)
ITERNEXT(next_item, MPWASM_ITEMS)

static size_t count_left(const mpwasm_dict_walk_t *walk) {
    if (walk->dict == NULL || walk->dict->map.used != walk->used) {
        return 0;
    }
    size_t left = 0;
    for (size_t i = walk->number; (i = mpwasm_map_next(&walk->dict->map, i)) != SIZE_MAX; i++) {
        left++;
    }
    return left;
}

static mp_obj_t walk_length_hint(mp_obj_t self);
static MP_DEFINE_CONST_FUN_OBJ_1(walk_length_hint_obj, walk_length_hint);
static const mp_rom_map_elem_t walk_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&mpwasm_reduce_rest_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&walk_length_hint_obj) },
};
static MP_DEFINE_CONST_DICT(walk_locals_dict, walk_locals_dict_table);

#define ITERATOR(type, name, next) \
    static MP_DEFINE_CONST_OBJ_TYPE(type, name, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, next, locals_dict, &walk_locals_dict)

ITERATOR(key_iterator_type, MP_QSTR_dict_keyiterator, next_key);
ITERATOR(value_iterator_type, MP_QSTR_dict_valueiterator, next_value);
ITERATOR(item_iterator_type, MP_QSTR_dict_itemiterator, next_item);

static mp_obj_t walk_length_hint(mp_obj_t self) {
    return MP_OBJ_NEW_SMALL_INT(count_left(MP_OBJ_TO_PTR(self)));
}

mp_obj_t mpwasm_dict_iterator(mp_obj_dict_t *dict, mpwasm_view_kind_t kind, mp_obj_iter_buf_t *iter_buf) {
    static const mp_obj_type_t *const types[] = { &key_iterator_type, &value_iterator_type, &item_iterator_type };
    MP_STATIC_ASSERT(sizeof(mpwasm_dict_walk_t) <= sizeof(mp_obj_iter_buf_t));
    mpwasm_dict_walk_t *walk = (mpwasm_dict_walk_t *)iter_buf;
    walk->base.type = types[kind];
    mpwasm_dict_walk(walk, dict);
    return MP_OBJ_FROM_PTR(walk);
}

// --- Backwards -------------------------------------------------------------------------------------

typedef struct _reversed_t {
    mp_obj_base_t base;
    mp_fun_1_t iternext;
    mp_obj_dict_t *dict;
    size_t number, used;
    mpwasm_view_kind_t kind;
} reversed_t;

static mp_obj_t reversed_next(mp_obj_t self_in) {
    reversed_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->dict == NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    const mp_map_t *map = &self->dict->map;
    if (map->used != self->used) {
        self->used = SIZE_MAX;
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("dictionary changed size during iteration"));
    }
    self->number = mpwasm_map_previous(map, self->number);
    if (self->number == SIZE_MAX) {
        self->dict = NULL;
        return MP_OBJ_STOP_ITERATION;
    }
    return value_for(self->kind, &map->table[self->number]);
}

static mp_obj_t dict_reversed(mp_obj_t self) {
    reversed_t *reversed = mp_obj_malloc(reversed_t, &mp_type_polymorph_iter);
    reversed->iternext = reversed_next;
    reversed->dict = mpwasm_dict_is_view(self) ? dict_of_view(self) : mpwasm_dict_self(self);
    reversed->kind = mpwasm_dict_is_view(self) ? kind_of(self) : MPWASM_KEYS;
    reversed->number = SIZE_MAX;
    reversed->used = reversed->dict->map.used;
    return MP_OBJ_FROM_PTR(reversed);
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_dict_reversed_obj, dict_reversed);

// --- Views -----------------------------------------------------------------------------------------

static mp_obj_t view_getiter(mp_obj_t view, mp_obj_iter_buf_t *iter_buf) {
    return mpwasm_dict_iterator(dict_of_view(view), kind_of(view), iter_buf);
}

static void view_print(const mp_print_t *print, mp_obj_t view, mp_print_kind_t kind) {
    mpwasm_repr_t repr;
    if (!mpwasm_repr_begin(&repr, print, view, "...")) {
        return;
    }
    mp_printf(print, "%q([", (qstr)mp_obj_get_type(view)->name);
    mpwasm_dict_walk_t walk;
    mpwasm_dict_walk(&walk, dict_of_view(view));
    mp_map_elem_t entry;
    for (const char *before = ""; mpwasm_dict_next(&walk, &entry); before = ", ") {
        mp_print_str(print, before);
        mp_obj_print_helper(print, value_for(kind_of(view), &entry), PRINT_REPR);
    }
    mp_print_str(print, "])");
    mpwasm_repr_end(&repr);
}

static mp_obj_t view_unary_op(mp_unary_op_t op, mp_obj_t view) {
    if (op == MP_UNARY_OP_HASH) {
        return kind_of(view) == MPWASM_VALUES ? MP_OBJ_NEW_SMALL_INT((mp_int_t)(uintptr_t)view >> 3) : MP_OBJ_NULL;
    }
    if (op != MP_UNARY_OP_LEN && op != MP_UNARY_OP_BOOL) {
        return MP_OBJ_NULL;
    }
    return mpwasm_dict_unary_op(op, MP_OBJ_FROM_PTR(dict_of_view(view)));
}

static bool holds(mp_obj_t view, mp_obj_t object) {
    mp_map_t *map = &dict_of_view(view)->map;
    if (kind_of(view) == MPWASM_KEYS) {
        return mp_map_lookup(map, object, MP_MAP_LOOKUP) != NULL;
    }
    mp_obj_t pair = mpwasm_native(object, &mp_type_tuple);
    if (pair == MP_OBJ_NULL) {
        return false;
    }
    const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(pair);
    mp_map_elem_t *entry = tuple->len == 2 ? mp_map_lookup(map, tuple->items[0], MP_MAP_LOOKUP) : NULL;
    return entry != NULL && (entry->value == tuple->items[1] || mp_obj_equal(entry->value, tuple->items[1]));
}

static bool contains(mp_obj_t set, mp_obj_t object) {
    return mp_obj_is_true(mp_binary_op(MP_BINARY_OP_CONTAINS, set, object));
}

// Whether all that one holds (or nothing of it), the other holds, too.
static bool all_in(mp_obj_t one, mp_obj_t other, bool in) {
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = mp_getiter(one, &iter_buf), object;
    while ((object = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        if (contains(other, object) != in) {
            return false;
        }
    }
    return true;
}

static bool is_set(mp_obj_t object) {
    return mpwasm_native(object, &mp_type_set) != MP_OBJ_NULL || mpwasm_native(object, &mp_type_frozenset) != MP_OBJ_NULL
           || (mpwasm_dict_is_view(object) && kind_of(object) != MPWASM_VALUES);
}

static mp_obj_t compare(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (!is_set(rhs)) {
        return MP_OBJ_NULL;
    }
    mp_int_t more = MP_OBJ_SMALL_INT_VALUE(mp_obj_len(lhs)) - MP_OBJ_SMALL_INT_VALUE(mp_obj_len(rhs));
    switch (op) {
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(more == 0 && all_in(lhs, rhs, true));
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(more < 0 && all_in(lhs, rhs, true));
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(more <= 0 && all_in(lhs, rhs, true));
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(more > 0 && all_in(rhs, lhs, true));
        default:
            return mp_obj_new_bool(more >= 0 && all_in(rhs, lhs, true));
    }
}

// The result is a set of its own, which a method of sets then changes.
static mp_obj_t combine(mp_obj_t lhs, mp_obj_t rhs, qstr method_name) {
    mp_obj_t set = MP_OBJ_TYPE_GET_SLOT(&mp_type_set, make_new)(&mp_type_set, 1, 0, &lhs);
    mp_obj_t method[3];
    mp_load_method(set, method_name, method);
    method[2] = rhs;
    mp_call_method_n_kw(1, 0, method);
    return set;
}

// Of equal objects, those of the smaller side are taken, as CPython takes them.
static mp_obj_t intersection(mp_obj_t view, mp_obj_t other) {
    mp_int_t more = mp_obj_is_type(other, &mp_type_set) || mpwasm_dict_is_view(other) ? MP_OBJ_SMALL_INT_VALUE(mp_obj_len(other)) - MP_OBJ_SMALL_INT_VALUE(mp_obj_len(view)) : -1;
    if (more >= 0 && !mpwasm_dict_is_view(other)) {
        return combine(other, view, MP_QSTR_intersection_update);
    }
    if (more > 0 && kind_of(other) != MPWASM_VALUES) {
        mp_obj_t smaller = view;
        view = other;
        other = smaller;
    }
    mp_obj_t set = mp_obj_new_set(0, NULL), object;
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = mp_getiter(other, &iter_buf);
    while ((object = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        if (holds(view, object)) {
            mp_obj_set_store(set, object);
        }
    }
    return set;
}

static mp_obj_t view_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (kind_of(lhs) == MPWASM_VALUES) {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_CONTAINS:
            return mp_obj_new_bool(holds(lhs, rhs));
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            return compare(op, lhs, rhs);
        case MP_BINARY_OP_AND:
            return intersection(lhs, rhs);
        case MP_BINARY_OP_OR:
            return combine(lhs, rhs, MP_QSTR_update);
        case MP_BINARY_OP_XOR:
            return combine(lhs, rhs, MP_QSTR_symmetric_difference_update);
        case MP_BINARY_OP_SUBTRACT:
            return combine(lhs, rhs, MP_QSTR_difference_update);
        #if MICROPY_PY_REVERSE_SPECIAL_METHODS
        case MP_BINARY_OP_REVERSE_AND:
            return intersection(lhs, rhs);
        case MP_BINARY_OP_REVERSE_OR:
            return combine(rhs, lhs, MP_QSTR_update);
        case MP_BINARY_OP_REVERSE_XOR:
            return combine(rhs, lhs, MP_QSTR_symmetric_difference_update);
        case MP_BINARY_OP_REVERSE_SUBTRACT:
            return combine(rhs, lhs, MP_QSTR_difference_update);
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t view_isdisjoint(mp_obj_t view, mp_obj_t other) {
    return mp_obj_new_bool(all_in(other, view, false));
}
static MP_DEFINE_CONST_FUN_OBJ_2(view_isdisjoint_obj, view_isdisjoint);

static void view_attr(mp_obj_t view, qstr name, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL && name == MP_QSTR_mapping) {
        dest[0] = mpwasm_new_mappingproxy(MP_OBJ_FROM_PTR(dict_of_view(view)));
    } else if (dest[0] == MP_OBJ_NULL) {
        dest[1] = MP_OBJ_SENTINEL; // a method, then
    }
}

static const mp_rom_map_elem_t view_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&mpwasm_dict_reversed_obj) },
    { MP_ROM_QSTR(MP_QSTR_isdisjoint), MP_ROM_PTR(&view_isdisjoint_obj) },
};
static MP_DEFINE_CONST_DICT(view_locals_dict, view_locals_dict_table);
static MP_DEFINE_CONST_DICT_WITH_SIZE(values_locals_dict, view_locals_dict_table, 1);

#define VIEW(type, name, dict) \
    static MP_DEFINE_CONST_OBJ_TYPE(type, name, MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE, \
    print, view_print, unary_op, view_unary_op, binary_op, view_binary_op, iter, view_getiter, attr, view_attr, locals_dict, &dict)

VIEW(dict_keys_type, MP_QSTR_dict_keys, view_locals_dict);
VIEW(dict_values_type, MP_QSTR_dict_values, values_locals_dict);
VIEW(dict_items_type, MP_QSTR_dict_items, view_locals_dict);

static mp_obj_t new_view(mp_obj_t self, const mp_obj_type_t *type) {
    mp_obj_dict_t *dict = mpwasm_dict_self(self);
    view_t *view = mp_obj_malloc(view_t, type);
    view->dict = dict;
    return MP_OBJ_FROM_PTR(view);
}

static mp_obj_t dict_keys(mp_obj_t self) {
    return new_view(self, &dict_keys_type);
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_dict_keys_obj, dict_keys);

static mp_obj_t dict_values(mp_obj_t self) {
    return new_view(self, &dict_values_type);
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_dict_values_obj, dict_values);

static mp_obj_t dict_items(mp_obj_t self) {
    return new_view(self, &dict_items_type);
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_dict_items_obj, dict_items);
