// Type memoryview: what it shows of an object's bytes, and as what (buffer.h).

#include <string.h>

#include "py/runtime.h"

#include "language/buffer/buffer.h"
#include "language/buffer/item.h"
#include "language/errors/hierarchy.h"
#include "language/buffer/view.h"
#include "language/list/sequence.h"
#include "memory/safepoint.h"

#if MICROPY_PY_BUILTINS_MEMORYVIEW

// --- Making and releasing --------------------------------------------------------------------------

// A view like another of so many dimensions, whose shape is still to be set. It counts as an export of its array.
view_t *view_new(const view_t *like, size_t ndim) {
    size_t bytes = sizeof(view_t) + 2 * ndim * sizeof(mp_int_t);
    view_t *view = like->array != NULL ? m_malloc_with_finaliser(bytes) : m_malloc(bytes);
    memcpy(view, like, sizeof(view_t));
    view->array = NULL;
    view->hash = MP_OBJ_NULL;
    view->base.type = &mp_type_memoryview;
    view->ndim = ndim;
    if (like->array != NULL) {
        array_export(like->array);
        view->array = like->array;
    }
    return view;
}

void view_release(view_t *view) {
    if (view->array != NULL) {
        array_unexport(view->array);
    }
    view->array = NULL;
    view->owner = MP_OBJ_NULL;
    view->block = NULL;
}

view_t *view_of(mp_obj_t object) {
    view_t *view = MP_OBJ_TO_PTR(mpwasm_native_raise(object, &mp_type_memoryview));
    if (view->owner == MP_OBJ_NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("operation forbidden on released memoryview object"));
    }
    return view;
}

static view_t *new_line(view_t *like, size_t len) {
    view_t *view = view_new(like, 1);
    view->dims[0] = len;
    view->dims[1] = view->size;
    return view;
}

mp_obj_t mp_obj_new_memoryview(byte typecode, size_t len, void *items) {
    byte code = typecode & ~MP_OBJ_ARRAY_TYPECODE_FLAG_RW;
    code = code == BYTEARRAY_TYPECODE ? 'B' : code;
    view_t like = {
        .owner = mp_const_none, .block = items, .size = item_size(code, true), .code = code, .readonly = !(typecode & MP_OBJ_ARRAY_TYPECODE_FLAG_RW),
    };
    return MP_OBJ_FROM_PTR(new_line(&like, len));
}

// A view of an object that has bytes. NULL if it has none.
static view_t *view_on(mp_obj_t object) {
    mp_obj_t native = mpwasm_native(object, &mp_type_memoryview);
    if (native != MP_OBJ_NULL) {
        view_t *of = view_of(native), *view = view_new(of, of->ndim);
        memcpy(view->dims, of->dims, 2 * of->ndim * sizeof(mp_int_t));
        return view;
    }
    mp_buffer_info_t buffer, writable;
    if (mpwasm_native(object, &mp_type_str) != MP_OBJ_NULL || !mp_get_buffer(object, &buffer, MP_BUFFER_READ)) {
        return NULL;
    }
    byte code = buffer.typecode == BYTEARRAY_TYPECODE ? 'B' : buffer.typecode;
    view_t like = { .owner = object, .block = buffer.buf, .code = code, .size = item_size(code, true), .readonly = !mp_get_buffer(object, &writable, MP_BUFFER_RW) };
    native = mpwasm_native(object, &mp_type_bytearray);
    #if MICROPY_PY_ARRAY
    native = native == MP_OBJ_NULL ? mpwasm_native(object, &mp_type_array) : native;
    #endif
    like.array = native == MP_OBJ_NULL ? NULL : MP_OBJ_TO_PTR(native);
    return new_line(&like, buffer.len / like.size);
}

static mp_obj_t view_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_object, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } } };
    mp_arg_val_t given[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, given);
    view_t *view = view_on(given[0].u_obj);
    if (view == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("memoryview: a bytes-like object is required, not '%s'"), mp_obj_get_type_str(given[0].u_obj));
    }
    return MP_OBJ_FROM_PTR(view);
}

// --- Items -----------------------------------------------------------------------------------------

size_t view_items(const view_t *view) {
    size_t items = 1;
    for (size_t i = 0; i < view->ndim; i++) {
        items *= view->dims[i];
    }
    return items;
}

// The place of an item by its number, the last index going fastest, or the first (as Fortran has it).
byte *view_item(const view_t *view, size_t number, bool first_fastest) {
    byte *place = (byte *)view->block + view->offset;
    for (size_t i = 0; i < view->ndim; i++) {
        size_t dim = first_fastest ? i : view->ndim - 1 - i;
        place += (mp_int_t)(number % view->dims[dim]) * view->dims[view->ndim + dim];
        number /= view->dims[dim];
    }
    return place;
}

bool view_is_contiguous(const view_t *view, bool first_fastest) {
    mp_int_t stride = view->size;
    if (view_items(view) == 0) {
        return true;
    }
    for (size_t i = 0; i < view->ndim; i++) {
        size_t dim = first_fastest ? i : view->ndim - 1 - i;
        if (view->dims[dim] > 1 && view->dims[view->ndim + dim] != stride) {
            return false;
        }
        stride *= view->dims[dim];
    }
    return true;
}

mp_obj_t view_value(const view_t *view, const byte *place) {
    return item_value(view->code, view->size, false, place);
}

// All items, one behind the other
void view_pack(const view_t *view, byte *to, bool first_fastest) {
    size_t items = view_items(view);
    if (view_is_contiguous(view, first_fastest)) {
        memcpy(to, (byte *)view->block + view->offset, items * view->size);
        return;
    }
    for (size_t i = 0; i < items; i++) {
        memcpy(to + i * view->size, view_item(view, i, first_fastest), view->size);
    }
}

// Others read a view that has gaps from a copy.
static mp_int_t view_get_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags) {
    view_t *view = view_of(self);
    if ((flags & MP_BUFFER_WRITE) && view->readonly) {
        return 1;
    }
    buffer->len = view_items(view) * view->size;
    buffer->typecode = view->code;
    buffer->buf = (byte *)view->block + view->offset;
    if (!view_is_contiguous(view, false)) {
        if (flags & MP_BUFFER_WRITE) {
            mp_raise_msg(&mp_type_BufferError, MP_ERROR_TEXT("memoryview: underlying buffer is not C-contiguous"));
        }
        buffer->buf = mpwasm_malloc(buffer->len);
        view_pack(view, buffer->buf, false);
    }
    return 0;
}

// --- Subscripts ------------------------------------------------------------------------------------

// Adds an index of a dimension to a place.
static void step_in(const view_t *view, size_t dim, mp_obj_t index_in, byte **place) {
    mp_int_t index = text_index(index_in), len = view->dims[dim];
    index += index < 0 ? len : 0;
    if (index < 0 || index >= len) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("index out of bounds on dimension %u"), (unsigned)dim + 1);
    }
    *place += index * view->dims[view->ndim + dim];
}

static byte *place_at(const view_t *view, mp_obj_t key) {
    byte *place = (byte *)view->block + view->offset;
    mp_int_t ignored;
    if (mp_obj_is_type(key, &mp_type_tuple)) {
        mpwasm_items_t indexes = mpwasm_items(key);
        size_t slices = 0;
        for (size_t i = 0; i < indexes.len; i++) {
            bool is_slice = mp_obj_is_type(indexes.items[i], &mp_type_slice);
            slices += is_slice;
            if (!is_slice && !text_index_maybe(indexes.items[i], &ignored)) {
                mp_raise_TypeError(MP_ERROR_TEXT("memoryview: invalid slice key"));
            }
        }
        if (slices > 0 && slices == indexes.len) {
            mp_raise_NotImplementedError(MP_ERROR_TEXT("multi-dimensional slicing is not implemented"));
        } else if (slices > 0) {
            mp_raise_TypeError(MP_ERROR_TEXT("memoryview: invalid slice key"));
        }
        if (indexes.len < view->ndim) {
            mp_raise_NotImplementedError(MP_ERROR_TEXT("sub-views are not implemented"));
        }
        if (indexes.len > view->ndim) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot index %u-dimension view with %u-element tuple"), (unsigned)view->ndim, (unsigned)indexes.len);
        }
        for (size_t i = 0; i < indexes.len; i++) {
            step_in(view, i, indexes.items[i], &place);
        }
        return place;
    }
    if (view->ndim == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("invalid indexing of 0-dim memory"));
    }
    if (!text_index_maybe(key, &ignored)) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: invalid slice key"));
    }
    if (view->ndim > 1) {
        mp_raise_NotImplementedError(MP_ERROR_TEXT("multi-dimensional sub-views are not implemented"));
    }
    step_in(view, 0, key, &place);
    return place;
}

static view_t *view_slice(view_t *of, mp_obj_t key) {
    text_slice_t slice = text_slice(key, of->dims[0]);
    view_t *view = view_new(of, of->ndim);
    memcpy(view->dims, of->dims, 2 * of->ndim * sizeof(mp_int_t));
    view->offset += slice.start * of->dims[of->ndim];
    view->dims[0] = slice.count;
    mp_int_t stride;
    if (!__builtin_mul_overflow(view->dims[view->ndim], slice.step, &stride)) { // otherwise there is one item at the most, and nothing to step over
        view->dims[view->ndim] = stride;
    }
    return view;
}

static void store_value(mp_obj_t self, mp_obj_t key, mp_obj_t value) {
    view_t *view = view_of(self);
    place_at(view, key);
    byte bytes[ITEM_MAX];
    item_stored_t stored = item_bytes(view->code, view->size, false, value, bytes); // which may run Python code
    if (stored == ITEM_WRONG_TYPE && !(view->code == 'c' && mpwasm_native(value, &mp_type_bytes) != MP_OBJ_NULL)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("memoryview: invalid type for format '%s%c'"), view->at ? "@" : "", view->code);
    }
    if (stored != ITEM_STORED && !item_is_float(view->code)) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("memoryview: invalid value for format '%s%c'"), view->at ? "@" : "", view->code);
    }
    view = view_of(self);
    memcpy(place_at(view, key), bytes, view->size);
}

static void store_slice(mp_obj_t self, mp_obj_t key, mp_obj_t value) {
    view_t *from = view_on(value);
    if (from == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(value));
    }
    view_t *view = view_of(self);
    if (view->ndim > 1) {
        mp_raise_NotImplementedError(MP_ERROR_TEXT("memoryview slice assignments are currently restricted to ndim = 1"));
    }
    view_t *to = view_slice(view, key);
    if (from->ndim != 1 || from->dims[0] != to->dims[0] || from->code != to->code) {
        view_release(from);
        view_release(to);
        mp_raise_ValueError(MP_ERROR_TEXT("memoryview assignment: lvalue and rvalue have different structures"));
    }
    size_t items = view_items(to);
    byte *packed = mpwasm_malloc(items * to->size);
    view_pack(from, packed, false);
    for (size_t i = 0; i < items; i++) {
        memcpy(view_item(to, i, false), packed + i * to->size, to->size);
    }
    view_release(from);
    view_release(to);
}

static mp_obj_t view_subscr(mp_obj_t self, mp_obj_t key, mp_obj_t value) {
    view_t *view = view_of(self);
    bool is_slice = mp_obj_is_type(key, &mp_type_slice);
    if (value == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("cannot delete memory"));
    }
    if (value != MP_OBJ_SENTINEL && view->readonly) {
        mp_raise_TypeError(MP_ERROR_TEXT("cannot modify read-only memory"));
    }
    if (view->ndim == 0 && key == MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj)) {
        if (value == MP_OBJ_SENTINEL) {
            return self;
        }
        key = mp_const_empty_tuple;
    }
    if (is_slice && view->ndim > 0) {
        key = mpwasm_slice_numbers(key);
        view = view_of(self);
        if (value == MP_OBJ_SENTINEL) {
            return MP_OBJ_FROM_PTR(view_slice(view, key));
        }
        store_slice(self, key, value);
    } else if (value == MP_OBJ_SENTINEL) {
        return view_value(view, place_at(view, key));
    } else {
        store_value(self, key, value);
    }
    return mp_const_none;
}

// --- Iterators -------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_fun_1_t next;
    mp_obj_t view;
    size_t place;
} view_iterator_t;

static mp_obj_t iterator_next(mp_obj_t self_in) {
    view_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->view == MP_OBJ_NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    view_t *view = view_of(self->view);
    if (self->place < (size_t)view->dims[0]) {
        return view_value(view, place_at(view, MP_OBJ_NEW_SMALL_INT(self->place++)));
    }
    self->view = MP_OBJ_NULL;
    return MP_OBJ_STOP_ITERATION;
}

static mp_obj_t view_iter(mp_obj_t self_in, mp_obj_iter_buf_t *iter_buf) {
    if (view_of(self_in)->ndim == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("invalid indexing of 0-dim memory"));
    }
    view_iterator_t *self = (view_iterator_t *)iter_buf;
    self->base.type = &mp_type_polymorph_iter;
    self->next = iterator_next;
    self->view = self_in;
    self->place = 0;
    return MP_OBJ_FROM_PTR(self);
}

// --- Operators -------------------------------------------------------------------------------------

static bool view_equal(view_t *a, view_t *b) {
    if (a->ndim != b->ndim || memcmp(a->dims, b->dims, a->ndim * sizeof(mp_int_t)) != 0) {
        return false;
    }
    bool same_bytes = a->code == b->code && !item_is_float(a->code) && a->code != '?';
    size_t items = view_items(a);
    for (size_t i = 0; i < items; i++) {
        const byte *x = view_item(a, i, false), *y = view_item(b, i, false);
        if (same_bytes ? memcmp(x, y, a->size) != 0 : !mp_obj_equal(view_value(a, x), view_value(b, y))) {
            return false;
        }
    }
    return true;
}

static mp_obj_t view_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op != MP_BINARY_OP_EQUAL) {
        return MP_OBJ_NULL;
    }
    view_t *a = MP_OBJ_TO_PTR(lhs);
    mp_obj_t native = mpwasm_native(rhs, &mp_type_memoryview);
    if (a->owner == MP_OBJ_NULL || (native != MP_OBJ_NULL && ((view_t *)MP_OBJ_TO_PTR(native))->owner == MP_OBJ_NULL)) {
        return mp_obj_new_bool(lhs == rhs);
    }
    view_t *b = view_on(rhs);
    if (b == NULL) {
        return MP_OBJ_NULL;
    }
    bool equal = view_equal(a, b);
    view_release(b);
    return mp_obj_new_bool(equal);
}

static mp_obj_t view_unary_op(mp_unary_op_t op, mp_obj_t self) {
    if (op == MP_UNARY_OP_HASH) {
        view_t *view = MP_OBJ_TO_PTR(self);
        if (view->hash != MP_OBJ_NULL) {
            return view->hash;
        }
        view = view_of(self);
        if (!view->readonly) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot hash writable memoryview object"));
        }
        if (strchr("Bbc", view->code) == NULL) {
            mp_raise_ValueError(MP_ERROR_TEXT("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
        }
        mp_buffer_info_t buffer;
        view_get_buffer(self, &buffer, MP_BUFFER_READ);
        return view->hash = mp_unary_op(MP_UNARY_OP_HASH, mp_obj_new_bytes(buffer.buf, buffer.len));
    }
    if (op == MP_UNARY_OP_LEN || op == MP_UNARY_OP_BOOL) {
        view_t *view = view_of(self);
        if (view->ndim == 0) {
            mp_raise_TypeError(MP_ERROR_TEXT("0-dim memory has no length"));
        }
        return op == MP_UNARY_OP_LEN ? mp_obj_new_int(view->dims[0]) : mp_obj_new_bool(view->dims[0] != 0);
    }
    return MP_OBJ_NULL;
}

static void view_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const view_t *view = MP_OBJ_TO_PTR(self);
    mp_printf(print, "<%s at 0x%08x>", view->owner == MP_OBJ_NULL ? "released memory" : "memory", (unsigned)(uintptr_t)view);
}

MP_DEFINE_CONST_OBJ_TYPE(mp_type_memoryview, MP_QSTR_memoryview,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER | MP_TYPE_FLAG_SUBSCR_ALLOWS_STACK_SLICE,
    make_new, view_make_new, print, view_print, iter, view_iter, unary_op, view_unary_op, binary_op, view_binary_op,
    attr, view_attr, subscr, view_subscr, buffer, view_get_buffer, locals_dict, &view_locals);

#endif
