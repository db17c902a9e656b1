// Objects that the host holds (handle.h).
//
// A function, a generator or an instance goes to the host as a number, its place in a list that keeps it alive. Only the host says
// when it is let go: with a reply, or by a call of "#free". So the guest needs no rules of its own, and a journal of replies repeats them.

#include <string.h>

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/runtime.h"

#include "host/call.h"
#include "host/handle.h"

MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_held); // a list, None where a place is free; MP_OBJ_NULL at first

static uint32_t most_held, first_free; // no place before the second is free

void mpwasm_handles_begin(uint32_t most) {
    most_held = most;
}

bool mpwasm_handles_on(void) {
    return most_held > 0;
}

static mp_obj_list_t *held(void) {
    if (MP_STATE_VM(mpwasm_held) == MP_OBJ_NULL) {
        MP_STATE_VM(mpwasm_held) = mp_obj_new_list(0, NULL);
    }
    return MP_OBJ_TO_PTR(MP_STATE_VM(mpwasm_held));
}

uint32_t mpwasm_hold(mp_obj_t object) {
    mp_obj_list_t *list = held();
    while (first_free < list->len && list->items[first_free] != mp_const_none) {
        first_free++;
    }
    if (first_free < list->len) {
        list->items[first_free] = object;
    } else if (list->len >= most_held) {
        mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("the host holds %d objects already"), (int)most_held);
    } else {
        mp_obj_list_append(MP_OBJ_FROM_PTR(list), object);
    }
    return first_free++;
}

mp_obj_t mpwasm_held_object(uint64_t number) {
    mp_obj_list_t *list = held();
    return number < list->len && list->items[number] != mp_const_none ? list->items[number] : MP_OBJ_NULL;
}

static void let_go(mp_obj_t number) {
    mp_obj_list_t *list = held();
    size_t at = mp_obj_is_small_int(number) ? (size_t)MP_OBJ_SMALL_INT_VALUE(number) : SIZE_MAX;
    if (at < list->len) {
        list->items[at] = mp_const_none;
        first_free = at < first_free ? at : first_free;
    }
}

void mpwasm_let_go(mp_obj_t numbers) {
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(numbers, &n, &items);
    while (n-- > 0) {
        let_go(items[n]);
    }
}

static mp_obj_t operation_free(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        MP_STATE_VM(mpwasm_held) = MP_OBJ_NULL;
        first_free = 0;
    }
    while (n_args-- > 0) {
        let_go(args[n_args]);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(free_obj, 0, operation_free);

static mp_obj_t operation_next(mp_obj_t iterator) {
    mp_obj_t item = mp_iternext(iterator);
    return mp_obj_new_tuple(item == MP_OBJ_STOP_ITERATION ? 0 : 1, &item);
}
static MP_DEFINE_CONST_FUN_OBJ_1(next_obj, operation_next);

mp_obj_t mpwasm_handle_operation(const char *name, size_t len) {
    if (len == 0) {
        return MP_OBJ_NULL;
    }
    if (len == 4 && memcmp(name, "next", 4) == 0) {
        return MP_OBJ_FROM_PTR(&next_obj);
    }
    if (len == 4 && memcmp(name, "free", 4) == 0) {
        return MP_OBJ_FROM_PTR(&free_obj);
    }
    mp_obj_t found = mpwasm_find_named(&mp_module_builtins_globals.map, name, len);
    if (found == MP_OBJ_NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed value from the host"));
    }
    return found;
}
