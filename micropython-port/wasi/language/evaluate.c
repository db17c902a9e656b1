// compile, eval and exec, in place of py/builtinevex.c: keywords, flags and modes as CPython has them; what code defines keeps the dict that the code was
// run with.

#include <string.h>

#include "py/builtin.h"
#include "py/bc.h"
#include "py/compile.h"
#include "py/objcode.h"
#include "py/objfun.h"
#include "py/runtime.h"

#include "language/class/class.h"
#include "language/errors/errors.h"
#include "language/native.h"
#include "language/namespace.h"
#include "language/numbers/numbers.h"
#include "language/text/text.h"

#if MICROPY_PY_BUILTINS_EVAL_EXEC

// --- Source ----------------------------------------------------------------------------------------

#define KNOWN_FLAGS (0x1ff2600) // __future__'s, PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_TOP_LEVEL_AWAIT
#define ONLY_TREE (0x400)

static mp_lexer_t *lexer_of(mp_obj_t source, qstr file, const char *function, mp_parse_input_kind_t kind) {
    mp_buffer_info_t text;
    text_t string;
    if (text_maybe(source, &string)) {
        text.buf = (void *)string.data;
        text.len = string.len;
    } else if (!mp_get_buffer(source, &text, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() arg 1 must be a string, bytes or code object"), function);
    }
    if (memchr(text.buf, 0, text.len) != NULL) {
        mp_raise_msg(&mp_type_SyntaxError, MP_ERROR_TEXT("source code string cannot contain null bytes"));
    }
    const char *start = text.buf;
    size_t skip = 0;
    while (kind == MP_PARSE_EVAL_INPUT && skip < text.len && (start[skip] == ' ' || start[skip] == '\t')) {
        skip++;
    }
    return mp_lexer_new_from_str_len(file, start + skip, text.len - skip, 0);
}

// --- compile ---------------------------------------------------------------------------------------

#if MICROPY_PY_BUILTINS_COMPILE

static mp_obj_t builtin_compile(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    enum { SOURCE, FILENAME, MODE, FLAGS };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_source, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_filename, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_mode, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_flags, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(0) } },
        { MP_QSTR_dont_inherit, MP_ARG_OBJ, { .u_obj = mp_const_false } },
        { MP_QSTR_optimize, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(-1) } },
        { MP_QSTR__feature_version, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(-1) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos_args, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    mp_int_t flags = mp_obj_get_int(number_index(args[FLAGS].u_obj));
    if (flags & ONLY_TREE) {
        mp_raise_NotImplementedError(MP_ERROR_TEXT("compile() makes no syntax trees"));
    }
    if (flags & ~KNOWN_FLAGS) {
        mp_raise_ValueError(MP_ERROR_TEXT("compile(): unrecognised flags"));
    }
    mp_buffer_info_t file;
    if (!mp_obj_is_str(args[FILENAME].u_obj) && !mp_get_buffer(args[FILENAME].u_obj, &file, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected str, bytes or os.PathLike object, not %s"), mp_obj_get_type_str(args[FILENAME].u_obj));
    }
    qstr mode = mp_obj_is_str(args[MODE].u_obj) ? mp_obj_str_get_qstr(args[MODE].u_obj) : MP_QSTRnull;
    if (mode == MP_QSTRnull) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("compile() argument 'mode' must be str, not %s"), mp_obj_get_type_str(args[MODE].u_obj));
    }
    if (mode != MP_QSTR_single && mode != MP_QSTR_exec && mode != MP_QSTR_eval) {
        mp_raise_ValueError(MP_ERROR_TEXT("compile() mode must be 'exec', 'eval' or 'single'"));
    }
    if (mp_obj_is_type(args[SOURCE].u_obj, &mp_type_code)) {
        return args[SOURCE].u_obj;
    }
    qstr name;
    if (mp_obj_is_str(args[FILENAME].u_obj)) {
        name = mp_obj_str_get_qstr(args[FILENAME].u_obj);
    } else {
        name = qstr_from_strn(file.buf, file.len);
    }
    mp_parse_input_kind_t kind = mode == MP_QSTR_single ? MP_PARSE_SINGLE_INPUT : mode == MP_QSTR_exec ? MP_PARSE_FILE_INPUT : MP_PARSE_EVAL_INPUT;
    mp_lexer_t *lexer = lexer_of(args[SOURCE].u_obj, name, "compile", kind);
    mp_parse_tree_t tree = mp_parse(lexer, kind);
    return mp_obj_new_code(mp_compile(&tree, name, kind == MP_PARSE_SINGLE_INPUT));
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_compile_obj, 0, builtin_compile);

#endif

// --- eval, exec ------------------------------------------------------------------------------------

// The code's function with other globals: what it defines must not follow when the code is run again with others still.
static mp_obj_t with_globals(mp_obj_t function, mp_obj_dict_t *globals) {
    if (!mp_obj_is_type(function, &mp_type_fun_bc)) {
        return function;
    }
    mp_obj_fun_bc_t *old = MP_OBJ_TO_PTR(function);
    mp_module_context_t *context = m_new_obj(mp_module_context_t);
    *context = *old->context;
    context->module.base.type = &mp_type_module;
    context->module.globals = globals;
    return mp_obj_new_fun_bc(NULL, old->bytecode, context, old->child_table);
}

// A function's code has parameters, of which defaults are the function's, and free variables, which come first.
static void check_runs_alone(const mp_obj_fun_bc_t *function, mp_parse_input_kind_t kind) {
    const byte *ip = function->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    if (n_pos_args + n_kwonly_args == 0) {
        return;
    }
    if (mpwasm_is_free(function, 0)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("code object passed to %s() may not contain free variables"), kind == MP_PARSE_EVAL_INPUT ? "eval" : "exec");
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() missing required arguments"), mpwasm_code_name(function));
}

static mp_obj_t run(mp_obj_t source, mp_parse_input_kind_t kind, mp_obj_dict_t *globals, mp_obj_dict_t *locals) {
    nlr_jump_callback_node_globals_locals_t before = { .globals = mp_globals_get(), .locals = mp_locals_get() };
    mp_globals_set(globals);
    mp_locals_set(locals);
    nlr_push_jump_callback(&before.callback, mp_globals_locals_set_from_nlr_jump_callback);
    mp_obj_t function;
    #if MICROPY_PY_BUILTINS_COMPILE
    if (mp_obj_is_type(source, &mp_type_code)) {
        function = ((mp_obj_code_t *)MP_OBJ_TO_PTR(source))->module_fun;
        check_runs_alone(MP_OBJ_TO_PTR(function), kind);
        function = with_globals(function, globals);
    } else
    #endif
    {
        mp_lexer_t *lexer = lexer_of(source, MP_QSTR__lt_string_gt_, kind == MP_PARSE_EVAL_INPUT ? "eval" : "exec", kind);
        qstr name = lexer->source_name;
        mp_parse_tree_t tree = mp_parse(lexer, kind);
        function = mp_compile(&tree, name, false);
    }
    mp_obj_t result = mp_call_function_0(function);
    nlr_pop_jump_callback(true);
    return kind == MP_PARSE_EVAL_INPUT ? result : mp_const_none;
}

static bool is_mapping(mp_obj_t object) {
    mp_obj_t method[2];
    mpwasm_load_of_type(object, MP_QSTR___getitem__, method);
    return method[0] != MP_OBJ_NULL && !is_class(object);
}

// The dict of an argument, which may be an instance of a subclass.
static mp_obj_dict_t *globals_of(mp_obj_t object, bool eval) {
    mp_obj_t dict = mpwasm_native(object, &mp_type_dict);
    if (dict == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, !eval ? MP_ERROR_TEXT("exec() globals must be a dict, not %s") : is_mapping(object)
            ? MP_ERROR_TEXT("globals must be a real dict; try eval(expr, {}, mapping)") : MP_ERROR_TEXT("globals must be a dict"), mp_obj_get_type_str(object));
    }
    return MP_OBJ_TO_PTR(dict);
}

static mp_obj_dict_t *locals_of(mp_obj_t object, bool eval) {
    if (!is_mapping(object)) {
        mp_raise_msg_varg(&mp_type_TypeError, eval ? MP_ERROR_TEXT("locals must be a mapping") : MP_ERROR_TEXT("locals must be a mapping or None, not %s"), mp_obj_get_type_str(object));
    }
    return mpwasm_namespace(object);
}

static mp_obj_t evaluate(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, mp_parse_input_kind_t kind) {
    enum { SOURCE, GLOBALS, LOCALS, CLOSURE };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_globals, MP_ARG_OBJ, { .u_obj = mp_const_none } },
        { MP_QSTR_locals, MP_ARG_OBJ, { .u_obj = mp_const_none } },
        { MP_QSTR_closure, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = mp_const_none } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    const char *name = kind == MP_PARSE_EVAL_INPUT ? "eval" : "exec";
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at least 1 positional argument (0 given)"), name);
    }
    mp_arg_parse_all(n_args, pos_args, kw_args, MP_ARRAY_SIZE(allowed) - (kind == MP_PARSE_EVAL_INPUT), allowed, args);
    mp_obj_dict_t *globals = mp_globals_get(), *locals = mp_locals_get();
    if (args[GLOBALS].u_obj != mp_const_none) {
        globals = globals_of(args[GLOBALS].u_obj, kind == MP_PARSE_EVAL_INPUT);
        locals = mp_obj_is_exact_type(args[GLOBALS].u_obj, &mp_type_dict) ? globals : mpwasm_namespace(args[GLOBALS].u_obj);
        mpwasm_give_builtins(globals);
    }
    if (args[LOCALS].u_obj != mp_const_none) {
        locals = locals_of(args[LOCALS].u_obj, kind == MP_PARSE_EVAL_INPUT);
    }
    if (kind != MP_PARSE_EVAL_INPUT && args[CLOSURE].u_obj != mp_const_none) {
        mp_raise_TypeError(MP_ERROR_TEXT("closure argument cannot be used here"));
    }
    return run(args[SOURCE].u_obj, kind, globals, locals);
}

static mp_obj_t builtin_eval(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    return evaluate(n_args, args, kw_args, MP_PARSE_EVAL_INPUT);
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_eval_obj, 0, builtin_eval);

static mp_obj_t builtin_exec(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    return evaluate(n_args, args, kw_args, MP_PARSE_FILE_INPUT);
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_exec_obj, 0, builtin_exec);

#endif
