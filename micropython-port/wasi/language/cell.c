// Cells: variables that inner functions share. This replaces py/objcell.c, whose type only that file knows.

#include "py/runtime.h"

#include "language/native.h"

static void cell_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_obj_cell_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->obj == MP_OBJ_NULL) {
        mp_printf(print, "<cell at 0x%08x: empty>", (unsigned)(uintptr_t)self);
    } else {
        mp_printf(print, "<cell at 0x%08x: %s object at 0x%08x>", (unsigned)(uintptr_t)self, mp_obj_get_type_str(self->obj), (unsigned)(uintptr_t)self->obj);
    }
}

static void cell_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    mp_obj_cell_t *self = MP_OBJ_TO_PTR(self_in);
    if (attr != MP_QSTR_cell_contents) {
        return;
    }
    if (dest[0] != MP_OBJ_NULL) { // store or delete
        self->obj = dest[1];
        dest[0] = MP_OBJ_NULL;
    } else if (self->obj == MP_OBJ_NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("Cell is empty"));
    } else {
        dest[0] = self->obj;
    }
}

static mp_obj_t cell_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)type;
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    return mp_obj_new_cell(n_args == 0 ? MP_OBJ_NULL : args[0]);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_cell,
    MP_QSTR_cell,
    MP_TYPE_FLAG_NONE,
    make_new, cell_make_new,
    print, cell_print,
    attr, cell_attr
    );

mp_obj_t mp_obj_new_cell(mp_obj_t value) {
    mp_obj_cell_t *cell = mp_obj_malloc(mp_obj_cell_t, &mpwasm_type_cell);
    cell->obj = value;
    return MP_OBJ_FROM_PTR(cell);
}
