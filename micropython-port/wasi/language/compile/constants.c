// The constants of a module, each of which stands once.
//
// Upstream compares a constant with all before it (py/emitcommon.c:94 of 1.26.1), so that a table of 10,000 strings in a source takes
// fifty million comparisons. Here an index finds those with the same fingerprint.

#include <string.h>

#include "py/emit.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/objtuple.h"

static size_t upstream_use_const_obj(mp_emit_common_t *emit, mp_obj_t constant);
#define mp_emit_common_use_const_obj upstream_use_const_obj
#include "py/emitcommon.c"
#undef mp_emit_common_use_const_obj

#include "language/compile/gen.h"

#if MICROPY_PY_BUILTINS_FLOAT
static uint32_t of_float(mp_float_t value) {
    uint32_t words[sizeof(value) / sizeof(uint32_t)];
    memcpy(words, &value, sizeof(value));
    return words[0] ^ words[MP_ARRAY_SIZE(words) - 1];
}
#endif

// The same for constants that are strictly equal; mostly another for others.
static uint32_t fingerprint(mp_obj_t constant) {
    if (mp_obj_is_small_int(constant)) {
        return MP_OBJ_SMALL_INT_VALUE(constant);
    }
    if (mp_obj_is_str_or_bytes(constant)) {
        GET_STR_DATA_LEN(constant, data, length);
        return qstr_compute_hash(data, length);
    }
    if (mp_obj_is_int(constant)) {
        return mp_obj_int_get_truncated(constant);
    }
    #if MICROPY_PY_BUILTINS_FLOAT
    if (mp_obj_is_float(constant)) {
        return of_float(mp_obj_float_get(constant));
    }
    #endif
    #if MICROPY_PY_BUILTINS_COMPLEX
    if (mp_obj_is_type(constant, &mp_type_complex)) {
        mp_float_t real, imaginary;
        mp_obj_get_complex(constant, &real, &imaginary);
        return of_float(real) * 31 + of_float(imaginary);
    }
    #endif
    if (!mp_obj_is_type(constant, &mp_type_tuple)) {
        return (uintptr_t)constant >> 3; // True, None and their like are one object each
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(constant);
    uint32_t all = tuple->len;
    for (size_t i = 0; i < tuple->len; i++) {
        all = all * 31 + fingerprint(tuple->items[i]);
    }
    return all;
}

// The constant's position, or the length of the list if it is not there.
static size_t find(const index_t *index, const mp_obj_list_t *list, mp_obj_t constant, uint32_t hash) {
    for (size_t at = index_first(index, hash); index->slots[at] != 0; at = index_next(index, at)) {
        size_t position = index->slots[at] - 1;
        if (strictly_equal(list->items[position], constant)) {
            return position;
        }
    }
    return list->len;
}

size_t mp_emit_common_use_const_obj(mp_emit_common_t *emit, mp_obj_t constant) {
    gen_t *g = (gen_t *)((char *)emit - offsetof(gen_t, common));
    mp_obj_list_t *list = &emit->const_obj_list;
    if (list->len < INDEX_FROM) {
        return upstream_use_const_obj(emit, constant);
    }
    if (index_grow(&g->constants, list->alloc)) {
        for (size_t i = 0; i < list->len; i++) {
            index_put(&g->constants, fingerprint(list->items[i]), i);
        }
    }
    uint32_t hash = fingerprint(constant);
    size_t position = find(&g->constants, list, constant, hash);
    if (position == list->len) {
        mp_obj_list_append(MP_OBJ_FROM_PTR(list), constant);
        index_put(&g->constants, hash, position);
    }
    return position;
}
