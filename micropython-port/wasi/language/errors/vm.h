// What the VM (py/vm.c) notes for exceptions: where the stack of try statements ends, and which frame runs. Its names for other things
// become ours here (over/py/bc0.h includes this).
#ifndef MPWASM_ERRORS_VM_H
#define MPWASM_ERRORS_VM_H

#include "language/errors/errors.h"

// A frame is entered, or goes on.
#undef MP_CODE_STATE_EXC_SP_IDX_TO_PTR
#define MP_CODE_STATE_EXC_SP_IDX_TO_PTR(exc_stack, index) (mpwasm_frame = activation->running = code_state, (exc_stack) + (index) - 1)

// Who catches what is raised is mpwasm_execute (frame.c). Where upstream's VM calls setjmp, ours says that it can handle what is raised from
// here on, and goes to its handler if it was called with something to handle. The pystack is put back to where it is now.
#undef MICROPY_WRAP_MP_EXECUTE_BYTECODE
#define MICROPY_WRAP_MP_EXECUTE_BYTECODE(name) MPWASM_RUN_FRAMES
#define MPWASM_RUN_FRAMES(code_state, inject) mpwasm_run_frames(code_state, activation_t *activation)
#define inject_exc activation->inject
#undef nlr_push
#define nlr_push(buffer) \
    (activation->raised != MP_OBJ_NULL ? ({ \
        mp_obj_t raised = activation->raised; \
        activation->raised = MP_OBJ_NULL; \
        activation->guarded = false; \
        if (raised == MPWASM_AGAIN) { \
            return MPWASM_VM_RETURN_AGAIN; \
        } \
        (buffer)->ret_val = MP_OBJ_TO_PTR(raised); \
        1; \
    }) : (activation->nlr.pystack = MP_STATE_THREAD(pystack_cur), activation->guarded = true, 0))
#define nlr_pop() (void)(activation->guarded = false)

// After each slice of fuel the VM is left and entered again: engines that compile it anew while it runs (V8, SpiderMonkey) let calls run the
// better code, and no loop that runs already. A function that returns to another leaves where the other goes on (nlr_push).
#undef MICROPY_VM_HOOK_LOOP
#define MICROPY_VM_HOOK_LOOP \
    if (mpwasm_burn() && (code_state->ip = opcode, mpwasm_hook())) { \
        code_state->ip = ip; \
        code_state->sp = sp; \
        nlr_pop(); \
        return MPWASM_VM_RETURN_AGAIN; \
    }

// Where the stack of try statements ends is in the frame alone, where who looks for what is handled finds it, and no variable of the VM's: its loop has less
// to carry. vm.c defines the names of what changes it by itself; ours are put back behind that. There the names of variables give what these are now.
#define PUSH_EXC_BLOCK(with_or_finally) do { \
    DECODE_ULABEL; \
    mp_exc_stack_t *block = exc_stack + code_state->exc_sp_idx++; \
    block->handler = ip + ulab; \
    block->val_sp = (void *)((uintptr_t)sp | (with_or_finally) << 1); \
    block->prev_exc = NULL; \
} while (0)
#define POP_EXC_BLOCK() code_state->exc_sp_idx--;
#define exc_stack (*({ exc_stack = (mp_exc_stack_t *)(fastn + 1); &exc_stack; }))
#define exc_sp (*({ exc_sp = exc_stack + code_state->exc_sp_idx - 1; &exc_sp; }))
#pragma push_macro("PUSH_EXC_BLOCK")
#pragma push_macro("POP_EXC_BLOCK")
#pragma push_macro("exc_stack")
#pragma push_macro("exc_sp")
#undef PUSH_EXC_BLOCK
#undef POP_EXC_BLOCK
#undef exc_stack
#undef exc_sp
#define MPWASM_BLOCKS_INIT \
    _Pragma("pop_macro(\"PUSH_EXC_BLOCK\")") \
    _Pragma("pop_macro(\"POP_EXC_BLOCK\")") \
    _Pragma("pop_macro(\"exc_stack\")") \
    _Pragma("pop_macro(\"exc_sp\")")
#undef MP_CODE_STATE_EXC_SP_IDX_FROM_PTR
#define MP_CODE_STATE_EXC_SP_IDX_FROM_PTR(exc_stack, exc_sp) (code_state->exc_sp_idx)

static const void *mpwasm_unused; // written, never read

#undef MP_STATE_VM
#define MP_STATE_VM(name) MPWASM_STATE_##name
#define MPWASM_STATE_sched_state mp_state_ctx.vm.sched_state
#define MPWASM_STATE_vm_abort false // runs end by fuel.c
#define MPWASM_STATE_cur_exception mpwasm_unused

// An exception goes through a frame. The line is found when it is asked for.
void mpwasm_exception_passes(mp_obj_t exception, mp_code_state_t *code_state);
#define mp_decode_uint_value(code) ((void)(code), 0)
#define mp_decode_uint_skip(code) (code)
#define mp_bytecode_get_source_line(code, end, place) ((void)(end), (place))
#define mp_obj_exception_add_traceback(exception, file, line, block) \
    ((void)(file), (void)(line), (void)(block), mpwasm_exception_passes(exception, code_state))

// An exception that the VM itself makes.
mp_obj_t mpwasm_vm_exception(const mp_obj_type_t *type, mp_rom_error_text_t message);
#define mp_obj_new_exception_msg mpwasm_vm_exception

// The methods of a with statement, whose names are constants there.
void mpwasm_load_manager_method(mp_obj_t manager, qstr name, mp_obj_t *dest);
#define mp_load_method(object, name, dest) \
    (__builtin_constant_p(name) && ((name) == MP_QSTR___exit__ || (name) == MP_QSTR___enter__) \
    ? mpwasm_load_manager_method(object, name, dest) : MPWASM_VM_LOAD_METHOD(object, name, dest))
#if MPWASM_ASSERTS
#define MPWASM_VM_LOAD_METHOD (mp_load_method)
#else
#define MPWASM_VM_LOAD_METHOD mpwasm_load_method
#endif

#endif
