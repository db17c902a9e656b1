// The iterators of itertools. Shared by the files of this folder.
#ifndef MPWASM_ITERTOOLS_H
#define MPWASM_ITERTOOLS_H

#include "py/runtime.h"
#include "py/smallint.h"

// An iterator over another one, with what it needs beside that.
typedef struct _it_t {
    mp_obj_base_t base;
    mp_obj_t source;   // iterator; MP_OBJ_NULL when it is at its end
    mp_obj_t function;
    mp_obj_t value;
    mp_int_t count, stop, step;
    bool flag;
} it_t;

it_t *it_new(const mp_obj_type_t *type, mp_obj_t iterable);

// The next of the source, which is forgotten at its end.
mp_obj_t it_next(it_t *it);

// The iterator types: MP_DEFINE_CONST_OBJ_TYPE with what they have in common.
#define IT_TYPE(name, text, new, next, ...) \
    MP_DEFINE_CONST_OBJ_TYPE(name, MP_QSTR_##text, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, new, iter, next, ##__VA_ARGS__)

// Checks the number of arguments that are not keywords, of which there are none.
void it_check_args(const mp_obj_type_t *type, size_t n_args, size_t n_kw, size_t least, size_t most);

extern const mp_obj_type_t it_type_accumulate, it_type_batched, it_type_chain, it_type_combinations, it_type_combinations_with_replacement,
    it_type_compress, it_type_count, it_type_cycle, it_type_dropwhile, it_type_filterfalse, it_type_groupby, it_type_islice, it_type_pairwise,
    it_type_permutations, it_type_product, it_type_repeat, it_type_starmap, it_type_takewhile, it_type_zip_longest;
extern const mp_obj_fun_builtin_var_t it_tee_obj;

#endif
