// The module _traceback: what the module traceback (library/python/traceback.py) is built on, so that exceptions look the same however
// they are printed.

#include "py/mpconfig.h"

#if MPWASM_LIBRARY

#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/groups.h"
#include "language/errors/print.h"

static mp_obj_t text_of(void (*print_it)(const mp_print_t *, mp_obj_t), mp_obj_t object) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 128, &print);
    print_it(&print, object);
    return mp_obj_new_str_from_utf8_vstr(&text);
}

// The whole text, with what it comes from (chain true) or without.
static mp_obj_t format(mp_obj_t exception, mp_obj_t chain) {
    return text_of(mp_obj_is_true(chain) ? mp_obj_print_exception : mpwasm_print_unchained, exception);
}
static MP_DEFINE_CONST_FUN_OBJ_2(format_obj, format);

// The type and the text, and notes.
static mp_obj_t format_only(mp_obj_t exception) {
    return text_of(mpwasm_print_only, exception);
}
static MP_DEFINE_CONST_FUN_OBJ_1(format_only_obj, format_only);

// A line of a file or of the program; "" if it is not at hand.
static mp_obj_t line(mp_obj_t file, mp_obj_t number) {
    vstr_t text;
    vstr_init(&text, 64);
    mp_int_t n = mp_obj_get_int(number);
    if (n < 1 || !mpwasm_source_of(&text, file, n)) {
        return MP_OBJ_NEW_QSTR(MP_QSTR_);
    }
    vstr_add_byte(&text, '\n');
    return mp_obj_new_str_from_utf8_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(line_obj, line);

// The line of a frame's or traceback's code, without the end; None if it is not at hand.
static mp_obj_t source(mp_obj_t object, mp_obj_t number) {
    vstr_t text;
    vstr_init(&text, 64);
    const mp_obj_fun_bc_t *function = mpwasm_frame_function(object);
    mp_int_t n = mp_obj_get_int(number);
    if (function == NULL || n < 1 || !mpwasm_source_line(&text, function, n)) {
        return mp_const_none;
    }
    return mp_obj_new_str_from_utf8_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(source_obj, source);

static mp_obj_t rows(mp_obj_t traceback) {
    if (!mp_obj_is_type(traceback, &mpwasm_type_traceback)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected traceback object, got '%s'"), mp_obj_get_type_str(traceback));
    }
    return mpwasm_traceback_rows(traceback);
}
static MP_DEFINE_CONST_FUN_OBJ_1(rows_obj, rows);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__traceback) },
    { MP_ROM_QSTR(MP_QSTR_format), MP_ROM_PTR(&format_obj) },
    { MP_ROM_QSTR(MP_QSTR_format_only), MP_ROM_PTR(&format_only_obj) },
    { MP_ROM_QSTR(MP_QSTR_line), MP_ROM_PTR(&line_obj) },
    { MP_ROM_QSTR(MP_QSTR_rows), MP_ROM_PTR(&rows_obj) },
    { MP_ROM_QSTR(MP_QSTR_source), MP_ROM_PTR(&source_obj) },
    { MP_ROM_QSTR(MP_QSTR_TracebackType), MP_ROM_PTR(&mpwasm_type_traceback) },
    { MP_ROM_QSTR(MP_QSTR_FrameType), MP_ROM_PTR(&mpwasm_type_frame) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_traceback = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&globals,
};

MP_REGISTER_MODULE(MP_QSTR__traceback, mpwasm_module_traceback);

#endif
