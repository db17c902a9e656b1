// sys.stdin, sys.stdout and sys.stderr: streams whose bytes go straight to the host.
//
// Upstream's POSIX VFS brings such objects on file descriptors 0, 1 and 2 (vfs_posix_file.c renames them
// out of the way). Ours call the host's own imports instead of WASI's, because those can say that the run
// is to end: at the output limit, or while input is awaited.

#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "py/mperrno.h"
#include "py/mphal.h"
#include "py/obj.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "py/stream.h"

#include "language/print.h"
#include "language/text/text.h"
#include "language/text/unicode.h"

#if MICROPY_PY_SYS_STDFILES

typedef struct _stdio_obj_t {
    mp_obj_base_t base;
    int fd;
} stdio_obj_t;

static const qstr stdio_names[] = { MP_QSTR__lt_stdin_gt_, MP_QSTR__lt_stdout_gt_, MP_QSTR__lt_stderr_gt_ };

static qstr stdio_mode(const stdio_obj_t *self) {
    return self->fd == STDIN_FILENO ? MP_QSTR_r : MP_QSTR_w;
}

static void stdio_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    qstr name = self->base.type->name;
    const char *encoding = name == MP_QSTR_TextIOWrapper ? " encoding='utf-8'" : "";
    mp_printf(print, "<_io.%q name='%q' mode='%q'%s>", name, stdio_names[self->fd], stdio_mode(self), encoding);
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

static mp_obj_t stdio_isatty(mp_obj_t self_in) {
    (void)self_in;
    return mp_const_false;
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_isatty_obj, stdio_isatty);

static mp_obj_t stdio_readable(mp_obj_t self_in) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    return mp_obj_new_bool(self->fd == STDIN_FILENO);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_readable_obj, stdio_readable);

static mp_obj_t stdio_writable(mp_obj_t self_in) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    return mp_obj_new_bool(self->fd != STDIN_FILENO);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_writable_obj, stdio_writable);

mp_obj_t mpwasm_stdio_text(mp_obj_t self_in, mp_obj_t object) {
    text_t text = text_self(object);
    if (text.ascii || utf8_valid(text.data, text.len, false) == text.len) {
        return object;
    }
    bool is_err = ((stdio_obj_t *)MP_OBJ_TO_PTR(self_in))->fd == STDERR_FILENO;
    mp_obj_t method[4];
    mp_load_method(object, MP_QSTR_encode, method);
    method[2] = mp_obj_new_str_from_cstr("utf-8");
    method[3] = mp_obj_new_str_from_cstr(is_err ? "backslashreplace" : "strict");
    text_t bytes = text_self(mp_call_method_n_kw(2, 0, method));
    return text_new(&mp_type_str, bytes.data, bytes.len);
}

// The number of characters, of a text, or of bytes.
static mp_obj_t stdio_write_object(mp_obj_t self_in, mp_obj_t text) {
    bool is_text = mp_get_stream(self_in)->is_text;
    if (mp_obj_is_str(text) != is_text) {
        mp_raise_msg_varg(&mp_type_TypeError, is_text ? MP_ERROR_TEXT("write() argument must be str, not %s") : MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(text));
    }
    mp_buffer_info_t data;
    mp_get_buffer_raise(is_text ? mpwasm_stdio_text(self_in, text) : text, &data, MP_BUFFER_READ);
    int error;
    if (stdio_write(self_in, data.buf, data.len, &error) == MP_STREAM_ERROR) {
        mp_raise_OSError(error);
    }
    return is_text ? mp_obj_len(text) : mp_obj_new_int_from_uint(data.len);
}
static MP_DEFINE_CONST_FUN_OBJ_2(stdio_write_obj, stdio_write_object);

static mp_obj_t stdio_writelines(mp_obj_t self_in, mp_obj_t lines) {
    mp_obj_t line, iterator = mp_getiter(lines, NULL);
    while ((line = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        stdio_write_object(self_in, line);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(stdio_writelines_obj, stdio_writelines);

// What can be asked for is as it is.
static mp_obj_t stdio_reconfigure(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    (void)n_args;
    (void)args;
    static const qstr known[] = { MP_QSTR_encoding, MP_QSTR_errors, MP_QSTR_newline, MP_QSTR_line_buffering, MP_QSTR_write_through };
    size_t found = 0;
    for (size_t i = 0; i < MP_ARRAY_SIZE(known); i++) {
        mp_map_elem_t *given = mp_map_lookup(keywords, MP_OBJ_NEW_QSTR(known[i]), MP_MAP_LOOKUP);
        found += given != NULL;
        if (i == 0 && given != NULL && given->value != mp_const_none) {
            const char *name = mp_obj_str_get_str(given->value);
            if (strcasecmp(name, "utf-8") != 0 && strcasecmp(name, "utf8") != 0) {
                mp_raise_ValueError(MP_ERROR_TEXT("the host's streams are utf-8"));
            }
        }
    }
    if (found != keywords->used) {
        mp_raise_TypeError(MP_ERROR_TEXT("reconfigure() got an unexpected keyword argument"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(stdio_reconfigure_obj, 1, stdio_reconfigure);

// How much is to be read: None, or a negative number, is all.
static mp_int_t wanted(size_t n_args, const mp_obj_t *args) {
    mp_int_t size = n_args < 2 || args[1] == mp_const_none ? -1 : text_index(args[1]);
    return size < 0 || size >= MP_SMALL_INT_MAX ? -1 : size; // as much fits nowhere
}

static mp_obj_t stdio_read_object(size_t n_args, const mp_obj_t *args) {
    mp_obj_t sized[] = { args[0], MP_OBJ_NEW_SMALL_INT(wanted(n_args, args)) };
    return mp_stream_read_obj.fun.var(2, sized);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stdio_read_obj, 1, 2, stdio_read_object);

static mp_obj_t stdio_readline(size_t n_args, const mp_obj_t *args) {
    mp_obj_t sized[] = { args[0], MP_OBJ_NEW_SMALL_INT(wanted(n_args, args)) };
    return mp_stream_unbuffered_readline_obj.fun.var(2, sized);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stdio_readline_obj, 1, 2, stdio_readline);

// Lines, until there are as many characters as a hint says.
static mp_obj_t stdio_readlines(size_t n_args, const mp_obj_t *args) {
    mp_int_t hint = wanted(n_args, args), found = 0;
    mp_obj_t lines = mp_obj_new_list(0, NULL), line;
    while ((hint <= 0 || found < hint) && mp_obj_is_true(line = stdio_readline(1, args))) {
        found += MP_OBJ_SMALL_INT_VALUE(mp_obj_len(line));
        mp_obj_list_append(lines, line);
    }
    return lines;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stdio_readlines_obj, 1, 2, stdio_readlines);

static const mp_rom_map_elem_t stdio_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_isatty), MP_ROM_PTR(&stdio_isatty_obj) },
    { MP_ROM_QSTR(MP_QSTR_readable), MP_ROM_PTR(&stdio_readable_obj) },
    { MP_ROM_QSTR(MP_QSTR_seekable), MP_ROM_PTR(&stdio_isatty_obj) },
    { MP_ROM_QSTR(MP_QSTR_writable), MP_ROM_PTR(&stdio_writable_obj) },
    { MP_ROM_QSTR(MP_QSTR_writelines), MP_ROM_PTR(&stdio_writelines_obj) },
    { MP_ROM_QSTR(MP_QSTR_reconfigure), MP_ROM_PTR(&stdio_reconfigure_obj) },
    { MP_ROM_QSTR(MP_QSTR_fileno), MP_ROM_PTR(&stdio_fileno_obj) },
    { MP_ROM_QSTR(MP_QSTR_read), MP_ROM_PTR(&stdio_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_readinto), MP_ROM_PTR(&mp_stream_readinto_obj) },
    { MP_ROM_QSTR(MP_QSTR_readline), MP_ROM_PTR(&stdio_readline_obj) },
    { MP_ROM_QSTR(MP_QSTR_readlines), MP_ROM_PTR(&stdio_readlines_obj) },
    { MP_ROM_QSTR(MP_QSTR_write), MP_ROM_PTR(&stdio_write_obj) },
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

static void stdio_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

static MP_DEFINE_CONST_OBJ_TYPE(
    stdio_bytes_type, MP_QSTR_FileIO, MP_TYPE_FLAG_ITER_IS_STREAM,
    print, stdio_print,
    protocol, &stdio_bytes_protocol,
    attr, stdio_attr,
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

// Attributes. Those from buffer on are the text streams' alone.
static void stdio_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    stdio_obj_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    bool is_text = mp_obj_get_type(self_in) != &stdio_bytes_type;
    if (attr == MP_QSTR_name) {
        dest[0] = MP_OBJ_NEW_QSTR(stdio_names[self->fd]);
    } else if (attr == MP_QSTR_mode) {
        dest[0] = MP_OBJ_NEW_QSTR(stdio_mode(self));
    } else if (attr == MP_QSTR_closed) {
        dest[0] = mp_const_false;
    } else if (is_text && attr == MP_QSTR_buffer) {
        dest[0] = MP_OBJ_FROM_PTR(&stdio_buffers[self->fd]);
    } else if (is_text && attr == MP_QSTR_encoding) {
        dest[0] = mp_obj_new_str_from_cstr("utf-8");
    } else if (is_text && attr == MP_QSTR_errors) {
        dest[0] = MP_OBJ_NEW_QSTR(self->fd == STDERR_FILENO ? MP_QSTR_backslashreplace : MP_QSTR_strict);
    } else if (is_text && attr == MP_QSTR_newlines) {
        dest[0] = mp_const_none;
    } else if (is_text && attr == MP_QSTR_line_buffering) {
        dest[0] = mp_obj_new_bool(self->fd == STDERR_FILENO);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // go on in the locals dict
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    stdio_text_type, MP_QSTR_TextIOWrapper, MP_TYPE_FLAG_ITER_IS_STREAM,
    print, stdio_print,
    protocol, &stdio_text_protocol,
    attr, stdio_attr,
    locals_dict, &stdio_locals
    );

const stdio_obj_t mp_sys_stdin_obj = { { &stdio_text_type }, STDIN_FILENO };
const stdio_obj_t mp_sys_stdout_obj = { { &stdio_text_type }, STDOUT_FILENO };
const stdio_obj_t mp_sys_stderr_obj = { { &stdio_text_type }, STDERR_FILENO };

#endif
