// How the VM runs generators, and what iter(callable, sentinel) calls, in frames of its own (language/resume.h): what py/vm.c calls for a next value
// becomes a jump to where a frame begins.
#ifndef MPWASM_OVER_VMRESUME_H
#define MPWASM_OVER_VMRESUME_H

#include "py/builtin.h"

#include "language/resume.h"

static inline bool mpwasm_is_generator(mp_obj_t object) {
    return mp_obj_is_obj(object) && ((mp_obj_base_t *)MP_OBJ_TO_PTR(object))->type == &mp_type_gen_instance;
}

#define MPWASM_ENTER(frame) \
    if ((frame) != NULL) { \
        code_state = (frame); \
        nlr_pop(); \
        goto run_code_state; \
    }

// --- FOR_ITER --------------------------------------------------------------------------------------

static inline mp_obj_t mpwasm_vm_other_next(mp_obj_t iterator) {
    return mp_iternext_allow_raise(iterator);
}

#undef mp_iternext_allow_raise
#define mp_iternext_allow_raise(iterator) ({ \
        const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(iterator))->type; \
        mp_obj_t item = MP_OBJ_NULL; \
        if (type == &mp_type_gen_instance) { \
            mp_code_state_t *resumed = mpwasm_resume(iterator, mp_const_none, MP_OBJ_NULL, code_state); \
            MPWASM_ENTER(resumed) \
        } else if (__builtin_expect(type == &mpwasm_type_until, 0)) { \
            if (activation->called) { \
                activation->called = false; \
                item = mpwasm_until_result(iterator, *sp); \
            } else { \
                mp_code_state_t *called = mpwasm_until_call(iterator, code_state); \
                MPWASM_ENTER(called) \
            } \
        } \
        item != MP_OBJ_NULL ? item : mpwasm_vm_other_next(iterator); \
    })

// --- next(), send() --------------------------------------------------------------------------------

#define MPWASM_RESUME_BY_CALL(generator, sent, fallback) { \
        code_state->sp = sp; \
        mp_code_state_t *resumed = mpwasm_resume(generator, sent, fallback, code_state); \
        if (resumed != NULL) { \
            code_state->ip = ip; \
        } \
        MPWASM_ENTER(resumed) \
    }

MP_DECLARE_CONST_FUN_OBJ_2(mpwasm_generator_send_obj);

static inline mp_obj_t mpwasm_vm_call_other(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(function, n_args, n_kw, args);
}

static inline mp_obj_t mpwasm_vm_call_other_method(size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_method_n_kw(n_args, n_kw, args);
}

#undef mp_call_function_n_kw
#define mp_call_function_n_kw(function, n_args, n_kw, args) ({ \
        if (sp[0] == MP_OBJ_FROM_PTR(&mp_builtin_next_obj) && (unum == 1 || unum == 2) && mpwasm_is_generator(sp[1])) { \
            MPWASM_RESUME_BY_CALL(sp[1], mp_const_none, unum == 2 ? sp[2] : MP_OBJ_NULL) \
        } \
        mpwasm_vm_call_other(function, n_args, n_kw, args); \
    })

// "with" calls methods in this way, too, with three arguments.
#undef mp_call_method_n_kw
#define mp_call_method_n_kw(n_args, n_kw, args) ({ \
        size_t given = (n_args) | (n_kw) << 8; \
        if (((given == 1 && sp[0] == MP_OBJ_FROM_PTR(&mpwasm_generator_send_obj)) || (given == 0 && sp[0] == MP_OBJ_FROM_PTR(&mp_builtin_next_obj))) && mpwasm_is_generator(sp[1])) { \
            MPWASM_RESUME_BY_CALL(sp[1], given == 1 ? sp[2] : mp_const_none, MP_OBJ_NULL) \
        } \
        mpwasm_vm_call_other_method(n_args, n_kw, args); \
    })

// --- yield from, await -----------------------------------------------------------------------------

static inline mp_vm_return_kind_t mpwasm_vm_resume_other(mp_obj_t iterator, mp_obj_t sent, mp_obj_t thrown, mp_obj_t *result) {
    return mp_resume(iterator, sent, thrown, result);
}

// What is thrown goes to a generator by another run of the VM.
#define mp_resume(iterator, sent, thrown, result) ({ \
        if ((sent) != MP_OBJ_NULL && mpwasm_is_generator(iterator)) { \
            mp_code_state_t *resumed = mpwasm_resume(iterator, sent, MP_OBJ_NULL, code_state); \
            MPWASM_ENTER(resumed) \
        } \
        mp_vm_return_kind_t kind = mpwasm_vm_resume_other(iterator, sent, thrown, result); \
        if (kind == MP_VM_RETURN_YIELD) { \
            ip--; \
            PUSH(*(result)); \
            goto yields; \
        } \
        kind; \
    })

// --- yield -----------------------------------------------------------------------------------------

// A frame that waits for the generator goes on, else the VM is left. Like a return it burns a unit of fuel.
#undef MP_BC_YIELD_VALUE
#define MP_BC_YIELD_VALUE \
    (MP_BC_BASE_BYTE_E + 0x07): \
    yields: { \
        nlr_pop(); \
        code_state->ip = ip; \
        code_state->sp = sp; \
        if (code_state->prev == NULL) { \
            return MP_VM_RETURN_YIELD; \
        } \
        if (mpwasm_burn() && mpwasm_hook()) { \
            activation->raised = MPWASM_AGAIN; \
        } \
        mp_code_state_t *waiting = mpwasm_yielded(code_state); \
        if (waiting == NULL) { \
            return MP_VM_RETURN_YIELD; \
        } \
        code_state = waiting; \
        goto run_code_state_from_return; \
    } \
    case 0x101 // no byte

// --- return, and what is raised --------------------------------------------------------------------

// Upstream gives a frame's memory back where it is left, in either way. Where a function returns there is no more to it.
enum { mpwasm_returns = 0 };

#undef MICROPY_VM_HOOK_RETURN
#define MICROPY_VM_HOOK_RETURN \
    enum { mpwasm_returns = 1 }; \
    if (mpwasm_burn() && mpwasm_hook()) { \
        activation->raised = MPWASM_AGAIN; \
    } \
    if (code_state->prev != NULL && *code_state->prev->sp != MP_OBJ_FROM_PTR(code_state->fun_bc)) { \
        activation->guarded = true; \
        mp_code_state_t *waiting = mpwasm_returned(code_state, activation); \
        activation->guarded = false; \
        if (waiting != NULL) { \
            code_state = waiting; \
            goto run_code_state_from_return; \
        } \
    }

#define mp_nonlocal_free(frame, size) \
    if (mpwasm_returns) { \
        mp_pystack_free(frame); \
    } else { \
        mp_obj_t raised = mpwasm_raised(frame, MP_OBJ_FROM_PTR(nlr.ret_val), activation); \
        if (raised == MP_OBJ_NULL) { \
            code_state = new_code_state; \
            goto run_code_state_from_return; \
        } \
        nlr.ret_val = MP_OBJ_TO_PTR(raised); \
    }

#endif
