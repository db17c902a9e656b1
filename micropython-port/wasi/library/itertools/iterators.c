// The module itertools, and the iterators over one other iterator that keep little.

#include "py/objlist.h"
#include "py/objtuple.h"

#include "library/itertools/iterators.h"

#if MPWASM_LIBRARY

it_t *it_new(const mp_obj_type_t *type, mp_obj_t iterable) {
    mp_obj_t source = iterable == MP_OBJ_NULL ? MP_OBJ_NULL : mp_getiter(iterable, NULL);
    it_t *it = mp_obj_malloc(it_t, type);
    it->source = source;
    it->function = it->value = MP_OBJ_NULL;
    it->count = it->stop = it->step = 0;
    it->flag = false;
    return it;
}

mp_obj_t it_next(it_t *it) {
    if (it->source == MP_OBJ_NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t value = mp_iternext(it->source);
    if (value == MP_OBJ_STOP_ITERATION) {
        it->source = MP_OBJ_NULL;
    }
    return value;
}

void it_check_args(const mp_obj_type_t *type, size_t n_args, size_t n_kw, size_t least, size_t most) {
    if (n_kw > 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no keyword arguments"), type->name);
    }
    if (n_args < least || n_args > most) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q expected %s%u argument%s, got %u"), type->name,
            least == most ? "" : n_args < least ? "at least " : "at most ", (unsigned)(n_args < least ? least : most),
            (n_args < least ? least : most) == 1 ? "" : "s", (unsigned)n_args);
    }
}

// An index or a length that fits; others are a ValueError with the text.
static mp_int_t get_length(mp_obj_t value, mp_rom_error_text_t text) {
    mp_obj_t index = mp_unary_op(MP_UNARY_OP_INT_MAYBE, value);
    if (index == MP_OBJ_NULL || mp_obj_is_float(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(value));
    }
    if (!mp_obj_is_small_int(index)) {
        if (mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, index, MP_OBJ_NEW_SMALL_INT(0)))) {
            mp_raise_ValueError(text);
        }
        return MP_SMALL_INT_MAX;
    }
    return MP_OBJ_SMALL_INT_VALUE(index);
}

// --- accumulate ------------------------------------------------------------------------------------

static mp_obj_t accumulate_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_func, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_initial, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    it_t *it = it_new(type, parsed[0].u_obj);
    it->function = parsed[1].u_obj;
    it->value = parsed[2].u_obj == mp_const_none ? MP_OBJ_NULL : parsed[2].u_obj;
    it->flag = it->value != MP_OBJ_NULL; // the initial value comes first
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t accumulate_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    if (it->flag) {
        it->flag = false;
        return it->value;
    }
    mp_obj_t value = it_next(it);
    if (value == MP_OBJ_STOP_ITERATION) {
        return value;
    }
    if (it->value != MP_OBJ_NULL) {
        value = it->function == mp_const_none ? mp_binary_op(MP_BINARY_OP_ADD, it->value, value)
            : mp_call_function_2(it->function, it->value, value);
    }
    it->value = value;
    return value;
}

IT_TYPE(it_type_accumulate, accumulate, accumulate_new, accumulate_next);

// --- batched, pairwise -----------------------------------------------------------------------------

static mp_obj_t batched_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_n, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_strict, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_FALSE } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    mp_int_t n = get_length(parsed[1].u_obj, MP_ERROR_TEXT("n must be at least one"));
    if (n < 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("n must be at least one"));
    }
    it_t *it = it_new(type, parsed[0].u_obj);
    it->count = n;
    it->flag = mp_obj_is_true(parsed[2].u_obj);
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t tuple_of_list(mp_obj_t list) {
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    return mp_obj_new_tuple(len, items);
}

static mp_obj_t batched_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_obj_t value = it_next(it);
    if (value == MP_OBJ_STOP_ITERATION) {
        return value;
    }
    mp_obj_t list = mp_obj_new_list(0, NULL); // its length may never be what was asked for
    mp_obj_list_append(list, value);
    for (mp_int_t i = 1; i < it->count; i++) {
        value = it_next(it);
        if (value == MP_OBJ_STOP_ITERATION) {
            if (it->flag) {
                mp_raise_ValueError(MP_ERROR_TEXT("batched(): incomplete batch"));
            }
            break;
        }
        mp_obj_list_append(list, value);
    }
    return tuple_of_list(list);
}

IT_TYPE(it_type_batched, batched, batched_new, batched_next);

static mp_obj_t pairwise_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    it_check_args(type, n_args, n_kw, 1, 1);
    return MP_OBJ_FROM_PTR(it_new(type, args[0]));
}

static mp_obj_t pairwise_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    if (it->value == MP_OBJ_NULL) {
        mp_obj_t first = it_next(it);
        if (first == MP_OBJ_STOP_ITERATION) {
            return first;
        }
        it->value = first;
    }
    mp_obj_t old = it->value, value = it_next(it);
    if (value == MP_OBJ_STOP_ITERATION) {
        return value;
    }
    it->value = value;
    mp_obj_t pair[] = { old, value };
    return mp_obj_new_tuple(2, pair);
}

IT_TYPE(it_type_pairwise, pairwise, pairwise_new, pairwise_next);

// --- compress, dropwhile, takewhile, filterfalse, starmap ------------------------------------------

static mp_obj_t compress_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_data, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_selectors, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    it_t *it = it_new(type, parsed[0].u_obj);
    it->value = mp_getiter(parsed[1].u_obj, NULL);
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t compress_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    for (;;) {
        mp_obj_t value = it_next(it);
        mp_obj_t selector = value == MP_OBJ_STOP_ITERATION ? value : mp_iternext(it->value);
        if (selector == MP_OBJ_STOP_ITERATION) {
            return selector;
        }
        if (mp_obj_is_true(selector)) {
            return value;
        }
    }
}

IT_TYPE(it_type_compress, compress, compress_new, compress_next);

// function(predicate, iterable)
static mp_obj_t predicate_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    it_check_args(type, n_args, n_kw, 2, 2);
    it_t *it = it_new(type, args[1]);
    it->function = args[0];
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t dropwhile_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    for (;;) {
        mp_obj_t value = it_next(it);
        if (it->flag || value == MP_OBJ_STOP_ITERATION || !mp_obj_is_true(mp_call_function_1(it->function, value))) {
            it->flag = true;
            return value;
        }
    }
}

IT_TYPE(it_type_dropwhile, dropwhile, predicate_new, dropwhile_next);

static mp_obj_t takewhile_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_obj_t value = it_next(it);
    if (value == MP_OBJ_STOP_ITERATION || mp_obj_is_true(mp_call_function_1(it->function, value))) {
        return value;
    }
    it->source = MP_OBJ_NULL;
    return MP_OBJ_STOP_ITERATION;
}

IT_TYPE(it_type_takewhile, takewhile, predicate_new, takewhile_next);

static mp_obj_t filterfalse_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    for (;;) {
        mp_obj_t value = it_next(it);
        if (value == MP_OBJ_STOP_ITERATION
            || !mp_obj_is_true(it->function == mp_const_none ? value : mp_call_function_1(it->function, value))) {
            return value;
        }
    }
}

IT_TYPE(it_type_filterfalse, filterfalse, predicate_new, filterfalse_next);

static mp_obj_t starmap_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_obj_t value = it_next(it);
    if (value == MP_OBJ_STOP_ITERATION) {
        return value;
    }
    if (!mp_obj_is_type(value, &mp_type_tuple)) {
        value = tuple_of_list(mp_obj_list_make_new(&mp_type_list, 1, 0, &value));
    }
    size_t len;
    mp_obj_t *items;
    mp_obj_tuple_get(value, &len, &items);
    return mp_call_function_n_kw(it->function, len, 0, items);
}

IT_TYPE(it_type_starmap, starmap, predicate_new, starmap_next);

// --- islice ----------------------------------------------------------------------------------------

static mp_int_t slice_index(mp_obj_t value, mp_int_t otherwise, mp_rom_error_text_t text) {
    if (value == mp_const_none) {
        return otherwise;
    }
    mp_obj_t index = mp_obj_is_float(value) ? MP_OBJ_NULL : mp_unary_op(MP_UNARY_OP_INT_MAYBE, value);
    if (index == MP_OBJ_NULL || mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, index, MP_OBJ_NEW_SMALL_INT(0)))) {
        mp_raise_ValueError(text);
    }
    return mp_obj_is_small_int(index) ? MP_OBJ_SMALL_INT_VALUE(index) : MP_SMALL_INT_MAX; // sys.maxsize: no program gets there
}

static mp_obj_t islice_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    it_check_args(type, n_args, n_kw, 2, 4);
    mp_rom_error_text_t text = MP_ERROR_TEXT("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    mp_int_t start = n_args == 2 ? 0 : slice_index(args[1], 0, text);
    mp_int_t stop = slice_index(args[n_args == 2 ? 1 : 2], -1, MP_ERROR_TEXT("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."));
    mp_rom_error_text_t step_text = MP_ERROR_TEXT("Step for islice() must be a positive integer or None.");
    mp_int_t step = n_args < 4 ? 1 : slice_index(args[3], 1, step_text);
    if (step < 1) {
        mp_raise_ValueError(step_text);
    }
    it_t *it = it_new(type, args[0]);
    it->count = start; // how many are passed over before the next
    it->stop = stop < 0 ? -1 : stop; // how many the source may still be asked for, from the beginning of the next
    it->step = step;
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t islice_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    for (;;) {
        if (it->stop == 0) {
            it->source = MP_OBJ_NULL;
            return MP_OBJ_STOP_ITERATION;
        }
        mp_obj_t value = it_next(it);
        if (value == MP_OBJ_STOP_ITERATION) {
            return value;
        }
        it->stop -= it->stop > 0;
        if (it->count == 0) {
            it->count = it->step - 1;
            return value;
        }
        it->count--;
    }
}

IT_TYPE(it_type_islice, islice, islice_new, islice_next);

// --- The module ------------------------------------------------------------------------------------

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_itertools) },
    { MP_ROM_QSTR(MP_QSTR_accumulate), MP_ROM_PTR(&it_type_accumulate) },
    { MP_ROM_QSTR(MP_QSTR_batched), MP_ROM_PTR(&it_type_batched) },
    { MP_ROM_QSTR(MP_QSTR_chain), MP_ROM_PTR(&it_type_chain) },
    { MP_ROM_QSTR(MP_QSTR_combinations), MP_ROM_PTR(&it_type_combinations) },
    { MP_ROM_QSTR(MP_QSTR_combinations_with_replacement), MP_ROM_PTR(&it_type_combinations_with_replacement) },
    { MP_ROM_QSTR(MP_QSTR_compress), MP_ROM_PTR(&it_type_compress) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&it_type_count) },
    { MP_ROM_QSTR(MP_QSTR_cycle), MP_ROM_PTR(&it_type_cycle) },
    { MP_ROM_QSTR(MP_QSTR_dropwhile), MP_ROM_PTR(&it_type_dropwhile) },
    { MP_ROM_QSTR(MP_QSTR_filterfalse), MP_ROM_PTR(&it_type_filterfalse) },
    { MP_ROM_QSTR(MP_QSTR_groupby), MP_ROM_PTR(&it_type_groupby) },
    { MP_ROM_QSTR(MP_QSTR_islice), MP_ROM_PTR(&it_type_islice) },
    { MP_ROM_QSTR(MP_QSTR_pairwise), MP_ROM_PTR(&it_type_pairwise) },
    { MP_ROM_QSTR(MP_QSTR_permutations), MP_ROM_PTR(&it_type_permutations) },
    { MP_ROM_QSTR(MP_QSTR_product), MP_ROM_PTR(&it_type_product) },
    { MP_ROM_QSTR(MP_QSTR_repeat), MP_ROM_PTR(&it_type_repeat) },
    { MP_ROM_QSTR(MP_QSTR_starmap), MP_ROM_PTR(&it_type_starmap) },
    { MP_ROM_QSTR(MP_QSTR_takewhile), MP_ROM_PTR(&it_type_takewhile) },
    { MP_ROM_QSTR(MP_QSTR_tee), MP_ROM_PTR(&it_tee_obj) },
    { MP_ROM_QSTR(MP_QSTR_zip_longest), MP_ROM_PTR(&it_type_zip_longest) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_itertools = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_itertools, mpwasm_module_itertools);

#endif
