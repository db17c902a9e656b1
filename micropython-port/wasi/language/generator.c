// Asynchronous generators, around upstream's generators.
//
// Their function makes a generator, in which "yield" gives a value in a wrapper, and an await lets through what the event loop is to get. What
// asend and the others return resumes it: the wrapper ends that one step, with the value as the result; all else goes on to the loop.

#include <string.h>

#include "py/bc.h"
#include "py/bc0.h"
#include "py/objfun.h"
#include "py/objgenerator.h"
#include "py/pystack.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/hierarchy.h"

#define mp_execute_bytecode mpwasm_execute
#define mp_obj_new_exception_msg(type, message) mpwasm_caused(type, message, *ret_val) // of a StopIteration
#define mp_type_gen_wrap mpwasm_upstream_type_gen_wrap
extern const mp_obj_type_t mpwasm_upstream_type_gen_wrap;

// Generators have attributes, and those of coroutine functions are coroutines.
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(name, ...) DEFINE_##name(name, __VA_ARGS__)
#define DEFINE_mp_type_gen_wrap(name, ...) const mp_obj_type_t name = { .base = { &mp_type_type } }
#define DEFINE_mp_type_gen_instance(name, qstr, flags, ...) \
    MP_DEFINE_CONST_OBJ_TYPE_NARGS_4(mp_obj_type_t, name, qstr, flags, print, generator_print, attr, generator_attr, iter, generator_next, locals_dict, &generator_locals); \
    MP_DEFINE_CONST_OBJ_TYPE_NARGS_1(mp_obj_type_t, mpwasm_type_coroutine, MP_QSTR_coroutine, MP_TYPE_FLAG_NONE, locals_dict, &coroutine_locals)
static void generator_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind);
static void generator_attr(mp_obj_t self, qstr name, mp_obj_t *dest);
static mp_obj_t generator_next(mp_obj_t self);
static bool is_used_up(mp_obj_t self, mp_obj_t thrown, mp_obj_t *result);
static const char *worded(mp_obj_t self, const char *text);
extern const mp_obj_type_t mpwasm_type_coroutine;
static const mp_obj_dict_t generator_locals, coroutine_locals;

// Upstream's words are of generators; a coroutine that has ended is not resumed, and what is thrown into a generator that has comes out of it.
#pragma push_macro("MP_ERROR_TEXT")
#undef MP_ERROR_TEXT
#define MP_ERROR_TEXT(text) ((mp_rom_error_text_t)worded(self_in, text))
#pragma push_macro("mp_check_self")
#undef mp_check_self
#define mp_check_self(condition) \
    assert(condition); \
    if (((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(self_in))->code_state.ip == NULL && is_used_up(self_in, throw_value, ret_val)) { \
        return MP_VM_RETURN_EXCEPTION; \
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function" // printing is ours
#pragma GCC diagnostic ignored "-Wmissing-braces" // upstream fills in the exception it closes generators with by place
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include "py/objgenerator.c"
#pragma GCC diagnostic pop
#pragma pop_macro("mp_check_self")
#pragma pop_macro("MP_ERROR_TEXT")
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef mp_type_gen_wrap
#undef mp_execute_bytecode
#undef mp_obj_new_exception_msg

#include "py/objtuple.h"

#include "language/function.h"
#include "language/helper.h"
#include "language/resume.h"

// --- Attributes ------------------------------------------------------------------------------------

static bool is_coroutine(const mp_obj_gen_instance_t *self) {
    const byte *ip = self->code_state.fun_bc->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    return scope_flags & FLAG_COROUTINE;
}

const mp_obj_type_t *mpwasm_generator_class(mp_const_obj_t generator) {
    return is_coroutine(MP_OBJ_TO_PTR(generator)) ? &mpwasm_type_coroutine : &mp_type_gen_instance;
}

static void generator_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<%q object %q at 0x%08x>", (qstr)mpwasm_generator_class(self_in)->name, mpwasm_function_qualified_name(self->code_state.fun_bc), (unsigned)(uintptr_t)self);
}

static const char *worded(mp_obj_t self, const char *text) {
    static const char *const words[][2] = {
        { "generator already executing", "coroutine already executing" },
        { "can't send non-None value to a just-started generator", "can't send non-None value to a just-started coroutine" },
        { "generator raised StopIteration", "coroutine raised StopIteration" },
        { "generator ignored GeneratorExit", "coroutine ignored GeneratorExit" },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(words) && is_coroutine(MP_OBJ_TO_PTR(self)); i++) {
        if (strcmp(words[i][0], text) == 0) {
            return words[i][1];
        }
    }
    return text;
}

static bool is_used_up(mp_obj_t self, mp_obj_t thrown, mp_obj_t *result) {
    if (thrown == MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj)) { // close
        return false;
    }
    if (!is_coroutine(MP_OBJ_TO_PTR(self))) {
        *result = thrown;
        return thrown != MP_OBJ_NULL && mp_obj_is_exception_instance(thrown);
    }
    *result = mp_obj_new_exception_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("cannot reuse already awaited coroutine"));
    return true;
}

// A coroutine is no iterator; await resumes it in another way.
static mp_obj_t generator_next(mp_obj_t self) {
    const mp_code_state_t *state = &((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(self))->code_state;
    if (state->sp == state->state - 1 && is_coroutine(MP_OBJ_TO_PTR(self))) {
        mp_raise_TypeError(MP_ERROR_TEXT("'coroutine' object is not iterable"));
    }
    return gen_instance_iternext(self);
}

mp_obj_t mpwasm_generator_waits_for(mp_const_obj_t generator) {
    const mp_code_state_t *state = &((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(generator))->code_state;
    bool waits = state->ip != NULL && ((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(generator))->pend_exc != MP_OBJ_NULL && state->sp != state->state - 1 && *state->ip == MP_BC_YIELD_FROM;
    return waits ? state->sp[-1] : mp_const_none;
}

mp_obj_t mpwasm_generator_of(const mp_code_state_t *state) {
    return MP_OBJ_FROM_PTR((char *)state - offsetof(mp_obj_gen_instance_t, code_state));
}

// Gives what the generator returns.
static mp_obj_t generator_close(mp_obj_t self_in) {
    mp_obj_t result;
    switch (mp_obj_gen_resume(self_in, mp_const_none, MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj), &result)) {
        case MP_VM_RETURN_YIELD:
            mp_raise_msg(&mp_type_RuntimeError, (mp_rom_error_text_t)worded(self_in, "generator ignored GeneratorExit"));
        case MP_VM_RETURN_EXCEPTION:
            if (!mp_obj_exception_match(result, MP_OBJ_FROM_PTR(&mp_type_GeneratorExit))) {
                nlr_raise(result);
            }
            return mp_const_none;
        default:
            return result;
    }
}
static MP_DEFINE_CONST_FUN_OBJ_1(generator_close_obj, generator_close);

static mp_obj_t generator_send(mp_obj_t self, mp_obj_t value) {
    return gen_instance_send(self, value);
}
MP_DEFINE_CONST_FUN_OBJ_2(mpwasm_generator_send_obj, generator_send);

// What upstream's passes on as one argument. throw(type, value) makes an instance. What a generator delegates to sees what it is given.
static mp_obj_t generator_throw(size_t n_args, const mp_obj_t *args) {
    mp_obj_t thrown = args[1], value = n_args > 2 ? args[2] : mp_const_none;
    if (mpwasm_generator_waits_for(args[0]) != mp_const_none) {
        return gen_instance_throw(n_args, args);
    }
    if (mp_obj_is_exception_instance(thrown)) {
        if (value != mp_const_none) {
            mp_raise_TypeError(MP_ERROR_TEXT("instance exception may not have a separate value"));
        }
    } else if (!mp_obj_is_exception_type(thrown)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("exceptions must be classes or instances deriving from BaseException, not %s"), mp_obj_get_type_str(thrown));
    } else if (value != mp_const_none) {
        thrown = mp_obj_is_exception_instance(value) && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(value)), thrown) ? value : mp_call_function_1(thrown, value);
    }
    return gen_instance_throw(2, (mp_obj_t[]) { args[0], thrown });
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(generator_throw_obj, 2, 4, generator_throw);

// What await asks: an iterator over the coroutine.
typedef struct {
    mp_obj_base_t base;
    mp_obj_t coroutine;
} await_t;

static mp_obj_t inner(mp_obj_t self) {
    return ((await_t *)MP_OBJ_TO_PTR(self))->coroutine;
}

static mp_obj_t await_next(mp_obj_t self) {
    return gen_instance_iternext(inner(self));
}

static mp_obj_t await_send(mp_obj_t self, mp_obj_t value) {
    return gen_instance_send(inner(self), value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(await_send_obj, await_send);

static mp_obj_t await_throw(size_t n_args, const mp_obj_t *args) {
    mp_obj_t all[4] = { inner(args[0]) };
    for (size_t i = 1; i < n_args; i++) {
        all[i] = args[i];
    }
    return generator_throw(n_args, all);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(await_throw_obj, 2, 4, await_throw);

static mp_obj_t await_close(mp_obj_t self) {
    return generator_close(inner(self));
}
static MP_DEFINE_CONST_FUN_OBJ_1(await_close_obj, await_close);

static const mp_rom_map_elem_t await_table[] = {
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&await_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&await_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&await_throw_obj) },
};
static MP_DEFINE_CONST_DICT(await_locals, await_table);

static MP_DEFINE_CONST_OBJ_TYPE(type_await, MP_QSTR_coroutine_wrapper, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, await_next, locals_dict, &await_locals);

static mp_obj_t coroutine_await(mp_obj_t self) {
    mp_check_self(mp_obj_is_type(self, &mp_type_gen_instance));
    await_t *wrapper = mp_obj_malloc(await_t, &type_await);
    wrapper->coroutine = self;
    return MP_OBJ_FROM_PTR(wrapper);
}
static MP_DEFINE_CONST_FUN_OBJ_1(coroutine_await_obj, coroutine_await);

static const mp_rom_map_elem_t generator_table[] = {
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&generator_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&mpwasm_generator_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&generator_throw_obj) },
};
static MP_DEFINE_CONST_DICT(generator_locals, generator_table);

static const mp_rom_map_elem_t coroutine_table[] = {
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&generator_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&mpwasm_generator_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&generator_throw_obj) },
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&coroutine_await_obj) },
};
static MP_DEFINE_CONST_DICT(coroutine_locals, coroutine_table);

static void generator_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const char *text = qstr_str(name);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR___name__ || name == MP_QSTR___qualname__) {
        mp_obj_fun_bc_attr(MP_OBJ_FROM_PTR(self->code_state.fun_bc), name, dest);
        return;
    }
    bool coroutine = is_coroutine(self);
    if (name == MP_QSTR___await__ && coroutine) {
        dest[0] = MP_OBJ_FROM_PTR(&coroutine_await_obj);
        dest[1] = self_in;
        return;
    }
    if (text[0] != (coroutine ? 'c' : 'g') || text[1] != (coroutine ? 'r' : 'i')) {
        return;
    }
    bool ended = self->code_state.ip == NULL, running = self->pend_exc == MP_OBJ_NULL, begun = self->code_state.sp != self->code_state.state - 1;
    if (name == MP_QSTR_gi_code || name == MP_QSTR_cr_code) {
        mp_obj_fun_bc_attr(MP_OBJ_FROM_PTR(self->code_state.fun_bc), MP_QSTR___code__, dest);
    } else if (name == MP_QSTR_gi_running || name == MP_QSTR_cr_running) {
        dest[0] = mp_obj_new_bool(running);
    } else if (name == MP_QSTR_gi_suspended || name == MP_QSTR_cr_suspended) {
        dest[0] = mp_obj_new_bool(!ended && !running && begun);
    } else if (name == MP_QSTR_gi_frame || name == MP_QSTR_cr_frame) {
        const mp_code_state_t *state = &self->code_state;
        dest[0] = ended ? mp_const_none : mpwasm_generator_frame(state);
    } else if (name == MP_QSTR_gi_yieldfrom || name == MP_QSTR_cr_await) {
        dest[0] = mpwasm_generator_waits_for(self_in);
    }
}

// --- Values ----------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t value;
} async_value_t;

static MP_DEFINE_CONST_OBJ_TYPE(type_async_value, MP_QSTR_async_generator_wrapped_value, MP_TYPE_FLAG_NONE);

mp_obj_t mpwasm_async_value(mp_obj_t value) {
    async_value_t *wrapper = mp_obj_malloc(async_value_t, &type_async_value);
    wrapper->value = value;
    return MP_OBJ_FROM_PTR(wrapper);
}

// --- Steps -----------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t generator;
    bool closed;  // aclose was begun, or it came to its end
    bool running; // a step has begun and not ended
    bool known;   // the event loop was told
} async_generator_t;

typedef enum { STEP_SEND, STEP_THROW, STEP_CLOSE } step_kind_t;

typedef struct {
    mp_obj_base_t base;
    async_generator_t *generator;
    mp_obj_t value; // to send or throw first; then MP_OBJ_NULL
    step_kind_t kind;
    bool done;
} step_t;

static const mp_obj_type_t type_step;

static mp_obj_t new_step(mp_obj_t self, step_kind_t kind, mp_obj_t value) {
    step_t *step = mp_obj_malloc(step_t, &type_step);
    step->generator = MP_OBJ_TO_PTR(self);
    step->kind = kind;
    step->value = value;
    step->done = false;
    return MP_OBJ_FROM_PTR(step);
}

static const char *const step_names[] = { "anext", "athrow", "aclose" };

static MP_NORETURN void end_step(step_t *step, mp_obj_t exception) {
    step->done = true;
    step->generator->running = false;
    bool is_end = mp_obj_exception_match(exception, MP_OBJ_FROM_PTR(&mp_type_StopAsyncIteration)) || mp_obj_exception_match(exception, MP_OBJ_FROM_PTR(&mp_type_GeneratorExit));
    if (is_end) {
        step->generator->closed = true;
        if (step->kind == STEP_CLOSE) {
            mp_raise_StopIteration(MP_OBJ_NULL);
        }
    }
    nlr_raise(exception);
}

static bool has_ended(const async_generator_t *generator) {
    return ((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(generator->generator))->code_state.ip == NULL;
}

static bool has_not_begun(const mp_obj_gen_instance_t *generator) {
    return generator->code_state.ip != NULL && generator->code_state.sp == generator->code_state.state - 1;
}

// What is thrown comes before what was to be sent.
static void begin_step(step_t *step, mp_obj_t *send, mp_obj_t *throw) {
    async_generator_t *generator = step->generator;
    if (generator->running) {
        step->done = true;
        mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("%s(): asynchronous generator is already running"), step_names[step->kind]);
    }
    if (step->kind == STEP_SEND) {
        *send = *send == mp_const_none ? step->value : *send;
        mp_obj_gen_instance_t *inner = MP_OBJ_TO_PTR(generator->generator);
        if (*throw == MP_OBJ_NULL && *send != mp_const_none && has_not_begun(inner)) {
            step->done = true;
            mp_raise_TypeError(MP_ERROR_TEXT("can't send non-None value to a just-started async generator"));
        }
    } else {
        if (has_ended(generator) || (generator->closed && step->kind == STEP_CLOSE)) {
            step->done = true;
            mp_raise_StopIteration(MP_OBJ_NULL);
        }
        if (generator->closed) {
            end_step(step, mp_obj_new_exception(&mp_type_StopAsyncIteration));
        }
        *throw = *throw == MP_OBJ_NULL ? step->value : *throw;
        *send = mp_const_none;
    }
    step->value = MP_OBJ_NULL;
    generator->closed |= step->kind == STEP_CLOSE;
    generator->running = true;
}

static mp_obj_t resume_step(step_t *step, mp_obj_t send, mp_obj_t throw) {
    if (step->done) {
        mp_raise_msg(&mp_type_RuntimeError, step->kind == STEP_SEND ? MP_ERROR_TEXT("cannot reuse already awaited __anext__()/asend()")
            : MP_ERROR_TEXT("cannot reuse already awaited aclose()/athrow()"));
    }
    if (step->value != MP_OBJ_NULL) {
        begin_step(step, &send, &throw);
    }
    mp_obj_t result;
    switch (mp_obj_gen_resume(step->generator->generator, throw != MP_OBJ_NULL ? mp_const_none : send, throw, &result)) {
        case MP_VM_RETURN_YIELD:
            if (!mp_obj_is_type(result, &type_async_value)) {
                return result;
            }
            step->done = true;
            step->generator->running = false;
            if (step->kind == STEP_CLOSE) {
                mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("async generator ignored GeneratorExit"));
            }
            result = ((async_value_t *)MP_OBJ_TO_PTR(result))->value;
            mp_raise_StopIteration(result == mp_const_none ? MP_OBJ_NULL : result);
        case MP_VM_RETURN_NORMAL:
            end_step(step, mp_obj_new_exception(&mp_type_StopAsyncIteration));
        default:
            end_step(step, result);
    }
}

static mp_obj_t step_next(mp_obj_t self) {
    return resume_step(MP_OBJ_TO_PTR(self), mp_const_none, MP_OBJ_NULL);
}

static mp_obj_t step_send(mp_obj_t self, mp_obj_t value) {
    mp_check_self(mp_obj_is_type(self, &type_step));
    return resume_step(MP_OBJ_TO_PTR(self), value, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(step_send_obj, step_send);

static mp_obj_t step_throw(size_t n_args, const mp_obj_t *args) {
    mp_check_self(mp_obj_is_type(args[0], &type_step));
    return resume_step(MP_OBJ_TO_PTR(args[0]), mp_const_none, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(step_throw_obj, 2, 4, step_throw);

static mp_obj_t step_close(mp_obj_t self) {
    mp_check_self(mp_obj_is_type(self, &type_step));
    if (((step_t *)MP_OBJ_TO_PTR(self))->value == MP_OBJ_NULL) {
        ((step_t *)MP_OBJ_TO_PTR(self))->generator->running = false;
    }
    ((step_t *)MP_OBJ_TO_PTR(self))->done = true;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(step_close_obj, step_close);

static mp_obj_t step_await(mp_obj_t self) {
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_1(step_await_obj, step_await);

static const mp_rom_map_elem_t step_table[] = {
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&step_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&step_throw_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&step_close_obj) },
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&step_await_obj) },
};
static MP_DEFINE_CONST_DICT(step_dict, step_table);

static MP_DEFINE_CONST_OBJ_TYPE(type_step, MP_QSTR_async_generator_asend, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, step_next, locals_dict, &step_dict);

// --- The generator ---------------------------------------------------------------------------------

static const mp_obj_type_t type_async_generator;

static mp_obj_t check_generator(mp_obj_t self) {
    mp_check_self(mp_obj_is_type(self, &type_async_generator));
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_aiter_obj, check_generator);

// The event loop closes what is left of generators that were begun (sys.set_asyncgen_hooks).
MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_asyncgen_hooks);

static const qstr hook_names[] = { MP_QSTR_firstiter, MP_QSTR_finalizer };

static mp_obj_t *asyncgen_hooks(void) {
    if (MP_STATE_VM(mpwasm_asyncgen_hooks) == MP_OBJ_NULL) {
        mp_obj_t none[] = { mp_const_none, mp_const_none };
        MP_STATE_VM(mpwasm_asyncgen_hooks) = mp_obj_new_tuple(2, none);
    }
    return ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(MP_STATE_VM(mpwasm_asyncgen_hooks)))->items;
}

static mp_obj_t get_asyncgen_hooks(void) {
    return mp_obj_new_attrtuple(hook_names, 2, asyncgen_hooks());
}
MP_DEFINE_CONST_FUN_OBJ_0(mpwasm_get_asyncgen_hooks_obj, get_asyncgen_hooks);

// Nothing is finalised before its end, so the finalizer is kept and not called.
static mp_obj_t set_asyncgen_hooks(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_t hooks[2], *before = asyncgen_hooks();
    for (size_t i = 0; i < 2; i++) {
        mp_map_elem_t *named = mp_map_lookup(kwargs, MP_OBJ_NEW_QSTR(hook_names[i]), MP_MAP_LOOKUP);
        hooks[i] = i < n_args ? args[i] : named != NULL ? named->value : before[i];
        if (hooks[i] != mp_const_none && !mp_obj_is_callable(hooks[i])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("callable %q expected, got %s"), hook_names[i], mp_obj_get_type_str(hooks[i]));
        }
    }
    MP_STATE_VM(mpwasm_asyncgen_hooks) = mp_obj_new_tuple(2, hooks);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_KW(mpwasm_set_asyncgen_hooks_obj, 0, set_asyncgen_hooks);

// The generator, of which the loop has been told.
static mp_obj_t tell_loop(mp_obj_t self) {
    async_generator_t *generator = MP_OBJ_TO_PTR(check_generator(self));
    if (!generator->known) {
        generator->known = true;
        mp_obj_t hook = asyncgen_hooks()[0];
        if (hook != mp_const_none) {
            mp_call_function_1(hook, self);
        }
    }
    return self;
}

static mp_obj_t async_anext(mp_obj_t self) {
    return new_step(tell_loop(self), STEP_SEND, mp_const_none);
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_anext_obj, async_anext);

static mp_obj_t async_asend(mp_obj_t self, mp_obj_t value) {
    return new_step(tell_loop(self), STEP_SEND, value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(async_asend_obj, async_asend);

static mp_obj_t async_athrow(size_t n_args, const mp_obj_t *args) {
    return new_step(tell_loop(args[0]), STEP_THROW, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(async_athrow_obj, 2, 4, async_athrow);

static mp_obj_t async_aclose(mp_obj_t self) {
    return new_step(tell_loop(self), STEP_CLOSE, MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_aclose_obj, async_aclose);

static void async_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    async_generator_t *generator = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR_ag_running) {
        dest[0] = mp_obj_new_bool(generator->running);
    } else if (name == MP_QSTR_ag_code || name == MP_QSTR_ag_frame || name == MP_QSTR_ag_await) {
        mp_obj_gen_instance_t *inner = MP_OBJ_TO_PTR(generator->generator);
        const mp_code_state_t *state = &inner->code_state;
        if (name == MP_QSTR_ag_code) {
            mp_obj_fun_bc_attr(MP_OBJ_FROM_PTR(state->fun_bc), MP_QSTR___code__, dest);
        } else {
            dest[0] = name == MP_QSTR_ag_await ? mpwasm_generator_waits_for(generator->generator) : state->ip == NULL ? mp_const_none : mpwasm_generator_frame(state);
        }
    } else if (name == MP_QSTR__finished) { // for the event loop
        dest[0] = mp_obj_new_bool(has_ended(generator));
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t async_table[] = {
    { MP_ROM_QSTR(MP_QSTR___aiter__), MP_ROM_PTR(&async_aiter_obj) },
    { MP_ROM_QSTR(MP_QSTR___anext__), MP_ROM_PTR(&async_anext_obj) },
    { MP_ROM_QSTR(MP_QSTR_asend), MP_ROM_PTR(&async_asend_obj) },
    { MP_ROM_QSTR(MP_QSTR_athrow), MP_ROM_PTR(&async_athrow_obj) },
    { MP_ROM_QSTR(MP_QSTR_aclose), MP_ROM_PTR(&async_aclose_obj) },
};
static MP_DEFINE_CONST_DICT(async_dict, async_table);

static void async_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_obj_gen_instance_t *generator = MP_OBJ_TO_PTR(((async_generator_t *)MP_OBJ_TO_PTR(self))->generator);
    mp_printf(print, "<async_generator object %q at 0x%p>", mpwasm_function_qualified_name(generator->code_state.fun_bc), self);
}

static MP_DEFINE_CONST_OBJ_TYPE(type_async_generator, MP_QSTR_async_generator, MP_TYPE_FLAG_NONE, print, async_print, attr, async_attr, locals_dict, &async_dict);

// --- Loops that are left early ---------------------------------------------------------------------

// CPython closes a generator when nothing refers to it, so that its finally blocks run; a collector knows too late. A generator that a loop's own
// expression has made belongs to the loop: it has not started, and its function has the name that was called. Break and return close it. An exception
// does not: it would have to be found on the frame's stack, where a program chooses words, such as those of a range, that may look like a loop's.
static bool is_made_by(mp_obj_t iterable, mp_obj_t name) {
    if (!mp_obj_is_type(iterable, &mp_type_gen_instance)) {
        return false;
    }
    mp_obj_gen_instance_t *generator = MP_OBJ_TO_PTR(iterable);
    return has_not_begun(generator)
        && (name == mp_const_none || name == MP_OBJ_NEW_QSTR(mp_obj_fun_get_name(MP_OBJ_FROM_PTR(generator->code_state.fun_bc))));
}

mp_obj_t *mpwasm_loop_begin(mp_obj_t *sp) {
    mp_obj_t iterable = sp[0];
    bool owned = is_made_by(iterable, sp[1]);
    mp_obj_t iterator = owned ? iterable : mp_getiter(iterable, (mp_obj_iter_buf_t *)sp);
    if (iterator != MP_OBJ_FROM_PTR(sp)) {
        sp[0] = MP_OBJ_NULL;
        sp[1] = iterator;
        sp[2] = mp_obj_new_bool(owned);
    }
    return sp + MP_OBJ_ITER_BUF_NSLOTS - 1;
}

mp_obj_t *mpwasm_loop_left(mp_obj_t *sp) {
    sp -= MP_OBJ_ITER_BUF_NSLOTS;
    bool owned = sp[1] == MP_OBJ_NULL && sp[3] == mp_const_true;
    if (owned && ((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(sp[2]))->pend_exc != MP_OBJ_NULL) { // one that runs goes on
        gen_instance_close(sp[2]);
    }
    return sp;
}

// --- Frames of the VM ------------------------------------------------------------------------------

// What lies on the pystack while a generator runs in this way: so recursion has its end where that of functions has (pystack.c).
typedef struct {
    mp_obj_t generator;
    mp_obj_t fallback; // of next(generator, fallback), or MP_OBJ_NULL
} resumption_t;

#define RESUMPTION_BYTES ((sizeof(mp_code_state_t) + MICROPY_PYSTACK_ALIGN - 1) & ~(MICROPY_PYSTACK_ALIGN - 1))

_Static_assert(sizeof(resumption_t) <= RESUMPTION_BYTES, "it takes the place of a frame");

static resumption_t *resumption(void) {
    return (resumption_t *)(MP_STATE_THREAD(pystack_cur) - RESUMPTION_BYTES);
}

static bool is_generators(const mp_code_state_t *frame) {
    return frame->fun_bc->base.type == &mp_type_gen_wrap;
}

// The send value lies on top of the stack of one that has begun.
static mp_code_state_t *begin(mp_obj_gen_instance_t *self, mp_obj_t fallback, mp_code_state_t *caller) {
    resumption_t *entry = mp_pystack_alloc(RESUMPTION_BYTES);
    memset(entry, 0, RESUMPTION_BYTES);
    entry->generator = *caller->sp = MP_OBJ_FROM_PTR(self);
    entry->fallback = fallback;
    self->pend_exc = MP_OBJ_NULL;
    mp_code_state_t *state = &self->code_state;
    state->prev = caller;
    state->old_globals = mp_globals_get();
    mp_globals_set(state->fun_bc->context->module.globals);
    caller->ip++;
    return state;
}

static mp_code_state_t *end(mp_code_state_t *state) {
    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(mpwasm_generator_of(state));
    resumption_t *entry = resumption();
    assert(entry->generator == MP_OBJ_FROM_PTR(self));
    *entry = (resumption_t) { MP_OBJ_NULL, MP_OBJ_NULL }; // what comes to lie there may leave gaps
    mp_pystack_free(entry);
    mp_globals_set(state->old_globals);
    self->pend_exc = mp_const_none;
    mp_code_state_t *caller = state->prev;
    state->prev = NULL;
    return caller;
}

// What a generator delegates to, if that is a generator, too, which can go on.
static mp_obj_gen_instance_t *delegate(const mp_code_state_t *state) {
    if (*state->ip != MP_BC_YIELD_FROM || !mp_obj_is_type(state->sp[-1], &mp_type_gen_instance)) {
        return NULL;
    }
    mp_obj_gen_instance_t *inner = MP_OBJ_TO_PTR(state->sp[-1]);
    bool goes_on = inner->code_state.ip != NULL && inner->pend_exc == mp_const_none && !has_not_begun(inner)
        && RESUMPTION_BYTES <= (size_t)(MP_STATE_THREAD(pystack_end) - MP_STATE_THREAD(pystack_cur));
    return goes_on ? inner : NULL;
}

// A chain of generators is gone down here at once, and up in mpwasm_yielded.
mp_code_state_t *mpwasm_resume(mp_obj_t generator, mp_obj_t sent, mp_obj_t fallback, mp_code_state_t *caller) {
    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(generator);
    if (self->code_state.ip == NULL || self->pend_exc != mp_const_none) {
        return NULL;
    }
    if (has_not_begun(self)) {
        bool awaits = *caller->ip == MP_BC_YIELD_FROM || *caller->ip == MP_BC_CALL_METHOD;
        return sent != mp_const_none || (is_coroutine(self) && !awaits) ? NULL : begin(self, fallback, caller);
    }
    mp_code_state_t *state = begin(self, fallback, caller);
    *state->sp = sent;
    for (mp_obj_gen_instance_t *inner; (inner = delegate(state)) != NULL;) {
        state->sp--;
        state = begin(inner, MP_OBJ_NULL, state);
        *state->sp = sent;
    }
    return state;
}

mp_code_state_t *mpwasm_yielded(mp_code_state_t *frame) {
    while (frame->prev != NULL && is_generators(frame)) {
        mp_obj_t value = *frame->sp;
        *frame->sp = mp_const_none;
        mp_code_state_t *caller = end(frame);
        switch (caller->ip[-1]) {
            case MP_BC_FOR_ITER:
                caller->ip += 1 + (*caller->ip >> 7); // over the label
                *++caller->sp = value;
                return caller;
            case MP_BC_YIELD_FROM:
                caller->ip--;
                *++caller->sp = value;
                frame = caller;
                break;
            default:
                *caller->sp = value;
                return caller;
        }
    }
    return NULL;
}

static void end_loop(mp_code_state_t *frame) {
    const byte *label = frame->ip;
    size_t length = 1 + (*label >> 7);
    frame->ip += length + (length == 1 ? label[0] : (label[0] & 0x7f) | label[1] << 7);
    frame->sp -= MP_OBJ_ITER_BUF_NSLOTS;
}

static mp_code_state_t *generator_returned(mp_code_state_t *frame, activation_t *activation) {
    mp_obj_t value = *frame->sp, fallback = resumption()->fallback, stop = MP_OBJ_NULL;
    byte op = frame->prev->ip[-1];
    bool is_call = op != MP_BC_FOR_ITER && op != MP_BC_YIELD_FROM;
    if (is_call && fallback == MP_OBJ_NULL) {
        stop = value == mp_const_none ? mp_obj_new_exception(&mp_type_StopIteration) : mp_obj_new_exception_arg1(&mp_type_StopIteration, value);
    }
    mp_code_state_t *caller = end(frame);
    frame->ip = NULL;
    if (op == MP_BC_FOR_ITER) {
        end_loop(caller);
    } else if (stop != MP_OBJ_NULL) {
        activation->raised = stop;
        mpwasm_unwind_to(stop, caller);
    } else {
        *caller->sp = is_call ? fallback : value;
    }
    return caller;
}

mp_code_state_t *mpwasm_returned(mp_code_state_t *frame, activation_t *activation) {
    if (is_generators(frame)) {
        return generator_returned(frame, activation);
    }
    mp_obj_t callee = mpwasm_frame_left(frame, *frame->prev->sp);
    if (mp_obj_is_type(callee, &mpwasm_type_until)) {
        frame->prev->ip--;
        activation->called = true;
    } else {
        mpwasm_frame_made(frame, callee, activation);
    }
    return NULL;
}

static mp_obj_t generator_raised(mp_code_state_t *frame, mp_obj_t exception, activation_t *activation) {
    if (mp_obj_exception_match(exception, MP_OBJ_FROM_PTR(&mp_type_StopIteration))) {
        activation->nlr.pystack = MP_STATE_THREAD(pystack_cur); // frames of functions were left since
        activation->guarded = true; // if there is no memory, that is raised instead
        exception = mpwasm_caused(&mp_type_RuntimeError, (mp_rom_error_text_t)worded(mpwasm_generator_of(frame), "generator raised StopIteration"), exception);
        activation->guarded = false;
        mpwasm_unwind_to(exception, frame->prev);
    }
    mp_code_state_t *caller = end(frame);
    frame->ip = NULL;
    byte op = caller->ip[-1];
    if (op == MP_BC_FOR_ITER || op == MP_BC_YIELD_FROM) { // as if it had been raised there
        caller->ip--;
        mpwasm_unwind_to(MP_OBJ_NULL, NULL);
    }
    return exception;
}

mp_obj_t mpwasm_raised(mp_code_state_t *frame, mp_obj_t exception, activation_t *activation) {
    if (is_generators(frame)) {
        return generator_raised(frame, exception, activation);
    }
    mp_code_state_t *caller = frame->prev;
    mp_obj_t asked = *caller->sp;
    mp_obj_t callee = asked != MP_OBJ_FROM_PTR(frame->fun_bc) ? mpwasm_frame_left(frame, asked) : asked;
    mp_pystack_free(frame);
    if (!mp_obj_is_type(callee, &mpwasm_type_until)) {
        return exception;
    }
    if (mp_obj_exception_match(exception, MP_OBJ_FROM_PTR(&mp_type_StopIteration))) {
        mpwasm_until_ended(callee);
        end_loop(caller);
        return MP_OBJ_NULL;
    }
    caller->ip--;
    mpwasm_unwind_to(MP_OBJ_NULL, NULL);
    return exception;
}

// --- Functions that make generators ----------------------------------------------------------------

#if MPWASM_LIBRARY
// Whether the frame that calls throws the result away: main() where await main() or asyncio.run(main()) was meant.
static bool is_discarded(const mp_code_state_t *frame) {
    if (frame == NULL || *frame->ip < MP_BC_CALL_FUNCTION || *frame->ip > MP_BC_CALL_METHOD_VAR_KW) {
        return false;
    }
    const byte *next = frame->ip + 1;
    mp_decode_uint(&next);
    return *next == MP_BC_POP_TOP;
}

static void warn_discarded(mp_obj_t coroutine) {
    vstr_t text;
    vstr_init(&text, 64);
    vstr_printf(&text, "coroutine '%q' was never awaited", mpwasm_function_qualified_name(((mp_obj_gen_instance_t *)MP_OBJ_TO_PTR(coroutine))->code_state.fun_bc));
    mp_obj_t warnings = mp_import_name(MP_QSTR_warnings, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_call_function_2(mp_load_attr(warnings, MP_QSTR_warn), mp_obj_new_str_from_vstr(&text), MP_OBJ_FROM_PTR(&mp_type_RuntimeWarning));
}
#endif

static mp_obj_t call_generator_function(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t generator = gen_wrap_call(self, n_args, n_kw, args);
    const byte *ip = ((mp_obj_fun_bc_t *)MP_OBJ_TO_PTR(self))->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    if (!(scope_flags & FLAG_ASYNC_GENERATOR)) {
        #if MPWASM_LIBRARY
        if (scope_flags & FLAG_COROUTINE && is_discarded(mpwasm_frame)) {
            warn_discarded(generator);
        }
        #endif
        return generator;
    }
    async_generator_t *async = mp_obj_malloc(async_generator_t, &type_async_generator);
    async->generator = generator;
    async->closed = async->running = async->known = false;
    return MP_OBJ_FROM_PTR(async);
}

static void print_generator_function(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    MP_OBJ_TYPE_GET_SLOT(&mp_type_fun_bc, print)(print, self, kind);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_gen_wrap,
    MP_QSTR_function,
    MP_TYPE_FLAG_BINDS_SELF,
    print, print_generator_function,
    attr, mp_obj_fun_bc_attr,
    call, call_generator_function
    );
