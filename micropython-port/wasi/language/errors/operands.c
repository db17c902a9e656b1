// Errors about operands, and about how many values there are to unpack.

#include "py/binary.h"
#include "py/builtin.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "py/runtime0.h"

#include "language/class/class.h"
#include "language/errors/operands.h"
#include "language/function.h"
#include "language/native.h"

// In the order of mp_binary_op_t; operators in place come after it, in the same order.
static const char operators[][3] = {
    [MP_BINARY_OP_LESS] = "<", [MP_BINARY_OP_MORE] = ">", [MP_BINARY_OP_EQUAL] = "==", [MP_BINARY_OP_LESS_EQUAL] = "<=",
    [MP_BINARY_OP_MORE_EQUAL] = ">=", [MP_BINARY_OP_NOT_EQUAL] = "!=",
};
static const char arithmetic[][3] = {
    "|", "^", "&", "<<", ">>", "+", "-", "*", "@", "//", "/", "%", "**",
};

mp_binary_op_t mpwasm_operator;

static bool is_sequence(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    return type == &mp_type_list || type == &mp_type_tuple || type == &mp_type_str || type == &mp_type_bytes || type == &mp_type_bytearray;
}

static MP_NORETURN void raise_concatenation(mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *type = mp_obj_get_type(lhs);
    if (type == &mp_type_bytes || type == &mp_type_bytearray) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't concat %s to %s"), mp_obj_get_type_str(rhs), mp_obj_get_type_str(lhs));
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only concatenate %s (not \"%s\") to %s"), mp_obj_get_type_str(lhs), mp_obj_get_type_str(rhs), mp_obj_get_type_str(lhs));
}

MP_NORETURN void mpwasm_raise_operands(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op < MP_ARRAY_SIZE(operators)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' not supported between instances of '%s' and '%s'"), operators[op], mp_obj_get_type_str(lhs), mp_obj_get_type_str(rhs));
    }
    if (op == MP_BINARY_OP_EXCEPTION_MATCH) {
        mp_raise_TypeError(MP_ERROR_TEXT("catching classes that do not inherit from BaseException is not allowed"));
    }
    if (op == MP_BINARY_OP_IN || op == MP_BINARY_OP_CONTAINS) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument of type '%s' is not iterable"), mp_obj_get_type_str(op == MP_BINARY_OP_IN ? rhs : lhs));
    }
    bool in_place = op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER;
    mp_binary_op_t plain = in_place ? op - MP_BINARY_OP_INPLACE_OR + MP_BINARY_OP_OR : op;
    in_place = in_place || mpwasm_operator == plain + MP_BINARY_OP_INPLACE_OR - MP_BINARY_OP_OR;
    if (plain == MP_BINARY_OP_ADD && is_sequence(lhs)) {
        raise_concatenation(lhs, rhs);
    }
    if (plain == MP_BINARY_OP_MULTIPLY && (is_sequence(lhs) || is_sequence(rhs))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't multiply sequence by non-int of type '%s'"), mp_obj_get_type_str(is_sequence(lhs) ? rhs : lhs));
    }
    const char *text = plain >= MP_BINARY_OP_OR && plain - MP_BINARY_OP_OR < MP_ARRAY_SIZE(arithmetic) ? arithmetic[plain - MP_BINARY_OP_OR] : "divmod()";
    bool power = plain == MP_BINARY_OP_POWER && !in_place, prints = plain == MP_BINARY_OP_RSHIFT && lhs == MP_OBJ_FROM_PTR(&mp_builtin_print_obj);
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand type(s) for %s%s%s: '%s' and '%s'%s"), text, in_place ? "=" : "", power ? " or pow()" : "", mp_obj_get_type_str(lhs), mp_obj_get_type_str(rhs),
        prints ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
}

MP_NORETURN void mpwasm_raise_operand(mp_unary_op_t op, mp_obj_t arg) {
    const char *text = op == MP_UNARY_OP_NEGATIVE ? "unary -" : op == MP_UNARY_OP_POSITIVE ? "unary +" : op == MP_UNARY_OP_INVERT ? "unary ~" : op == MP_UNARY_OP_ABS ? "abs()" : NULL;
    if (text == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported type for %q: '%s'"), (qstr)mp_unary_op_method_name[op], mp_obj_get_type_str(arg));
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("bad operand type for %s: '%s'"), text, mp_obj_get_type_str(arg));
}

const mp_obj_type_t *mpwasm_zero_division(mp_binary_op_t op) {
    bool floor = op == MP_BINARY_OP_FLOOR_DIVIDE || op == MP_BINARY_OP_INPLACE_FLOOR_DIVIDE || op == MP_BINARY_OP_DIVMOD;
    bool modulo = op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO;
    mp_raise_msg(&mp_type_ZeroDivisionError, floor ? MP_ERROR_TEXT("integer division or modulo by zero") : modulo ? MP_ERROR_TEXT("integer modulo by zero")
        : MP_ERROR_TEXT("division by zero"));
}

// --- Unpacking -------------------------------------------------------------------------------------

static MP_NORETURN void raise_too_few(const char *least, size_t expected, size_t got) {
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("not enough values to unpack (expected %s%d, got %d)"), least, (int)expected, (int)got);
}

static MP_NORETURN void raise_too_many(size_t expected) {
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("too many values to unpack (expected %d)"), (int)expected);
}

// Whether an instance of a program's class is no iterable.
static bool has_no_items(mp_obj_t object, const mp_obj_type_t *type) {
    mp_obj_t method[2];
    return (type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && ((class_t *)type)->native == NULL && !mpwasm_load_special(object, MP_QSTR___iter__, method) && !mpwasm_load_special(object, MP_QSTR___getitem__, method);
}

static mp_obj_t iterator_of(mp_obj_t object, mp_obj_iter_buf_t *buffer) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (type == &mp_type_type || has_no_items(object, type) || mpwasm_class_of(object) == &mpwasm_type_coroutine || (!MP_OBJ_TYPE_HAS_SLOT(type, iter) && !MP_OBJ_TYPE_HAS_SLOT(type, subscr))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot unpack non-iterable %s object"), mp_obj_get_type_str(object));
    }
    return mp_getiter(object, buffer);
}

// Items are stored from the last to the first.
void mp_unpack_sequence(mp_obj_t sequence, size_t count, mp_obj_t *items) {
    size_t have;
    if (mp_obj_is_type(sequence, &mp_type_tuple) || mp_obj_is_type(sequence, &mp_type_list)) {
        mp_obj_t *from;
        mp_obj_get_array(sequence, &have, &from);
        if (have < count) {
            raise_too_few("", count, have);
        } else if (have > count) {
            raise_too_many(count);
        }
        for (size_t i = 0; i < count; i++) {
            items[i] = from[count - 1 - i];
        }
        return;
    }
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterator = iterator_of(sequence, &buffer);
    for (have = 0; have < count; have++) {
        mp_obj_t item = mp_iternext(iterator);
        if (item == MP_OBJ_STOP_ITERATION) {
            raise_too_few("", count, have);
        }
        items[count - 1 - have] = item;
    }
    if (mp_iternext(iterator) != MP_OBJ_STOP_ITERATION) {
        raise_too_many(count);
    }
}

// As upstream's opcode has it: how many targets stand left of the one with the star, and right of it, 8 bits each.
void mp_unpack_ex(mp_obj_t sequence, size_t counts, mp_obj_t *items) {
    size_t left = counts & 0xff, right = counts >> 8 & 0xff, have;
    mp_obj_t *from, list = sequence;
    if (!mp_obj_is_type(sequence, &mp_type_tuple) && !mp_obj_is_type(sequence, &mp_type_list)) {
        mp_obj_t iterator = iterator_of(sequence, NULL), item;
        list = mp_obj_new_list(0, NULL);
        while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
            mp_obj_list_append(list, item);
        }
    }
    mp_obj_get_array(list, &have, &from);
    if (have < left + right) {
        raise_too_few("at least ", left + right, have);
    }
    mp_obj_t middle = mp_obj_new_list(have - left - right, from + left);
    mp_obj_get_array(list, &have, &from);
    for (size_t i = 0; i < right; i++) {
        items[i] = from[have - 1 - i];
    }
    items[right] = middle;
    for (size_t i = 0; i < left; i++) {
        items[right + 1 + i] = from[left - 1 - i];
    }
}
