// Type range, in place of upstream's py/objrange.c, whose numbers have 30 bits: start, stop, step and length are ints of any size here.
//
// What does not depend on the length takes no time by it: in, index and count of ints, slices, comparison.

#include <math.h>

#include "py/objint.h"
#include "py/runtime.h"

#include "language/iterator_state.h"
#include "language/dict/hash.h"
#include "language/list/sequence.h"
#include "language/native.h"

#define ZERO MP_OBJ_NEW_SMALL_INT(0)
#define ONE MP_OBJ_NEW_SMALL_INT(1)

typedef struct _range_t {
    mp_obj_base_t base;
    mp_obj_t start, stop, step, len; // ints
} range_t;

// --- Numbers ---------------------------------------------------------------------------------------

static mp_obj_t op(mp_binary_op_t operation, mp_obj_t a, mp_obj_t b) {
    return mp_binary_op(operation, a, b);
}

static mp_obj_t plus(mp_obj_t a, mp_obj_t b) {
    return op(MP_BINARY_OP_ADD, a, b);
}

static mp_obj_t minus(mp_obj_t a, mp_obj_t b) {
    return op(MP_BINARY_OP_SUBTRACT, a, b);
}

static mp_obj_t times(mp_obj_t a, mp_obj_t b) {
    return op(MP_BINARY_OP_MULTIPLY, a, b);
}

static bool less(mp_obj_t a, mp_obj_t b) {
    return op(MP_BINARY_OP_LESS, a, b) == mp_const_true;
}

static bool is_negative(mp_obj_t number) {
    return less(number, ZERO);
}

// The int that an object is or, by its __index__, stands for. MP_OBJ_NULL if there is none.
static mp_obj_t int_maybe(mp_obj_t object) {
    mp_obj_t number = mpwasm_native(object, &mp_type_int);
    if (number == MP_OBJ_NULL && (mp_obj_get_type(object)->flags & MP_TYPE_FLAG_INSTANCE_TYPE)) {
        number = mpwasm_index_op(MP_UNARY_OP_INT_MAYBE, object);
        return number == MP_OBJ_NULL ? MP_OBJ_NULL : mpwasm_native(number, &mp_type_int); // of a subclass, perhaps
    }
    return number;
}

static mp_obj_t int_of(mp_obj_t object) {
    mp_obj_t number = int_maybe(object);
    if (number == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(object));
    }
    return number;
}

static mp_obj_t new_range(mp_obj_t start, mp_obj_t stop, mp_obj_t step) {
    mp_obj_t span = is_negative(step) ? minus(start, stop) : minus(stop, start), len = ZERO;
    if (less(ZERO, span)) {
        mp_obj_t by = is_negative(step) ? minus(ZERO, step) : step;
        len = plus(op(MP_BINARY_OP_FLOOR_DIVIDE, minus(span, ONE), by), ONE);
    }
    range_t *range = mp_obj_malloc(range_t, &mp_type_range);
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->len = len;
    return MP_OBJ_FROM_PTR(range);
}

static mp_obj_t range_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 3, false);
    mp_obj_t first = int_of(args[0]);
    if (n_args == 1) {
        return new_range(ZERO, first, ONE);
    }
    mp_obj_t stop = int_of(args[1]), step = n_args == 3 ? int_of(args[2]) : ONE;
    if (step == ZERO) {
        mp_raise_ValueError(MP_ERROR_TEXT("range() arg 3 must not be zero"));
    }
    return new_range(first, stop, step);
}

static mp_obj_t item(const range_t *range, mp_obj_t number) {
    return plus(range->start, times(number, range->step));
}

// --- Operators -------------------------------------------------------------------------------------

static void range_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const range_t *range = MP_OBJ_TO_PTR(self);
    mp_print_str(print, "range(");
    mp_obj_print_helper(print, range->start, PRINT_REPR);
    mp_print_str(print, ", ");
    mp_obj_print_helper(print, range->stop, PRINT_REPR);
    if (range->step != ONE) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, range->step, PRINT_REPR);
    }
    mp_print_str(print, ")");
}

// What makes ranges equal: how many items, and which.
static void identity(const range_t *range, mp_obj_t *three) {
    three[0] = range->len;
    three[1] = range->len == ZERO ? mp_const_none : range->start;
    three[2] = range->len == ZERO || range->len == ONE ? mp_const_none : range->step;
}

static mp_obj_t range_unary_op(mp_unary_op_t operation, mp_obj_t self) {
    const range_t *range = MP_OBJ_TO_PTR(self);
    mp_obj_t three[3];
    switch (operation) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(range->len != ZERO);
        case MP_UNARY_OP_LEN:
            if (!mp_obj_is_small_int(range->len) && less(mp_obj_new_int_from_ll(INT64_MAX), range->len)) {
                mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("Python int too large to convert to C ssize_t"));
            }
            return range->len;
        case MP_UNARY_OP_HASH:
            identity(range, three);
            return mp_unary_op(operation, mp_obj_new_tuple(3, three));
        default:
            return MP_OBJ_NULL;
    }
}

// The number of an int's place. MP_OBJ_NULL if it is not there.
static mp_obj_t find(const range_t *range, mp_obj_t number) {
    bool falls = is_negative(range->step);
    if (falls ? less(range->start, number) || !less(range->stop, number) : less(number, range->start) || !less(number, range->stop)) {
        return MP_OBJ_NULL;
    }
    mp_obj_t way = minus(number, range->start);
    return op(MP_BINARY_OP_MODULO, way, range->step) == ZERO ? op(MP_BINARY_OP_FLOOR_DIVIDE, way, range->step) : MP_OBJ_NULL;
}

// The int that a number of another kind equals, or a value that is in no range.
static mp_obj_t as_int(mp_obj_t value) {
    if (value == mp_const_true || value == mp_const_false) {
        return MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
    }
    #if MICROPY_PY_BUILTINS_FLOAT
    if (mp_obj_is_float(value)) {
        mp_float_t number = mp_obj_float_get(value);
        return number - number == 0 && MICROPY_FLOAT_C_FUN(floor)(number) == number ? mp_obj_new_int_from_float(number) : mp_const_none;
    }
    #endif
    return value;
}

static mp_obj_t range_binary_op(mp_binary_op_t operation, mp_obj_t lhs, mp_obj_t rhs) {
    const range_t *range = MP_OBJ_TO_PTR(lhs);
    if (operation == MP_BINARY_OP_CONTAINS) {
        rhs = as_int(rhs);
        if (mp_obj_is_int(rhs)) {
            return mp_obj_new_bool(find(range, rhs) != MP_OBJ_NULL);
        }
        return rhs == mp_const_none ? mp_const_false : MP_OBJ_NULL; // then it is compared with one after the other
    }
    if (operation != MP_BINARY_OP_EQUAL || !mp_obj_is_type(rhs, &mp_type_range)) {
        return MP_OBJ_NULL;
    }
    mp_obj_t a[3], b[3];
    identity(range, a);
    identity(MP_OBJ_TO_PTR(rhs), b);
    return mp_obj_new_bool(mp_obj_equal(a[0], b[0]) && mp_obj_equal(a[1], b[1]) && mp_obj_equal(a[2], b[2]));
}

// A bound of a slice, counted from the end if it is negative, and kept between the two.
static mp_obj_t bound(mp_obj_t given, mp_obj_t otherwise, mp_obj_t len, mp_obj_t least, mp_obj_t most) {
    if (given == mp_const_none) {
        return otherwise;
    }
    mp_obj_t number = int_maybe(given);
    if (number == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or None or have an __index__ method"));
    }
    if (is_negative(number)) {
        number = plus(number, len);
    }
    return less(number, least) ? least : less(most, number) ? most : number;
}

static mp_obj_t load_slice(const range_t *range, mp_obj_t index) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(index);
    mp_obj_t step = slice->step == mp_const_none ? ONE : int_of(slice->step), len = range->len;
    if (step == ZERO) {
        mp_raise_ValueError(MP_ERROR_TEXT("slice step cannot be zero"));
    }
    bool falls = is_negative(step);
    mp_obj_t least = MP_OBJ_NEW_SMALL_INT(falls ? -1 : 0), most = falls ? minus(len, ONE) : len;
    mp_obj_t start = bound(slice->start, falls ? most : least, len, least, most);
    mp_obj_t stop = bound(slice->stop, falls ? least : most, len, least, most);
    return new_range(item(range, start), item(range, stop), times(range->step, step));
}

static mp_obj_t range_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    const range_t *range = MP_OBJ_TO_PTR(self);
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    if (mp_obj_is_type(index, &mp_type_slice)) {
        return load_slice(range, index);
    }
    mp_obj_t number = int_maybe(index);
    if (number == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("range indices must be integers or slices, not %s"), mp_obj_get_type_str(index));
    }
    if (is_negative(number)) {
        number = plus(number, range->len);
    }
    if (is_negative(number) || !less(number, range->len)) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("range object index out of range"));
    }
    return item(range, number);
}

// --- Iterators -------------------------------------------------------------------------------------

// Over small numbers.
typedef struct _small_iter_t {
    mp_obj_base_t base;
    mp_int_t next, step;
    size_t left;
} small_iter_t;

// Over any.
typedef struct _large_iter_t {
    mp_obj_base_t base;
    mp_obj_t next, step, left;
} large_iter_t;

static mp_obj_t small_next(mp_obj_t self) {
    small_iter_t *iter = MP_OBJ_TO_PTR(self);
    if (iter->left == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t next = MP_OBJ_NEW_SMALL_INT(iter->next);
    iter->left--;
    iter->next += iter->left == 0 ? 0 : iter->step;
    return next;
}

static mp_obj_t large_next(mp_obj_t self) {
    large_iter_t *iter = MP_OBJ_TO_PTR(self);
    if (iter->left == ZERO) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t next = iter->next;
    iter->left = minus(iter->left, ONE);
    iter->next = plus(next, iter->step);
    return next;
}

static mp_obj_t small_hint(mp_obj_t self) {
    return mp_obj_new_int_from_uint(((small_iter_t *)MP_OBJ_TO_PTR(self))->left);
}
static MP_DEFINE_CONST_FUN_OBJ_1(small_hint_obj, small_hint);

static mp_obj_t large_hint(mp_obj_t self) {
    return ((large_iter_t *)MP_OBJ_TO_PTR(self))->left;
}
static MP_DEFINE_CONST_FUN_OBJ_1(large_hint_obj, large_hint);

static mp_obj_t reduced(mp_obj_t next, mp_obj_t step, mp_obj_t left) {
    mp_obj_t bounds[] = { next, plus(next, times(left, step)), step };
    return mpwasm_reduced(mpwasm_builtin(MP_QSTR_iter), mp_call_function_n_kw(MP_OBJ_FROM_PTR(&mp_type_range), 3, 0, bounds), mp_const_none);
}

static mp_obj_t small_reduce(mp_obj_t self) {
    small_iter_t *iter = MP_OBJ_TO_PTR(self);
    return reduced(mp_obj_new_int(iter->next), mp_obj_new_int(iter->step), mp_obj_new_int_from_uint(iter->left));
}
static MP_DEFINE_CONST_FUN_OBJ_1(small_reduce_obj, small_reduce);

static mp_obj_t small_setstate(mp_obj_t self, mp_obj_t state) {
    small_iter_t *iter = MP_OBJ_TO_PTR(self);
    size_t past = mpwasm_state_place(state, iter->left);
    iter->left -= past;
    iter->next += (mp_int_t)(iter->left == 0 && past > 0 ? past - 1 : past) * iter->step;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(small_setstate_obj, small_setstate);

static mp_obj_t large_reduce(mp_obj_t self) {
    large_iter_t *iter = MP_OBJ_TO_PTR(self);
    return reduced(iter->next, iter->step, iter->left);
}
static MP_DEFINE_CONST_FUN_OBJ_1(large_reduce_obj, large_reduce);

static mp_obj_t large_setstate(mp_obj_t self, mp_obj_t state) {
    large_iter_t *iter = MP_OBJ_TO_PTR(self);
    mp_obj_t past = mp_obj_new_int(0);
    if (!mp_obj_is_int(state)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("state must be an int, not %s"), mp_obj_get_type_str(state));
    }
    if (less(past, state)) {
        past = less(iter->left, state) ? iter->left : state;
    }
    iter->next = plus(iter->next, times(past, iter->step));
    iter->left = minus(iter->left, past);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(large_setstate_obj, large_setstate);

static const mp_rom_map_elem_t small_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&small_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&small_setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&small_hint_obj) },
};
static MP_DEFINE_CONST_DICT(small_locals_dict, small_locals_dict_table);

static const mp_rom_map_elem_t large_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&large_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&large_setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&large_hint_obj) },
};
static MP_DEFINE_CONST_DICT(large_locals_dict, large_locals_dict_table);

static MP_DEFINE_CONST_OBJ_TYPE(small_iter_type, MP_QSTR_range_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, small_next, locals_dict, &small_locals_dict);
static MP_DEFINE_CONST_OBJ_TYPE(large_iter_type, MP_QSTR_longrange_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, large_next, locals_dict, &large_locals_dict);

static mp_obj_t iterate(mp_obj_t start, mp_obj_t step, mp_obj_t len, mp_obj_iter_buf_t *iter_buf) {
    MP_STATIC_ASSERT(sizeof(small_iter_t) <= sizeof(*iter_buf) && sizeof(large_iter_t) <= sizeof(*iter_buf));
    mp_obj_t last = len == ZERO ? start : plus(start, times(minus(len, ONE), step));
    if (mp_obj_is_small_int(start) && mp_obj_is_small_int(step) && mp_obj_is_small_int(last) && mp_obj_is_small_int(len)) {
        small_iter_t *iter = (small_iter_t *)iter_buf;
        *iter = (small_iter_t) { { &small_iter_type }, MP_OBJ_SMALL_INT_VALUE(start), MP_OBJ_SMALL_INT_VALUE(step), MP_OBJ_SMALL_INT_VALUE(len) };
        return MP_OBJ_FROM_PTR(iter);
    }
    large_iter_t *iter = (large_iter_t *)iter_buf;
    *iter = (large_iter_t) { { &large_iter_type }, start, step, len };
    return MP_OBJ_FROM_PTR(iter);
}

static mp_obj_t range_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf) {
    const range_t *range = MP_OBJ_TO_PTR(self);
    return iterate(range->start, range->step, range->len, iter_buf);
}

// --- Methods ---------------------------------------------------------------------------------------

static mp_obj_t range_reversed(mp_obj_t self) {
    const range_t *range = MP_OBJ_TO_PTR(self);
    mp_obj_iter_buf_t *iter_buf = m_new_obj(mp_obj_iter_buf_t);
    mp_obj_t last = plus(range->start, times(minus(range->len, ONE), range->step));
    return iterate(last, minus(ZERO, range->step), range->len, iter_buf);
}
static MP_DEFINE_CONST_FUN_OBJ_1(range_reversed_obj, range_reversed);

static mp_obj_t range_count(mp_obj_t self, mp_obj_t value) {
    value = as_int(value);
    if (mp_obj_is_int(value)) {
        return MP_OBJ_NEW_SMALL_INT(find(MP_OBJ_TO_PTR(self), value) != MP_OBJ_NULL);
    }
    mp_int_t count = 0;
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = range_getiter(self, &iter_buf), next;
    while ((next = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        count += mp_obj_equal(next, value);
    }
    return MP_OBJ_NEW_SMALL_INT(count);
}
static MP_DEFINE_CONST_FUN_OBJ_2(range_count_obj, range_count);

static mp_obj_t range_index(mp_obj_t self, mp_obj_t value) {
    mp_obj_t number = as_int(value), place = ZERO;
    if (mp_obj_is_int(number)) {
        place = find(MP_OBJ_TO_PTR(self), number);
        if (place != MP_OBJ_NULL) {
            return place;
        }
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%d is not in range"), (int)mp_obj_int_get_truncated(number));
    }
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = range_getiter(self, &iter_buf), next;
    for (; (next = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION; place = plus(place, ONE)) {
        if (mp_obj_equal(next, value)) {
            return place;
        }
    }
    mp_raise_ValueError(MP_ERROR_TEXT("sequence.index(x): x not in sequence"));
}
static MP_DEFINE_CONST_FUN_OBJ_2(range_index_obj, range_index);

static void range_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const range_t *range = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_start) {
        dest[0] = range->start;
    } else if (attr == MP_QSTR_stop) {
        dest[0] = range->stop;
    } else if (attr == MP_QSTR_step) {
        dest[0] = range->step;
    } else {
        dest[1] = MP_OBJ_SENTINEL; // a method, then
    }
}

static const mp_rom_map_elem_t range_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&range_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&range_index_obj) },
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&range_reversed_obj) },
};
static MP_DEFINE_CONST_DICT(range_locals_dict, range_locals_dict_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_range,
    MP_QSTR_range,
    MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, range_make_new,
    print, range_print,
    unary_op, range_unary_op,
    binary_op, range_binary_op,
    subscr, range_subscr,
    attr, range_attr,
    iter, range_getiter,
    locals_dict, &range_locals_dict
    );
