// What deques do: a ring of items, which doubles when it is full.

#include <string.h>

#include "py/objlist.h"
#include "py/runtime.h"

#include "library/collections/deque.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

deque_t *deque_new(size_t maxlen) {
    deque_t *deque = mp_obj_malloc(deque_t, &mpwasm_type_deque);
    deque->items = NULL;
    deque->alloc = deque->first = deque->len = deque->changes = 0;
    deque->maxlen = maxlen;
    return deque;
}

mp_obj_t *deque_at(const deque_t *deque, size_t i) {
    size_t place = deque->first + i;
    return &deque->items[place < deque->alloc ? place : place - deque->alloc];
}

static void grow(deque_t *deque) {
    size_t alloc = deque->alloc == 0 ? 8 : deque->alloc * 2;
    size_t bytes;
    if (__builtin_mul_overflow(alloc, sizeof(mp_obj_t), &bytes)) {
        m_malloc_fail(SIZE_MAX);
    }
    mp_obj_t *items = mpwasm_malloc(bytes);
    for (size_t i = 0; i < deque->len; i++) {
        items[i] = *deque_at(deque, i);
    }
    deque->items = items; // the old ones are left to the collector: somebody may be reading them
    deque->alloc = alloc;
    deque->first = 0;
}

void deque_append(deque_t *deque, mp_obj_t value) {
    if (deque->maxlen == 0) {
        return;
    }
    if (deque->len == deque->maxlen) {
        deque_pop(deque, true);
    }
    if (deque->len == deque->alloc) {
        grow(deque);
    }
    deque->len++;
    *deque_at(deque, deque->len - 1) = value;
    deque->changes++;
}

void deque_append_left(deque_t *deque, mp_obj_t value) {
    if (deque->maxlen == 0) {
        return;
    }
    if (deque->len == deque->maxlen) {
        deque_pop(deque, false);
    }
    if (deque->len == deque->alloc) {
        grow(deque);
    }
    deque->first = deque->first == 0 ? deque->alloc - 1 : deque->first - 1;
    deque->len++;
    deque->items[deque->first] = value;
    deque->changes++;
}

mp_obj_t deque_pop(deque_t *deque, bool left) {
    if (deque->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from an empty deque"));
    }
    mp_obj_t *place = deque_at(deque, left ? 0 : deque->len - 1), value = *place;
    *place = mp_const_none;
    if (left) {
        deque->first = deque->first + 1 == deque->alloc ? 0 : deque->first + 1;
    }
    deque->len--;
    deque->changes++;
    return value;
}

void deque_extend(deque_t *deque, mp_obj_t iterable, bool left) {
    if (iterable == MP_OBJ_FROM_PTR(deque)) {
        iterable = deque_to_list(deque);
    }
    mp_obj_t iterator = mp_getiter(iterable, NULL), value;
    while ((value = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        if (left) {
            deque_append_left(deque, value);
        } else {
            deque_append(deque, value);
        }
    }
}

void deque_rotate(deque_t *deque, mp_int_t n) {
    if (deque->len < 2) {
        return;
    }
    mp_int_t len = deque->len;
    n %= len;
    n += n < 0 ? len : 0;
    // The shorter way round; one value at a time, which takes the place on the other side.
    bool left = n > len / 2;
    for (mp_int_t turns = left ? len - n : n; turns > 0; turns--) {
        mp_obj_t value = deque_pop(deque, left);
        if (left) {
            deque_append(deque, value);
        } else {
            deque_append_left(deque, value);
        }
    }
}

void deque_delete(deque_t *deque, size_t i) {
    for (; i + 1 < deque->len; i++) {
        *deque_at(deque, i) = *deque_at(deque, i + 1);
    }
    deque_pop(deque, false);
}

mp_obj_t deque_to_list(const deque_t *deque) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (size_t i = 0; i < deque->len; i++) {
        mp_obj_list_append(list, *deque_at(deque, i));
    }
    return list;
}

#endif
