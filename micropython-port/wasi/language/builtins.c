// Built-in functions that differ from upstream's. This includes upstream's file with those under other names.

#include "py/builtin.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/keywords.h"
#include "language/errors/hierarchy.h"
#include "language/native.h"
#include "language/namespace.h"
#include "language/sum.h"
#include "language/print.h"
#include "language/text/builtins.h"
#include "language/text/codec.h"

#define mp_builtin___build_class__(...) __attribute__((unused)) upstream_build_class(__VA_ARGS__)
#define mp_builtin_bin(...) __attribute__((unused)) upstream_bin(__VA_ARGS__)
#define mp_builtin_chr(...) __attribute__((unused)) upstream_chr(__VA_ARGS__)
#define mp_builtin_dir(...) __attribute__((unused)) upstream_dir(__VA_ARGS__)
#define mp_builtin_hex(...) __attribute__((unused)) upstream_hex(__VA_ARGS__)
#define mp_builtin_oct(...) __attribute__((unused)) upstream_oct(__VA_ARGS__)
#define mp_builtin_ord(...) __attribute__((unused)) upstream_ord(__VA_ARGS__)
#define mp_builtin_input(...) __attribute__((unused)) upstream_input(__VA_ARGS__)
#define mp_builtin_print(...) __attribute__((unused)) upstream_print(__VA_ARGS__)
#define mp_builtin_min(...) __attribute__((unused)) upstream_min(__VA_ARGS__)
#define mp_builtin_max(...) __attribute__((unused)) upstream_max(__VA_ARGS__)
#define mp_builtin_round(...) upstream_round(__VA_ARGS__)
#define mp_builtin_sorted(...) upstream_sorted(__VA_ARGS__)
#define mp_obj_str_get_qstr mpwasm_attribute_name
#define mp_builtin_sum(...) __attribute__((unused)) upstream_sum(__VA_ARGS__)

// What upstream defines so is __build_class__ alone. Ours takes keywords (class/build.c).
#undef MP_DEFINE_CONST_FUN_OBJ_VAR
#define MP_DEFINE_CONST_FUN_OBJ_VAR(name, n_args, function) \
    const mp_obj_fun_builtin_var_t name = { { &mp_type_fun_builtin_var }, MP_OBJ_FUN_MAKE_SIG(n_args, MP_OBJ_FUN_ARGS_MAX, true), .fun.kw = mpwasm_build_class }

mp_obj_t mpwasm_build_class(size_t n_args, const mp_obj_t *args, mp_map_t *kw);
mp_obj_t mpwasm_builtin_dir(size_t n_args, const mp_obj_t *args);

static mp_obj_t (mp_builtin_dir)(size_t n_args, const mp_obj_t *args);
#if MICROPY_PY_BUILTINS_INPUT
static mp_obj_t (mp_builtin_input)(size_t n_args, const mp_obj_t *args);
#endif
static mp_obj_t (mp_builtin_print)(size_t n_args, const mp_obj_t *args, mp_map_t *keywords);
static mp_obj_t (mp_builtin_max)(size_t n_args, const mp_obj_t *args, mp_map_t *keywords);
static mp_obj_t (mp_builtin_min)(size_t n_args, const mp_obj_t *args, mp_map_t *keywords);
static mp_obj_t (mp_builtin_round)(size_t n_args, const mp_obj_t *args);
static mp_obj_t (mp_builtin_sorted)(size_t n_args, const mp_obj_t *args, mp_map_t *keywords);
static mp_obj_t (mp_builtin_sum)(size_t n_args, const mp_obj_t *args);

#if MPWASM_LIBRARY

// open() is in Python (print.c).
#undef mp_builtin_open_obj
#define mp_builtin_open_obj mpwasm_builtin_open_obj

#endif

#define mp_locals_get() ((mp_obj_dict_t *)MP_OBJ_TO_PTR(mpwasm_locals())) // for locals()
#include "py/modbuiltins.c"
#undef mp_locals_get

#undef mp_obj_str_get_qstr
#undef mp_builtin_max
#undef mp_builtin_min

#undef mp_builtin_dir
#undef mp_builtin_input
#undef mp_builtin_print
#undef mp_builtin_round
#undef mp_builtin_sorted
#undef mp_builtin_sum

static mp_obj_t mp_builtin_print(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    return mpwasm_print(n_args, args, keywords);
}

#if MICROPY_PY_BUILTINS_INPUT

// What the program has put in the place of sys.stdin and sys.stdout is used.
static mp_obj_t mp_builtin_input(size_t n_args, const mp_obj_t *args) {
    mp_obj_t line = mpwasm_input(n_args == 0 ? MP_OBJ_NULL : args[0]);
    if (line != MP_OBJ_NULL) {
        return line;
    }
    if (n_args > 0) {
        mp_obj_print(args[0], PRINT_STR);
    }
    vstr_t text;
    vstr_init(&text, 16);
    if (mp_hal_readline(&text, "") == CHAR_CTRL_D && text.len == 0) {
        mp_raise_msg(&mp_type_EOFError, MP_ERROR_TEXT("EOF when reading a line"));
    }
    return mp_obj_new_str_from_vstr(&text);
}

#endif

// Floats are rounded by their decimal digits. Objects of a program's classes are asked, or rounded as the number that they are over.
static mp_obj_t mp_builtin_round(size_t n_args, const mp_obj_t *args) {
    mp_obj_t digits = n_args > 1 ? args[1] : mp_const_none, number = args[0];
    mp_obj_t method[3];
    if (mpwasm_is_instance(number)) {
        if (mpwasm_load_special(number, MP_QSTR___round__, method)) {
            method[2] = digits;
            return mp_call_method_n_kw(n_args - 1, 0, method);
        }
        mp_obj_t native = mpwasm_native(number, &mp_type_float);
        native = native != MP_OBJ_NULL ? native : mpwasm_native(number, &mp_type_int);
        if (native == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type %s doesn't define __round__ method"), mp_obj_get_type_str(number));
        }
        number = native;
    }
    if (mp_obj_is_float(number)) {
        return text_round_float(mp_obj_float_get(number), digits);
    }
    mpwasm_load_of_type(number, MP_QSTR___round__, method);
    if (method[0] != MP_OBJ_NULL) {
        method[2] = digits;
        return mp_call_method_n_kw(n_args - 1, 0, method);
    }
    if (!mp_obj_is_int(number) && !mp_obj_is_bool(number)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type %s doesn't define __round__ method"), mp_obj_get_type_str(number));
    }
    mp_obj_t given[] = { mp_obj_is_bool(number) ? MP_OBJ_NEW_SMALL_INT(number == mp_const_true) : number, digits };
    return upstream_round(digits == mp_const_none ? 1 : 2, given);
}

// The best of some objects, by their keys: the first of those that are alike. relation(key, best key) says that one is better.
static mp_obj_t best_of(mp_binary_op_t relation, const char *name, size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_key, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
        { MP_QSTR_default, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_rom_obj = MP_ROM_PTR(MP_OBJ_NULL) } },
    };
    mp_arg_val_t given[2];
    mp_arg_parse_all(0, NULL, keywords, 2, allowed, given);
    mp_obj_t key_function = given[0].u_obj, best = MP_OBJ_NULL, best_key = MP_OBJ_NULL, item;
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterator = n_args == 1 ? mp_getiter(args[0], &buffer) : MP_OBJ_NULL;
    if (n_args > 1 && given[1].u_obj != MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Cannot specify a default for %s() with multiple positional arguments"), name);
    }
    for (size_t i = 0; n_args == 1 || i < n_args; i++) {
        item = n_args == 1 ? mp_iternext(iterator) : args[i];
        if (item == MP_OBJ_STOP_ITERATION) {
            break;
        }
        mp_obj_t key = key_function == mp_const_none ? item : mp_call_function_1(key_function, item);
        if (best == MP_OBJ_NULL || mp_obj_is_true(mp_binary_op(relation, key, best_key))) {
            best = item;
            best_key = key;
        }
    }
    if (best == MP_OBJ_NULL && given[1].u_obj == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s() iterable argument is empty"), name);
    }
    return best != MP_OBJ_NULL ? best : given[1].u_obj;
}

static mp_obj_t mp_builtin_max(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    return best_of(MP_BINARY_OP_MORE, "max", n_args, args, keywords);
}

static mp_obj_t mp_builtin_min(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    return best_of(MP_BINARY_OP_LESS, "min", n_args, args, keywords);
}

static mp_obj_t mp_builtin_sorted(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    mp_arg_check_num(n_args, keywords->used, 1, 1, true);
    return upstream_sorted(n_args, args, keywords);
}

static mp_obj_t mp_builtin_sum(size_t n_args, const mp_obj_t *args) {
    return mpwasm_sum(args[0], n_args > 1 ? args[1] : MP_OBJ_NEW_SMALL_INT(0));
}

static mp_obj_t mp_builtin_dir(size_t n_args, const mp_obj_t *args) {
    return mpwasm_builtin_dir(n_args, args);
}
