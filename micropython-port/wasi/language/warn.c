// Warnings of the interpreter's own go through the module warnings where the program has imported that. Else those of the compiler are printed, others not given.

#include <string.h>

#include "py/builtin.h"
#include "py/runtime.h"

#include "language/errors/hierarchy.h"
#include "language/warn.h"
#include "library/sys/sys.h"

#if MPWASM_LIBRARY

static mp_obj_t warnings_if_loaded(void) {
    mp_map_elem_t *loaded = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map, MP_OBJ_NEW_QSTR(MP_QSTR_warnings), MP_MAP_LOOKUP);
    return loaded != NULL ? loaded->value : MP_OBJ_NULL;
}

void mpwasm_warn(const mp_obj_type_t *category, const char *text) {
    mp_obj_t module = warnings_if_loaded();
    if (module != MP_OBJ_NULL) {
        mp_call_function_2(mp_load_attr(module, MP_QSTR_warn), mp_obj_new_str_from_cstr(text), MP_OBJ_FROM_PTR(category));
    }
}

// Without the module, as its default filters would have it.
static void print_warning(const mp_obj_type_t *category, const char *text, qstr file, size_t line, const char *source, size_t length) {
    vstr_t all;
    mp_print_t print;
    vstr_init_print(&all, 64, &print);
    mp_printf(&print, "%q:%u: %q: %s\n", file, (unsigned)line, (qstr)category->name, text);
    for (; length > 0 && unichar_isspace((byte)*source); length--) {
        source++;
    }
    for (; length > 0 && unichar_isspace((byte)source[length - 1]); length--) {
    }
    if (qstr_str(file)[0] != '<' && length > 0) { // as of a file that can be read
        mp_printf(&print, "  %.*s\n", (int)length, source);
    }
    mpwasm_write_error(&all);
}

void mpwasm_warn_at(const mp_obj_type_t *category, const char *text, qstr file, size_t line, const char *source, size_t length) {
    mp_obj_t module = warnings_if_loaded();
    if (module == MP_OBJ_NULL) {
        print_warning(category, text, file, line, source, length);
        return;
    }
    mp_obj_t args[4] = { mp_obj_new_str_from_cstr(text), MP_OBJ_FROM_PTR(category), MP_OBJ_NEW_QSTR(file), mp_obj_new_int_from_uint(line) };
    mp_call_function_n_kw(mp_load_attr(module, MP_QSTR_warn_explicit), 4, 0, args);
}

#else

void mpwasm_warn(const mp_obj_type_t *category, const char *text) {
    (void)category;
    (void)text;
}

void mpwasm_warn_at(const mp_obj_type_t *category, const char *text, qstr file, size_t line, const char *source, size_t length) {
    (void)category, (void)text, (void)file, (void)line, (void)source, (void)length;
}

#endif
