// zip, in place of py/objzip.c, which takes no keyword.

#include "py/objtuple.h"
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    size_t count;
    bool strict;
    mp_obj_t iterators[];
} zip_t;

static mp_obj_t zip_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    bool strict = false;
    for (size_t i = 0; i < n_kw; i++) {
        if (!mp_obj_equal(args[n_args + 2 * i], MP_OBJ_NEW_QSTR(MP_QSTR_strict))) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("zip() got an unexpected keyword argument '%s'"), mp_obj_str_get_str(args[n_args + 2 * i]));
        }
        strict = mp_obj_is_true(args[n_args + 2 * i + 1]);
    }
    zip_t *zip = mp_obj_malloc_var(zip_t, iterators, mp_obj_t, n_args, type);
    zip->count = 0;
    zip->strict = strict;
    for (size_t i = 0; i < n_args; i++) {
        zip->iterators[i] = mp_const_none; // until it is there: making it may run code
    }
    for (size_t i = 0; i < n_args; i++) {
        zip->iterators[i] = mp_getiter(args[i], NULL);
    }
    zip->count = n_args;
    return MP_OBJ_FROM_PTR(zip);
}

static MP_NORETURN void raise_length(size_t index, const char *what) {
    mp_raise_msg_varg(&mp_type_ValueError, index == 1 ? MP_ERROR_TEXT("zip() argument %u is %s than argument 1") : MP_ERROR_TEXT("zip() argument %u is %s than arguments 1-%u"),
        (unsigned)index + 1, what, (unsigned)index);
}

static mp_obj_t zip_next(mp_obj_t self) {
    zip_t *zip = MP_OBJ_TO_PTR(self);
    if (zip->count == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(zip->count, NULL));
    for (size_t i = 0; i < zip->count; i++) {
        tuple->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < zip->count; i++) {
        mp_obj_t item = mp_iternext(zip->iterators[i]);
        if (item != MP_OBJ_STOP_ITERATION) {
            tuple->items[i] = item;
            continue;
        }
        if (zip->strict && i > 0) {
            raise_length(i, "shorter");
        }
        for (size_t j = 1; zip->strict && j < zip->count; j++) {
            if (mp_iternext(zip->iterators[j]) != MP_OBJ_STOP_ITERATION) {
                raise_length(j, "longer");
            }
        }
        return MP_OBJ_STOP_ITERATION;
    }
    return MP_OBJ_FROM_PTR(tuple);
}

MP_DEFINE_CONST_OBJ_TYPE(mp_type_zip, MP_QSTR_zip, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, zip_make_new, iter, zip_next);
