// Exceptions as the host gets them.

#include <string.h>

#include "py/mpprint.h"
#include "py/objexcept.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "host/report.h"
#include "host/value.h"
#include "language/errors/errors.h"
#include "language/errors/print.h"
#include "language/syntaxerror.h"

static void key(vstr_t *out, const char *name) {
    mpwasm_cbor_text(out, name, strlen(name));
}

// The name of the exception's class, cut to at most max bytes.
static void type_name(vstr_t *out, mp_obj_t exception, size_t max) {
    size_t len;
    const byte *name = qstr_data(mp_obj_get_type(exception)->name, &len);
    key(out, "type");
    mpwasm_cbor_text(out, (const char *)name, len < max ? len : max);
}

// The innermost line in the program, or that of a SyntaxError; 0 if there is none. A call by the host is of no program, and the function called
// stands first.
static mp_obj_t line_in(mp_obj_t exception, qstr program) {
    const mp_obj_exception_t *native = mpwasm_exception(exception);
    mp_obj_t line = MP_OBJ_NEW_SMALL_INT(0);
    if (native != NULL && mpwasm_is_syntax_error(native) && mp_obj_equal(mpwasm_field_load(native, MP_QSTR_filename), MP_OBJ_NEW_QSTR(program))) {
        return mpwasm_field_load(native, MP_QSTR_lineno);
    }
    for (mp_obj_t at = native == NULL ? MP_OBJ_NULL : native->traceback; at != MP_OBJ_NULL; at = ((traceback_t *)MP_OBJ_TO_PTR(at))->next) {
        const traceback_t *entry = MP_OBJ_TO_PTR(at);
        program = program == MP_QSTRnull ? mpwasm_code_file(entry->function) : program;
        if (mpwasm_code_file(entry->function) == program) {
            line = MP_OBJ_NEW_SMALL_INT(mpwasm_code_line(entry->function, entry->place));
        }
    }
    return line;
}

#define FRAMES_REPORTED (100)

// The frames of the traceback, the innermost last: at most so many, those farthest in.
static void frames(vstr_t *out, mp_obj_t exception) {
    const mp_obj_exception_t *native = mpwasm_exception(exception);
    mp_obj_t first = native == NULL || native->traceback == mp_const_none ? MP_OBJ_NULL : native->traceback;
    size_t count = 0;
    for (mp_obj_t at = first; at != MP_OBJ_NULL; at = ((traceback_t *)MP_OBJ_TO_PTR(at))->next) {
        count++;
    }
    key(out, "frames");
    mpwasm_cbor_array(out, MIN(count, FRAMES_REPORTED));
    for (mp_obj_t at = first; at != MP_OBJ_NULL; at = ((traceback_t *)MP_OBJ_TO_PTR(at))->next) {
        const traceback_t *entry = MP_OBJ_TO_PTR(at);
        if (count-- > FRAMES_REPORTED) {
            continue;
        }
        mpwasm_cbor_map(out, 3);
        key(out, "file");
        key(out, qstr_str(mpwasm_code_file(entry->function)));
        key(out, "line");
        mpwasm_value_encode(out, MP_OBJ_NEW_SMALL_INT(mpwasm_code_line(entry->function, entry->place)));
        key(out, "function");
        key(out, qstr_str(mpwasm_code_name(entry->function)));
    }
}

static void print_to(void *env, const char *text, size_t len) {
    vstr_add_strn(env, text, len);
}

void mpwasm_report_exception(vstr_t *out, vstr_t *scratch, mp_obj_t exception, qstr program) {
    mp_print_t print = { scratch, print_to };
    mpwasm_cbor_map(out, 5);
    type_name(out, exception, SIZE_MAX);

    vstr_reset(scratch);
    bool is_syntax_error = mp_obj_is_native_exception_instance(exception) && mpwasm_is_syntax_error(MP_OBJ_TO_PTR(exception));
    mpwasm_text_or(scratch, is_syntax_error ? mp_obj_exception_get_value(exception) : exception, PRINT_STR, "<exception str() failed>"); // file and line are told apart
    key(out, "message");
    mpwasm_cbor_text(out, scratch->buf, scratch->len);

    vstr_reset(scratch);
    mp_obj_print_exception(&print, exception);
    key(out, "traceback");
    mpwasm_cbor_text(out, scratch->buf, scratch->len);

    key(out, "line");
    mpwasm_value_encode(out, line_in(exception, program));
    frames(out, exception);
}

void mpwasm_report_type(vstr_t *out, mp_obj_t exception) {
    static const char *const empty[] = { "message", "traceback" };
    mpwasm_cbor_map(out, 5);
    type_name(out, exception, MPWASM_REPORT_TYPE_BYTES - 64); // the rest of the map takes less than 64
    for (size_t i = 0; i < MP_ARRAY_SIZE(empty); i++) {
        key(out, empty[i]);
        key(out, "");
    }
    key(out, "line");
    mpwasm_value_encode(out, MP_OBJ_NEW_SMALL_INT(0));
    key(out, "frames");
    mpwasm_cbor_array(out, 0);
}

int mpwasm_exit_status(mp_obj_t system_exit) {
    mp_obj_t value = mp_obj_exception_get_value(system_exit);
    if (value == mp_const_none) {
        return 0;
    }
    if (mp_obj_is_bool(value)) {
        return value == mp_const_true;
    }
    if (mp_obj_is_small_int(value)) {
        return MP_OBJ_SMALL_INT_VALUE(value);
    }
    if (mp_obj_is_int(value)) {
        return -1; // beyond what a process's status holds: CPython's answer
    }
    mp_obj_print_helper(&mp_stderr_print, value, PRINT_STR);
    mp_print_str(&mp_stderr_print, "\n");
    return 1;
}
