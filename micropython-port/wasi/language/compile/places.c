// Places in the source for tracebacks. Bytecode knows its lines alone; columns are found when they are asked for, by compiling the text once more:
// that gives the same bytecode, by which a function is recognised, and the node that an instruction was made of (gen_at) is noted.
//
// What is marked in a line, and when, is what CPython's traceback module does (Lib/traceback.py).

#include <string.h>

#include "py/gc.h"
#include "py/runtime.h"

#include "language/compile/gen.h"

#if !MICROPY_DYNAMIC_COMPILER

#include "host/lastvalue.h"
#include "language/compile/places.h"

typedef struct {
    const node_t *node, *operand, *statement;
} candidate_t;

struct _seek_t {
    const source_t *source;
    code_place_t *places;
    size_t count;
    candidate_t *candidates;
};

static struct _seek_t *pending;
bool mpwasm_compiles_again;

seek_t *seek_begin(const source_t *source) {
    seek_t *seek = pending;
    pending = NULL;
    if (seek != NULL) {
        seek->source = source;
    }
    return seek;
}

void seek_note(gen_t *g, const node_t *node, const node_t *operand) {
    size_t place = emit_place(g->emit);
    for (size_t i = 0; i < g->seek->count; i++) {
        if (place <= g->seek->places[i].place) {
            g->seek->candidates[i] = (candidate_t) { node, operand, g->statement };
        }
    }
}

// --- Parts of an expression ------------------------------------------------------------------------

static const char *text_at(const source_t *source, point_t point) {
    const char *at = source->text;
    for (size_t line = 1; line < point.line && at < source->end; at++) {
        line += *at == '\n';
    }
    return (size_t)(source->end - at) < point.column ? source->end : at + point.column;
}

static point_t point_of(const source_t *source, const char *at, point_t from) {
    const char *c = text_at(source, from);
    for (; c < at; c++) {
        from.column++;
        if (*c == '\n') {
            from.line++;
            from.column = 0;
        }
    }
    return from;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// The next character from a point on that counts: comments, and what ends a line that goes on, do not. wanted: that one, or 0 for one that is no
// space and no closing parenthesis.
static const char *find_sign(const source_t *source, point_t from, char wanted) {
    const char *at = text_at(source, from);
    while (at < source->end) {
        if (*at == '#' || *at == '\\') {
            while (at < source->end && *at != '\n') {
                at++;
            }
        } else if (wanted == 0 ? !is_space(*at) && *at != ')' : *at == wanted) {
            break;
        } else {
            at++;
        }
    }
    return at;
}

static point_t begin_of(const node_t *node) {
    return (point_t) { node->line, node->column };
}

static point_t end_of(const node_t *node) {
    return (point_t) { node->line + node->end_lines, node->end_column };
}

static void mark_operator(const source_t *source, code_place_t *place, point_t left, const node_t *right) {
    const char *at = find_sign(source, left, 0);
    point_t begin = point_of(source, at, left), right_begin = begin_of(right);
    bool two = at + 1 < source->end && !is_space(at[1]) && at[1] != '\\' && at[1] != '#'
        && (right_begin.line > begin.line || begin.column + 1 < right_begin.column);
    place->mark = begin;
    place->mark_end = (point_t) { begin.line, begin.column + 1 + two };
}

// An attribute that stands in another line than its object begins at its name.
static void begin_at_name(code_place_t *place, const node_t *attribute) {
    size_t length = strlen(qstr_str(attribute->f[1].name));
    if (attribute->end_lines > 0 && attribute->end_column >= length) {
        place->begin = end_of(attribute);
        place->begin.column -= length;
    }
}

static bool begins_line(const source_t *source, const node_t *statement) {
    const char *at = text_at(source, (point_t) { statement->line, 0 });
    for (size_t i = 0; i < statement->column; i++) {
        if (!is_space(at[i])) {
            return false;
        }
    }
    return true;
}

static bool is_plain(const source_t *source, const node_t *node, const node_t *statement) {
    if (node->kind != N_CALL || statement == NULL || statement->line != node->line || !begins_line(source, statement)) {
        return false;
    }
    if (statement->kind == N_RETURN) {
        return FIELD(statement, 0) == node && FIELD(node, 0)->kind == N_NAME;
    }
    return statement->kind == N_ASSIGN && FIELD(statement, 1) == node && FIELD(statement, 0)->next == NULL && FIELD(statement, 0)->kind == N_NAME;
}

static void describe(const source_t *source, code_place_t *place, const candidate_t *found) {
    const node_t *node = found->node, *operand = found->operand;
    place->found = true;
    place->begin = begin_of(node);
    place->end = end_of(operand != NULL ? operand : node);
    if (node->kind == N_BINARY && operand != NULL) {
        const node_t *left = FIELD(node, 0);
        for (const node_t *at = FIELD(node, 1); at != operand; at = at->next) {
            left = FIELD(at, 0);
        }
        mark_operator(source, place, end_of(left), FIELD(operand, 0));
    } else if (node->kind == N_CALL || node->kind == N_SUBSCRIPT || node->kind == P_CLASS) {
        const node_t *value = FIELD(node, 0);
        place->mark = point_of(source, find_sign(source, end_of(value), node->kind == N_SUBSCRIPT ? '[' : '('), end_of(value));
        place->mark_end = place->end;
        if (node->kind == N_CALL && value->kind == N_ATTRIBUTE) {
            begin_at_name(place, value);
        }
    } else if (node->kind == N_ATTRIBUTE) {
        begin_at_name(place, node);
    }
    place->plain = is_plain(source, node, found->statement) && place->begin.column == node->column;
}

// --- The search ------------------------------------------------------------------------------------

void seek_begin_scope(seek_t *seek) {
    memset(seek->candidates, 0, seek->count * sizeof(candidate_t));
}

void seek_end_scope(gen_t *g) {
    seek_t *seek = g->seek;
    size_t length;
    const byte *code = emit_code(g->emit, &length);
    for (size_t i = 0; i < seek->count; i++) {
        code_place_t *place = &seek->places[i];
        const byte *wanted = place->function->bytecode;
        if (!place->found && seek->candidates[i].node != NULL && gc_nbytes(wanted) >= length && memcmp(code, wanted, length) == 0) {
            describe(seek->source, place, &seek->candidates[i]);
        }
    }
}

static MP_NOINLINE void compile_again(const char *text, size_t length, qstr file, uint8_t keeps_value) {
    mp_parse_tree_t tree = mp_parse(mp_lexer_new_from_str_len(file, text, length, 0), MP_PARSE_FILE_INPUT);
    if (keeps_value) {
        mpwasm_keep_last_value(&tree, keeps_value);
    }
    mp_compile(&tree, file, false);
}

void mpwasm_find_places(const char *text, size_t length, qstr file, uint8_t keeps_value, code_place_t *places, size_t count) {
    nlr_buf_t nlr;
    mpwasm_compiles_again = true;
    if (nlr_push(&nlr) == 0) {
        seek_t seek = { NULL, places, count, m_new0(candidate_t, count) };
        pending = &seek;
        compile_again(text, length, file, keeps_value);
        nlr_pop();
    } // else there is no memory, or the text is another one now
    pending = NULL;
    mpwasm_compiles_again = false;
}

#endif
