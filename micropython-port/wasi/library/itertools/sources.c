// The iterators of itertools that bring forth values of their own, or put several sources together.

#include "py/objlist.h"
#include "py/objtuple.h"

#include "guard/guard.h"
#include "library/itertools/iterators.h"

#if MPWASM_LIBRARY

// --- count, repeat ---------------------------------------------------------------------------------

static mp_obj_t count_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_start, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(0) } },
        { MP_QSTR_step, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(1) } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    mp_obj_t start = parsed[0].u_obj;
    if (!mp_obj_is_int(start) && !mp_obj_is_float(start) && !mp_obj_is_type(start, &mp_type_complex) && !mpwasm_is_instance(start)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a number is required"));
    }
    it_t *it = it_new(type, MP_OBJ_NULL);
    it->value = start;
    it->function = parsed[1].u_obj; // the step
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t count_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_obj_t value = it->value;
    it->value = mp_binary_op(MP_BINARY_OP_ADD, value, it->function);
    return value;
}

static void count_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "count(");
    mp_obj_print_helper(print, it->value, PRINT_REPR);
    if (it->function != MP_OBJ_NEW_SMALL_INT(1)) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, it->function, PRINT_REPR);
    }
    mp_print_str(print, ")");
}

IT_TYPE(it_type_count, count, count_new, count_next, print, count_print);

static mp_obj_t repeat_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_object, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_times, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    it_t *it = it_new(type, MP_OBJ_NULL);
    it->value = parsed[0].u_obj;
    it->count = -1;
    if (parsed[1].u_obj != MP_OBJ_NULL) {
        mp_int_t times = mp_obj_get_int(parsed[1].u_obj);
        it->count = times < 0 ? 0 : times;
    }
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t repeat_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    if (it->count == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    it->count -= it->count > 0;
    return it->value;
}

static void repeat_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "repeat(");
    mp_obj_print_helper(print, it->value, PRINT_REPR);
    if (it->count >= 0) {
        mp_printf(print, ", %d", (int)it->count);
    }
    mp_print_str(print, ")");
}

static mp_obj_t repeat_length_hint(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    if (it->count < 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("len() of unsized object"));
    }
    return mp_obj_new_int(it->count);
}
static MP_DEFINE_CONST_FUN_OBJ_1(repeat_length_hint_obj, repeat_length_hint);

static const mp_rom_map_elem_t repeat_locals_table[] = { { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&repeat_length_hint_obj) } };
static MP_DEFINE_CONST_DICT(repeat_locals, repeat_locals_table);

IT_TYPE(it_type_repeat, repeat, repeat_new, repeat_next, print, repeat_print, locals_dict, &repeat_locals);

// --- cycle -----------------------------------------------------------------------------------------

static mp_obj_t cycle_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    it_check_args(type, n_args, n_kw, 1, 1);
    it_t *it = it_new(type, args[0]);
    it->value = mp_obj_new_list(0, NULL);
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t cycle_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_obj_t value = it_next(it);
    if (value != MP_OBJ_STOP_ITERATION) {
        mp_obj_list_append(it->value, value);
        return value;
    }
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(it->value, &len, &items);
    if (len == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    value = items[it->count];
    it->count = (size_t)it->count + 1 < len ? it->count + 1 : 0;
    return value;
}

IT_TYPE(it_type_cycle, cycle, cycle_new, cycle_next);

// --- chain -----------------------------------------------------------------------------------------

// value is the iterator over the iterables, source the one at hand.
static mp_obj_t chain_of(const mp_obj_type_t *type, mp_obj_t iterables) {
    it_t *it = it_new(type, MP_OBJ_NULL);
    it->value = mp_getiter(iterables, NULL);
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t chain_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    it_check_args(type, n_args, n_kw, 0, SIZE_MAX);
    return chain_of(type, mp_obj_new_tuple(n_args, args));
}

static mp_obj_t chain_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    for (;;) {
        mp_obj_t value = it_next(it);
        if (value != MP_OBJ_STOP_ITERATION || it->value == MP_OBJ_NULL) {
            return value;
        }
        mp_obj_t iterable = mp_iternext(it->value);
        if (iterable == MP_OBJ_STOP_ITERATION) {
            it->value = MP_OBJ_NULL;
            return iterable;
        }
        it->source = mp_getiter(iterable, NULL);
    }
}

static mp_obj_t chain_from_iterable(mp_obj_t type, mp_obj_t iterables) {
    return chain_of(&it_type_chain, iterables);
}
static MP_DEFINE_CONST_FUN_OBJ_2(chain_from_iterable_fun, chain_from_iterable);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(chain_from_iterable_obj, MP_ROM_PTR(&chain_from_iterable_fun));

static const mp_rom_map_elem_t chain_locals_table[] = { { MP_ROM_QSTR(MP_QSTR_from_iterable), MP_ROM_PTR(&chain_from_iterable_obj) } };
static MP_DEFINE_CONST_DICT(chain_locals, chain_locals_table);

IT_TYPE(it_type_chain, chain, chain_new, chain_next, locals_dict, &chain_locals);

// --- zip_longest -----------------------------------------------------------------------------------

// value is a tuple of iterators, of which None stands for one at its end; function the value that fills.
static mp_obj_t zip_longest_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t fill = mp_const_none;
    for (size_t i = 0; i < n_kw; i++) {
        if (args[n_args + 2 * i] != MP_OBJ_NEW_QSTR(MP_QSTR_fillvalue)) {
            mp_raise_TypeError(MP_ERROR_TEXT("zip_longest() got an unexpected keyword argument"));
        }
        fill = args[n_args + 2 * i + 1];
    }
    mp_obj_tuple_t *sources = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args, args));
    for (size_t i = 0; i < n_args; i++) {
        sources->items[i] = mp_getiter(args[i], NULL);
    }
    it_t *it = it_new(type, MP_OBJ_NULL);
    it->value = MP_OBJ_FROM_PTR(sources);
    it->function = fill;
    it->count = n_args; // how many are not at their end
    return MP_OBJ_FROM_PTR(it);
}

static mp_obj_t zip_longest_next(mp_obj_t self_in) {
    it_t *it = MP_OBJ_TO_PTR(self_in);
    mp_obj_tuple_t *sources = MP_OBJ_TO_PTR(it->value);
    if (it->count <= 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_tuple_t *values = MP_OBJ_TO_PTR(mp_obj_new_tuple(sources->len, sources->items));
    for (size_t i = 0; i < values->len; i++) {
        mp_obj_t value = sources->items[i] == mp_const_none ? MP_OBJ_STOP_ITERATION : mp_iternext(sources->items[i]);
        if (value == MP_OBJ_STOP_ITERATION) {
            it->count -= sources->items[i] != mp_const_none;
            sources->items[i] = mp_const_none;
            if (it->count <= 0) {
                return MP_OBJ_STOP_ITERATION;
            }
            value = it->function;
        }
        values->items[i] = value;
    }
    return MP_OBJ_FROM_PTR(values);
}

IT_TYPE(it_type_zip_longest, zip_longest, zip_longest_new, zip_longest_next);

// --- groupby ---------------------------------------------------------------------------------------

typedef struct _groupby_t {
    mp_obj_base_t base;
    mp_obj_t source, key;     // key: a function or None
    mp_obj_t value, current;  // the item read last and its key, or MP_OBJ_NULL
    mp_obj_t target;          // the key of the group given out last, or MP_OBJ_NULL
    size_t group;             // counts groups: those given out before are over
} groupby_t;

typedef struct _group_t {
    mp_obj_base_t base;
    groupby_t *parent;
    size_t number;
} group_t;

static mp_obj_t groupby_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_key, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    groupby_t *self = mp_obj_malloc(groupby_t, type);
    self->value = self->current = self->target = MP_OBJ_NULL;
    self->group = 0;
    self->key = parsed[1].u_obj;
    self->source = MP_OBJ_NULL;
    self->source = mp_getiter(parsed[0].u_obj, NULL);
    return MP_OBJ_FROM_PTR(self);
}

// Reads an item. Returns false at the end.
static bool groupby_read(groupby_t *self) {
    mp_obj_t value = mp_iternext(self->source);
    if (value == MP_OBJ_STOP_ITERATION) {
        return false;
    }
    mp_obj_t key = self->key == mp_const_none ? value : mp_call_function_1(self->key, value);
    self->value = value;
    self->current = key;
    return true;
}

static const mp_obj_type_t group_type;

static mp_obj_t groupby_next(mp_obj_t self_in) {
    groupby_t *self = MP_OBJ_TO_PTR(self_in);
    self->group++;
    while (self->current == MP_OBJ_NULL || (self->target != MP_OBJ_NULL && mp_obj_equal(self->target, self->current))) {
        if (!groupby_read(self)) {
            return MP_OBJ_STOP_ITERATION;
        }
    }
    self->target = self->current;
    group_t *group = mp_obj_malloc(group_t, &group_type);
    group->parent = self;
    group->number = self->group;
    mp_obj_t pair[] = { self->current, MP_OBJ_FROM_PTR(group) };
    return mp_obj_new_tuple(2, pair);
}

IT_TYPE(it_type_groupby, groupby, groupby_new, groupby_next);

static mp_obj_t group_next(mp_obj_t self_in) {
    group_t *self = MP_OBJ_TO_PTR(self_in);
    groupby_t *parent = self->parent;
    if (parent->group != self->number) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (parent->value == MP_OBJ_NULL && !groupby_read(parent)) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (parent->target == MP_OBJ_NULL || parent->value == MP_OBJ_NULL || !mp_obj_equal(parent->target, parent->current)) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t value = parent->value;
    parent->value = MP_OBJ_NULL;
    return value == MP_OBJ_NULL ? MP_OBJ_STOP_ITERATION : value;
}

static MP_DEFINE_CONST_OBJ_TYPE(group_type, MP_QSTR__grouper, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, group_next);

// --- tee -------------------------------------------------------------------------------------------

// What was read by one of several iterators stands in a list of nodes until the last has passed it.
typedef struct _tee_node_t {
    mp_obj_t value; // MP_OBJ_NULL until it is read
    struct _tee_node_t *next;
} tee_node_t;

typedef struct _tee_t {
    mp_obj_base_t base;
    mp_obj_t source;
    tee_node_t *node; // the next to be read
} tee_t;

static const mp_obj_type_t tee_type;

static mp_obj_t tee_next(mp_obj_t self_in) {
    tee_t *self = MP_OBJ_TO_PTR(self_in);
    tee_node_t *node = self->node;
    if (node->value == MP_OBJ_NULL) {
        mp_obj_t value = mp_iternext(self->source);
        if (value == MP_OBJ_STOP_ITERATION) {
            return value;
        }
        if (node->value == MP_OBJ_NULL) { // else another was read meanwhile, by the source itself
            node->next = m_new0(tee_node_t, 1);
            node->value = value;
        }
    }
    self->node = node->next;
    return node->value;
}

static mp_obj_t tee_copy(mp_obj_t self_in) {
    tee_t *self = MP_OBJ_TO_PTR(self_in), *copy = mp_obj_malloc(tee_t, &tee_type);
    copy->source = self->source;
    copy->node = self->node;
    return MP_OBJ_FROM_PTR(copy);
}
static MP_DEFINE_CONST_FUN_OBJ_1(tee_copy_obj, tee_copy);

static const mp_rom_map_elem_t tee_locals_table[] = { { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&tee_copy_obj) } };
static MP_DEFINE_CONST_DICT(tee_locals, tee_locals_table);
static MP_DEFINE_CONST_OBJ_TYPE(tee_type, MP_QSTR__tee, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, tee_next, locals_dict, &tee_locals);

static mp_obj_t tee(size_t n_args, const mp_obj_t *args) {
    mp_int_t n = n_args == 2 ? mp_obj_get_int(args[1]) : 2;
    if (n < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("n must be >= 0"));
    }
    mp_obj_t list = mp_obj_new_list(0, NULL);
    if (n > 0) {
        mp_obj_t iterator = mp_getiter(args[0], NULL);
        if (!mp_obj_is_type(iterator, &tee_type)) {
            tee_t *first = mp_obj_malloc(tee_t, &tee_type);
            first->source = iterator;
            first->node = NULL;
            first->node = m_new0(tee_node_t, 1);
            iterator = MP_OBJ_FROM_PTR(first);
        }
        mp_obj_list_append(list, iterator);
        for (mp_int_t i = 1; i < n; i++) {
            mp_obj_list_append(list, tee_copy(iterator));
        }
    }
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    return mp_obj_new_tuple(len, items);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(it_tee_obj, 1, 2, tee);

#endif
