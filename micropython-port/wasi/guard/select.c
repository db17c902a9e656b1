// Sets of streams that change while they are polled, or that hold no stream.
//
// What upstream does wrong: polling calls ioctl of streams, which may be Python code that registers others. poll() then returns a list with
// room for the streams that were ready before (extmod/modselect.c:574 of 1.26.1). And what cannot be polled is registered before
// that is found out, without anything to poll (modselect.c:233).

#include "py/mpconfig.h"

#if MICROPY_PY_SELECT

#include "py/runtime.h"
#include "py/stream.h"

#include "guard/guard.h"

#define poll_register(...) unguarded_poll_register(__VA_ARGS__)
#define poll_modify(...) unguarded_poll_modify(__VA_ARGS__)
#define poll_poll(...) unguarded_poll_poll(__VA_ARGS__)
#define poll_ipoll(...) unguarded_poll_ipoll(__VA_ARGS__)

static mp_obj_t (poll_register)(size_t n_args, const mp_obj_t *args);
static mp_obj_t (poll_modify)(mp_obj_t self, mp_obj_t stream, mp_obj_t events);
static mp_obj_t (poll_poll)(size_t n_args, const mp_obj_t *args);
static mp_obj_t (poll_ipoll)(size_t n_args, const mp_obj_t *args);

#include "extmod/modselect.c"

#undef poll_register
#undef poll_modify
#undef poll_poll
#undef poll_ipoll

static mp_obj_t poll_register(size_t n_args, const mp_obj_t *args) {
    mp_get_stream_raise(args[1], MP_STREAM_OP_IOCTL);
    mp_obj_poll_t *self = MP_OBJ_TO_PTR(args[0]);
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t result = unguarded_poll_register(n_args, args);
        nlr_pop();
        return result;
    }
    mp_map_elem_t *place = mp_map_lookup(&self->poll_set.map, mp_obj_id(args[1]), MP_MAP_LOOKUP);
    if (place != NULL && place->value == MP_OBJ_NULL) { // there was no memory for it
        poll_unregister(args[0], args[1]);
    }
    nlr_jump(nlr.ret_val);
}

static mp_obj_t poll_modify(mp_obj_t self, mp_obj_t stream, mp_obj_t events) {
    return unguarded_poll_modify(self, stream, mp_obj_new_int(mp_obj_get_int(events)));
}

// A set being polled. It is marked as one that nothing may change (language/dict/map.c).
typedef struct _polling_t {
    nlr_jump_callback_node_t callback; // first: it is what the callback gets
    mp_map_t *map;
    bool was_fixed;
} polling_t;

static void end_polling(void *context) {
    polling_t *polling = context;
    polling->map->is_fixed = polling->was_fixed;
}

static mp_obj_t poll_guarded(mp_obj_t (*poll)(size_t n_args, const mp_obj_t *args), size_t n_args, const mp_obj_t *args) {
    mp_map_t *map = &((mp_obj_poll_t *)MP_OBJ_TO_PTR(args[0]))->poll_set.map;
    if (map->is_fixed) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("polled while it is polled"));
    }
    polling_t polling = { .map = map, .was_fixed = map->is_fixed };
    nlr_push_jump_callback(&polling.callback, end_polling);
    map->is_fixed = 1;
    mp_obj_t result = poll(n_args, args);
    nlr_pop_jump_callback(true);
    return result;
}

static mp_obj_t poll_poll(size_t n_args, const mp_obj_t *args) {
    return poll_guarded(unguarded_poll_poll, n_args, args);
}

static mp_obj_t poll_ipoll(size_t n_args, const mp_obj_t *args) {
    return poll_guarded(unguarded_poll_ipoll, n_args, args);
}

#endif
