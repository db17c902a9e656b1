// bool, in place of py/objbool.c: two of them give one by &, | and ^; what an int has, they have.

#include "py/runtime.h"

#include "language/errors/hierarchy.h"
#include "language/numbers/numbers.h"
#include "language/warn.h"

static void bool_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    static const char texts[][6] = { "False", "True", "false", "true" };
    mp_print_str(print, texts[(self == mp_const_true) + (kind == PRINT_JSON ? 2 : 0)]);
}

static mp_obj_t bool_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)type;
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    return mp_obj_new_bool(n_args == 1 && mp_obj_is_true(args[0]));
}

static mp_obj_t number_of(mp_obj_t self) {
    return MP_OBJ_NEW_SMALL_INT(self == mp_const_true);
}

static mp_obj_t bool_unary_op(mp_unary_op_t op, mp_obj_t self) {
    if (op == MP_UNARY_OP_LEN) {
        return MP_OBJ_NULL;
    }
    if (op == MP_UNARY_OP_INVERT) {
        mpwasm_warn(&mp_type_DeprecationWarning, "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. "
            "This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. "
            "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.");
    }
    return mp_unary_op(op, number_of(self));
}

static mp_obj_t bool_binary_op(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    if (right == mp_const_true || right == mp_const_false) {
        switch (op) {
            case MP_BINARY_OP_OR:
            case MP_BINARY_OP_INPLACE_OR:
                return mp_obj_new_bool(left == mp_const_true || right == mp_const_true);
            case MP_BINARY_OP_AND:
            case MP_BINARY_OP_INPLACE_AND:
                return mp_obj_new_bool(left == mp_const_true && right == mp_const_true);
            case MP_BINARY_OP_XOR:
            case MP_BINARY_OP_INPLACE_XOR:
                return mp_obj_new_bool(left != right);
            default:
                break;
        }
    }
    if (mp_obj_is_int(right) || mp_obj_is_bool(right) || mp_obj_is_float(right)) {
        return mp_binary_op(op, number_of(left), right);
    }
    return MP_OBJ_TYPE_GET_SLOT(&mp_type_int, binary_op)(op, number_of(left), right); // errors name a bool
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_bool, MP_QSTR_bool, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, bool_make_new,
    print, bool_print,
    unary_op, bool_unary_op,
    binary_op, bool_binary_op,
    attr, mpwasm_int_attr
    );
