// Functions as objects: their attributes, closures.
//
// Upstream's functions have a name and nothing else. Here a function has a dict, made when it is needed, of what was set on it: the special
// attributes under their names, and under "__dict__" the dict of all others. Its name in the bytecode is the qualified one.

#include <string.h>

#include "py/builtin.h"
#include "py/objfun.h"

#include "language/errors/arguments.h"
#include "language/errors/errors.h"
#include "language/keywords.h"

#define mp_execute_bytecode mpwasm_execute // errors/frame.c
#define mp_obj_fun_get_name mpwasm_upstream_fun_get_name
#define mp_obj_fun_bc_attr mpwasm_upstream_fun_bc_attr
#define mp_obj_new_fun_bc mpwasm_upstream_new_fun_bc
#define mp_type_fun_bc mpwasm_upstream_type_fun_bc

// Keywords that a built-in function takes by place (keywords.c); iter has a second form.
#define mp_arg_check_num_sig(n_args, n_kw, sig) \
    if ((sig) & 1) { \
        mpwasm_callee = self_in; \
    } \
    if (n_kw != 0 && !((sig) & 1)) { \
        return mpwasm_call_by_names(self_in, n_args, n_kw, args); \
    } \
    if (n_args < ((sig) >> 17) || n_args > (((sig) >> 1) & 0xffff)) { \
        mpwasm_raise_arguments(self_in, n_args, args, sig); \
    }
#define mp_arg_check_num(n_args, n_kw, least, most, takes_kw) \
    if (n_kw != 0) { \
        return mpwasm_call_by_names(self_in, n_args, n_kw, args); \
    } \
    if (n_args == 2 && self_in == MP_OBJ_FROM_PTR(&mp_builtin_iter_obj)) { \
        return mpwasm_iter_until(args[0], args[1]); \
    } \
    mp_arg_check_num_sig(n_args, 0, MP_OBJ_FUN_MAKE_SIG(least, most, takes_kw))

qstr mpwasm_upstream_fun_get_name(mp_const_obj_t fun);
void mpwasm_upstream_fun_bc_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest);
mp_obj_t mpwasm_upstream_new_fun_bc(const mp_obj_t *defaults, const byte *code, const mp_module_context_t *context, struct _mp_raw_code_t *const *children);
extern const mp_obj_type_t mpwasm_upstream_type_fun_bc;

// Built-in functions have names (language/builtin_function.c). Upstream's type of Python functions is replaced below.
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(name, ...) DEFINE_##name(name, __VA_ARGS__)
#define DEFINE_BUILT_IN(name, qstr, flags, slot, function) \
    MP_DEFINE_CONST_OBJ_TYPE_NARGS_3(mp_obj_type_t, name, MP_QSTR_builtin_function_or_method, flags, print, mpwasm_builtin_function_print, attr, mpwasm_builtin_function_attr, slot, function)
#define DEFINE_mp_type_fun_builtin_0 DEFINE_BUILT_IN
#define DEFINE_mp_type_fun_builtin_1 DEFINE_BUILT_IN
#define DEFINE_mp_type_fun_builtin_2 DEFINE_BUILT_IN
#define DEFINE_mp_type_fun_builtin_3 DEFINE_BUILT_IN
#define DEFINE_mp_type_fun_builtin_var DEFINE_BUILT_IN
#define DEFINE_mp_type_fun_bc(name, ...) const mp_obj_type_t name = { .base = { &mp_type_type } }
void mpwasm_builtin_function_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind);
void mpwasm_builtin_function_attr(mp_obj_t self, qstr name, mp_obj_t *dest);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function" // printing is ours
#include "py/objfun.c"
#pragma GCC diagnostic pop
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef mp_execute_bytecode
#undef mp_obj_fun_get_name
#undef mp_obj_fun_bc_attr
#undef mp_obj_new_fun_bc
#undef mp_type_fun_bc
#undef mp_arg_check_num
#undef mp_arg_check_num_sig

#include "py/bc.h"
#include "py/cstack.h"
#include "py/objtype.h"
#include "py/objtuple.h"
#include "py/pystack.h"
#include "py/runtime.h"

#include "language/bind.h"
#include "language/class/class.h"
#include "language/function.h"
#include "language/native.h"
#include "language/helper.h"

// --- Names -----------------------------------------------------------------------------------------

qstr mpwasm_function_qualified_name(const mp_obj_fun_bc_t *fun) {
    return mpwasm_upstream_fun_get_name(MP_OBJ_FROM_PTR(fun));
}

qstr mpwasm_last_name(qstr qualified) {
    const char *text = qstr_str(qualified), *dot = strrchr(text, '.');
    if (dot == NULL) {
        return qualified;
    }
    qstr known = qstr_find_strn(dot + 1, strlen(dot + 1));
    return known != MP_QSTRnull ? known : qstr_from_str(dot + 1);
}

qstr mp_obj_fun_get_name(mp_const_obj_t fun) {
    return mpwasm_last_name(mpwasm_upstream_fun_get_name(fun));
}

// --- Attributes ------------------------------------------------------------------------------------

static mp_obj_t *find_own(const mp_obj_fun_bc_t *fun, qstr attribute) {
    if (fun->attributes == MP_OBJ_NULL) {
        return NULL;
    }
    mp_map_elem_t *element = mp_map_lookup(mp_obj_dict_get_map(fun->attributes), MP_OBJ_NEW_QSTR(attribute), MP_MAP_LOOKUP);
    return element != NULL ? &element->value : NULL;
}

static void store_own(mp_obj_fun_bc_t *fun, qstr attribute, mp_obj_t value) {
    if (fun->attributes == MP_OBJ_NULL) {
        fun->attributes = mp_obj_new_dict(1);
    }
    mp_obj_dict_store(fun->attributes, MP_OBJ_NEW_QSTR(attribute), value);
}

static mp_obj_t own_dict(mp_obj_fun_bc_t *fun) {
    mp_obj_t *dict = find_own(fun, MP_QSTR___dict__);
    if (dict == NULL) {
        store_own(fun, MP_QSTR___dict__, mp_obj_new_dict(0));
        dict = find_own(fun, MP_QSTR___dict__);
    }
    return *dict;
}

typedef struct {
    size_t flags, positional, keyword, defaults;
    const byte *names;
    const byte *lines, *lines_end;
} signature_t;

static signature_t signature_of(const mp_obj_fun_bc_t *fun) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    const byte *lines = mp_decode_uint_skip(ip);
    signature_t signature = { scope_flags, n_pos_args, n_kwonly_args, n_def_pos_args, lines, NULL, mpwasm_lines_end(fun, ip + n_info) };
    for (size_t i = 0; i < n_pos_args + n_kwonly_args; i++) {
        lines = mp_decode_uint_skip(lines);
    }
    signature.lines = lines;
    return signature;
}

bool mpwasm_defaults_were_set;

static mp_obj_t defaults_of(const mp_obj_fun_bc_t *fun, bool keyword) {
    signature_t signature = signature_of(fun);
    if (keyword) {
        return signature.flags & MP_SCOPE_FLAG_DEFKWARGS ? fun->extra_args[signature.defaults] : mp_const_none;
    }
    return signature.defaults > 0 ? mp_obj_new_tuple(signature.defaults, fun->extra_args) : mp_const_none;
}

static mp_obj_t code_of(const mp_obj_fun_bc_t *fun);

static mp_obj_t load_special(mp_obj_fun_bc_t *fun, qstr attribute) {
    switch (attribute) {
        case MP_QSTR___name__:
            return MP_OBJ_NEW_QSTR(mpwasm_last_name(mpwasm_function_qualified_name(fun)));
        case MP_QSTR___qualname__:
            return MP_OBJ_NEW_QSTR(mpwasm_function_qualified_name(fun));
        case MP_QSTR___module__: {
            mp_map_elem_t *name = mp_map_lookup(&fun->context->module.globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
            return name != NULL ? name->value : mp_const_none;
        }
        case MP_QSTR___doc__:
            return mp_const_none;
        case MP_QSTR___annotations__:
            store_own(fun, attribute, mp_obj_new_dict(0));
            return *find_own(fun, attribute);
        case MP_QSTR___dict__:
            return own_dict(fun);
        case MP_QSTR___defaults__:
        case MP_QSTR___kwdefaults__:
            return defaults_of(fun, attribute == MP_QSTR___kwdefaults__);
        case MP_QSTR___globals__:
            return MP_OBJ_FROM_PTR(fun->context->module.globals);
        case MP_QSTR___type_params__:
            return mp_const_empty_tuple;
        case MP_QSTR___closure__:
            return mp_const_none;
        case MP_QSTR___builtins__:
            return MP_OBJ_FROM_PTR(mp_module_builtins.globals);
        case MP_QSTR___code__:
            return code_of(fun);
        case MP_QSTR___call__:
            return MP_OBJ_FROM_PTR(fun);
        default:
            return MP_OBJ_NULL;
    }
}

static bool is_read_only(qstr attribute) {
    return attribute == MP_QSTR___globals__ || attribute == MP_QSTR___closure__ || attribute == MP_QSTR___code__;
}

// What stands beside __dict__ in a function's attributes. Under co_varnames are the names of *args and **kwargs, if they are others.
static bool is_settable(qstr attribute) {
    return attribute == MP_QSTR___name__ || attribute == MP_QSTR___qualname__ || attribute == MP_QSTR___module__ || attribute == MP_QSTR___doc__
        || attribute == MP_QSTR___defaults__ || attribute == MP_QSTR___kwdefaults__ || attribute == MP_QSTR___annotations__ || attribute == MP_QSTR___dict__ || attribute == MP_QSTR___type_params__;
}

// What was set instead of the defaults in the definition (bind.c asks); MP_OBJ_NULL if nothing was.
mp_obj_t mpwasm_function_defaults(const mp_obj_fun_bc_t *fun, bool keyword) {
    mp_obj_t *own = find_own(fun, keyword ? MP_QSTR___kwdefaults__ : MP_QSTR___defaults__);
    return own == NULL ? MP_OBJ_NULL : *own;
}

static void set_defaults(mp_obj_fun_bc_t *fun, qstr attribute, mp_obj_t value) {
    value = value == MP_OBJ_NULL ? mp_const_none : value;
    const mp_obj_type_t *type = attribute == MP_QSTR___defaults__ ? &mp_type_tuple : &mp_type_dict;
    mp_obj_t native = value == mp_const_none ? value : mpwasm_native(value, type);
    if (native == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q must be set to a %q object"), attribute, (qstr)type->name);
    }
    mpwasm_defaults_were_set = true;
    store_own(fun, attribute, native);
}

static void store_attribute(mp_obj_fun_bc_t *fun, qstr attribute, mp_obj_t *dest) {
    if (is_read_only(attribute)) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("readonly attribute"));
    }
    if (attribute == MP_QSTR___defaults__ || attribute == MP_QSTR___kwdefaults__) {
        set_defaults(fun, attribute, dest[1]);
    } else if (dest[1] == MP_OBJ_NULL) { // delete
        mp_obj_t dict = is_settable(attribute) ? fun->attributes : own_dict(fun);
        if (dict == MP_OBJ_NULL || mp_map_lookup(mp_obj_dict_get_map(dict), MP_OBJ_NEW_QSTR(attribute), MP_MAP_LOOKUP_REMOVE_IF_FOUND) == NULL) {
            return;
        }
    } else if (is_settable(attribute)) {
        if ((attribute == MP_QSTR___name__ || attribute == MP_QSTR___qualname__) && !mp_obj_is_str(dest[1])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q must be set to a string object"), attribute);
        }
        if (attribute == MP_QSTR___dict__ && !mp_obj_is_type(dest[1], &mp_type_dict)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__dict__ must be set to a dictionary, not a '%s'"), mp_obj_get_type_str(dest[1]));
        }
        store_own(fun, attribute, dest[1]);
    } else {
        mp_obj_dict_store(own_dict(fun), MP_OBJ_NEW_QSTR(attribute), dest[1]);
    }
    dest[0] = MP_OBJ_NULL;
}

void mp_obj_fun_bc_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest) {
    mp_obj_fun_bc_t *fun = MP_OBJ_TO_PTR(self);
    if (dest[0] == MP_OBJ_SENTINEL) {
        store_attribute(fun, attribute, dest);
        return;
    }
    mp_obj_t *own = attribute == MP_QSTR___dict__ || attribute == MP_QSTR_co_varnames ? NULL : find_own(fun, attribute);
    dest[0] = own != NULL ? *own : load_special(fun, attribute);
    if (dest[0] == MP_OBJ_NULL && (own = find_own(fun, MP_QSTR___dict__)) != NULL) {
        mp_map_elem_t *element = mp_map_lookup(mp_obj_dict_get_map(*own), MP_OBJ_NEW_QSTR(attribute), MP_MAP_LOOKUP);
        dest[0] = element != NULL ? element->value : MP_OBJ_NULL;
    }
}

static void print_function(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_obj_fun_bc_t *fun = MP_OBJ_TO_PTR(self);
    mp_obj_t *own = find_own(fun, MP_QSTR___qualname__);
    mp_printf(print, "<function %s at 0x%p>", own != NULL && mp_obj_is_str(*own) ? mp_obj_str_get_str(*own) : qstr_str(mpwasm_function_qualified_name(fun)), fun);
}

static mp_obj_t function_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_fun_bc,
    MP_QSTR_function,
    MP_TYPE_FLAG_BINDS_SELF,
    make_new, function_make_new,
    print, print_function,
    attr, mp_obj_fun_bc_attr,
    call, fun_bc_call
    );

mp_obj_t mp_obj_new_fun_bc(const mp_obj_t *defaults, const byte *code, const mp_module_context_t *context, struct _mp_raw_code_t *const *children) {
    mp_obj_tuple_t *positional = defaults != NULL && defaults[0] != MP_OBJ_NULL ? MP_OBJ_TO_PTR(defaults[0]) : NULL;
    bool keyword = defaults != NULL && defaults[1] != MP_OBJ_NULL;
    size_t count = positional != NULL ? positional->len : 0;
    mp_obj_fun_bc_t *fun = mp_obj_malloc_var(mp_obj_fun_bc_t, extra_args, mp_obj_t, count + keyword, &mp_type_fun_bc);
    fun->bytecode = code;
    fun->context = context;
    fun->child_table = children;
    fun->attributes = MP_OBJ_NULL;
    if (count != 0) {
        memcpy(fun->extra_args, positional->items, count * sizeof(mp_obj_t));
    }
    if (keyword) {
        fun->extra_args[count] = defaults[1];
    }
    return MP_OBJ_FROM_PTR(fun);
}

// --- Code ------------------------------------------------------------------------------------------

// What may be known of a function's code. It is laid out as what compile() gives (py/objcode.h), which is of the same type.
typedef struct {
    mp_obj_base_t base;
    const mp_obj_fun_bc_t *fun;
} code_t;

static qstr table_name(const mp_obj_fun_bc_t *fun, mp_uint_t index) {
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    return fun->context->constants.qstr_table[index];
    #else
    return index;
    #endif
}

// The numbers of a function's cells are bytes behind its lines.
static bool is_cell(const mp_obj_fun_bc_t *fun, size_t number) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    return memchr(ip + n_info, number, n_cell) != NULL;
}

static mp_obj_t names_to_tuple(mp_obj_t list) {
    size_t count;
    mp_obj_t *items;
    mp_obj_list_get(list, &count, &items);
    return mp_obj_new_tuple(count, items);
}

// co_freevars and co_cellvars in CPython's order: parameters first, then by name. What is frozen has no names of variables.
static mp_obj_t shared_names(const mp_obj_fun_bc_t *fun, bool free, size_t hidden, size_t parameters) {
    mp_obj_t first = mp_obj_new_list(0, NULL), others = mp_obj_new_list(0, NULL);
    qstr name;
    for (size_t i = free ? 0 : hidden; (!free || i < hidden) && (name = mpwasm_local_name(fun, i)) != MP_QSTRnull; i++) {
        if (free || is_cell(fun, i)) {
            mp_obj_list_append(!free && i < parameters ? first : others, MP_OBJ_NEW_QSTR(name));
        }
    }
    mp_obj_list_sort(1, &others, (mp_map_t *)&mp_const_empty_map);
    return names_to_tuple(mp_binary_op(MP_BINARY_OP_ADD, first, others));
}

static mp_obj_t load_code(const mp_obj_fun_bc_t *fun, qstr attribute) {
    signature_t signature = signature_of(fun);
    mp_obj_t names = mp_obj_new_list(0, NULL);
    size_t hidden = 0, positional_only = 0;
    const byte *name = signature.names;
    for (size_t i = 0; i < signature.positional + signature.keyword; i++) {
        qstr text = table_name(fun, mp_decode_uint(&name));
        hidden += text == MP_QSTR__star_;
        positional_only += qstr_str(text)[0] == '.';
        if (text != MP_QSTR__star_) {
            mp_obj_list_append(names, MP_OBJ_NEW_QSTR(qstr_str(text)[0] == '.' ? qstr_from_str(qstr_str(text) + 1) : text));
        }
    }
    size_t parameters = signature.positional + signature.keyword + !!(signature.flags & MP_SCOPE_FLAG_VARARGS) + !!(signature.flags & MP_SCOPE_FLAG_VARKEYWORDS);
    switch (attribute) {
        case MP_QSTR_co_freevars:
        case MP_QSTR_co_cellvars:
            return shared_names(fun, attribute == MP_QSTR_co_freevars, hidden, parameters);
        case MP_QSTR_co_nlocals:
            return mp_obj_len(load_code(fun, MP_QSTR_co_varnames));
        case MP_QSTR_co_name:
            return MP_OBJ_NEW_QSTR(mpwasm_last_name(mpwasm_function_qualified_name(fun)));
        case MP_QSTR_co_qualname:
            return MP_OBJ_NEW_QSTR(mpwasm_function_qualified_name(fun));
        case MP_QSTR_co_argcount:
            return MP_OBJ_NEW_SMALL_INT(signature.positional - hidden);
        case MP_QSTR_co_posonlyargcount:
            return MP_OBJ_NEW_SMALL_INT(positional_only);
        case MP_QSTR_co_kwonlyargcount:
            return MP_OBJ_NEW_SMALL_INT(signature.keyword);
        case MP_QSTR_co_varnames: { // what is frozen has the parameters alone
            mp_obj_t *own = find_own(fun, MP_QSTR_co_varnames), *stars = own == NULL ? NULL : ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(*own))->items;
            if (signature.flags & MP_SCOPE_FLAG_VARARGS) {
                mp_obj_list_append(names, stars == NULL ? MP_OBJ_NEW_QSTR(MP_QSTR_args) : stars[0]);
            }
            if (signature.flags & MP_SCOPE_FLAG_VARKEYWORDS) {
                mp_obj_list_append(names, stars == NULL ? MP_OBJ_NEW_QSTR(MP_QSTR_kwargs) : stars[1]);
            }
            qstr local;
            for (size_t i = parameters; (local = mpwasm_local_name(fun, i)) != MP_QSTRnull; i++) {
                if (!is_cell(fun, i) && qstr_str(local)[0] != '.' && qstr_str(local)[0] != '\0') {
                    mp_obj_list_append(names, MP_OBJ_NEW_QSTR(local));
                }
            }
            return names_to_tuple(names);
        }
        case MP_QSTR_co_flags:
            return MP_OBJ_NEW_SMALL_INT(3 | (signature.flags & MP_SCOPE_FLAG_VARARGS ? 4 : 0) | (signature.flags & MP_SCOPE_FLAG_VARKEYWORDS ? 8 : 0)
                | (signature.flags & FLAG_ASYNC_GENERATOR ? 0x200 : signature.flags & FLAG_COROUTINE ? 0x80 : signature.flags & MP_SCOPE_FLAG_GENERATOR ? 0x20 : 0));
        case MP_QSTR_co_filename:
            return MP_OBJ_NEW_QSTR(table_name(fun, 0));
        case MP_QSTR_co_firstlineno:
            return MP_OBJ_NEW_SMALL_INT(mpwasm_line_at(signature.lines, signature.lines_end, -1));
        default:
            return MP_OBJ_NULL;
    }
}

static void code_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = load_code(((code_t *)MP_OBJ_TO_PTR(self))->fun, attribute);
    }
}

static void code_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    const mp_obj_fun_bc_t *fun = ((code_t *)MP_OBJ_TO_PTR(self))->fun;
    mp_printf(print, "<code object %q at 0x%p, file \"%q\", line %d>", mpwasm_last_name(mpwasm_function_qualified_name(fun)), fun->bytecode, table_name(fun, 0),
        (int)mp_obj_get_int(load_code(fun, MP_QSTR_co_firstlineno)));
}

static mp_obj_t code_binary_op(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    if (op != MP_BINARY_OP_EQUAL || mp_obj_get_type(left) != mp_obj_get_type(right)) {
        return MP_OBJ_NULL;
    }
    return mp_obj_new_bool(((code_t *)MP_OBJ_TO_PTR(left))->fun->bytecode == ((code_t *)MP_OBJ_TO_PTR(right))->fun->bytecode);
}

// For dir() of the type: code_attr has the values.
static const mp_rom_map_elem_t code_names_table[] = {
    { MP_ROM_QSTR(MP_QSTR_co_argcount), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_cellvars), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_filename), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_firstlineno), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_flags), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_freevars), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_kwonlyargcount), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_name), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_nlocals), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_posonlyargcount), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_qualname), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_co_varnames), MP_ROM_NONE },
};
static MP_DEFINE_CONST_DICT(code_names, code_names_table);

MP_DEFINE_CONST_OBJ_TYPE(mp_type_code, MP_QSTR_code, MP_TYPE_FLAG_NONE, print, code_print, attr, code_attr, binary_op, code_binary_op, locals_dict, &code_names);

static mp_obj_t code_of(const mp_obj_fun_bc_t *fun) {
    code_t *code = mp_obj_malloc(code_t, &mp_type_code);
    code->fun = fun;
    return MP_OBJ_FROM_PTR(code);
}

static mp_obj_t function_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { CODE, GLOBALS, NAME, DEFAULTS, CLOSURE, KWDEFAULTS, PARAMETERS };
    static const mp_arg_t allowed[PARAMETERS] = {
        { MP_QSTR_code, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } }, { MP_QSTR_globals, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } }, { MP_QSTR_name, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_argdefs, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } }, { MP_QSTR_closure, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_kwdefaults, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t given[PARAMETERS];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, PARAMETERS, allowed, given);
    if (!mp_obj_is_type(given[CODE].u_obj, &mp_type_code)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("function() argument 'code' must be code, not %s"), mp_obj_get_type_str(given[CODE].u_obj));
    }
    const mp_obj_fun_bc_t *old = ((code_t *)MP_OBJ_TO_PTR(given[CODE].u_obj))->fun;
    mp_obj_t globals = mpwasm_native_raise(given[GLOBALS].u_obj, &mp_type_dict);
    signature_t signature = signature_of(old);
    size_t count = signature.defaults + ((signature.flags & MP_SCOPE_FLAG_DEFKWARGS) != 0), hidden = 0;
    for (const byte *name = signature.names; hidden < signature.positional && table_name(old, mp_decode_uint(&name)) == MP_QSTR__star_; hidden++) {
    }
    mp_obj_fun_bc_t *fun = mp_obj_malloc_var(mp_obj_fun_bc_t, extra_args, mp_obj_t, count, old->base.type);
    memcpy((char *)fun + sizeof(mp_obj_base_t), (const char *)old + sizeof(mp_obj_base_t), offsetof(mp_obj_fun_bc_t, extra_args) + count * sizeof(mp_obj_t) - sizeof(mp_obj_base_t));
    fun->attributes = MP_OBJ_NULL;
    if (MP_OBJ_FROM_PTR(old->context->module.globals) != globals) {
        mp_module_context_t *context = m_new_obj(mp_module_context_t);
        *context = *old->context;
        context->module.globals = MP_OBJ_TO_PTR(globals);
        fun->context = context;
    }
    set_defaults(fun, MP_QSTR___defaults__, given[DEFAULTS].u_obj);
    set_defaults(fun, MP_QSTR___kwdefaults__, given[KWDEFAULTS].u_obj);
    if (given[NAME].u_obj != mp_const_none) {
        mp_obj_t dest[2] = { MP_OBJ_SENTINEL, given[NAME].u_obj };
        store_attribute(fun, MP_QSTR___name__, dest);
    }
    if (given[CLOSURE].u_obj == mp_const_none && hidden == 0) {
        return MP_OBJ_FROM_PTR(fun);
    }
    size_t cells = 0;
    mp_obj_t *items = NULL;
    if (mp_obj_is_type(given[CLOSURE].u_obj, &mp_type_tuple)) {
        mp_obj_tuple_get(given[CLOSURE].u_obj, &cells, &items);
    }
    bool fits = cells == hidden;
    for (size_t i = 0; i < cells; i++) {
        fits &= mp_obj_is_exact_type(items[i], &mpwasm_type_cell);
    }
    if (!fits) {
        mp_raise_TypeError(MP_ERROR_TEXT("arg 5 (closure) must be a tuple of as many cells as the code has free variables"));
    }
    return mp_obj_new_closure(MP_OBJ_FROM_PTR(fun), cells, items);
}

// --- Closures --------------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    mp_obj_t fun;
    size_t count;
    mp_obj_t cells[];
} closure_t;

static mp_obj_t closure_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    closure_t *closure = MP_OBJ_TO_PTR(self);
    size_t count = closure->count + n_args + 2 * n_kw;
    mp_obj_t few[8], *all = count <= MP_ARRAY_SIZE(few) ? few : m_new(mp_obj_t, count);
    memcpy(all, closure->cells, closure->count * sizeof(mp_obj_t));
    memcpy(all + closure->count, args, (n_args + 2 * n_kw) * sizeof(mp_obj_t));
    mp_obj_t result = mp_call_function_n_kw(closure->fun, closure->count + n_args, n_kw, all);
    if (all != few) {
        m_del(mp_obj_t, all, count);
    }
    return result;
}

static void closure_attr(mp_obj_t self, qstr attribute, mp_obj_t *dest) {
    closure_t *closure = MP_OBJ_TO_PTR(self);
    if (dest[0] == MP_OBJ_NULL && attribute == MP_QSTR___closure__) {
        dest[0] = mp_obj_new_tuple(closure->count, closure->cells);
    } else if (dest[0] == MP_OBJ_NULL && attribute == MP_QSTR___call__) {
        dest[0] = self;
    } else {
        mp_obj_fun_bc_attr(closure->fun, attribute, dest);
    }
}

static void closure_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    print_function(print, ((closure_t *)MP_OBJ_TO_PTR(self))->fun, kind);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_closure,
    MP_QSTR_function,
    MP_TYPE_FLAG_BINDS_SELF | MPWASM_TYPE_FLAG_WRAPS,
    print, closure_print,
    attr, closure_attr,
    call, closure_call
    );

// --- Calls by the VM -------------------------------------------------------------------------------

// What is called by what wraps it, and what comes in front of the arguments.
static mp_obj_t unwrap(mp_obj_t callable, mp_obj_t *own, size_t *count, const mp_obj_t **in_front) {
    if (mp_obj_is_type(callable, &mp_type_closure)) {
        closure_t *closure = MP_OBJ_TO_PTR(callable);
        *count = closure->count;
        *in_front = closure->cells;
        return closure->fun;
    }
    *count = 1;
    *in_front = own;
    return mpwasm_bound_function(callable, own);
}

static inline bool is_wrapper(mp_obj_t callable) {
    return mp_obj_is_type(callable, &mp_type_closure) || mp_obj_is_type(callable, &mp_type_bound_meth);
}

bool mpwasm_is_python_function(mp_obj_t callable) {
    mp_obj_t own;
    size_t count;
    const mp_obj_t *in_front;
    while (is_wrapper(callable)) {
        callable = unwrap(callable, &own, &count, &in_front);
    }
    return mp_obj_is_type(callable, &mp_type_fun_bc);
}

bool mpwasm_is_method(mp_obj_t function) {
    return function != MP_OBJ_NULL && !mp_obj_is_type(function, &mp_type_bound_meth) && mpwasm_is_python_function(function);
}

// Making an instance is calling __init__, where that is all there is to it. The instance takes the class's place on the caller's stack, where
// mpwasm_frame_made finds it.
bool mpwasm_runs_init(mp_obj_t type) {
    return (((mp_obj_type_t *)MP_OBJ_TO_PTR(type))->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && ((class_t *)MP_OBJ_TO_PTR(type))->runs_init;
}

#define FEW_ARGS (32)

mp_code_state_t *mpwasm_prepare_codestate(mp_obj_t callable, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    bool is_plain = mp_obj_is_type(callable, &mp_type_fun_bc), is_prepared = args == mpwasm_prepared_args;
    mpwasm_prepared_args = NULL;
    if (is_plain && !is_prepared) {
        return mpwasm_new_code_state(MP_OBJ_TO_PTR(callable), n_args, n_kw, args);
    }
    mp_cstack_check();
    mp_obj_t function = callable, own, few[FEW_ARGS];
    size_t count = 0, n = n_args + 2 * n_kw;
    const mp_obj_t *in_front = NULL;
    if (mp_obj_is_type(callable, &mp_type_type)) {
        mp_obj_t *place = mpwasm_frame->sp;
        function = ((class_t *)MP_OBJ_TO_PTR(callable))->init_function;
        *place = mpwasm_begin_instance(MP_OBJ_TO_PTR(callable)); // and nowhere in the C stack, where it would be found when it is garbage
        if (!is_prepared && (args == place + 1 || args == place + 2)) { // it lies in front of them
            *((mp_obj_t *)args - 1) = *place;
            return mpwasm_prepare_codestate(function, n_args + 1, n_kw, args - 1);
        }
        count = 1;
        in_front = place;
    } else if (!is_plain) {
        function = unwrap(callable, &own, &count, &in_front);
    }
    mp_obj_t *all = count + n <= FEW_ARGS ? few : m_new(mp_obj_t, count + n);
    if (count != 0) {
        memcpy(all, in_front, count * sizeof(mp_obj_t));
    }
    if (n != 0) {
        memcpy(all + count, args, n * sizeof(mp_obj_t));
    }
    if (is_prepared) {
        mp_pystack_free((void *)args);
    }
    return mpwasm_prepare_codestate(function, count + n_args, n_kw, all);
}

mp_obj_t mp_obj_new_closure(mp_obj_t fun, size_t count, const mp_obj_t *cells) {
    closure_t *closure = mp_obj_malloc_var(closure_t, cells, mp_obj_t, count, &mp_type_closure);
    closure->fun = fun;
    closure->count = count;
    memcpy(closure->cells, cells, count * sizeof(mp_obj_t));
    return MP_OBJ_FROM_PTR(closure);
}

void mpwasm_function_set(mp_obj_t function, qstr attribute, mp_obj_t value) {
    if (mp_obj_is_type(function, &mp_type_closure)) {
        function = ((closure_t *)MP_OBJ_TO_PTR(function))->fun;
    }
    store_own(MP_OBJ_TO_PTR(function), attribute, value); // the compiler sees to it that it is a function
}
