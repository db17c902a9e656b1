// What match statements ask at run time.

#include <string.h>

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/helper.h"
#include "language/match.h"
#include "library/collections/deque.h"

// --- Sequences and mappings ------------------------------------------------------------------------

typedef enum { NEITHER, SEQUENCE, MAPPING } collection_t;

static bool is_among(const mp_obj_type_t *type, const mp_obj_type_t *const *types, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (type == types[i]) {
            return true;
        }
    }
    return false;
}

// What a class is by itself, its bases aside. Those of collections.abc say it by an attribute, which registering a class with them sets, too.
static collection_t kind_of_class(const mp_obj_type_t *type) {
    static const mp_obj_type_t *const sequences[] = {
        &mp_type_list, &mp_type_tuple, &mp_type_range,
        #if MICROPY_PY_BUILTINS_MEMORYVIEW
        &mp_type_memoryview,
        #endif
        #if MICROPY_PY_ARRAY
        &mp_type_array,
        #endif
        #if MPWASM_LIBRARY
        &mpwasm_type_deque,
        #endif
    };
    if (is_among(type, sequences, MP_ARRAY_SIZE(sequences))) {
        return SEQUENCE;
    }
    if (type == &mp_type_dict || type == &mpwasm_type_mappingproxy) {
        return MAPPING;
    }
    mp_obj_t kind = is_program_class(type) ? own_member(type, MP_QSTR__abc_collection) : MP_OBJ_NULL;
    return kind == MP_OBJ_NEW_SMALL_INT(SEQUENCE) ? SEQUENCE : kind == MP_OBJ_NEW_SMALL_INT(MAPPING) ? MAPPING : NEITHER;
}

// The first of its classes that is either decides.
static collection_t kind_of(mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_get_type(value);
    if (!is_program_class(type)) {
        collection_t kind = kind_of_class(type);
        return kind == NEITHER && mp_obj_is_tuple_compatible(value) ? SEQUENCE : kind;
    }
    mp_obj_tuple_t *mro = mpwasm_mro(type);
    collection_t kind = NEITHER;
    for (size_t i = 0; i < mro->len && kind == NEITHER; i++) {
        kind = kind_of_class(MP_OBJ_TO_PTR(mro->items[i]));
    }
    return kind;
}

static size_t length_of(mp_obj_t value) {
    return mp_obj_get_int(mp_obj_len(value));
}

// What stands between the ends is not looked at.
static mp_obj_t *match_ends(size_t first, size_t last, mp_obj_t *sp) {
    mp_obj_t sequence = sp[0];
    size_t length = length_of(sequence);
    for (size_t i = 0; i < last; i++) {
        sp[i] = mp_obj_subscr(sequence, mp_obj_new_int_from_uint(length - 1 - i), MP_OBJ_SENTINEL);
    }
    sp += last;
    *sp = mp_const_none;
    for (size_t i = 0; i < first; i++) {
        *++sp = mp_obj_subscr(sequence, mp_obj_new_int_from_uint(first - 1 - i), MP_OBJ_SENTINEL);
    }
    return sp;
}

// The value behind a key; false if there is none. Only a dict's own get makes no entries.
static bool match_key(mp_obj_t mapping, mp_obj_t key, mp_obj_t *found) {
    if (mp_obj_is_type(mapping, &mp_type_dict)) {
        mp_map_elem_t *element = mp_map_lookup(mp_obj_dict_get_map(mapping), key, MP_MAP_LOOKUP);
        *found = element != NULL ? element->value : mp_const_none;
        return element != NULL;
    }
    mp_obj_t method[4];
    mp_load_method(mapping, MP_QSTR_get, method);
    method[2] = key;
    method[3] = mp_obj_new_list(0, NULL); // no value of the mapping's
    mp_obj_t missing = method[3];
    *found = mp_call_method_n_kw(2, 0, method);
    return *found != missing;
}

static mp_obj_t match_rest(mp_obj_t mapping, mp_obj_t keys) {
    mp_obj_t rest = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_dict), mapping);
    size_t count;
    mp_obj_t *items;
    mp_obj_list_get(keys, &count, &items);
    for (size_t i = 0; i < count; i++) {
        mp_map_lookup(mp_obj_dict_get_map(rest), items[i], MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    }
    return rest;
}

// --- Classes ---------------------------------------------------------------------------------------

// These stand for their whole value where a class pattern has one positional part.
static bool matches_itself(const mp_obj_type_t *type) {
    static const mp_obj_type_t *const types[] = {
        &mp_type_bool, &mp_type_bytearray, &mp_type_bytes, &mp_type_dict, &mp_type_float, &mp_type_frozenset, &mp_type_int, &mp_type_list, &mp_type_set, &mp_type_str, &mp_type_tuple,
    };
    mp_obj_tuple_t *mro = mpwasm_mro(type);
    for (size_t i = 0; i < mro->len; i++) {
        if (is_among(MP_OBJ_TO_PTR(mro->items[i]), types, MP_ARRAY_SIZE(types))) {
            return true;
        }
    }
    return false;
}

static void check_repeated(const mp_obj_type_t *type, mp_obj_t seen, mp_obj_t name) {
    size_t count;
    mp_obj_t *names;
    mp_obj_list_get(seen, &count, &names);
    for (size_t i = 0; i < count; i++) {
        if (mp_obj_equal(names[i], name)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got multiple sub-patterns for attribute '%s'"), type->name, mp_obj_str_get_str(name));
        }
    }
    mp_obj_list_append(seen, name);
}

static bool add_attribute(mp_obj_t value, mp_obj_t name, mp_obj_t attributes) {
    mp_obj_t found[2];
    mp_load_method_protected(value, mp_obj_str_get_qstr(name), found, false);
    if (found[0] == MP_OBJ_NULL) {
        return false;
    }
    if (found[1] != MP_OBJ_NULL) { // a method: bind it
        found[0] = mp_load_attr(value, mp_obj_str_get_qstr(name));
    }
    mp_obj_list_append(attributes, found[0]);
    return true;
}

// The attributes that positional patterns stand for.
static bool match_positional(mp_obj_t value, mp_obj_t class, size_t count, mp_obj_t attributes, mp_obj_t seen) {
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(class);
    mp_obj_t found[2];
    mp_load_method_maybe(class, MP_QSTR___match_args__, found);
    size_t allowed = 0;
    mp_obj_t *names = NULL;
    if (found[0] != MP_OBJ_NULL) {
        if (!mp_obj_is_type(found[0], &mp_type_tuple)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__match_args__ must be a tuple (got %s)"), type->name, mp_obj_get_type_str(found[0]));
        }
        mp_obj_tuple_get(found[0], &allowed, &names);
    } else if (matches_itself(type)) {
        allowed = 1;
    }
    if (count > allowed) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() accepts %u positional sub-pattern%s (%u given)"), type->name, (unsigned)allowed, allowed == 1 ? "" : "s", (unsigned)count);
    }
    if (names == NULL) {
        mp_obj_list_append(attributes, value);
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (!mp_obj_is_str(names[i])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__match_args__ elements must be strings (got %s)"), mp_obj_get_type_str(names[i]));
        }
        check_repeated(type, seen, names[i]);
        if (!add_attribute(value, names[i], attributes)) {
            return false;
        }
    }
    return true;
}

static bool match_class(mp_obj_t value, mp_obj_t class, mp_obj_t keywords, size_t positional, mp_obj_t *result) {
    *result = mp_const_none;
    if (!mp_obj_is_type(class, &mp_type_type) && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(class)), MP_OBJ_FROM_PTR(&mp_type_type))) {
        mp_raise_TypeError(MP_ERROR_TEXT("called match pattern must be a class"));
    }
    mp_obj_t is_instance = mp_load_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), MP_QSTR_isinstance);
    if (!mp_obj_is_true(mp_call_function_2(is_instance, value, class))) {
        return false;
    }
    mp_obj_t attributes = mp_obj_new_list(0, NULL), seen = mp_obj_new_list(0, NULL);
    if (positional > 0 && !match_positional(value, class, positional, attributes, seen)) {
        return false;
    }
    size_t count;
    mp_obj_t *names;
    mp_obj_list_get(keywords, &count, &names); // a list of the compiler's, which no program sees
    for (size_t i = 0; i < count; i++) {
        check_repeated(MP_OBJ_TO_PTR(class), seen, names[i]);
        if (!add_attribute(value, names[i], attributes)) {
            return false;
        }
    }
    *result = attributes;
    return true;
}

// --- Helpers ---------------------------------------------------------------------------------------

mp_obj_t *mpwasm_match_helper(mp_uint_t which, size_t argument, mp_obj_t *sp) {
    switch (which) {
        case HELPER_MATCH_SEQUENCE: {
            bool matches = kind_of(sp[0]) == SEQUENCE;
            if (matches && argument != 1) { // [*_] takes any length
                size_t length = length_of(sp[0]);
                matches = argument & 1 ? length >= argument / 2 : length == argument / 2;
            }
            sp[1] = mp_obj_new_bool(matches);
            return sp + 1;
        }
        case HELPER_MATCH_MAPPING:
            sp[1] = mp_obj_new_bool(kind_of(sp[0]) == MAPPING && (argument == 0 || length_of(sp[0]) >= argument));
            return sp + 1;
        case HELPER_MATCH_KEY: {
            mp_obj_t value;
            bool found = match_key(sp[-1], sp[0], &value);
            sp[-1] = value;
            sp[0] = mp_obj_new_bool(found);
            return sp;
        }
        case HELPER_MATCH_REST:
            sp[-1] = match_rest(sp[-1], sp[0]);
            return sp - 1;
        case HELPER_MATCH_ENDS:
            return match_ends(argument >> 8, argument & 0xff, sp);
        case HELPER_MATCH_CLASS: {
            mp_obj_t attributes;
            bool matches = match_class(sp[-2], sp[-1], sp[0], argument, &attributes);
            sp[-2] = attributes;
            sp[-1] = mp_obj_new_bool(matches);
            return sp - 1;
        }
        default:
            mp_raise_NotImplementedError(MP_ERROR_TEXT("opcode"));
    }
}
