// The module _weakref: references that keep nothing alive (memory/weak.h). CPython's weakref and _weakrefset stand upon it.

#include "py/gc.h"
#include "py/objfun.h"
#include "py/objgenerator.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "library/collections/deque.h"
#include "memory/gccollect.h"
#include "memory/weak.h"

#if MPWASM_LIBRARY

// CPython frees an object with its last reference, and programs that show weak references ask right after they dropped it. So the first references that
// are followed collect garbage first, and later ones ever more rarely: the answers are CPython's there, at a cost that is bounded.
#define EAGER (64)
static uint32_t followed;

static void collect_if_early(const mp_obj_t *args, size_t n_args) {
    followed++;
    if ((followed <= EAGER || (followed & (followed - 1)) == 0) && !gc_is_locked()) {
        mpwasm_clear_stale(args, n_args);
        mpwasm_clear_dead_stack();
        gc_collect();
        mpwasm_weak_call_back();
    }
}

static weak_t *weak_of(mp_obj_t object) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(object, &mpwasm_type_weakref));
}

static mp_obj_t referent_of(const weak_t *weak) {
    return weak->referent == 0 ? mp_const_none : MP_OBJ_FROM_PTR(weak_reveal(weak->referent));
}

// CPython's built-in types have no weak references but for those with a reason.
static bool may_be_referred_to(mp_obj_t object) {
    if (!mp_obj_is_obj(object)) {
        return false;
    }
    const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(object))->type;
    return is_program_class(type) || (type->flags & (CLASS_IS_META | MP_TYPE_FLAG_BINDS_SELF)) || type == &mp_type_gen_instance || type == &mp_type_bound_meth || type == &mp_type_module
        || type == &mp_type_set || type == &mp_type_frozenset || type == &mpwasm_type_deque || type == &mp_type_array || type == &mp_type_memoryview || type == &mpwasm_type_generic_alias;
}

static mp_obj_t weak_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 2, false);
    if (!may_be_referred_to(args[0])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot create weak reference to '%s' object"), mp_obj_get_type_str(args[0]));
    }
    mp_obj_t callback = n_args == 2 && args[1] != mp_const_none ? args[1] : MP_OBJ_NULL;
    weak_t *weak = mp_obj_malloc(weak_t, type);
    weak->referent = weak_hide(MP_OBJ_TO_PTR(args[0]));
    weak->callback = callback;
    weak->outer = weak->hash = MP_OBJ_NULL;
    mpwasm_weak_add(weak);
    return MP_OBJ_FROM_PTR(weak);
}

// ref(object): plain references to an object are one.
static mp_obj_t weak_ref(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_kw == 0 && (n_args == 1 || (n_args == 2 && args[1] == mp_const_none)) && mp_obj_is_obj(args[0])) {
        for (weak_t *weak = mpwasm_weak_first(args[0]); weak != NULL; weak = mpwasm_weak_next(weak)) {
            if (weak->callback == MP_OBJ_NULL && weak->outer == MP_OBJ_NULL) {
                return MP_OBJ_FROM_PTR(weak);
            }
        }
    }
    return weak_make_new(type, n_args, n_kw, args);
}

static mp_obj_t weak_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 0, false);
    collect_if_early(args, 0);
    return referent_of(MP_OBJ_TO_PTR(self));
}

static void weak_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    weak_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->referent == 0) {
        mp_printf(print, "<weakref at 0x%08x; dead>", (unsigned)(uintptr_t)self);
    } else {
        mp_obj_t to = referent_of(self);
        mp_printf(print, "<weakref at 0x%08x; to '%s' at 0x%08x>", (unsigned)(uintptr_t)self, mp_obj_get_type_str(to), (unsigned)(uintptr_t)MP_OBJ_TO_PTR(to));
    }
}

static mp_obj_t weak_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    weak_t *self = MP_OBJ_TO_PTR(self_in);
    if (op != MP_UNARY_OP_HASH) {
        return MP_OBJ_NULL;
    }
    if (self->hash == MP_OBJ_NULL) {
        if (self->referent == 0) {
            mp_raise_TypeError(MP_ERROR_TEXT("weak object has gone away"));
        }
        self->hash = mp_unary_op(MP_UNARY_OP_HASH, referent_of(self));
    }
    return self->hash;
}

static mp_obj_t weak_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op != MP_BINARY_OP_EQUAL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t other_in = mpwasm_native(rhs, &mpwasm_type_weakref);
    if (other_in == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    weak_t *self = MP_OBJ_TO_PTR(lhs), *other = MP_OBJ_TO_PTR(other_in);
    if (self->referent == 0 || other->referent == 0) {
        return mp_obj_new_bool(self == other);
    }
    return mp_obj_new_bool(mp_obj_equal(referent_of(self), referent_of(other)));
}

static void weak_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    weak_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && name == MP_QSTR___callback__) {
        dest[0] = self->callback == MP_OBJ_NULL || self->referent == 0 ? mp_const_none : self->callback;
    } else if (dest[0] == MP_OBJ_NULL) {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_weakref,
    MP_QSTR_ReferenceType,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, weak_ref,
    print, weak_print,
    call, weak_call,
    unary_op, weak_unary_op,
    binary_op, weak_binary_op,
    attr, weak_attr
    );

static mp_obj_t weakref_getweakrefs(size_t n_args, const mp_obj_t *args) {
    collect_if_early(args, 1);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (weak_t *weak = mp_obj_is_obj(args[0]) ? mpwasm_weak_first(args[0]) : NULL; weak != NULL; weak = mpwasm_weak_next(weak)) {
        mp_obj_list_append(list, weak->outer != MP_OBJ_NULL ? weak->outer : MP_OBJ_FROM_PTR(weak));
    }
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(getweakrefs_obj, 1, 1, weakref_getweakrefs);

static mp_obj_t weakref_getweakrefcount(size_t n_args, const mp_obj_t *args) {
    return mp_obj_len(weakref_getweakrefs(n_args, args));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(getweakrefcount_obj, 1, 1, weakref_getweakrefcount);

// _remove_dead_weakref(dict, key): takes a key out whose value is a dead reference.
static mp_obj_t weakref_remove_dead(mp_obj_t dict_in, mp_obj_t key) {
    mp_obj_t dict = mpwasm_native_raise(dict_in, &mp_type_dict);
    mp_map_elem_t *element = mp_map_lookup(mp_obj_dict_get_map(dict), key, MP_MAP_LOOKUP);
    if (element != NULL && weak_of(element->value)->referent == 0) {
        mp_obj_dict_delete(dict, key);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(remove_dead_obj, weakref_remove_dead);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__weak) },
    { MP_ROM_QSTR(MP_QSTR_ref), MP_ROM_PTR(&mpwasm_type_weakref) },
    { MP_ROM_QSTR(MP_QSTR_getweakrefcount), MP_ROM_PTR(&getweakrefcount_obj) },
    { MP_ROM_QSTR(MP_QSTR_getweakrefs), MP_ROM_PTR(&getweakrefs_obj) },
    { MP_ROM_QSTR(MP_QSTR__remove_dead_weakref), MP_ROM_PTR(&remove_dead_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_weak = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__weak, mpwasm_module_weak);

#endif
