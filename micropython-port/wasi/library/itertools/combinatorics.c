// product, permutations and combinations: iterators over what can be chosen from pools.

#include <string.h>

#include "py/objlist.h"
#include "py/objtuple.h"

#include "library/itertools/iterators.h"

#if MPWASM_LIBRARY

typedef struct _choice_t {
    mp_obj_base_t base;
    mp_obj_t pool;   // a tuple; for product a tuple of tuples
    size_t len;      // of what is chosen
    bool begun, over;
    uint32_t *cycles; // permutations alone
    uint32_t index[];
} choice_t;

static mp_obj_t to_tuple(mp_obj_t iterable) {
    mp_obj_t list = mp_obj_list_make_new(&mp_type_list, 1, 0, &iterable);
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    return mp_obj_new_tuple(len, items);
}

static mp_obj_tuple_t *tuple(mp_obj_t object) {
    return MP_OBJ_TO_PTR(object);
}

static choice_t *choice_new(const mp_obj_type_t *type, mp_obj_t pool, size_t len) {
    choice_t *self = mp_obj_malloc_var(choice_t, index, uint32_t, len, type);
    self->pool = pool;
    self->len = len;
    self->begun = self->over = false;
    self->cycles = NULL;
    for (size_t i = 0; i < len; i++) {
        self->index[i] = 0;
    }
    return self;
}

// What the indexes choose from one pool.
static mp_obj_t chosen(const choice_t *self, const mp_obj_t *items) {
    mp_obj_tuple_t *result = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->len, NULL));
    for (size_t i = 0; i < self->len; i++) {
        result->items[i] = items[self->index[i]];
    }
    return MP_OBJ_FROM_PTR(result);
}

// --- product ---------------------------------------------------------------------------------------

static mp_obj_t product_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_int_t repeat = 1;
    for (size_t i = 0; i < n_kw; i++) {
        if (args[n_args + 2 * i] != MP_OBJ_NEW_QSTR(MP_QSTR_repeat)) {
            mp_raise_TypeError(MP_ERROR_TEXT("product() got an unexpected keyword argument"));
        }
        repeat = mp_obj_get_int(args[n_args + 2 * i + 1]);
    }
    if (repeat < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("repeat argument cannot be negative"));
    }
    size_t len;
    if (__builtin_mul_overflow(n_args, (size_t)repeat, &len)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("repeat argument too large"));
    }
    mp_obj_t pools = mp_obj_new_tuple(n_args, args);
    for (size_t i = 0; i < n_args; i++) {
        tuple(pools)->items[i] = to_tuple(args[i]);
    }
    return MP_OBJ_FROM_PTR(choice_new(type, pools, len));
}

static mp_obj_t product_result(choice_t *self) {
    mp_obj_tuple_t *pools = tuple(self->pool), *result = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->len, NULL));
    for (size_t i = 0; i < self->len; i++) {
        result->items[i] = tuple(pools->items[i % pools->len])->items[self->index[i]];
    }
    return MP_OBJ_FROM_PTR(result);
}

static mp_obj_t product_next(mp_obj_t self_in) {
    choice_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_tuple_t *pools = tuple(self->pool);
    if (!self->begun) {
        self->begun = true;
        for (size_t i = 0; self->len > 0 && i < pools->len; i++) {
            self->over = self->over || tuple(pools->items[i])->len == 0;
        }
        return self->over ? MP_OBJ_STOP_ITERATION : product_result(self);
    }
    for (size_t i = self->len; i-- > 0 && !self->over;) {
        if (++self->index[i] < tuple(pools->items[i % pools->len])->len) {
            return product_result(self);
        }
        self->index[i] = 0;
    }
    self->over = true;
    return MP_OBJ_STOP_ITERATION;
}

IT_TYPE(it_type_product, product, product_new, product_next);

// --- combinations ----------------------------------------------------------------------------------

static choice_t *choice_of(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args, bool needs_len, bool fits) {
    const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_r, (needs_len ? MP_ARG_REQUIRED : 0) | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    mp_obj_t pool = to_tuple(parsed[0].u_obj);
    size_t n = tuple(pool)->len;
    mp_int_t r = !needs_len && parsed[1].u_obj == mp_const_none ? (mp_int_t)n : mp_obj_get_int(parsed[1].u_obj);
    if (r < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("r must be non-negative"));
    }
    bool over = fits ? (size_t)r > n : n == 0 && r > 0;
    choice_t *self = choice_new(type, pool, over ? 0 : r);
    self->over = over;
    return self;
}

static mp_obj_t combinations_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    choice_t *self = choice_of(type, n_args, n_kw, args, true, true);
    for (size_t i = 0; i < self->len; i++) {
        self->index[i] = i;
    }
    return MP_OBJ_FROM_PTR(self);
}

// Moves the last index that can be moved, and sets those behind it: to the ones that follow, or all to the same.
static mp_obj_t combinations_step(choice_t *self, bool replacement) {
    mp_obj_tuple_t *pool = tuple(self->pool);
    if (self->over) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (!self->begun) {
        self->begun = true;
        return chosen(self, pool->items);
    }
    for (size_t i = self->len; i-- > 0;) {
        size_t most = replacement ? pool->len - 1 : pool->len - self->len + i;
        if (self->index[i] < most) {
            uint32_t value = self->index[i] + 1;
            for (size_t j = i; j < self->len; j++) {
                self->index[j] = replacement ? value : value + (j - i);
            }
            return chosen(self, pool->items);
        }
    }
    self->over = true;
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t combinations_next(mp_obj_t self_in) {
    return combinations_step(MP_OBJ_TO_PTR(self_in), false);
}

IT_TYPE(it_type_combinations, combinations, combinations_new, combinations_next);

static mp_obj_t replacement_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return MP_OBJ_FROM_PTR(choice_of(type, n_args, n_kw, args, true, false));
}

static mp_obj_t replacement_next(mp_obj_t self_in) {
    return combinations_step(MP_OBJ_TO_PTR(self_in), true);
}

IT_TYPE(it_type_combinations_with_replacement, combinations_with_replacement, replacement_new, replacement_next);

// --- permutations ----------------------------------------------------------------------------------

// index holds a permutation of the whole pool, of which the first items are chosen: the algorithm of the documentation of itertools.
static mp_obj_t permutations_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    choice_t *choice = choice_of(type, n_args, n_kw, args, false, true);
    size_t n = tuple(choice->pool)->len;
    choice_t *self = choice_new(type, choice->pool, n);
    self->len = choice->len;
    self->over = choice->over;
    for (size_t i = 0; i < n; i++) {
        self->index[i] = i;
    }
    self->cycles = m_new(uint32_t, self->len + 1);
    for (size_t i = 0; i < self->len; i++) {
        self->cycles[i] = n - i;
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t permutations_next(mp_obj_t self_in) {
    choice_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_tuple_t *pool = tuple(self->pool);
    if (self->over) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (!self->begun) {
        self->begun = true;
        return chosen(self, pool->items);
    }
    for (size_t i = self->len; i-- > 0;) {
        uint32_t moved = self->index[i];
        if (--self->cycles[i] > 0) {
            size_t j = pool->len - self->cycles[i];
            self->index[i] = self->index[j];
            self->index[j] = moved;
            return chosen(self, pool->items);
        }
        memmove(self->index + i, self->index + i + 1, (pool->len - i - 1) * sizeof(uint32_t));
        self->index[pool->len - 1] = moved;
        self->cycles[i] = pool->len - i;
    }
    self->over = true;
    return MP_OBJ_STOP_ITERATION;
}

IT_TYPE(it_type_permutations, permutations, permutations_new, permutations_next);

#endif
