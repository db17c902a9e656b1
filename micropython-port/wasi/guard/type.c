// Instances of classes over native types, whose native part is missing.
//
// What upstream does wrong: until a class over list, bytearray, an exception and so on calls super().__init__(), or if it is made by
// object.__new__, a function stands in place of the native part (py/objtype.c:109 of 1.26.1). Where that is taken for what it should
// be, memory is read that means something else: for a buffer (objtype.c:936), in comparisons of tuples (objtype.c:1522), in exceptions
// (py/objexcept.c:125), which are even written to. And super().__init__(...) trusts that self is an instance (objtype.c:89).
//
// Native methods that a lookup finds, without an object to bind them to, are given out with a check of their self (language/native.c). A __call__ that
// is bound to nothing is called without a self, where upstream passes a null object (objtype.c:911).

#include "py/objtype.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/native.h"

// Upstream's lookup calls this with the class that was asked; "type" is the one in which the member was found.
#define mp_convert_member_lookup(self, asked, member, dest) convert_member(self, asked, type, member, dest)
#define mp_call_method_self_n_kw(method, self, n_args, n_kw, args) \
    ((self) == MP_OBJ_NULL ? mp_call_function_n_kw(method, n_args, n_kw, args) : mp_call_method_self_n_kw(method, self, n_args, n_kw, args))
#define type_attr(...) unguarded_type_attr(__VA_ARGS__)
#define super_make_new(...) unguarded_super_make_new(__VA_ARGS__)
#define mp_load_super_method(...) unguarded_load_super_method(__VA_ARGS__)
#define native_base_init_wrapper(...) unguarded_native_base_init_wrapper(__VA_ARGS__)
#define instance_get_buffer(...) unguarded_instance_get_buffer(__VA_ARGS__)
#define mp_obj_instance_getiter(...) unguarded_getiter(__VA_ARGS__)
#define mp_obj_cast_to_native_base(...) unguarded_cast_to_native_base(__VA_ARGS__)

static void (type_attr)(mp_obj_t self, qstr attr, mp_obj_t *dest);
static mp_obj_t (super_make_new)(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
static mp_obj_t (native_base_init_wrapper)(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args);
mp_obj_t unguarded_getiter(mp_obj_t self, mp_obj_iter_buf_t *buffer);
static mp_int_t (instance_get_buffer)(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags);

static bool is_native_function(mp_obj_t member) {
    return mp_obj_is_obj(member) && (mp_obj_get_type(member)->flags & MP_TYPE_FLAG_BUILTIN_FUN);
}

static void convert_member(mp_obj_t self, const mp_obj_type_t *asked, const mp_obj_type_t *found, mp_obj_t member, mp_obj_t *dest) {
    if (!is_native_function(member) || mp_obj_is_instance_type(found)) {
        (mp_convert_member_lookup)(self, asked, member, dest);
    } else if (found == &mp_type_object) { // its methods look at what they are given
        dest[0] = member;
        dest[1] = self;
    } else if (self == MP_OBJ_NULL || mpwasm_native(self, found) != self) {
        dest[0] = mpwasm_new_checked_function(found, member);
        dest[1] = self;
    } else {
        dest[0] = member;
        dest[1] = self;
    }
}

#include "py/objtype.c"

#undef mp_convert_member_lookup
#undef mp_call_method_self_n_kw
#undef type_attr
#undef super_make_new
#undef mp_load_super_method

#undef native_base_init_wrapper
#undef mp_obj_instance_getiter
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

mp_obj_t mp_obj_instance_getiter(mp_obj_t self, mp_obj_iter_buf_t *buffer) {
    const mp_obj_type_t *native = NULL;
    if (instance_count_native_bases(mp_obj_get_type(self), &native) > 0 && mpwasm_is_missing(((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("call super().__init__() first"));
    }
    return unguarded_getiter(self, buffer);
}

mp_obj_t mp_obj_cast_to_native_base(mp_obj_t self, mp_const_obj_t native_type) {
    mp_obj_t native = unguarded_cast_to_native_base(self, native_type);
    return native != MP_OBJ_NULL && mpwasm_is_missing(native) ? MP_OBJ_NULL : native;
}

// The methods of native types, as programs get them.
static mp_obj_t native_type_dict(const mp_obj_type_t *type) {
    mp_obj_dict_t *members = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, locals_dict);
    mp_obj_t copy = mp_obj_new_dict(members == NULL ? 0 : members->map.used);
    for (size_t i = 0; members != NULL && i < members->map.alloc; i++) {
        if (mp_map_slot_is_filled(&members->map, i)) {
            mp_obj_t value = members->map.table[i].value;
            mp_obj_dict_store(copy, members->map.table[i].key,
                is_native_function(value) && type != &mp_type_object ? mpwasm_new_checked_function(type, value) : value);
        }
    }
    ((mp_obj_dict_t *)MP_OBJ_TO_PTR(copy))->map.is_fixed = 1;
    return copy;
}

static void type_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(self);
    if (attr == MP_QSTR___dict__ && dest[0] == MP_OBJ_NULL && mp_obj_is_native_type(type)) {
        dest[0] = native_type_dict(type);
    } else {
        unguarded_type_attr(self, attr, dest);
    }
}

// isinstance(object, type), or issubclass for a class.
static void check_super(mp_obj_t type, mp_obj_t object) {
    if (!mp_obj_is_type(type, &mp_type_type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super() argument 1 must be a type, not %s"), mp_obj_get_type_str(type));
    }
    const mp_obj_type_t *own = mp_obj_get_type(object);
    mp_obj_t class = own == &mp_type_type ? object : MP_OBJ_FROM_PTR(own);
    if (mp_obj_is_subclass(class, type) == mp_const_false || (own != &mp_type_type && mp_obj_is_native_type(own))) {
        mp_raise_TypeError(MP_ERROR_TEXT("super(type, obj): obj must be an instance or subtype of type"));
    }
}

static mp_obj_t super_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    check_super(args[0], args[1]);
    return unguarded_super_make_new(type, n_args, n_kw, args);
}

void mp_load_super_method(qstr attr, mp_obj_t *dest) {
    check_super(dest[1], dest[2]);
    unguarded_load_super_method(attr, dest);
}
