// Fibers: what the threads of library/python/_thread.py are made of.
//
// A call from Python to Python does not nest the VM, so the frames of a thread lie in a pystack alone. Each fiber has a pystack of its own. One that is
// to wait calls a function whose bytecode is that of a generator's "yield": the VM saves what it has in locals, and returns to whoever resumed the
// fiber; to go on is to run the VM again with the frame of that function. That works if the VM which runs is the one that resume began. If C code is
// in between (sorted calls a key function, which waits), there is no leaving: can_park says so, and the scheduler runs the others from there.
//
// The main program is a fiber, too, whose stack is the one that there is without fibers. Once it waits, a fiber of the scheduler's runs below all others
// (_run_threads of _thread.py), until the main program has come to its end.

#include "py/mpconfig.h"

#if MPWASM_LIBRARY

#include <string.h>

#include "py/bc.h"
#include "py/bc0.h"
#include "py/cstack.h"
#include "py/gc.h"
#include "py/mphal.h"
#include "py/objfun.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/function.h"
#include "library/thread/fiber.h"

#define STACK_BYTES (32 * 1024)

typedef struct _fiber_t {
    mp_obj_base_t base;
    mp_obj_t function;    // to be called, with the argument if there is one; then MP_OBJ_NULL
    mp_obj_t argument;
    uint8_t *stack, *end; // NULL after the end
    uint8_t *bottom;      // where the frame of the function is
    uint8_t *cur;         // top of the stack while it is parked
    mp_obj_dict_t *globals, *locals;
    bool running;
    // While it runs: who resumed it.
    struct _fiber_t *caller;
    nlr_buf_t *nlr;
    uint8_t *caller_start, *caller_end, *caller_cur;
    mp_obj_dict_t *caller_globals, *caller_locals;
} fiber_t;

MP_REGISTER_ROOT_POINTER(struct _fiber_t *mpwasm_fiber);       // the one that runs, or NULL
MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_scheduler);           // a fiber: runs when the main program waits
MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_main_raised);         // what has ended the main program, if that was resumed by another fiber
MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_thread_state);        // list: context, running loop
MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_thread_hooks[3]);     // of _thread.py: sleep, end of a run, begin after one that was stopped
MP_REGISTER_ROOT_POINTER(uint8_t *mpwasm_fiber_stack);         // of one that came to its end, for the next

static const mp_obj_type_t type_fiber;
static fiber_t main_fiber;

static void forget_main(void) {
    main_fiber.stack = NULL;
    MP_STATE_VM(mpwasm_scheduler) = MP_STATE_VM(mpwasm_main_raised) = MP_OBJ_NULL;
}

static void clear_state(void) {
    mp_obj_t list = MP_STATE_VM(mpwasm_thread_state);
    if (list != MP_OBJ_NULL) {
        size_t count;
        mp_obj_t *items;
        mp_obj_get_array(list, &count, &items);
        for (size_t i = 0; i < count; i++) {
            items[i] = mp_const_none;
        }
    }
}

static bool unfinished; // a run that has not come to its end

void mpwasm_fibers_begin(void) {
    clear_state();
    if (MP_STATE_VM(mpwasm_fiber) == NULL) { // else this run looks at one that goes on afterwards
        forget_main();
    }
    if (unfinished && MP_STATE_VM(mpwasm_thread_hooks)[2] != MP_OBJ_NULL) {
        mp_call_function_0(MP_STATE_VM(mpwasm_thread_hooks)[2]);
    }
    unfinished = true;
}

void mpwasm_fibers_end(void) {
    if (MP_STATE_VM(mpwasm_thread_hooks)[1] != MP_OBJ_NULL) {
        mp_call_function_0(MP_STATE_VM(mpwasm_thread_hooks)[1]);
    }
    unfinished = false;
}

void mpwasm_fibers_mark(void) {
    for (fiber_t *fiber = MP_STATE_VM(mpwasm_fiber); fiber != NULL; fiber = fiber->caller) {
        gc_collect_root((void **)fiber->caller_start, (fiber->caller_cur - fiber->caller_start) / sizeof(void *));
    }
    if (main_fiber.stack != NULL && !main_fiber.running) { // the heap has the stacks of the others
        gc_collect_root((void **)main_fiber.bottom, (main_fiber.cur - main_fiber.bottom) / sizeof(void *));
    }
}

bool mpwasm_fibers_run(void) {
    fiber_t *fiber = MP_STATE_VM(mpwasm_fiber);
    return fiber != NULL && (fiber != &main_fiber || fiber->caller != NULL);
}

static void leave(fiber_t *fiber) {
    MP_STATE_THREAD(pystack_start) = fiber->caller_start;
    MP_STATE_THREAD(pystack_end) = fiber->caller_end;
    MP_STATE_THREAD(pystack_cur) = fiber->caller_cur;
    MP_STATE_VM(mpwasm_fiber) = fiber->caller;
    fiber->caller = NULL;
    fiber->running = false;
}

void mpwasm_fibers_abandon(void) {
    while (MP_STATE_VM(mpwasm_fiber) != NULL) {
        fiber_t *fiber = MP_STATE_VM(mpwasm_fiber);
        leave(fiber);
        fiber->stack = NULL;
    }
    forget_main();
}

// --- Waiting ---------------------------------------------------------------------------------------

static bool may_park(void) {
    fiber_t *fiber = MP_STATE_VM(mpwasm_fiber);
    bool goes_on = fiber != &main_fiber || MP_STATE_VM(mpwasm_scheduler) != MP_OBJ_NULL;
    return fiber != NULL && goes_on && MP_STATE_THREAD(nlr_top)->prev == fiber->nlr;
}

static mp_obj_t can_park(void) {
    return mp_obj_new_bool(may_park());
}
static MP_DEFINE_CONST_FUN_OBJ_0(can_park_obj, can_park);

static mp_obj_t park_begin(mp_obj_t ignored) {
    (void)ignored;
    if (!may_park()) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("no thread that can be left here"));
    }
    return mp_const_true;
}
static MP_DEFINE_CONST_FUN_OBJ_1(park_begin_obj, park_begin);

// As mp_time_sleep of host/modtime_port.h has checked it: nanoseconds.
uint64_t mpwasm_sleep_argument(mp_obj_t seconds);

static mp_obj_t sleep_begin(mp_obj_t seconds) {
    uint64_t nanoseconds = mpwasm_sleep_argument(seconds);
    mp_obj_t sleep = MP_STATE_VM(mpwasm_thread_hooks)[0];
    if (sleep == MP_OBJ_NULL) {
        mpwasm_sleep_ns(nanoseconds);
        return mp_const_false;
    }
    return mp_call_function_2(sleep, seconds, can_park());
}
static MP_DEFINE_CONST_FUN_OBJ_1(sleep_begin_obj, sleep_begin);

// def wait(x): if begin(x): yield
#define FRAME_SLOTS (3)
static const byte wait_code[] = {
    (FRAME_SLOTS - 1) << 3 | 1, // slots, one argument
    2 << 1,                     // bytes of names
    1, 2,                       // the function's, the argument's
    MP_BC_LOAD_CONST_OBJ, 0,
    MP_BC_LOAD_FAST_MULTI + 0,
    MP_BC_CALL_FUNCTION, 1,
    MP_BC_POP_JUMP_IF_FALSE, 0x40 + 3,
    MP_BC_LOAD_CONST_NONE,
    MP_BC_YIELD_VALUE,
    MP_BC_RETURN_VALUE,
    MP_BC_LOAD_CONST_NONE,
    MP_BC_RETURN_VALUE,
};

static size_t wait_frame_bytes(void) {
    size_t bytes = sizeof(mp_code_state_t) + FRAME_SLOTS * sizeof(mp_obj_t);
    return (bytes + MICROPY_PYSTACK_ALIGN - 1) & ~(size_t)(MICROPY_PYSTACK_ALIGN - 1);
}

static const mp_rom_map_elem_t no_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_time) },
};
static MP_DEFINE_CONST_DICT(no_globals, no_table);

// Both functions have attributes that cannot be set: they are not in the heap, so nothing would keep those alive.
#define WAIT_FUNCTION(object, name, begin) \
    static const qstr_short_t object##_names[] = { MP_QSTR_time, name, MP_QSTR_seconds }; \
    static const mp_obj_t object##_objects[] = { (mp_obj_t)&begin }; \
    static const mp_module_context_t object##_context = { \
        { { &mp_type_module }, (mp_obj_dict_t *)&no_globals }, { (qstr_short_t *)object##_names, (mp_obj_t *)object##_objects } \
    }; \
    const mp_obj_fun_bc_t object = { { &mp_type_fun_bc }, &object##_context, NULL, wait_code, .attributes = (mp_obj_t)&mp_const_empty_dict_obj }

WAIT_FUNCTION(mpwasm_sleep_obj, MP_QSTR_sleep, sleep_begin_obj);
WAIT_FUNCTION(mpwasm_park_obj, MP_QSTR_park, park_begin_obj);

// --- Running ---------------------------------------------------------------------------------------

static mp_obj_t new_fiber(mp_obj_t function, mp_obj_t argument) {
    if (!mp_obj_is_type(function, &mp_type_fun_bc)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a fiber needs a Python function"));
    }
    uint8_t *stack = MP_STATE_VM(mpwasm_fiber_stack);
    MP_STATE_VM(mpwasm_fiber_stack) = NULL;
    if (stack == NULL) {
        stack = m_new0(uint8_t, STACK_BYTES);
    }
    fiber_t *fiber = mp_obj_malloc(fiber_t, &type_fiber);
    memset((mp_obj_base_t *)fiber + 1, 0, sizeof(*fiber) - sizeof(fiber->base));
    fiber->function = function;
    fiber->argument = argument;
    fiber->stack = fiber->bottom = fiber->cur = stack;
    fiber->end = stack + STACK_BYTES;
    return MP_OBJ_FROM_PTR(fiber);
}
static MP_DEFINE_CONST_FUN_OBJ_2(new_fiber_obj, new_fiber);

static void enter(fiber_t *fiber) {
    fiber->caller_start = MP_STATE_THREAD(pystack_start);
    fiber->caller_end = MP_STATE_THREAD(pystack_end);
    fiber->caller_cur = MP_STATE_THREAD(pystack_cur);
    fiber->caller_globals = mp_globals_get();
    fiber->caller_locals = mp_locals_get();
    fiber->caller = MP_STATE_VM(mpwasm_fiber);
    fiber->nlr = MP_STATE_THREAD(nlr_top);
    fiber->running = true;
    MP_STATE_VM(mpwasm_fiber) = fiber;
    MP_STATE_THREAD(pystack_start) = fiber->stack;
    MP_STATE_THREAD(pystack_end) = fiber->end;
    MP_STATE_THREAD(pystack_cur) = fiber->cur;
}

static mp_vm_return_kind_t go_on(fiber_t *fiber, mp_obj_t *exception) {
    enter(fiber);
    mp_code_state_t *state;
    if (fiber->function != MP_OBJ_NULL) {
        state = mp_obj_fun_bc_prepare_codestate(fiber->function, fiber->argument != MP_OBJ_NULL, 0, &fiber->argument);
        state->prev = NULL;
        fiber->function = MP_OBJ_NULL;
    } else {
        mp_globals_set(fiber->globals);
        mp_locals_set(fiber->locals);
        state = (mp_code_state_t *)(fiber->cur - wait_frame_bytes());
        *state->sp = mp_const_none;
    }
    // It does not deal with the exceptions of who resumed it.
    mp_code_state_t *frame = mpwasm_frame;
    activation_t *activation = mpwasm_activation;
    mpwasm_frames_begin();
    mp_vm_return_kind_t kind = mpwasm_execute(state, MP_OBJ_NULL);
    mpwasm_frame = frame;
    mpwasm_activation = activation;
    *exception = kind == MP_VM_RETURN_EXCEPTION ? ((mp_code_state_t *)fiber->bottom)->state[0] : MP_OBJ_NULL;
    fiber->cur = MP_STATE_THREAD(pystack_cur);
    fiber->end = MP_STATE_THREAD(pystack_end);
    fiber->globals = mp_globals_get();
    fiber->locals = mp_locals_get();
    leave(fiber);
    mp_globals_set(fiber->caller_globals);
    mp_locals_set(fiber->caller_locals);
    return kind;
}

static void end(fiber_t *fiber) {
    if (fiber != &main_fiber) {
        memset(fiber->stack, 0, STACK_BYTES);
        MP_STATE_VM(mpwasm_fiber_stack) = fiber->stack;
    }
    fiber->stack = NULL;
}

// Answers whether it waits again; else it has come to its end.
static mp_obj_t resume(mp_obj_t self) {
    mp_cstack_check();
    if (!mp_obj_is_type(self, &type_fiber)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a fiber is needed"));
    }
    fiber_t *fiber = MP_OBJ_TO_PTR(self);
    if (fiber->stack == NULL || fiber->running) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("the fiber cannot go on"));
    }
    mp_obj_t exception;
    if (go_on(fiber, &exception) == MP_VM_RETURN_YIELD) {
        return mp_const_true;
    }
    end(fiber);
    if (fiber == &main_fiber) {
        MP_STATE_VM(mpwasm_main_raised) = exception;
    } else if (exception != MP_OBJ_NULL) {
        nlr_raise(exception);
    }
    return mp_const_false;
}
static MP_DEFINE_CONST_FUN_OBJ_1(resume_obj, resume);

void mpwasm_fibers_call_main(mp_obj_t function) {
    uint8_t *bottom = MP_STATE_THREAD(pystack_cur);
    main_fiber = (fiber_t) {
        .base = { &type_fiber }, .function = function, .argument = MP_OBJ_NULL,
        .stack = MP_STATE_THREAD(pystack_start), .end = MP_STATE_THREAD(pystack_end), .bottom = bottom, .cur = bottom,
    };
    mp_obj_t exception;
    if (go_on(&main_fiber, &exception) == MP_VM_RETURN_YIELD) {
        MP_STATE_THREAD(pystack_cur) = main_fiber.cur; // its frames stay where they are
        resume(MP_STATE_VM(mpwasm_scheduler));
        MP_STATE_THREAD(pystack_cur) = bottom;
        exception = MP_STATE_VM(mpwasm_main_raised);
    }
    forget_main();
    if (exception != MP_OBJ_NULL) {
        nlr_raise(exception);
    }
}

// The function runs the others while the main program waits. Gives the fiber of that, or None: it is none, or C code has resumed it.
static mp_obj_t schedule_main(mp_obj_t function) {
    if (MP_STATE_VM(mpwasm_fiber) != &main_fiber || main_fiber.caller != NULL) {
        return mp_const_none;
    }
    MP_STATE_VM(mpwasm_scheduler) = new_fiber(function, mp_const_none);
    return MP_OBJ_FROM_PTR(&main_fiber);
}
static MP_DEFINE_CONST_FUN_OBJ_1(schedule_main_obj, schedule_main);

static MP_DEFINE_CONST_OBJ_TYPE(type_fiber, MP_QSTR_fiber, MP_TYPE_FLAG_NONE);

// --- The module ------------------------------------------------------------------------------------

static mp_obj_t thread_state(void) {
    if (MP_STATE_VM(mpwasm_thread_state) == MP_OBJ_NULL) {
        mp_obj_t items[] = { mp_const_none, mp_const_none };
        MP_STATE_VM(mpwasm_thread_state) = mp_obj_new_list(MP_ARRAY_SIZE(items), items);
    }
    return MP_STATE_VM(mpwasm_thread_state);
}
static MP_DEFINE_CONST_FUN_OBJ_0(thread_state_obj, thread_state);

static mp_obj_t set_hooks(mp_obj_t sleep, mp_obj_t end, mp_obj_t begin) {
    mp_obj_t hooks[] = { sleep, end, begin };
    for (size_t i = 0; i < MP_ARRAY_SIZE(hooks); i++) {
        if (!mp_obj_is_callable(hooks[i])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not callable"), mp_obj_get_type_str(hooks[i]));
        }
    }
    memcpy(MP_STATE_VM(mpwasm_thread_hooks), hooks, sizeof(hooks));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(set_hooks_obj, set_hooks);

static mp_obj_t host_sleep(mp_obj_t seconds) {
    mpwasm_sleep_ns(mpwasm_sleep_argument(seconds));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(host_sleep_obj, host_sleep);

static const mp_rom_map_elem_t module_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__fiber) },
    { MP_ROM_QSTR(MP_QSTR_can_park), MP_ROM_PTR(&can_park_obj) },
    { MP_ROM_QSTR(MP_QSTR_new), MP_ROM_PTR(&new_fiber_obj) },
    { MP_ROM_QSTR(MP_QSTR_park), MP_ROM_PTR(&mpwasm_park_obj) },
    { MP_ROM_QSTR(MP_QSTR_resume), MP_ROM_PTR(&resume_obj) },
    { MP_ROM_QSTR(MP_QSTR_schedule_main), MP_ROM_PTR(&schedule_main_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_hooks), MP_ROM_PTR(&set_hooks_obj) },
    { MP_ROM_QSTR(MP_QSTR_sleep), MP_ROM_PTR(&host_sleep_obj) },
    { MP_ROM_QSTR(MP_QSTR_state), MP_ROM_PTR(&thread_state_obj) },
};
static MP_DEFINE_CONST_DICT(module_globals, module_table);

const mp_obj_module_t mpwasm_module_fiber = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&module_globals,
};

MP_REGISTER_MODULE(MP_QSTR__fiber, mpwasm_module_fiber);

#endif
