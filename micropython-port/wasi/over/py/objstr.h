// Upstream's py/objstr.h. The upper half of a str's hash, which upstream leaves empty, tells whether the str is ASCII
// (language/text/text.h), so who asks for the hash gets the lower half.

#include_next "py/objstr.h"

#ifndef MPWASM_OVER_OBJSTR_H
#define MPWASM_OVER_OBJSTR_H

#undef GET_STR_HASH
#define GET_STR_HASH(str_obj_in, str_hash) \
    size_t str_hash; \
    if (mp_obj_is_qstr(str_obj_in)) { \
        str_hash = qstr_hash(MP_OBJ_QSTR_VALUE(str_obj_in)); \
    } else { \
        str_hash = ((mp_obj_str_t *)MP_OBJ_TO_PTR(str_obj_in))->hash & 0xffff; \
    }

#endif
