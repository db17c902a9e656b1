// Upstream's py/stream.h, with a look whether an object is a stream (guard/stream.c).

#include_next "py/stream.h"

#ifndef MPWASM_OVER_STREAM_H
#define MPWASM_OVER_STREAM_H

const mp_stream_p_t *mpwasm_get_stream(mp_const_obj_t stream);
#define mp_get_stream mpwasm_get_stream

#endif
