// The module sys: upstream's names (py/modsys.c), and what it does not have. They are put into a dict when the interpreter starts, so that
// programs can assign any of them, as they do with stdout, stdin, argv and path.

#include "py/builtin.h"
#include "py/mpstate.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "genhdr/mpversion.h"

#include "language/errors/errors.h"
#include "language/function.h"
#include "language/numbers/numbers.h"
#include "library/sys/sys.h"

// --- Named tuples ----------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    double value;
} float_object_t; // as py/objfloat.c has it

static const float_object_t float_max = { { &mp_type_float }, 1.7976931348623157e308 };
static const float_object_t float_min = { { &mp_type_float }, 2.2250738585072014e-308 };
static const float_object_t float_epsilon = { { &mp_type_float }, 2.220446049250313e-16 };

static const qstr float_info_fields[] = {
    MP_QSTR_max, MP_QSTR_max_exp, MP_QSTR_max_10_exp, MP_QSTR_min, MP_QSTR_min_exp, MP_QSTR_min_10_exp, MP_QSTR_dig, MP_QSTR_mant_dig,
    MP_QSTR_epsilon, MP_QSTR_radix, MP_QSTR_rounds,
};
static MP_DEFINE_ATTRTUPLE(float_info, float_info_fields, 11,
    MP_ROM_PTR(&float_max), MP_ROM_INT(1024), MP_ROM_INT(308), MP_ROM_PTR(&float_min), MP_ROM_INT(-1021), MP_ROM_INT(-307), MP_ROM_INT(15),
    MP_ROM_INT(53), MP_ROM_PTR(&float_epsilon), MP_ROM_INT(2), MP_ROM_INT(1));

static const qstr int_info_fields[] = {
    MP_QSTR_bits_per_digit, MP_QSTR_sizeof_digit, MP_QSTR_default_max_str_digits, MP_QSTR_str_digits_check_threshold,
};
static MP_DEFINE_ATTRTUPLE(int_info, int_info_fields, 4,
    MP_ROM_INT(MPZ_DIG_SIZE), MP_ROM_INT(sizeof(mpz_dig_t)), MP_ROM_INT(4300), MP_ROM_INT(640));

// Nothing is switched on.
static const qstr flags_fields[] = {
    MP_QSTR_debug, MP_QSTR_inspect, MP_QSTR_interactive, MP_QSTR_optimize, MP_QSTR_dont_write_bytecode, MP_QSTR_no_user_site, MP_QSTR_no_site,
    MP_QSTR_ignore_environment, MP_QSTR_verbose, MP_QSTR_bytes_warning, MP_QSTR_quiet, MP_QSTR_hash_randomization, MP_QSTR_isolated,
    MP_QSTR_dev_mode, MP_QSTR_utf8_mode, MP_QSTR_warn_default_encoding, MP_QSTR_safe_path, MP_QSTR_int_max_str_digits,
};
#define NOUGHT MP_ROM_INT(0)
static MP_DEFINE_ATTRTUPLE(flags, flags_fields, 18,
    NOUGHT, NOUGHT, NOUGHT, NOUGHT, MP_ROM_INT(1), NOUGHT, NOUGHT, NOUGHT, NOUGHT, NOUGHT, NOUGHT, NOUGHT, NOUGHT, MP_ROM_FALSE, MP_ROM_INT(1),
    NOUGHT, MP_ROM_FALSE, MP_ROM_INT(4300));

// Hashes are CPython's of 32 bits (language/dict/hash.c). The modulus is no small integer, so this is made when it is asked for.
static mp_obj_t hash_info(void) {
    static const qstr fields[] = {
        MP_QSTR_width, MP_QSTR_modulus, MP_QSTR_inf, MP_QSTR_nan, MP_QSTR_imag, MP_QSTR_algorithm, MP_QSTR_hash_bits, MP_QSTR_seed_bits, MP_QSTR_cutoff,
    };
    mp_obj_t items[] = {
        MP_OBJ_NEW_SMALL_INT(64), mp_obj_new_int_from_ll((INT64_C(1) << 61) - 1), MP_OBJ_NEW_SMALL_INT(314159), MP_OBJ_NEW_SMALL_INT(0),
        MP_OBJ_NEW_SMALL_INT(1000003), MP_OBJ_NEW_QSTR(MP_QSTR_mpwasm), MP_OBJ_NEW_SMALL_INT(32), MP_OBJ_NEW_SMALL_INT(0), MP_OBJ_NEW_SMALL_INT(0),
    };
    return mp_obj_new_attrtuple(fields, MP_ARRAY_SIZE(items), items);
}

// --- Functions -------------------------------------------------------------------------------------

static mp_obj_t get_int_max_str_digits(void) {
    return mp_obj_new_int_from_uint(mpwasm_max_str_digits);
}
static MP_DEFINE_CONST_FUN_OBJ_0(get_int_max_str_digits_obj, get_int_max_str_digits);

static mp_obj_t set_int_max_str_digits(mp_obj_t digits) {
    mp_int_t value = mp_obj_int_get_checked(number_index(digits));
    if (value != 0 && value < 640) {
        mp_raise_ValueError(MP_ERROR_TEXT("maxdigits must be 0 or larger than 640"));
    }
    mpwasm_max_str_digits = value;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_int_max_str_digits_obj, set_int_max_str_digits);

static mp_obj_t getrecursionlimit(void) {
    return mp_obj_new_int_from_uint(mpwasm_recursion_limit());
}
static MP_DEFINE_CONST_FUN_OBJ_0(getrecursionlimit_obj, getrecursionlimit);

static mp_obj_t setrecursionlimit(mp_obj_t limit) {
    mp_int_t value = mp_obj_int_get_checked(number_index(limit));
    if (value < 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("recursion limit must be greater or equal than 1"));
    }
    mpwasm_set_recursion_limit(value);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(setrecursionlimit_obj, setrecursionlimit);

static mp_obj_t exception(void) {
    mp_obj_t current = mpwasm_handled();
    return current == MP_OBJ_NULL ? mp_const_none : current;
}
static MP_DEFINE_CONST_FUN_OBJ_0(exception_obj, exception);

static mp_obj_t exc_info(void) {
    mp_obj_t current = exception(), parts[3] = { current, current, current };
    if (current != mp_const_none) {
        parts[0] = MP_OBJ_FROM_PTR(mp_obj_get_type(current));
        parts[2] = mp_load_attr(current, MP_QSTR___traceback__);
    }
    return mp_obj_new_tuple(3, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_0(exc_info_obj, exc_info);

static mp_obj_t getframe(size_t n_args, const mp_obj_t *args) {
    mp_int_t depth = n_args == 0 ? 0 : mp_obj_get_int(args[0]);
    return mpwasm_get_frame(depth < 0 ? 0 : depth);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(getframe_obj, 0, 1, getframe);

static mp_obj_t utf8(void) {
    return mp_obj_new_str_from_cstr("utf-8");
}
static MP_DEFINE_CONST_FUN_OBJ_0(utf8_obj, utf8);

static mp_obj_t surrogateescape(void) {
    return MP_OBJ_NEW_QSTR(MP_QSTR_surrogateescape);
}
static MP_DEFINE_CONST_FUN_OBJ_0(surrogateescape_obj, surrogateescape);

static mp_obj_t nothing(void) {
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(nothing_obj, nothing);

// Nobody can add a hook that would hear of it.
static mp_obj_t audit(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    mp_obj_str_get_str(args[0]);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(audit_obj, 1, audit);

// As CPython makes an exception of a value: None is nothing, a tuple its arguments, and an exception itself.
static mp_obj_t sys_exit(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0 || args[0] == mp_const_none) {
        n_args = 0;
    } else if (mp_obj_exception_match(args[0], MP_OBJ_FROM_PTR(&mp_type_SystemExit)) && mp_obj_is_exception_instance(args[0])) {
        nlr_raise(args[0]);
    } else if (mp_obj_is_type(args[0], &mp_type_tuple)) {
        mp_obj_tuple_get(args[0], &n_args, (mp_obj_t **)&args);
    }
    nlr_raise(mp_obj_new_exception_args(&mp_type_SystemExit, n_args, args));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_sys_exit_obj, 0, 1, sys_exit);

void mpwasm_write_error(vstr_t *text) {
    mp_obj_t write[3], stream = mpwasm_sys_get(MP_QSTR_stderr);
    if (stream != mp_const_none) {
        mp_load_method(stream, MP_QSTR_write, write);
        write[2] = mp_obj_new_str_from_vstr(text);
        mp_call_method_n_kw(1, 0, write);
    }
}

static mp_obj_t excepthook(mp_obj_t type, mp_obj_t value, mp_obj_t traceback) {
    (void)type;
    (void)traceback;
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 128, &print);
    mp_obj_print_exception(&print, value);
    mpwasm_write_error(&text);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(excepthook_obj, excepthook);

static mp_obj_t displayhook(mp_obj_t value) {
    if (value != mp_const_none) {
        mp_store_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), MP_QSTR__, mp_const_none);
        mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_print_obj), mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_repr_obj), value));
        mp_store_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), MP_QSTR__, value);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(displayhook_obj, displayhook);

mp_obj_t mpwasm_sys_hook(qstr name) {
    mp_obj_t hook = mpwasm_sys_get(name);
    return hook == MP_OBJ_FROM_PTR(&excepthook_obj) || hook == MP_OBJ_FROM_PTR(&displayhook_obj) ? MP_OBJ_NULL : hook;
}

// Threads lose their turn only when they wait. The interval is CPython's, for programs that look at it.
static mp_obj_t getswitchinterval(void) {
    return mp_obj_new_float(MICROPY_FLOAT_CONST(0.005));
}
static MP_DEFINE_CONST_FUN_OBJ_0(getswitchinterval_obj, getswitchinterval);

static mp_obj_t setswitchinterval(mp_obj_t interval) {
    if (!(mp_obj_get_float(interval) > 0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("switch interval must be strictly positive"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(setswitchinterval_obj, setswitchinterval);

static mp_obj_t no(void) {
    return mp_const_false;
}
static MP_DEFINE_CONST_FUN_OBJ_0(no_obj, no);

// --- Attributes ------------------------------------------------------------------------------------

static const MP_DEFINE_STR_OBJ(version, "3.13.5 (" MICROPY_BANNER_NAME_AND_VERSION ")");

static const qstr version_fields[] = { MP_QSTR_major, MP_QSTR_minor, MP_QSTR_micro, MP_QSTR_releaselevel, MP_QSTR_serial };
static MP_DEFINE_ATTRTUPLE(version_info, version_fields, 5, MP_ROM_INT(3), MP_ROM_INT(13), MP_ROM_INT(5), MP_ROM_QSTR(MP_QSTR_final), NOUGHT);

static const mp_rom_map_elem_t more_table[] = {
    { MP_ROM_QSTR(MP_QSTR_abiflags), MP_ROM_QSTR(MP_QSTR_) }, // nothing is installed
    { MP_ROM_QSTR(MP_QSTR_base_exec_prefix), MP_ROM_QSTR(MP_QSTR_) },
    { MP_ROM_QSTR(MP_QSTR_base_prefix), MP_ROM_QSTR(MP_QSTR_) },
    { MP_ROM_QSTR(MP_QSTR_exec_prefix), MP_ROM_QSTR(MP_QSTR_) },
    { MP_ROM_QSTR(MP_QSTR_executable), MP_ROM_QSTR(MP_QSTR_) },
    { MP_ROM_QSTR(MP_QSTR_prefix), MP_ROM_QSTR(MP_QSTR_) },
    { MP_ROM_QSTR(MP_QSTR_platlibdir), MP_ROM_QSTR(MP_QSTR_lib) },
    { MP_ROM_QSTR(MP_QSTR_pycache_prefix), MP_ROM_NONE },
    { MP_ROM_QSTR(MP_QSTR_api_version), MP_ROM_INT(1013) },
    { MP_ROM_QSTR(MP_QSTR_excepthook), MP_ROM_PTR(&excepthook_obj) },
    { MP_ROM_QSTR(MP_QSTR___excepthook__), MP_ROM_PTR(&excepthook_obj) },
    { MP_ROM_QSTR(MP_QSTR_displayhook), MP_ROM_PTR(&displayhook_obj) },
    { MP_ROM_QSTR(MP_QSTR___displayhook__), MP_ROM_PTR(&displayhook_obj) },
    { MP_ROM_QSTR(MP_QSTR__getframe), MP_ROM_PTR(&getframe_obj) },
    { MP_ROM_QSTR(MP_QSTR_dont_write_bytecode), MP_ROM_TRUE },
    { MP_ROM_QSTR(MP_QSTR_exc_info), MP_ROM_PTR(&exc_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_exception), MP_ROM_PTR(&exception_obj) },
    { MP_ROM_QSTR(MP_QSTR_flags), MP_ROM_PTR(&flags) },
    { MP_ROM_QSTR(MP_QSTR_exit), MP_ROM_PTR(&mp_sys_exit_obj) },
    { MP_ROM_QSTR(MP_QSTR_float_info), MP_ROM_PTR(&float_info) },
    { MP_ROM_QSTR(MP_QSTR_float_repr_style), MP_ROM_QSTR(MP_QSTR_short) },
    { MP_ROM_QSTR(MP_QSTR_get_asyncgen_hooks), MP_ROM_PTR(&mpwasm_get_asyncgen_hooks_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_int_max_str_digits), MP_ROM_PTR(&get_int_max_str_digits_obj) },
    { MP_ROM_QSTR(MP_QSTR_getdefaultencoding), MP_ROM_PTR(&utf8_obj) },
    { MP_ROM_QSTR(MP_QSTR_getfilesystemencodeerrors), MP_ROM_PTR(&surrogateescape_obj) },
    { MP_ROM_QSTR(MP_QSTR_getfilesystemencoding), MP_ROM_PTR(&utf8_obj) },
    { MP_ROM_QSTR(MP_QSTR_audit), MP_ROM_PTR(&audit_obj) },
    { MP_ROM_QSTR(MP_QSTR_getprofile), MP_ROM_PTR(&nothing_obj) },
    { MP_ROM_QSTR(MP_QSTR_getrecursionlimit), MP_ROM_PTR(&getrecursionlimit_obj) },
    { MP_ROM_QSTR(MP_QSTR_getswitchinterval), MP_ROM_PTR(&getswitchinterval_obj) },
    { MP_ROM_QSTR(MP_QSTR_gettrace), MP_ROM_PTR(&nothing_obj) },
    { MP_ROM_QSTR(MP_QSTR_hexversion), MP_ROM_INT(0x030d05f0) },
    { MP_ROM_QSTR(MP_QSTR_int_info), MP_ROM_PTR(&int_info) },
    { MP_ROM_QSTR(MP_QSTR_is_finalizing), MP_ROM_PTR(&no_obj) },
    { MP_ROM_QSTR(MP_QSTR_maxunicode), MP_ROM_INT(0x10ffff) },
    { MP_ROM_QSTR(MP_QSTR_set_asyncgen_hooks), MP_ROM_PTR(&mpwasm_set_asyncgen_hooks_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_int_max_str_digits), MP_ROM_PTR(&set_int_max_str_digits_obj) },
    { MP_ROM_QSTR(MP_QSTR_setswitchinterval), MP_ROM_PTR(&setswitchinterval_obj) },
    { MP_ROM_QSTR(MP_QSTR_setrecursionlimit), MP_ROM_PTR(&setrecursionlimit_obj) },
    { MP_ROM_QSTR(MP_QSTR_version), MP_ROM_PTR(&version) },
    { MP_ROM_QSTR(MP_QSTR_version_info), MP_ROM_PTR(&version_info) },
    { MP_ROM_QSTR(MP_QSTR_warnoptions), MP_ROM_PTR(&mp_const_empty_tuple_obj) },
};
static MP_DEFINE_CONST_MAP(more, more_table);

MP_REGISTER_ROOT_POINTER(mp_obj_dict_t mpwasm_sys_globals);

const mp_obj_module_t mp_module_sys = {
    .base = { &mp_type_module },
    .globals = &MP_STATE_VM(mpwasm_sys_globals),
};

MP_REGISTER_MODULE(MP_QSTR_sys, mp_module_sys);

extern const mp_obj_module_t mpwasm_upstream_sys;

void mpwasm_sys_set(qstr name, mp_obj_t value) {
    mp_map_lookup(&MP_STATE_VM(mpwasm_sys_globals).map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
}

static void add_all(const mp_map_t *map) {
    for (size_t i = 0; i < map->used; i++) {
        mpwasm_sys_set(MP_OBJ_QSTR_VALUE(map->table[i].key), map->table[i].value);
    }
}

void mpwasm_sys_init(void) {
    mp_obj_dict_init(&MP_STATE_VM(mpwasm_sys_globals), 72);
    add_all(&mpwasm_upstream_sys.globals->map);
    add_all(&more);
    mpwasm_sys_set(MP_QSTR_hash_info, hash_info());
    mpwasm_sys_set(MP_QSTR_maxsize, mp_obj_new_int_from_ll(INT64_MAX)); // CPython's; what does not fit in memory is a MemoryError long before
    mpwasm_sys_set(MP_QSTR_path, mp_sys_path);
    #if MICROPY_PY_SYS_STDFILES
    mpwasm_sys_set(MP_QSTR___stdin__, mpwasm_sys_get(MP_QSTR_stdin));
    mpwasm_sys_set(MP_QSTR___stdout__, mpwasm_sys_get(MP_QSTR_stdout));
    mpwasm_sys_set(MP_QSTR___stderr__, mpwasm_sys_get(MP_QSTR_stderr));
    #endif
}

mp_obj_t mpwasm_sys_get(qstr name) {
    mp_map_elem_t *found = mp_map_lookup(&MP_STATE_VM(mpwasm_sys_globals).map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return found == NULL ? MP_OBJ_NULL : found->value;
}

void mpwasm_sys_set_path(mp_obj_t list) {
    mp_sys_path = list;
    mpwasm_sys_set(MP_QSTR_path, list);
}

mp_obj_t mpwasm_sys_path(void) {
    mp_obj_t path = mpwasm_sys_get(MP_QSTR_path);
    return path != MP_OBJ_NULL && (mp_obj_is_type(path, &mp_type_list) || mp_obj_is_type(path, &mp_type_tuple)) ? path : mp_const_empty_tuple;
}

#if MICROPY_PY_SYS_STDFILES

void mpwasm_sys_restore_streams(void) {
    static const uint16_t names[] = { MP_QSTR_stdin, MP_QSTR_stdout, MP_QSTR_stderr };
    for (size_t i = 0; i < MP_ARRAY_SIZE(names); i++) {
        mp_obj_t name = MP_OBJ_NEW_QSTR(names[i]);
        mp_map_elem_t *now = mp_map_lookup(&MP_STATE_VM(mpwasm_sys_globals).map, name, MP_MAP_LOOKUP);
        if (now != NULL) { // adding one could raise
            now->value = mp_map_lookup((mp_map_t *)&mpwasm_upstream_sys.globals->map, name, MP_MAP_LOOKUP)->value;
        }
    }
}

#endif
