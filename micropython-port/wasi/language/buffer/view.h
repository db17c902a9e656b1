// A memoryview, for the files that define it.
#ifndef MPWASM_VIEW_H
#define MPWASM_VIEW_H

#include "py/objarray.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t owner; // whose bytes they are; MP_OBJ_NULL once the view is released
    mp_obj_array_t *array; // the owner's native part, if views keep it from being resized
    void *block; // where the owner's bytes begin, which keeps them alive
    mp_int_t offset; // of the first item, in bytes
    uint8_t size, code, ndim; // of items: bytes, struct's code; dimensions
    bool at; // the format has an @ before its code
    bool readonly;
    mp_obj_t hash; // once it was asked for
    mp_int_t dims[]; // the shape, then the strides
} view_t;

#define VIEW_DIMENSIONS_MAX (64)

view_t *view_new(const view_t *like, size_t ndim);
void view_release(view_t *view);

// The view that an object is, or an exception if it is none, or released
view_t *view_of(mp_obj_t object);

size_t view_items(const view_t *view);
byte *view_item(const view_t *view, size_t number, bool first_fastest);
mp_obj_t view_value(const view_t *view, const byte *place);
bool view_is_contiguous(const view_t *view, bool first_fastest);
void view_pack(const view_t *view, byte *to, bool first_fastest);

// view_methods.c
void view_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);
extern const mp_obj_dict_t view_locals;

#endif
