// Deques: rings that grow. Shared by the files of this folder.
#ifndef MPWASM_DEQUE_H
#define MPWASM_DEQUE_H

#include "py/obj.h"

typedef struct _deque_t {
    mp_obj_base_t base;
    mp_obj_t *items; // a ring of alloc items, of which len from first on are in use
    size_t alloc, first, len;
    size_t maxlen;   // DEQUE_ANY: none
    size_t changes;  // so that iterators know
} deque_t;

#define DEQUE_ANY ((size_t)-1)

extern const mp_obj_type_t mpwasm_type_deque;

deque_t *deque_new(size_t maxlen);
mp_obj_t *deque_at(const deque_t *deque, size_t i); // i < len
void deque_append(deque_t *deque, mp_obj_t value);
void deque_append_left(deque_t *deque, mp_obj_t value);
mp_obj_t deque_pop(deque_t *deque, bool left);
void deque_extend(deque_t *deque, mp_obj_t iterable, bool left);
void deque_rotate(deque_t *deque, mp_int_t n);
void deque_delete(deque_t *deque, size_t i);

// A copy of a part's items that stays as it is, as a list.
mp_obj_t deque_to_list(const deque_t *deque);

#endif
