// Hashes: of equal objects equal, of others different, whatever the objects are.
//
// Upstream's keep 16 bits of a string, add up those of a tuple's items, and drop most of a float's fraction and a large number's upper digits,
// so that words, pairs of small numbers, halves and multiples of 2**32 collide by the thousand. Here
//
//    a string's    mixes upstream's 16 bits, which the string holds, with the length and with words of the text
//    a number's    is the number modulo 2**61 - 1, as the Python reference ("Hashing of numeric types") has it, for
//                  ints, floats and complex numbers alike
//    a tuple's     mixes those of the items by their places (xxHash's rounds of 64 bits)
//
// These two are CPython's. Tables are indexed by 32 bits of them: the hash itself, where it is a small int.
//
// py/runtime.c defines mp_unary_op under another name (sources.txt).

#include <math.h>
#include <string.h>

#include "py/cstack.h"
#include "py/gc.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/smallint.h"
#include "py/runtime.h"

#include "language/dict/hash.h"

mp_obj_t mpwasm_upstream_unary_op(mp_unary_op_t op, mp_obj_t arg);

// --- Text ------------------------------------------------------------------------------------------

static uint32_t word_at(const byte *text) {
    uint32_t word;
    memcpy(&word, text, sizeof(word));
    return word;
}

static uint32_t mix_words(uint32_t hash, const byte *text, size_t len) {
    for (; len >= 4; len -= 4, text += 4) {
        hash = (hash ^ word_at(text)) * 0x9e3779b1u;
        hash ^= hash >> 15;
    }
    for (; len > 0; len--, text++) {
        hash = (hash ^ *text) * 0x9e3779b1u;
    }
    return hash ^ hash >> 15;
}

// Of a long text: its ends and its middle. The 16 bits depend on all of it.
static mp_int_t text_hash(mp_obj_t text) {
    GET_STR_HASH(text, short_hash);
    GET_STR_DATA_LEN(text, data, len);
    if (short_hash == 0) {
        short_hash = qstr_compute_hash(data, len);
    }
    uint32_t hash = ((uint32_t)len << 16 ^ short_hash) * 0x85ebca6bu;
    if (len <= 48) {
        return mix_words(hash, data, len);
    }
    hash = mix_words(hash, data, 16);
    hash = mix_words(hash, data + len / 2 - 8, 16);
    return mix_words(hash, data + len - 16, 16);
}

// --- Numbers ---------------------------------------------------------------------------------------

#define MODULUS ((UINT64_C(1) << 61) - 1)

// 2**61 is 1.
static uint64_t shifted(uint64_t rest, unsigned shift) {
    return (rest << shift & MODULUS) | rest >> (61 - shift);
}

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ
static int64_t int_hash(const mpz_t *number) {
    uint64_t rest = 0;
    for (size_t i = number->len; i-- > 0;) {
        rest = shifted(rest, MPZ_DIG_SIZE) + number->dig[i];
        rest = rest >= MODULUS ? rest - MODULUS : rest;
    }
    return number->neg ? -(int64_t)rest : (int64_t)rest;
}
#endif

#if MICROPY_PY_BUILTINS_FLOAT
static int64_t float_hash(mp_float_t number) {
    if (isinf(number)) {
        return number > 0 ? 314159 : -314159;
    }
    if (isnan(number)) {
        return 0;
    }
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(fabs(frexp(number, &exponent)), 53);
    int64_t rest = shifted(mantissa, (exponent - 53 + 61 * 64) % 61);
    return number < 0 ? -rest : rest;
}
#endif

// The number that a hash is given as: what fits in 64 bits is itself.
static int64_t value_of(mp_obj_t hash) {
    if (mp_obj_is_small_int(hash)) {
        return MP_OBJ_SMALL_INT_VALUE(hash);
    }
    #if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ
    const mpz_t *number = &((mp_obj_int_t *)MP_OBJ_TO_PTR(hash))->mpz;
    if (number->len * MPZ_DIG_SIZE >= 63 && (number->len > 3 || number->dig[2] >> (63 - 2 * MPZ_DIG_SIZE) != 0)) {
        return int_hash(number);
    }
    int64_t value = 0;
    for (size_t i = number->len; i-- > 0;) {
        value = value << MPZ_DIG_SIZE | number->dig[i];
    }
    return number->neg ? -value : value;
    #else
    return 0;
    #endif
}

// --- Tuples ----------------------------------------------------------------------------------------

static int64_t hash_of(mp_obj_t object);

static int64_t tuple_hash(const mp_obj_tuple_t *tuple) {
    mp_cstack_check();
    const uint64_t first = UINT64_C(11400714785074694791), second = UINT64_C(14029467366897019727), fifth = UINT64_C(2870177450012600261);
    uint64_t hash = fifth;
    for (size_t i = 0; i < tuple->len; i++) {
        hash += (uint64_t)hash_of(tuple->items[i]) * second;
        hash = (hash << 31 | hash >> 33) * first;
    }
    hash += tuple->len ^ fifth ^ 3527539u;
    return hash == UINT64_MAX ? 1546275796 : (int64_t)hash;
}

// --- All -------------------------------------------------------------------------------------------

static MP_NORETURN void raise_unhashable(mp_obj_t object) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unhashable type: '%s'"), mp_obj_get_type_str(object));
}

static int64_t any_hash(mp_obj_t object) {
    if (mp_obj_is_small_int(object)) {
        return MP_OBJ_SMALL_INT_VALUE(object);
    }
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (type == &mp_type_str || type == &mp_type_bytes) {
        return MP_OBJ_SMALL_INT_VALUE(MP_OBJ_NEW_SMALL_INT(text_hash(object)));
    }
    #if MICROPY_PY_BUILTINS_FLOAT
    if (mp_obj_is_float(object)) {
        return float_hash(mp_obj_float_get(object));
    }
    #endif
    #if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ
    if (type == &mp_type_int) {
        return int_hash(&((mp_obj_int_t *)MP_OBJ_TO_PTR(object))->mpz);
    }
    #endif
    #if MICROPY_PY_BUILTINS_COMPLEX
    if (type == &mp_type_complex) {
        mp_float_t real, imag;
        mp_obj_complex_get(object, &real, &imag);
        return (uint64_t)float_hash(real) + 1000003u * (uint64_t)float_hash(imag);
    }
    #endif
    #if MICROPY_PY_BUILTINS_SLICE
    if (type == &mp_type_slice) {
        const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(object);
        return (mp_int_t)((mp_uint_t)mpwasm_hash(slice->start) + 31u * (mp_uint_t)mpwasm_hash(slice->stop) + 961u * (mp_uint_t)mpwasm_hash(slice->step));
    }
    #endif
    if (!MP_OBJ_TYPE_HAS_SLOT(type, unary_op)) {
        return (mp_int_t)(uintptr_t)object >> 3;
    }
    mp_unary_op_fun_t unary_op = MP_OBJ_TYPE_GET_SLOT(type, unary_op);
    if (unary_op == mp_obj_tuple_unary_op) {
        return tuple_hash(MP_OBJ_TO_PTR(object));
    }
    mp_obj_t hash = unary_op(MP_UNARY_OP_HASH, object);
    if (hash == MP_OBJ_NULL) {
        raise_unhashable(object);
    }
    return value_of(hash);
}

static int64_t hash_of(mp_obj_t object) {
    int64_t hash = any_hash(object);
    return hash == -1 ? -2 : hash;
}

static bool is_small(int64_t hash) {
    return hash >= MP_SMALL_INT_MIN && hash <= MP_SMALL_INT_MAX;
}

mp_int_t mpwasm_hash(mp_obj_t object) {
    if (mp_obj_is_small_int(object)) {
        return MP_OBJ_SMALL_INT_VALUE(object) - (object == MP_OBJ_NEW_SMALL_INT(-1));
    }
    int64_t hash = hash_of(object);
    return is_small(hash) ? (mp_int_t)hash : (mp_int_t)((uint64_t)hash ^ (uint64_t)hash >> 32);
}

static mp_obj_t as_object(int64_t hash) {
    return is_small(hash) ? MP_OBJ_NEW_SMALL_INT(hash) : mp_obj_new_int_from_ll(hash);
}

mp_obj_t mpwasm_hash_given(mp_obj_t number) {
    int64_t hash = value_of(number);
    return as_object(hash == -1 ? -2 : hash);
}

#if MICROPY_PY_SYS_GETSIZEOF

// What sys.getsizeof says: what the type does, else the bytes of the object's block and of its text.
static mp_obj_t size_of(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    mp_obj_t said = MP_OBJ_TYPE_HAS_SLOT(type, unary_op) && !mp_obj_is_bool(object) && !mp_obj_is_int(object) ? MP_OBJ_TYPE_GET_SLOT(type, unary_op)(MP_UNARY_OP_SIZEOF, object) : MP_OBJ_NULL;
    if (said != MP_OBJ_NULL) {
        return said;
    }
    size_t bytes = mp_obj_is_obj(object) ? gc_nbytes(MP_OBJ_TO_PTR(object)) : 0, text = 0;
    if (mp_obj_is_str_or_bytes(object)) {
        mp_obj_str_get_data(object, &text);
    }
    return mp_obj_new_int_from_uint((bytes == 0 ? sizeof(mp_obj_str_t) : bytes) + text);
}

#endif

mp_obj_t mp_unary_op(mp_unary_op_t op, mp_obj_t arg) {
    #if MICROPY_PY_SYS_GETSIZEOF
    if (op == MP_UNARY_OP_SIZEOF) {
        return size_of(arg);
    }
    #endif
    return op == MP_UNARY_OP_HASH ? as_object(hash_of(arg)) : mpwasm_upstream_unary_op(op, arg);
}
