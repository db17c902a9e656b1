// The class statement, and attributes of any object.

#include <string.h>

#include "py/builtin.h"

#include "language/class/class.h"
#include "language/namespace.h"

// --- class name(bases, metaclass=..., **keywords): ... ---------------------------------------------

// Bases that are no classes may name others in their place.
static mp_obj_t resolve_bases(size_t n, const mp_obj_t *bases, bool *resolved) {
    mp_obj_t list = mp_obj_new_list(0, NULL), all = mp_obj_new_tuple(n, bases);
    *resolved = false;
    for (size_t i = 0; i < n; i++) {
        mp_obj_t call[3] = { MP_OBJ_NULL, MP_OBJ_NULL, all };
        if (!is_class(bases[i])) {
            mp_load_method_maybe(bases[i], MP_QSTR___mro_entries__, call);
        }
        if (call[0] == MP_OBJ_NULL) {
            mp_obj_list_append(list, bases[i]);
            continue;
        }
        *resolved = true;
        mp_obj_t entries = mp_call_method_n_kw(1, 0, call);
        if (!mp_obj_is_type(entries, &mp_type_tuple)) {
            mp_raise_TypeError(MP_ERROR_TEXT("__mro_entries__ must return a tuple"));
        }
        mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(entries);
        for (size_t j = 0; j < tuple->len; j++) {
            mp_obj_list_append(list, tuple->items[j]);
        }
    }
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(list, &len, &items);
    return mp_obj_new_tuple(len, items);
}

static mp_obj_t find_metaclass(mp_obj_t meta, mp_obj_tuple_t *bases) {
    if (meta == MP_OBJ_NULL) {
        meta = bases->len == 0 ? MP_OBJ_FROM_PTR(&mp_type_type) : MP_OBJ_FROM_PTR(mp_obj_get_type(bases->items[0]));
    }
    if (!is_class(meta)) {
        return meta;
    }
    return MP_OBJ_FROM_PTR(mpwasm_metaclass_winner(MP_OBJ_TO_PTR(meta), bases));
}

// The keywords of a class statement without metaclass, as arguments of a call.
static size_t other_keywords(mp_map_t *kw, mp_obj_t *args) {
    size_t n = 0;
    for (size_t i = 0; kw != NULL && i < kw->alloc; i++) {
        if (mp_map_slot_is_filled(kw, i) && kw->table[i].key != MP_OBJ_NEW_QSTR(MP_QSTR_metaclass)) {
            args[2 * n] = kw->table[i].key;
            args[2 * n + 1] = kw->table[i].value;
            n++;
        }
    }
    return n;
}

static mp_obj_t prepare(mp_obj_t meta, size_t n_kw, mp_obj_t *args) {
    mp_obj_t call[2];
    if (meta == MP_OBJ_FROM_PTR(&mp_type_type)) {
        return mp_obj_new_dict(0);
    }
    mp_load_method_protected(meta, MP_QSTR___prepare__, call, false);
    if (call[0] == MP_OBJ_NULL) {
        return mp_obj_new_dict(0);
    }
    mp_obj_t members = call[1] == MP_OBJ_NULL ? mp_call_function_n_kw(call[0], 2, n_kw, args) : mp_call_method_self_n_kw(call[0], call[1], 2, n_kw, args);
    if (mpwasm_native(members, &mp_type_dict) == MP_OBJ_NULL) {
        mp_obj_t setter[2];
        mp_load_method_maybe(members, MP_QSTR___setitem__, setter);
        if (setter[0] == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__prepare__() must return a mapping, not %s"), is_class(meta) ? (qstr)((mp_obj_type_t *)MP_OBJ_TO_PTR(meta))->name : (qstr)MP_QSTR_metaclass,
                mp_obj_get_type_str(members));
        }
    }
    return members;
}

// Runs the body with its names.
static mp_obj_t run_body(mp_obj_t body, mp_obj_t members) {
    nlr_jump_callback_node_globals_locals_t context = { .globals = mp_globals_get(), .locals = mp_locals_get() };
    nlr_push_jump_callback(&context.callback, mp_globals_locals_set_from_nlr_jump_callback);
    mp_locals_set(mpwasm_namespace(members));
    mp_obj_t cell = mp_call_function_0(body);
    nlr_pop_jump_callback(true);
    return cell;
}

// The function of a class body gives the cell of __class__, which no other function does. Upstream writes to whatever it is given
// (py/modbuiltins.c:83 of 1.26.1), and __build_class__ takes any function.
mp_obj_t mpwasm_build_class(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    bool resolved;
    mp_obj_t bases = resolve_bases(n_args - 2, args + 2, &resolved);
    mp_map_elem_t *given = mp_map_lookup(kw, MP_OBJ_NEW_QSTR(MP_QSTR_metaclass), MP_MAP_LOOKUP);
    mp_obj_t meta = find_metaclass(given == NULL ? MP_OBJ_NULL : given->value, MP_OBJ_TO_PTR(bases));
    mp_obj_t *call = m_new(mp_obj_t, 3 + 2 * kw->used);
    call[0] = args[1];
    call[1] = bases;
    size_t n_kw = other_keywords(kw, call + 2);
    mp_obj_t members = prepare(meta, n_kw, call);
    mp_obj_t cell = run_body(args[0], members);
    bool has_cell = mp_obj_is_exact_type(cell, &mpwasm_type_cell);
    if (has_cell) {
        mp_obj_subscr(members, MP_OBJ_NEW_QSTR(MP_QSTR___classcell__), cell);
    }
    if (resolved) {
        mp_obj_subscr(members, MP_OBJ_NEW_QSTR(MP_QSTR___orig_bases__), mp_obj_new_tuple(n_args - 2, args + 2));
    }
    call[2] = members;
    other_keywords(kw, call + 3);
    mp_obj_t class = mp_call_function_n_kw(meta, 3, n_kw, call);
    if (has_cell && ((mp_obj_cell_t *)MP_OBJ_TO_PTR(cell))->obj == MP_OBJ_NULL) {
        mp_obj_cell_set(cell, class);
    }
    return class;
}

// --- Attributes ------------------------------------------------------------------------------------

// Objects of built-in types have the operations of their types as methods, too (wrapper.c).
void mp_load_method_maybe(mp_obj_t object, qstr name, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    dest[0] = dest[1] = MP_OBJ_NULL;
    if (name == MP_QSTR___class__ && !(type->flags & CLASS_HAS_GETATTRIBUTE)) {
        mpwasm_generic_class(object, dest);
        return;
    }
    if (MP_OBJ_TYPE_HAS_SLOT(type, attr)) {
        MP_OBJ_TYPE_GET_SLOT(type, attr)(object, name, dest);
        if (is_program_class(type) || type == &mp_type_type || dest[0] != MP_OBJ_NULL) {
            return;
        }
        dest[1] = MP_OBJ_NULL;
    }
    const mp_obj_type_t *found;
    mp_obj_t member = mpwasm_class_lookup(type, name, &found);
    if (member != MP_OBJ_NULL && !(found == &mp_type_object && type != &mp_type_object && (name == MP_QSTR___init_subclass__ || type == &mp_type_super))) {
        mpwasm_bind(member, found, object, type, dest);
    } else if (name == MP_QSTR___doc__ && type != &mp_type_module) {
        dest[0] = mp_const_none;
    }
}
