// Upstream's py/obj.h, with sizes that do not wrap around (misc.h beside this), and indexes that are numbers before anybody
// looks how long a sequence is.
//
// What upstream does wrong: seq[i], seq[i:j] and seq.pop(i) take the length, then ask an index that is no number for its __int__, and
// use the place it gives (py/objlist.c:166, 216, 267, 495, py/objarray.c:465, 567, py/objdeque.c:209 of 1.26.1). __int__ may
// have cleared the sequence. Files that are compiled with MPWASM_INDEXES_FIRST ask first.

#include_next "py/obj.h"

#ifndef MPWASM_OVER_OBJ_H
#define MPWASM_OVER_OBJ_H

#undef mp_obj_malloc_var
#undef mp_obj_malloc_var_with_finaliser

#define mp_obj_malloc_var(type, items, item, num, of) \
    ((type *)mp_obj_malloc_helper(mpwasm_size(offsetof(type, items), sizeof(item), (num)), (of)))
#define mp_obj_malloc_var_with_finaliser(type, item, num, of) \
    ((type *)mp_obj_malloc_with_finaliser_helper(mpwasm_size(sizeof(type), sizeof(item), (num)), (of)))

#if MPWASM_INDEXES_FIRST

mp_obj_t mpwasm_index(mp_obj_t index);
mp_obj_t mpwasm_slice(mp_obj_t slice);

#define mp_get_index(type, len, index, is_slice) \
    ({ mp_obj_t index_ = mpwasm_index(index); (mp_get_index)(type, len, index_, is_slice); })
#define mp_seq_get_fast_slice_indexes(len, slice, indexes) \
    ({ mp_obj_t slice_ = mpwasm_slice(slice); (mp_seq_get_fast_slice_indexes)(len, slice_, indexes); })

#endif

#endif
