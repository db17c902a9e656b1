// print(), input() and open(): to and from sys.stdout and sys.stdin, whatever a program has put there.
//
// The host's own streams take bytes as they come. Any other object has its write called with each object's text, and with what stands
// between and after them, as CPython does.

#include "py/builtin.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "py/stream.h"

#include "language/print.h"
#include "language/text/text.h"
#include "library/sys/sys.h"

#if MICROPY_PY_SYS_STDFILES

extern struct _mp_dummy_t mp_sys_stdin_obj, mp_sys_stdout_obj;

// One of sys.stdin, stdout and stderr as it is now.
static mp_obj_t stream_of_sys(qstr name) {
    mp_obj_t stream = mpwasm_sys_get(name);
    if (stream == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("lost sys.%q"), name);
    }
    return stream;
}

static bool is_host_stream(mp_obj_t stream) {
    return mp_obj_get_type(stream) == mp_obj_get_type(MP_OBJ_FROM_PTR(&mp_sys_stdout_obj));
}

static void write_object(mp_obj_t write, mp_obj_t object) {
    mp_call_function_1(write, mp_obj_is_str(object) ? object : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_str), object));
}

static void flush(mp_obj_t stream) {
    mp_obj_t method[2];
    mp_load_method(stream, MP_QSTR_flush, method);
    mp_call_method_n_kw(0, 0, method);
}

static void print_to_object(size_t n_args, const mp_obj_t *args, mp_obj_t stream, mp_obj_t sep, mp_obj_t end) {
    mp_obj_t write = mp_load_attr(stream, MP_QSTR_write);
    for (size_t i = 0; i < n_args; i++) {
        if (i > 0) {
            write_object(write, sep);
        }
        write_object(write, args[i]);
    }
    write_object(write, end);
}

#endif

// What a program's own __str__ says is a text first, too.
static void print_one(const mp_print_t *print, mp_obj_t object) {
    #if MICROPY_PY_SYS_STDFILES
    if (mp_obj_is_instance_type(mp_obj_get_type(object))) {
        object = text_repr(object, PRINT_STR);
    }
    if (mp_obj_is_str(object)) {
        object = mpwasm_stdio_text(MP_OBJ_FROM_PTR(print->data), object);
    }
    #endif
    mp_obj_print_helper(print, object, PRINT_STR);
}

static void print_to_host(size_t n_args, const mp_obj_t *args, const mp_print_t *print, mp_obj_t sep, mp_obj_t end) {
    for (size_t i = 0; i < n_args; i++) {
        if (i > 0) {
            print_one(print, sep);
        }
        print_one(print, args[i]);
    }
    print_one(print, end);
}

// sep and end: None is the same as nothing given.
static mp_obj_t text_or(mp_obj_t given, qstr name, qstr default_text) {
    if (given == mp_const_none) {
        return MP_OBJ_NEW_QSTR(default_text);
    }
    if (!mp_obj_is_str(given)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q must be None or a string, not %s"), name, mp_obj_get_type_str(given));
    }
    return given;
}

mp_obj_t mpwasm_print(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    enum { SEP, END, FILE, FLUSH };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_sep, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_end, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_file, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_flush, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_FALSE} },
    };
    mp_arg_val_t given[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(0, NULL, keywords, MP_ARRAY_SIZE(allowed), allowed, given);
    mp_obj_t sep = text_or(given[SEP].u_obj, MP_QSTR_sep, MP_QSTR__space_);
    mp_obj_t end = text_or(given[END].u_obj, MP_QSTR_end, MP_QSTR__0x0a_);
    #if MICROPY_PY_SYS_STDFILES
    mp_obj_t stream = given[FILE].u_obj;
    if (stream == mp_const_none) {
        stream = stream_of_sys(MP_QSTR_stdout);
        if (stream == mp_const_none) { // no output is wanted
            return mp_const_none;
        }
    }
    if (!is_host_stream(stream)) {
        print_to_object(n_args, args, stream, sep, end);
        if (mp_obj_is_true(given[FLUSH].u_obj)) {
            flush(stream);
        }
        return mp_const_none;
    }
    const mp_print_t print = { MP_OBJ_TO_PTR(stream), mp_stream_write_adaptor };
    print_to_host(n_args, args, &print, sep, end);
    #else
    print_to_host(n_args, args, &mp_plat_print, sep, end);
    #endif
    return mp_const_none;
}

#if MICROPY_PY_BUILTINS_INPUT

mp_obj_t mpwasm_input(mp_obj_t prompt) {
    mp_obj_t in = stream_of_sys(MP_QSTR_stdin), out = stream_of_sys(MP_QSTR_stdout);
    if (in == MP_OBJ_FROM_PTR(&mp_sys_stdin_obj) && out == MP_OBJ_FROM_PTR(&mp_sys_stdout_obj)) {
        return MP_OBJ_NULL;
    }
    if (prompt != MP_OBJ_NULL) {
        write_object(mp_load_attr(out, MP_QSTR_write), prompt);
    }
    flush(out);
    mp_obj_t method[2];
    mp_load_method(in, MP_QSTR_readline, method);
    mp_obj_t line = mp_call_method_n_kw(0, 0, method);
    size_t len;
    if (!mp_obj_is_str(line)) {
        mp_raise_TypeError(MP_ERROR_TEXT("object.readline() returned non-string"));
    }
    const char *text = mp_obj_str_get_data(line, &len);
    if (len == 0) {
        mp_raise_msg(&mp_type_EOFError, MP_ERROR_TEXT("EOF when reading a line"));
    }
    return text[len - 1] == '\n' ? mp_obj_new_str(text, len - 1) : line;
}

#endif

#if MPWASM_LIBRARY

// open() is in Python.
static mp_obj_t builtin_open(size_t n_args, const mp_obj_t *args, mp_map_t *keywords) {
    mp_obj_t module = mp_import_name(MP_QSTR__io_files, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_obj_t all[16]; // it takes eight
    size_t n = 0, n_kw = 0;
    if (n_args + keywords->used > 8) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at most %d %sargument%s (%d given)"), "open", 8, "", "s", (int)(n_args + keywords->used));
    }
    if (n_args == 0 && mp_map_lookup(keywords, MP_OBJ_NEW_QSTR(MP_QSTR_file), MP_MAP_LOOKUP) == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() missing required argument '%q' (pos %d)"), "open", MP_QSTR_file, 1);
    }
    for (; n < n_args; n++) {
        all[n] = args[n];
    }
    for (size_t i = 0; i < keywords->alloc; i++) {
        if (mp_map_slot_is_filled(keywords, i)) {
            all[n++] = keywords->table[i].key;
            all[n++] = keywords->table[i].value;
            n_kw++;
        }
    }
    return mp_call_function_n_kw(mp_load_attr(module, MP_QSTR_open), n_args, n_kw, all);
}
MP_DEFINE_CONST_FUN_OBJ_KW(mpwasm_builtin_open_obj, 0, builtin_open);

#endif
