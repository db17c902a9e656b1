// Streams in Python, and writers over them.
//
// What upstream does wrong: a stream's write and readinto get a bytearray that lies on the C stack, over memory of others
// (py/modio.c:57 of 1.26.1): the object is gone when the call returns, whoever keeps it; growing it frees memory that is not
// its own; what is to be written may be a constant, or another object's string. How much was read or written is
// believed (modio.c:65, py/stream.c:79). A BufferedWriter may have any size, and any object as its stream (modio.c:121).

#include "py/mpconfig.h"

#if MICROPY_PY_IO

#include <string.h>

#include "py/objarray.h"
#include "py/runtime.h"
#include "py/stream.h"

#include "guard/guard.h"

#define iobase_read(...) __attribute__((unused)) unguarded_iobase_read(__VA_ARGS__)
#define iobase_write(...) __attribute__((unused)) unguarded_iobase_write(__VA_ARGS__)
#define bufwriter_make_new(...) unguarded_bufwriter_make_new(__VA_ARGS__)

#if MPWASM_LIBRARY

// The module is _io: io is in Python, over it (library/python/io.py). It has the type of files in place of StringIO.
#include "extmod/vfs_posix.h"
#include "py/builtin.h"
#define MP_QSTR_StringIO MP_QSTR_FileIO
#define mp_type_stringio mp_type_vfs_posix_fileio
#define MP_QSTR_io MP_QSTR__io

#endif

static mp_uint_t (iobase_read)(mp_obj_t stream, void *buf, mp_uint_t size, int *error);
static mp_uint_t (iobase_write)(mp_obj_t stream, const void *buf, mp_uint_t size, int *error);
#if MICROPY_PY_IO_BUFFEREDWRITER
static mp_obj_t (bufwriter_make_new)(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
#endif

#include "py/modio.c"

#undef iobase_read
#undef iobase_write
#undef bufwriter_make_new

const void *const mpwasm_python_stream = &iobase_p;

// Calls a stream's method with a bytearray. Returns what the method says that it read or wrote.
static mp_uint_t transfer(mp_obj_t stream, qstr name, mp_obj_array_t *bytes, mp_uint_t size, int *error) {
    mp_obj_t method[3];
    mp_load_method(stream, name, method);
    method[2] = MP_OBJ_FROM_PTR(bytes);
    mp_obj_t result = mp_call_method_n_kw(1, 0, method);
    if (result == mp_const_none) {
        *error = MP_EAGAIN;
        return MP_STREAM_ERROR;
    }
    mp_int_t done = mp_obj_get_int(result);
    if (done < 0) {
        *error = -done;
        return MP_STREAM_ERROR;
    }
    if ((mp_uint_t)done > size) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%q said %d, of %d bytes"), name, (int)done, (int)size);
    }
    return done;
}

static mp_uint_t iobase_read(mp_obj_t stream, void *buf, mp_uint_t size, int *error) {
    mp_obj_t empty = MP_OBJ_NEW_SMALL_INT(0);
    mp_obj_array_t *bytes = MP_OBJ_TO_PTR(mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_bytearray), size == 0 ? empty : mp_obj_new_int_from_uint(size)));
    mp_uint_t done = transfer(stream, MP_QSTR_readinto, bytes, size, error);
    if (done != MP_STREAM_ERROR) {
        if (done > bytes->len) {
            mp_raise_ValueError(MP_ERROR_TEXT("the buffer was made shorter"));
        }
        memcpy(buf, bytes->items, done);
    }
    return done;
}

// A stream of text (one that has an attribute encoding) takes a str.
static mp_uint_t iobase_write(mp_obj_t stream, const void *buf, mp_uint_t size, int *error) {
    mp_obj_t method[3];
    mp_load_method_maybe(stream, MP_QSTR_encoding, method);
    if (method[0] != MP_OBJ_NULL) {
        mp_load_method(stream, MP_QSTR_write, method);
        method[2] = mp_obj_new_str(buf, size);
        mp_call_method_n_kw(1, 0, method);
        return size;
    }
    return transfer(stream, MP_QSTR_write, MP_OBJ_TO_PTR(mp_obj_new_bytearray(size, buf)), size, error);
}

#if MICROPY_PY_IO_BUFFEREDWRITER

static mp_obj_t bufwriter_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    mp_get_stream_raise(args[0], MP_STREAM_OP_WRITE);
    if (mp_obj_get_int(args[1]) <= 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("the size must be positive"));
    }
    return unguarded_bufwriter_make_new(type, n_args, n_kw, args);
}

#endif

#else

const void *const mpwasm_python_stream = 0;

#endif
