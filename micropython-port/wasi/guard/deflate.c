// Compressed streams that are used again while they are in use.
//
// What upstream does wrong: a DeflateIO reads from, or writes to, a stream that may be Python code, which may use the same DeflateIO. That one
// keeps its place in the caller's buffer in itself (extmod/moddeflate.c:260 of 1.26.1), so it goes on in the inner caller's.

#include "py/mpconfig.h"

#if MICROPY_PY_DEFLATE

#include "py/runtime.h"
#include "py/stream.h"

#include "guard/guard.h"

#define deflateio_read(...) unguarded_deflateio_read(__VA_ARGS__)
#define deflateio_write(...) unguarded_deflateio_write(__VA_ARGS__)
#define deflateio_ioctl(...) unguarded_deflateio_ioctl(__VA_ARGS__)

static mp_uint_t (deflateio_read)(mp_obj_t self, void *buf, mp_uint_t size, int *error);
static mp_uint_t (deflateio_write)(mp_obj_t self, const void *buf, mp_uint_t size, int *error);
static mp_uint_t (deflateio_ioctl)(mp_obj_t self, mp_uint_t request, uintptr_t arg, int *error);

#include "extmod/moddeflate.c"

#undef deflateio_read
#undef deflateio_write
#undef deflateio_ioctl

// A stream in use.
typedef struct _use_t {
    nlr_jump_callback_node_t callback; // first: it is what the callback gets
    mp_obj_t stream;
    struct _use_t *outer;
} use_t;

static use_t *uses; // the innermost first

static void end_use(void *context) {
    uses = ((use_t *)context)->outer;
}

static void begin_use(use_t *use, mp_obj_t stream) {
    for (use_t *other = uses; other != NULL; other = other->outer) {
        if (other->stream == stream) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("stream is in use"));
        }
    }
    use->stream = stream;
    use->outer = uses;
    nlr_push_jump_callback(&use->callback, end_use);
    uses = use;
}

static mp_uint_t deflateio_read(mp_obj_t self, void *buf, mp_uint_t size, int *error) {
    use_t use;
    begin_use(&use, self);
    mp_uint_t done = unguarded_deflateio_read(self, buf, size, error);
    nlr_pop_jump_callback(true);
    return done;
}

#if MICROPY_PY_DEFLATE_COMPRESS
static mp_uint_t deflateio_write(mp_obj_t self, const void *buf, mp_uint_t size, int *error) {
    use_t use;
    begin_use(&use, self);
    mp_uint_t done = unguarded_deflateio_write(self, buf, size, error);
    nlr_pop_jump_callback(true);
    return done;
}
#endif

static mp_uint_t deflateio_ioctl(mp_obj_t self, mp_uint_t request, uintptr_t arg, int *error) {
    use_t use;
    begin_use(&use, self);
    mp_uint_t result = unguarded_deflateio_ioctl(self, request, arg, error);
    nlr_pop_jump_callback(true);
    return result;
}

#endif
