// Attributes and methods of memoryview.

#include <string.h>

#include "py/objlist.h"
#include "py/runtime.h"

#include "language/buffer/buffer.h"
#include "language/buffer/item.h"
#include "language/buffer/view.h"
#include "language/list/sequence.h"
#include "language/text/methods.h"

#if MICROPY_PY_BUILTINS_MEMORYVIEW

static mp_obj_t numbers(const mp_int_t *values, size_t len) {
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(len, NULL));
    for (size_t i = 0; i < len; i++) {
        tuple->items[i] = mp_obj_new_int(values[i]);
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static mp_obj_t format_of(const view_t *view) {
    byte text[] = { '@', view->code };
    return mp_obj_new_str((char *)text + !view->at, 1 + view->at);
}

void view_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    static const uint16_t names[] = {
        MP_QSTR_obj, MP_QSTR_nbytes, MP_QSTR_itemsize, MP_QSTR_format, MP_QSTR_ndim, MP_QSTR_shape, MP_QSTR_strides, MP_QSTR_suboffsets,
        MP_QSTR_readonly, MP_QSTR_c_contiguous, MP_QSTR_f_contiguous, MP_QSTR_contiguous,
    };
    size_t which = 0;
    while (which < MP_ARRAY_SIZE(names) && names[which] != attr) {
        which++;
    }
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (which == MP_ARRAY_SIZE(names)) {
        dest[1] = MP_OBJ_SENTINEL; // a method, then
        return;
    }
    const view_t *view = view_of(self);
    bool c = view_is_contiguous(view, false), f = view_is_contiguous(view, true);
    switch (which) {
        case 0:
            dest[0] = view->owner;
            break;
        case 1:
            dest[0] = mp_obj_new_int_from_uint(view_items(view) * view->size);
            break;
        case 2:
            dest[0] = MP_OBJ_NEW_SMALL_INT(view->size);
            break;
        case 3:
            dest[0] = format_of(view);
            break;
        case 4:
            dest[0] = MP_OBJ_NEW_SMALL_INT(view->ndim);
            break;
        case 5:
        case 6:
            dest[0] = numbers(view->dims + (which == 6 ? view->ndim : 0), view->ndim);
            break;
        case 7:
            dest[0] = mp_const_empty_tuple;
            break;
        default:
            dest[0] = mp_obj_new_bool(which == 8 ? view->readonly : which == 9 ? c : which == 10 ? f : c || f);
            break;
    }
}

static mp_obj_t view_release_method(mp_obj_t self) {
    view_release(MP_OBJ_TO_PTR(mpwasm_native_raise(self, &mp_type_memoryview)));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(view_release_obj, view_release_method);

static mp_obj_t view_enter(mp_obj_t self) {
    view_of(self);
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_1(view_enter_obj, view_enter);

static mp_obj_t view_exit(size_t n_args, const mp_obj_t *args) {
    return view_release_method(args[0]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(view_exit_obj, 1, 4, view_exit);

// The values from a place on, of a dimension and those below
static mp_obj_t values(const view_t *view, size_t dim, const byte *place) {
    if (dim == view->ndim) {
        return view_value(view, place);
    }
    size_t len = view->dims[dim];
    mp_obj_list_t *list = MP_OBJ_TO_PTR(mp_obj_new_list(len, NULL));
    for (size_t i = 0; i < len; i++) {
        list->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < len; i++, place += view->dims[view->ndim + dim]) {
        list->items[i] = values(view, dim + 1, place);
    }
    return MP_OBJ_FROM_PTR(list);
}

static mp_obj_t view_tolist(mp_obj_t self) {
    const view_t *view = view_of(self);
    return values(view, 0, (byte *)view->block + view->offset);
}
static MP_DEFINE_CONST_FUN_OBJ_1(view_tolist_obj, view_tolist);

static mp_obj_t view_tobytes(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_order, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    view_t *view = view_of(args[0].u_obj);
    const char *order = args[1].u_obj == mp_const_none ? "C" : mp_obj_str_get_str(args[1].u_obj);
    if (order[0] == 0 || order[1] != 0 || strchr("CFA", *order) == NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("order must be 'C', 'F' or 'A'"));
    }
    vstr_t bytes;
    vstr_init_len(&bytes, view_items(view) * view->size);
    bool first_fastest = *order == 'F' || (*order == 'A' && !view_is_contiguous(view, false) && view_is_contiguous(view, true));
    view_pack(view, (byte *)bytes.buf, first_fastest);
    return mp_obj_new_bytes_from_vstr(&bytes);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(view_tobytes_obj, 1, view_tobytes);

static mp_obj_t view_toreadonly(mp_obj_t self) {
    view_t *of = view_of(self), *view = view_new(of, of->ndim);
    memcpy(view->dims, of->dims, 2 * of->ndim * sizeof(mp_int_t));
    view->readonly = true;
    return MP_OBJ_FROM_PTR(view);
}
static MP_DEFINE_CONST_FUN_OBJ_1(view_toreadonly_obj, view_toreadonly);

static bool is_byte_code(byte code) {
    return code == 'B' || code == 'b' || code == 'c';
}

// Reads the shape of a cast; returns the number of items.
static uint64_t read_shape(mpwasm_items_t shape, mp_int_t *dims) {
    uint64_t items = 1;
    for (size_t i = 0; i < shape.len; i++) {
        if (!mp_obj_is_int(shape.items[i])) {
            mp_raise_TypeError(MP_ERROR_TEXT("memoryview.cast(): elements of shape must be integers"));
        }
        dims[i] = text_index(shape.items[i]);
        if (dims[i] <= 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("memoryview.cast(): elements of shape must be integers > 0"));
        }
        items = items > MP_SSIZE_MAX ? items : items * dims[i];
    }
    return items;
}

static void check_cast(const view_t *view, byte code, size_t size) {
    if (!view_is_contiguous(view, false)) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: casts are restricted to C-contiguous views"));
    }
    if (view_items(view) == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: cannot cast view with zeros in shape or strides"));
    }
    if (size == 0 || strchr("xspuw", code) != NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("memoryview: destination format must be a native single character format prefixed with an optional '@'"));
    }
    if (!is_byte_code(view->code) && !is_byte_code(code)) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: cannot cast between two non-byte formats"));
    }
    if (view_items(view) * view->size % size != 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: length is not a multiple of itemsize"));
    }
}

static mp_obj_t view_cast(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_format, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_shape, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    text_t format;
    if (!text_maybe(args[1].u_obj, &format) || !text_is_str(&format)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cast() argument 'format' must be str, not %s"), mp_obj_get_type_str(args[1].u_obj));
    }
    view_t *of = view_of(args[0].u_obj);
    bool at = format.len == 2 && *format.data == '@';
    byte code = format.len == 1 || at ? format.data[at] : 0;
    size_t size = item_size(code, true);
    check_cast(of, code, size);
    mp_int_t dims[VIEW_DIMENSIONS_MAX];
    uint64_t bytes = (uint64_t)view_items(of) * of->size;
    size_t ndim = 1;
    dims[0] = bytes / size;
    if (args[2].u_obj != mp_const_none) {
        if (!mp_obj_is_type(args[2].u_obj, &mp_type_list) && !mp_obj_is_type(args[2].u_obj, &mp_type_tuple)) {
            mp_raise_TypeError(MP_ERROR_TEXT("shape must be a list or a tuple"));
        }
        mpwasm_items_t shape = mpwasm_items(args[2].u_obj);
        ndim = shape.len;
        if (ndim > VIEW_DIMENSIONS_MAX) {
            mp_raise_ValueError(MP_ERROR_TEXT("memoryview: number of dimensions must not exceed 64"));
        }
        if (of->ndim != 1 && ndim != 1) {
            mp_raise_TypeError(MP_ERROR_TEXT("memoryview: cast must be 1D -> ND or ND -> 1D"));
        }
        if (read_shape(shape, dims) * size != bytes) {
            mp_raise_TypeError(MP_ERROR_TEXT("memoryview: product(shape) * itemsize != buffer size"));
        }
    }
    view_t *view = view_new(of, ndim);
    view->at = at;
    view->code = code;
    view->size = size;
    memcpy(view->dims, dims, ndim * sizeof(mp_int_t));
    mp_int_t stride = size;
    for (size_t i = ndim; i > 0; i--) {
        view->dims[ndim + i - 1] = stride;
        stride *= dims[i - 1];
    }
    return MP_OBJ_FROM_PTR(view);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(view_cast_obj, 2, view_cast);

static const mp_rom_map_elem_t locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___del__), MP_ROM_PTR(&view_release_obj) },
    { MP_ROM_QSTR(MP_QSTR___enter__), MP_ROM_PTR(&view_enter_obj) },
    { MP_ROM_QSTR(MP_QSTR___exit__), MP_ROM_PTR(&view_exit_obj) },
    { MP_ROM_QSTR(MP_QSTR_release), MP_ROM_PTR(&view_release_obj) },
    { MP_ROM_QSTR(MP_QSTR_cast), MP_ROM_PTR(&view_cast_obj) },
    { MP_ROM_QSTR(MP_QSTR_tolist), MP_ROM_PTR(&view_tolist_obj) },
    { MP_ROM_QSTR(MP_QSTR_tobytes), MP_ROM_PTR(&view_tobytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_toreadonly), MP_ROM_PTR(&view_toreadonly_obj) },
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&bytes_hex_obj) },
};
MP_DEFINE_CONST_DICT(view_locals, locals_table);

#endif
