// The module _hash. library/python/hashlib.py is the module hashlib on top of it.

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

#include "language/native.h"
#include "language/buffer/item.h"
#include "library/hash/hash.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

static const hash_algorithm_t algorithms[] = {
    { MP_QSTR_md5, HASH_MD5, 64, 16, 0 },
    { MP_QSTR_sha1, HASH_SHA1, 64, 20, 0 },
    { MP_QSTR_sha224, HASH_SHA2_32, 64, 28, 1 },
    { MP_QSTR_sha256, HASH_SHA2_32, 64, 32, 0 },
    { MP_QSTR_sha384, HASH_SHA2_64, 128, 48, 1 },
    { MP_QSTR_sha512, HASH_SHA2_64, 128, 64, 0 },
    { MP_QSTR_sha3_224, HASH_SHA3, 144, 28, 0 },
    { MP_QSTR_sha3_256, HASH_SHA3, 136, 32, 0 },
    { MP_QSTR_sha3_384, HASH_SHA3, 104, 48, 0 },
    { MP_QSTR_sha3_512, HASH_SHA3, 72, 64, 0 },
    { MP_QSTR_shake_128, HASH_SHAKE, 168, 0, 0 },
    { MP_QSTR_shake_256, HASH_SHAKE, 136, 0, 0 },
    { MP_QSTR_blake2b, HASH_BLAKE2B, 128, 64, 0 },
    { MP_QSTR_blake2s, HASH_BLAKE2S, 64, 32, 0 },
};

// --- Arguments -------------------------------------------------------------------------------------

static mp_buffer_info_t buffer_of(mp_obj_t data) {
    mp_buffer_info_t buffer;
    if (mpwasm_native(data, &mp_type_str) != MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("Strings must be encoded before hashing"));
    }
    if (!mp_get_buffer(data, &buffer, MP_BUFFER_READ)) {
        mp_raise_TypeError(MP_ERROR_TEXT("object supporting the buffer API required"));
    }
    return buffer;
}

// A bytes-like argument of at most so many bytes
static const byte *short_bytes(mp_obj_t data, const char *name, size_t most, byte *len) {
    mp_buffer_info_t buffer = item_buffer(data);
    if (buffer.len > most) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("maximum %s length is %u bytes"), name, (unsigned)most);
    }
    *len = buffer.len;
    return buffer.buf;
}

static uint64_t number(mp_obj_t value, uint64_t least, uint64_t most, const char *message) {
    value = mp_unary_op(MP_UNARY_OP_POSITIVE, mp_obj_is_int(value) ? value : mp_obj_new_int(mp_obj_get_int(value)));
    if (mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, value, mp_obj_new_int_from_ull(least)))
        || mp_obj_is_true(mp_binary_op(MP_BINARY_OP_MORE, value, mp_obj_new_int_from_ull(most)))) {
        mp_raise_msg_varg(most > 255 ? &mp_type_OverflowError : &mp_type_ValueError, MP_ERROR_TEXT("%s"), message);
    }
    return (uint64_t)mp_obj_get_ll(value);
}

static const hash_algorithm_t *algorithm_of(mp_obj_t name) {
    size_t len;
    const char *text = mp_obj_str_get_data(name, &len);
    for (size_t i = 0; i < MP_ARRAY_SIZE(algorithms); i++) {
        size_t known_len, at = 0;
        const byte *known = qstr_data(algorithms[i].name, &known_len);
        while (at < len && len == known_len && (text[at] == '-' ? '_' : text[at] | (text[at] == '_' ? 0 : 0x20)) == known[at]) {
            at++;
        }
        if (at == known_len) {
            return &algorithms[i];
        }
    }
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("unsupported hash type %s"), text);
}

// --- Objects that hash -----------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    hash_t hash;
} hash_obj_t;

static const mp_obj_type_t hash_type;

static hash_t *hash_of(mp_obj_t object) {
    return &((hash_obj_t *)MP_OBJ_TO_PTR(mpwasm_native_raise(object, &hash_type)))->hash;
}

static void hash_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_printf(print, "<%q _hashlib.HASH object @ 0x%08x>", (qstr)hash_of(self)->algorithm->name, (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self));
}

static mp_obj_t hash_update_method(mp_obj_t self, mp_obj_t data) {
    mp_buffer_info_t buffer = buffer_of(data);
    hash_update(hash_of(self), buffer.buf, buffer.len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(hash_update_obj, hash_update_method);

static mp_obj_t digest_of(size_t n_args, const mp_obj_t *args) {
    hash_t hash = *hash_of(args[0]);
    size_t len = hash.digest;
    if (hash.algorithm->kind == HASH_SHAKE) {
        if (n_args == 1) {
            mp_raise_TypeError(MP_ERROR_TEXT("digest() missing required argument 'length' (pos 1)"));
        }
        mp_int_t wanted = mp_obj_get_int(args[1]);
        if (wanted < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("value must be positive"));
        }
        len = wanted;
    } else if (n_args > 1) {
        mp_raise_TypeError(MP_ERROR_TEXT("digest() takes no arguments (1 given)"));
    }
    vstr_t digest;
    vstr_init_len(&digest, len);
    hash_finish(&hash, (byte *)digest.buf, len);
    return mp_obj_new_bytes_from_vstr(&digest);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_digest_obj, 1, 2, digest_of);

static mp_obj_t hash_hexdigest(size_t n_args, const mp_obj_t *args) {
    mp_obj_t method[3];
    mp_load_method(digest_of(n_args, args), MP_QSTR_hex, method);
    return mp_call_method_n_kw(0, 0, method);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_hexdigest_obj, 1, 2, hash_hexdigest);

static mp_obj_t hash_copy(mp_obj_t self) {
    hash_t *hash = hash_of(self);
    hash_obj_t *copy = mp_obj_malloc(hash_obj_t, &hash_type);
    copy->hash = *hash;
    return MP_OBJ_FROM_PTR(copy);
}
static MP_DEFINE_CONST_FUN_OBJ_1(hash_copy_obj, hash_copy);

static void hash_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const hash_t *hash = hash_of(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_name) {
        dest[0] = MP_OBJ_NEW_QSTR(hash->algorithm->name);
    } else if (attr == MP_QSTR_digest_size) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(hash->digest);
    } else if (attr == MP_QSTR_block_size) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(hash->algorithm->block);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t hash_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&hash_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_digest), MP_ROM_PTR(&hash_digest_obj) },
    { MP_ROM_QSTR(MP_QSTR_hexdigest), MP_ROM_PTR(&hash_hexdigest_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&hash_copy_obj) },
};
static MP_DEFINE_CONST_DICT(hash_locals, hash_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(hash_type, MP_QSTR_HASH, MP_TYPE_FLAG_NONE, print, hash_print, attr, hash_attr, locals_dict, &hash_locals);

// --- Functions that make them ----------------------------------------------------------------------

// For each algorithm there is one: sha256(data=b"", *, usedforsecurity=True), also string= for data.
typedef struct {
    mp_obj_base_t base;
    const hash_algorithm_t *algorithm;
} maker_t;

static mp_obj_t make(const hash_algorithm_t *algorithm, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { DATA, STRING, SECURITY, DIGEST_SIZE, KEY, SALT, PERSON, FANOUT, DEPTH, LEAF_SIZE, NODE_OFFSET, NODE_DEPTH, INNER_SIZE, LAST_NODE };
    bool wide = algorithm->kind == HASH_BLAKE2B, is_blake2 = wide || algorithm->kind == HASH_BLAKE2S;
    static const mp_arg_t allowed[] = {
        { MP_QSTR_data, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_string, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_usedforsecurity, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_digest_size, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_key, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_PTR(&mp_const_empty_bytes_obj) } },
        { MP_QSTR_salt, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_PTR(&mp_const_empty_bytes_obj) } },
        { MP_QSTR_person, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_PTR(&mp_const_empty_bytes_obj) } },
        { MP_QSTR_fanout, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(1) } },
        { MP_QSTR_depth, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(1) } },
        { MP_QSTR_leaf_size, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(0) } },
        { MP_QSTR_node_offset, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(0) } },
        { MP_QSTR_node_depth, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(0) } },
        { MP_QSTR_inner_size, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_INT(0) } },
        { MP_QSTR_last_node, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_FALSE } },
    };
    mp_arg_val_t given[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, is_blake2 ? MP_ARRAY_SIZE(allowed) : DIGEST_SIZE, allowed, given);
    hash_obj_t *self = mp_obj_malloc(hash_obj_t, &hash_type);
    if (is_blake2) {
        size_t size = wide ? 64 : 32;
        hash_blake2_t parameters = {
            .digest = given[DIGEST_SIZE].u_obj == mp_const_none ? size : number(given[DIGEST_SIZE].u_obj, 1, size, wide ? "digest_size must be between 1 and 64 bytes" : "digest_size must be between 1 and 32 bytes"),
            .fanout = number(given[FANOUT].u_obj, 0, 255, "fanout must be between 0 and 255"),
            .depth = number(given[DEPTH].u_obj, 1, 255, "depth must be between 1 and 255"),
            .leaf = number(given[LEAF_SIZE].u_obj, 0, 0xffffffff, "leaf_size is too large"),
            .offset = number(given[NODE_OFFSET].u_obj, 0, wide ? UINT64_MAX : 0xffffffffffff, "node_offset is too large"),
            .node_depth = number(given[NODE_DEPTH].u_obj, 0, 255, "node_depth must be between 0 and 255"),
            .inner = number(given[INNER_SIZE].u_obj, 0, size, "inner_size must be between 0 and that of the digest"),
            .last_node = mp_obj_is_true(given[LAST_NODE].u_obj),
        };
        parameters.key_bytes = short_bytes(given[KEY].u_obj, "key", size, &parameters.key);
        parameters.salt = short_bytes(given[SALT].u_obj, "salt", size / 4, &parameters.salt_len);
        parameters.person = short_bytes(given[PERSON].u_obj, "person", size / 4, &parameters.person_len);
        hash_start_blake2(&self->hash, algorithm, &parameters);
    } else {
        hash_start(&self->hash, algorithm);
    }
    mp_obj_t data = given[DATA].u_obj == mp_const_none ? given[STRING].u_obj : given[DATA].u_obj;
    if (data != mp_const_none) {
        hash_update_method(MP_OBJ_FROM_PTR(self), data);
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t maker_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return make(((maker_t *)MP_OBJ_TO_PTR(self))->algorithm, n_args, n_kw, args);
}

static void maker_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_printf(print, "<built-in function openssl_%q>", (qstr)((maker_t *)MP_OBJ_TO_PTR(self))->algorithm->name);
}

static void maker_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const hash_algorithm_t *algorithm = ((maker_t *)MP_OBJ_TO_PTR(self))->algorithm;
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___name__ || attr == MP_QSTR___qualname__) {
        dest[0] = MP_OBJ_NEW_QSTR(algorithm->name);
    } else if (algorithm->kind >= HASH_BLAKE2B) {
        if (attr == MP_QSTR_MAX_DIGEST_SIZE || attr == MP_QSTR_MAX_KEY_SIZE) {
            dest[0] = MP_OBJ_NEW_SMALL_INT(algorithm->digest);
        } else if (attr == MP_QSTR_SALT_SIZE || attr == MP_QSTR_PERSON_SIZE) {
            dest[0] = MP_OBJ_NEW_SMALL_INT(algorithm->digest / 4);
        }
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(maker_type, MP_QSTR_builtin_function_or_method, MP_TYPE_FLAG_NONE, print, maker_print, call, maker_call, attr, maker_attr);

#define MAKERS(M) M(0, md5) M(1, sha1) M(2, sha224) M(3, sha256) M(4, sha384) M(5, sha512) M(6, sha3_224) M(7, sha3_256) M(8, sha3_384) \
    M(9, sha3_512) M(10, shake_128) M(11, shake_256) M(12, blake2b) M(13, blake2s)
#define MAKER(i, name) { { &maker_type }, &algorithms[i] },
#define MAKER_GLOBAL(i, name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&makers[i]) },

static const maker_t makers[] = { MAKERS(MAKER) };

// new(name, data=b"", **options)
static mp_obj_t hash_new(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    if (!mp_obj_is_str(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("name must be a string"));
    }
    mp_obj_t dict_args[1 + 2 * 14];
    size_t n_kw = 0;
    dict_args[0] = n_args > 1 ? args[1] : mp_const_none;
    for (size_t i = 0; i < kwargs->alloc; i++) {
        if (mp_map_slot_is_filled(kwargs, i)) {
            if (n_kw == 14) {
                mp_raise_TypeError(MP_ERROR_TEXT("extra keyword arguments given"));
            }
            dict_args[1 + 2 * n_kw] = kwargs->table[i].key;
            dict_args[2 + 2 * n_kw++] = kwargs->table[i].value;
        }
    }
    return make(algorithm_of(args[0]), n_args - 1, n_kw, n_args > 1 ? dict_args : dict_args + 1);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(hash_new_obj, 1, hash_new);

// --- Keys from passwords ---------------------------------------------------------------------------

// HMAC (RFC 2104): two hashes that have taken the key.
static void start_hmac(const hash_algorithm_t *algorithm, mp_buffer_info_t key, hash_t *inner, hash_t *outer) {
    byte pads[2][HASH_MAX_BLOCK] = { { 0 } };
    if (key.len > algorithm->block) {
        hash_start(inner, algorithm);
        hash_update(inner, key.buf, key.len);
        hash_finish(inner, pads[0], algorithm->digest);
    } else {
        memcpy(pads[0], key.buf, key.len);
    }
    for (size_t i = 0; i < algorithm->block; i++) {
        pads[1][i] = pads[0][i] ^ 0x5c;
        pads[0][i] ^= 0x36;
    }
    hash_start(inner, algorithm);
    hash_update(inner, pads[0], algorithm->block);
    hash_start(outer, algorithm);
    hash_update(outer, pads[1], algorithm->block);
}

static void finish_hmac(hash_t inner, hash_t outer, const byte *text, size_t len, byte *digest) {
    hash_update(&inner, text, len);
    hash_finish(&inner, digest, inner.digest);
    hash_update(&outer, digest, outer.digest);
    hash_finish(&outer, digest, outer.digest);
}

// pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None): PKCS #5 (RFC 8018)
static mp_obj_t hash_pbkdf2(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_hash_name, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_password, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_salt, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_iterations, MP_ARG_REQUIRED | MP_ARG_INT, { .u_int = 0 } },
        { MP_QSTR_dklen, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    if (!mp_obj_is_str(args[0].u_obj)) {
        mp_raise_TypeError(MP_ERROR_TEXT("hash_name must be a string"));
    }
    const hash_algorithm_t *algorithm = algorithm_of(args[0].u_obj);
    mp_int_t iterations = args[3].u_int, wanted = args[4].u_obj == mp_const_none ? algorithm->digest : mp_obj_get_int(args[4].u_obj);
    if (algorithm->kind == HASH_SHAKE) {
        mp_raise_ValueError(MP_ERROR_TEXT("unsupported hash type"));
    }
    if (iterations < 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("iteration value must be greater than 0."));
    }
    if (wanted < 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("key length must be greater than 0."));
    }
    vstr_t key;
    vstr_init_len(&key, wanted);
    mp_buffer_info_t password = item_buffer(args[1].u_obj), salt = item_buffer(args[2].u_obj);
    hash_t inner, outer;
    start_hmac(algorithm, password, &inner, &outer);
    byte digest[HASH_MAX_DIGEST], sum[HASH_MAX_DIGEST];
    for (size_t done = 0, block = 1; done < (size_t)wanted; done += algorithm->digest, block++) {
        byte count[] = { block >> 24, block >> 16, block >> 8, block };
        hash_t salted = inner;
        hash_update(&salted, salt.buf, salt.len);
        finish_hmac(salted, outer, count, sizeof(count), digest);
        memcpy(sum, digest, sizeof(sum));
        for (mp_int_t i = 1; i < iterations; i++) {
            finish_hmac(inner, outer, digest, algorithm->digest, digest);
            for (size_t k = 0; k < algorithm->digest; k++) {
                sum[k] ^= digest[k];
            }
        }
        memcpy(key.buf + done, sum, MIN(algorithm->digest, wanted - done));
    }
    return mp_obj_new_bytes_from_vstr(&key);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(hash_pbkdf2_obj, 0, hash_pbkdf2);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__hash) },
    { MP_ROM_QSTR(MP_QSTR_new), MP_ROM_PTR(&hash_new_obj) },
    { MP_ROM_QSTR(MP_QSTR_pbkdf2_hmac), MP_ROM_PTR(&hash_pbkdf2_obj) },
    MAKERS(MAKER_GLOBAL)
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_hash = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__hash, mpwasm_module_hash);

#endif
