// Heaps that a comparison changes.
//
// What upstream does wrong: heapq goes through a list by places that it computed before __lt__ ran, and writes there
// (extmod/modheapq.c:47, 66 of 1.26.1), though __lt__ may have shortened the list.

#include "py/objlist.h"
#include "py/runtime.h"

#include "guard/guard.h"

#if MICROPY_PY_HEAPQ

#define mp_binary_op(op, a, b) less(heap, a, b)

static mp_obj_t less(mp_obj_list_t *heap, mp_obj_t a, mp_obj_t b) {
    size_t len = heap->len;
    mp_obj_t result = mp_obj_new_bool(mp_obj_is_true((mp_binary_op)(MP_BINARY_OP_LESS, a, b))); // upstream asks whether it is True itself
    if (heap->len != len) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("list changed size during iteration"));
    }
    return result;
}

// A heap may be of a subclass of list: upstream's variables are set to the list in it.
#undef mp_obj_is_type
#define mp_obj_is_type(object, type) ((object = mp_obj_cast_to_native_base(object, MP_OBJ_FROM_PTR(type))) != MP_OBJ_NULL)
#define mp_obj_list_append(object, item) mp_obj_list_append(MP_OBJ_FROM_PTR(heap), item)
#define mp_raise_msg(type, text) mp_raise_msg(type, MP_ERROR_TEXT("index out of range"))

// The module heapq is CPython's own, in Python; it takes from _heapq what is there.
#define MP_QSTR_heapq MP_QSTR__heapq

#include "extmod/modheapq.c"

#endif
