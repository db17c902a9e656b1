// Upstream's py/obj.h, with sizes that do not wrap around (misc.h beside this).

#include_next "py/obj.h"

#ifndef MPWASM_OVER_OBJ_H
#define MPWASM_OVER_OBJ_H

#undef mp_obj_malloc_var
#undef mp_obj_malloc_var_with_finaliser

#define mp_obj_malloc_var(type, items, item, num, of) \
    ((type *)mp_obj_malloc_helper(mpwasm_size(offsetof(type, items), sizeof(item), (num)), (of)))
#define mp_obj_malloc_var_with_finaliser(type, item, num, of) \
    ((type *)mp_obj_malloc_with_finaliser_helper(mpwasm_size(sizeof(type), sizeof(item), (num)), (of)))

#endif
