// Upstream's py/runtime.h; in the VM (MPWASM_VM), with short ways in front of what programs do most.
//
// Upstream's VM calls mp_binary_op and mp_obj_subscr for each operator and index, and these look for what the operands
// are. Here such a call costs more than the work itself: what the VM holds is stored for the collector, and after it comes a look whether
// something was raised. Small integers, and lists, tuples, bytes and bytearrays with an index that is one, are dealt with in the VM's own loop. They give
// what upstream's functions give, and take no memory; whatever else there is goes to upstream's functions.

#include_next "py/runtime.h"

// A special method as statements and built-in functions ask for it: on the type of the object alone. In dest as for a method call; MP_OBJ_NULL if there is none.
void mpwasm_load_of_type(mp_obj_t object, qstr name, mp_obj_t *dest);

// Texts of errors in py/obj.c, where this is a macro, name types as ours do (language/class/object.c): its own function yields.
#ifdef mp_obj_get_type_str
#pragma weak mpwasm_upstream_get_type_str
#endif

// Bound methods and closures of Python functions are called without another VM, as those are (language/function.c): the frame, which has no caller yet.
bool mpwasm_is_python_function(mp_obj_t callable);
struct _mp_code_state_t *mpwasm_prepare_codestate(mp_obj_t callable, size_t n_args, size_t n_kw, const mp_obj_t *args);

#if MPWASM_VM && !defined(MPWASM_OVER_RUNTIME_H)
#define MPWASM_OVER_RUNTIME_H

#include "py/objarray.h"
#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/objtype.h"

#include "language/dict/find.h"
#include "language/namespace.h"
#include "language/rangeloop.h"
#include "memory/gccollect.h"

static inline mp_obj_t mpwasm_bool(bool value) {
    return value ? mp_const_true : mp_const_false;
}

// Operands that are not both small integers: floats first, then what mp_binary_op knows (language/numbers/float.c).
mp_obj_t mpwasm_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

// Attributes of instances as most are (language/class/short.c): methods in Python, and members that are there already. The rest is
// upstream's function's.
void mpwasm_load_method(mp_obj_t object, qstr name, mp_obj_t *dest);
mp_obj_t mpwasm_load_attr(mp_obj_t object, qstr name);
void mpwasm_store_attr(mp_obj_t object, qstr name, mp_obj_t value);

// An import as the code's globals have it (language/namespace.c).
mp_obj_t mpwasm_import_name(qstr name, mp_obj_t fromlist, mp_obj_t level);

// Names where they were found last (language/dict/find.h).
static inline mp_obj_t mpwasm_vm_load_global(qstr name) {
    const mp_map_elem_t *entry = mpwasm_map_guess(&mp_state_ctx.thread.dict_globals->map, MP_OBJ_NEW_QSTR(name));
    return entry != NULL ? entry->value : mpwasm_load_global(name);
}

static inline mp_obj_t mpwasm_vm_load_name(qstr name) {
    const mp_map_elem_t *entry = mpwasm_map_guess(&mp_state_ctx.thread.dict_locals->map, MP_OBJ_NEW_QSTR(name));
    return entry != NULL ? entry->value : mp_load_name(name);
}

static inline bool mpwasm_vm_stored(mp_map_t *names, qstr name, mp_obj_t value) {
    mp_map_elem_t *entry = mpwasm_map_guess(names, MP_OBJ_NEW_QSTR(name));
    if (entry == NULL || names->is_fixed) {
        return false;
    }
    entry->value = value;
    return true;
}

static inline void mpwasm_vm_store_global(qstr name, mp_obj_t value) {
    if (!mpwasm_vm_stored(&mp_state_ctx.thread.dict_globals->map, name, value)) {
        mp_store_global(name, value);
    }
}

static inline void mpwasm_vm_store_name(qstr name, mp_obj_t value) {
    if (!mpwasm_vm_stored(&mp_state_ctx.thread.dict_locals->map, name, value)) {
        mp_store_name(name, value);
    }
}

// A small integer n is the word 2n + 1. (n + m)'s word is the sum of both words less one, and so on. Whatever else there is may raise: then the frame's
// place is stored first (over/py/vmplace.h).
static inline __attribute__((always_inline)) mp_obj_t mpwasm_vm_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs, const byte **place, const byte *opcode) {
    mp_int_t l = (mp_int_t)lhs, r = (mp_int_t)rhs, result;
    if (__builtin_expect(!(l & r & 1), 0)) {
        *place = opcode;
        return mpwasm_binary_op(op, lhs, rhs);
    }
    switch (op) {
        case MP_BINARY_OP_LESS:
            return mpwasm_bool(l < r);
        case MP_BINARY_OP_MORE:
            return mpwasm_bool(l > r);
        case MP_BINARY_OP_EQUAL:
            return mpwasm_bool(l == r);
        case MP_BINARY_OP_LESS_EQUAL:
            return mpwasm_bool(l <= r);
        case MP_BINARY_OP_MORE_EQUAL:
            return mpwasm_bool(l >= r);
        case MP_BINARY_OP_NOT_EQUAL:
            return mpwasm_bool(l != r);
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_INPLACE_OR:
            return (mp_obj_t)(l | r);
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
            return (mp_obj_t)((l ^ r) | 1);
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
            return (mp_obj_t)(l & r);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            if (!__builtin_add_overflow(l, r - 1, &result)) {
                return (mp_obj_t)result;
            }
            break;
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            if (!__builtin_sub_overflow(l, r - 1, &result)) {
                return (mp_obj_t)result;
            }
            break;
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            if (!__builtin_mul_overflow(l - 1, r >> 1, &result)) {
                return (mp_obj_t)(result + 1);
            }
            break;
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
            if (l > 0 && r > 1) { // else the signs matter, or there is nought to divide by
                return MP_OBJ_NEW_SMALL_INT((l >> 1) % (r >> 1));
            }
            break;
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
            if (l > 0 && r > 1) {
                return MP_OBJ_NEW_SMALL_INT((l >> 1) / (r >> 1));
            }
            break;
        default:
            break;
    }
    *place = opcode;
    return mp_binary_op(op, lhs, rhs);
}

static inline __attribute__((always_inline)) mp_obj_t mpwasm_vm_subscr(mp_obj_t base, mp_obj_t index, mp_obj_t value) {
    if (mp_obj_is_small_int(index) && mp_obj_is_obj(base) && value != MP_OBJ_NULL) {
        const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(base))->type;
        size_t i = (size_t)MP_OBJ_SMALL_INT_VALUE(index); // a negative one is beyond any length
        if (type == &mp_type_list) {
            mp_obj_list_t *list = MP_OBJ_TO_PTR(base);
            if (i < list->len) {
                return value == MP_OBJ_SENTINEL ? list->items[i] : (list->items[i] = value);
            }
        } else if (value == MP_OBJ_SENTINEL && type == &mp_type_tuple) {
            mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(base);
            if (i < tuple->len) {
                return tuple->items[i];
            }
        } else if (type == &mp_type_bytearray || (value == MP_OBJ_SENTINEL && type == &mp_type_bytes)) { // which begins as a bytearray does
            mp_obj_array_t *array = MP_OBJ_TO_PTR(base);
            if (i < array->len && value == MP_OBJ_SENTINEL) {
                return MP_OBJ_NEW_SMALL_INT(((byte *)array->items)[i]);
            } else if (i < array->len && ((mp_uint_t)value & ~0x1fe) == 1) {
                ((byte *)array->items)[i] = (mp_uint_t)value >> 1;
                return value;
            }
        }
    }
    mpwasm_forget_views();
    return mp_obj_subscr(base, index, value);
}

static inline bool mpwasm_vm_is_true(mp_obj_t value, const byte **place, const byte *opcode) {
    if (value == mp_const_true) {
        return true;
    }
    if (value == mp_const_false) {
        return false;
    }
    *place = opcode;
    return mp_obj_is_true(value);
}

static inline mp_obj_t mpwasm_vm_next(mp_obj_t iterator) {
    if (((mp_obj_base_t *)MP_OBJ_TO_PTR(iterator))->type == &mpwasm_type_range_loop) {
        return mpwasm_range_loop_next(MP_OBJ_TO_PTR(iterator));
    }
    return mp_iternext_allow_raise(iterator);
}

// So are classes that have an __init__ in Python.
bool mpwasm_runs_init(mp_obj_t type);

static inline const mp_obj_type_t *mpwasm_vm_type(mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (__builtin_expect(type->flags & MPWASM_TYPE_FLAG_WRAPS, 0)) {
        return mpwasm_is_python_function(object) ? &mp_type_fun_bc : type;
    }
    return __builtin_expect(type == &mp_type_type, 0) && mpwasm_runs_init(object) ? &mp_type_fun_bc : type;
}

#define mp_obj_get_type mpwasm_vm_type
#define mp_obj_fun_bc_prepare_codestate mpwasm_prepare_codestate
#define mp_iternext_allow_raise mpwasm_vm_next
#define mp_obj_subscr mpwasm_vm_subscr
#define mp_map_lookup(map, key, kind) mpwasm_map_find(map, key) // of an instance's members
#if !MPWASM_ASSERTS
#define mp_load_name mpwasm_vm_load_name
#define mp_load_global mpwasm_vm_load_global
#define mp_store_name mpwasm_vm_store_name
#define mp_store_global mpwasm_vm_store_global
#define mp_load_attr mpwasm_load_attr
#define mp_store_attr mpwasm_store_attr
#endif
#define mp_import_name mpwasm_import_name

#if MPWASM_ASSERTS
#include "check/vm.h"
#endif

#endif

// Upstream's mp_load_method_maybe is replaced (language/class/build.c): its definition in py/runtime.c gets another name, calls do not.
#if MPWASM_RUNTIME
#include "language/errors/operands.h"
#define mp_binary_op_method_name (mpwasm_raise_operands(op, lhs, rhs), (const byte *)NULL)
#define mp_type_ZeroDivisionError (*mpwasm_zero_division(op))
#define mp_unary_op_method_name (mpwasm_raise_operand(op, arg), (const byte *)NULL)
#define mp_load_method_maybe(object, ...) MPWASM_LOAD_METHOD_##object, __VA_ARGS__)
#define MPWASM_LOAD_METHOD_mp_obj_t mpwasm_upstream_load_method_maybe(mp_obj_t
#define MPWASM_LOAD_METHOD_base (mp_load_method_maybe)(base
#define MPWASM_LOAD_METHOD_obj (mp_load_method_maybe)(obj
#define MPWASM_LOAD_METHOD_o_in mpwasm_load_of_type(o_in
#define MPWASM_LOAD_METHOD_self_in (mp_load_method_maybe)(self_in
#define MPWASM_LOAD_METHOD_module (mp_load_method_maybe)(module
#endif
