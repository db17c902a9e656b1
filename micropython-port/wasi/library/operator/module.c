// The module operator.

#include <string.h>

#include "py/builtin.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/numbers/numbers.h"
#include "language/text/text.h"

#if MPWASM_LIBRARY

#define BINARY(name, op) \
    static mp_obj_t operator_##name(mp_obj_t a, mp_obj_t b) { \
        return mp_binary_op(MP_BINARY_OP_##op, a, b); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_2(operator_##name##_obj, operator_##name);

#define UNARY(name, expression) \
    static mp_obj_t operator_##name(mp_obj_t a) { \
        return expression; \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(operator_##name##_obj, operator_##name);

BINARY(lt, LESS)
BINARY(le, LESS_EQUAL)
BINARY(eq, EQUAL)
BINARY(ne, NOT_EQUAL)
BINARY(ge, MORE_EQUAL)
BINARY(gt, MORE)
BINARY(add, ADD)
BINARY(and_, AND)
BINARY(floordiv, FLOOR_DIVIDE)
BINARY(lshift, LSHIFT)
BINARY(mod, MODULO)
BINARY(mul, MULTIPLY)
BINARY(matmul, MAT_MULTIPLY)
BINARY(or_, OR)
BINARY(pow, POWER)
BINARY(rshift, RSHIFT)
BINARY(sub, SUBTRACT)
BINARY(truediv, TRUE_DIVIDE)
BINARY(xor, XOR)
BINARY(iadd, INPLACE_ADD)
BINARY(iand, INPLACE_AND)
BINARY(ifloordiv, INPLACE_FLOOR_DIVIDE)
BINARY(ilshift, INPLACE_LSHIFT)
BINARY(imod, INPLACE_MODULO)
BINARY(imul, INPLACE_MULTIPLY)
BINARY(imatmul, INPLACE_MAT_MULTIPLY)
BINARY(ior, INPLACE_OR)
BINARY(ipow, INPLACE_POWER)
BINARY(irshift, INPLACE_RSHIFT)
BINARY(isub, INPLACE_SUBTRACT)
BINARY(itruediv, INPLACE_TRUE_DIVIDE)
BINARY(ixor, INPLACE_XOR)

UNARY(neg, mp_unary_op(MP_UNARY_OP_NEGATIVE, a))
UNARY(pos, mp_unary_op(MP_UNARY_OP_POSITIVE, a))
UNARY(invert, mp_unary_op(MP_UNARY_OP_INVERT, a))
UNARY(abs, mp_unary_op(MP_UNARY_OP_ABS, a))
UNARY(not_, mp_obj_new_bool(!mp_obj_is_true(a)))
UNARY(truth, mp_obj_new_bool(mp_obj_is_true(a)))
UNARY(is_none, mp_obj_new_bool(a == mp_const_none))
UNARY(is_not_none, mp_obj_new_bool(a != mp_const_none))

static mp_obj_t operator_index(mp_obj_t a) {
    return mp_obj_is_bool(a) ? MP_OBJ_NEW_SMALL_INT(a == mp_const_true) : mp_obj_is_int(a) ? a : number_index(a);
}
static MP_DEFINE_CONST_FUN_OBJ_1(operator_index_obj, operator_index);

static mp_obj_t operator_is(mp_obj_t a, mp_obj_t b) {
    return mp_obj_new_bool(a == b);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_is_obj, operator_is);

static mp_obj_t operator_is_not(mp_obj_t a, mp_obj_t b) {
    return mp_obj_new_bool(a != b);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_is_not_obj, operator_is_not);

static mp_obj_t operator_contains(mp_obj_t a, mp_obj_t b) {
    return mp_binary_op(MP_BINARY_OP_IN, b, a);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_contains_obj, operator_contains);

static mp_obj_t concat(mp_binary_op_t op, mp_obj_t a, mp_obj_t b) {
    mp_obj_t getitem[2];
    mpwasm_load_of_type(a, MP_QSTR___getitem__, getitem);
    if (getitem[0] == MP_OBJ_NULL && !(MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(a), subscr))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object can't be concatenated"), mp_obj_get_type_str(a));
    }
    return mp_binary_op(op, a, b);
}

static mp_obj_t operator_concat(mp_obj_t a, mp_obj_t b) {
    return concat(MP_BINARY_OP_ADD, a, b);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_concat_obj, operator_concat);

static mp_obj_t operator_iconcat(mp_obj_t a, mp_obj_t b) {
    return concat(MP_BINARY_OP_INPLACE_ADD, a, b);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_iconcat_obj, operator_iconcat);

static mp_obj_t operator_getitem(mp_obj_t a, mp_obj_t b) {
    return mp_obj_subscr(a, b, MP_OBJ_SENTINEL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_getitem_obj, operator_getitem);

static mp_obj_t operator_setitem(mp_obj_t a, mp_obj_t b, mp_obj_t c) {
    mp_obj_subscr(a, b, c);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(operator_setitem_obj, operator_setitem);

static mp_obj_t operator_delitem(mp_obj_t a, mp_obj_t b) {
    mp_obj_subscr(a, b, MP_OBJ_NULL);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_delitem_obj, operator_delitem);

static mp_obj_t operator_count_of(mp_obj_t a, mp_obj_t b) {
    mp_obj_t iterator = mp_getiter(a, NULL), item;
    size_t count = 0;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        count += item == b || mp_obj_equal(item, b);
    }
    return mp_obj_new_int_from_uint(count);
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_count_of_obj, operator_count_of);

static mp_obj_t operator_index_of(mp_obj_t a, mp_obj_t b) {
    mp_obj_t iterator = mp_getiter(a, NULL), item;
    for (size_t i = 0; (item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION; i++) {
        if (item == b || mp_obj_equal(item, b)) {
            return mp_obj_new_int_from_uint(i);
        }
    }
    mp_raise_ValueError(MP_ERROR_TEXT("sequence.index(x): x not in sequence"));
}
static MP_DEFINE_CONST_FUN_OBJ_2(operator_index_of_obj, operator_index_of);

static mp_obj_t operator_length_hint(size_t n_args, const mp_obj_t *args) {
    mp_obj_t len = mp_obj_len_maybe(args[0]);
    if (len != MP_OBJ_NULL) {
        return len;
    }
    mp_obj_t hint[2], otherwise = n_args == 2 ? args[1] : MP_OBJ_NEW_SMALL_INT(0);
    if (!mp_obj_is_int(otherwise)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(otherwise));
    }
    mpwasm_load_of_type(args[0], MP_QSTR___length_hint__, hint);
    if (hint[0] == MP_OBJ_NULL) {
        return otherwise;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) {
        if (mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_TypeError))) {
            return otherwise;
        }
        nlr_jump(nlr.ret_val);
    }
    mp_obj_t value = mp_call_method_n_kw(0, 0, hint);
    nlr_pop();
    if (value == mp_const_notimplemented) {
        return otherwise;
    }
    if (!mp_obj_is_int(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__length_hint__ must be an integer, not %s"), mp_obj_get_type_str(value));
    }
    if (mp_binary_op(MP_BINARY_OP_LESS, value, MP_OBJ_NEW_SMALL_INT(0)) == mp_const_true) {
        mp_raise_ValueError(MP_ERROR_TEXT("__length_hint__() should return >= 0"));
    }
    return value;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(operator_length_hint_obj, 1, 2, operator_length_hint);

static mp_obj_t operator_call(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_obj_t *all = m_new(mp_obj_t, n_args - 1 + 2 * kw_args->used);
    size_t n = 0;
    for (; n < n_args - 1; n++) {
        all[n] = args[n + 1];
    }
    for (size_t i = 0; i < kw_args->alloc; i++) {
        if (mp_map_slot_is_filled(kw_args, i)) {
            all[n++] = kw_args->table[i].key;
            all[n++] = kw_args->table[i].value;
        }
    }
    return mp_call_function_n_kw(args[0], n_args - 1, kw_args->used, all);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(operator_call_obj, 1, operator_call);

// --- itemgetter, attrgetter, methodcaller ----------------------------------------------------------

typedef struct _getter_t {
    mp_obj_base_t base;
    size_t len;
    mp_obj_t args[]; // items, or names
} getter_t;

static mp_obj_t getter_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, MP_OBJ_FUN_ARGS_MAX, false);
    getter_t *self = mp_obj_malloc_var(getter_t, args, mp_obj_t, n_args, type);
    self->len = n_args;
    for (size_t i = 0; i < n_args; i++) {
        self->args[i] = args[i];
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t get_all(getter_t *self, mp_obj_t object, mp_obj_t (*get)(mp_obj_t, mp_obj_t)) {
    if (self->len == 1) {
        return get(object, self->args[0]);
    }
    mp_obj_t values = mp_obj_new_tuple(self->len, self->args);
    for (size_t i = 0; i < self->len; i++) {
        ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(values))->items[i] = get(object, self->args[i]);
    }
    return values;
}

static void getter_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    getter_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "operator.%q(", self->base.type->name);
    for (size_t i = 0; i < self->len; i++) {
        mp_print_str(print, i > 0 ? ", " : "");
        mp_obj_print_helper(print, self->args[i], PRINT_REPR);
    }
    mp_print_str(print, ")");
}

static mp_obj_t getter_reduce(mp_obj_t self_in) {
    getter_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t parts[] = { MP_OBJ_FROM_PTR(self->base.type), mp_obj_new_tuple(self->len, self->args) };
    return mp_obj_new_tuple(2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(getter_reduce_obj, getter_reduce);

static const mp_rom_map_elem_t getter_table[] = {
    { MP_ROM_QSTR(MP_QSTR___module__), MP_ROM_QSTR(MP_QSTR_operator) },
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&getter_reduce_obj) },
};
static MP_DEFINE_CONST_DICT(getter_locals, getter_table);

static mp_obj_t itemgetter_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    return get_all(MP_OBJ_TO_PTR(self_in), args[0], operator_getitem);
}

static MP_DEFINE_CONST_OBJ_TYPE(itemgetter_type, MP_QSTR_itemgetter, MP_TYPE_FLAG_NONE,
    make_new, getter_new, call, itemgetter_call, print, getter_print, locals_dict, &getter_locals);

// An attribute, or one of an attribute, by a name with dots.
static mp_obj_t get_attr(mp_obj_t object, mp_obj_t name) {
    size_t len;
    const char *text = mp_obj_str_get_data(name, &len);
    for (size_t begin = 0, end; begin <= len; begin = end + 1) {
        for (end = begin; end < len && text[end] != '.'; end++) {
        }
        object = mp_load_attr(object, qstr_from_strn(text + begin, end - begin));
    }
    return object;
}

static mp_obj_t attrgetter_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    for (size_t i = 0; i < n_args; i++) {
        if (!mp_obj_is_str(args[i])) {
            mp_raise_TypeError(MP_ERROR_TEXT("attribute name must be a string"));
        }
    }
    return getter_new(type, n_args, n_kw, args);
}

static mp_obj_t attrgetter_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    return get_all(MP_OBJ_TO_PTR(self_in), args[0], get_attr);
}

static MP_DEFINE_CONST_OBJ_TYPE(attrgetter_type, MP_QSTR_attrgetter, MP_TYPE_FLAG_NONE,
    make_new, attrgetter_new, call, attrgetter_call, print, getter_print, locals_dict, &getter_locals);

typedef struct _caller_t {
    mp_obj_base_t base;
    qstr name;
    size_t n_args, n_kw;
    mp_obj_t args[];
} caller_t;

static mp_obj_t methodcaller_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("methodcaller needs at least one argument, the method name"));
    }
    if (!mp_obj_is_str(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("method name must be a string"));
    }
    size_t words = n_args - 1 + 2 * n_kw;
    caller_t *self = mp_obj_malloc_var(caller_t, args, mp_obj_t, words, type);
    self->name = mp_obj_str_get_qstr(args[0]);
    self->n_args = n_args - 1;
    self->n_kw = n_kw;
    for (size_t i = 0; i < words; i++) {
        self->args[i] = args[i + 1];
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t methodcaller_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    caller_t *self = MP_OBJ_TO_PTR(self_in);
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    size_t words = self->n_args + 2 * self->n_kw;
    mp_obj_t *all = m_new(mp_obj_t, words + 2);
    mp_load_method(args[0], self->name, all);
    for (size_t i = 0; i < words; i++) {
        all[i + 2] = self->args[i];
    }
    return mp_call_method_n_kw(self->n_args, self->n_kw, all);
}

static void methodcaller_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    caller_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "operator.methodcaller(");
    mp_obj_print_helper(print, MP_OBJ_NEW_QSTR(self->name), PRINT_REPR);
    for (size_t i = 0; i < self->n_args; i++) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, self->args[i], PRINT_REPR);
    }
    for (size_t i = 0; i < self->n_kw; i++) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, self->args[self->n_args + 2 * i], PRINT_STR);
        mp_print_str(print, "=");
        mp_obj_print_helper(print, self->args[self->n_args + 2 * i + 1], PRINT_REPR);
    }
    mp_print_str(print, ")");
}

// Keywords go into a functools.partial.
static mp_obj_t methodcaller_reduce(mp_obj_t self_in) {
    caller_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t *all = m_new(mp_obj_t, 2 + self->n_args + 2 * self->n_kw), parts[2] = { MP_OBJ_FROM_PTR(self->base.type) };
    all[0] = parts[0];
    all[1] = MP_OBJ_NEW_QSTR(self->name);
    if (self->n_kw == 0) {
        memcpy(all + 2, self->args, self->n_args * sizeof(mp_obj_t));
        parts[1] = mp_obj_new_tuple(1 + self->n_args, all + 1);
    } else {
        memcpy(all + 2, self->args + self->n_args, 2 * self->n_kw * sizeof(mp_obj_t));
        mp_obj_t partial = mp_load_attr(mp_import_name(MP_QSTR_functools, mp_const_none, MP_OBJ_NEW_SMALL_INT(0)), MP_QSTR_partial);
        parts[0] = mp_call_function_n_kw(partial, 2, self->n_kw, all);
        parts[1] = mp_obj_new_tuple(self->n_args, self->args);
    }
    return mp_obj_new_tuple(2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(methodcaller_reduce_obj, methodcaller_reduce);

static const mp_rom_map_elem_t methodcaller_table[] = {
    { MP_ROM_QSTR(MP_QSTR___module__), MP_ROM_QSTR(MP_QSTR_operator) },
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&methodcaller_reduce_obj) },
};
static MP_DEFINE_CONST_DICT(methodcaller_locals, methodcaller_table);

static MP_DEFINE_CONST_OBJ_TYPE(methodcaller_type, MP_QSTR_methodcaller, MP_TYPE_FLAG_NONE,
    make_new, methodcaller_new, call, methodcaller_call, print, methodcaller_print, locals_dict, &methodcaller_locals);

// --- The module ------------------------------------------------------------------------------------

#define NAME(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&operator_##name##_obj) }
#define BOTH(name) NAME(name), { MP_ROM_QSTR(MP_QSTR___##name##__), MP_ROM_PTR(&operator_##name##_obj) }
#define KEYWORD(name) NAME(name##_), { MP_ROM_QSTR(MP_QSTR___##name##__), MP_ROM_PTR(&operator_##name##__obj) }

// Whether two texts are equal, in a time that says nothing about where they differ.
static mp_obj_t compare_digest(mp_obj_t a, mp_obj_t b) {
    text_t x, y;
    if (text_maybe(a, &x) && text_maybe(b, &y) && (text_is_str(&x) || text_is_str(&y))) {
        if (!text_is_str(&x) || !text_is_str(&y)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand types(s) or combination of types: '%s' and '%s'"),
                mp_obj_get_type_str(a), mp_obj_get_type_str(b));
        }
        if (!x.ascii || !y.ascii) {
            mp_raise_TypeError(MP_ERROR_TEXT("comparing strings with non-ASCII characters is not supported"));
        }
    } else {
        mp_buffer_info_t left, right;
        if (!mp_get_buffer(a, &left, MP_BUFFER_READ) || !mp_get_buffer(b, &right, MP_BUFFER_READ)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand types(s) or combination of types: '%s' and '%s'"),
                mp_obj_get_type_str(a), mp_obj_get_type_str(b));
        }
        x.data = left.buf, x.len = left.len, y.data = right.buf, y.len = right.len;
    }
    byte difference = x.len != y.len;
    for (size_t i = 0; i < x.len; i++) {
        difference |= x.data[i] ^ (y.len > 0 ? y.data[i < y.len ? i : 0] : 1);
    }
    return mp_obj_new_bool(difference == 0);
}
static MP_DEFINE_CONST_FUN_OBJ_2(compare_digest_obj, compare_digest);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR__compare_digest), MP_ROM_PTR(&compare_digest_obj) },
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_operator) },
    BOTH(lt), BOTH(le), BOTH(eq), BOTH(ne), BOTH(ge), BOTH(gt), BOTH(add), KEYWORD(and), BOTH(floordiv), BOTH(lshift), BOTH(mod), BOTH(mul),
    BOTH(matmul), KEYWORD(or), BOTH(pow), BOTH(rshift), BOTH(sub), BOTH(truediv), BOTH(xor), BOTH(iadd), BOTH(iand), BOTH(ifloordiv),
    BOTH(ilshift), BOTH(imod), BOTH(imul), BOTH(imatmul), BOTH(ior), BOTH(ipow), BOTH(irshift), BOTH(isub), BOTH(itruediv), BOTH(ixor),
    BOTH(neg), BOTH(pos), BOTH(invert), BOTH(abs), KEYWORD(not), NAME(truth), NAME(is_none), NAME(is_not_none), BOTH(index), BOTH(contains),
    BOTH(concat), BOTH(iconcat), BOTH(getitem), BOTH(setitem), BOTH(delitem), NAME(length_hint), BOTH(call),
    { MP_ROM_QSTR(MP_QSTR_inv), MP_ROM_PTR(&operator_invert_obj) }, { MP_ROM_QSTR(MP_QSTR___inv__), MP_ROM_PTR(&operator_invert_obj) },
    { MP_ROM_QSTR(MP_QSTR_is_), MP_ROM_PTR(&operator_is_obj) }, NAME(is_not),
    { MP_ROM_QSTR(MP_QSTR_countOf), MP_ROM_PTR(&operator_count_of_obj) }, { MP_ROM_QSTR(MP_QSTR_indexOf), MP_ROM_PTR(&operator_index_of_obj) },
    { MP_ROM_QSTR(MP_QSTR_itemgetter), MP_ROM_PTR(&itemgetter_type) },
    { MP_ROM_QSTR(MP_QSTR_attrgetter), MP_ROM_PTR(&attrgetter_type) },
    { MP_ROM_QSTR(MP_QSTR_methodcaller), MP_ROM_PTR(&methodcaller_type) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_operator = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_operator, mpwasm_module_operator);
MP_REGISTER_MODULE(MP_QSTR__operator, mpwasm_module_operator); // which CPython's modules import

#endif
