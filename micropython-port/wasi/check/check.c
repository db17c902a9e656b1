// Checks of objects (check.h).

#include "py/mpconfig.h"

#if MPWASM_ASSERTS

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "py/bc.h"
#include "py/binary.h"
#include "py/gc.h"
#include "py/objarray.h"
#include "language/buffer/item.h"
#include "py/objexcept.h"
#include "language/errors/errors.h"
#include "py/objfun.h"
#include "py/objint.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "check/check.h"
#include "host/mpwasm_abi.h"

extern const mp_obj_type_t mp_type_closure; // py/objclosure.c

#define LOOKED_INTO (4) // items of a list, tuple or dict

// Upstream's assertions end here, and so do the checks.
#if !MPWASM_NATIVE // else libc's
MP_NORETURN void __assert_fail(const char *what, const char *file, int line, const char *function) {
    char text[256];
    int n = snprintf(text, sizeof(text), "assertion failed: %s at %s:%d in %s\n", what, file, line, function);
    mpwasm_host_write(2, text, n < (int)sizeof(text) ? n : (int)sizeof(text) - 1);
    __builtin_trap();
}
#endif

static MP_NORETURN void fail(mp_const_obj_t object, const char *what) {
    char text[128];
    snprintf(text, sizeof(text), "object %p: %s", object, what);
    __assert_fail(text, "a check of objects", 0, "the VM");
}

// --- Where things lie ------------------------------------------------------------------------------

#if MPWASM_NATIVE
extern char __executable_start, end;
extern char *native_stack_low, *native_stack_high;
static bool is_static(uintptr_t address) {
    return address - (uintptr_t)&__executable_start < (uintptr_t)(&end - &__executable_start);
}
static bool is_on_stack(uintptr_t address) {
    return address >= (uintptr_t)native_stack_low - (8 << 20) && address < (uintptr_t)native_stack_high;
}
#else
extern char __global_base, __heap_base;
static bool is_static(uintptr_t address) {
    return address >= (uintptr_t)&__global_base && address < (uintptr_t)&__heap_base;
}
static bool is_on_stack(uintptr_t address) {
    return address >= 1024 && address < (uintptr_t)&__global_base;
}
#endif

// A block of the heap of so many bytes at least, or memory that is none of the heap's.
static void check_block(mp_const_obj_t owner, const void *block, size_t bytes, const char *what) {
    uintptr_t address = (uintptr_t)block;
    if (bytes > 0 && !is_static(address) && !is_on_stack(address) && gc_nbytes(block) < bytes) {
        fail(owner, what);
    }
}

// Whether an object's bytes are all its own: so many, from where it begins.
static void check_size(mp_const_obj_t object, size_t bytes) {
    size_t have = gc_nbytes(object);
    if (have != 0 && have < bytes) {
        fail(object, "shorter than it says");
    }
}

// --- Types -----------------------------------------------------------------------------------------

#define METACLASSES (16) // of each other, at most

static bool is_type_place(const mp_obj_type_t *type) {
    uintptr_t address = (uintptr_t)type;
    return address % sizeof(void *) == 0 && (is_static(address) || gc_nbytes(type) >= sizeof(mp_obj_empty_type_t));
}

// A type's type is type, or a metaclass, which is a type itself.
static const mp_obj_type_t *check_type(mp_const_obj_t object) {
    const mp_obj_type_t *type = ((const mp_obj_base_t *)object)->type;
    if (!is_type_place(type)) {
        fail(object, "its type is no object");
    }
    const mp_obj_type_t *meta = type->base.type;
    for (size_t i = 0; meta != &mp_type_type; i++, meta = meta->base.type) {
        if (i == METACLASSES || !is_type_place(meta)) {
            fail(object, "its type is no type");
        }
    }
    return type;
}

void mpwasm_check_type_of(mp_const_obj_t object) {
    uintptr_t address = (uintptr_t)object;
    if (address < 16 || address % sizeof(void *) != 0) {
        fail(object, "no address of an object");
    }
    check_type(object);
}

// --- Objects of built-in types ---------------------------------------------------------------------

static void check_shallow(mp_const_obj_t object);

static void check_items(size_t count, const mp_obj_t *items) {
    for (size_t i = 0; i < count && i < LOOKED_INTO; i++) {
        check_shallow(items[i]);
    }
}

static void check_map(mp_const_obj_t owner, const mp_map_t *map) {
    if (map->used > map->alloc) {
        fail(owner, "more keys than places");
    }
    check_block(owner, map->table, map->alloc * sizeof(mp_map_elem_t), "its table is too short");
}

static void check_list(const mp_obj_list_t *list) {
    if (list->len > list->alloc) {
        fail(list, "more items than places");
    }
    check_block(list, list->items, list->alloc * sizeof(mp_obj_t), "its items are too short");
    check_items(list->len, list->items);
}

static void check_array(const mp_obj_array_t *array) {
    size_t size = array->typecode == BYTEARRAY_TYPECODE ? 1 : item_size(array->typecode, true);
    check_block(array, array->items, (array->len + array->free) * size, "its items are too short");
}

static void check_closure(mp_const_obj_t object) {
    const mp_obj_t *words = object; // type, function, number, cells
    check_size(object, (3 + (size_t)words[2]) * sizeof(mp_obj_t));
    mpwasm_check_type_of(words[1]);
    check_items((size_t)words[2], words + 3);
}

static void check_function(const mp_obj_fun_bc_t *function) {
    if (function->bytecode == NULL || function->context == NULL) {
        fail(function, "a function without code or module");
    }
    mpwasm_check_type_of(function->context->module.globals);
}

static void check_exception(const mp_obj_exception_t *exception) {
    if (exception->traceback != MP_OBJ_NULL && mp_obj_get_type(exception->traceback) != &mpwasm_type_traceback) {
        fail(exception, "its traceback is none");
    }
    if (exception->args != NULL && exception->args->base.type != &mp_type_tuple) {
        fail(exception, "its arguments are no tuple");
    }
}

#if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ
static void check_int(const mp_obj_int_t *number) {
    if (number->mpz.len > number->mpz.alloc) {
        fail(number, "more digits than places");
    }
    if (!number->mpz.fixed_dig) {
        check_block(number, number->mpz.dig, number->mpz.alloc * sizeof(mpz_dig_t), "its digits are too short");
    }
}
#endif

static void check_str(const mp_obj_str_t *str) {
    size_t have = gc_nbytes(str->data);
    if (str->data == NULL || (have != 0 && have < str->len)) {
        fail(str, "shorter than it says");
    }
}

static void check_instance(const mp_obj_instance_t *instance) {
    check_size(instance, sizeof(mp_obj_instance_t));
    check_map(instance, &instance->members);
}

static void check_inside(mp_const_obj_t object, const mp_obj_type_t *type) {
    if (type == &mp_type_list) {
        check_list(object);
    } else if (type == &mp_type_tuple) {
        const mp_obj_tuple_t *tuple = object;
        check_size(tuple, sizeof(mp_obj_tuple_t) + tuple->len * sizeof(mp_obj_t));
        check_items(tuple->len, tuple->items);
    } else if (type == &mp_type_dict) {
        check_map(object, &((const mp_obj_dict_t *)object)->map);
    } else if (type == &mp_type_str || type == &mp_type_bytes) {
        check_str(object);
    } else if (type == &mp_type_bytearray || type == &mp_type_array) {
        check_array(object);
    } else if (type == &mp_type_closure) {
        check_closure(object);
    } else if (type == &mp_type_fun_bc) {
        check_function(object);
    } else if (type == &mp_type_module) {
        mpwasm_check_type_of(((const mp_obj_module_t *)object)->globals);
    } else if (type == &mp_type_slice) {
        check_items(3, &((const mp_obj_slice_t *)object)->start);
    #if MICROPY_LONGINT_IMPL == MICROPY_LONGINT_IMPL_MPZ
    } else if (type == &mp_type_int) {
        check_int(object);
    #endif
    } else if (mp_obj_is_instance_type(type)) {
        check_instance(object);
    } else if (mp_obj_is_native_exception_instance(MP_OBJ_FROM_PTR(object))) {
        check_exception(object);
    }
}

// --- Words -----------------------------------------------------------------------------------------

// Returns the type of what the word is the address of; NULL if it is none.
static const mp_obj_type_t *check_word(mp_const_obj_t object) {
    uintptr_t word = (uintptr_t)object;
    if ((word & 3) != 0 || word <= (uintptr_t)MP_OBJ_SENTINEL) {
        if (mp_obj_is_qstr(object)) {
            const qstr_pool_t *last = MP_STATE_VM(last_pool);
            if (MP_OBJ_QSTR_VALUE(object) >= last->total_prev_len + last->len) {
                fail(object, "a qstr beyond the last");
            }
        }
        return NULL;
    }
    if (!is_static(word) && !is_on_stack(word) && gc_nbytes(object) == 0) {
        fail(object, "where it points is no object");
    }
    return check_type(object);
}

static void check_shallow(mp_const_obj_t object) {
    check_word(object);
}

void mpwasm_check_object(mp_const_obj_t object) {
    const mp_obj_type_t *type = check_word(object);
    if (type != NULL) {
        check_inside(object, type);
    }
}

void mpwasm_check_objects(size_t count, const mp_obj_t *objects) {
    for (size_t i = 0; i < count; i++) {
        mpwasm_check_object(objects[i]);
    }
}

#endif
