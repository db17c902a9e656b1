// Tasks and queues of asyncio that are none.
//
// What upstream does wrong: _asyncio, which asyncio is built on, writes to whatever it is given as a task, queue or context
// (extmod/modasyncio.c:118, 148, 186, 213, 300 of 1.26.1).

#include "py/mpconfig.h"

#if MICROPY_PY_ASYNCIO

#include "py/objexcept.h"
#include "py/runtime.h"

#include "guard/guard.h"

#define task_queue_push(...) unguarded_task_queue_push(__VA_ARGS__)
#define task_queue_remove(...) unguarded_task_queue_remove(__VA_ARGS__)
#define task_make_new(...) unguarded_task_make_new(__VA_ARGS__)
#define task_cancel(...) unguarded_task_cancel(__VA_ARGS__)
#define task_iternext(...) unguarded_task_iternext(__VA_ARGS__)

static mp_obj_t (task_queue_push)(size_t n_args, const mp_obj_t *args);
static mp_obj_t (task_queue_remove)(mp_obj_t self, mp_obj_t task);
static mp_obj_t (task_make_new)(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
static mp_obj_t (task_cancel)(mp_obj_t self);
static mp_obj_t (task_iternext)(mp_obj_t self);

#include "extmod/modasyncio.c"

#undef task_queue_push
#undef task_queue_remove
#undef task_make_new
#undef task_cancel
#undef task_iternext

static void check_type(mp_obj_t object, const mp_obj_type_t *type) {
    if (mp_obj_get_type(object) != type) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected a %q, not %s"), (qstr)type->name, mp_obj_get_type_str(object));
    }
}

static mp_obj_t from_context(qstr name) {
    check_type(mp_asyncio_context, &mp_type_dict);
    return mp_obj_dict_get(mp_asyncio_context, MP_OBJ_NEW_QSTR(name));
}

static mp_obj_t task_queue_push(size_t n_args, const mp_obj_t *args) {
    check_type(args[1], &task_type);
    if (n_args > 2 && !mp_obj_is_small_int(args[2])) {
        mp_raise_TypeError_int_conversion(args[2]);
    }
    return unguarded_task_queue_push(n_args, args);
}

static mp_obj_t task_queue_remove(mp_obj_t self, mp_obj_t task) {
    check_type(task, &task_type);
    return unguarded_task_queue_remove(self, task);
}

static mp_obj_t task_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 2) {
        check_type(args[1], &mp_type_dict);
    }
    return unguarded_task_make_new(type, n_args, n_kw, args);
}

static mp_obj_t task_cancel(mp_obj_t self) {
    from_context(MP_QSTR_cur_task);
    check_type(from_context(MP_QSTR__task_queue), &task_queue_type);
    return unguarded_task_cancel(self);
}

static mp_obj_t task_iternext(mp_obj_t self) {
    mp_obj_task_t *task = MP_OBJ_TO_PTR(self);
    if (!TASK_IS_DONE(task)) {
        check_type(from_context(MP_QSTR_cur_task), &task_type);
        check_type(task->state, &task_queue_type);
    } else if (!mp_obj_is_exception_instance(task->data)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a task's result must be an exception"));
    }
    return unguarded_task_iternext(self);
}

#endif
