// Operations of built-in types as functions: int.__add__, super().__setitem__, list.__init__. Upstream's types have them as slots alone. They are made when
// a program asks for them, and check their first argument as all methods of built-in types do.

#include <string.h>

#include "py/builtin.h"
#include "py/objint.h"
#include "py/objstr.h"

#include "language/class/class.h"
#include "language/errors/operands.h"
#include "library/collections/deque.h"
#include "memory/weak.h"

typedef struct _wrapper_t {
    mp_obj_base_t base;
    const mp_obj_type_t *type;
    qstr_short_t name;
    byte kind, op;
} wrapper_t;

enum { UNARY, BINARY, COMPARE, GETITEM, SETITEM, DELITEM, ITER, NEXT, CALL, REPR, STR, INIT, FORMAT, GET, SET, DELETE };

// What a type does, by groups of operations.
enum {
    DOES_ORDER = 1, DOES_CONCAT = 2, DOES_REPEAT = 4, DOES_MATH = 8, DOES_BITS = 16, DOES_CONTAINS = 32, DOES_LEN = 64, DOES_SET = 128,
    DOES_INPLACE = 256, DOES_STORE = 512, DOES_INT = 2048, DOES_DICT = 4096, DOES_COMPLEX = 8192, DOES_SUB_FORMAT = 16384,
};
enum { DOES_SEQUENCE = DOES_ORDER | DOES_CONCAT | DOES_REPEAT | DOES_CONTAINS | DOES_LEN };

static unsigned what_it_does(const mp_obj_type_t *type) {
    static const struct { const mp_obj_type_t *type; unsigned does; } table[] = {
        { &mp_type_int, DOES_ORDER | DOES_MATH | DOES_BITS | DOES_INT },
        { &mp_type_float, DOES_ORDER | DOES_MATH },
        { &mp_type_complex, DOES_COMPLEX },
        { &mp_type_str, DOES_SEQUENCE | DOES_SUB_FORMAT },
        { &mp_type_bytes, DOES_SEQUENCE | DOES_SUB_FORMAT },
        { &mp_type_tuple, DOES_SEQUENCE },
        { &mp_type_list, DOES_SEQUENCE | DOES_INPLACE | DOES_STORE },
        { &mp_type_bytearray, DOES_SEQUENCE | DOES_INPLACE | DOES_STORE | DOES_SUB_FORMAT },
        { &mp_type_dict, DOES_CONTAINS | DOES_LEN | DOES_STORE | DOES_DICT },
        { &mp_type_set, DOES_ORDER | DOES_CONTAINS | DOES_LEN | DOES_SET | DOES_INPLACE },
        { &mp_type_frozenset, DOES_ORDER | DOES_CONTAINS | DOES_LEN | DOES_SET },
        { &mp_type_range, DOES_CONTAINS | DOES_LEN },
        { &mp_type_memoryview, DOES_LEN | DOES_STORE },
        #if MPWASM_LIBRARY
        { &mpwasm_type_deque, DOES_CONTAINS | DOES_LEN | DOES_STORE },
        #endif
        #if MICROPY_PY_ARRAY
        { &mp_type_array, DOES_SEQUENCE | DOES_INPLACE | DOES_STORE },
        #endif
    };
    for (; type != &mp_type_object; type = mpwasm_native_base(type)) {
        for (size_t i = 0; i < MP_ARRAY_SIZE(table); i++) {
            if (table[i].type == type) {
                return table[i].does;
            }
        }
    }
    return 0;
}

static unsigned group_of_binary(mp_binary_op_t op) {
    switch (op) {
        case MP_BINARY_OP_LESS ... MP_BINARY_OP_MORE:
        case MP_BINARY_OP_LESS_EQUAL ... MP_BINARY_OP_MORE_EQUAL:
            return DOES_ORDER;
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_NOT_EQUAL:
            return ~0u;
        case MP_BINARY_OP_CONTAINS:
            return DOES_CONTAINS;
        case MP_BINARY_OP_ADD:
            return DOES_CONCAT | DOES_MATH | DOES_COMPLEX;
        case MP_BINARY_OP_REVERSE_ADD:
        case MP_BINARY_OP_REVERSE_POWER:
        case MP_BINARY_OP_REVERSE_TRUE_DIVIDE:
        case MP_BINARY_OP_POWER:
        case MP_BINARY_OP_TRUE_DIVIDE:
            return DOES_MATH | DOES_COMPLEX;
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_REVERSE_SUBTRACT:
            return DOES_MATH | DOES_SET | DOES_COMPLEX;
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_REVERSE_MULTIPLY:
            return DOES_REPEAT | DOES_MATH | DOES_COMPLEX;
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_REVERSE_MODULO:
            return DOES_MATH | DOES_SUB_FORMAT;
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_REVERSE_FLOOR_DIVIDE:
        case MP_BINARY_OP_DIVMOD:
            return DOES_MATH;
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_REVERSE_OR:
            return DOES_BITS | DOES_SET | DOES_DICT;
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_REVERSE_XOR:
        case MP_BINARY_OP_REVERSE_AND:
            return DOES_BITS | DOES_SET;
        case MP_BINARY_OP_LSHIFT:
        case MP_BINARY_OP_RSHIFT:
        case MP_BINARY_OP_REVERSE_LSHIFT:
        case MP_BINARY_OP_REVERSE_RSHIFT:
            return DOES_BITS;
        default:
            return 0;
    }
}

static bool does_inplace(unsigned does, mp_binary_op_t op) {
    if (op == MP_BINARY_OP_INPLACE_OR && (does & DOES_DICT)) {
        return true;
    }
    if (!(does & DOES_INPLACE)) {
        return false;
    }
    return does & DOES_SET ? op <= MP_BINARY_OP_INPLACE_AND || op == MP_BINARY_OP_INPLACE_SUBTRACT : op == MP_BINARY_OP_INPLACE_ADD || op == MP_BINARY_OP_INPLACE_MULTIPLY;
}

static bool does_unary(const mp_obj_type_t *type, unsigned does, mp_unary_op_t op) {
    switch (op) {
        case MP_UNARY_OP_LEN:
            return does & DOES_LEN;
        case MP_UNARY_OP_HASH:
            return !(does & (DOES_STORE | DOES_INPLACE));
        case MP_UNARY_OP_INVERT:
            return does & DOES_INT;
        case MP_UNARY_OP_INT_MAYBE:
        case MP_UNARY_OP_FLOAT_MAYBE:
            return does & DOES_MATH;
        case MP_UNARY_OP_COMPLEX_MAYBE:
            return does & DOES_COMPLEX;
        case MP_UNARY_OP_SIZEOF:
            return false;
        default:
            return does & (DOES_MATH | DOES_COMPLEX);
    }
}

// Whether a type has the operation of this name, and how it is done.
static bool find_operation(const mp_obj_type_t *type, qstr name, wrapper_t *found) {
    unsigned does = what_it_does(type);
    for (size_t op = 0; op < MP_BINARY_OP_NUM_RUNTIME; op++) {
        if (mp_binary_op_method_name[op] == name) {
            found->kind = op <= MP_BINARY_OP_NOT_EQUAL ? COMPARE : BINARY;
            found->op = op;
            bool inplace = op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER;
            return MP_OBJ_TYPE_HAS_SLOT(type, binary_op) && (inplace ? does_inplace(does, op) : (group_of_binary(op) & (does | 0x80000000u)) != 0);
        }
    }
    for (size_t op = 0; op < MP_UNARY_OP_NUM_RUNTIME; op++) {
        if (mp_unary_op_method_name[op] == name) {
            found->kind = UNARY;
            found->op = op;
            return MP_OBJ_TYPE_HAS_SLOT(type, unary_op) && does_unary(type, does, op);
        }
    }
    static const struct { qstr_short_t name; byte kind, slot; } others[] = {
        { MP_QSTR___getitem__, GETITEM, MP_OBJ_TYPE_OFFSETOF_SLOT(subscr) },
        { MP_QSTR___iter__, ITER, MP_OBJ_TYPE_OFFSETOF_SLOT(iter) },
        { MP_QSTR___call__, CALL, MP_OBJ_TYPE_OFFSETOF_SLOT(call) },
        { MP_QSTR___repr__, REPR, MP_OBJ_TYPE_OFFSETOF_SLOT(print) },
        { MP_QSTR___init__, INIT, MP_OBJ_TYPE_OFFSETOF_SLOT(make_new) },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(others); i++) {
        if (others[i].name == name) {
            found->kind = others[i].kind;
            if (found->kind == INIT && ((mpwasm_is_made_by_new(type) && !IS_WEAK(type)) || type == &mp_type_module)) {
                return false; // object's does
            }
            return MP_OBJ_TYPE_HAS_SLOT_BY_OFFSET(type, others[i].slot) && !(found->kind == ITER && type == &mp_type_type); // which only refuses
        }
    }
    found->kind = name == MP_QSTR___setitem__ ? SETITEM : name == MP_QSTR___delitem__ ? DELITEM : name == MP_QSTR___next__ ? NEXT : name == MP_QSTR___index__ ? UNARY
        : name == MP_QSTR___str__ ? STR : name == MP_QSTR___get__ ? GET : name == MP_QSTR___set__ ? SET : name == MP_QSTR___delete__ ? DELETE : FORMAT;
    found->op = MP_UNARY_OP_INT_MAYBE;
    switch (found->kind) {
        case SETITEM:
        case DELITEM:
            return does & DOES_STORE;
        case NEXT:
            return (type->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM)) != 0;
        case UNARY:
            return does & DOES_INT;
        case STR:
            return type == &mp_type_str || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(&mp_type_BaseException));
        case GET:
            return (type->flags & MP_TYPE_FLAG_BINDS_SELF) || type == &mp_type_property || type == &mpwasm_type_field || type == &mp_type_staticmethod || type == &mp_type_classmethod || type == &mpwasm_type_member;
        case SET:
        case DELETE:
            return type == &mp_type_property || type == &mpwasm_type_field || type == &mpwasm_type_member;
        default:
            return name == MP_QSTR___format__ && (does & (DOES_MATH | DOES_COMPLEX | DOES_SUB_FORMAT));
    }
}

static mp_obj_t or_not_implemented(mp_obj_t result) {
    return result == MP_OBJ_NULL ? mp_const_notimplemented : result;
}

// The other operand, if the type's operations take it; or MP_OBJ_NULL.
static mp_obj_t as_operand(const mp_obj_type_t *type, mp_obj_t other) {
    static const mp_obj_type_t *const takes[][3] = {
        { &mp_type_int },
        { &mp_type_float, &mp_type_int },
        { &mp_type_complex, &mp_type_float, &mp_type_int },
        { &mp_type_set, &mp_type_frozenset },
        { &mp_type_frozenset, &mp_type_set },
        { &mp_type_bytearray, &mp_type_bytes, &mp_type_memoryview },
        { &mp_type_memoryview, &mp_type_bytes, &mp_type_bytearray },
    };
    mp_obj_t native = mpwasm_native(other, type);
    for (size_t i = 0; i < MP_ARRAY_SIZE(takes) && native == MP_OBJ_NULL; i++) {
        for (size_t k = 0; takes[i][0] == type && k < MP_ARRAY_SIZE(takes[i]) && takes[i][k] != NULL && native == MP_OBJ_NULL; k++) {
            native = mpwasm_native(other, takes[i][k]);
        }
    }
    return native;
}

static mp_obj_t binary(const mp_obj_type_t *type, mp_binary_op_t op, mp_obj_t native, mp_obj_t other) {
    if (what_it_does(type) & DOES_REPEAT && (op == MP_BINARY_OP_MULTIPLY || op == MP_BINARY_OP_REVERSE_MULTIPLY || op == MP_BINARY_OP_INPLACE_MULTIPLY)) {
        mp_obj_t times = is_program_class(mp_obj_get_type(other)) ? mpwasm_index_op(MP_UNARY_OP_INT_MAYBE, other) : MP_OBJ_NULL;
        other = times != MP_OBJ_NULL ? times : other;
        if (mpwasm_native(other, &mp_type_int) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(other));
        }
        op = op == MP_BINARY_OP_REVERSE_MULTIPLY ? MP_BINARY_OP_MULTIPLY : op;
    }
    type = type == &mp_type_bool ? &mp_type_int : type;
    mp_obj_t right = as_operand(type, other);
    bool reversed = op >= MP_BINARY_OP_REVERSE_OR; // built-in types have few of these: the operands change places
    if (reversed || op == MP_BINARY_OP_EQUAL || op == MP_BINARY_OP_NOT_EQUAL || what_it_does(type) & (DOES_MATH | DOES_COMPLEX)) {
        if (right == MP_OBJ_NULL) {
            return mp_const_notimplemented;
        }
        return reversed ? mp_binary_op(op - (MP_BINARY_OP_REVERSE_OR - MP_BINARY_OP_OR), right, native) : mp_binary_op(op, native, right);
    }
    if (op == MP_BINARY_OP_CONTAINS) {
        return mp_binary_op(MP_BINARY_OP_IN, other, native);
    }
    mp_obj_t result = MP_OBJ_TYPE_GET_SLOT(type, binary_op)(op, native, other);
    if (result == MP_OBJ_NULL && op == MP_BINARY_OP_ADD) { // of sequences: nothing else is asked
        mpwasm_raise_operands(op, native, other);
    }
    return or_not_implemented(result);
}

// Some types leave conversions to those who ask.
static mp_obj_t unary(const mp_obj_type_t *type, mp_unary_op_t op, mp_obj_t native) {
    #if MICROPY_PY_BUILTINS_FLOAT
    if (op == MP_UNARY_OP_FLOAT_MAYBE && (mp_obj_is_int(native) || mp_obj_is_bool(native))) { // which upstream's does not know
        return mp_obj_new_float(mp_obj_get_float(native));
    }
    #endif
    mp_obj_t result = op == MP_UNARY_OP_LEN ? mp_obj_len_maybe(native) : mp_unary_op(op, native);
    if (result != MP_OBJ_NULL) {
        return result;
    }
    #if MICROPY_PY_BUILTINS_FLOAT
    if (op == MP_UNARY_OP_INT_MAYBE && type == &mp_type_float) {
        return mp_obj_new_int_from_float(mp_obj_float_get(native));
    } else if (op == MP_UNARY_OP_FLOAT_MAYBE && mp_obj_is_float(native)) {
        return mp_obj_new_float(mp_obj_get_float(native));
    }
    #endif
    return mp_const_notimplemented;
}

static mp_obj_t text_of(mp_obj_t object, mp_print_kind_t kind) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 16, &print);
    mp_obj_print_helper(&print, object, kind);
    return mp_obj_new_str_from_utf8_vstr(&text);
}

static void check_count(wrapper_t *self, size_t n_args, size_t n_kw, size_t wanted) {
    if (n_kw != 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("wrapper %q() takes no keyword arguments"), self->name);
    }
    if (n_args != wanted + 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected %d argument%s, got %d"), (int)wanted, wanted == 1 ? "" : "s", (int)n_args - 1);
    }
}

static mp_obj_t get_descriptor(mp_obj_t descriptor, size_t n_args, const mp_obj_t *args) {
    mp_obj_t self = n_args > 1 && args[1] != mp_const_none ? args[1] : MP_OBJ_NULL, dest[2];
    const mp_obj_type_t *class = n_args > 2 && is_class(args[2]) ? MP_OBJ_TO_PTR(args[2]) : self != MP_OBJ_NULL ? mp_obj_get_type(self) : &mp_type_NoneType;
    mpwasm_bind(descriptor, class, self, class, dest);
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}

static mp_obj_t wrapper_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const byte arguments[] = {
        [UNARY] = 0, [BINARY] = 1, [COMPARE] = 1, [GETITEM] = 1, [SETITEM] = 2, [DELITEM] = 1, [ITER] = 0, [NEXT] = 0, [REPR] = 0, [STR] = 0, [FORMAT] = 1,
        [CALL] = 255, [INIT] = 255, [GET] = 255, [SET] = 2, [DELETE] = 1,
    };
    wrapper_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->type;
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor '%q' of '%q' object needs an argument"), self->name, (qstr)type->name);
    }
    mp_obj_t native = MP_OBJ_NULL;
    if (self->kind != INIT || !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(args[0])), MP_OBJ_FROM_PTR(type))) {
        native = mpwasm_native(args[0], type);
        if (native == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor '%q' requires a '%q' object but received a '%s'"), self->name, (qstr)type->name, mp_obj_get_type_str(args[0]));
        }
    }
    #if MICROPY_PY_BUILTINS_POW3
    if (self->kind == BINARY && self->op == MP_BINARY_OP_POWER && n_args == 3 && n_kw == 0 && self->type == &mp_type_int) {
        return mp_obj_int_pow3(native, args[1], args[2]);
    }
    #endif
    if (arguments[self->kind] != 255) {
        check_count(self, n_args, n_kw, arguments[self->kind]);
    }
    mp_cstack_check();
    switch (self->kind) {
        case UNARY:
            return unary(type, self->op, native);
        case BINARY:
        case COMPARE:
            return binary(type, self->op, native, args[1]);
        case GETITEM:
            if (type == &mp_type_dict && native != args[0]) { // __missing__ is the instance's
                return mpwasm_dict_getitem(args[0], native, args[1]);
            }
            return mp_obj_subscr(native, args[1], MP_OBJ_SENTINEL);
        case SETITEM:
            mp_obj_subscr(native, args[1], args[2]);
            return mp_const_none;
        case DELITEM:
            mp_obj_subscr(native, args[1], MP_OBJ_NULL);
            return mp_const_none;
        case ITER: {
            mp_obj_t iterator = mp_getiter(native, NULL);
            return iterator == native ? args[0] : iterator;
        }
        case NEXT: {
            mp_obj_t item = mp_iternext(native);
            if (item == MP_OBJ_STOP_ITERATION) {
                mp_raise_StopIteration(MP_STATE_THREAD(stop_iteration_arg));
            }
            return item;
        }
        case CALL:
            return MP_OBJ_TYPE_GET_SLOT(type, call)(native, n_args - 1, n_kw, args + 1); // not what a metaclass does
        case REPR:
            return text_of(native, PRINT_REPR);
        case STR:
            return text_of(native, PRINT_STR);
        case FORMAT: {
            vstr_t format;
            vstr_init(&format, 16);
            vstr_add_str(&format, "{:");
            vstr_add_str(&format, mp_obj_str_get_str(args[1]));
            vstr_add_char(&format, '}');
            mp_obj_t format_args[] = { mp_obj_new_str_from_vstr(&format), native };
            return mp_obj_str_format(2, format_args, (mp_map_t *)&mp_const_empty_map);
        }
        case GET:
            return get_descriptor(native, n_args, args);
        case SET:
        case DELETE: {
            mp_obj_t value = self->kind == SET ? args[2] : MP_OBJ_NULL;
            type == &mpwasm_type_member ? mpwasm_member_set(native, args[1], value) : mpwasm_property_set(native, args[1], value, MP_QSTR_property);
            return mp_const_none;
        }
        default:
            mpwasm_native_init(type, args[0], n_args - 1, n_kw, args + 1);
            return mp_const_none;
    }
}

static void wrapper_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    wrapper_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<slot wrapper '%q' of '%q' objects>", (qstr)self->name, (qstr)self->type->name);
}

static mp_obj_t wrapper_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    wrapper_t *left = MP_OBJ_TO_PTR(lhs), *right = MP_OBJ_TO_PTR(rhs);
    return op == MP_BINARY_OP_EQUAL ? mp_obj_new_bool(left->type == right->type && left->name == right->name) : MP_OBJ_NULL;
}

static mp_obj_t wrapper_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    wrapper_t *self = MP_OBJ_TO_PTR(self_in);
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_uint_t)self->type ^ self->name) : MP_OBJ_NULL;
}

static void wrapper_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    wrapper_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && (name == MP_QSTR___name__ || name == MP_QSTR___objclass__)) {
        dest[0] = name == MP_QSTR___name__ ? MP_OBJ_NEW_QSTR(self->name) : MP_OBJ_FROM_PTR(self->type);
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    wrapper_type,
    MP_QSTR_wrapper_descriptor,
    MP_TYPE_FLAG_BINDS_SELF,
    print, wrapper_print,
    call, wrapper_call,
    unary_op, wrapper_unary_op,
    binary_op, wrapper_binary_op,
    attr, wrapper_attr
    );

// __new__ of a built-in type binds nothing.
static mp_obj_t new_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    wrapper_t *self = MP_OBJ_TO_PTR(self_in);
    return mpwasm_native_new(self->type, n_args, n_kw, args);
}

static void new_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_printf(print, "<built-in method __new__ of type object at 0x%p>", ((wrapper_t *)MP_OBJ_TO_PTR(self_in))->type);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    new_type,
    MP_QSTR_builtin_function_or_method,
    MP_TYPE_FLAG_NONE,
    print, new_print,
    call, new_call,
    unary_op, wrapper_unary_op,
    binary_op, wrapper_binary_op,
    attr, wrapper_attr
    );

mp_obj_t mpwasm_wrapper(const mp_obj_type_t *type, qstr name) {
    const char *text = qstr_str(name);
    if (text[0] != '_' || text[1] != '_') {
        return MP_OBJ_NULL;
    }
    wrapper_t found = { .base = { &wrapper_type }, .type = type, .name = name };
    if (name == MP_QSTR___new__ && MP_OBJ_TYPE_HAS_SLOT(type, make_new)) {
        found.base.type = &new_type;
    } else if (name == MP_QSTR___hash__ && MP_OBJ_TYPE_HAS_SLOT(type, unary_op)
               && ((what_it_does(type) & (DOES_STORE | DOES_INPLACE)) || type->name == MP_QSTR_dict_keys || type->name == MP_QSTR_dict_items) && type->name != MP_QSTR_memoryview) {
        return mp_const_none;
    } else if (!find_operation(type, name, &found)) {
        return MP_OBJ_NULL;
    }
    // One object each, since programs compare them by identity, as CPython's pprint does. Built-in types are few, and none ever ends.
    mp_map_t *known = &MP_STATE_VM(mpwasm_wrappers);
    mp_map_elem_t *entry = mp_map_lookup(known, MP_OBJ_FROM_PTR(&found), MP_MAP_LOOKUP);
    if (entry != NULL) {
        return entry->value;
    }
    wrapper_t *made = m_new_obj(wrapper_t);
    *made = found;
    entry = mp_map_lookup(known, MP_OBJ_FROM_PTR(made), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
    return entry->value = MP_OBJ_FROM_PTR(made);
}

MP_REGISTER_ROOT_POINTER(mp_map_t mpwasm_wrappers); // each its own value
