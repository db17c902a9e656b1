// Python values from CBOR (cbor.h).
//
// The bytes come from the host. It is not the guest's enemy, but a mistake of its must not become a mistake of the
// guest's: each length is compared with what is left before anything is made of that length, and an item takes a
// byte at least, so what is allocated is in proportion to what came.

#include <string.h>

#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "py/unicode.h"

#include "host/cbor.h"
#include "host/handle.h"
#include "host/object.h"
#include "host/value.h"

static MP_NORETURN void malformed(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("malformed value from the host"));
}

static size_t left(const mpwasm_cbor_t *in) {
    return in->end - in->next;
}

static byte peek(const mpwasm_cbor_t *in) {
    if (left(in) == 0) {
        malformed();
    }
    return *in->next;
}

static uint64_t big_endian(const byte *data, size_t len) {
    uint64_t n = 0;
    while (len-- > 0) {
        n = n << 8 | *data++;
    }
    return n;
}

// Takes the head of an item off and returns its argument.
static uint64_t take_argument(mpwasm_cbor_t *in) {
    size_t info = peek(in) & ~CBOR_MAJOR;
    in->next++;
    if (info < 24) {
        return info;
    }
    size_t size = (size_t)1 << (info - 24);
    if (info > 27 || size > left(in)) { // 28 to 30 mean nothing yet, 31 is an indefinite length
        malformed();
    }
    in->next += size;
    return big_endian(in->next - size, size);
}

// Takes the head of an item of the given kind off. Its argument is a number of things that take unit bytes each, at
// least, and follow.
static size_t take_head(mpwasm_cbor_t *in, byte major, size_t unit) {
    if ((peek(in) & CBOR_MAJOR) != major) {
        malformed();
    }
    uint64_t n = take_argument(in);
    if (n > left(in) / unit) {
        malformed();
    }
    return n;
}

size_t mpwasm_cbor_take_array(mpwasm_cbor_t *in) {
    return take_head(in, CBOR_ARRAY, 1);
}

size_t mpwasm_cbor_take_map(mpwasm_cbor_t *in) {
    return take_head(in, CBOR_MAP, 2);
}

static const byte *take_bytes(mpwasm_cbor_t *in, byte major, size_t *len) {
    *len = take_head(in, major, 1);
    in->next += *len;
    return in->next - *len;
}

const char *mpwasm_cbor_take_text(mpwasm_cbor_t *in, size_t *len) {
    const byte *text = take_bytes(in, CBOR_TEXT, len);
    #if MICROPY_PY_BUILTINS_STR_UNICODE
    if (!utf8_check(text, *len)) {
        malformed();
    }
    #endif
    return (const char *)text;
}

void mpwasm_cbor_end(const mpwasm_cbor_t *in) {
    if (left(in) != 0) {
        malformed();
    }
}

// --- Kinds of values -------------------------------------------------------------------------------

// n, or -1 - n.
static mp_obj_t new_int(uint64_t n, bool negative) {
    if (n <= MP_SMALL_INT_POSITIVE_MASK) {
        return MP_OBJ_NEW_SMALL_INT(negative ? ~(mp_int_t)n : (mp_int_t)n);
    }
    mp_obj_t value = mp_obj_new_int_from_ull(n);
    return negative ? mp_unary_op(MP_UNARY_OP_INVERT, value) : value;
}

static mp_obj_t take_bignum(mpwasm_cbor_t *in, bool negative) {
    size_t len;
    const byte *data = take_bytes(in, CBOR_BYTES, &len);
    while (len > 0 && *data == 0) {
        data++;
        len--;
    }
    if (len <= sizeof(uint64_t)) {
        return new_int(big_endian(data, len), negative);
    }
    mp_obj_t value = mp_obj_int_from_bytes_impl(true, len, data);
    return negative ? mp_unary_op(MP_UNARY_OP_INVERT, value) : value;
}

static mp_obj_t take_handle(mpwasm_cbor_t *in) {
    mp_obj_t object = (peek(in) & CBOR_MAJOR) == CBOR_UINT ? mpwasm_held_object(take_argument(in)) : MP_OBJ_NULL;
    if (object == MP_OBJ_NULL) {
        malformed();
    }
    return object;
}

// An object of the host's: [number, name of its type, its members].
static mp_obj_t take_object(mpwasm_cbor_t *in) {
    size_t type_len, len;
    if (mpwasm_cbor_take_array(in) != 3 || (peek(in) & CBOR_MAJOR) != CBOR_UINT) {
        malformed();
    }
    uint64_t number = take_argument(in);
    const char *type = mpwasm_cbor_take_text(in, &type_len);
    const char *members = mpwasm_cbor_take_text(in, &len);
    return mpwasm_new_object(number, type, type_len, members, len);
}

static mp_obj_t take_list(mpwasm_cbor_t *in, size_t depth);
static mp_obj_t take_tuple(mpwasm_cbor_t *in, size_t depth);
static mp_obj_t take_dict(mpwasm_cbor_t *in, size_t depth);

static mp_obj_t take_tagged(mpwasm_cbor_t *in, size_t depth) {
    uint64_t tag = take_argument(in);
    switch (tag) {
        case TAG_BIGNUM:
        case TAG_NEGATIVE_BIGNUM:
            return take_bignum(in, tag == TAG_NEGATIVE_BIGNUM);
        case TAG_TUPLE:
            return take_tuple(in, depth);
        case TAG_HANDLE:
            return take_handle(in);
        case TAG_OBJECT:
            return take_object(in);
        default:
            malformed();
    }
}

static mp_obj_t take_simple(mpwasm_cbor_t *in) {
    switch (*in->next++) {
        case CBOR_NULL:
            return mp_const_none;
        case CBOR_TRUE:
            return mp_const_true;
        case CBOR_FALSE:
            return mp_const_false;
        #if MICROPY_PY_BUILTINS_FLOAT
        case CBOR_FLOAT64: {
            if (left(in) < sizeof(double)) {
                malformed();
            }
            uint64_t bits = big_endian(in->next, sizeof(double));
            double value;
            memcpy(&value, &bits, sizeof(value));
            if (value != value) {
                bits = CBOR_NAN;
                memcpy(&value, &bits, sizeof(value));
            }
            in->next += sizeof(double);
            return mp_obj_new_float(value);
        }
        #endif
        default:
            malformed();
    }
}

// The pass stack-checks goes by the name.
MP_NOINLINE mp_obj_t mpwasm_decode_item(mpwasm_cbor_t *in, size_t depth) {
    size_t len;
    if (depth == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("value from the host is nested too deep"));
    }
    byte major = peek(in) & CBOR_MAJOR;
    switch (major) {
        case CBOR_UINT:
        case CBOR_NINT:
            return new_int(take_argument(in), major == CBOR_NINT);
        case CBOR_BYTES: {
            const byte *data = take_bytes(in, CBOR_BYTES, &len);
            return mp_obj_new_bytes(data, len);
        }
        case CBOR_TEXT: {
            const char *text = mpwasm_cbor_take_text(in, &len);
            return mp_obj_new_str(text, len);
        }
        case CBOR_ARRAY:
            return take_list(in, depth - 1);
        case CBOR_MAP:
            return take_dict(in, depth - 1);
        case CBOR_TAG:
            return take_tagged(in, depth - 1);
        default:
            return take_simple(in);
    }
}

static void take_items(mpwasm_cbor_t *in, size_t depth, size_t n, mp_obj_t *items) {
    for (size_t i = 0; i < n; i++) {
        items[i] = mpwasm_decode_item(in, depth);
    }
}

static mp_obj_t take_list(mpwasm_cbor_t *in, size_t depth) {
    size_t n = mpwasm_cbor_take_array(in);
    mp_obj_list_t *list = MP_OBJ_TO_PTR(mp_obj_new_list(n, NULL));
    take_items(in, depth, n, list->items);
    return MP_OBJ_FROM_PTR(list);
}

static mp_obj_t take_tuple(mpwasm_cbor_t *in, size_t depth) {
    size_t n = mpwasm_cbor_take_array(in);
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(n, NULL));
    take_items(in, depth, n, tuple->items);
    return MP_OBJ_FROM_PTR(tuple);
}

static mp_obj_t take_dict(mpwasm_cbor_t *in, size_t depth) {
    size_t n = mpwasm_cbor_take_map(in);
    mp_obj_t dict = mp_obj_new_dict(n);
    while (n-- > 0) {
        mp_obj_t key = mpwasm_decode_item(in, depth);
        mp_obj_dict_store(dict, key, mpwasm_decode_item(in, depth));
    }
    return dict;
}

mp_obj_t mpwasm_value_decode(mpwasm_cbor_t *in) {
    return mpwasm_decode_item(in, MPWASM_VALUE_DEPTH);
}
