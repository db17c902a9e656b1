// The value of a program's last expression.
//
// A host wants what an interactive prompt would show. The compiler is told (mpwasm_keep_last_value, language/compile/compile.c) to make
// ".value = E" of a last statement "E". The name is no identifier, so no program can use it by accident. Programs that end
// otherwise are not touched, and nothing else of theirs changes.

#include "py/runtime.h"

#include "host/lastvalue.h"

mp_obj_t mpwasm_take_last_value(void) {
    mp_map_t *globals = mp_obj_dict_get_map(MP_OBJ_FROM_PTR(mp_globals_get()));
    mp_obj_t name = MP_OBJ_NEW_QSTR(qstr_from_str(".value"));
    mp_map_elem_t *slot = mp_map_lookup(globals, name, MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    return slot == NULL ? mp_const_none : slot->value;
}
