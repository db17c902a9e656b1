// collections.OrderedDict: a dict that compares its order, too, and whose ends can be reached.

#include "py/runtime.h"

#include "language/dict/dict.h"

// The value of the keyword last, which may also stand at a place.
static bool get_last(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = { { MP_QSTR_last, MP_ARG_BOOL, { .u_bool = true } } };
    mp_arg_val_t last;
    mp_arg_parse_all(n_args, args, kwargs, 1, allowed, &last);
    return last.u_bool;
}

static mp_obj_t ordered_popitem(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_map_t *map = &mpwasm_dict_mutable(args[0])->map;
    bool last = get_last(n_args - 1, args + 1, kwargs);
    if (map->used == 0) {
        mp_raise_msg(&mp_type_KeyError, MP_ERROR_TEXT("dictionary is empty"));
    }
    return mpwasm_dict_take_pair(map, last ? mpwasm_map_previous(map, SIZE_MAX) : mpwasm_map_next(map, 0));
}
MP_DEFINE_CONST_FUN_OBJ_KW(mpwasm_ordered_popitem_obj, 1, ordered_popitem);

static mp_obj_t ordered_move_to_end(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_map_t *map = &mpwasm_dict_mutable(args[0])->map;
    bool last = get_last(n_args - 2, args + 2, kwargs);
    if (!mpwasm_map_move(map, args[1], last)) {
        mp_raise_type_arg(&mp_type_KeyError, args[1]);
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_KW(mpwasm_ordered_move_to_end_obj, 2, ordered_move_to_end);

#if MICROPY_PY_COLLECTIONS_ORDEREDDICT

static void ordered_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    if (kind == PRINT_JSON) {
        mpwasm_dict_print(print, self, kind);
        return;
    }
    mp_printf(print, "%q(", (qstr)mp_obj_get_type(self)->name);
    if (mp_obj_dict_get_map(self)->used > 0) {
        mpwasm_dict_print(print, self, kind);
    }
    mp_print_str(print, ")");
}

static bool has_same_order(mp_map_t *a, mp_map_t *b) {
    size_t i = 0, j = 0;
    while ((i = mpwasm_map_next(a, i)) != SIZE_MAX && (j = mpwasm_map_next(b, j)) != SIZE_MAX) {
        if (!mp_obj_equal(a->table[i++].key, b->table[j++].key)) {
            return false;
        }
    }
    return true;
}

static mp_obj_t ordered_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_t result = mpwasm_dict_binary_op(op, lhs, rhs);
    mp_obj_dict_t *other;
    if (op == MP_BINARY_OP_EQUAL && result == mp_const_true && (other = mpwasm_dict_of(rhs))->base.type == &mp_type_ordereddict) {
        return mp_obj_new_bool(has_same_order(mp_obj_dict_get_map(lhs), &other->map));
    }
    return result;
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_ordereddict,
    MP_QSTR_OrderedDict,
    MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, mp_obj_dict_make_new,
    print, ordered_print,
    unary_op, mpwasm_dict_unary_op,
    binary_op, ordered_binary_op,
    subscr, mpwasm_dict_subscr,
    iter, mpwasm_dict_getiter,
    parent, &mp_type_dict,
    locals_dict, &mpwasm_ordered_locals_dict
    );

#endif
