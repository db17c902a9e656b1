// Objects that are no streams, or not in every way.
//
// What upstream does wrong: mp_get_stream trusts that an object is a stream, and its callers that it can read, write and be controlled
// (py/stream.h:99 of 1.26.1): a BufferedWriter over a number, a file that a program's own VFS opens (extmod/vfs_reader.c:86), closing what cannot be
// closed (extmod/moddeflate.c:344). A class over a native stream inherits its functions, which then take the instance for
// the native object (py/objtype.c:1211).

#include <string.h>

#include "py/objtype.h"
#include "py/runtime.h"
#include "py/stream.h"

#include "guard/guard.h"

const mp_stream_p_t *mpwasm_unguarded_get_stream_raise(mp_obj_t stream, int flags);

static mp_uint_t refuse_read(mp_obj_t stream, void *buf, mp_uint_t size, int *error) {
    *error = MP_EINVAL;
    return MP_STREAM_ERROR;
}

static mp_uint_t refuse_write(mp_obj_t stream, const void *buf, mp_uint_t size, int *error) {
    *error = MP_EINVAL;
    return MP_STREAM_ERROR;
}

static mp_uint_t refuse_ioctl(mp_obj_t stream, mp_uint_t request, uintptr_t arg, int *error) {
    *error = MP_EINVAL;
    return MP_STREAM_ERROR;
}

// Streams that lack something, and the same with what refuses in its place. There are as many as types of streams in C.
static const mp_stream_p_t *complete(const mp_stream_p_t *stream) {
    static const mp_stream_p_t *lacking[8];
    static mp_stream_p_t completed[MP_ARRAY_SIZE(lacking)];
    for (size_t i = 0; i < MP_ARRAY_SIZE(lacking); i++) {
        if (lacking[i] == NULL) {
            lacking[i] = stream;
            completed[i] = *stream;
            completed[i].read = stream->read != NULL ? stream->read : refuse_read;
            completed[i].write = stream->write != NULL ? stream->write : refuse_write;
            completed[i].ioctl = stream->ioctl != NULL ? stream->ioctl : refuse_ioctl;
        }
        if (lacking[i] == stream) {
            return &completed[i];
        }
    }
    mp_raise_OSError(MP_EINVAL);
}

static void check_class(mp_const_obj_t stream) {
    const mp_obj_type_t *type = mp_obj_get_type(stream);
    const void *protocol = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, protocol);
    if (protocol == NULL || (mp_obj_is_instance_type(type) && protocol != mpwasm_python_stream)) {
        mp_raise_msg(&mp_type_OSError, MP_ERROR_TEXT("stream operation not supported"));
    }
}

const mp_stream_p_t *mpwasm_get_stream(mp_const_obj_t stream) {
    check_class(stream);
    const mp_stream_p_t *protocol = MP_OBJ_TYPE_GET_SLOT(mp_obj_get_type(stream), protocol);
    bool is_complete = protocol->read != NULL && protocol->write != NULL && protocol->ioctl != NULL;
    return is_complete ? protocol : complete(protocol);
}

const mp_stream_p_t *mp_get_stream_raise(mp_obj_t stream, int flags) {
    check_class(stream);
    return mpwasm_unguarded_get_stream_raise(stream, flags);
}
