// The value of a program's last expression.
//
// A host wants what an interactive prompt would show. The compiler is told (mpwasm_keep_last_value, language/compile/compile.c) to make
// ".value = E" of a last statement "E". The name is no identifier, so no program can use it by accident. Programs that end
// otherwise are not touched, and nothing else of theirs changes.

#include "py/runtime.h"

#include "host/lastvalue.h"

static mp_map_elem_t *look_up(mp_map_lookup_kind_t kind) {
    mp_map_t *globals = mp_obj_dict_get_map(MP_OBJ_FROM_PTR(mp_globals_get()));
    return mp_map_lookup(globals, MP_OBJ_NEW_QSTR(qstr_from_str(".value")), kind);
}

void mpwasm_keep_value(mp_obj_t value) {
    look_up(MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
}

mp_obj_t mpwasm_take_last_value(void) {
    mp_map_elem_t *slot = look_up(MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    return slot == NULL ? mp_const_none : slot->value;
}
