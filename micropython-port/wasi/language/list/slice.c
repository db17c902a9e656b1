// Type slice, in place of upstream's py/objslice.c: it can be made, compared and hashed (language/dict/hash.c), and has indices().

#include "py/runtime.h"

#include "language/list/sequence.h"
#include "language/numbers/numbers.h"

#if MICROPY_PY_BUILTINS_SLICE

static mp_obj_t bound_number(mp_obj_t bound) {
    if (bound == mp_const_none || mp_obj_is_small_int(bound)) {
        return bound;
    }
    mp_int_t number;
    if (!text_index_maybe(bound, &number)) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or None or have an __index__ method"));
    }
    return mp_obj_new_int(number);
}

mp_obj_t mpwasm_slice_numbers(mp_obj_t slice_in) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(slice_in);
    mp_obj_t step = bound_number(slice->step), start = bound_number(slice->start), stop = bound_number(slice->stop);
    if (step == slice->step && start == slice->start && stop == slice->stop) {
        return slice_in;
    }
    return mp_obj_new_slice(start, stop, step);
}

mp_obj_t mp_obj_new_slice(mp_obj_t start, mp_obj_t stop, mp_obj_t step) {
    mp_obj_slice_t *slice = mp_obj_malloc(mp_obj_slice_t, &mp_type_slice);
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return MP_OBJ_FROM_PTR(slice);
}

static mp_obj_t slice_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 3, false);
    if (n_args == 1) {
        return mp_obj_new_slice(mp_const_none, args[0], mp_const_none);
    }
    return mp_obj_new_slice(args[0], args[1], n_args > 2 ? args[2] : mp_const_none);
}

static void slice_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(self);
    mp_print_str(print, "slice(");
    mp_obj_print_helper(print, slice->start, PRINT_REPR);
    mp_print_str(print, ", ");
    mp_obj_print_helper(print, slice->stop, PRINT_REPR);
    mp_print_str(print, ", ");
    mp_obj_print_helper(print, slice->step, PRINT_REPR);
    mp_print_str(print, ")");
}

static mp_obj_t as_tuple(mp_obj_t self) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(self);
    return mp_obj_new_tuple(3, (mp_obj_t[]) { slice->start, slice->stop, slice->step });
}

static mp_obj_t slice_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    bool compares = op == MP_BINARY_OP_EQUAL || (op >= MP_BINARY_OP_LESS && op < MP_BINARY_OP_NOT_EQUAL);
    if (!compares || !mp_obj_is_type(rhs, &mp_type_slice)) {
        return MP_OBJ_NULL;
    }
    return mp_obj_new_bool(mpwasm_sequence_compare(op, as_tuple(lhs), as_tuple(rhs)));
}

static mp_obj_t slice_unary_op(mp_unary_op_t op, mp_obj_t self) {
    return op == MP_UNARY_OP_HASH ? mp_unary_op(op, as_tuple(self)) : MP_OBJ_NULL;
}

void mp_obj_slice_indices(mp_obj_t self, mp_int_t length, mp_bound_slice_t *result) {
    text_slice_t slice = text_slice(mpwasm_slice_numbers(self), length);
    result->start = slice.start;
    result->stop = slice.stop;
    result->step = slice.step;
}

static bool less(mp_obj_t left, mp_obj_t right) {
    return mp_binary_op(MP_BINARY_OP_LESS, left, right) == mp_const_true;
}

// Numbers of any size, which a program's own sequences may have.
static mp_obj_t clipped(mp_obj_t bound, mp_obj_t length, mp_obj_t lower, mp_obj_t upper) {
    bound = number_index_maybe(bound);
    if (bound == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or None or have an __index__ method"));
    }
    if (less(bound, MP_OBJ_NEW_SMALL_INT(0))) {
        bound = mp_binary_op(MP_BINARY_OP_ADD, bound, length);
    }
    return less(bound, lower) ? lower : less(upper, bound) ? upper : bound;
}

static mp_obj_t slice_indices(mp_obj_t self_in, mp_obj_t length) {
    const mp_obj_slice_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t zero = MP_OBJ_NEW_SMALL_INT(0), step = self->step == mp_const_none ? MP_OBJ_NEW_SMALL_INT(1) : number_index_maybe(self->step);
    length = number_index(length);
    if (less(length, zero)) {
        mp_raise_ValueError(MP_ERROR_TEXT("length should not be negative"));
    }
    if (step == MP_OBJ_NULL) {
        clipped(self->step, length, zero, zero); // raises
    }
    if (step == zero) {
        mp_raise_ValueError(MP_ERROR_TEXT("slice step cannot be zero"));
    }
    bool down = less(step, zero);
    mp_obj_t lower = down ? MP_OBJ_NEW_SMALL_INT(-1) : zero, upper = down ? mp_binary_op(MP_BINARY_OP_SUBTRACT, length, MP_OBJ_NEW_SMALL_INT(1)) : length;
    mp_obj_t start = self->start == mp_const_none ? (down ? upper : lower) : clipped(self->start, length, lower, upper);
    mp_obj_t stop = self->stop == mp_const_none ? (down ? lower : upper) : clipped(self->stop, length, lower, upper);
    return mp_obj_new_tuple(3, (mp_obj_t[]) { start, stop, step });
}
static MP_DEFINE_CONST_FUN_OBJ_2(slice_indices_obj, slice_indices);

static void slice_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_start) {
        dest[0] = slice->start;
    } else if (attr == MP_QSTR_stop) {
        dest[0] = slice->stop;
    } else if (attr == MP_QSTR_step) {
        dest[0] = slice->step;
    } else {
        dest[1] = MP_OBJ_SENTINEL; // a method, then
    }
}

static const mp_rom_map_elem_t slice_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR_indices), MP_ROM_PTR(&slice_indices_obj) },
};
static MP_DEFINE_CONST_DICT(slice_locals_dict, slice_locals_dict_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_slice,
    MP_QSTR_slice,
    MP_TYPE_FLAG_NONE,
    make_new, slice_make_new,
    print, slice_print,
    unary_op, slice_unary_op,
    binary_op, slice_binary_op,
    attr, slice_attr,
    locals_dict, &slice_locals_dict
    );

#endif
