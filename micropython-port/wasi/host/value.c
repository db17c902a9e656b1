// Python values as CBOR (cbor.h).

#include <string.h>

#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "host/cbor.h"
#include "host/handle.h"
#include "host/object.h"
#include "host/value.h"
#include "language/numbers/numbers.h"

// What becomes of a value that has no encoding of its own.
typedef enum { OTHERS_SHOWN, OTHERS_REFUSED } others_t;

static void big_endian(vstr_t *out, uint64_t n, size_t bytes) {
    while (bytes-- > 0) {
        vstr_add_byte(out, n >> (8 * bytes));
    }
}

// The head of an item: its major type and an argument, in the shortest form.
static void head(vstr_t *out, byte major, uint64_t n) {
    if (n < 24) {
        vstr_add_byte(out, major | n);
    } else if (n <= 0xff) {
        vstr_add_byte(out, major | 24);
        big_endian(out, n, 1);
    } else if (n <= 0xffff) {
        vstr_add_byte(out, major | 25);
        big_endian(out, n, 2);
    } else if (n <= 0xffffffff) {
        vstr_add_byte(out, major | 26);
        big_endian(out, n, 4);
    } else {
        vstr_add_byte(out, major | 27);
        big_endian(out, n, 8);
    }
}

void mpwasm_cbor_uint(vstr_t *out, uint64_t n) {
    head(out, CBOR_UINT, n);
}

void mpwasm_cbor_array(vstr_t *out, size_t n) {
    head(out, CBOR_ARRAY, n);
}

void mpwasm_cbor_map(vstr_t *out, size_t n) {
    head(out, CBOR_MAP, n);
}

void mpwasm_cbor_text(vstr_t *out, const char *text, size_t len) {
    head(out, CBOR_TEXT, len);
    vstr_add_strn(out, text, len);
}

static void encode_int(vstr_t *out, mp_obj_t value) {
    if (mp_obj_is_small_int(value)) {
        mp_int_t n = MP_OBJ_SMALL_INT_VALUE(value);
        head(out, n < 0 ? CBOR_NINT : CBOR_UINT, n < 0 ? ~n : n);
        return;
    }
    bool negative = mp_obj_int_sign(value) < 0;
    if (negative) { // CBOR counts negative integers from -1
        value = mp_unary_op(MP_UNARY_OP_INVERT, value);
    }
    if (mp_obj_is_small_int(value)) {
        head(out, negative ? CBOR_NINT : CBOR_UINT, MP_OBJ_SMALL_INT_VALUE(value));
        return;
    }
    // mpz counts in digits, so its number of bits is an upper bound: zero bytes in front are dropped.
    const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(value))->mpz;
    vstr_t bytes;
    vstr_init_len(&bytes, (mpz_max_num_bits(z) + 7) / 8);
    number_put_bytes(z, (byte *)bytes.buf, bytes.len, true);
    const char *first = bytes.buf;
    size_t len = bytes.len;
    for (; len > 0 && *first == 0; len--) {
        first++;
    }
    if (len > 8) {
        head(out, CBOR_TAG, negative ? TAG_NEGATIVE_BIGNUM : TAG_BIGNUM);
        head(out, CBOR_BYTES, len);
        vstr_add_strn(out, first, len);
    } else {
        uint64_t n = 0;
        for (size_t i = 0; i < len; i++) {
            n = n << 8 | (byte)first[i];
        }
        head(out, negative ? CBOR_NINT : CBOR_UINT, n);
    }
    vstr_clear(&bytes);
}

#if MICROPY_PY_BUILTINS_FLOAT
static void encode_float(vstr_t *out, double value) {
    uint64_t bits = CBOR_NAN; // engines differ in the bits of a NaN
    if (value == value) {
        memcpy(&bits, &value, sizeof(bits));
    }
    vstr_add_byte(out, CBOR_FLOAT64);
    big_endian(out, bits, sizeof(bits));
}
#endif

// A value that is shown has been found to nest too deep: what of it was encoded counts for nothing.
static bool too_deep;

// The pass stack-checks goes by the name.
void mpwasm_encode_item(vstr_t *out, mp_obj_t value, size_t depth, others_t others);

static void encode_items(vstr_t *out, mp_obj_t sequence, size_t depth, others_t others) {
    // Encoding runs Python code (__repr__), which may change a list: what is encoded is a copy.
    size_t len;
    mp_obj_t *items;
    mp_obj_get_array(sequence, &len, &items);
    mp_obj_get_array(mp_obj_new_tuple(len, items), &len, &items);
    head(out, CBOR_ARRAY, len);
    for (size_t i = 0; i < len && !too_deep; i++) {
        mpwasm_encode_item(out, items[i], depth, others);
    }
}

static void encode_dict(vstr_t *out, mp_obj_t dict, size_t depth, others_t others) {
    mp_map_t *map = mp_obj_dict_get_map(dict);
    mp_obj_tuple_t *copy = MP_OBJ_TO_PTR(mp_obj_new_tuple(2 * map->used, NULL)); // as of lists
    size_t n = 0;
    for (size_t i = 0; i < map->alloc && n < copy->len; i++) {
        if (mp_map_slot_is_filled(map, i)) {
            copy->items[n++] = map->table[i].key;
            copy->items[n++] = map->table[i].value;
        }
    }
    head(out, CBOR_MAP, n / 2);
    for (size_t i = 0; i < n && !too_deep; i++) {
        mpwasm_encode_item(out, copy->items[i], depth, others);
    }
}

static void encode_repr(vstr_t *out, mp_obj_t value) {
    vstr_t repr;
    mp_print_t print;
    vstr_init_print(&repr, 32, &print);
    mp_obj_print_helper(&print, value, PRINT_REPR);
    head(out, CBOR_TAG, TAG_REPR);
    mpwasm_cbor_text(out, repr.buf, repr.len);
}

static void encode_handle(vstr_t *out, mp_obj_t value) {
    size_t len;
    const byte *type = qstr_data(mp_obj_get_type(value)->name, &len);
    uint32_t number = mpwasm_hold(value);
    head(out, CBOR_TAG, TAG_HANDLE);
    head(out, CBOR_ARRAY, 2);
    head(out, CBOR_UINT, number);
    mpwasm_cbor_text(out, (const char *)type, len);
}

MP_NOINLINE void mpwasm_encode_item(vstr_t *out, mp_obj_t value, size_t depth, others_t others) {
    if (depth == 0 && others == OTHERS_SHOWN) {
        too_deep = true;
        return;
    }
    if (depth == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("value is nested too deep, or contains itself"));
    }
    const mp_obj_type_t *type = mp_obj_get_type(value);
    if (value == mp_const_none) {
        vstr_add_byte(out, CBOR_NULL);
    } else if (value == mp_const_true) {
        vstr_add_byte(out, CBOR_TRUE);
    } else if (value == mp_const_false) {
        vstr_add_byte(out, CBOR_FALSE);
    } else if (type == &mp_type_int) {
        encode_int(out, value);
    #if MICROPY_PY_BUILTINS_FLOAT
    } else if (type == &mp_type_float) {
        encode_float(out, mp_obj_float_get(value));
    #endif
    } else if (mp_obj_is_str_or_bytes(value)) {
        size_t len;
        const char *data = mp_obj_str_get_data(value, &len);
        head(out, type == &mp_type_bytes ? CBOR_BYTES : CBOR_TEXT, len);
        vstr_add_strn(out, data, len);
    } else if (type == &mp_type_tuple) {
        head(out, CBOR_TAG, TAG_TUPLE);
        encode_items(out, value, depth - 1, others);
    } else if (type == &mp_type_list) {
        encode_items(out, value, depth - 1, others);
    } else if (type == &mp_type_dict) {
        encode_dict(out, value, depth - 1, others);
    } else if (mpwasm_is_host_object(type)) {
        head(out, CBOR_TAG, TAG_OBJECT);
        head(out, CBOR_UINT, mpwasm_object_number(value));
    } else if (mpwasm_handles_on()) {
        encode_handle(out, value);
    } else if (others == OTHERS_SHOWN) {
        encode_repr(out, value);
    } else {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't pass '%q' to the host"), type->name);
    }
}

void mpwasm_value_encode(vstr_t *out, mp_obj_t value) {
    size_t begin = out->len;
    too_deep = false;
    mpwasm_encode_item(out, value, MPWASM_VALUE_DEPTH, OTHERS_SHOWN);
    if (too_deep) {
        too_deep = false; // arguments are encoded with it, too
        out->len = begin;
        encode_repr(out, value);
    }
}

void mpwasm_argument_encode(vstr_t *out, mp_obj_t value) {
    mpwasm_encode_item(out, value, MPWASM_VALUE_DEPTH, OTHERS_REFUSED);
}
