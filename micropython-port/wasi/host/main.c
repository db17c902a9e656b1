// The exports: start the interpreter, run programs, report how each ended.

#include <stdlib.h>
#include <string.h>

#include "py/builtin.h"
#include "py/compile.h"
#include "py/cstack.h"
#include "py/gc.h"
#include "py/lexer.h"
#include "py/mperrno.h"
#include "py/nlr.h"
#include "py/objlist.h"
#include "py/pystack.h"
#include "py/repl.h"
#include "py/runtime.h"
#if MICROPY_VFS
#include "extmod/vfs.h"
#include "extmod/vfs_posix.h"
#endif

#include "library/thread/fiber.h"
#include "memory/fuel.h"
#include "memory/gccollect.h"
#include "host/call.h"
#include "host/handle.h"
#include "host/hostcall.h"
#include "host/lastvalue.h"
#include "host/mpwasm_abi.h"
#include "host/report.h"
#include "host/trace.h"
#include "host/value.h"
#include "library/atexit/atexit.h"
#include "language/errors/errors.h"
#include "library/sys/sys.h"

#define PYSTACK_SIZE (256 * 1024)
#define DEAD_PYSTACK (4096) // how much of it a run finds empty

extern char __stack_low, __stack_high; // wasm-ld: the shadow stack

static mp_obj_t pystack[PYSTACK_SIZE / sizeof(mp_obj_t)];
static mpwasm_result_t result;

uint32_t MPWASM_EXPORT(mpwasm_abi_version)(void) {
    return MPWASM_ABI_VERSION;
}

void *MPWASM_EXPORT(mpwasm_alloc)(uint32_t size) {
    return malloc(size);
}

void MPWASM_EXPORT(mpwasm_free)(void *ptr) {
    free(ptr);
}

#if MICROPY_VFS_POSIX
// Mounts the files that the host grants at the root. Without a grant it is an empty tree.
static void mount_root(void) {
    mp_obj_t args[] = {
        MP_OBJ_TYPE_GET_SLOT(&mp_type_vfs_posix, make_new)(&mp_type_vfs_posix, 0, 0, NULL),
        MP_OBJ_NEW_QSTR(MP_QSTR__slash_),
    };
    mp_vfs_mount(MP_ARRAY_SIZE(args), args, (mp_map_t *)&mp_const_empty_map);
    MP_STATE_VM(vfs_cur) = MP_STATE_VM(vfs_mount_table);
}
#endif

static MP_NOINLINE void start(uint32_t heap_limit) {
    mp_cstack_init_with_top(&__stack_high, &__stack_high - &__stack_low);
    mp_pystack_init(pystack, pystack + MP_ARRAY_SIZE(pystack));
    mpwasm_heap_init(heap_limit);
    mp_init();
    mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)), MP_OBJ_NEW_QSTR(MP_QSTR___main__), MP_OBJ_FROM_PTR(&mp_module___main__));
    mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)), MP_OBJ_NEW_QSTR(MP_QSTR_sys), MP_OBJ_FROM_PTR(&mp_module_sys));
    mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)), MP_OBJ_NEW_QSTR(MP_QSTR_builtins), MP_OBJ_FROM_PTR(&mp_module_builtins));
    mpwasm_sys_init();
    #if MICROPY_VFS_POSIX
    mount_root();
    #endif
}

void MPWASM_EXPORT(mpwasm_start)(uint32_t heap_limit) {
    start(heap_limit);
    mpwasm_clear_dead_stack(); // where the first run's frames will lie: a number left there could pass for a pointer for ever
}

// --- Running code that may raise or be stopped -----------------------------------------------------

typedef enum { JOB_DONE, JOB_RAISED, JOB_STOPPED } job_end_t;

// Calls a function with an argument of its own. JOB_RAISED leaves the exception in *exception.
static job_end_t protect(void (*function)(void *), void *arg, mp_obj_t *exception) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        nlr_set_abort(&nlr);
        function(arg);
        nlr_set_abort(NULL);
        nlr_pop();
        return JOB_DONE;
    }
    nlr_set_abort(NULL);
    if (nlr.ret_val == NULL) {
        void *cur = MP_STATE_THREAD(pystack_cur);
        mpwasm_fibers_abandon();
        MP_STATE_THREAD(pystack_cur) = cur;
        return JOB_STOPPED;
    }
    *exception = MP_OBJ_FROM_PTR(nlr.ret_val);
    return JOB_RAISED;
}

// --- Lists of strings ------------------------------------------------------------------------------

typedef struct _strings_t {
    uint32_t which;
    const char *begin, *end;
    int32_t answer;
} strings_t;

static void set_list(void *arg) {
    strings_t *strings = arg;
    if (strings->which == MPWASM_LIST_FUNCTIONS) {
        strings->answer = mpwasm_hostcall_init(strings->begin, strings->end);
        return;
    }
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (const char *s = strings->begin; s < strings->end; s += strlen(s) + 1) {
        mp_obj_list_append(list, mp_obj_new_str_from_cstr(s));
    }
    if (strings->which == MPWASM_LIST_ARGV) {
        MP_STATE_VM(mp_sys_argv_obj) = *(mp_obj_list_t *)MP_OBJ_TO_PTR(list);
    } else {
        mpwasm_sys_set_path(list);
    }
}

int32_t MPWASM_EXPORT(mpwasm_set_list)(uint32_t which, const char *strings, uint32_t len) {
    strings_t arg = { which, strings, strings + len, 0 };
    mp_obj_t exception; // a MemoryError; nothing else is raised, and nothing stops what is no run
    return protect(set_list, &arg, &exception) == JOB_DONE ? arg.answer : MPWASM_LIST_NO_MEMORY;
}

// --- Programs --------------------------------------------------------------------------------------

typedef struct _program_t {
    const char *name, *source, *inputs;
    size_t name_len, source_len, inputs_len;
    uint32_t flags;
    qstr name_qstr;
    mp_obj_t exception;
    vstr_t report; // CBOR: the value, or the error
} program_t;

// Which value of the program's is kept: none, an expression's, or an assignment's, too (mpwasm_keep_last_value).
static uint8_t keeps_value(const program_t *program) {
    if (!(program->flags & (MPWASM_RUN_VALUE | MPWASM_RUN_PROMPT))) {
        return 0;
    }
    return program->flags & MPWASM_RUN_ASSIGNED ? 2 : 1;
}

// A function of its own, so that no pointer of the compiler's stays in a frame that lives while the program runs.
static MP_NOINLINE mp_obj_t compile_program(program_t *program) {
    program->name_qstr = qstr_from_strn(program->name, program->name_len);
    if (program->inputs_len > 0) {
        mpwasm_store_inputs(MP_OBJ_FROM_PTR(&MP_STATE_VM(dict_main)), program->inputs, program->inputs_len);
    }
    mp_lexer_t *lexer = mp_lexer_new_from_str_len(program->name_qstr, program->source, program->source_len, 0);
    mp_parse_tree_t tree = mp_parse(lexer, MP_PARSE_FILE_INPUT);
    if (keeps_value(program) != 0) {
        mpwasm_keep_last_value(&tree, keeps_value(program));
    }
    #if MICROPY_PY___FILE__
    if (program->name_len > 0 && program->name[0] != '<') { // "<stdin>" is no file
        mp_store_global(MP_QSTR___file__, MP_OBJ_NEW_QSTR(program->name_qstr));
    }
    #endif
    return mp_compile(&tree, program->name_qstr, false);
}

static void run_call(void *arg) {
    program_t *program = arg;
    mpwasm_fibers_begin();
    mpwasm_heap_program_begins();
    mpwasm_keep_value(mpwasm_call_by_name(program->source, program->source_len, program->inputs, program->inputs_len));
}

static void run_program(void *arg) {
    program_t *program = arg;
    mpwasm_fibers_begin();
    bool looks = program->flags & MPWASM_RUN_LOOK;
    if (looks) {
        mpwasm_trace_look();
    }
    mp_obj_t module = compile_program(program);
    mpwasm_clear_dead_stack(); // of the compiler's pointers
    mpwasm_heap_program_begins();
    mpwasm_program_source(program->source, program->source_len, module, keeps_value(program));
    if (looks) { // the main program is the one that it looks at
        mp_call_function_0(module);
    } else {
        mpwasm_fibers_call_main(module);
    }
    if (program->flags & MPWASM_RUN_PROMPT) {
        mp_obj_t hook = mpwasm_sys_hook(MP_QSTR_displayhook);
        if (hook == MP_OBJ_NULL && (program->flags & MPWASM_RUN_VALUE)) {
            mp_obj_t value = mpwasm_take_last_value();
            if (value != mp_const_none) {
                mp_store_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), MP_QSTR__, value);
                mpwasm_keep_value(value);
            }
            return;
        }
        mp_call_function_1(hook != MP_OBJ_NULL ? hook : MP_OBJ_FROM_PTR(&mp_builtin___repl_print___obj), mpwasm_take_last_value());
    }
}

// An exception that nobody caught is the program's own to tell, if it has set sys.excepthook. Then the program has ended with 1, as CPython does.
static void run_excepthook(void *arg) {
    program_t *program = arg;
    mp_obj_t exception = program->exception, hook = mpwasm_sys_hook(MP_QSTR_excepthook);
    mp_obj_t args[3] = { MP_OBJ_FROM_PTR(mp_obj_get_type(exception)), exception, mp_load_attr(exception, MP_QSTR___traceback__) };
    mp_call_function_n_kw(hook, 3, 0, args);
    program->exception = mp_obj_new_exception_arg1(&mp_type_SystemExit, MP_OBJ_NEW_SMALL_INT(1));
}

static bool has_excepthook(const program_t *program) {
    return mpwasm_sys_hook(MP_QSTR_excepthook) != MP_OBJ_NULL
           && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(program->exception)), MP_OBJ_FROM_PTR(&mp_type_SystemExit));
}

#if MPWASM_LIBRARY
static void end_threads(void *arg) {
    mpwasm_fibers_end();
}

static void run_exit_functions(void *arg) {
    mpwasm_atexit_run();
}
#endif

static void report_value(void *arg) {
    program_t *program = arg;
    vstr_init(&program->report, 16);
    mpwasm_value_encode(&program->report, mpwasm_take_last_value());
}

// What an exception is described in when there is no memory left on the heap: enough for a traceback of
// some thirty frames.
static char reserve[4096], reserve_scratch[2048];

static void report_exception(void *arg) {
    program_t *program = arg;
    vstr_t scratch;
    vstr_init(&program->report, 256);
    vstr_init(&scratch, 64);
    if (program->flags & MPWASM_RUN_PROMPT) {
        mpwasm_sys_set(MP_QSTR_last_exc, program->exception);
    }
    mpwasm_report_exception(&program->report, &scratch, program->exception, program->name_qstr);
}

static void report_exception_in_reserve(void *arg) {
    program_t *program = arg;
    vstr_t scratch;
    vstr_init_fixed_buf(&program->report, sizeof(reserve), reserve);
    vstr_init_fixed_buf(&scratch, sizeof(reserve_scratch), reserve_scratch);
    mpwasm_report_exception(&program->report, &scratch, program->exception, program->name_qstr);
}

static void report_type(void *arg) {
    program_t *program = arg;
    vstr_init_fixed_buf(&program->report, MPWASM_REPORT_TYPE_BYTES, reserve);
    mpwasm_report_type(&program->report, program->exception);
}

static void report_exit(void *arg) {
    program_t *program = arg;
    result.exit_status = mpwasm_exit_status(program->exception);
}

// Describes the exception that ended a program. Describing runs Python code and takes memory, either of
// which may fail; what is left in the end is the exception's type.
static job_end_t report_raised(program_t *program) {
    static void (*const attempts[])(void *) = { report_exception, report_exception_in_reserve, report_type };
    job_end_t end = JOB_RAISED;
    mp_obj_t again;
    for (size_t i = 0; i < MP_ARRAY_SIZE(attempts) && end == JOB_RAISED; i++) {
        end = protect(attempts[i], program, &again);
    }
    result.outcome = MPWASM_OUTCOME_RAISED;
    result.error = program->report.buf;
    result.error_len = program->report.len;
    return end;
}

static bool is_system_exit(mp_obj_t exception) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exception)), MP_OBJ_FROM_PTR(&mp_type_SystemExit));
}

static job_end_t report(program_t *program, job_end_t end) {
    if (end == JOB_DONE) {
        result.outcome = MPWASM_OUTCOME_COMPLETED;
        end = protect(report_value, program, &program->exception);
        result.value = program->report.buf;
        result.value_len = program->report.len;
    }
    if (end == JOB_RAISED && is_system_exit(program->exception)) {
        result.outcome = MPWASM_OUTCOME_EXITED;
        end = protect(report_exit, program, &program->exception);
    }
    if (end == JOB_RAISED) {
        end = report_raised(program);
    }
    return end;
}

const mpwasm_result_t *MPWASM_EXPORT(mpwasm_run)(const char *name, uint32_t name_len, const char *source, uint32_t source_len,
    const void *inputs, uint32_t inputs_len, uint32_t flags) {
    program_t program = {
        .name = name, .name_len = name_len, .source = source, .source_len = source_len,
        .inputs = inputs, .inputs_len = inputs_len, .flags = flags,
    };
    memset(&result, 0, sizeof(result));
    mpwasm_clear_dead_stack(); // of what an earlier run left,
    memset(MP_STATE_THREAD(pystack_cur), 0, DEAD_PYSTACK); // in its frames too
    mpwasm_handles_begin(flags >> MPWASM_RUN_HANDLES_SHIFT);
    mpwasm_fuel_begin();
    bool looks = flags & MPWASM_RUN_LOOK, is_call = flags & MPWASM_RUN_CALL;
    if (looks) {
        mpwasm_trace_look_begins();
    }
    // A run that was stopped inside a function of another module has left that module's names in place.
    mp_locals_set(&MP_STATE_VM(dict_main));
    mp_globals_set(&MP_STATE_VM(dict_main));
    mpwasm_frames_begin();
    mpwasm_heap_run_begins();
    if (!looks) {
        mpwasm_keep_frames(flags & MPWASM_RUN_PROMPT);
    }
    job_end_t end = protect(is_call ? run_call : run_program, &program, &program.exception);
    if (end == JOB_RAISED && !is_call && has_excepthook(&program)) {
        end = protect(run_excepthook, &program, &program.exception);
        end = end == JOB_DONE ? JOB_RAISED : end;
    }
    #if MPWASM_LIBRARY
    mp_obj_t raised, unused;
    job_end_t threads_end = looks ? JOB_DONE : end != JOB_STOPPED ? protect(end_threads, NULL, &raised) : JOB_STOPPED;
    if (threads_end == JOB_STOPPED) {
        end = JOB_STOPPED;
    } else if (threads_end == JOB_RAISED && end == JOB_DONE) {
        program.exception = raised;
        end = JOB_RAISED;
    }
    if (!is_call && !looks && end != JOB_STOPPED && protect(run_exit_functions, NULL, &unused) == JOB_STOPPED) {
        end = JOB_STOPPED;
    }
    #endif
    mpwasm_heap_program_ends();
    end = report(&program, end);
    mpwasm_program_source(NULL, 0, MP_OBJ_NULL, 0);
    result.fuel_consumed = mpwasm_fuel_end();
    result.stop = mpwasm_stop_reason();
    if (result.stop != 0) { // or C code that came to its end in time
        result.outcome = MPWASM_OUTCOME_STOPPED;
        #if MICROPY_PY_SYS_STDFILES
        mpwasm_sys_restore_streams();
        #endif
    }
    result.heap_peak = mpwasm_heap_peak();
    return &result;
}

int32_t MPWASM_EXPORT(mpwasm_continues)(const char *text) {
    return mp_repl_continue_with_input(text);
}

// --- Files, where the variant has none -------------------------------------------------------------

#if !MICROPY_VFS

mp_lexer_t *mp_lexer_new_from_file(qstr filename) {
    (void)filename;
    mp_raise_OSError(MP_ENOENT);
}

mp_import_stat_t mp_import_stat(const char *path) {
    (void)path;
    return MP_IMPORT_STAT_NO_EXIST;
}

#endif
