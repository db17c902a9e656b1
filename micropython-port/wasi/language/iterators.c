// enumerate, reversed, and iterators over what has __getitem__ alone, in place of py/objenumerate.c, py/objreversed.c and py/objgetitemiter.c:
// enumerate counts as far as there are numbers, and what has ended stays so.

#include "py/builtin.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/iterator_state.h"
#include "language/native.h"
#include "language/numbers/numbers.h"

// --- enumerate -------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t iterator, count;
} enumerate_t;

static mp_obj_t enumerate_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_start, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(0) } },
    };
    mp_arg_val_t given[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, given);
    mp_obj_t start = given[1].u_obj;
    if (!mp_obj_is_int(start)) {
        start = number_index(start);
    }
    mp_obj_t iterator = mp_getiter(given[0].u_obj, NULL);
    enumerate_t *self = mp_obj_malloc(enumerate_t, type);
    self->iterator = iterator;
    self->count = start;
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t enumerate_next(mp_obj_t self_in) {
    enumerate_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t pair[2] = { MP_OBJ_NULL, mp_iternext(self->iterator) };
    if (pair[1] == MP_OBJ_STOP_ITERATION) {
        return MP_OBJ_STOP_ITERATION;
    }
    pair[0] = self->count;
    bool small = mp_obj_is_small_int(pair[0]) && pair[0] != MP_OBJ_NEW_SMALL_INT(MP_SMALL_INT_MAX);
    self->count = small ? MP_OBJ_NEW_SMALL_INT(MP_OBJ_SMALL_INT_VALUE(pair[0]) + 1) : mp_binary_op(MP_BINARY_OP_ADD, pair[0], MP_OBJ_NEW_SMALL_INT(1));
    return mp_obj_new_tuple(2, pair);
}

static mp_obj_t enumerate_reduce(mp_obj_t self_in) {
    enumerate_t *self = MP_OBJ_TO_PTR(mpwasm_native_raise(self_in, &mp_type_enumerate));
    mp_obj_t parts[] = { MP_OBJ_FROM_PTR(mp_obj_get_type(self_in)), mp_obj_new_tuple(2, (mp_obj_t[]) { self->iterator, self->count }) };
    return mp_obj_new_tuple(2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(enumerate_reduce_obj, enumerate_reduce);

static const mp_rom_map_elem_t enumerate_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&enumerate_reduce_obj) },
};
static MP_DEFINE_CONST_DICT(enumerate_locals, enumerate_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_enumerate, MP_QSTR_enumerate, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, enumerate_make_new, iter, enumerate_next, locals_dict, &enumerate_locals);

// --- reversed --------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t sequence;
    size_t left;
} reversed_t;

static bool is_sequence(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (!is_program_class(type)) {
        return MP_OBJ_TYPE_HAS_SLOT(type, subscr) && type != &mp_type_dict && type != &mp_type_type;
    }
    const mp_obj_type_t *found;
    return mpwasm_class_lookup(type, MP_QSTR___getitem__, &found) != MP_OBJ_NULL && mpwasm_class_lookup(type, MP_QSTR___len__, &found) != MP_OBJ_NULL;
}

static mp_obj_t reversed_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_obj_t method[2];
    mpwasm_load_of_type(args[0], MP_QSTR___reversed__, method);
    if (method[0] != MP_OBJ_NULL && method[0] != mp_const_none) {
        return mp_call_method_n_kw(0, 0, method);
    }
    if (method[0] == mp_const_none || !is_sequence(args[0])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not reversible"), mp_obj_get_type_str(args[0]));
    }
    size_t length = mp_obj_get_int(mp_obj_len(args[0]));
    reversed_t *self = mp_obj_malloc(reversed_t, type);
    self->sequence = args[0];
    self->left = length;
    return MP_OBJ_FROM_PTR(self);
}

// The item, or MP_OBJ_STOP_ITERATION behind the end.
static mp_obj_t item_or_end(mp_obj_t sequence, const mp_obj_t *method, mp_obj_t index) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t item = method != NULL ? mp_call_method_n_kw(1, 0, method) : mp_obj_subscr(sequence, index, MP_OBJ_SENTINEL);
        nlr_pop();
        return item;
    }
    mp_obj_t exception = MP_OBJ_FROM_PTR(nlr.ret_val);
    if (mp_obj_exception_match(exception, MP_OBJ_FROM_PTR(&mp_type_IndexError)) || mp_obj_exception_match(exception, MP_OBJ_FROM_PTR(&mp_type_StopIteration))) {
        return MP_OBJ_STOP_ITERATION;
    }
    nlr_jump(nlr.ret_val);
}

static mp_obj_t reversed_next(mp_obj_t self_in) {
    reversed_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->left == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t item = item_or_end(self->sequence, NULL, mp_obj_new_int_from_uint(--self->left));
    if (item == MP_OBJ_STOP_ITERATION) {
        self->left = 0;
    }
    return item;
}

static mp_obj_t reversed_length_hint(mp_obj_t self_in) {
    mp_check_self(mp_obj_is_type(self_in, &mp_type_reversed));
    reversed_t *self = MP_OBJ_TO_PTR(self_in);
    size_t length = self->left == 0 ? 0 : mp_obj_get_int(mp_obj_len(self->sequence));
    return mp_obj_new_int_from_uint(length < self->left ? 0 : self->left);
}
static MP_DEFINE_CONST_FUN_OBJ_1(reversed_length_hint_obj, reversed_length_hint);

static mp_obj_t reversed_reduce(mp_obj_t self_in) {
    reversed_t *self = MP_OBJ_TO_PTR(mpwasm_native_raise(self_in, &mp_type_reversed));
    mp_obj_t type = MP_OBJ_FROM_PTR(mp_obj_get_type(self_in));
    return self->left == 0 ? mpwasm_reduced(type, mp_const_empty_tuple, MP_OBJ_NULL) : mpwasm_reduced(type, self->sequence, mp_obj_new_int_from_uint(self->left - 1));
}
static MP_DEFINE_CONST_FUN_OBJ_1(reversed_reduce_obj, reversed_reduce);

static mp_obj_t reversed_setstate(mp_obj_t self_in, mp_obj_t state) {
    reversed_t *self = MP_OBJ_TO_PTR(mpwasm_native_raise(self_in, &mp_type_reversed));
    mp_int_t last = mp_obj_get_int(state), length = self->left == 0 ? 0 : mp_obj_get_int(mp_obj_len(self->sequence));
    self->left = last < -1 ? 0 : MIN(last, length - 1) + 1;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(reversed_setstate_obj, reversed_setstate);

static const mp_rom_map_elem_t reversed_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&reversed_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&reversed_setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&reversed_length_hint_obj) },
};
static MP_DEFINE_CONST_DICT(reversed_locals, reversed_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_reversed, MP_QSTR_reversed, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, reversed_make_new, iter, reversed_next, locals_dict, &reversed_locals);

// --- __getitem__ -----------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t method[3]; // as for a call, with the index; the first is NULL at the end
} getitem_iter_t;

static mp_obj_t getitem_next(mp_obj_t self_in) {
    getitem_iter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->method[0] == MP_OBJ_NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t item = item_or_end(MP_OBJ_NULL, self->method, MP_OBJ_NULL);
    if (item == MP_OBJ_STOP_ITERATION) {
        self->method[0] = MP_OBJ_NULL;
    } else {
        self->method[2] = mp_binary_op(MP_BINARY_OP_ADD, self->method[2], MP_OBJ_NEW_SMALL_INT(1));
    }
    return item;
}

static mp_obj_t getitem_reduce(mp_obj_t self_in) {
    mp_obj_t iter = mpwasm_builtin(MP_QSTR_iter);
    getitem_iter_t *self = MP_OBJ_TO_PTR(self_in);
    return self->method[0] == MP_OBJ_NULL || self->method[1] == MP_OBJ_NULL ? mpwasm_reduced(iter, mp_const_empty_tuple, MP_OBJ_NULL) : mpwasm_reduced(iter, self->method[1], self->method[2]);
}
static MP_DEFINE_CONST_FUN_OBJ_1(getitem_reduce_obj, getitem_reduce);

static mp_obj_t getitem_setstate(mp_obj_t self_in, mp_obj_t state) {
    getitem_iter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->method[0] != MP_OBJ_NULL) {
        self->method[2] = MP_OBJ_NEW_SMALL_INT(mpwasm_state_place(state, MP_SMALL_INT_MAX));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(getitem_setstate_obj, getitem_setstate);

static const mp_rom_map_elem_t getitem_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&getitem_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&getitem_setstate_obj) },
};
static MP_DEFINE_CONST_DICT(getitem_locals, getitem_table);

static MP_DEFINE_CONST_OBJ_TYPE(getitem_iter_type, MP_QSTR_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, getitem_next, locals_dict, &getitem_locals);

mp_obj_t mp_obj_new_getitem_iter(mp_obj_t *method, mp_obj_iter_buf_t *buffer) {
    MP_STATIC_ASSERT(sizeof(getitem_iter_t) <= sizeof(mp_obj_iter_buf_t));
    getitem_iter_t *self = (getitem_iter_t *)buffer;
    *self = (getitem_iter_t) { { &getitem_iter_type }, { method[0], method[1], MP_OBJ_NEW_SMALL_INT(0) } };
    return MP_OBJ_FROM_PTR(self);
}
