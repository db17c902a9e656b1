// Hashes: of equal objects equal, of others different, whatever the objects are.
//
// Upstream's keep 16 bits of a string, add up those of a tuple's items, and drop most of a float's fraction and a large number's upper digits,
// so that words, pairs of small numbers, halves and multiples of 2**32 collide by the thousand. Here
//
//    a string's    mixes upstream's 16 bits, which the string holds, with the length and with words of the text
//    a number's    is the number modulo 2**31 - 1, as the Python reference ("Hashing of numeric types") has it, for
//                  ints, floats and complex numbers alike
//    a tuple's     mixes those of the items by their places (xxHash's rounds)
//
// py/runtime.c defines mp_unary_op under another name (sources.txt).

#include <math.h>
#include <string.h>

#include "py/cstack.h"
#include "py/gc.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/objtuple.h"
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

#define MODULUS ((1u << 31) - 1)

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ
static mp_int_t int_hash(const mpz_t *number) {
    uint64_t rest = 0;
    for (size_t i = number->len; i-- > 0;) {
        rest = (rest << MPZ_DIG_SIZE | number->dig[i]) % MODULUS;
    }
    return number->neg ? -(mp_int_t)rest : (mp_int_t)rest;
}
#endif

#if MICROPY_PY_BUILTINS_FLOAT
static mp_int_t float_hash(mp_float_t number) {
    if (isinf(number)) {
        return number > 0 ? 314159 : -314159;
    }
    if (isnan(number)) {
        return 0;
    }
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(fabs(frexp(number, &exponent)), 53);
    uint64_t rest = mantissa % MODULUS;
    unsigned shift = (exponent - 53 + 31 * 64) % 31; // 2**31 is 1 modulo 2**31 - 1
    rest = (rest << shift) % MODULUS;
    return number < 0 ? -(mp_int_t)rest : (mp_int_t)rest;
}
#endif

// --- Tuples ----------------------------------------------------------------------------------------

static mp_int_t tuple_hash(const mp_obj_tuple_t *tuple) {
    mp_cstack_check();
    uint32_t hash = 374761393u;
    for (size_t i = 0; i < tuple->len; i++) {
        hash += (uint32_t)mpwasm_hash(tuple->items[i]) * 2246822519u;
        hash = (hash << 13 | hash >> 19) * 2654435761u;
    }
    return hash + (tuple->len ^ 374761393u ^ 3527539u);
}

// --- All -------------------------------------------------------------------------------------------

static MP_NORETURN void raise_unhashable(mp_obj_t object) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unhashable type: '%s'"), mp_obj_get_type_str(object));
}

static mp_int_t hash_of(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (type == &mp_type_str || type == &mp_type_bytes) {
        return text_hash(object);
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
        return (mp_uint_t)float_hash(real) + 1000003u * (mp_uint_t)float_hash(imag);
    }
    #endif
    #if MICROPY_PY_BUILTINS_SLICE
    if (type == &mp_type_slice) {
        const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(object);
        return (mp_uint_t)mpwasm_hash(slice->start) + 31u * (mp_uint_t)mpwasm_hash(slice->stop) + 961u * (mp_uint_t)mpwasm_hash(slice->step);
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
    return MP_OBJ_SMALL_INT_VALUE(hash);
}

mp_int_t mpwasm_hash(mp_obj_t object) {
    if (mp_obj_is_small_int(object)) {
        return MP_OBJ_SMALL_INT_VALUE(object);
    }
    return MP_OBJ_SMALL_INT_VALUE(MP_OBJ_NEW_SMALL_INT(hash_of(object))); // as many bits as hash() gives
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
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT(mpwasm_hash(arg)) : mpwasm_upstream_unary_op(op, arg);
}
