// Exceptions as the host gets them.

#include <string.h>

#include "py/mpprint.h"
#include "py/objexcept.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "report.h"
#include "value.h"

static void text_of_qstr(vstr_t *out, qstr q) {
    size_t len;
    const byte *data = qstr_data(q, &len);
    mpwasm_cbor_text(out, (const char *)data, len);
}

static void key(vstr_t *out, const char *name) {
    mpwasm_cbor_text(out, name, strlen(name));
}

static qstr type_name(mp_obj_t exception) {
    return mp_obj_get_type(exception)->name;
}

// Traceback entries are triples of file, line and block, the innermost first.
static size_t line_in(mp_obj_t exception, qstr program) {
    size_t n, *entries;
    mp_obj_exception_get_traceback(exception, &n, &entries);
    for (size_t i = 0; i + 2 < n; i += 3) {
        if (entries[i] == program) {
            return entries[i + 1];
        }
    }
    return 0;
}

void mpwasm_report_exception(vstr_t *out, mp_obj_t exception, qstr program) {
    mpwasm_cbor_map(out, 4);
    key(out, "type");
    text_of_qstr(out, type_name(exception));

    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    mp_obj_print_helper(&print, exception, PRINT_STR);
    key(out, "message");
    mpwasm_cbor_text(out, text.buf, text.len);

    vstr_reset(&text);
    mp_obj_print_exception(&print, exception);
    key(out, "traceback");
    mpwasm_cbor_text(out, text.buf, text.len);
    vstr_clear(&text);

    key(out, "line");
    mpwasm_value_encode(out, MP_OBJ_NEW_SMALL_INT(line_in(exception, program)));
}

void mpwasm_report_type(vstr_t *out, mp_obj_t exception) {
    static const char *const empty[] = { "message", "traceback" };
    mpwasm_cbor_map(out, 4);
    key(out, "type");
    text_of_qstr(out, type_name(exception));
    for (size_t i = 0; i < MP_ARRAY_SIZE(empty); i++) {
        key(out, empty[i]);
        key(out, "");
    }
    key(out, "line");
    mpwasm_value_encode(out, MP_OBJ_NEW_SMALL_INT(0));
}

int mpwasm_exit_status(mp_obj_t system_exit) {
    mp_obj_t value = mp_obj_exception_get_value(system_exit);
    if (value == mp_const_none) {
        return 0;
    }
    if (mp_obj_is_int(value)) {
        return mp_obj_get_int_truncated(value); // no more than the low bits reach a process's status
    }
    mp_obj_print_helper(&mp_stderr_print, value, PRINT_STR);
    mp_print_str(&mp_stderr_print, "\n");
    return 1;
}
