// Frames: the chain of those that run, and what is left of them in tracebacks.

#include "py/gc.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include "host/trace.h"
#include "language/errors/errors.h"
#include "language/function.h"
#include "language/native.h"

mp_code_state_t *mpwasm_frame;
activation_t *mpwasm_activation;

void mpwasm_frames_begin(void) {
    mpwasm_frame = NULL;
    mpwasm_activation = NULL;
}

// The VM always returns, but for the end of a run that is stopped. What is raised is caught here, and the VM called again with it:
// setjmp in the VM itself would cost it two dozen stores before each call that may raise (what the handler needs), and a try_table for
// each call from Python to Python. For the same reason it is in a function that needs one value afterwards.
#define CAUGHT ((mp_vm_return_kind_t)4)

static MP_NOINLINE mp_vm_return_kind_t run_caught(activation_t *activation) {
    if (nlr_push(&activation->nlr) == 0) {
        if (activation->taken_up) { // what it took to come here does not count, the call of this function among it
            activation->taken_up = false;
            mpwasm_fuel = mpwasm_trace_fuel;
        }
        mp_vm_return_kind_t kind = mpwasm_run_frames(activation->running, activation);
        nlr_pop();
        return kind;
    }
    return CAUGHT;
}

mp_vm_return_kind_t mpwasm_execute(mp_code_state_t *code_state, mp_obj_t inject) {
    activation_t activation; // the rest of it is set by nlr_push
    activation.frame = mpwasm_frame;
    activation.outer = mpwasm_activation;
    activation.running = code_state;
    activation.inject = inject;
    activation.raised = MP_OBJ_NULL;
    activation.guarded = activation.called = activation.taken_up = false;
    activation.seen = MP_OBJ_NULL;
    mpwasm_activation = &activation;
    for (;;) {
        mp_vm_return_kind_t kind = run_caught(&activation);
        if (kind == CAUGHT) {
            if (!activation.guarded) {
                nlr_jump(activation.nlr.ret_val);
            }
            mpwasm_activation = &activation;
            activation.raised = MP_OBJ_FROM_PTR(activation.nlr.ret_val);
            if (activation.nlr.ret_val == &mpwasm_trace) { // nothing is: it goes on from where a host has put it
                activation.raised = MP_OBJ_NULL;
                activation.taken_up = true;
            }
        } else if (kind != MPWASM_VM_RETURN_AGAIN) {
            if (activation.seen != MP_OBJ_NULL) {
                mpwasm_frame_left(code_state, activation.seen);
            }
            mpwasm_activation = activation.outer;
            mpwasm_frame = activation.frame;
            return kind;
        }
        activation.inject = MP_OBJ_NULL;
    }
}

mp_code_state_t *mpwasm_caller(const mp_code_state_t *frame, activation_t **activation) {
    if (frame->prev != NULL) {
        return frame->prev;
    }
    if (*activation == NULL) {
        return NULL;
    }
    mp_code_state_t *caller = (*activation)->frame;
    *activation = (*activation)->outer;
    return caller;
}

// --- Bytecode --------------------------------------------------------------------------------------

static qstr table_name(const mp_obj_fun_bc_t *function, mp_uint_t index) {
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    return function->context->constants.qstr_table[index];
    #else
    return index;
    #endif
}

qstr mpwasm_code_file(const mp_obj_fun_bc_t *function) {
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    return table_name(function, 0);
    #else
    return function->context->constants.source_file;
    #endif
}

qstr mpwasm_code_name(const mp_obj_fun_bc_t *function) {
    const byte *code = function->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(code);
    MP_BC_PRELUDE_SIZE_DECODE(code);
    return mpwasm_last_name(table_name(function, mp_decode_uint_value(code)));
}

// As language/compile/emit.c writes it, a byte 0 goes lines back. place < 0 asks for the line of the definition.
size_t mpwasm_line_at(const byte *code, const byte *end, mp_int_t place) {
    size_t line = 1, left = place < 0 ? 0 : place;
    while (code < end) {
        if (*code == 0) {
            code++;
            size_t back = mp_decode_uint(&code);
            if (place < 0 && back == 0) {
                break;
            }
            line -= back;
            continue;
        }
        mp_code_lineinfo_t next = mp_bytecode_decode_lineinfo(&code);
        if (left < next.bc_increment || (place < 0 && next.bc_increment > 0)) {
            break;
        }
        left -= next.bc_increment;
        line += next.line_increment;
    }
    return line;
}

size_t mpwasm_code_line(const mp_obj_fun_bc_t *function, size_t place) {
    const byte *code = function->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(code);
    MP_BC_PRELUDE_SIZE_DECODE(code);
    const byte *end = code + n_info, *begin = end + n_cell;
    for (size_t i = 0; i < 1 + n_pos_args + n_kwonly_args; i++) {
        code = mp_decode_uint_skip(code);
    }
    return mpwasm_line_at(code, mpwasm_lines_end(function, end), function->bytecode + place - begin);
}

// In what was compiled here (language/compile/emit.c); frozen code is not on the heap.
const byte *mpwasm_lines_end(const mp_obj_fun_bc_t *function, const byte *info_end) {
    return gc_nbytes(function->bytecode) == 0 ? info_end : info_end - 1 - info_end[-1];
}

qstr mpwasm_local_name(const mp_obj_fun_bc_t *function, size_t number) {
    const byte *code = function->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(code);
    MP_BC_PRELUDE_SIZE_DECODE(code);
    const byte *end = code + n_info, *name = mpwasm_lines_end(function, end);
    for (; name < end - 1 && number > 0; number--) {
        name = mp_decode_uint_skip(name);
    }
    return name < end - 1 ? table_name(function, mp_decode_uint_value(name)) : MP_QSTRnull;
}

// They come first, as parameters without a name.
bool mpwasm_is_free(const mp_obj_fun_bc_t *function, size_t number) {
    const byte *code = function->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(code);
    MP_BC_PRELUDE_SIZE_DECODE(code);
    if (number >= n_pos_args) {
        return false;
    }
    for (size_t i = 0; i < 1 + number; i++) {
        code = mp_decode_uint_skip(code);
    }
    return table_name(function, mp_decode_uint_value(code)) == MP_QSTR__star_;
}

// --- Frames as objects -----------------------------------------------------------------------------

// The object of a frame that runs takes the place of what was called on its caller's stack (of the outermost of an activation, it stands in that), so a
// later call of the same function at the same place in memory is another one. When the frame is left it gets the variables as they are then.
typedef struct {
    mp_obj_base_t base;
    const mp_obj_fun_bc_t *function;
    size_t place;
    mp_obj_t back;
    const mp_code_state_t *running; // NULL in tracebacks; it may have ended since
    mp_obj_t generator;             // that the frame is in, or MP_OBJ_NULL
    mp_obj_t callee;
    mp_obj_t variables;             // with which it was left, or MP_OBJ_NULL
    const mp_obj_tuple_t *left;     // in tracebacks: what was kept of its state, or NULL
} frame_t;

mp_obj_t mpwasm_new_frame(const mp_obj_fun_bc_t *function, size_t place) {
    frame_t *frame = mp_obj_malloc(frame_t, &mpwasm_type_frame);
    frame->function = function;
    frame->place = place;
    frame->back = mp_const_none;
    frame->running = NULL;
    frame->generator = frame->callee = frame->variables = MP_OBJ_NULL;
    frame->left = NULL;
    return MP_OBJ_FROM_PTR(frame);
}

mp_obj_t mpwasm_generator_frame(const mp_code_state_t *state) {
    frame_t *frame = MP_OBJ_TO_PTR(mpwasm_new_frame(state->fun_bc, state->ip - state->fun_bc->bytecode));
    frame->running = state;
    frame->generator = mpwasm_generator_of(state);
    return MP_OBJ_FROM_PTR(frame);
}

mp_obj_t mpwasm_frame_left(const mp_code_state_t *state, mp_obj_t callee) {
    frame_t *frame = mp_obj_is_exact_type(callee, &mpwasm_type_frame) ? MP_OBJ_TO_PTR(callee) : NULL;
    if (frame == NULL) {
        return callee;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        frame->variables = mpwasm_variables(state);
        nlr_pop();
    } // else there is no memory for them, and the object has none
    return frame->callee;
}

// The object of a frame that runs, at a place; the activation is the frame's.
static frame_t *object_of(const mp_code_state_t *at, activation_t *activation, size_t place) {
    if (at->fun_bc->base.type == &mp_type_gen_wrap) {
        frame_t *frame = MP_OBJ_TO_PTR(mpwasm_generator_frame(at));
        frame->place = place;
        return frame;
    }
    mp_obj_t *stands = at->prev != NULL ? at->prev->sp : &activation->seen;
    frame_t *frame;
    if (*stands != MP_OBJ_NULL && mp_obj_is_exact_type(*stands, &mpwasm_type_frame)) {
        frame = MP_OBJ_TO_PTR(*stands);
    } else {
        frame = MP_OBJ_TO_PTR(mpwasm_new_frame(at->fun_bc, place));
        frame->running = at;
        frame->callee = *stands;
        *stands = MP_OBJ_FROM_PTR(frame);
    }
    frame->place = place;
    return frame;
}

static mp_obj_t line_of(const mp_obj_fun_bc_t *function, size_t place) {
    return MP_OBJ_NEW_SMALL_INT(mpwasm_code_line(function, place));
}

// first is where the first variable lies; the others lie before it.
static mp_obj_t variables_of(const mp_obj_fun_bc_t *function, const mp_obj_t *first) {
    mp_obj_t variables = mp_obj_new_dict(0);
    qstr name;
    for (size_t i = 0; (name = mpwasm_local_name(function, i)) != MP_QSTRnull; i++) {
        mp_obj_t value = *(first - i);
        if (value != MP_OBJ_NULL && mp_obj_is_exact_type(value, &mpwasm_type_cell)) {
            value = mp_obj_cell_get(value);
        }
        if (value != MP_OBJ_NULL && qstr_str(name)[0] != '.' && qstr_str(name)[0] != '\0') {
            mp_obj_dict_store(variables, MP_OBJ_NEW_QSTR(name), value);
        }
    }
    return variables;
}

mp_obj_t mpwasm_variables_left(const mp_obj_fun_bc_t *function, const mp_obj_tuple_t *left) {
    return variables_of(function, &left->items[left->len - 1]);
}

mp_obj_t mpwasm_variables(const mp_code_state_t *frame) {
    return variables_of(frame->fun_bc, &frame->state[frame->n_state - 1]);
}

// The frame if it runs, and where it is; NULL else.
static const mp_code_state_t *running(const frame_t *frame, size_t *place) {
    activation_t *activation = mpwasm_activation;
    bool behind = false; // its ip stands behind the call (context.c)
    for (const mp_code_state_t *at = mpwasm_frame; at != NULL; at = mpwasm_caller(at, &activation)) {
        if (at == frame->running && (at->prev != NULL ? *at->prev->sp : activation->seen) == MP_OBJ_FROM_PTR(frame)) {
            if (place != NULL) {
                *place = at->ip - at->fun_bc->bytecode - behind;
            }
            return at;
        }
        behind = at->prev != NULL;
    }
    return NULL;
}

// The variables of a function, as they are now or were at the end; MP_OBJ_NULL of tracebacks' frames of which nothing was kept, and of functions whose names are not kept.
static mp_obj_t locals_of(const frame_t *frame) {
    const mp_obj_fun_bc_t *function = frame->function;
    if (mpwasm_code_name(function) == MP_QSTR__lt_module_gt_) {
        return MP_OBJ_FROM_PTR(function->context->module.globals);
    }
    if (mpwasm_local_name(function, 0) == MP_QSTRnull) {
        return MP_OBJ_NULL;
    }
    if (frame->left != NULL) {
        return mpwasm_variables_left(function, frame->left);
    }
    if (frame->generator != MP_OBJ_NULL) {
        return frame->running->ip == NULL ? mp_obj_new_dict(0) : mpwasm_variables(frame->running);
    }
    const mp_code_state_t *at = running(frame, NULL);
    return at != NULL ? mpwasm_variables(at) : frame->variables;
}

static void frame_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    frame_t *frame = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (frame->running != NULL && frame->generator == MP_OBJ_NULL) {
        running(frame, &frame->place);
    }
    switch (name) {
        case MP_QSTR_f_code:
            dest[0] = mp_load_attr(MP_OBJ_FROM_PTR(frame->function), MP_QSTR___code__);
            break;
        case MP_QSTR_f_globals:
            dest[0] = MP_OBJ_FROM_PTR(frame->function->context->module.globals);
            break;
        case MP_QSTR_f_locals:
            dest[0] = locals_of(frame);
            break;
        case MP_QSTR_f_builtins:
            dest[0] = MP_OBJ_FROM_PTR(mp_module_builtins.globals);
            break;
        case MP_QSTR_f_lineno:
            dest[0] = line_of(frame->function, frame->place);
            break;
        case MP_QSTR_f_lasti:
            dest[0] = MP_OBJ_NEW_SMALL_INT(frame->place);
            break;
        case MP_QSTR_f_back:
            dest[0] = frame->back;
            break;
        case MP_QSTR_f_trace:
            dest[0] = mp_const_none;
            break;
    }
}

static mp_obj_t frame_clear(mp_obj_t self) { // it keeps no variables
    (void)self;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(frame_clear_obj, frame_clear);

static const mp_rom_map_elem_t frame_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&frame_clear_obj) },
};
static MP_DEFINE_CONST_DICT(frame_locals, frame_locals_table);

static void frame_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    frame_t *frame = MP_OBJ_TO_PTR(self);
    mp_printf(print, "<frame at 0x%p, file '%q', line %d, code %q>", frame, mpwasm_code_file(frame->function), (int)mpwasm_code_line(frame->function, frame->place),
        mpwasm_code_name(frame->function));
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_frame,
    MP_QSTR_frame,
    MP_TYPE_FLAG_NONE,
    print, frame_print,
    attr, frame_attr,
    locals_dict, &frame_locals
    );

const mp_obj_fun_bc_t *mpwasm_frame_function(mp_obj_t object) {
    if (mp_obj_is_type(object, &mpwasm_type_traceback)) {
        return ((traceback_t *)MP_OBJ_TO_PTR(object))->function;
    }
    return mp_obj_is_type(object, &mpwasm_type_frame) ? ((frame_t *)MP_OBJ_TO_PTR(object))->function : NULL;
}

// The frames from the one on outwards, as they are now.
mp_obj_t mpwasm_get_frame(size_t depth) {
    activation_t *activation = mpwasm_activation;
    const mp_code_state_t *at = mpwasm_frame;
    bool behind = false; // its ip stands behind the call (context.c)
    for (; depth > 0 && at != NULL; depth--) {
        behind = at->prev != NULL;
        at = mpwasm_caller(at, &activation);
    }
    if (at == NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("call stack is not deep enough"));
    }
    frame_t *first = object_of(at, activation, at->ip - at->fun_bc->bytecode - behind), *last = first;
    for (behind = at->prev != NULL; (at = mpwasm_caller(at, &activation)) != NULL; behind = at->prev != NULL) {
        frame_t *caller = object_of(at, activation, at->ip - at->fun_bc->bytecode - behind);
        last->back = MP_OBJ_FROM_PTR(caller);
        last = caller;
    }
    return MP_OBJ_FROM_PTR(first);
}

// --- Tracebacks ------------------------------------------------------------------------------------

static void set_next(traceback_t *self, mp_obj_t value) {
    if (value != mp_const_none && !mp_obj_is_type(value, &mpwasm_type_traceback)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected traceback object, got '%s'"), mp_obj_get_type_str(value));
    }
    for (mp_obj_t at = value; at != mp_const_none && at != MP_OBJ_NULL; at = ((traceback_t *)MP_OBJ_TO_PTR(at))->next) {
        if (at == MP_OBJ_FROM_PTR(self)) {
            mp_raise_ValueError(MP_ERROR_TEXT("traceback loop detected"));
        }
    }
    self->next = value == mp_const_none ? MP_OBJ_NULL : value;
}

static void traceback_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    traceback_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        if (name == MP_QSTR_tb_next && dest[1] != MP_OBJ_NULL) {
            set_next(self, dest[1]);
            dest[0] = MP_OBJ_NULL;
        }
        return;
    }
    switch (name) {
        case MP_QSTR_tb_frame:
            dest[0] = mpwasm_new_frame(self->function, self->place);
            ((frame_t *)MP_OBJ_TO_PTR(dest[0]))->left = mpwasm_state_left(self);
            break;
        case MP_QSTR_tb_lineno:
            dest[0] = line_of(self->function, self->place);
            break;
        case MP_QSTR_tb_lasti:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->place);
            break;
        case MP_QSTR_tb_next:
            dest[0] = self->next == MP_OBJ_NULL ? mp_const_none : self->next;
            break;
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_traceback,
    MP_QSTR_traceback,
    MP_TYPE_FLAG_NONE,
    attr, traceback_attr
    );

// --- In place of upstream's, which keeps numbers ---------------------------------------------------

// What fails before it runs, a SyntaxError, says itself where.
void mp_obj_exception_add_traceback(mp_obj_t self, qstr file, size_t line, qstr block) {
    (void)self, (void)file, (void)line, (void)block;
}

void mp_obj_exception_get_traceback(mp_obj_t self, size_t *count, size_t **entries) {
    (void)self;
    *count = 0;
    *entries = NULL;
}

void mp_obj_exception_clear_traceback(mp_obj_t self) {
    mp_obj_exception_t *exception = mpwasm_exception(self);
    if (exception != NULL && exception != &mp_const_GeneratorExit_obj) {
        exception->traceback = MP_OBJ_NULL;
    }
}
