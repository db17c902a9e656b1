// What bytecode does by calling a function: displays with stars, f-strings, await, annotations (helper.h).

#include <string.h>

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "host/trace.h"
#include "language/function.h"
#include "language/helper.h"
#include "language/namespace.h"
#include "language/match.h"
#include "language/rangeloop.h"
#include "language/text/text.h"

// --- Displays --------------------------------------------------------------------------------------

static MP_NORETURN void raise_type(const char *format, mp_obj_t value) {
    mp_raise_msg_varg(&mp_type_TypeError, (mp_rom_error_text_t)format, mp_obj_get_type_str(value));
}

bool mpwasm_is_iterable(mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_get_type(value);
    mp_obj_t method[2];
    if (!mp_obj_is_instance_type(type) && MP_OBJ_TYPE_HAS_SLOT(type, iter)) {
        return true;
    }
    mpwasm_load_of_type(value, MP_QSTR___iter__, method);
    if (method[0] == MP_OBJ_NULL) {
        mpwasm_load_of_type(value, MP_QSTR___getitem__, method);
    }
    return method[0] != MP_OBJ_NULL;
}

static void list_extend(mp_obj_t list, mp_obj_t iterable, bool of_call) {
    if (!mpwasm_is_iterable(iterable)) {
        raise_type("Value after * must be an iterable, not %s", iterable);
    }
    (void)of_call;
    mp_obj_t iterator = mp_getiter(iterable, NULL), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_list_append(list, item);
    }
}

static void set_update(mp_obj_t set, mp_obj_t iterable) {
    mp_obj_t iterator = mp_getiter(iterable, NULL), item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_set_store(set, item);
    }
}

static void store_item(mp_obj_t dict, mp_obj_t key, mp_obj_t value, bool merges) {
    if (merges) {
        if (!mp_obj_is_str(key)) {
            mp_raise_TypeError(MP_ERROR_TEXT("keywords must be strings"));
        }
        if (mp_map_lookup(mp_obj_dict_get_map(dict), key, MP_MAP_LOOKUP) != NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("got multiple values for keyword argument '%s'"), mp_obj_str_get_str(key));
        }
    }
    mp_obj_dict_store(dict, key, value);
}

static void dict_update(mp_obj_t dict, mp_obj_t mapping, bool merges) {
    if (mp_obj_is_type(mapping, &mp_type_dict)) {
        size_t i = 0;
        mp_map_t *map = mp_obj_dict_get_map(mapping);
        for (; i < map->alloc; i++) { // storing may run code of the keys', which may change the map
            if (mp_map_slot_is_filled(map, i)) {
                store_item(dict, map->table[i].key, map->table[i].value, merges);
            }
        }
        return;
    }
    mp_obj_t method[3];
    mp_load_method_maybe(mapping, MP_QSTR_keys, method);
    if (method[0] == MP_OBJ_NULL) {
        raise_type(merges ? "argument after ** must be a mapping, not %s" : "'%s' object is not a mapping", mapping);
    }
    mp_obj_t keys = mp_getiter(mp_call_method_n_kw(0, 0, method), NULL), key;
    while ((key = mp_iternext(keys)) != MP_OBJ_STOP_ITERATION) {
        mp_load_method(mapping, MP_QSTR___getitem__, method);
        method[2] = key;
        store_item(dict, key, mp_call_method_n_kw(1, 0, method), merges);
    }
}

static mp_obj_t list_to_tuple(mp_obj_t list) {
    size_t length;
    mp_obj_t *items;
    mp_obj_list_get(list, &length, &items);
    return mp_obj_new_tuple(length, items);
}

// --- f-strings -------------------------------------------------------------------------------------

static mp_obj_t to_str(mp_obj_t value, mp_print_kind_t kind) {
    if (kind == PRINT_STR && mp_obj_is_str(value)) {
        return value;
    }
    return text_repr(value, kind);
}

static mp_obj_t to_ascii(mp_obj_t value) {
    size_t length;
    const char *text = mp_obj_str_get_data(to_str(value, PRINT_REPR), &length);
    vstr_t ascii;
    vstr_init(&ascii, length);
    for (const byte *c = (const byte *)text, *end = c + length; c < end; c = utf8_next_char(c)) {
        unichar character = utf8_get_char(c);
        if (character < 0x80) {
            vstr_add_byte(&ascii, character);
        } else {
            vstr_printf(&ascii, character < 0x100 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)character);
        }
    }
    return mp_obj_new_str_from_vstr(&ascii);
}

static mp_obj_t format(mp_obj_t value, mp_obj_t spec) {
    if (spec == MP_OBJ_NEW_QSTR(MP_QSTR_) && (mp_obj_is_qstr(value) || mp_obj_is_exact_type(value, &mp_type_str))) {
        return value;
    }
    return text_format(value, spec);
}

static mp_obj_t join(size_t count, const mp_obj_t *parts) {
    vstr_t text;
    vstr_init(&text, 32);
    for (size_t i = 0; i < count; i++) {
        size_t length;
        const char *data = mp_obj_str_get_data(parts[i], &length);
        vstr_add_strn(&text, data, length);
    }
    return mp_obj_new_str_from_vstr(&text);
}

// --- await -----------------------------------------------------------------------------------------

static mp_obj_t awaitable(mp_obj_t value, const char *problem) {
    bool generator = mp_obj_is_type(value, &mp_type_gen_instance);
    if (generator && mpwasm_generator_class(value) == &mpwasm_type_coroutine) {
        if (mpwasm_generator_waits_for(value) != mp_const_none) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("coroutine is being awaited already"));
        }
        return value;
    }
    if (generator) { // as MicroPython has it
        return value;
    }
    mp_obj_t method[2];
    mpwasm_load_of_type(value, MP_QSTR___await__, method);
    if (method[0] == MP_OBJ_NULL) {
        raise_type(problem, value);
    }
    value = mp_call_method_n_kw(0, 0, method);
    if (mp_obj_is_type(value, &mp_type_gen_instance)) {
        if (mpwasm_generator_class(value) == &mpwasm_type_coroutine) {
            mp_raise_TypeError(MP_ERROR_TEXT("__await__() returned a coroutine"));
        }
        return value;
    }
    const mp_obj_type_t *type = mp_obj_get_type(value);
    mpwasm_load_of_type(value, MP_QSTR___next__, method);
    if (method[0] == MP_OBJ_NULL && !(type->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM))) {
        raise_type("__await__() returned non-iterator of type '%s'", value);
    }
    return value;
}

mp_obj_t mpwasm_awaitable(mp_obj_t value) {
    return awaitable(value, "object %s can't be used in 'await' expression");
}

static mp_obj_t enter_async(mp_obj_t manager) {
    mp_obj_t enter[2], exit[2];
    mpwasm_load_of_type(manager, MP_QSTR___aenter__, enter);
    mpwasm_load_of_type(manager, MP_QSTR___aexit__, exit);
    if (enter[0] == MP_OBJ_NULL || exit[0] == MP_OBJ_NULL) {
        raise_type(enter[0] == MP_OBJ_NULL ? "'%s' object does not support the asynchronous context manager protocol"
            : "'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", manager);
    }
    return awaitable(mp_call_method_n_kw(0, 0, enter), "'async with' received an object from __aenter__ that does not implement __await__: %s");
}

static mp_obj_t async_method(mp_obj_t value, qstr name, const char *problem) {
    mp_obj_t method[2];
    mpwasm_load_of_type(value, name, method);
    if (method[0] == MP_OBJ_NULL) {
        raise_type(problem, value);
    }
    return mp_call_method_n_kw(0, 0, method);
}

// --- Annotations -----------------------------------------------------------------------------------

static void make_annotations(void) {
    if (mpwasm_own_name(MP_QSTR___annotations__) == MP_OBJ_NULL) {
        mp_store_name(MP_QSTR___annotations__, mp_obj_new_dict(0));
    }
}

// --- for x in range(...) ---------------------------------------------------------------------------

static mp_obj_t range_loop_next(mp_obj_t self) {
    mpwasm_range_loop_t *loop = MP_OBJ_TO_PTR(self);
    return mpwasm_range_loop_next(loop);
}

MP_DEFINE_CONST_OBJ_TYPE(mpwasm_type_range_loop, MP_QSTR_range_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, range_loop_next);

// Makes an iterator in the slots from sp on, where the function and its arguments lie. If that is range, and the numbers are small, no object
// is made.
static mp_obj_t *for_range(size_t count, mp_obj_t *sp) {
    bool small = sp[0] == MP_OBJ_FROM_PTR(&mp_type_range);
    for (size_t i = 1; i <= count; i++) {
        small &= mp_obj_is_small_int(sp[i]);
    }
    mp_int_t start = 0, stop = 0, step = 1;
    if (small) {
        start = count > 1 ? MP_OBJ_SMALL_INT_VALUE(sp[1]) : 0;
        stop = MP_OBJ_SMALL_INT_VALUE(sp[count > 1 ? 2 : 1]);
        step = count > 2 ? MP_OBJ_SMALL_INT_VALUE(sp[3]) : 1;
    }
    if (small && step != 0) {
        mpwasm_range_loop_t *loop = (mpwasm_range_loop_t *)sp;
        loop->base.type = &mpwasm_type_range_loop;
        loop->next = start, loop->stop = stop, loop->step = step;
        return sp + MP_OBJ_ITER_BUF_NSLOTS - 1;
    }
    mp_obj_t iterable = mp_call_function_n_kw(sp[0], count, 0, sp + 1);
    sp[1] = mp_getiter(iterable, NULL);
    sp[0] = MP_OBJ_NULL;
    return sp + MP_OBJ_ITER_BUF_NSLOTS - 1;
}

// --- locals() --------------------------------------------------------------------------------------

// The variables that have values, of those that the compiler lists.
static mp_obj_t make_locals(mp_obj_t list, mp_obj_t *variables) {
    size_t count;
    mp_obj_t *items, dict = mp_obj_new_dict(0);
    mp_obj_tuple_get(list, &count, &items);
    for (size_t i = 0; i + 1 < count; i += 2) {
        mp_int_t slot = MP_OBJ_SMALL_INT_VALUE(items[i + 1]); // negative for one that is shared
        mp_obj_t value = slot < 0 ? mp_obj_cell_get(variables[slot + 1]) : variables[-slot];
        if (value != MP_OBJ_NULL && items[i] != mp_const_none) {
            mp_obj_dict_store(dict, items[i], value);
        }
    }
    return dict;
}

// In a class body its own names come first: what locals() or __prepare__ put there.
static mp_obj_t class_free(mp_obj_t cell, mp_obj_t name) {
    mp_obj_t own = mpwasm_own_name(mp_obj_str_get_qstr(name)), value = own != MP_OBJ_NULL ? own : mp_obj_cell_get(cell);
    if (value == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_NameError, MP_ERROR_TEXT("cannot access free variable '%s' where it is not associated with a value in enclosing scope"), mp_obj_str_get_str(name));
    }
    return value;
}

// --- All of them -----------------------------------------------------------------------------------

static mp_obj_t *first_helpers(mp_uint_t which, size_t argument, mp_obj_t *sp) {
    switch (which) {
        case HELPER_LIST_EXTEND:
            list_extend(sp[-1], sp[0], argument);
            return sp - 1;
        case HELPER_SET_UPDATE:
            set_update(sp[-1], sp[0]);
            return sp - 1;
        case HELPER_DICT_UPDATE:
        case HELPER_DICT_MERGE:
            dict_update(sp[-1], sp[0], which == HELPER_DICT_MERGE);
            return sp - 1;
        case HELPER_LIST_TO_TUPLE:
            sp[0] = list_to_tuple(sp[0]);
            return sp;
        case HELPER_STR:
            sp[0] = to_str(sp[0], PRINT_STR);
            return sp;
        case HELPER_REPR:
            sp[0] = to_str(sp[0], PRINT_REPR);
            return sp;
        case HELPER_ASCII:
            sp[0] = to_ascii(sp[0]);
            return sp;
        case HELPER_FORMAT_SIMPLE:
            sp[0] = format(sp[0], MP_OBJ_NEW_QSTR(MP_QSTR_));
            return sp;
        case HELPER_FORMAT:
            sp[-1] = format(sp[-1], sp[0]);
            return sp - 1;
        case HELPER_JOIN:
            sp -= argument - 1;
            sp[0] = join(argument, sp);
            return sp;
        default: { // HELPER_JOIN_LIST
            size_t length;
            mp_obj_t *items;
            mp_obj_list_get(sp[0], &length, &items);
            sp[0] = join(length, items);
            return sp;
        }
    }
}

static mp_obj_t *load_manager(mp_obj_t *sp) {
    mp_obj_t manager = sp[0];
    mpwasm_load_of_type(manager, MP_QSTR___enter__, sp + 2);
    if (sp[2] == MP_OBJ_NULL) {
        raise_type("'%s' object does not support the context manager protocol", manager);
    }
    mpwasm_load_of_type(manager, MP_QSTR___exit__, sp);
    if (sp[0] == MP_OBJ_NULL) {
        raise_type("'%s' object does not support the context manager protocol (missed __exit__ method)", manager);
    }
    return sp + 3;
}

mp_obj_t *mpwasm_helper(mp_uint_t unum, mp_obj_t *sp, mp_obj_t *variables) {
    mp_uint_t which = unum & ((1 << HELPER_SHIFT) - 1);
    size_t argument = unum >> HELPER_SHIFT;
    if (which <= HELPER_JOIN_LIST) {
        return first_helpers(which, argument, sp);
    }
    switch (which) {
        case HELPER_AWAITABLE:
            sp[0] = awaitable(sp[0], argument == 0 ? "object %s can't be used in 'await' expression" : "'async with' received an object from __aexit__ that does not implement __await__: %s");
            return sp;
        case HELPER_AENTER:
            sp[0] = enter_async(sp[0]);
            return sp;
        case HELPER_AITER:
            sp[0] = async_method(sp[0], MP_QSTR___aiter__, "'async for' requires an object with __aiter__ method, got %s");
            return sp;
        case HELPER_ANEXT:
            sp[0] = mpwasm_awaitable(async_method(sp[0], MP_QSTR___anext__, "'async for' requires an iterator with __anext__ method, got %s"));
            return sp;
        case HELPER_ASYNC_YIELD:
            sp[0] = mpwasm_async_value(sp[0]);
            return sp;
        case HELPER_SET_DOC:
        case HELPER_SET_ANNOTATIONS:
        case HELPER_SET_TYPE_PARAMS:
            mpwasm_function_set(sp[-1], which == HELPER_SET_DOC ? (argument == 0 ? MP_QSTR___doc__ : MP_QSTR_co_varnames) : which == HELPER_SET_ANNOTATIONS ? MP_QSTR___annotations__ : MP_QSTR___type_params__, sp[0]);
            return sp - 1;
        case HELPER_ANNOTATIONS:
            make_annotations();
            return sp;
        case HELPER_RAISE_FROM:
            mpwasm_set_cause(sp);
            return sp - 1;
        case HELPER_FOR_CALL:
            return mpwasm_loop_begin(sp - 1);
        case HELPER_LOOP_LEFT:
            return argument == 0 ? mpwasm_loop_left(sp) : (mpwasm_loop_left(sp - argument), sp);
        case HELPER_FOR_RANGE:
            return for_range(argument, sp - argument);
        case HELPER_LOCALS:
            sp[0] = make_locals(sp[0], variables);
            if (argument != 0) { // dir()
                sp[0] = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_sorted_obj), sp[0]);
            }
            return sp;
        case HELPER_GLOBALS:
            sp[1] = MP_OBJ_FROM_PTR(mp_globals_get());
            return sp + 1;
        case HELPER_WITH:
            return load_manager(sp);
        case HELPER_CLASS_FREE:
            sp[-1] = class_free(sp[-1], sp[0]);
            return sp - 1;
        case HELPER_PUT:
            sp[-(mp_int_t)argument] = sp[0];
            return sp - 1;
        case HELPER_COPY:
            sp[1] = sp[-(mp_int_t)argument];
            return sp + 1;
        case HELPER_LINE:
            mpwasm_line(argument, sp);
            return sp;
        case HELPER_WITH_EXIT:
            return mpwasm_with_exit(sp);
        case HELPER_TYPE_PARAM:
        case HELPER_TYPE_ALIAS:
        case HELPER_GENERIC_BASE:
        case HELPER_STAR_BEGIN:
        case HELPER_STAR_MATCH:
        case HELPER_STAR_RAISED:
        case HELPER_STAR_END:
            return mpwasm_type_helper(which, argument, sp);
        default:
            return mpwasm_match_helper(which, argument, sp);
    }
}
