// Instances of classes over native types, whose native part is missing.
//
// What upstream does wrong: until a class over list, bytearray, an exception and so on calls super().__init__(), or if it is made by
// object.__new__, a function stands in place of the native part (py/objtype.c:109 of 1.26.1). Where that is taken for what it should
// be, memory is read that means something else: for a buffer (objtype.c:936), in comparisons of tuples (objtype.c:1522), in exceptions
// (py/objexcept.c:125), which are even written to. And super().__init__(...) trusts that self is an instance (objtype.c:89).

#include "py/objtype.h"
#include "py/runtime.h"

#include "guard/guard.h"

#define native_base_init_wrapper(...) unguarded_native_base_init_wrapper(__VA_ARGS__)
#define instance_get_buffer(...) unguarded_instance_get_buffer(__VA_ARGS__)
#define mp_obj_cast_to_native_base(...) unguarded_cast_to_native_base(__VA_ARGS__)

static mp_obj_t (native_base_init_wrapper)(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args);
static mp_int_t (instance_get_buffer)(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags);

#include "py/objtype.c"

#undef native_base_init_wrapper
#undef instance_get_buffer
#undef mp_obj_cast_to_native_base

bool mpwasm_is_missing(mp_obj_t native) {
    return native == MP_OBJ_FROM_PTR(&native_base_init_wrapper_obj);
}

static mp_obj_t native_base_init_wrapper(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    const mp_obj_type_t *native = NULL;
    if (!mpwasm_is_instance(args[0]) || instance_count_native_bases(mp_obj_get_type(args[0]), &native) == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("self is of another class"));
    }
    return unguarded_native_base_init_wrapper(n_args, args, kw_args);
}

static mp_int_t instance_get_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags) {
    const mp_obj_type_t *native = NULL;
    if (instance_count_native_bases(mp_obj_get_type(self), &native) > 0 && mpwasm_is_missing(((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0])) {
        return 1; // no buffer
    }
    return unguarded_instance_get_buffer(self, buffer, flags);
}

mp_obj_t mp_obj_cast_to_native_base(mp_obj_t self, mp_const_obj_t native_type) {
    mp_obj_t native = unguarded_cast_to_native_base(self, native_type);
    return native != MP_OBJ_NULL && mpwasm_is_missing(native) ? MP_OBJ_NULL : native;
}
