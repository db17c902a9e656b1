// Exceptions as they are printed when nobody catches them: causes and contexts, frames with their source, notes, groups. Laid out as CPython's
// traceback module does, without the carets under parts of a line.

#include <string.h>

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/objlist.h"
#include "py/reader.h"
#include "py/runtime.h"
#include "py/cstack.h"

#include "language/errors/carets.h"
#include "language/errors/errors.h"
#include "library/sys/sys.h"
#include "language/errors/groups.h"
#include "language/errors/print.h"
#include "language/native.h"
#include "language/syntaxerror.h"

#define REPEATS_SHOWN (3)  // of a frame that recurs
#define GROUP_WIDTH (15)   // exceptions of a group that are shown
#define GROUP_DEPTH (10)   // groups in groups that are shown
#define CHAIN_LONGEST (64) // causes and contexts that are shown

// --- Source ----------------------------------------------------------------------------------------

// The program that runs: its functions know its module's context.
static struct {
    const char *source;
    size_t length;
    const mp_module_context_t *context;
    qstr file;
    uint8_t keeps_value;
} program;

void mpwasm_program_source(const char *source, size_t length, mp_obj_t function, uint8_t keeps_value) {
    program.keeps_value = keeps_value;
    program.source = source;
    program.length = length;
    program.context = NULL;
    if (source != NULL && mp_obj_is_type(function, &mp_type_fun_bc)) {
        const mp_obj_fun_bc_t *module = MP_OBJ_TO_PTR(function);
        program.context = module->context;
        program.file = mpwasm_code_file(module);
    }
}

static bool program_line(vstr_t *text, size_t line) {
    const char *at = program.source, *end = at + program.length;
    for (; at != NULL && at < end && line > 1; line--) {
        const char *next = memchr(at, '\n', end - at);
        at = next == NULL ? end : next + 1;
    }
    if (at == NULL || at >= end) {
        return false;
    }
    const char *newline = memchr(at, '\n', end - at);
    vstr_add_strn(text, at, (newline == NULL ? end : newline) - at);
    return true;
}

#if MICROPY_READER_VFS

static bool read_line(vstr_t *text, qstr file, size_t line) {
    mp_reader_t reader;
    nlr_buf_t nlr;
    bool opened = false;
    if (nlr_push(&nlr) == 0) {
        mp_reader_new_file(&reader, file);
        opened = true;
        mp_uint_t c = 0;
        while (line > 0 && (c = reader.readbyte(reader.data)) != MP_READER_EOF) {
            if (c == '\n') {
                line--;
            } else if (line == 1) {
                vstr_add_byte(text, c);
            }
        }
        nlr_pop();
        line -= line == 1 && text->len > 0;
    }
    if (opened) {
        reader.close(reader.data);
    }
    return opened && line == 0;
}

#else

static bool read_line(vstr_t *text, qstr file, size_t line) {
    (void)text, (void)file, (void)line;
    return false;
}

#endif

bool mpwasm_source_line(vstr_t *text, const mp_obj_fun_bc_t *function, size_t line) {
    if (line == 0) {
        return false;
    }
    if (program.context != NULL && function->context == program.context) {
        return program_line(text, line);
    }
    qstr file = mpwasm_code_file(function);
    if (gc_nbytes(function->bytecode) == 0 || qstr_str(file)[0] == '<' || file == program.file) { // frozen, no file, or an older program of that name
        return false;
    }
    return read_line(text, file, line);
}

bool mpwasm_source_of(vstr_t *text, mp_obj_t name, size_t line) {
    qstr file = mp_obj_str_get_qstr(name);
    if (program.source != NULL && program.context != NULL && file == program.file) {
        return program_line(text, line);
    }
    return qstr_str(file)[0] != '<' && read_line(text, file, line);
}

// --- Places ----------------------------------------------------------------------------------------

#if MICROPY_READER_VFS

static bool read_all(vstr_t *text, qstr file) {
    mp_reader_t reader;
    nlr_buf_t nlr;
    bool opened = false, done = false;
    if (nlr_push(&nlr) == 0) {
        mp_reader_new_file(&reader, file);
        opened = true;
        for (mp_uint_t c; (c = reader.readbyte(reader.data)) != MP_READER_EOF;) {
            vstr_add_byte(text, c);
        }
        done = true;
        nlr_pop();
    }
    if (opened) {
        reader.close(reader.data);
    }
    return done;
}

#else

static bool read_all(vstr_t *text, qstr file) {
    (void)text, (void)file;
    return false;
}

#endif

// Each file once.
static void look_up_places(code_place_t *places, size_t count) {
    bool looked = false;
    for (size_t i = 0; i < count; i++) {
        const mp_obj_fun_bc_t *function = places[i].function;
        qstr file = mpwasm_code_file(function);
        if (program.context != NULL && function->context == program.context) {
            if (!looked) {
                mpwasm_find_places(program.source, program.length, file, program.keeps_value, places, count);
            }
            looked = true;
            continue;
        }
        bool seen = gc_nbytes(function->bytecode) == 0 || qstr_str(file)[0] == '<' || file == program.file;
        for (size_t j = 0; j < i && !seen; j++) {
            seen = mpwasm_code_file(places[j].function) == file;
        }
        if (!seen) {
            vstr_t text;
            vstr_init(&text, 1024);
            if (read_all(&text, file)) {
                mpwasm_find_places(text.buf, text.len, file, false, places, count);
            }
            vstr_clear(&text);
        }
    }
}

// --- Indented output -------------------------------------------------------------------------------

// Puts a margin in front of each line. What is printed for a group is deeper.
typedef struct {
    const mp_print_t *to;
    bool begins; // a line
    size_t depth; // of groups
    bool open;    // a group's last exception is printed, and the rule below it is to come
} margin_t;

static void put_margin(margin_t *margin, const char *mark) {
    for (size_t i = 0; i < 2 * margin->depth - (margin->depth > 0 ? 2 : 0); i++) {
        mp_print_str(margin->to, " ");
    }
    if (margin->depth > 0) {
        mp_print_str(margin->to, "  ");
        mp_print_str(margin->to, mark);
    }
}

static void margin_write(void *data, const char *text, size_t length) {
    margin_t *margin = data;
    while (length > 0) {
        const char *newline = memchr(text, '\n', length);
        size_t part = newline == NULL ? length : (size_t)(newline - text) + 1;
        if (margin->begins) {
            put_margin(margin, "| ");
        }
        margin->to->print_strn(margin->to->data, text, part);
        margin->begins = newline != NULL;
        text += part;
        length -= part;
    }
}

// --- Frames ----------------------------------------------------------------------------------------

static void print_repeats(const mp_print_t *print, size_t count) {
    if (count > REPEATS_SHOWN) {
        count -= REPEATS_SHOWN;
        mp_printf(print, "  [Previous line repeated %u more time%s]\n", (unsigned)count, count == 1 ? "" : "s");
    }
}

// sys.tracebacklimit: so many frames are shown, from the outermost on; as it is from the start (1000) all are, since those that recur are counted.
static size_t frames_shown(void) {
    #if MICROPY_PY_SYS_TRACEBACKLIMIT
    mp_obj_t limit = mpwasm_sys_get(MP_QSTR_tracebacklimit);
    mp_int_t most = mp_obj_is_small_int(limit) ? MP_OBJ_SMALL_INT_VALUE(limit) : 1000;
    return most == 1000 ? SIZE_MAX : (size_t)MAX(most, 0);
    #else
    return SIZE_MAX;
    #endif
}

#define MOST_PLACES (100)

bool mpwasm_is_comprehension(const mp_obj_fun_bc_t *function) {
    qstr name = mpwasm_code_name(function);
    return name == MP_QSTR__lt_listcomp_gt_ || name == MP_QSTR__lt_setcomp_gt_ || name == MP_QSTR__lt_dictcomp_gt_;
}

static traceback_t *next_of(const traceback_t *at) {
    return at->next == MP_OBJ_NULL || at->next == mp_const_none ? NULL : MP_OBJ_TO_PTR(at->next);
}

// Where the frames of a traceback are, each place once.
static code_place_t *places_of(const traceback_t *first, size_t shown, size_t *count) {
    code_place_t *places = m_new_maybe(code_place_t, MOST_PLACES);
    *count = 0;
    for (const traceback_t *at = first; places != NULL && at != NULL && shown > 0 && *count < MOST_PLACES; at = next_of(at), shown--) {
        size_t i = 0;
        while (i < *count && (places[i].function->bytecode != at->function->bytecode || places[i].place != at->place)) {
            i++;
        }
        if (i == *count) {
            places[(*count)++] = (code_place_t) { .function = at->function, .place = at->place };
        }
    }
    look_up_places(places, *count);
    return places;
}

static const code_place_t *find_place(const code_place_t *places, size_t count, const traceback_t *at) {
    for (size_t i = 0; i < count; i++) {
        if (places[i].function->bytecode == at->function->bytecode && places[i].place == at->place) {
            return &places[i];
        }
    }
    return NULL;
}

mp_obj_t mpwasm_traceback_rows(mp_obj_t traceback) {
    mp_obj_t rows = mp_obj_new_list(0, NULL);
    const traceback_t *at = MP_OBJ_TO_PTR(traceback);
    size_t count;
    code_place_t *places = places_of(at, SIZE_MAX, &count);
    for (const mp_obj_fun_bc_t *owner = NULL; at != NULL; at = next_of(at)) {
        owner = owner == NULL ? at->function : owner;
        if (next_of(at) != NULL && mpwasm_is_comprehension(next_of(at)->function)) {
            continue;
        }
        const code_place_t *place = find_place(places, count, at);
        size_t line = mpwasm_code_line(at->function, at->place);
        vstr_t text;
        mp_print_t print;
        vstr_init_print(&text, 64, &print);
        mpwasm_print_code(&print, at->function, line, place);
        bool known = place != NULL && place->found;
        mp_obj_t row[] = {
            MP_OBJ_FROM_PTR(at), MP_OBJ_NEW_QSTR(mpwasm_code_name(owner)), mp_obj_new_int_from_uint(line), mp_obj_new_int_from_uint(known ? place->end.line : line),
            known ? mp_obj_new_int_from_uint(place->begin.column) : mp_const_none, known ? mp_obj_new_int_from_uint(place->end.column) : mp_const_none,
            mp_obj_new_str_from_utf8_vstr(&text),
        };
        mp_obj_list_append(rows, mp_obj_new_tuple(MP_ARRAY_SIZE(row), row));
        owner = NULL;
    }
    return rows;
}

// The frames of a traceback, without the line above them.
static void print_traceback(const mp_print_t *print, mp_obj_t traceback) {
    const mp_obj_fun_bc_t *last = NULL;
    size_t last_line = 0, count = 0, shown = frames_shown(), places_count;
    const traceback_t *at = traceback == MP_OBJ_NULL || traceback == mp_const_none ? NULL : MP_OBJ_TO_PTR(traceback);
    code_place_t *places = places_of(at, shown, &places_count);
    for (const mp_obj_fun_bc_t *owner = NULL; shown > 0 && at != NULL; shown--, at = next_of(at)) {
        const traceback_t *next = next_of(at);
        owner = owner == NULL ? at->function : owner;
        if (next != NULL && mpwasm_is_comprehension(next->function)) {
            continue;
        }
        size_t line = mpwasm_code_line(at->function, at->place);
        if (last == NULL || at->function->bytecode != last->bytecode || line != last_line) {
            print_repeats(print, count);
            last = at->function;
            last_line = line;
            count = 0;
        }
        if (++count <= REPEATS_SHOWN) {
            mp_printf(print, "  File \"%q\", line %d, in %q\n", mpwasm_code_file(at->function), (int)line, mpwasm_code_name(owner));
            mpwasm_print_code(print, at->function, line, find_place(places, places_count, at));
        }
        owner = NULL;
    }
    print_repeats(print, count);
}

// --- One exception ---------------------------------------------------------------------------------

static mp_obj_t attribute(mp_obj_t object, qstr name) {
    mp_obj_t found[2];
    mp_load_method_protected(object, name, found, true);
    return found[0];
}

// module.Class, as other modules call it.
static void print_type(const mp_print_t *print, mp_obj_t exception) {
    mp_obj_t type = MP_OBJ_FROM_PTR(mp_obj_get_type(exception));
    mp_obj_t module = attribute(type, MP_QSTR___module__), name = attribute(type, MP_QSTR___qualname__);
    if (module != MP_OBJ_NULL && mp_obj_is_str(module) && module != MP_OBJ_NEW_QSTR(MP_QSTR___main__) && module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
        mp_obj_print_helper(print, module, PRINT_STR);
        mp_print_str(print, ".");
    }
    if (name != MP_OBJ_NULL && mp_obj_is_str(name)) {
        mp_obj_print_helper(print, name, PRINT_STR);
        return;
    }
    mp_printf(print, "%q", (qstr)((const mp_obj_type_t *)MP_OBJ_TO_PTR(type))->name);
}

void mpwasm_text_or(vstr_t *text, mp_obj_t object, mp_print_kind_t kind, const char *otherwise) {
    mp_print_t print = { text, (mp_print_strn_t)vstr_add_strn };
    size_t length = text->len;
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_print_helper(&print, object, kind);
        nlr_pop();
        return;
    }
    text->len = length;
    if (mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_MemoryError))) {
        nlr_jump(nlr.ret_val);
    }
    vstr_add_str(text, otherwise);
}

static void print_text(const mp_print_t *print, const vstr_t *text) {
    print->print_strn(print->data, text->buf, text->len);
}

static void print_notes(const mp_print_t *print, mp_obj_t exception) {
    mp_obj_t notes = attribute(exception, MP_QSTR___notes__), list;
    if (notes == MP_OBJ_NULL || notes == mp_const_none) {
        return;
    }
    vstr_t text;
    vstr_init(&text, 32);
    list = mpwasm_native(notes, &mp_type_list);
    if (list == MP_OBJ_NULL) {
        list = mpwasm_native(notes, &mp_type_tuple);
    }
    if (list == MP_OBJ_NULL) {
        mpwasm_text_or(&text, notes, PRINT_REPR, "<__notes__ repr() failed>");
        vstr_add_byte(&text, '\n');
    }
    for (size_t i = 0, count = 1; list != MP_OBJ_NULL && i < count; i++) {
        mp_obj_t *items;
        mp_obj_get_array(list, &count, &items);
        if (i < count) {
            mpwasm_text_or(&text, items[i], PRINT_STR, "<note str() failed>");
            vstr_add_byte(&text, '\n');
        }
    }
    print_text(print, &text);
}

void mpwasm_print_only(const mp_print_t *print, mp_obj_t exception) {
    const mp_obj_exception_t *native = mpwasm_exception_maybe(exception);
    vstr_t text;
    vstr_init(&text, 64);
    if (native != NULL && mpwasm_is_syntax_error(native)) {
        mpwasm_syntax_error_print_place(print, native);
        mpwasm_text_or(&text, mp_obj_exception_get_value(exception), PRINT_STR, "");
    } else {
        mpwasm_text_or(&text, exception, PRINT_STR, "<exception str() failed>");
    }
    print_type(print, exception);
    if (text.len > 0) {
        mp_print_str(print, ": ");
        print_text(print, &text);
    }
    if (native != NULL) {
        mpwasm_print_suggestion(print, exception);
    }
    mp_print_str(print, "\n");
    vstr_clear(&text);
    print_notes(print, exception);
}

// --- Groups ----------------------------------------------------------------------------------------

static void print_chain(margin_t *margin, mp_obj_t exception);

static void print_rule(margin_t *margin, size_t number, size_t count) {
    put_margin(margin, "");
    if (number == 0) {
        mp_print_str(margin->to, "+-+---------------- 1 ----------------\n");
        return;
    }
    mp_print_str(margin->to, "  +---------------- ");
    if (number < count) {
        mp_printf(margin->to, "%u", (unsigned)number + 1);
    } else {
        mp_print_str(margin->to, "...");
    }
    mp_print_str(margin->to, " ----------------\n");
}

static void print_group(margin_t *margin, mp_obj_t group) {
    const mp_obj_tuple_t *items = mpwasm_group_items(group);
    mp_print_t print = { margin, margin_write };
    if (margin->depth > GROUP_DEPTH) {
        mp_printf(&print, "... (max_group_depth is %d)\n", GROUP_DEPTH);
        return;
    }
    bool more = items->len > GROUP_WIDTH;
    size_t count = more ? GROUP_WIDTH : items->len;
    for (size_t i = 0; i < count + more; i++) {
        margin->open |= i + 1 == count + more;
        print_rule(margin, i, count);
        margin->depth++;
        margin->begins = true;
        if (i < count) {
            print_chain(margin, items->items[i]);
        } else {
            size_t rest = items->len - count;
            mp_printf(&print, "and %u more exception%s\n", (unsigned)rest, rest == 1 ? "" : "s");
        }
        margin->depth--;
    }
    if (margin->open) { // one for all groups that end here
        margin->depth++;
        put_margin(margin, "");
        margin->depth--;
        mp_print_str(margin->to, "+------------------------------------\n");
        margin->open = false;
    }
}

// --- Chains ----------------------------------------------------------------------------------------

static void print_one(margin_t *margin, mp_obj_t exception) {
    const mp_obj_exception_t *native = mpwasm_exception_maybe(exception);
    bool is_group = mpwasm_is_group(exception), outermost = is_group && margin->depth == 0;
    mp_print_t print = { margin, margin_write };
    margin->depth += outermost;
    if (native != NULL && native->traceback != MP_OBJ_NULL && frames_shown() > 0) {
        if (outermost) {
            mp_print_str(margin->to, "  + ");
            margin->begins = false;
        }
        mp_print_str(&print, is_group ? "Exception Group Traceback (most recent call last):\n" : "Traceback (most recent call last):\n");
        print_traceback(&print, native->traceback);
    }
    mpwasm_print_only(&print, exception);
    if (is_group) {
        print_group(margin, exception);
    }
    margin->depth -= outermost;
}

// What an exception comes from, and which words are said of it; MP_OBJ_NULL for nothing.
static mp_obj_t origin_of(mp_obj_t exception, const char **words) {
    const mp_obj_exception_t *native = mpwasm_exception_maybe(exception);
    if (native == NULL) {
        return MP_OBJ_NULL;
    }
    *words = native->cause != MP_OBJ_NULL ? "\nThe above exception was the direct cause of the following exception:\n\n"
        : "\nDuring handling of the above exception, another exception occurred:\n\n";
    return native->cause != MP_OBJ_NULL ? native->cause : native->suppress ? MP_OBJ_NULL : native->context;
}

// The innermost comes first. A long chain begins in its midst, a circle is gone through once.
static void print_chain(margin_t *margin, mp_obj_t exception) {
    mp_obj_t chain[CHAIN_LONGEST];
    const char *words[CHAIN_LONGEST];
    size_t count = 0;
    mp_cstack_check();
    for (mp_obj_t at = exception; at != MP_OBJ_NULL && count < CHAIN_LONGEST; count++) {
        chain[count] = at;
        at = origin_of(at, &words[count]);
        for (size_t i = 0; i <= count && at != MP_OBJ_NULL; i++) {
            at = chain[i] == at ? MP_OBJ_NULL : at;
        }
    }
    mp_print_t print = { margin, margin_write };
    while (count-- > 0) {
        print_one(margin, chain[count]);
        if (count > 0) {
            mp_print_str(&print, words[count - 1]);
        }
    }
}

void mp_obj_print_exception(const mp_print_t *to, mp_obj_t exception) {
    margin_t margin = { to, true, 0, false };
    print_chain(&margin, exception);
}

void mpwasm_print_unchained(const mp_print_t *to, mp_obj_t exception) {
    margin_t margin = { to, true, 0, false };
    print_one(&margin, exception);
}
