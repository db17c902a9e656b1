// The module _random: the type Random. library/python/random.py is the module random on top of it.

#include "py/objint.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/native.h"
#include "library/random/twister.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

typedef struct _random_t {
    mp_obj_base_t base;
    twister_t twister;
} random_t;

static const mp_obj_type_t random_type;

static twister_t *twister_of(mp_obj_t object) {
    return &((random_t *)MP_OBJ_TO_PTR(mpwasm_native_raise(object, &random_type)))->twister;
}

static mp_obj_t from_bytes(const byte *bytes, size_t len) {
    return mp_obj_int_from_bytes_impl(false, len, bytes);
}

// The magnitude of an integer as words, the lowest first.
static void seed_by_int(twister_t *twister, mp_obj_t value) {
    if (mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, value, MP_OBJ_NEW_SMALL_INT(0)))) {
        value = mp_unary_op(MP_UNARY_OP_NEGATIVE, value);
    }
    size_t len = 1;
    for (mp_obj_t rest = value; mp_obj_is_true(rest = mp_binary_op(MP_BINARY_OP_RSHIFT, rest, MP_OBJ_NEW_SMALL_INT(32)));) {
        len++;
    }
    uint32_t *key = mpwasm_malloc(len * sizeof(uint32_t));
    for (size_t i = 0; i < len; i++) {
        key[i] = mp_obj_get_int_truncated(value);
        value = mp_binary_op(MP_BINARY_OP_RSHIFT, value, MP_OBJ_NEW_SMALL_INT(32));
    }
    twister_seed(twister, key, len);
}

static mp_obj_t random_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    random_t *self = mp_obj_malloc(random_t, &random_type);
    uint32_t seed = mpwasm_random_seed();
    twister_seed(&self->twister, &seed, 1);
    if (n_args > 0 && mp_obj_is_int(args[0])) {
        seed_by_int(&self->twister, args[0]);
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t random_seed(size_t n_args, const mp_obj_t *args) {
    twister_t *twister = twister_of(args[0]);
    if (n_args == 1 || args[1] == mp_const_none) {
        uint32_t key[] = { mpwasm_random_seed(), mpwasm_random_seed() };
        twister_seed(twister, key, MP_ARRAY_SIZE(key));
    } else if (mp_obj_is_int(args[1])) {
        seed_by_int(twister, args[1]);
    } else {
        mp_raise_TypeError(MP_ERROR_TEXT("an integer is required"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(random_seed_obj, 1, 2, random_seed);

static mp_obj_t random_random(mp_obj_t self_in) {
    twister_t *twister = twister_of(self_in);
    uint32_t a = twister_next(twister) >> 5, b = twister_next(twister) >> 6;
    return mp_obj_new_float((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}
static MP_DEFINE_CONST_FUN_OBJ_1(random_random_obj, random_random);

static mp_obj_t random_getrandbits(mp_obj_t self_in, mp_obj_t bits_in) {
    twister_t *twister = twister_of(self_in);
    mp_int_t bits = mp_obj_get_int(bits_in);
    if (bits < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("number of bits must be non-negative"));
    }
    if (bits <= 32) {
        return mp_obj_new_int_from_uint(bits == 0 ? 0 : twister_next(twister) >> (32 - bits));
    }
    size_t words = ((size_t)bits - 1) / 32 + 1;
    uint32_t *buffer = mpwasm_malloc(words * sizeof(uint32_t));
    for (size_t i = 0; i < words; i++, bits -= 32) {
        uint32_t word = twister_next(twister);
        buffer[i] = bits < 32 ? word >> (32 - bits) : word;
    }
    return from_bytes((const byte *)buffer, words * sizeof(uint32_t));
}
static MP_DEFINE_CONST_FUN_OBJ_2(random_getrandbits_obj, random_getrandbits);

static mp_obj_t random_getstate(mp_obj_t self_in) {
    twister_t *twister = twister_of(self_in);
    mp_obj_tuple_t *state = MP_OBJ_TO_PTR(mp_obj_new_tuple(TWISTER_WORDS + 1, NULL));
    for (size_t i = 0; i <= TWISTER_WORDS; i++) {
        state->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < TWISTER_WORDS; i++) {
        state->items[i] = mp_obj_new_int_from_uint(twister->state[i]);
    }
    state->items[TWISTER_WORDS] = MP_OBJ_NEW_SMALL_INT(twister->index);
    return MP_OBJ_FROM_PTR(state);
}
static MP_DEFINE_CONST_FUN_OBJ_1(random_getstate_obj, random_getstate);

static mp_obj_t random_setstate(mp_obj_t self_in, mp_obj_t state_in) {
    twister_t *twister = twister_of(self_in);
    size_t len;
    mp_obj_t *items;
    if (!mp_obj_is_type(state_in, &mp_type_tuple)) {
        mp_raise_TypeError(MP_ERROR_TEXT("state vector must be a tuple"));
    }
    mp_obj_get_array(state_in, &len, &items);
    if (len != TWISTER_WORDS + 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("state vector is the wrong size"));
    }
    twister_t state;
    for (size_t i = 0; i < TWISTER_WORDS; i++) {
        if (!mp_obj_is_int(items[i])) {
            mp_raise_TypeError(MP_ERROR_TEXT("an integer is required"));
        }
        state.state[i] = mp_obj_get_int_truncated(items[i]);
    }
    mp_int_t index = mp_obj_get_int(items[TWISTER_WORDS]);
    if (index < 0 || index > TWISTER_WORDS) {
        mp_raise_ValueError(MP_ERROR_TEXT("invalid state"));
    }
    state.index = index;
    *twister = state;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(random_setstate_obj, random_setstate);

static const mp_rom_map_elem_t locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_seed), MP_ROM_PTR(&random_seed_obj) },
    { MP_ROM_QSTR(MP_QSTR_random), MP_ROM_PTR(&random_random_obj) },
    { MP_ROM_QSTR(MP_QSTR_getrandbits), MP_ROM_PTR(&random_getrandbits_obj) },
    { MP_ROM_QSTR(MP_QSTR_getstate), MP_ROM_PTR(&random_getstate_obj) },
    { MP_ROM_QSTR(MP_QSTR_setstate), MP_ROM_PTR(&random_setstate_obj) },
};
static MP_DEFINE_CONST_DICT(locals, locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(random_type, MP_QSTR_Random, MP_TYPE_FLAG_NONE, make_new, random_make_new, locals_dict, &locals);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__random) },
    { MP_ROM_QSTR(MP_QSTR_Random), MP_ROM_PTR(&random_type) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_random = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__random, mpwasm_module_random);

#endif
