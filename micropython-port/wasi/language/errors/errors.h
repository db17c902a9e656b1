// Exceptions as CPython 3.13 has them, in place of upstream's py/objexcept.c: what the files of this folder offer.
//
// Who is dealing with what. Each frame of the VM keeps a stack of its try statements, and in it the exception with which a handler
// was entered. So what is being handled is found when something is raised, by a walk from the innermost frame outwards, and nothing is
// kept up to date meanwhile but the place of that stack's top (vm.h). Frames of one turn of the VM are chained (prev); from one turn to the
// one around it leads an activation (frame.c).
#ifndef MPWASM_ERRORS_H
#define MPWASM_ERRORS_H

#include "py/bc.h"
#include "py/objexcept.h"
#include "py/objfun.h"
#include "py/objtuple.h"

// A frame that an exception went through; the exception knows the outermost.
typedef struct _traceback_t {
    mp_obj_base_t base;
    const mp_obj_fun_bc_t *function;
    size_t place; // in its bytecode
    mp_obj_t next; // towards where it was raised, or MP_OBJ_NULL
} traceback_t;

extern const mp_obj_type_t mpwasm_type_traceback, mpwasm_type_frame;

// --- exception.c ---

// The native part of an exception, or NULL if an instance has none. The object is an exception.
mp_obj_exception_t *mpwasm_exception(mp_obj_t exception);

// The same for any object: NULL if it is no exception.
mp_obj_exception_t *mpwasm_exception_maybe(mp_obj_t object);

// Whether it is an exception of a type that is known here (a native one, or one over it).
bool mpwasm_exception_is(const mp_obj_exception_t *exception, const mp_obj_type_t *type);

// Sets what all exceptions have, and the fields of the type; false for other names. For an instance, its native part.
bool mpwasm_exception_store(mp_obj_t exception, qstr name, mp_obj_t value);

// BaseException.__new__: the arguments are not looked at.
mp_obj_t mpwasm_exception_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

// BaseException.__init__, for a native part.
void mpwasm_exception_init(mp_obj_t exception, size_t n_args, size_t n_kw, const mp_obj_t *args);

// --- fields.c: attributes of single types (errno, name, ...) ---

// An attribute that the type of an exception has beyond args, or MP_OBJ_NULL.
mp_obj_t mpwasm_field_load(const mp_obj_exception_t *exception, qstr name);

// Sets one; MP_OBJ_NULL for the value deletes it. False if the type has none of that name.
bool mpwasm_field_store(mp_obj_exception_t *exception, qstr name, mp_obj_t value);

// Sets the first fields of a new exception, but for MP_OBJ_NULL, and returns it.
mp_obj_t mpwasm_with_fields(mp_obj_t exception, size_t count, const mp_obj_t *values);

// Looks at the arguments of a constructor that takes no others.
void mpwasm_fields_check(const mp_obj_type_t *type, size_t n_args, const mp_obj_t *args);

// Takes keywords and further arguments of a constructor into the fields.
void mpwasm_fields_init(mp_obj_exception_t *exception, size_t n_args, size_t n_kw, const mp_obj_t *args);

// --- context.c: causes and contexts ---

// The exception that is being dealt with, seen from the innermost frame; MP_OBJ_NULL if there is none.
mp_obj_t mpwasm_handled(void);

// A new exception whose cause and context another one is.
mp_obj_t mpwasm_caused(const mp_obj_type_t *type, mp_rom_error_text_t message, mp_obj_t cause);

// Has the frames kept that exceptions go through from here on, or no more.
void mpwasm_keep_frames(bool keep);

// The same from here on, whatever the run: a program asks for what they hold.
void mpwasm_want_frames(void);

// The tuple of an entry of a traceback and what the frame had as state, if that was kept.
const mp_obj_tuple_t *mpwasm_state_left(const traceback_t *traceback);

// --- frame.c ---

// The innermost frame of the VM; NULL outside of any.
extern mp_code_state_t *mpwasm_frame;

// One run of the VM, on the C stack of who called it.
typedef struct _activation_t {
    mp_code_state_t *frame; // that called the VM
    struct _activation_t *outer;
    nlr_buf_t nlr;
    mp_code_state_t *running;
    mp_obj_t inject; // what is to be raised where the frame goes on, or MP_OBJ_NULL; here, so that the VM's loop does not carry it
    mp_obj_t raised; // what is to be handled when the VM goes on, or MP_OBJ_NULL
    bool guarded;    // whether what is raised now is the VM's to handle
    bool called;     // what a loop's iterator calls has returned, and the loop is to look at the result (language/resume.h)
    bool taken_up;   // a debugger has put its frames elsewhere, and the VM goes on there
    mp_obj_t seen;   // the outermost frame as an object, if there is one, or MP_OBJ_NULL
    uint32_t room[24]; // engines bound how deep calls are, and we bound bytes: for the calls from mpwasm_execute to the VM's loop, which take none
} activation_t;

// The frame that called another one; NULL if there is none. The activation is that of the frame, and is set to that of its caller.
extern activation_t *mpwasm_activation;
mp_code_state_t *mpwasm_caller(const mp_code_state_t *frame, activation_t **activation);

// An exception goes to a frame whose call ended well.
void mpwasm_unwind_to(mp_obj_t exception, const mp_code_state_t *frame);

// Forgets the frames of a run that was stopped.
void mpwasm_frames_begin(void);

// In place of mp_execute_bytecode, wherever it is called.
mp_vm_return_kind_t mpwasm_execute(mp_code_state_t *code_state, mp_obj_t inject);

// The VM (py/vm.c; vm.h says how it comes by this form). It leaves by what is raised, too, and to be entered again.
#define MPWASM_VM_RETURN_AGAIN ((mp_vm_return_kind_t)3)
#define MPWASM_AGAIN ((mp_obj_t)4) // as what is raised; no object
mp_vm_return_kind_t mpwasm_run_frames(mp_code_state_t *code_state, activation_t *activation);

// What stands in a function's bytecode: names, file, line.
qstr mpwasm_code_name(const mp_obj_fun_bc_t *function);
qstr mpwasm_code_file(const mp_obj_fun_bc_t *function);
size_t mpwasm_line_at(const byte *code, const byte *end, mp_int_t place); // code: the lines; place: in the bytecode
size_t mpwasm_code_line(const mp_obj_fun_bc_t *function, size_t place);

// Where the lines of a function's code end, and names of its variables begin.
const byte *mpwasm_lines_end(const mp_obj_fun_bc_t *function, const byte *info_end);

// The name of a variable; MP_QSTRnull if it is not known.
qstr mpwasm_local_name(const mp_obj_fun_bc_t *function, size_t number);

// The variables of a function's frame, as they are now: a dict. What it shares with others is in cells. Names that the compiler made are left out.
mp_obj_t mpwasm_variables(const mp_code_state_t *frame);

// The variables of a frame of which this is left (mpwasm_state_left).
mp_obj_t mpwasm_variables_left(const mp_obj_fun_bc_t *function, const mp_obj_tuple_t *left);

// Whether a variable is one of an enclosing function.
bool mpwasm_is_free(const mp_obj_fun_bc_t *function, size_t number);

// The function of a frame or a traceback; NULL for any other object.
const mp_obj_fun_bc_t *mpwasm_frame_function(mp_obj_t object);

// A frame of a function that is at a place of its bytecode.
mp_obj_t mpwasm_new_frame(const mp_obj_fun_bc_t *function, size_t place);

// The generator that has a frame in it (generator.c). The frame of one that has not ended, with its variables.
mp_obj_t mpwasm_generator_of(const mp_code_state_t *state);
mp_obj_t mpwasm_generator_frame(const mp_code_state_t *state);

// What a frame has called, as it stands on the caller's stack. If the frame has become an object, that stands there instead: it takes
// the variables as they are now, with which the frame is left.
mp_obj_t mpwasm_frame_left(const mp_code_state_t *frame, mp_obj_t callee);

// A frame returns, whose callee is not its function: it may be a class (language/class/short.c).
void mpwasm_frame_made(mp_code_state_t *frame, mp_obj_t callee, activation_t *activation);

// sys._getframe(depth).
mp_obj_t mpwasm_get_frame(size_t depth);

// --- text.c ---

// What an errno means, as the C library says it.
const char *mpwasm_error_text(mp_int_t number);

// --- print.c ---

// The source of the program that runs, for tracebacks; NULL when it is no more.
void mpwasm_program_source(const char *source, size_t length, mp_obj_t function, uint8_t keeps_value);

// The line of a function's source, without its end: pushed to the text. False if it is not at hand.
bool mpwasm_source_line(vstr_t *text, const mp_obj_fun_bc_t *function, size_t line);

#endif
