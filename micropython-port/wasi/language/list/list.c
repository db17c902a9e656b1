// Type list, in place of upstream's py/objlist.c: CPython's methods and operators, slices with any step, a stable sort.
//
// What an argument's __index__, __iter__, __eq__ or key function does to the list is seen: length and items are taken after such calls. Memory that a list
// gives up is left to the collector (guard/memory.c).

#include <string.h>

#include "py/builtin.h"
#include "py/smallint.h"

#include "guard/guard.h"
#include "language/list/sequence.h"
#include "language/native.h"
#include "language/repr.h"
#include "memory/safepoint.h"

#define LEAST_ALLOC (4)
#define MOST_ITEMS (MP_SSIZE_MAX / sizeof(mp_obj_t))

// --- Making and growing ----------------------------------------------------------------------------

void mp_obj_list_init(mp_obj_list_t *list, size_t n) {
    list->base.type = &mp_type_list;
    list->alloc = n < LEAST_ALLOC ? LEAST_ALLOC : n;
    list->len = n;
    list->items = mpwasm_malloc(mpwasm_size(0, sizeof(mp_obj_t), list->alloc));
    memset(list->items + n, 0, (list->alloc - n) * sizeof(mp_obj_t));
}

static mp_obj_list_t *new_list(size_t n) {
    mp_obj_list_t *list = m_new_obj(mp_obj_list_t);
    mp_obj_list_init(list, n);
    return list;
}

mp_obj_t mp_obj_new_list(size_t n, mp_obj_t *items) {
    mp_obj_list_t *list = new_list(n);
    if (items != NULL) {
        memcpy(list->items, items, n * sizeof(mp_obj_t));
    }
    return MP_OBJ_FROM_PTR(list);
}

// Makes room for a number of items. Those behind the list's length are null.
static void reserve(mp_obj_list_t *list, size_t n) {
    if (n > list->alloc) {
        if (n > MOST_ITEMS) {
            m_malloc_fail(SIZE_MAX);
        }
        list->items = mpwasm_realloc_apart(list->items, n * sizeof(mp_obj_t));
        memset(list->items + list->len, 0, (n - list->len) * sizeof(mp_obj_t));
        list->alloc = n;
    }
}

// Gives up half of the room, where less is needed.
static void shrink(mp_obj_list_t *list) {
    if (list->alloc > LEAST_ALLOC && list->alloc > 2 * list->len) {
        size_t alloc = list->len < LEAST_ALLOC ? LEAST_ALLOC : list->alloc / 2;
        list->items = mpwasm_realloc_apart(list->items, alloc * sizeof(mp_obj_t));
        list->alloc = alloc;
    }
}

static void cut(mp_obj_list_t *list, size_t len) {
    memset(list->items + len, 0, (list->len - len) * sizeof(mp_obj_t));
    list->len = len;
}

static mp_obj_list_t *list_of(mp_obj_t self) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_list));
}

mp_obj_t mp_obj_list_append(mp_obj_t self, mp_obj_t item) {
    mp_obj_list_t *list = mp_obj_is_exact_type(self, &mp_type_list) ? MP_OBJ_TO_PTR(self) : list_of(self);
    if (list->len == list->alloc) {
        reserve(list, list->alloc * 2);
    }
    list->items[list->len++] = item;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_append_obj, mp_obj_list_append);

static void append_items(mp_obj_list_t *list, mp_obj_t sequence) {
    size_t n = mpwasm_items(sequence).len;
    if (n > list->alloc - list->len) {
        reserve(list, list->len + n + 4);
    }
    memcpy(list->items + list->len, mpwasm_items(sequence).items, n * sizeof(mp_obj_t)); // which may be the list itself
    list->len += n;
}

static bool is_exact_sequence(mp_obj_t object) {
    return mp_obj_is_exact_type(object, &mp_type_list) || mp_obj_is_exact_type(object, &mp_type_tuple);
}

static mp_obj_t list_extend(mp_obj_t self, mp_obj_t iterable) {
    mp_obj_list_t *list = list_of(self);
    if (mpwasm_native(iterable, &mp_type_list) == MP_OBJ_FROM_PTR(list)) {
        iterable = MP_OBJ_FROM_PTR(list); // else it would never end
    }
    if (is_exact_sequence(iterable)) {
        append_items(list, iterable);
        return mp_const_none;
    }
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t iter = mp_getiter(iterable, &iter_buf), item;
    while ((item = mpwasm_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_list_append(MP_OBJ_FROM_PTR(list), item);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_extend_obj, list_extend);

mp_obj_t mp_obj_list_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    if (n_args > 0) {
        list_extend(list, args[0]);
    }
    return list;
}

// --- Operators -------------------------------------------------------------------------------------

static void list_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mpwasm_repr_t repr;
    if (mpwasm_repr_begin(&repr, print, self, "[...]")) {
        mp_print_str(print, "[");
        mpwasm_sequence_print(print, self, kind);
        mp_print_str(print, "]");
        mpwasm_repr_end(&repr);
    }
}

static mp_obj_t list_unary_op(mp_unary_op_t op, mp_obj_t self) {
    const mp_obj_list_t *list = MP_OBJ_TO_PTR(self);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(list->len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(list->len);
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*list) + sizeof(mp_obj_t) * list->alloc);
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t add(mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_list_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    mp_obj_list_t *sum = new_list(a->len + b->len);
    memcpy(sum->items, a->items, a->len * sizeof(mp_obj_t));
    memcpy(sum->items + a->len, b->items, b->len * sizeof(mp_obj_t));
    return MP_OBJ_FROM_PTR(sum);
}

static mp_obj_t multiply(mp_obj_list_t *list, mp_obj_t factor, bool in_place) {
    size_t times;
    if (!mpwasm_sequence_times(factor, list->len, &times)) {
        return MP_OBJ_NULL;
    }
    size_t len = list->len;
    if (!in_place) {
        mp_obj_list_t *product = new_list(len * times);
        mp_seq_multiply(list->items, sizeof(mp_obj_t), len, times, product->items);
        return MP_OBJ_FROM_PTR(product);
    }
    if (times == 0) {
        cut(list, 0);
    } else {
        reserve(list, len * times);
        mp_seq_multiply(list->items, sizeof(mp_obj_t), len, times - 1, list->items + len);
        list->len = len * times;
    }
    return MP_OBJ_FROM_PTR(list);
}

static mp_obj_t list_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_t other;
    switch (op) {
        case MP_BINARY_OP_CONTAINS:
            return mp_obj_new_bool(mpwasm_sequence_find(lhs, rhs, 0, SIZE_MAX) != SIZE_MAX);
        case MP_BINARY_OP_INPLACE_ADD:
            list_extend(lhs, rhs);
            return lhs;
        case MP_BINARY_OP_MULTIPLY:
        #if MICROPY_PY_REVERSE_SPECIAL_METHODS
        case MP_BINARY_OP_REVERSE_MULTIPLY:
        #endif
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            return multiply(MP_OBJ_TO_PTR(lhs), rhs, op == MP_BINARY_OP_INPLACE_MULTIPLY);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            other = mpwasm_native(rhs, &mp_type_list);
            if (other == MP_OBJ_NULL) {
                return MP_OBJ_NULL;
            }
            return op == MP_BINARY_OP_ADD ? add(lhs, other) : mp_obj_new_bool(mpwasm_sequence_compare(op, lhs, other));
        default:
            return MP_OBJ_NULL;
    }
}

// --- Slices ----------------------------------------------------------------------------------------

static mp_obj_t load_slice(mp_obj_list_t *list, mp_obj_t index) {
    text_slice_t slice = mpwasm_slice_of(index, list->len);
    mp_obj_list_t *result = new_list(slice.count);
    if (slice.step == 1) {
        memcpy(result->items, list->items + slice.start, slice.count * sizeof(mp_obj_t));
    } else {
        for (size_t i = 0; i < slice.count; i++) {
            result->items[i] = list->items[slice.start + (mp_int_t)i * slice.step];
        }
    }
    return MP_OBJ_FROM_PTR(result);
}

// Puts items in place of those from start on.
static void replace(mp_obj_list_t *list, size_t start, size_t count, const mp_obj_t *items, size_t n) {
    size_t behind = list->len - start - count, len = start + n + behind;
    if (n > count) {
        reserve(list, len);
    }
    memmove(list->items + start + n, list->items + start + count, behind * sizeof(mp_obj_t));
    memcpy(list->items + start, items, n * sizeof(mp_obj_t));
    if (len < list->len) {
        cut(list, len);
    }
    list->len = len;
}

static void delete_steps(mp_obj_list_t *list, text_slice_t slice) {
    if (slice.step < 0) {
        slice.start += (mp_int_t)(slice.count - 1) * slice.step;
        slice.step = -slice.step;
    }
    size_t to = slice.start, next = slice.start, left = slice.count;
    for (size_t i = slice.start; i < list->len; i++) {
        if (left > 0 && i == next) {
            next += slice.step;
            left--;
        } else {
            list->items[to++] = list->items[i];
        }
    }
    cut(list, to);
}

static void delete_slice(mp_obj_list_t *list, mp_obj_t index) {
    text_slice_t slice = mpwasm_slice_of(index, list->len);
    if (slice.count == 0) {
        return;
    }
    if (slice.step == 1) {
        replace(list, slice.start, slice.count, NULL, 0);
    } else {
        delete_steps(list, slice);
    }
    shrink(list);
}

static void store_slice(mp_obj_list_t *list, mp_obj_t index, mp_obj_t value) {
    index = mpwasm_slice_numbers(index);
    if (!is_exact_sequence(value) || value == MP_OBJ_FROM_PTR(list)) {
        const mp_obj_type_t *type = mp_obj_get_type(value);
        if (!MP_OBJ_TYPE_HAS_SLOT(type, iter) && !MP_OBJ_TYPE_HAS_SLOT(type, subscr)) {
            mp_raise_TypeError(MP_ERROR_TEXT("must assign iterable to extended slice"));
        }
        value = mp_obj_list_make_new(&mp_type_list, 1, 0, &value);
    }
    text_slice_t slice = text_slice(index, list->len);
    mpwasm_items_t given = mpwasm_items(value);
    if (slice.step == 1) {
        replace(list, slice.start, slice.count, given.items, given.len);
        return;
    }
    if (given.len != slice.count) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("attempt to assign sequence of size %u to extended slice of size %u"), (unsigned)given.len, (unsigned)slice.count);
    }
    for (size_t i = 0; i < slice.count; i++) {
        list->items[slice.start + (mp_int_t)i * slice.step] = given.items[i];
    }
}

// --- Items -----------------------------------------------------------------------------------------

// The place of an item.
static size_t place_of(mp_obj_list_t *list, mp_obj_t index, const char *error) {
    mp_int_t place;
    if (!text_index_maybe(index, &place)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("list indices must be integers or slices, not %s"), mp_obj_get_type_str(index));
    }
    if (place < 0) {
        place += list->len;
    }
    if (place < 0 || (size_t)place >= list->len) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("%s"), error);
    }
    return place;
}

static mp_obj_t take(mp_obj_list_t *list, size_t place) {
    mp_obj_t item = list->items[place];
    list->len--;
    memmove(list->items + place, list->items + place + 1, (list->len - place) * sizeof(mp_obj_t));
    list->items[list->len] = MP_OBJ_NULL;
    shrink(list);
    return item;
}

void mp_obj_list_store(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    mp_obj_list_t *list = list_of(self);
    size_t place = place_of(list, index, "list assignment index out of range");
    list->items[place] = value;
}

static mp_obj_t list_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    mp_obj_list_t *list = MP_OBJ_TO_PTR(self);
    bool is_slice = mp_obj_is_type(index, &mp_type_slice);
    if (value == MP_OBJ_SENTINEL) {
        if (is_slice) {
            return load_slice(list, index);
        }
        size_t place = place_of(list, index, "list index out of range");
        return list->items[place];
    }
    if (is_slice) {
        if (value == MP_OBJ_NULL) {
            delete_slice(list, index);
        } else {
            store_slice(list, index, value);
        }
    } else if (value == MP_OBJ_NULL) {
        size_t place = place_of(list, index, "list assignment index out of range");
        take(list, place);
    } else {
        mp_obj_list_store(self, index, value);
    }
    return mp_const_none;
}

// --- Methods ---------------------------------------------------------------------------------------

// An index as a small int: beyond every list if it was.
static mp_int_t small_index(mp_obj_t index) {
    mp_int_t place = text_index(index);
    return place > MP_SMALL_INT_MAX ? MP_SMALL_INT_MAX : place < MP_SMALL_INT_MIN ? MP_SMALL_INT_MIN : place;
}

static mp_obj_t list_pop(size_t n_args, const mp_obj_t *args) {
    mp_obj_list_t *list = list_of(args[0]);
    mp_obj_t index = MP_OBJ_NEW_SMALL_INT(n_args == 1 ? -1 : small_index(args[1]));
    if (list->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty list"));
    }
    size_t place = place_of(list, index, "pop index out of range");
    return take(list, place);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(list_pop_obj, 1, 2, list_pop);

static mp_obj_t list_clear(mp_obj_t self) {
    mp_obj_list_t *list = list_of(self);
    if (list->len == 0) { // also a list that is being sorted, which this does not change
        return mp_const_none;
    }
    mp_obj_list_t empty;
    mp_obj_list_init(&empty, 0);
    *list = empty;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_clear_obj, list_clear);

static mp_obj_t list_copy(mp_obj_t self) {
    mp_obj_list_t *list = list_of(self);
    return mp_obj_new_list(list->len, list->items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_copy_obj, list_copy);

static mp_obj_t list_count(mp_obj_t self, mp_obj_t value) {
    return mpwasm_sequence_count(MP_OBJ_FROM_PTR(list_of(self)), value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_count_obj, list_count);

static mp_obj_t list_index(size_t n_args, const mp_obj_t *args) {
    return mpwasm_sequence_index(MP_OBJ_FROM_PTR(list_of(args[0])), n_args - 1, args + 1);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(list_index_obj, 2, 4, list_index);

static mp_obj_t list_insert(mp_obj_t self, mp_obj_t index, mp_obj_t item) {
    mp_obj_list_t *list = list_of(self);
    mp_int_t place = text_index(index), len = list->len;
    place = place < 0 ? place + len : place;
    place = place < 0 ? 0 : place > len ? len : place;
    mp_obj_list_append(MP_OBJ_FROM_PTR(list), item);
    memmove(list->items + place + 1, list->items + place, (len - place) * sizeof(mp_obj_t));
    list->items[place] = item;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(list_insert_obj, list_insert);

mp_obj_t mp_obj_list_remove(mp_obj_t self, mp_obj_t value) {
    mp_obj_list_t *list = list_of(self);
    size_t place = mpwasm_sequence_find(MP_OBJ_FROM_PTR(list), value, 0, SIZE_MAX);
    if (place == SIZE_MAX) {
        mp_raise_ValueError(MP_ERROR_TEXT("list.remove(x): x not in list"));
    }
    if (place < list->len) {
        take(list, place);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_remove_obj, mp_obj_list_remove);

static void reverse(mp_obj_t *items, size_t len) {
    for (size_t i = 0; i < len / 2; i++) {
        mp_obj_t item = items[i];
        items[i] = items[len - i - 1];
        items[len - i - 1] = item;
    }
}

static mp_obj_t list_reverse(mp_obj_t self) {
    mp_obj_list_t *list = list_of(self);
    reverse(list->items, list->len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_reverse_obj, list_reverse);

// --- Sorting ---------------------------------------------------------------------------------------

// A list that is being sorted: empty for everyone else.
typedef struct _sorting_t {
    nlr_jump_callback_node_t callback; // first: it is what the callback gets
    mp_obj_list_t *list;
    mp_obj_list_t before;
} sorting_t;

static void put_back(void *context) {
    sorting_t *sorting = context;
    *sorting->list = sorting->before;
}

static void sort_items(mp_obj_list_t *list, mp_obj_t key, bool backwards) {
    mp_obj_list_t *work = MP_OBJ_TO_PTR(mp_obj_new_list(list->len, list->items));
    mp_obj_t *keys = NULL;
    if (key != mp_const_none) {
        keys = new_list(work->len)->items;
        memset(keys, 0, work->len * sizeof(mp_obj_t));
        for (size_t i = 0; i < work->len; i++) {
            keys[i] = mpwasm_call_function_n_kw(key, 1, 0, &work->items[i]);
        }
    }
    if (backwards) { // twice, so equals keep their order
        reverse(work->items, work->len);
        if (keys != NULL) {
            reverse(keys, work->len);
        }
    }
    mpwasm_sort(work->items, keys, work->len);
    if (backwards) {
        reverse(work->items, work->len);
    }
    memcpy(list->items, work->items, work->len * sizeof(mp_obj_t));
}

mp_obj_t mp_obj_list_sort(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_key, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_reverse, MP_ARG_KW_ONLY | MP_ARG_BOOL, { .u_bool = false } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, MP_ARRAY_SIZE(allowed), allowed, parsed);
    mp_obj_list_t *list = list_of(args[0]), empty;
    mp_obj_list_init(&empty, 0);
    sorting_t sorting = { .list = list, .before = *list };
    nlr_push_jump_callback(&sorting.callback, put_back);
    *list = empty;
    sort_items(&sorting.before, parsed[0].u_obj, parsed[1].u_bool);
    bool changed = list->len != 0 || list->items != empty.items;
    nlr_pop_jump_callback(true);
    if (changed) {
        mp_raise_ValueError(MP_ERROR_TEXT("list modified during sort"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(list_sort_obj, 1, mp_obj_list_sort);

// --- The type --------------------------------------------------------------------------------------

static const mp_rom_map_elem_t list_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&list_append_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&list_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&list_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&list_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&list_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&list_index_obj) },
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&list_insert_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&list_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&list_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&list_reverse_obj) },
    { MP_ROM_QSTR(MP_QSTR_sort), MP_ROM_PTR(&list_sort_obj) },
    { MP_ROM_QSTR(MP_QSTR___contains__), MP_ROM_PTR(&mp_op_contains_obj) },
    { MP_ROM_QSTR(MP_QSTR___getitem__), MP_ROM_PTR(&mp_op_getitem_obj) },
    { MP_ROM_QSTR(MP_QSTR___setitem__), MP_ROM_PTR(&mp_op_setitem_obj) },
    { MP_ROM_QSTR(MP_QSTR___delitem__), MP_ROM_PTR(&mp_op_delitem_obj) },
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&mpwasm_list_reversed_obj) },
};
static MP_DEFINE_CONST_DICT(list_locals_dict, list_locals_dict_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_list,
    MP_QSTR_list,
    MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, mp_obj_list_make_new,
    print, list_print,
    unary_op, list_unary_op,
    binary_op, list_binary_op,
    subscr, list_subscr,
    iter, mpwasm_list_getiter,
    locals_dict, &list_locals_dict
    );

// --- For C -----------------------------------------------------------------------------------------

void mp_obj_list_get(mp_obj_t self, size_t *len, mp_obj_t **items) {
    mp_obj_list_t *list = list_of(self);
    *len = list->len;
    *items = list->items;
}

void mp_obj_list_set_len(mp_obj_t self, size_t len) {
    list_of(self)->len = len; // trusts that there is room for it, as upstream's
}
