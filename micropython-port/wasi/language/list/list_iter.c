// Iterators over lists, forwards and backwards. A list may change meanwhile.

#include "language/iterator_state.h"
#include "language/list/sequence.h"
#include "language/native.h"

typedef struct _list_iter_t {
    mp_obj_base_t base;
    mp_obj_list_t *list; // NULL at the end, for good
    size_t place;
} list_iter_t;

static mp_obj_t list_iternext(mp_obj_t self) {
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    if (iter->list != NULL && iter->place < iter->list->len) {
        return iter->list->items[iter->place++];
    }
    iter->list = NULL;
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t list_reversed_next(mp_obj_t self) { // place is that of the item before
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    if (iter->list != NULL && iter->place > 0 && iter->place <= iter->list->len) {
        return iter->list->items[--iter->place];
    }
    iter->list = NULL;
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t list_iter_hint(mp_obj_t self) {
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    return MP_OBJ_NEW_SMALL_INT(iter->list == NULL || iter->place > iter->list->len ? 0 : iter->list->len - iter->place);
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_iter_hint_obj, list_iter_hint);

static mp_obj_t list_reversed_hint(mp_obj_t self) {
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    return MP_OBJ_NEW_SMALL_INT(iter->list == NULL || iter->place > iter->list->len ? 0 : iter->place);
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_reversed_hint_obj, list_reversed_hint);

static mp_obj_t list_iter_reduce(mp_obj_t self) {
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    mp_obj_t function = mpwasm_builtin(MP_QSTR_iter);
    return iter->list == NULL ? mpwasm_reduced(function, mp_obj_new_list(0, NULL), MP_OBJ_NULL) : mpwasm_reduced(function, MP_OBJ_FROM_PTR(iter->list), mp_obj_new_int_from_uint(iter->place));
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_iter_reduce_obj, list_iter_reduce);

static mp_obj_t list_iter_setstate(mp_obj_t self, mp_obj_t state) {
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    iter->place = iter->list == NULL ? 0 : mpwasm_state_place(state, iter->list->len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_iter_setstate_obj, list_iter_setstate);

static mp_obj_t list_reversed_reduce(mp_obj_t self) {
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    return iter->list == NULL ? mpwasm_reduced(mpwasm_builtin(MP_QSTR_iter), mp_obj_new_list(0, NULL), MP_OBJ_NULL)
        : mpwasm_reduced(mpwasm_builtin(MP_QSTR_reversed), MP_OBJ_FROM_PTR(iter->list), mp_obj_new_int((mp_int_t)iter->place - 1));
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_reversed_reduce_obj, list_reversed_reduce);

static mp_obj_t list_reversed_setstate(mp_obj_t self, mp_obj_t state) { // the number of the next
    list_iter_t *iter = MP_OBJ_TO_PTR(self);
    mp_int_t next = mp_obj_get_int(state);
    iter->place = iter->list == NULL || next < 0 ? 0 : MIN((size_t)next + 1, iter->list->len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_reversed_setstate_obj, list_reversed_setstate);

static const mp_rom_map_elem_t list_iter_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&list_iter_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&list_iter_setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&list_iter_hint_obj) },
};
static MP_DEFINE_CONST_DICT(list_iter_locals_dict, list_iter_locals_dict_table);

static const mp_rom_map_elem_t list_reversed_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&list_reversed_reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&list_reversed_setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR___length_hint__), MP_ROM_PTR(&list_reversed_hint_obj) },
};
static MP_DEFINE_CONST_DICT(list_reversed_locals_dict, list_reversed_locals_dict_table);

static MP_DEFINE_CONST_OBJ_TYPE(list_iter_type, MP_QSTR_list_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, list_iternext, locals_dict, &list_iter_locals_dict);
static MP_DEFINE_CONST_OBJ_TYPE(list_reversed_type, MP_QSTR_list_reverseiterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, list_reversed_next, locals_dict, &list_reversed_locals_dict);

mp_obj_t mpwasm_list_getiter(mp_obj_t self, mp_obj_iter_buf_t *iter_buf) {
    list_iter_t *iter = (list_iter_t *)iter_buf;
    MP_STATIC_ASSERT(sizeof(*iter) <= sizeof(*iter_buf));
    *iter = (list_iter_t) { { &list_iter_type }, MP_OBJ_TO_PTR(self), 0 };
    return MP_OBJ_FROM_PTR(iter);
}

static mp_obj_t list_reversed(mp_obj_t self) {
    list_iter_t *iter = mp_obj_malloc(list_iter_t, &list_reversed_type);
    iter->list = MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_list));
    iter->place = iter->list->len;
    return MP_OBJ_FROM_PTR(iter);
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_list_reversed_obj, list_reversed);
