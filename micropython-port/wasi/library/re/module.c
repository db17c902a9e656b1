// The module _re: compiled regular expressions. library/re.py is the module re on top of it.

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

#include "library/re/object.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_re_error);

void re_raise(mp_obj_t pattern, size_t place, const char *message) {
    mp_obj_t error = MP_STATE_VM(mpwasm_re_error);
    mp_obj_t args[] = { mp_obj_new_str_from_cstr(message), pattern, MP_OBJ_NULL };
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(pattern, &buffer, MP_BUFFER_READ);
    args[2] = place == RE_NO_PLACE ? mp_const_none
        : mp_obj_new_int_from_uint(mp_obj_is_str(pattern) ? utf8_charlen(buffer.buf, place) : place);
    if (error == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s"), message);
    }
    nlr_raise(mp_call_function_n_kw(error, 3, 0, args));
}

// --- Searching -------------------------------------------------------------------------------------

// The str or bytes that hold what is searched.
static mp_obj_t source_of(const re_pattern_t *pattern, mp_obj_t string) {
    bool bytes = pattern->program.bytes;
    if (mp_obj_is_str(string)) {
        if (bytes) {
            mp_raise_TypeError(MP_ERROR_TEXT("cannot use a bytes pattern on a string-like object"));
        }
        return string;
    }
    mp_buffer_info_t buffer;
    if (!mp_get_buffer(string, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected string or bytes-like object, got '%s'"), mp_obj_get_type_str(string));
    }
    mp_obj_t native = mp_obj_cast_to_native_base(string, MP_OBJ_FROM_PTR(&mp_type_str));
    if (native != MP_OBJ_NULL && !bytes) {
        return native;
    }
    if (!bytes) {
        mp_raise_TypeError(MP_ERROR_TEXT("cannot use a string pattern on a bytes-like object"));
    }
    // What may change is copied: functions that replace may run in the midst of the search.
    return mp_obj_is_type(string, &mp_type_bytes) ? string : mp_obj_new_bytes(buffer.buf, buffer.len);
}

// A place in characters, as an offset in bytes.
static size_t offset_of(const re_scan_t *scan, size_t len, mp_obj_t place, size_t otherwise) {
    if (place == MP_OBJ_NULL) {
        return otherwise;
    }
    mp_int_t n = mp_obj_get_int_truncated(place);
    if (!mp_obj_is_small_int(place) && mp_obj_is_int(place)) {
        n = mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, place, MP_OBJ_NEW_SMALL_INT(0))) ? 0 : MP_SSIZE_MAX;
    }
    if (n <= 0) {
        return 0;
    }
    if (scan->pattern->program.bytes) {
        return MIN((size_t)n, len);
    }
    const byte *at = scan->text, *end = scan->text + len;
    for (; n > 0 && at < end; n--) {
        at = utf8_next_char(at);
    }
    return at - scan->text;
}

void re_scan_begin(re_scan_t *scan, re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    memset(scan, 0, sizeof(*scan));
    scan->pattern = pattern;
    scan->string = string;
    scan->source = source_of(pattern, string);
    size_t len;
    scan->text = (const byte *)mp_obj_str_get_data(scan->source, &len);
    scan->len = offset_of(scan, len, endpos, len);
    scan->pos = scan->at = offset_of(scan, len, pos, 0);
    scan->over = scan->pos > scan->len;
}

re_match_t *re_scan_next(re_scan_t *scan, bool search, bool full) {
    if (scan->over) {
        return NULL;
    }
    const re_program_t *program = &scan->pattern->program;
    re_subject_t subject = { .text = scan->text, .len = scan->len, .begin = scan->at, .full = full, .not_empty = scan->not_empty };
    re_match_t *match = mp_obj_malloc_var(re_match_t, slots, int32_t, program->groups * 2 + 1, &re_type_match);
    if (!re_match(program, &subject, search, match->slots)) {
        scan->over = true;
        return NULL;
    }
    match->scan = *scan;
    if (!program->bytes) { // so that the places of many matches are found in one pass over the text
        size_t begin = match->slots[0];
        scan->known_char += utf8_charlen(scan->text + scan->known_byte, begin - scan->known_byte);
        scan->known_byte = begin;
        match->scan.known_byte = scan->known_byte;
        match->scan.known_char = scan->known_char;
    }
    scan->at = match->slots[1];
    scan->not_empty = match->slots[0] == match->slots[1];
    return match;
}

static mp_obj_t or_none(re_match_t *match) {
    return match == NULL ? mp_const_none : MP_OBJ_FROM_PTR(match);
}

static re_pattern_t *begin_from_args(re_scan_t *scan, size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_pos, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_endpos, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    re_pattern_t *self = MP_OBJ_TO_PTR(args[0]);
    re_scan_begin(scan, self, parsed[0].u_obj, parsed[1].u_obj, parsed[2].u_obj);
    return self;
}

static mp_obj_t pattern_match(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    re_scan_t scan;
    begin_from_args(&scan, n_args, args, kw_args);
    return or_none(re_scan_next(&scan, false, false));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_match_obj, 1, pattern_match);

static mp_obj_t pattern_fullmatch(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    re_scan_t scan;
    begin_from_args(&scan, n_args, args, kw_args);
    return or_none(re_scan_next(&scan, false, true));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_fullmatch_obj, 1, pattern_fullmatch);

static mp_obj_t pattern_search(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    re_scan_t scan;
    begin_from_args(&scan, n_args, args, kw_args);
    return or_none(re_scan_next(&scan, true, false));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_search_obj, 1, pattern_search);

// What findall gives for a match: the text, the only group, or a tuple of the groups.
static mp_obj_t found(const re_match_t *match) {
    size_t groups = match->scan.pattern->program.groups;
    mp_obj_t empty = re_slice(&match->scan, 0, 0);
    if (groups <= 2) {
        return re_match_group(match, groups - 1, empty);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(groups - 1, NULL));
    for (size_t i = 1; i < groups; i++) {
        tuple->items[i - 1] = empty;
    }
    for (size_t i = 1; i < groups; i++) {
        tuple->items[i - 1] = re_match_group(match, i, empty);
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static mp_obj_t pattern_findall(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    re_scan_t scan;
    begin_from_args(&scan, n_args, args, kw_args);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    re_match_t *match;
    while ((match = re_scan_next(&scan, true, false)) != NULL) {
        mp_obj_list_append(list, found(match));
    }
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_findall_obj, 1, pattern_findall);

// --- Iterators and scanners ------------------------------------------------------------------------

typedef struct _scanner_t {
    mp_obj_base_t base;
    re_scan_t scan;
} scanner_t;

static mp_obj_t finder_next(mp_obj_t self_in) {
    scanner_t *self = MP_OBJ_TO_PTR(self_in);
    re_match_t *match = re_scan_next(&self->scan, true, false);
    return match == NULL ? MP_OBJ_STOP_ITERATION : MP_OBJ_FROM_PTR(match);
}

static MP_DEFINE_CONST_OBJ_TYPE(finder_type, MP_QSTR_callable_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, finder_next);

static mp_obj_t scanner_match(mp_obj_t self_in) {
    scanner_t *self = MP_OBJ_TO_PTR(self_in);
    return or_none(re_scan_next(&self->scan, false, false));
}
static MP_DEFINE_CONST_FUN_OBJ_1(scanner_match_obj, scanner_match);

static mp_obj_t scanner_search(mp_obj_t self_in) {
    scanner_t *self = MP_OBJ_TO_PTR(self_in);
    return or_none(re_scan_next(&self->scan, true, false));
}
static MP_DEFINE_CONST_FUN_OBJ_1(scanner_search_obj, scanner_search);

static void scanner_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_pattern) {
        dest[0] = MP_OBJ_FROM_PTR(((scanner_t *)MP_OBJ_TO_PTR(self_in))->scan.pattern);
    } else if (dest[0] == MP_OBJ_NULL) {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t scanner_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&scanner_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&scanner_search_obj) },
};
static MP_DEFINE_CONST_DICT(scanner_locals, scanner_locals_table);
static MP_DEFINE_CONST_OBJ_TYPE(scanner_type, MP_QSTR_SRE_Scanner, MP_TYPE_FLAG_NONE, attr, scanner_attr, locals_dict, &scanner_locals);

static mp_obj_t new_scanner(const mp_obj_type_t *type, size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    scanner_t *scanner = mp_obj_malloc(scanner_t, type);
    begin_from_args(&scanner->scan, n_args, args, kw_args);
    return MP_OBJ_FROM_PTR(scanner);
}

static mp_obj_t pattern_finditer(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    return new_scanner(&finder_type, n_args, args, kw_args);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_finditer_obj, 1, pattern_finditer);

static mp_obj_t pattern_scanner(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    return new_scanner(&scanner_type, n_args, args, kw_args);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_scanner_obj, 1, pattern_scanner);

// --- Splitting and replacing -----------------------------------------------------------------------

static mp_obj_t pattern_split(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_maxsplit, MP_ARG_INT, { .u_int = 0 } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    re_scan_t scan;
    re_pattern_t *self = MP_OBJ_TO_PTR(args[0]);
    re_scan_begin(&scan, self, parsed[0].u_obj, MP_OBJ_NULL, MP_OBJ_NULL);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    size_t copied = 0;
    re_match_t *match;
    for (mp_int_t n = 0; (parsed[1].u_int <= 0 || n < parsed[1].u_int) && (match = re_scan_next(&scan, true, false)) != NULL; n++) {
        mp_obj_list_append(list, re_slice(&scan, copied, match->slots[0]));
        for (size_t group = 1; group < self->program.groups; group++) {
            mp_obj_list_append(list, re_match_group(match, group, mp_const_none));
        }
        copied = match->slots[1];
    }
    mp_obj_list_append(list, re_slice(&scan, copied, scan.len));
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_split_obj, 1, pattern_split);

static mp_obj_t substitute(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args, size_t *made) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_repl, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_string, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_count, MP_ARG_INT, { .u_int = 0 } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, parsed);
    return re_replace(MP_OBJ_TO_PTR(args[0]), parsed[0].u_obj, parsed[1].u_obj, parsed[2].u_int, made);
}

static mp_obj_t pattern_sub(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    size_t made;
    return substitute(n_args, args, kw_args, &made);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_sub_obj, 1, pattern_sub);

static mp_obj_t pattern_subn(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    size_t made;
    mp_obj_t items[2] = { substitute(n_args, args, kw_args, &made), MP_OBJ_NULL };
    items[1] = mp_obj_new_int_from_uint(made);
    return mp_obj_new_tuple(2, items);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_subn_obj, 1, pattern_subn);

// --- Patterns --------------------------------------------------------------------------------------

static mp_obj_t pattern_copy(size_t n_args, const mp_obj_t *args) {
    return args[0]; // patterns do not change
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(pattern_copy_obj, 1, 2, pattern_copy);

static void pattern_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const re_pattern_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR_pattern:
            dest[0] = self->pattern;
            break;
        case MP_QSTR_flags:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->program.flags);
            break;
        case MP_QSTR_groups:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->program.groups - 1);
            break;
        case MP_QSTR_groupindex:
            dest[0] = mp_obj_dict_copy(self->group_index);
            break;
        default:
            dest[1] = MP_OBJ_SENTINEL; // a method
    }
}

static mp_obj_t pattern_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const re_pattern_t *self = MP_OBJ_TO_PTR(self_in);
    return op == MP_UNARY_OP_HASH ? mp_unary_op(op, self->pattern) : MP_OBJ_NULL;
}

static mp_obj_t pattern_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op != MP_BINARY_OP_EQUAL || !mp_obj_is_type(rhs, &re_type_pattern)) {
        return MP_OBJ_NULL;
    }
    const re_pattern_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    return mp_obj_new_bool(a->program.flags == b->program.flags && a->program.bytes == b->program.bytes && mp_obj_equal(a->pattern, b->pattern));
}

static void pattern_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    static const struct { uint16_t flag; const char *name; } names[] = {
        { RE_IGNORECASE, "re.IGNORECASE" }, { RE_LOCALE, "re.LOCALE" }, { RE_MULTILINE, "re.MULTILINE" }, { RE_DOTALL, "re.DOTALL" },
        { RE_UNICODE, "re.UNICODE" }, { RE_VERBOSE, "re.VERBOSE" }, { RE_DEBUG, "re.DEBUG" }, { RE_ASCII, "re.ASCII" },
    };
    const re_pattern_t *self = MP_OBJ_TO_PTR(self_in);
    uint32_t flags = self->program.flags;
    if (!self->program.bytes && (flags & (RE_LOCALE | RE_UNICODE | RE_ASCII)) == RE_UNICODE) {
        flags &= ~RE_UNICODE;
    }
    vstr_t text;
    mp_print_t text_print;
    vstr_init_print(&text, 64, &text_print);
    mp_obj_print_helper(&text_print, self->pattern, PRINT_REPR);
    mp_printf(print, "re.compile(%.*s", (int)MIN(text.len, 200), text.buf);
    const char *separator = ", ";
    for (size_t i = 0; i < MP_ARRAY_SIZE(names); i++) {
        if (flags & names[i].flag) {
            mp_printf(print, "%s%s", separator, names[i].name);
            separator = "|";
        }
    }
    mp_print_str(print, ")");
}

static const mp_rom_map_elem_t pattern_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&pattern_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&pattern_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&pattern_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&pattern_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&pattern_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_scanner), MP_ROM_PTR(&pattern_scanner_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&pattern_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&pattern_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&pattern_subn_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&pattern_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&pattern_copy_obj) },
};
static MP_DEFINE_CONST_DICT(pattern_locals, pattern_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    re_type_pattern, MP_QSTR_Pattern, MP_TYPE_FLAG_NONE,
    print, pattern_print, attr, pattern_attr, unary_op, pattern_unary_op, binary_op, pattern_binary_op, locals_dict, &pattern_locals
    );

// --- The module ------------------------------------------------------------------------------------

// compile(pattern, flags): pattern is a str or bytes.
static mp_obj_t re_compile(mp_obj_t text, mp_obj_t flags) {
    bool is_str = mp_obj_is_str(text);
    if (!is_str && !mp_obj_is_type(text, &mp_type_bytes)) {
        mp_raise_TypeError(MP_ERROR_TEXT("first argument must be string or compiled pattern"));
    }
    size_t len;
    const byte *data = (const byte *)mp_obj_str_get_data(text, &len);
    re_pattern_t *pattern = mp_obj_malloc(re_pattern_t, &re_type_pattern);
    memset(&pattern->program, 0, sizeof(pattern->program));
    pattern->pattern = text;
    pattern->group_index = mp_obj_new_dict(0);
    pattern->program.flags = mp_obj_get_int(flags) & 0x1ff;
    pattern->program.bytes = !is_str;
    re_parse(&pattern->program, text, data, len, pattern->group_index);
    return MP_OBJ_FROM_PTR(pattern);
}
static MP_DEFINE_CONST_FUN_OBJ_2(re_compile_obj, re_compile);

// template(pattern, text): raises what is wrong with a template for replacements.
static mp_obj_t re_check_template(mp_obj_t pattern, mp_obj_t template) {
    if (!mp_obj_is_type(pattern, &re_type_pattern)) {
        mp_raise_TypeError(MP_ERROR_TEXT("expected a pattern"));
    }
    return re_template(MP_OBJ_TO_PTR(pattern), template);
}
static MP_DEFINE_CONST_FUN_OBJ_2(re_check_template_obj, re_check_template);

// set_error(class): the class of errors, called with a message, the pattern and the place.
static mp_obj_t re_set_error(mp_obj_t class) {
    MP_STATE_VM(mpwasm_re_error) = class;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(re_set_error_obj, re_set_error);

static const mp_rom_map_elem_t re_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__re) },
    { MP_ROM_QSTR(MP_QSTR_compile), MP_ROM_PTR(&re_compile_obj) },
    { MP_ROM_QSTR(MP_QSTR_template), MP_ROM_PTR(&re_check_template_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_error), MP_ROM_PTR(&re_set_error_obj) },
    { MP_ROM_QSTR(MP_QSTR_Pattern), MP_ROM_PTR(&re_type_pattern) },
    { MP_ROM_QSTR(MP_QSTR_Match), MP_ROM_PTR(&re_type_match) },
};
static MP_DEFINE_CONST_DICT(re_globals, re_globals_table);

const mp_obj_module_t mpwasm_module_re = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&re_globals };
MP_REGISTER_MODULE(MP_QSTR__re, mpwasm_module_re);

#endif
