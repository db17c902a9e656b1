// Iterators as pickle and copy take them apart, map and filter, and upstream's iterator of any kind, in place of py/objmap.c, py/objfilter.c and
// py/objpolyiter.c.

#include <string.h>

#include "py/gc.h"
#include "py/objmodule.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/iterator_state.h"
#include "language/native.h"

mp_obj_t mpwasm_builtin(qstr name) {
    return mp_load_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), name);
}

mp_obj_t mpwasm_reduced(mp_obj_t function, mp_obj_t argument, mp_obj_t state) {
    mp_obj_t parts[] = { function, mp_obj_new_tuple(1, &argument), state };
    return mp_obj_new_tuple(state == MP_OBJ_NULL ? 2 : 3, parts);
}

// What an iterator still has, in a list; the iterator itself stays where it is. It must be all of one allocation.
static mp_obj_t rest_of(mp_obj_t iterator) {
    size_t size = gc_nbytes(MP_OBJ_TO_PTR(iterator));
    if (size == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot pickle '%s' object"), mp_obj_get_type_str(iterator));
    }
    void *copy = m_malloc(size);
    memcpy(copy, MP_OBJ_TO_PTR(iterator), size);
    mp_obj_t rest = MP_OBJ_FROM_PTR(copy);
    return mp_obj_list_make_new(&mp_type_list, 1, 0, &rest);
}

static mp_obj_t reduce_rest(mp_obj_t self) {
    return mpwasm_reduced(mpwasm_builtin(MP_QSTR_iter), rest_of(self), MP_OBJ_NULL);
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_reduce_rest_obj, reduce_rest);

size_t mpwasm_state_place(mp_obj_t state, size_t most) {
    mp_int_t place = mp_obj_get_int(state);
    return place < 0 ? 0 : MIN((size_t)place, most);
}

// --- Of any kind -----------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_fun_1_t iternext;
    mp_fun_1_t finaliser; // of the second type alone
} any_t;

static mp_obj_t any_next(mp_obj_t self) {
    return ((any_t *)MP_OBJ_TO_PTR(self))->iternext(self);
}

static const mp_rom_map_elem_t any_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&mpwasm_reduce_rest_obj) },
};
static MP_DEFINE_CONST_DICT(any_locals, any_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_polymorph_iter, MP_QSTR_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, any_next, locals_dict, &any_locals);

#if MICROPY_ENABLE_FINALISER

static mp_obj_t any_delete(mp_obj_t self) {
    return ((any_t *)MP_OBJ_TO_PTR(self))->finaliser(self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(any_delete_obj, any_delete);

static const mp_rom_map_elem_t finalised_table[] = {
    { MP_ROM_QSTR(MP_QSTR___del__), MP_ROM_PTR(&any_delete_obj) },
};
static MP_DEFINE_CONST_DICT(finalised_locals, finalised_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_polymorph_iter_with_finaliser, MP_QSTR_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, any_next, locals_dict, &finalised_locals);

#endif

// --- map, filter -----------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    size_t count;
    mp_obj_t parts[]; // the function, and count iterators
} map_t;

static mp_obj_t make(const mp_obj_type_t *type, size_t n_args, const mp_obj_t *args) {
    map_t *self = mp_obj_malloc_var(map_t, parts, mp_obj_t, n_args, type);
    self->count = 0;
    self->parts[0] = args[0];
    for (size_t i = 1; i < n_args; i++) {
        self->parts[i] = mp_const_none; // until it is there: making it may run code
    }
    for (size_t i = 1; i < n_args; i++) {
        self->parts[i] = mp_getiter(args[i], NULL);
    }
    self->count = n_args - 1;
    return MP_OBJ_FROM_PTR(self);
}

// Classes over map and filter take keywords for their own __init__.
static void no_keywords(const mp_obj_type_t *type, const mp_obj_type_t *own, size_t n_kw) {
    if (n_kw > 0 && type == own) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no keyword arguments"), (qstr)own->name);
    }
}

static mp_obj_t map_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    no_keywords(type, &mp_type_map, n_kw);
    if (n_args < 2) {
        mp_raise_TypeError(MP_ERROR_TEXT("map() must have at least two arguments."));
    }
    return make(type, n_args, args);
}

static mp_obj_t map_next(mp_obj_t self_in) {
    map_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->count == 1) {
        mp_obj_t item = mp_iternext(self->parts[1]);
        return item == MP_OBJ_STOP_ITERATION ? item : mp_call_function_1(self->parts[0], item);
    }
    mp_obj_t *items = m_new(mp_obj_t, self->count);
    for (size_t i = 0; i < self->count; i++) {
        items[i] = mp_iternext(self->parts[1 + i]);
        if (items[i] == MP_OBJ_STOP_ITERATION) {
            return MP_OBJ_STOP_ITERATION;
        }
    }
    return mp_call_function_n_kw(self->parts[0], self->count, 0, items);
}

static mp_obj_t filter_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    no_keywords(type, &mp_type_filter, n_kw);
    if (n_args != 2) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("filter expected 2 arguments, got %u"), (unsigned)n_args);
    }
    return make(type, n_args, args);
}

static mp_obj_t filter_next(mp_obj_t self_in) {
    map_t *self = MP_OBJ_TO_PTR(self_in);
    for (mp_obj_t item; (item = mp_iternext(self->parts[1])) != MP_OBJ_STOP_ITERATION;) {
        if (mp_obj_is_true(self->parts[0] == mp_const_none ? item : mp_call_function_1(self->parts[0], item))) {
            return item;
        }
    }
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t map_reduce(mp_obj_t self_in) {
    mp_obj_t native = mpwasm_native(self_in, &mp_type_map);
    map_t *self = MP_OBJ_TO_PTR(native != MP_OBJ_NULL ? native : mpwasm_native_raise(self_in, &mp_type_filter));
    mp_obj_t parts[] = { MP_OBJ_FROM_PTR(mp_obj_get_type(self_in)), mp_obj_new_tuple(1 + self->count, self->parts) };
    return mp_obj_new_tuple(2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(map_reduce_obj, map_reduce);

static const mp_rom_map_elem_t map_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&map_reduce_obj) },
};
static MP_DEFINE_CONST_DICT(map_locals, map_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_map, MP_QSTR_map, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, map_make_new, iter, map_next, locals_dict, &map_locals);
MP_DEFINE_CONST_OBJ_TYPE(mp_type_filter, MP_QSTR_filter, MP_TYPE_FLAG_ITER_IS_ITERNEXT, make_new, filter_make_new, iter, filter_next, locals_dict, &map_locals);
