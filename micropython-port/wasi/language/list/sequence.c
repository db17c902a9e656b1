// What lists and tuples share. Comparing, hashing and printing items may run Python code that changes a list: after each such call its
// length and its items are taken again.

#include <string.h>

#include "py/cstack.h"

#include "language/list/sequence.h"

static bool is_same(mp_obj_t a, mp_obj_t b) {
    return a == b || mp_obj_equal(a, b);
}

static bool compare_lengths(mp_binary_op_t op, size_t a, size_t b) {
    switch (op) {
        case MP_BINARY_OP_LESS:
            return a < b;
        case MP_BINARY_OP_LESS_EQUAL:
            return a <= b;
        case MP_BINARY_OP_MORE:
            return a > b;
        case MP_BINARY_OP_MORE_EQUAL:
            return a >= b;
        default:
            return a == b;
    }
}

bool mpwasm_sequence_compare(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_cstack_check();
    if (op == MP_BINARY_OP_EQUAL && mpwasm_items(lhs).len != mpwasm_items(rhs).len) {
        return false;
    }
    for (size_t i = 0;; i++) {
        mpwasm_items_t a = mpwasm_items(lhs), b = mpwasm_items(rhs);
        if (i >= a.len || i >= b.len) {
            return compare_lengths(op, a.len, b.len);
        }
        mp_obj_t x = a.items[i], y = b.items[i];
        if (!is_same(x, y)) {
            return op != MP_BINARY_OP_EQUAL && mp_obj_is_true(mp_binary_op(op, x, y));
        }
    }
}

size_t mpwasm_sequence_find(mp_obj_t sequence, mp_obj_t value, size_t start, size_t stop) {
    for (size_t i = start; i < stop; i++) {
        mpwasm_items_t now = mpwasm_items(sequence);
        if (i >= now.len) {
            break;
        }
        if (is_same(now.items[i], value)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static size_t bound(mp_obj_t index, size_t len) {
    mp_int_t value;
    if (!text_index_maybe(index, &value)) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or have an __index__ method"));
    }
    if (value < 0) {
        value += len;
    }
    return value < 0 ? 0 : value;
}

mp_obj_t mpwasm_sequence_index(mp_obj_t sequence, size_t n_args, const mp_obj_t *args) {
    size_t start = n_args > 1 ? bound(args[1], mpwasm_items(sequence).len) : 0;
    size_t stop = n_args > 2 ? bound(args[2], mpwasm_items(sequence).len) : SIZE_MAX;
    size_t found = mpwasm_sequence_find(sequence, args[0], start, stop);
    if (found != SIZE_MAX) {
        return MP_OBJ_NEW_SMALL_INT(found);
    }
    if (mp_obj_get_type(sequence) != &mp_type_list) {
        mp_raise_ValueError(MP_ERROR_TEXT("tuple.index(x): x not in tuple"));
    }
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 32, &print);
    mp_obj_print_helper(&print, args[0], PRINT_REPR);
    mp_print_str(&print, " is not in list");
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_ValueError, mp_obj_new_str_from_vstr(&vstr)));
}

mp_obj_t mpwasm_sequence_count(mp_obj_t sequence, mp_obj_t value) {
    size_t count = 0;
    for (size_t i = 0; i < mpwasm_items(sequence).len; i++) {
        count += is_same(mpwasm_items(sequence).items[i], value);
    }
    return MP_OBJ_NEW_SMALL_INT(count);
}

bool mpwasm_sequence_times(mp_obj_t factor, size_t len, size_t *times) {
    mp_int_t n;
    if (!text_index_maybe(factor, &n)) {
        return false;
    }
    size_t all;
    *times = n < 0 || len == 0 ? 0 : n; // nothing, however often, is nothing
    if (__builtin_mul_overflow(len, *times, &all) || all > MP_SSIZE_MAX / sizeof(mp_obj_t)) {
        m_malloc_fail(mpwasm_size(0, sizeof(mp_obj_t), mpwasm_size(0, len, *times)));
    }
    return true;
}

void mpwasm_sequence_print(const mp_print_t *print, mp_obj_t sequence, mp_print_kind_t kind) {
    const char *between = ", ";
    #if MICROPY_PY_JSON && MICROPY_PY_JSON_SEPARATORS
    if (kind == PRINT_JSON) {
        between = MP_PRINT_GET_EXT(print)->item_separator;
    }
    #endif
    for (size_t i = 0; i < mpwasm_items(sequence).len; i++) {
        if (i > 0) {
            mp_print_str(print, between);
        }
        mp_obj_print_helper(print, mpwasm_items(sequence).items[i], kind == PRINT_JSON ? kind : PRINT_REPR);
    }
}
