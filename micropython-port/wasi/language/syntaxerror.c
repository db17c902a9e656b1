// SyntaxErrors: their attributes, and how they are shown.

#include <string.h>

#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/syntaxerror.h"

static const mp_obj_tuple_t *details_of(const mp_obj_exception_t *exception) {
    mp_obj_t details = exception->args->items[1];
    return MP_OBJ_TO_PTR(details);
}

bool mpwasm_is_syntax_error(const mp_obj_exception_t *exception) {
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(exception->base.type), MP_OBJ_FROM_PTR(&mp_type_SyntaxError)) || exception->args->len != 2
        || !mp_obj_is_type(exception->args->items[1], &mp_type_tuple)) {
        return false;
    }
    size_t length = details_of(exception)->len;
    return length == 4 || length == 6;
}

// The line without its indentation, and carets below the place.
static void print_line(const mp_print_t *print, const mp_obj_tuple_t *details) {
    if (!mp_obj_is_str(details->items[3]) || !mp_obj_is_small_int(details->items[2])) {
        return;
    }
    size_t length, indent = 0, first = MP_OBJ_SMALL_INT_VALUE(details->items[2]), last = first;
    const char *text = mp_obj_str_get_data(details->items[3], &length);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
        length--;
    }
    for (; indent < length && (text[indent] == ' ' || text[indent] == '\f'); indent++) {
    }
    mp_printf(print, "    %.*s\n", (int)(length - indent), text + indent);
    if (first <= indent || first > length + 1) { // what is wrong is the indentation
        return;
    }
    if (details->len == 6 && details->items[4] == details->items[1] && mp_obj_is_small_int(details->items[5])) {
        last = MP_OBJ_SMALL_INT_VALUE(details->items[5]);
    } else if (details->len == 6 && mp_obj_is_small_int(details->items[4])) {
        last = utf8_charlen((const byte *)text, length) + 1; // it goes on in another line
    }
    mp_print_str(print, "    ");
    const byte *at = (const byte *)text + indent, *end = (const byte *)text + length;
    for (size_t column = indent + 1; column < first; column++) {
        mp_print_str(print, at < end && *at == '\t' ? "\t" : " ");
        at = at < end ? utf8_next_char(at) : end;
    }
    size_t carets = last > first ? last - first : 1;
    for (size_t i = 0; i < MIN(carets, length + 1); i++) {
        mp_print_str(print, "^");
    }
    mp_print_str(print, "\n");
}

void mpwasm_syntax_error_print_place(const mp_print_t *print, const mp_obj_exception_t *exception) {
    const mp_obj_tuple_t *details = details_of(exception);
    mp_print_str(print, "  File \"");
    if (mp_obj_is_str(details->items[0])) {
        mp_obj_print_helper(print, details->items[0], PRINT_STR);
    } else {
        mp_print_str(print, "<string>");
    }
    mp_print_str(print, "\", line ");
    mp_obj_print_helper(print, details->items[1], PRINT_STR);
    mp_print_str(print, "\n");
    print_line(print, details);
}

void mpwasm_syntax_error_print(const mp_print_t *print, const mp_obj_exception_t *exception) {
    const mp_obj_tuple_t *details = details_of(exception);
    mp_obj_print_helper(print, exception->args->items[0], PRINT_STR);
    mp_print_str(print, " (");
    if (mp_obj_is_str(details->items[0])) {
        const char *file = mp_obj_str_get_str(details->items[0]), *slash = strrchr(file, '/');
        mp_printf(print, "%s, ", slash != NULL ? slash + 1 : file);
    }
    mp_print_str(print, "line ");
    mp_obj_print_helper(print, details->items[1], PRINT_STR);
    mp_print_str(print, ")");
}
