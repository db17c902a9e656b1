// Lists that change in the midst of something.
//
// What upstream does wrong: list.sort works on the items while key functions and __lt__ run (py/objlist.c:280 of 1.26.1), so a list that
// they clear is filled with what is no object. list.index converts its bounds after it took the length (py/sequence.c:190). And
// l[i:j] = l moves the items that it is about to copy (py/objlist.c:192).
//
// Beside these, functions that compare items may see ones that a comparison removed. They are read from memory that nobody else
// gets meanwhile (guard/memory.c); an item that was cleared is an object at address nought, where there is only
// the unused end of the shadow stack: a type without any operation.

#include "py/objlist.h"
#include "py/runtime.h"

#include "guard/guard.h"

#define mp_obj_list_sort(...) unguarded_list_sort(__VA_ARGS__)
#define mp_seq_index_obj(items, len, n_args, args) ({ mp_obj_t args_[4]; index_args(n_args, args, args_); (mp_seq_index_obj)(items, len, n_args, args_); })
#define mp_obj_get_array(value, len, items) mp_obj_get_array((value) == self_in ? list_copy(value) : (value), len, items)

static mp_obj_t list_copy(mp_obj_t list);

static void index_args(size_t n_args, const mp_obj_t *args, mp_obj_t *copy) {
    for (size_t i = 0; i < n_args; i++) {
        copy[i] = i < 2 ? args[i] : mpwasm_index(args[i]);
    }
}

#include "py/objlist.c"

#undef mp_obj_list_sort

// A list that is being sorted: empty for everyone else.
typedef struct _sorting_t {
    nlr_jump_callback_node_t callback; // first: it is what the callback gets
    mp_obj_list_t *list;
    mp_obj_list_t sorted;
    mp_obj_t *emptied;
} sorting_t;

static void put_back(void *context) {
    sorting_t *sorting = context;
    *sorting->list = sorting->sorted;
}

mp_obj_t mp_obj_list_sort(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_check_self(mp_obj_is_type(args[0], &mp_type_list));
    mp_obj_list_t *list = MP_OBJ_TO_PTR(args[0]);
    sorting_t sorting = { .list = list, .sorted = *list, .emptied = m_new0(mp_obj_t, LIST_MIN_ALLOC) };
    mp_obj_t sorted_args[] = { MP_OBJ_FROM_PTR(&sorting.sorted), n_args > 1 ? args[1] : MP_OBJ_NULL };
    nlr_push_jump_callback(&sorting.callback, put_back);
    list->items = sorting.emptied;
    list->alloc = LIST_MIN_ALLOC;
    list->len = 0;
    unguarded_list_sort(n_args, sorted_args, kw_args);
    bool changed = list->len != 0 || list->items != sorting.emptied;
    nlr_pop_jump_callback(true);
    if (changed) {
        mp_raise_ValueError(MP_ERROR_TEXT("list modified during sort"));
    }
    return mp_const_none;
}
