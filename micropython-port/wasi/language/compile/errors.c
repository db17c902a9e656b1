// Syntax errors: SyntaxError(message, (file, line, column, text, end line, end column)), as in CPython. Columns count characters from 1.

#include <stdarg.h>

#include "py/objexcept.h"
#include "py/runtime.h"

#include "language/compile/gen.h"
#include "language/errors/hierarchy.h"
#include "language/warn.h"

static const char *line_begin(const source_t *source, size_t line) {
    const char *c = source->text;
    while (line > 1 && c < source->end) {
        char end = *c++;
        if (end == '\r' && c < source->end && *c == '\n') {
            continue;
        }
        line -= end == '\n' || end == '\r';
    }
    return c;
}

static const char *line_end(const source_t *source, const char *c) {
    while (c < source->end && *c != '\n' && *c != '\r') {
        c++;
    }
    return c;
}

static mp_obj_t column_number(const source_t *source, size_t line, size_t column) {
    const char *begin = line_begin(source, line), *end = line_end(source, begin);
    size_t extra = begin + column > end ? begin + column - end : 0; // behind the line
    return MP_OBJ_NEW_SMALL_INT(1 + utf8_charlen((const byte *)begin, column - extra) + extra);
}

#if MICROPY_DYNAMIC_COMPILER
void compile_warning(const source_t *source, size_t line, size_t column, const char *format, ...) {
    (void)source;
    (void)line;
    (void)column;
    (void)format;
}
#else
void compile_warning(const source_t *source, size_t line, size_t column, const char *format, ...) {
    if (mpwasm_compiles_again) {
        return;
    }
    vstr_t message;
    vstr_init(&message, 64);
    va_list arguments;
    va_start(arguments, format);
    vstr_vprintf(&message, format, arguments);
    va_end(arguments);
    const char *text = vstr_null_terminated_str(&message);
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        const char *begin = line_begin(source, line);
        mpwasm_warn_at(&mp_type_SyntaxWarning, text, source->file, line, begin, line_end(source, begin) - begin);
        nlr_pop();
        return;
    }
    if (!mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_SyntaxWarning))) {
        nlr_jump(nlr.ret_val);
    }
    syntax_error(source, &mp_type_SyntaxError, (place_t) { line, line, column, column + 1 }, "%s", text);
}
#endif

void syntax_error(const source_t *source, const mp_obj_type_t *type, place_t place, const char *format, ...) {
    vstr_t message;
    vstr_init(&message, 64);
    va_list arguments;
    va_start(arguments, format);
    vstr_vprintf(&message, format, arguments);
    va_end(arguments);
    mp_obj_t text = mp_obj_new_str_from_utf8_vstr(&message);
    #if MICROPY_DYNAMIC_COMPILER
    mp_obj_t exception = mp_obj_new_exception_arg1(type, text);
    #else
    const char *begin = line_begin(source, place.line), *end;
    if (begin == source->end && place.line > 1) { // the source's end is told behind its last line
        place.end_line = --place.line;
        begin = line_begin(source, place.line);
        place.column = place.end_column = line_end(source, begin) - begin;
    }
    end = line_end(source, begin);
    vstr_t line;
    vstr_init(&line, end - begin + 1);
    vstr_add_strn(&line, begin, end - begin);
    if (end < source->end || !source->is_expression) {
        vstr_add_byte(&line, '\n');
    }
    mp_obj_t details[6] = {
        MP_OBJ_NEW_QSTR(source->file), MP_OBJ_NEW_SMALL_INT(place.line), column_number(source, place.line, place.column),
        mp_obj_new_str_from_vstr(&line), MP_OBJ_NEW_SMALL_INT(place.end_line), column_number(source, place.end_line, place.end_column),
    };
    mp_obj_t both[2] = { text, mp_obj_new_tuple(6, details) };
    mp_obj_t exception = mp_obj_exception_make_new(type, 2, 0, both);
    #endif
    mp_obj_exception_add_traceback(exception, source->file, place.line, MP_QSTRnull);
    nlr_raise(exception);
}
