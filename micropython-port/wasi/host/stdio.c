// sys.stdin, sys.stdout and sys.stderr: streams whose bytes go straight to the host.
//
// Upstream's POSIX VFS brings such objects on file descriptors 0, 1 and 2 (vfs_posix_file.c renames them
// out of the way). Ours call the host's own imports instead of WASI's, because those can say that the run
// is to end: at the output limit, or while input is awaited.

#include <unistd.h>

#include "py/mperrno.h"
#include "py/mphal.h"
#include "py/obj.h"
#include "py/runtime.h"
#include "py/stream.h"

#if MICROPY_PY_SYS_STDFILES

typedef struct _stdio_obj_t {
    mp_obj_base_t base;
    int fd;
} stdio_obj_t;

static void stdio_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<io.%s %d>", mp_obj_get_type_str(self_in), self->fd);
}

static mp_uint_t stdio_read(mp_obj_t self_in, void *buf, mp_uint_t size, int *errcode) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->fd != STDIN_FILENO) {
        *errcode = MP_EPERM;
        return MP_STREAM_ERROR;
    }
    return mpwasm_read(buf, size);
}

static mp_uint_t stdio_write(mp_obj_t self_in, const void *buf, mp_uint_t size, int *errcode) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->fd == STDIN_FILENO) {
        *errcode = MP_EPERM;
        return MP_STREAM_ERROR;
    }
    mpwasm_write(self->fd, buf, size);
    return size;
}

static mp_uint_t stdio_ioctl(mp_obj_t self_in, mp_uint_t request, uintptr_t arg, int *errcode) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    switch (request) {
        case MP_STREAM_FLUSH: // nothing is held back
        case MP_STREAM_CLOSE: // the streams outlive every program
            return 0;
        case MP_STREAM_POLL:
            return arg & (self->fd == STDIN_FILENO ? MP_STREAM_POLL_RD : MP_STREAM_POLL_WR);
        case MP_STREAM_GET_FILENO:
            return self->fd;
        default:
            *errcode = MP_EINVAL;
            return MP_STREAM_ERROR;
    }
}

static mp_obj_t stdio_fileno(mp_obj_t self_in) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    return MP_OBJ_NEW_SMALL_INT(self->fd);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_fileno_obj, stdio_fileno);

static const mp_rom_map_elem_t stdio_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_fileno), MP_ROM_PTR(&stdio_fileno_obj) },
    { MP_ROM_QSTR(MP_QSTR_read), MP_ROM_PTR(&mp_stream_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_readinto), MP_ROM_PTR(&mp_stream_readinto_obj) },
    { MP_ROM_QSTR(MP_QSTR_readline), MP_ROM_PTR(&mp_stream_unbuffered_readline_obj) },
    { MP_ROM_QSTR(MP_QSTR_readlines), MP_ROM_PTR(&mp_stream_unbuffered_readlines_obj) },
    { MP_ROM_QSTR(MP_QSTR_write), MP_ROM_PTR(&mp_stream_write_obj) },
    { MP_ROM_QSTR(MP_QSTR_flush), MP_ROM_PTR(&mp_stream_flush_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&mp_stream_close_obj) },
    { MP_ROM_QSTR(MP_QSTR___enter__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR___exit__), MP_ROM_PTR(&mp_stream___exit___obj) },
};
static MP_DEFINE_CONST_DICT(stdio_locals, stdio_locals_table);

static const mp_stream_p_t stdio_bytes_protocol = {
    .read = stdio_read,
    .write = stdio_write,
    .ioctl = stdio_ioctl,
};

static MP_DEFINE_CONST_OBJ_TYPE(
    stdio_bytes_type, MP_QSTR_FileIO, MP_TYPE_FLAG_ITER_IS_STREAM,
    print, stdio_print,
    protocol, &stdio_bytes_protocol,
    locals_dict, &stdio_locals
    );

static const mp_stream_p_t stdio_text_protocol = {
    .read = stdio_read,
    .write = stdio_write,
    .ioctl = stdio_ioctl,
    .is_text = true,
};

static const stdio_obj_t stdio_buffers[] = { // by file descriptor
    { { &stdio_bytes_type }, STDIN_FILENO },
    { { &stdio_bytes_type }, STDOUT_FILENO },
    { { &stdio_bytes_type }, STDERR_FILENO },
};

// The text streams have one attribute more than the byte streams: buffer, their byte stream.
static void stdio_text_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_buffer) {
        dest[0] = MP_OBJ_FROM_PTR(&stdio_buffers[self->fd]);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // go on in the locals dict
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    stdio_text_type, MP_QSTR_TextIOWrapper, MP_TYPE_FLAG_ITER_IS_STREAM,
    print, stdio_print,
    protocol, &stdio_text_protocol,
    attr, stdio_text_attr,
    locals_dict, &stdio_locals
    );

const stdio_obj_t mp_sys_stdin_obj = { { &stdio_text_type }, STDIN_FILENO };
const stdio_obj_t mp_sys_stdout_obj = { { &stdio_text_type }, STDOUT_FILENO };
const stdio_obj_t mp_sys_stderr_obj = { { &stdio_text_type }, STDERR_FILENO };

#endif
