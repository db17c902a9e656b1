// Integers of up to 60 bits: what small ones become when programs multiply, and shift, and take the rest. They are reckoned with in 64 bits; upstream
// makes numbers of digits of both operands, of the result, and of what it does not want.

#include "language/numbers/digits.h"

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ

static inline bool as_word(mp_obj_t integer, int64_t *word) {
    if (mp_obj_is_small_int(integer)) {
        *word = MP_OBJ_SMALL_INT_VALUE(integer);
        return true;
    }
    const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(integer))->mpz;
    if (z->len > 2) {
        return false;
    }
    int64_t value = (z->len > 0 ? z->dig[0] : 0) | (z->len > 1 ? (int64_t)z->dig[1] << MPZ_DIG_SIZE : 0);
    *word = z->neg ? -value : value;
    return true;
}

static inline uint64_t magnitude(int64_t word) {
    return word < 0 ? -(uint64_t)word : (uint64_t)word;
}

static inline int bits_of(int64_t word) {
    return 64 - __builtin_clzll(magnitude(word) | 1);
}

static mp_obj_t new_word(int64_t word) {
    if (word == (mp_int_t)word && MP_SMALL_INT_FITS((mp_int_t)word)) {
        return MP_OBJ_NEW_SMALL_INT((mp_int_t)word);
    }
    mp_obj_int_t *integer = mp_obj_int_new_mpz();
    uint64_t rest = magnitude(word);
    mpz_dig_t *digits = number_new_digits(rest >> (2 * MPZ_DIG_SIZE) != 0 ? 3 : 2);
    size_t n = 0;
    for (; rest != 0; rest >>= MPZ_DIG_SIZE) {
        digits[n++] = rest & DIGIT_MASK;
    }
    number_set_digits(&integer->mpz, digits, n, word < 0);
    return MP_OBJ_FROM_PTR(integer);
}

mp_obj_t number_of_words(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    int64_t l, r, rest;
    if (!as_word(lhs, &l) || !as_word(rhs, &r)) {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(l < r);
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(l > r);
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(l == r);
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(l <= r);
        case MP_BINARY_OP_MORE_EQUAL:
            return mp_obj_new_bool(l >= r);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return new_word(l + r);
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return new_word(l - r);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            return bits_of(l) + bits_of(r) < 64 ? new_word(l * r) : MP_OBJ_NULL;
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
            return r == 0 ? MP_OBJ_NULL : new_word(l / r - (l % r != 0 && (l < 0) != (r < 0)));
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
            if (r == 0) {
                return MP_OBJ_NULL;
            }
            rest = l % r;
            return new_word(rest != 0 && (l < 0) != (r < 0) ? rest + r : rest);
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
            return new_word(l & r);
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_INPLACE_OR:
            return new_word(l | r);
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
            return new_word(l ^ r);
        case MP_BINARY_OP_LSHIFT:
        case MP_BINARY_OP_INPLACE_LSHIFT:
            return r >= 0 && r < 64 - bits_of(l) ? new_word(l * ((int64_t)1 << r)) : MP_OBJ_NULL;
        case MP_BINARY_OP_RSHIFT:
        case MP_BINARY_OP_INPLACE_RSHIFT:
            return r >= 0 ? new_word(l >> (r < 63 ? r : 63)) : MP_OBJ_NULL;
        default:
            return MP_OBJ_NULL;
    }
}

#endif
