// Type tuple, in place of upstream's py/objtuple.c: operands that are of subclasses are read by their native part, and slices
// have any step.

#include <string.h>

#include "py/builtin.h"

#include "language/iterator_state.h"
#include "language/list/sequence.h"
#include "language/native.h"
#include "language/repr.h"
#include "memory/safepoint.h"

const mp_obj_tuple_t mp_const_empty_tuple_obj = { { &mp_type_tuple }, 0 };

mp_obj_t mp_obj_new_tuple(size_t n, const mp_obj_t *items) {
    if (n == 0) {
        return mp_const_empty_tuple;
    }
    mp_obj_tuple_t *tuple = mpwasm_malloc(mpwasm_size(offsetof(mp_obj_tuple_t, items), sizeof(mp_obj_t), n));
    tuple->base.type = &mp_type_tuple;
    tuple->len = n;
    if (items != NULL) {
        for (size_t i = 0; i < n; i++) {
            tuple->items[i] = items[i];
        }
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static mp_obj_t tuple_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    if (n_args == 0) {
        return mp_const_empty_tuple;
    }
    if (mp_obj_is_exact_type(args[0], &mp_type_tuple)) {
        return args[0];
    }
    mp_obj_t list = args[0];
    if (!mp_obj_is_exact_type(list, &mp_type_list)) {
        list = mp_obj_list_make_new(&mp_type_list, 1, 0, args);
    }
    mpwasm_items_t given = mpwasm_items(list);
    return mp_obj_new_tuple(given.len, given.items);
}

// A tuple that holds itself through a list is printed until that list comes again.
void mp_obj_tuple_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mpwasm_repr_t repr;
    if (!mpwasm_repr_begin(&repr, print, self, "(...)")) {
        return;
    }
    bool is_json = MICROPY_PY_JSON && kind == PRINT_JSON;
    mp_print_str(print, is_json ? "[" : "(");
    mpwasm_sequence_print(print, self, kind);
    mp_print_str(print, is_json ? "]" : mpwasm_items(self).len == 1 ? ",)" : ")");
    mpwasm_repr_end(&repr);
}

mp_obj_t mp_obj_tuple_unary_op(mp_unary_op_t op, mp_obj_t self) {
    const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(self);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(tuple->len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(tuple->len);
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*tuple) + sizeof(mp_obj_t) * tuple->len);
        #endif
        default:
            return MP_OBJ_NULL; // hashes are language/dict/hash.c's
    }
}

static mp_obj_t add(mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_tuple_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    if (b->len == 0 && a->base.type == &mp_type_tuple) {
        return lhs;
    }
    mp_obj_t sum = mp_obj_new_tuple(a->len + b->len, NULL);
    mp_obj_t *items = mpwasm_items(sum).items;
    memcpy(items, a->items, a->len * sizeof(mp_obj_t));
    memcpy(items + a->len, b->items, b->len * sizeof(mp_obj_t));
    return sum;
}

static mp_obj_t multiply(mp_obj_t self, mp_obj_t factor) {
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(self);
    size_t times;
    if (!mpwasm_sequence_times(factor, tuple->len, &times)) {
        return MP_OBJ_NULL;
    }
    if (times == 1 && tuple->base.type == &mp_type_tuple) {
        return self;
    }
    mp_obj_t product = mp_obj_new_tuple(tuple->len * times, NULL);
    mp_seq_multiply(tuple->items, sizeof(mp_obj_t), tuple->len, tuple->len == 0 ? 0 : times, mpwasm_items(product).items);
    return product;
}

// Namedtuples and other tuples of C's are operands, too.
static mp_obj_t tuple_of(mp_obj_t object) {
    return mp_obj_is_tuple_compatible(object) ? object : mpwasm_native(object, &mp_type_tuple);
}

mp_obj_t mp_obj_tuple_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_t other;
    switch (op) {
        case MP_BINARY_OP_CONTAINS:
            return mp_obj_new_bool(mpwasm_sequence_find(lhs, rhs, 0, SIZE_MAX) != SIZE_MAX);
        case MP_BINARY_OP_MULTIPLY:
        #if MICROPY_PY_REVERSE_SPECIAL_METHODS
        case MP_BINARY_OP_REVERSE_MULTIPLY:
        #endif
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            return multiply(lhs, rhs);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            other = tuple_of(rhs);
            if (other == MP_OBJ_NULL) {
                return MP_OBJ_NULL;
            }
            return op == MP_BINARY_OP_ADD || op == MP_BINARY_OP_INPLACE_ADD ? add(lhs, other) : mp_obj_new_bool(mpwasm_sequence_compare(op, lhs, other));
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t load_slice(mp_obj_t self, mp_obj_t index) {
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(self);
    text_slice_t slice = mpwasm_slice_of(index, tuple->len);
    if (slice.count == tuple->len && slice.step == 1 && tuple->base.type == &mp_type_tuple) {
        return self;
    }
    mp_obj_t result = mp_obj_new_tuple(slice.count, NULL);
    mp_obj_t *items = mpwasm_items(result).items;
    for (size_t i = 0; i < slice.count; i++) {
        items[i] = tuple->items[slice.start + (mp_int_t)i * slice.step];
    }
    return result;
}

mp_obj_t mp_obj_tuple_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    if (mp_obj_is_type(index, &mp_type_slice)) {
        return load_slice(self, index);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(self);
    mp_int_t place;
    if (!text_index_maybe(index, &place)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("tuple indices must be integers or slices, not %s"), mp_obj_get_type_str(index));
    }
    if (place < 0) {
        place += tuple->len;
    }
    if (place < 0 || (size_t)place >= tuple->len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("tuple index out of range"));
    }
    return tuple->items[place];
}

static mp_obj_t tuple_count(mp_obj_t self, mp_obj_t value) {
    return mpwasm_sequence_count(mpwasm_native_raise(self, &mp_type_tuple), value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(tuple_count_obj, tuple_count);

static mp_obj_t tuple_index(size_t n_args, const mp_obj_t *args) {
    return mpwasm_sequence_index(mpwasm_native_raise(args[0], &mp_type_tuple), n_args - 1, args + 1);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(tuple_index_obj, 2, 4, tuple_index);

static const mp_rom_map_elem_t tuple_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&tuple_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&tuple_index_obj) },
    { MP_ROM_QSTR(MP_QSTR___contains__), MP_ROM_PTR(&mp_op_contains_obj) },
    { MP_ROM_QSTR(MP_QSTR___getitem__), MP_ROM_PTR(&mp_op_getitem_obj) },
};
static MP_DEFINE_CONST_DICT(tuple_locals_dict, tuple_locals_dict_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_tuple,
    MP_QSTR_tuple,
    MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, tuple_make_new,
    print, mp_obj_tuple_print,
    unary_op, mp_obj_tuple_unary_op,
    binary_op, mp_obj_tuple_binary_op,
    subscr, mp_obj_tuple_subscr,
    iter, mp_obj_tuple_getiter,
    locals_dict, &tuple_locals_dict
    );

void mp_obj_tuple_get(mp_obj_t self, size_t *len, mp_obj_t **items) {
    mpwasm_items_t given = mpwasm_items(tuple_of(self));
    *len = given.len;
    *items = given.items;
}

void mp_obj_tuple_del(mp_obj_t self) {
    m_del_var(mp_obj_tuple_t, items, mp_obj_t, mpwasm_items(self).len, MP_OBJ_TO_PTR(self));
}

// --- Iterators -------------------------------------------------------------------------------------

typedef struct _tuple_iter_t {
    mp_obj_base_t base;
    mp_obj_tuple_t *tuple;
    size_t place;
} tuple_iter_t;

static mp_obj_t tuple_iternext(mp_obj_t self) {
    tuple_iter_t *iter = MP_OBJ_TO_PTR(self);
    return iter->place < iter->tuple->len ? iter->tuple->items[iter->place++] : MP_OBJ_STOP_ITERATION;
}

static mp_obj_t tuple_iter_hint(mp_obj_t self) {
    tuple_iter_t *iter = MP_OBJ_TO_PTR(self);
    return MP_OBJ_NEW_SMALL_INT(iter->tuple->len - iter->place);
}
static MP_DEFINE_CONST_FUN_OBJ_1(tuple_iter_hint_obj, tuple_iter_hint);

static mp_obj_t tuple_iter_reduce(mp_obj_t self) {
    tuple_iter_t *iter = MP_OBJ_TO_PTR(self);
    return mpwasm_reduced(mpwasm_builtin(MP_QSTR_iter), MP_OBJ_FROM_PTR(iter->tuple), MP_OBJ_NEW_SMALL_INT(iter->place));
}
static MP_DEFINE_CONST_FUN_OBJ_1(tuple_iter_reduce_obj, tuple_iter_reduce);

static mp_obj_t tuple_iter_setstate(mp_obj_t self, mp_obj_t state) {
    tuple_iter_t *iter = MP_OBJ_TO_PTR(self);
    iter->place = mpwasm_state_place(state, iter->tuple->len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(tuple_iter_setstate_obj, tuple_iter_setstate);

static const mp_rom_map_elem_t tuple_iter_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&tuple_iter_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&tuple_iter_setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&tuple_iter_hint_obj) },
};
static MP_DEFINE_CONST_DICT(tuple_iter_locals_dict, tuple_iter_locals_dict_table);

static MP_DEFINE_CONST_OBJ_TYPE(tuple_iter_type, MP_QSTR_tuple_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, tuple_iternext, locals_dict, &tuple_iter_locals_dict);

mp_obj_t mp_obj_tuple_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf) {
    tuple_iter_t *iter = (tuple_iter_t *)iter_buf;
    MP_STATIC_ASSERT(sizeof(*iter) <= sizeof(*iter_buf));
    *iter = (tuple_iter_t) { { &tuple_iter_type }, MP_OBJ_TO_PTR(self), 0 };
    return MP_OBJ_FROM_PTR(iter);
}
