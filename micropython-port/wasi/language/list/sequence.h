// What lists and tuples share.
#ifndef MPWASM_SEQUENCE_H
#define MPWASM_SEQUENCE_H

#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/text/text.h"

// The items of a list or tuple, as they are now.
typedef struct {
    size_t len;
    mp_obj_t *items;
} mpwasm_items_t;

static inline mpwasm_items_t mpwasm_items(mp_obj_t sequence) {
    if (mp_obj_get_type(sequence) == &mp_type_list) {
        const mp_obj_list_t *list = MP_OBJ_TO_PTR(sequence);
        return (mpwasm_items_t) { list->len, list->items };
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(sequence);
    return (mpwasm_items_t) { tuple->len, tuple->items };
}

// A slice whose bounds are numbers, for which nothing of the program's is called.
mp_obj_t mpwasm_slice_numbers(mp_obj_t slice);

// Start, stop, step and count of a slice of a sequence whose length is asked for after the program's __index__ has run.
#define mpwasm_slice_of(slice, len) ({ mp_obj_t numbers_ = mpwasm_slice_numbers(slice); text_slice(numbers_, (len)); })

// Compares two lists or two tuples, whatever the comparisons of their items do to them.
bool mpwasm_sequence_compare(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

// The index of a value from start to stop. SIZE_MAX if it is not there.
size_t mpwasm_sequence_find(mp_obj_t sequence, mp_obj_t value, size_t start, size_t stop);

// Methods index and count.
mp_obj_t mpwasm_sequence_index(mp_obj_t sequence, size_t n_args, const mp_obj_t *args);
mp_obj_t mpwasm_sequence_count(mp_obj_t sequence, mp_obj_t value);

// How often a sequence is to be repeated: false if the factor is no number.
bool mpwasm_sequence_times(mp_obj_t factor, size_t len, size_t *times);

// Prints items between commas.
void mpwasm_sequence_print(const mp_print_t *print, mp_obj_t sequence, mp_print_kind_t kind);

// Iterators over lists (list_iter.c).
mp_obj_t mpwasm_list_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf);
MP_DECLARE_CONST_FUN_OBJ_1(mpwasm_list_reversed_obj);

// Sorts items. With keys, these are compared in place of the items, and moved with them. The items must be nobody else's.
void mpwasm_sort(mp_obj_t *items, mp_obj_t *keys, size_t len);

#endif
