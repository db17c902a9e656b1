// zip, in place of py/objzip.c, which takes no keyword.

#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/native.h"

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

static mp_obj_t zip_reduce(mp_obj_t self_in) {
    zip_t *self = MP_OBJ_TO_PTR(mpwasm_native_raise(self_in, &mp_type_zip));
    mp_obj_t parts[] = { MP_OBJ_FROM_PTR(mp_obj_get_type(self_in)), mp_obj_new_tuple(self->count, self->iterators), mp_const_true };
    return mp_obj_new_tuple(self->strict ? 3 : 2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(zip_reduce_obj, zip_reduce);

static mp_obj_t zip_setstate(mp_obj_t self, mp_obj_t strict) {
    ((zip_t *)MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_zip)))->strict = mp_obj_is_true(strict);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(zip_setstate_obj, zip_setstate);

static const mp_rom_map_elem_t zip_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&zip_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&zip_setstate_obj) },
};
static MP_DEFINE_CONST_DICT(zip_locals, zip_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_zip, MP_QSTR_zip, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, zip_make_new, iter, zip_next, locals_dict, &zip_locals);
