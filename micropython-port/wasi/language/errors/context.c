// What an exception is raised in the midst of.

#include <string.h>

#include "py/bc0.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/hierarchy.h"
#include "memory/safepoint.h"

mp_obj_t mpwasm_handled(void) {
    activation_t *activation = mpwasm_activation;
    for (const mp_code_state_t *frame = mpwasm_frame; frame != NULL; frame = mpwasm_caller(frame, &activation)) {
        const mp_exc_stack_t *blocks = (const mp_exc_stack_t *)(frame->state + frame->n_state);
        for (size_t i = frame->exc_sp_idx; i > 0; i--) {
            if (blocks[i - 1].prev_exc != NULL) {
                return MP_OBJ_FROM_PTR(blocks[i - 1].prev_exc);
            }
        }
    }
    return MP_OBJ_NULL;
}

// The chain of contexts has no circle: where it comes back to the exception, it is cut. One that a program made is left alone, and not followed
// for ever: the second walker goes at half the speed.
static void set_context(mp_obj_t exception, mp_obj_t handled) {
    mp_obj_exception_t *self = mpwasm_exception(exception);
    if (handled == MP_OBJ_NULL || handled == exception || self == NULL || self == &mp_const_GeneratorExit_obj) {
        return;
    }
    mp_obj_t slow = handled;
    bool step = false;
    for (mp_obj_exception_t *at = mpwasm_exception(handled); at != NULL && at->context != MP_OBJ_NULL; at = mpwasm_exception(at->context)) {
        if (at->context == exception) {
            at->context = MP_OBJ_NULL;
            break;
        }
        if (at->context == slow) {
            break;
        }
        if (step) {
            slow = mpwasm_exception(slow)->context;
        }
        step = !step;
    }
    self->context = handled;
}

// The frame that an exception goes to next, of those of one turn of the VM. Such a frame's ip stands behind the call, while that of a frame that called C
// code, or raises, stands at it.
static const mp_code_state_t *unwinds_to;
static mp_obj_t unwinds;

void mpwasm_unwind_to(mp_obj_t exception, const mp_code_state_t *frame) {
    unwinds_to = frame;
    unwinds = exception;
}

static bool is_behind_call(mp_obj_t exception, const mp_code_state_t *frame) {
    return frame == unwinds_to && exception == unwinds && !(*frame->ip == MP_BC_RAISE_OBJ && mpwasm_handled() == exception);
}

// What is left of the frames that an exception went through, in interactive runs and where a program names f_locals: tuples of the traceback's entry and the frame's state, of the
// exception that was raised last, the innermost first. It is a copy without names, so that it costs little where exceptions are caught.
#define FRAMES_LEFT (32)
MP_REGISTER_ROOT_POINTER(void *frames_left[FRAMES_LEFT]);
static bool keeps_frames, wants_frames;
static size_t left_count;

void mpwasm_keep_frames(bool keep) {
    keeps_frames = keep || wants_frames;
}

void mpwasm_want_frames(void) {
    keeps_frames = wants_frames = true;
}

static void forget_frames(void) {
    memset(MP_STATE_VM(frames_left), 0, sizeof(MP_STATE_VM(frames_left)));
    left_count = 0;
}

const mp_obj_tuple_t *mpwasm_state_left(const traceback_t *traceback) {
    for (size_t i = 0; i < FRAMES_LEFT; i++) {
        const mp_obj_tuple_t *left = MP_STATE_VM(frames_left)[i];
        if (left != NULL && left->items[0] == MP_OBJ_FROM_PTR(traceback)) {
            return left;
        }
    }
    return NULL;
}

static void keep_frame(mp_obj_t traceback, const mp_code_state_t *frame) {
    mp_obj_tuple_t *left = m_new_obj_var_maybe(mp_obj_tuple_t, items, mp_obj_t, 1 + frame->n_state);
    if (left != NULL) {
        left->base.type = &mp_type_tuple;
        left->len = 1 + frame->n_state;
        left->items[0] = traceback;
        memcpy(left->items + 1, frame->state, frame->n_state * sizeof(mp_obj_t));
        MP_STATE_VM(frames_left)[left_count++] = left;
    }
}

static void add_traceback(mp_obj_exception_t *exception, const mp_code_state_t *frame, bool behind) {
    traceback_t *traceback = m_new_obj_maybe(traceback_t);
    if (traceback == NULL) {
        return;
    }
    bool keeps = keeps_frames || exception->base.type == &mp_type_NameError; // "Did you mean: 'self.x'?"
    if (keeps && exception->traceback == MP_OBJ_NULL) {
        forget_frames(); // those of another one are of no use any more
    }
    traceback->base.type = &mpwasm_type_traceback;
    traceback->function = frame->fun_bc;
    traceback->place = frame->ip - frame->fun_bc->bytecode - behind;
    traceback->next = exception->traceback;
    exception->traceback = MP_OBJ_FROM_PTR(traceback);
    if (keeps && left_count < (keeps_frames ? FRAMES_LEFT : 2)) {
        keep_frame(MP_OBJ_FROM_PTR(traceback), frame);
    }
}

// Called by the VM for each frame, but for what is raised again. What comes out of C code may have been raised in another turn of the VM, and has its
// context then.
void mpwasm_exception_passes(mp_obj_t object, mp_code_state_t *frame) {
    mp_obj_exception_t *exception = mpwasm_exception(object);
    if (exception == NULL) {
        return;
    }
    bool behind = is_behind_call(object, frame);
    if (frame->prev != NULL && *frame->prev->sp != MP_OBJ_FROM_PTR(frame->fun_bc)) {
        mpwasm_frame_left(frame, *frame->prev->sp);
    }
    mpwasm_unwind_to(object, frame->prev);
    bool raised_here = *frame->ip == MP_BC_RAISE_OBJ;
    if (raised_here || (exception->traceback == MP_OBJ_NULL && exception->context == MP_OBJ_NULL)) {
        set_context(object, mpwasm_handled());
    }
    #if MPWASM_LIBRARY
    // What is C in CPython has no lines in tracebacks.
    qstr file = frame->fun_bc->context->constants.qstr_table[0];
    if (file != MP_QSTR__io_files_dot_py && file != MP_QSTR_io_dot_py && file != MP_QSTR_os_dot_py) {
        add_traceback(exception, frame, behind);
    }
    #else
    add_traceback(exception, frame, behind);
    #endif
}

mp_obj_t mpwasm_caused(const mp_obj_type_t *type, mp_rom_error_text_t message, mp_obj_t cause) {
    mp_obj_t object = mp_obj_new_exception_msg(type, message);
    mp_obj_exception_t *exception = MP_OBJ_TO_PTR(object);
    exception->cause = exception->context = cause;
    exception->suppress = true;
    return object;
}

// A variable without a value is loaded or deleted.
static mp_obj_t no_value(const mp_code_state_t *frame) {
    const byte *code = frame->ip + 1, op = *frame->ip;
    bool multi = op >= MP_BC_LOAD_FAST_MULTI && op < MP_BC_LOAD_FAST_MULTI + 16;
    size_t number = multi ? (size_t)op - MP_BC_LOAD_FAST_MULTI : mp_decode_uint_value(code);
    qstr name = mpwasm_local_name(frame->fun_bc, number);
    if (name == MP_QSTRnull) {
        return mp_obj_new_exception_msg(&mp_type_UnboundLocalError, MP_ERROR_TEXT("cannot access local variable where it is not associated with a value"));
    }
    bool is_free = (op == MP_BC_LOAD_DEREF || op == MP_BC_DELETE_DEREF) && mpwasm_is_free(frame->fun_bc, number);
    mp_obj_t exception = mp_obj_new_exception_msg_varg(is_free ? &mp_type_NameError : &mp_type_UnboundLocalError, is_free
        ? MP_ERROR_TEXT("cannot access free variable '%q' where it is not associated with a value in enclosing scope")
        : MP_ERROR_TEXT("cannot access local variable '%q' where it is not associated with a value"), name);
    mp_obj_t field = MP_OBJ_NEW_QSTR(name);
    return mpwasm_with_fields(exception, is_free, &field); // only a NameError itself knows the name
}

mp_obj_t mpwasm_vm_exception(const mp_obj_type_t *type, mp_rom_error_text_t message) {
    if (type == &mp_type_RuntimeError) { // a "raise" alone, in a function without a handler
        mp_obj_t exception = mpwasm_handled();
        if (exception == MP_OBJ_NULL) {
            exception = mp_obj_new_exception_msg(type, MP_ERROR_TEXT("No active exception to reraise"));
            add_traceback(MP_OBJ_TO_PTR(exception), mpwasm_frame, false); // the VM does so for what is raised first
        }
        return exception;
    }
    if (type == &mp_type_NameError) {
        return no_value(mpwasm_frame);
    }
    return mp_obj_new_exception_msg(type, message);
}

// raise exception from cause
void mpwasm_set_cause(mp_obj_t *sp) {
    mp_obj_t object = mp_make_raise_obj(sp[-1]), cause = sp[0];
    if (cause != mp_const_none) {
        if (mp_obj_is_exception_type(cause)) {
            cause = mp_make_raise_obj(cause);
        }
        if (!mp_obj_is_exception_instance(cause)) {
            mp_raise_TypeError(MP_ERROR_TEXT("exception causes must derive from BaseException"));
        }
    }
    mp_obj_exception_t *exception = mpwasm_exception(object);
    if (exception != NULL && exception != &mp_const_GeneratorExit_obj) {
        exception->cause = cause == mp_const_none ? MP_OBJ_NULL : cause;
        exception->suppress = true;
    }
    sp[-1] = object;
}

mp_obj_t *mpwasm_with_exit(mp_obj_t *sp) {
    mp_obj_t top = sp[0];
    if (top == mp_const_none) { // __exit__ manager None
        sp[1] = sp[2] = mp_const_none;
        mpwasm_call_method_n_kw(3, 0, sp - 2);
        sp[-2] = mp_const_none;
    } else if (mp_obj_is_small_int(top)) { // __exit__ manager value-or-place number
        mp_obj_t value = sp[-1];
        sp[-1] = sp[0] = sp[1] = mp_const_none;
        mpwasm_call_method_n_kw(3, 0, sp - 3);
        sp[-3] = value;
        sp[-2] = top;
    } else { // __exit__ manager exception
        mp_obj_exception_t *exception = mpwasm_exception(top);
        sp[0] = MP_OBJ_FROM_PTR(mp_obj_get_type(top));
        sp[1] = top;
        sp[2] = exception == NULL || exception->traceback == MP_OBJ_NULL ? mp_const_none : exception->traceback;
        mp_obj_t silenced = mpwasm_call_method_n_kw(3, 0, sp - 2);
        sp[-2] = mp_obj_is_true(silenced) ? mp_const_none : top;
    }
    return sp - 2;
}
