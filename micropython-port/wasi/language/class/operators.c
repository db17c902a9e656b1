// What instances do: the special methods that operators call, looked up on the type. A class over a built-in type falls back to what its native part does.

#include <string.h>

#include "py/objint.h"
#include "py/objlist.h"
#include "py/objstr.h"

#include "language/buffer/buffer.h"
#include "language/class/class.h"
#include "language/dict/dict.h"
#include "language/dict/hash.h"
#include "language/errors/operands.h"

static MP_NORETURN void raise_about(mp_rom_error_text_t text, mp_obj_t object) {
    mp_raise_msg_varg(&mp_type_TypeError, text, mp_obj_get_type_str(object));
}

static mp_obj_t call_special(mp_obj_t member, mp_obj_t self, size_t n_args, mp_obj_t first, mp_obj_t second) {
    mp_obj_t call[4] = { MP_OBJ_NULL, MP_OBJ_NULL, first, second };
    const mp_obj_type_t *type = mp_obj_get_type(self);
    mpwasm_bind(member, type, self, type, call);
    mp_cstack_check();
    return mp_call_method_n_kw(n_args, 0, call);
}

static inline mp_obj_t special(mp_obj_t object, qstr name) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    return is_program_class(type) ? mpwasm_find_special(type, name) : MP_OBJ_NULL;
}

// The built-in type that an object is one of: its native part's. NULL for instances of plain classes.
static const mp_obj_type_t *native_type(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    return is_program_class(type) ? ((class_t *)type)->native : type;
}

static mp_obj_t native_or_self(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    return is_program_class(type) && ((class_t *)type)->native != NULL ? mpwasm_native_part(object) : object;
}

// --- One operand -----------------------------------------------------------------------------------

static mp_obj_t checked_length(mp_obj_t len) {
    mp_obj_t number = mpwasm_native(len, &mp_type_int);
    if (number == MP_OBJ_NULL && is_program_class(mp_obj_get_type(len)) && special(len, MP_QSTR___index__) != MP_OBJ_NULL) {
        number = mp_unary_op(MP_UNARY_OP_INT_MAYBE, len);
    }
    if (number == MP_OBJ_NULL) {
        raise_about(MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), len);
    }
    if (mp_obj_int_sign(number) < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("__len__() should return >= 0"));
    }
    if (!mp_obj_is_small_int(number)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot fit 'int' into an index-sized integer"));
    }
    return number;
}

static mp_obj_t check_unary_result(mp_unary_op_t op, mp_obj_t self, qstr name, mp_obj_t result) {
    const mp_obj_type_t *wanted;
    switch (op) {
        case MP_UNARY_OP_BOOL:
            if (!mp_obj_is_bool(result)) {
                raise_about(MP_ERROR_TEXT("__bool__ should return bool, returned %s"), result);
            }
            return result;
        case MP_UNARY_OP_LEN:
            return checked_length(result);
        case MP_UNARY_OP_HASH: {
            mp_obj_t number = mpwasm_native(result, &mp_type_int);
            if (number == MP_OBJ_NULL) {
                mp_raise_TypeError(MP_ERROR_TEXT("__hash__ method should return an integer"));
            }
            return mpwasm_hash_given(number);
        }
        case MP_UNARY_OP_INT_MAYBE:
            wanted = &mp_type_int;
            break;
        case MP_UNARY_OP_FLOAT_MAYBE:
            wanted = &mp_type_float;
            break;
        case MP_UNARY_OP_COMPLEX_MAYBE:
            wanted = &mp_type_complex;
            break;
        default:
            return result;
    }
    mp_obj_t native = mpwasm_native(result, wanted);
    if (native == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s%s%q returned non-%q (type %s)"), op == MP_UNARY_OP_INT_MAYBE ? "" : mp_obj_get_type_str(self),
            op == MP_UNARY_OP_INT_MAYBE ? "" : ".", name, (qstr)wanted->name, mp_obj_get_type_str(result));
    }
    return native;
}

static mp_obj_t unary_without_method(mp_unary_op_t op, mp_obj_t self) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    bool has_part = native != NULL && !(type->flags & CLASS_IS_META);
    switch (op) {
        case MP_UNARY_OP_LEN:
            return has_part ? mp_obj_len_maybe(mpwasm_native_part(self)) : MP_OBJ_NULL;
        case MP_UNARY_OP_HASH:
            if (has_part && MP_OBJ_TYPE_HAS_SLOT(native, unary_op)) {
                if (native == &mp_type_list || native == &mp_type_dict || native == &mp_type_set || native == &mp_type_bytearray || array_is(native)) {
                    raise_about(MP_ERROR_TEXT("unhashable type: '%s'"), self);
                }
                return mp_unary_op(op, mpwasm_native_part(self));
            }
            return hash_by_identity(self);
        case MP_UNARY_OP_BOOL:
            return has_part ? mp_obj_new_bool(mp_obj_is_true(mpwasm_native_part(self))) : MP_OBJ_NULL;
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(mp_obj_instance_t) + (has_part ? sizeof(mp_obj_t) : 0));
        case MP_UNARY_OP_FLOAT_MAYBE:
            if (native == &mp_type_int || native == &mp_type_float) {
                return mp_obj_new_float(mp_obj_get_float(mpwasm_native_part(self)));
            }
            return has_part ? mp_unary_op(op, mpwasm_native_part(self)) : MP_OBJ_NULL;
        case MP_UNARY_OP_INT_MAYBE:
            if (native == &mp_type_float) {
                return mp_obj_new_int_from_float(mp_obj_get_float(mpwasm_native_part(self)));
            }
            return has_part ? mp_unary_op(op, mpwasm_native_part(self)) : MP_OBJ_NULL;
        case MP_UNARY_OP_COMPLEX_MAYBE:
            if (native == &mp_type_int || native == &mp_type_float) {
                return mp_obj_new_complex(mp_obj_get_float(mpwasm_native_part(self)), 0);
            }
            return has_part ? mp_unary_op(op, mpwasm_native_part(self)) : MP_OBJ_NULL;
        default:
            if (has_part) {
                return mp_unary_op(op, mpwasm_native_part(self));
            }
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("bad operand type for %s: '%s'"), op == MP_UNARY_OP_ABS ? "abs()" : op == MP_UNARY_OP_NEGATIVE ? "unary -"
                : op == MP_UNARY_OP_POSITIVE ? "unary +" : "unary ~", mp_obj_get_type_str(self));
    }
}

static mp_obj_t instance_unary_op(mp_unary_op_t op, mp_obj_t self) {
    qstr name = mp_unary_op_method_name[op];
    mp_obj_t member = special(self, name);
    if (member == MP_OBJ_NULL && (op == MP_UNARY_OP_INT_MAYBE || op == MP_UNARY_OP_FLOAT_MAYBE || op == MP_UNARY_OP_COMPLEX_MAYBE)) {
        if (op == MP_UNARY_OP_COMPLEX_MAYBE && special(self, MP_QSTR___float__) != MP_OBJ_NULL) {
            return mp_unary_op(MP_UNARY_OP_FLOAT_MAYBE, self);
        }
        const mp_obj_type_t *native = native_type(self); // a number converts by itself
        member = native == &mp_type_int || native == &mp_type_float ? MP_OBJ_NULL : special(self, MP_QSTR___index__);
        if (member != MP_OBJ_NULL) {
            mp_obj_t number = check_unary_result(MP_UNARY_OP_INT_MAYBE, self, MP_QSTR___index__, call_special(member, self, 0, MP_OBJ_NULL, MP_OBJ_NULL));
            return op == MP_UNARY_OP_INT_MAYBE ? number : mp_obj_new_float(mp_obj_get_float(number));
        }
    }
    if (member == MP_OBJ_NULL && op == MP_UNARY_OP_BOOL) {
        member = special(self, MP_QSTR___len__);
        if (member != MP_OBJ_NULL) {
            return mp_obj_new_bool(checked_length(call_special(member, self, 0, MP_OBJ_NULL, MP_OBJ_NULL)) != MP_OBJ_NEW_SMALL_INT(0));
        }
    }
    if (member == MP_OBJ_NULL) {
        return unary_without_method(op, self);
    }
    if (member == mp_const_none) {
        raise_about(op == MP_UNARY_OP_HASH ? MP_ERROR_TEXT("unhashable type: '%s'") : MP_ERROR_TEXT("'%s' object does not support this operation"), self);
    }
    return check_unary_result(op, self, name, call_special(member, self, 0, MP_OBJ_NULL, MP_OBJ_NULL));
}

// The number that an object stands for where no other than an integer will do: its __index__, not its __int__. py/obj.c asks this.
mp_obj_t mpwasm_index_op(mp_unary_op_t op, mp_obj_t arg) {
    if (op != MP_UNARY_OP_INT_MAYBE || !is_program_class(mp_obj_get_type(arg))) {
        return mp_unary_op(op, arg);
    }
    mp_obj_t member = special(arg, MP_QSTR___index__);
    if (member != MP_OBJ_NULL) {
        return check_unary_result(op, arg, MP_QSTR___index__, call_special(member, arg, 0, MP_OBJ_NULL, MP_OBJ_NULL));
    }
    return mpwasm_native(arg, &mp_type_int);
}

// --- Two operands ----------------------------------------------------------------------------------

mp_obj_t mpwasm_upstream_mp_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

static int kind_of(const mp_obj_type_t *type) {
    static const struct { const mp_obj_type_t *type; int kind; } kinds[] = {
        { &mp_type_int, 1 }, { &mp_type_bool, 1 }, { &mp_type_float, 1 }, { &mp_type_complex, 1 }, { &mp_type_str, 2 }, { &mp_type_bytes, 3 }, { &mp_type_bytearray, 3 },
        { &mp_type_list, 4 }, { &mp_type_tuple, 5 }, { &mp_type_dict, 6 }, { &mp_type_set, 7 }, { &mp_type_frozenset, 7 },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(kinds); i++) {
        if (kinds[i].type == type) {
            return kinds[i].kind;
        }
    }
    return 0;
}

// Whether built-in types have an operation for each other. Then the native parts are operated on.
static bool fit(mp_binary_op_t op, const mp_obj_type_t *left, const mp_obj_type_t *right) {
    if (left == NULL) {
        return false;
    }
    int l = kind_of(left), r = kind_of(right);
    if ((op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO) && (l == 2 || l == 3)) {
        return true;
    }
    if (right == NULL) {
        return false;
    }
    if (op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO) {
        return l == 1 && r == 1;
    }
    if (op == MP_BINARY_OP_MULTIPLY || op == MP_BINARY_OP_INPLACE_MULTIPLY) {
        return (l == 1 && r >= 1 && r <= 5) || (r == 1 && l >= 2 && l <= 5);
    }
    if (l == 4 && op == MP_BINARY_OP_INPLACE_ADD) {
        return true;
    }
    return left == right || (l != 0 && l == r) || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(left), MP_OBJ_FROM_PTR(right)) || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(right), MP_OBJ_FROM_PTR(left));
}

// The result, or MP_OBJ_NULL if the types do not fit.
static mp_obj_t native_binary(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_OR && is_class(lhs) && (is_class(rhs) || rhs == mp_const_none)) {
        return mpwasm_new_union(lhs, rhs);
    }
    const mp_obj_type_t *left = native_type(lhs), *right = native_type(rhs);
    if (op == MP_BINARY_OP_MULTIPLY || op == MP_BINARY_OP_INPLACE_MULTIPLY) { // a sequence as often as an __index__ says
        mp_obj_t *number = right == NULL && kind_of(left) > 1 ? &rhs : left == NULL && kind_of(right) > 1 ? &lhs : NULL;
        if (number != NULL && special(*number, MP_QSTR___index__) != MP_OBJ_NULL) {
            *number = mpwasm_index_op(MP_UNARY_OP_INT_MAYBE, *number);
            left = native_type(lhs);
            right = native_type(rhs);
        }
    }
    bool formats = (op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO) && (kind_of(left) == 2 || kind_of(left) == 3);
    bool view = mpwasm_dict_is_view(lhs) ? kind_of(right) == 7 : mpwasm_dict_is_view(rhs) && kind_of(left) == 7;
    if (left == &mp_type_type || (right == &mp_type_type && !formats) || (!view && !fit(op, left, right))) {
        return MP_OBJ_NULL;
    }
    bool whole = formats && right != &mp_type_tuple && right != &mp_type_dict; // what is formatted has methods of its own
    mp_obj_t l = native_or_self(lhs), r = whole ? rhs : native_or_self(rhs);
    mp_obj_t result = mpwasm_upstream_mp_binary_op(op, l, r);
    // What works in place gives the instance back.
    bool inplace = op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER;
    if (inplace && left == &mp_type_list && result != l && mp_obj_is_type(result, &mp_type_list)) {
        *(mp_obj_list_t *)MP_OBJ_TO_PTR(l) = *(mp_obj_list_t *)MP_OBJ_TO_PTR(result);
        result = l;
    }
    return inplace && result == l ? lhs : result;
}

static bool is_strict_subclass(mp_obj_t object, mp_obj_t of) {
    const mp_obj_type_t *type = mp_obj_get_type(object), *other = mp_obj_get_type(of);
    return type != other && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(other));
}

static mp_obj_t try_method(mp_obj_t member, mp_obj_t self, mp_obj_t other) {
    if (member == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t result = call_special(member, self, 1, other, MP_OBJ_NULL);
    return result == mp_const_notimplemented ? MP_OBJ_NULL : result;
}

static int width(mp_obj_t object) {
    const mp_obj_type_t *type = native_type(object);
    return type == &mp_type_int || type == &mp_type_bool ? 1 : type == &mp_type_float ? 2 : type == &mp_type_complex ? 3 : 0;
}

// Left's method and right's reflected one, the latter first if right's class refines left's, or if left is a number that knows nothing of
// wider ones, as an int of floats.
static mp_obj_t both_ways(mp_binary_op_t op, qstr name, qstr reflected, mp_obj_t lhs, mp_obj_t rhs, bool even_if_same) {
    mp_obj_t left = special(lhs, name), right = reflected == MP_QSTRnull ? MP_OBJ_NULL : special(rhs, reflected), result;
    bool same = mp_obj_get_type(lhs) == mp_obj_get_type(rhs);
    bool refines = right != MP_OBJ_NULL && is_strict_subclass(rhs, lhs) && (even_if_same || special(lhs, reflected) != right);
    bool wider = right != MP_OBJ_NULL && left == MP_OBJ_NULL && width(lhs) != 0 && width(lhs) < width(rhs);
    if (refines || wider) {
        if ((result = try_method(right, rhs, lhs)) != MP_OBJ_NULL) {
            return result;
        }
        right = MP_OBJ_NULL;
    }
    result = left != MP_OBJ_NULL ? try_method(left, lhs, rhs) : native_binary(op, lhs, rhs);
    if (result == MP_OBJ_NULL && (even_if_same || !same)) {
        result = try_method(right, rhs, lhs);
    }
    return result;
}

static MP_NORETURN void raise_unsupported(mp_binary_op_t op, bool inplace, mp_obj_t lhs, mp_obj_t rhs) {
    mpwasm_raise_operands(inplace ? op - MP_BINARY_OP_OR + MP_BINARY_OP_INPLACE_OR : op, lhs, rhs);
}

static mp_obj_t arithmetic(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    bool inplace = op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER;
    mp_obj_t result;
    if (inplace) {
        mp_obj_t member = special(lhs, mp_binary_op_method_name[op]);
        if (member != MP_OBJ_NULL && (result = try_method(member, lhs, rhs)) != MP_OBJ_NULL) {
            return result;
        }
        const mp_obj_type_t *native = native_type(lhs);
        bool changes = native == &mp_type_list || native == &mp_type_set || native == &mp_type_dict || native == &mp_type_bytearray || array_is(native);
        if (member == MP_OBJ_NULL && changes && (result = native_binary(op, lhs, rhs)) != MP_OBJ_NULL) {
            return result;
        }
        op += MP_BINARY_OP_OR - MP_BINARY_OP_INPLACE_OR;
    }
    qstr name = mp_binary_op_method_name[op];
    qstr reflected = op == MP_BINARY_OP_DIVMOD ? MP_QSTR___rdivmod__ : mp_binary_op_method_name[op - MP_BINARY_OP_OR + MP_BINARY_OP_REVERSE_OR];
    result = both_ways(op, name, reflected, lhs, rhs, false);
    if (result == MP_OBJ_NULL) {
        raise_unsupported(op, inplace, lhs, rhs);
    }
    return result;
}

static mp_obj_t contains(mp_obj_t container, mp_obj_t item) {
    mp_obj_t member = special(container, MP_QSTR___contains__);
    if (member == mp_const_none) {
        raise_about(MP_ERROR_TEXT("'%s' object is not a container"), container);
    }
    if (member != MP_OBJ_NULL) {
        return mp_obj_new_bool(mp_obj_is_true(call_special(member, container, 1, item, MP_OBJ_NULL)));
    }
    const mp_obj_type_t *type = mp_obj_get_type(container);
    if (((class_t *)type)->native != NULL && !(type->flags & CLASS_IS_META)
        && (special(container, MP_QSTR___iter__) == MP_OBJ_NULL || kind_of(((class_t *)type)->native) != 0)) {
        return mpwasm_upstream_mp_binary_op(MP_BINARY_OP_IN, item, mpwasm_native_part(container));
    }
    if (special(container, MP_QSTR___iter__) == MP_OBJ_NULL && special(container, MP_QSTR___getitem__) == MP_OBJ_NULL && ((class_t *)type)->native == NULL) {
        raise_about(MP_ERROR_TEXT("argument of type '%s' is not iterable"), container);
    }
    return MP_OBJ_NULL; // its iterator is walked
}

// One operand's __ne__, or whether its __eq__ says no.
static mp_obj_t differs(mp_obj_t self, mp_obj_t other) {
    mp_obj_t member = special(self, MP_QSTR___ne__);
    if (member != MP_OBJ_NULL) {
        return try_method(member, self, other);
    }
    if ((member = special(self, MP_QSTR___eq__)) == MP_OBJ_NULL) { // built-in parts are compared, unless the other's class has its own mind
        return special(other, MP_QSTR___ne__) != MP_OBJ_NULL ? native_binary(MP_BINARY_OP_NOT_EQUAL, self, other) : MP_OBJ_NULL;
    }
    mp_obj_t result = try_method(member, self, other);
    return result == MP_OBJ_NULL ? result : mp_obj_new_bool(!mp_obj_is_true(result));
}

// Where a class has an __ne__, which mp_obj_equal_not_equal would ask and its __eq__ after it.
static mp_obj_t not_equal(mp_obj_t lhs, mp_obj_t rhs) {
    bool swap = is_strict_subclass(rhs, lhs);
    mp_obj_t first = swap ? rhs : lhs, second = swap ? lhs : rhs, result = differs(first, second);
    if (result == MP_OBJ_NULL) {
        result = differs(second, first);
    }
    return result != MP_OBJ_NULL ? result : mp_obj_new_bool(lhs != rhs);
}

static mp_obj_t program_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    static const byte swapped[] = {
        [MP_BINARY_OP_LESS] = MP_BINARY_OP_MORE, [MP_BINARY_OP_MORE] = MP_BINARY_OP_LESS, [MP_BINARY_OP_LESS_EQUAL] = MP_BINARY_OP_MORE_EQUAL, [MP_BINARY_OP_MORE_EQUAL] = MP_BINARY_OP_LESS_EQUAL,
    };
    switch (op) {
        case MP_BINARY_OP_NOT_EQUAL:
            if (special(lhs, MP_QSTR___ne__) != MP_OBJ_NULL || special(rhs, MP_QSTR___ne__) != MP_OBJ_NULL) {
                return not_equal(lhs, rhs);
            }
            MP_FALLTHROUGH
        case MP_BINARY_OP_EQUAL:
            if (is_strict_subclass(rhs, lhs) && special(rhs, MP_QSTR___eq__) != MP_OBJ_NULL) {
                return mp_obj_equal_not_equal(op, rhs, lhs);
            }
            return mp_obj_equal_not_equal(op, lhs, rhs);
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE_EQUAL: {
            mp_obj_t result = both_ways(op, mp_binary_op_method_name[op], mp_binary_op_method_name[swapped[op]], lhs, rhs, true);
            if (result == MP_OBJ_NULL) {
                raise_unsupported(op, false, lhs, rhs);
            }
            return result;
        }
        case MP_BINARY_OP_INPLACE_OR ... MP_BINARY_OP_DIVMOD:
            return arithmetic(op, lhs, rhs);
        default:
            return mpwasm_upstream_mp_binary_op(op, lhs, rhs);
    }
}

mp_obj_t mp_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *left = mp_obj_get_type(lhs), *right = mp_obj_get_type(rhs);
    if (((left->flags | right->flags) & (MP_TYPE_FLAG_INSTANCE_TYPE | CLASS_IS_META)) && (is_program_class(left) || is_program_class(right))) {
        return program_binary_op(op, lhs, rhs);
    }
    if (op == MP_BINARY_OP_IN && !(right->flags & MP_TYPE_FLAG_ITER_IS_STREAM) && !MP_OBJ_TYPE_HAS_SLOT(right, iter) && !MP_OBJ_TYPE_HAS_SLOT(right, subscr)
        && (!MP_OBJ_TYPE_HAS_SLOT(right, binary_op) || mp_obj_is_int(rhs) || mp_obj_is_float(rhs) || mp_obj_is_bool(rhs))) {
        raise_about(MP_ERROR_TEXT("argument of type '%s' is not iterable"), rhs);
    }
    mpwasm_operator = op;
    return mpwasm_upstream_mp_binary_op(op, lhs, rhs);
}

// Upstream asks for these alone; mp_binary_op does the others.
static mp_obj_t instance_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_CONTAINS) {
        return contains(lhs, rhs);
    }
    if (op != MP_BINARY_OP_EQUAL && op != MP_BINARY_OP_NOT_EQUAL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t member = special(lhs, mp_binary_op_method_name[op]);
    if (member != MP_OBJ_NULL) {
        return try_method(member, lhs, rhs);
    }
    const mp_obj_type_t *type = mp_obj_get_type(lhs), *native = ((class_t *)type)->native;
    if (native == NULL || (type->flags & CLASS_IS_META) || special(lhs, MP_QSTR___eq__) != MP_OBJ_NULL || special(rhs, MP_QSTR___eq__) != MP_OBJ_NULL
        || !MP_OBJ_TYPE_HAS_SLOT(native, binary_op)) {
        return MP_OBJ_NULL;
    }
    return mp_obj_equal_not_equal(op, mpwasm_native_part(lhs), native_or_self(rhs));
}

// --- Items, iterators, calls -----------------------------------------------------------------------

mp_obj_t mpwasm_dict_getitem(mp_obj_t self, mp_obj_t dict, mp_obj_t key) {
    mp_map_elem_t *place = mp_map_lookup(mp_obj_dict_get_map(dict), key, MP_MAP_LOOKUP);
    if (place != NULL) {
        return place->value;
    }
    mp_obj_t missing = special(self, MP_QSTR___missing__);
    if (missing != MP_OBJ_NULL) {
        return call_special(missing, self, 1, key, MP_OBJ_NULL);
    }
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_KeyError, key));
}

static mp_obj_t instance_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    qstr name = value == MP_OBJ_NULL ? MP_QSTR___delitem__ : value == MP_OBJ_SENTINEL ? MP_QSTR___getitem__ : MP_QSTR___setitem__;
    mp_obj_t member = special(self, name);
    if (member != MP_OBJ_NULL && member != mp_const_none) {
        mp_obj_t result = call_special(member, self, value == MP_OBJ_NULL || value == MP_OBJ_SENTINEL ? 1 : 2, index, value);
        return value == MP_OBJ_SENTINEL ? result : mp_const_none;
    }
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    if (type->flags & CLASS_IS_META) {
        return MP_OBJ_TYPE_GET_SLOT(&mp_type_type, subscr)(self, index, value);
    }
    if (member == MP_OBJ_NULL && native != NULL && MP_OBJ_TYPE_HAS_SLOT(native, subscr)) {
        mp_obj_t part = mpwasm_native_part(self);
        return value == MP_OBJ_SENTINEL && native == &mp_type_dict ? mpwasm_dict_getitem(self, part, index) : mp_obj_subscr(part, index, value);
    }
    raise_about(value == MP_OBJ_NULL ? (mp_obj_is_int(index) ? MP_ERROR_TEXT("'%s' object doesn't support item deletion") : MP_ERROR_TEXT("'%s' object does not support item deletion")) : value == MP_OBJ_SENTINEL ? MP_ERROR_TEXT("'%s' object is not subscriptable")
        : MP_ERROR_TEXT("'%s' object does not support item assignment"), self);
}

static bool is_iterator(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (!is_program_class(type)) {
        return (type->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM)) != 0;
    }
    const mp_obj_type_t *found;
    return mpwasm_class_lookup(type, MP_QSTR___next__, &found) != MP_OBJ_NULL;
}

mp_obj_t mp_obj_instance_getiter(mp_obj_t self, mp_obj_iter_buf_t *buffer) {
    mp_obj_t member = special(self, MP_QSTR___iter__);
    if (member != MP_OBJ_NULL && member != mp_const_none) {
        mp_obj_t iterator = call_special(member, self, 0, MP_OBJ_NULL, MP_OBJ_NULL);
        if (!is_iterator(iterator)) {
            raise_about(MP_ERROR_TEXT("iter() returned non-iterator of type '%s'"), iterator);
        }
        return iterator;
    }
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    if (member == MP_OBJ_NULL) {
        if (native != NULL && !(type->flags & CLASS_IS_META) && (MP_OBJ_TYPE_HAS_SLOT(native, iter) || (native->flags & MP_TYPE_FLAG_ITER_IS_ITERNEXT))) {
            mp_obj_t part = mpwasm_native_part(self), iterator = mp_getiter(part, buffer);
            return iterator == part ? self : iterator; // an instance of a subclass of an iterator is one
        }
        if (special(self, MP_QSTR___getitem__) != MP_OBJ_NULL) {
            return MP_OBJ_NULL; // upstream iterates by index
        }
    }
    raise_about(MP_ERROR_TEXT("'%s' object is not iterable"), self);
}

bool mp_obj_instance_is_callable(mp_obj_t self) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    return (type->flags & CLASS_IS_META) || special(self, MP_QSTR___call__) != MP_OBJ_NULL || (native != NULL && MP_OBJ_TYPE_HAS_SLOT(native, call));
}

mp_obj_t mp_obj_instance_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    mp_obj_t member = special(self, MP_QSTR___call__);
    mp_cstack_check();
    if (member != MP_OBJ_NULL) {
        mp_obj_t call[2];
        mpwasm_bind(member, type, self, type, call);
        return call[1] == MP_OBJ_NULL ? mp_call_function_n_kw(call[0], n_args, n_kw, args) : mp_call_method_self_n_kw(call[0], call[1], n_args, n_kw, args);
    }
    if (type->flags & CLASS_IS_META) {
        return MP_OBJ_TYPE_GET_SLOT(&mp_type_type, call)(self, n_args, n_kw, args);
    }
    if (native != NULL && MP_OBJ_TYPE_HAS_SLOT(native, call)) {
        return mp_call_function_n_kw(mpwasm_native_part(self), n_args, n_kw, args);
    }
    raise_about(MP_ERROR_TEXT("'%s' object is not callable"), self);
}

static mp_int_t instance_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    if (native == NULL || (type->flags & CLASS_IS_META) || !MP_OBJ_TYPE_HAS_SLOT(native, buffer)) {
        return 1; // no buffer
    }
    mp_obj_t part = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
    return part == MP_OBJ_NULL ? 1 : MP_OBJ_TYPE_GET_SLOT(native, buffer)(part, buffer, flags);
}

// --- Text ------------------------------------------------------------------------------------------

static void print_result(const mp_print_t *print, mp_obj_t self, qstr name, mp_obj_t member) {
    mp_obj_t result = call_special(member, self, 0, MP_OBJ_NULL, MP_OBJ_NULL);
    mp_obj_t text = mpwasm_native(result, &mp_type_str);
    if (text == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q returned non-string (type %s)"), name, mp_obj_get_type_str(result));
    }
    mp_obj_print_helper(print, text, PRINT_STR);
}

// Built-in types print their own name. Here that of the class stands.
static void print_part(const mp_print_t *print, mp_obj_t self, const mp_obj_type_t *native, mp_print_kind_t kind) {
    mp_obj_t part = mpwasm_native_part(self);
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (mp_obj_is_native_exception_instance(part)) {
        if (kind != PRINT_STR) {
            mp_print_str(print, qstr_str(type->name));
        }
        mp_obj_print_helper(print, part, kind | PRINT_EXC_SUBCLASS);
        return;
    }
    if (kind_of(native) != 0 && native != &mp_type_set && native != &mp_type_frozenset && native != &mp_type_bytearray) {
        mp_obj_print_helper(print, part, kind);
        return;
    }
    vstr_t text;
    mp_print_t to_text;
    vstr_init_print(&text, 32, &to_text);
    mp_obj_print_helper(&to_text, part, kind);
    size_t len = strlen(qstr_str(native->name));
    if (text.len > len && memcmp(text.buf, qstr_str(native->name), len) == 0 && text.buf[len] == '(') {
        mp_printf(print, "%q%.*s", (qstr)type->name, (int)(text.len - len), text.buf + len);
    } else if (native == &mp_type_set) {
        mp_printf(print, "%q(%.*s)", (qstr)type->name, (int)text.len, text.buf);
    } else {
        print->print_strn(print->data, text.buf, text.len);
    }
}

static void print_default(const mp_print_t *print, mp_obj_t self) {
    class_t *class = (class_t *)mp_obj_get_type(self);
    if (class->type.flags & CLASS_IS_META) {
        MP_OBJ_TYPE_GET_SLOT(&mp_type_type, print)(print, self, PRINT_REPR);
        return;
    }
    mp_obj_t module = own_member((mp_obj_type_t *)class, MP_QSTR___module__);
    mp_print_str(print, "<");
    if (module != MP_OBJ_NULL && mp_obj_is_str(module) && module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
        mp_obj_print_helper(print, module, PRINT_STR);
        mp_print_str(print, ".");
    }
    mp_obj_print_helper(print, class->qualname, PRINT_STR);
    mp_printf(print, " object at 0x%08x>", (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self));
}

static void instance_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const mp_obj_type_t *type = mp_obj_get_type(self), *native = ((class_t *)type)->native;
    mp_obj_t member;
    if (kind == PRINT_STR && (member = special(self, MP_QSTR___str__)) != MP_OBJ_NULL) {
        print_result(print, self, MP_QSTR___str__, member);
        return;
    }
    bool has_part = native != NULL && !(type->flags & CLASS_IS_META) && MP_OBJ_TYPE_HAS_SLOT(native, print);
    bool has_str = has_part && kind == PRINT_STR && (native == &mp_type_str || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(&mp_type_BaseException)));
    if ((kind == PRINT_STR || kind == PRINT_REPR) && !has_str && (member = special(self, MP_QSTR___repr__)) != MP_OBJ_NULL) {
        print_result(print, self, kind == PRINT_STR ? MP_QSTR___str__ : MP_QSTR___repr__, member);
    } else if (kind == PRINT_EXC && has_part && (member = special(self, MP_QSTR___str__)) != MP_OBJ_NULL) {
        mp_printf(print, "%q: ", (qstr)type->name);
        print_result(print, self, MP_QSTR___str__, member);
    } else if (has_part) {
        print_part(print, self, native, kind);
    } else {
        print_default(print, self);
    }
}

const void *const mpwasm_instance_slots[9] = {
    instance_print, mp_obj_instance_call, instance_unary_op, instance_binary_op, instance_subscr, mp_obj_instance_getiter, instance_buffer,
};

// object.__repr__
void mpwasm_print_default(const mp_print_t *print, mp_obj_t self) {
    print_default(print, self);
}
