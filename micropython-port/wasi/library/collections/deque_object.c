// Deques as objects: methods, operators, iterators.

#include "py/objlist.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/native.h"
#include "library/collections/deque.h"

#if MPWASM_LIBRARY

static deque_t *deque_of(mp_obj_t object) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(object, &mpwasm_type_deque));
}

// The place that an index means, or an IndexError.
static size_t place_of(const deque_t *deque, mp_obj_t index) {
    mp_int_t i = mp_obj_get_int(mpwasm_index(index));
    i += i < 0 ? (mp_int_t)deque->len : 0;
    if (i < 0 || (size_t)i >= deque->len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("deque index out of range"));
    }
    return i;
}

static size_t maxlen_of(mp_obj_t maxlen) {
    if (maxlen == mp_const_none) {
        return DEQUE_ANY;
    }
    if (!mp_obj_is_int(maxlen)) {
        mp_raise_TypeError(MP_ERROR_TEXT("an integer is required"));
    }
    mp_int_t n = mp_obj_get_int(maxlen);
    if (n < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("maxlen must be non-negative"));
    }
    return n;
}

static mp_obj_t make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_maxlen, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    deque_t *deque = deque_new(maxlen_of(parsed[1].u_obj));
    if (parsed[0].u_obj != MP_OBJ_NULL) {
        deque_extend(deque, parsed[0].u_obj, false);
    }
    return MP_OBJ_FROM_PTR(deque);
}

// --- Methods ---------------------------------------------------------------------------------------

#define METHOD_1(name, ...) \
    static mp_obj_t deque_##name##_method(mp_obj_t self_in) { \
        deque_t *self = deque_of(self_in); \
        __VA_ARGS__ \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(deque_##name##_obj, deque_##name##_method);

#define METHOD_2(name, ...) \
    static mp_obj_t deque_##name##_method(mp_obj_t self_in, mp_obj_t value) { \
        deque_t *self = deque_of(self_in); \
        __VA_ARGS__ \
        return mp_const_none; \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_2(deque_##name##_obj, deque_##name##_method);

METHOD_2(append, deque_append(self, value);)
METHOD_2(appendleft, deque_append_left(self, value);)
METHOD_2(extend, deque_extend(self, value, false);)
METHOD_2(extendleft, deque_extend(self, value, true);)
METHOD_1(pop, return deque_pop(self, false);)
METHOD_1(popleft, return deque_pop(self, true);)
METHOD_1(clear, self->items = NULL; self->alloc = self->first = self->len = 0; self->changes++; return mp_const_none;)

static deque_t *copy_of(const deque_t *deque) {
    deque_t *copy = deque_new(deque->maxlen);
    for (size_t i = 0; i < deque->len; i++) {
        deque_append(copy, *deque_at(deque, i));
    }
    return copy;
}

static mp_obj_t deque_copy(mp_obj_t self_in) {
    deque_t *self = deque_of(self_in);
    const mp_obj_type_t *type = mp_obj_get_type(self_in);
    if (type == &mpwasm_type_deque) {
        return MP_OBJ_FROM_PTR(copy_of(self));
    }
    mp_obj_t args[] = { self_in, self->maxlen == DEQUE_ANY ? mp_const_none : mp_obj_new_int_from_uint(self->maxlen) };
    return mp_call_function_n_kw(MP_OBJ_FROM_PTR(type), self->maxlen == DEQUE_ANY ? 1 : 2, 0, args);
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_copy_obj, deque_copy);

static MP_NORETURN void raise_mutated(void) {
    mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("deque mutated during iteration"));
}

// Whether an item is a value, where comparing may not change the deque.
static bool equals(deque_t *self, size_t i, mp_obj_t value, const mp_obj_type_t *error) {
    size_t changes = self->changes;
    mp_obj_t item = *deque_at(self, i);
    bool equal = item == value || mp_obj_equal(item, value);
    if (self->changes != changes) {
        mp_raise_msg(error, MP_ERROR_TEXT("deque mutated during iteration"));
    }
    return equal;
}

static mp_obj_t deque_count(mp_obj_t self_in, mp_obj_t value) {
    deque_t *self = deque_of(self_in);
    size_t count = 0;
    for (size_t i = 0; i < self->len; i++) {
        count += equals(self, i, value, &mp_type_RuntimeError);
    }
    return mp_obj_new_int_from_uint(count);
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_count_obj, deque_count);

static size_t bound(const deque_t *self, mp_obj_t value) {
    mp_int_t i = mp_obj_get_int_truncated(mpwasm_index(value));
    i += i < 0 ? (mp_int_t)self->len : 0;
    return i < 0 ? 0 : MIN((size_t)i, self->len);
}

static MP_NORETURN void no_such_item(mp_obj_t value) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    mp_obj_print_helper(&print, value, PRINT_REPR);
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s is not in deque"), vstr_null_terminated_str(&text));
}

static mp_obj_t deque_index(size_t n_args, const mp_obj_t *args) {
    deque_t *self = deque_of(args[0]);
    size_t begin = n_args > 2 ? bound(self, args[2]) : 0, end = n_args > 3 ? bound(self, args[3]) : self->len;
    for (size_t i = begin; i < end && i < self->len; i++) {
        if (equals(self, i, args[1], &mp_type_RuntimeError)) {
            return mp_obj_new_int_from_uint(i);
        }
    }
    no_such_item(args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(deque_index_obj, 2, 4, deque_index);

static mp_obj_t deque_insert(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    deque_t *self = deque_of(self_in);
    size_t at = bound(self, index);
    if (self->len == self->maxlen) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("deque already at its maximum size"));
    }
    deque_append(self, value);
    for (size_t i = self->len - 1; i > at; i--) {
        *deque_at(self, i) = *deque_at(self, i - 1);
    }
    *deque_at(self, at) = value;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(deque_insert_obj, deque_insert);

static mp_obj_t deque_remove(mp_obj_t self_in, mp_obj_t value) {
    deque_t *self = deque_of(self_in);
    for (size_t i = 0; i < self->len; i++) {
        if (equals(self, i, value, &mp_type_IndexError)) {
            deque_delete(self, i);
            return mp_const_none;
        }
    }
    no_such_item(value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_remove_obj, deque_remove);

METHOD_1(reverse,
    for (size_t i = 0; i < self->len / 2; i++) {
        mp_obj_t *a = deque_at(self, i), *b = deque_at(self, self->len - 1 - i), value = *a;
        *a = *b;
        *b = value;
    }
    return mp_const_none;
    )

static mp_obj_t deque_rotate_method(size_t n_args, const mp_obj_t *args) {
    deque_rotate(deque_of(args[0]), n_args == 1 ? 1 : mp_obj_get_int(args[1]));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(deque_rotate_obj, 1, 2, deque_rotate_method);

// --- Iterators -------------------------------------------------------------------------------------

typedef struct _deque_iter_t {
    mp_obj_base_t base;
    deque_t *deque;
    size_t i, changes;
    bool back;
} deque_iter_t;

static mp_obj_t iter_next(mp_obj_t self_in) {
    deque_iter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->deque->changes != self->changes) {
        self->i = SIZE_MAX;
        raise_mutated();
    }
    if (self->i >= self->deque->len) {
        return MP_OBJ_STOP_ITERATION;
    }
    size_t i = self->i++;
    return *deque_at(self->deque, self->back ? self->deque->len - 1 - i : i);
}

static mp_obj_t iter_length_hint(mp_obj_t self_in) {
    deque_iter_t *self = MP_OBJ_TO_PTR(self_in);
    return mp_obj_new_int_from_uint(self->i < self->deque->len ? self->deque->len - self->i : 0);
}
static MP_DEFINE_CONST_FUN_OBJ_1(iter_length_hint_obj, iter_length_hint);
static const mp_rom_map_elem_t iter_locals_table[] = { { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&iter_length_hint_obj) } };
static MP_DEFINE_CONST_DICT(iter_locals, iter_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(iter_type, MP_QSTR__deque_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, iter_next, locals_dict, &iter_locals);
static MP_DEFINE_CONST_OBJ_TYPE(reverse_iter_type, MP_QSTR__deque_reverse_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, iter_next, locals_dict, &iter_locals);

static mp_obj_t new_iter(mp_obj_t deque, bool back) {
    deque_iter_t *iter = mp_obj_malloc(deque_iter_t, back ? &reverse_iter_type : &iter_type);
    iter->deque = deque_of(deque);
    iter->i = 0;
    iter->changes = iter->deque->changes;
    iter->back = back;
    return MP_OBJ_FROM_PTR(iter);
}

static mp_obj_t deque_iter(mp_obj_t self_in, mp_obj_iter_buf_t *buffer) {
    return new_iter(self_in, false);
}

static mp_obj_t deque_reversed(mp_obj_t self_in) {
    return new_iter(self_in, true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_reversed_obj, deque_reversed);

// --- Operators -------------------------------------------------------------------------------------

static mp_obj_t subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    deque_t *self = deque_of(self_in);
    if (mp_obj_is_type(index, &mp_type_slice)) {
        mp_raise_TypeError(MP_ERROR_TEXT("sequence index must be integer, not 'slice'"));
    }
    size_t i = place_of(self, index);
    if (value == MP_OBJ_SENTINEL) {
        return *deque_at(self, i);
    }
    if (value == MP_OBJ_NULL) {
        deque_delete(self, i);
    } else {
        *deque_at(self, i) = value;
    }
    return mp_const_none;
}

static mp_obj_t unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    deque_t *self = deque_of(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(self->len != 0);
        case MP_UNARY_OP_LEN:
            return mp_obj_new_int_from_uint(self->len);
        default:
            return MP_OBJ_NULL;
    }
}

static void repeat(deque_t *deque, mp_obj_t times) {
    mp_int_t n = mp_obj_get_int(times);
    mp_obj_t once = deque_to_list(deque);
    if (n <= 0) {
        deque->len = 0;
        deque->changes++;
    }
    for (mp_int_t i = 1; i < n && deque->len > 0; i++) {
        deque_extend(deque, once, false);
    }
}

static mp_obj_t compare(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (mpwasm_native(rhs, &mpwasm_type_deque) == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    return mp_binary_op(op, deque_to_list(deque_of(lhs)), deque_to_list(deque_of(rhs)));
}

static mp_obj_t binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    deque_t *self = deque_of(lhs);
    switch (op) {
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
        case MP_BINARY_OP_EQUAL:
            return compare(op, lhs, rhs);
        case MP_BINARY_OP_CONTAINS:
            for (size_t i = 0; i < self->len; i++) {
                if (equals(self, i, rhs, &mp_type_RuntimeError)) {
                    return mp_const_true;
                }
            }
            return mp_const_false;
        case MP_BINARY_OP_ADD: {
            if (mpwasm_native(rhs, &mpwasm_type_deque) == MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only concatenate deque (not \"%s\") to deque"), mp_obj_get_type_str(rhs));
            }
            deque_t *sum = copy_of(self);
            deque_extend(sum, rhs, false);
            return MP_OBJ_FROM_PTR(sum);
        }
        case MP_BINARY_OP_INPLACE_ADD:
            deque_extend(self, rhs, false);
            return lhs;
        case MP_BINARY_OP_MULTIPLY: {
            if (!mp_obj_is_int(rhs)) {
                return MP_OBJ_NULL;
            }
            deque_t *product = copy_of(self);
            repeat(product, rhs);
            return MP_OBJ_FROM_PTR(product);
        }
        case MP_BINARY_OP_REVERSE_MULTIPLY:
            return binary_op(MP_BINARY_OP_MULTIPLY, lhs, rhs);
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            if (!mp_obj_is_int(rhs)) {
                return MP_OBJ_NULL;
            }
            repeat(self, rhs);
            return lhs;
        default:
            return MP_OBJ_NULL;
    }
}

static void print_deque(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    deque_t *self = deque_of(self_in);
    mp_printf(print, "%q([", mp_obj_get_type(self_in)->name);
    size_t changes = self->changes;
    for (size_t i = 0; i < self->len; i++) {
        mp_print_str(print, i > 0 ? ", " : "");
        mp_obj_t item = *deque_at(self, i);
        if (item == self_in) {
            mp_print_str(print, "[...]");
        } else {
            mp_obj_print_helper(print, item, PRINT_REPR);
        }
        if (self->changes != changes) {
            raise_mutated();
        }
    }
    mp_print_str(print, "]");
    if (self->maxlen != DEQUE_ANY) {
        mp_printf(print, ", maxlen=%u", (unsigned)self->maxlen);
    }
    mp_print_str(print, ")");
}

static void attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    if (name == MP_QSTR_maxlen && dest[0] == MP_OBJ_NULL) {
        size_t maxlen = deque_of(self_in)->maxlen;
        dest[0] = maxlen == DEQUE_ANY ? mp_const_none : mp_obj_new_int_from_uint(maxlen);
    } else if (dest[0] == MP_OBJ_NULL) {
        dest[1] = MP_OBJ_SENTINEL; // a method
    }
}

static const mp_rom_map_elem_t locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&deque_append_obj) },
    { MP_ROM_QSTR(MP_QSTR_appendleft), MP_ROM_PTR(&deque_appendleft_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&deque_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&deque_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&deque_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&deque_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&deque_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_extendleft), MP_ROM_PTR(&deque_extendleft_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&deque_index_obj) },
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&deque_insert_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&deque_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_popleft), MP_ROM_PTR(&deque_popleft_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&deque_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&deque_reverse_obj) },
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&deque_reversed_obj) },
    { MP_ROM_QSTR(MP_QSTR_rotate), MP_ROM_PTR(&deque_rotate_obj) },
};
static MP_DEFINE_CONST_DICT(locals, locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_deque, MP_QSTR_deque, MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, make_new, print, print_deque, unary_op, unary_op, binary_op, binary_op, subscr, subscr, iter, deque_iter, attr, attr,
    locals_dict, &locals
    );

#endif
