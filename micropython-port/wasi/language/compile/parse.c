// The parser's tools, errors, and its interface: mp_lexer_new and mp_parse, which upstream's code calls.

#include <stdarg.h>
#include <string.h>

#include "py/gc.h"
#include "py/reader.h"
#include "py/runtime.h"
#include "py/unicode.h"

#include "language/compile/parser.h"
#if !MICROPY_DYNAMIC_COMPILER
#include "language/errors/errors.h"
#endif

#define CHUNK_SIZE (512 - sizeof(chunk_t))

// --- Memory ----------------------------------------------------------------------------------------

static void *take_memory(parser_t *p, size_t size) {
    size = (size + 7) & ~(size_t)7;
    if (p->chunks == NULL || p->chunks->size - p->chunks->used < size) {
        size_t room = MAX(size, CHUNK_SIZE);
        chunk_t *chunk = m_malloc0(sizeof(chunk_t) + room);
        *chunk = (chunk_t) { .next = p->chunks, .size = room };
        p->chunks = chunk;
    }
    void *memory = (byte *)p->chunks->data + p->chunks->used;
    p->chunks->used += size;
    return memory;
}

// --- Nodes -----------------------------------------------------------------------------------------

start_t start_here(parser_t *p) {
    token_t *token = token_of(p);
    return (start_t) { token->line, token->start - token->line_start };
}

start_t start_of(const node_t *node) {
    return (start_t) { node->line, node->column };
}

node_t *node_new(parser_t *p, node_kind_t kind, size_t fields, start_t start) {
    node_t *node = take_memory(p, sizeof(node_t) + fields * sizeof(field_t));
    memset(node, 0, sizeof(node_t) + fields * sizeof(field_t));
    node->kind = kind;
    node->line = start.line;
    node->column = MIN(start.column, 65535);
    size_t lines = p->lex.s.last_end_line > start.line ? p->lex.s.last_end_line - start.line : 0;
    node->end_lines = MIN(lines, 65535);
    size_t end_column = p->lex.s.last_end - p->lex.s.last_end_line_start;
    node->end_column = MIN(end_column, 65535);
    return node;
}

node_t *node_1(parser_t *p, node_kind_t kind, start_t start, node_t *a) {
    node_t *node = node_new(p, kind, 1, start);
    FIELD(node, 0) = a;
    return node;
}

node_t *node_2(parser_t *p, node_kind_t kind, start_t start, node_t *a, node_t *b) {
    node_t *node = node_new(p, kind, 2, start);
    FIELD(node, 0) = a;
    FIELD(node, 1) = b;
    return node;
}

node_t *node_3(parser_t *p, node_kind_t kind, start_t start, node_t *a, node_t *b, node_t *c) {
    node_t *node = node_new(p, kind, 3, start);
    FIELD(node, 0) = a;
    FIELD(node, 1) = b;
    FIELD(node, 2) = c;
    return node;
}

node_t *node_const(parser_t *p, start_t start, mp_obj_t object) {
    node_t *node = node_new(p, N_CONST, 1, start);
    node->f[0].object = object;
    return node;
}

place_t node_place(const node_t *node) {
    return (place_t) { node->line, node->line + node->end_lines, node->column, node->end_column };
}

// --- Tokens ----------------------------------------------------------------------------------------

bool take(parser_t *p, token_kind_t kind) {
    if (!at(p, kind)) {
        return false;
    }
    advance(p);
    return true;
}

void expect(parser_t *p, token_kind_t kind) {
    if (!take(p, kind)) {
        if (kind == T_COLON) {
            error_here(p, "expected ':'");
        }
        invalid_syntax(p);
    }
}

bool at_word(parser_t *p, const char *word) {
    token_t *token = token_of(p);
    size_t length = strlen(word);
    return token->kind == T_NAME && (size_t)(token->end - token->start) == length && memcmp(token->start, word, length) == 0;
}

// __x in a class A is _A__x.
static qstr private_name(parser_t *p, const char *name, size_t length) {
    if (p->class_name == MP_QSTRnull || length < 3 || memcmp(name, "__", 2) != 0 || memcmp(name + length - 2, "__", 2) == 0) {
        return qstr_from_strn(name, length);
    }
    const char *class_name = qstr_str(p->class_name);
    while (*class_name == '_') {
        class_name++;
    }
    if (*class_name == '\0') {
        return qstr_from_strn(name, length);
    }
    vstr_t whole;
    vstr_init(&whole, strlen(class_name) + length + 1);
    vstr_add_char(&whole, '_');
    vstr_add_str(&whole, class_name);
    vstr_add_strn(&whole, name, length);
    qstr result = qstr_from_strn(whole.buf, whole.len);
    vstr_clear(&whole);
    return result;
}

qstr take_identifier(parser_t *p) {
    token_t *token = token_of(p);
    if (token->kind != T_NAME) {
        invalid_syntax(p);
    }
    qstr name = private_name(p, token->start, token->end - token->start);
    #if !MICROPY_DYNAMIC_COMPILER
    if (name == MP_QSTR_f_locals || name == MP_QSTR_capture_locals) {
        mpwasm_want_frames();
    }
    #endif
    advance(p);
    return name;
}

bool begins_expression(parser_t *p) {
    switch (token_of(p)->kind) {
        case T_NAME: case T_NUMBER: case T_STRING: case T_FSTRING: case T_LPAR: case T_LBRACKET: case T_LBRACE: case T_ELLIPSIS:
        case T_MINUS: case T_PLUS: case T_TILDE: case K_NOT: case K_LAMBDA: case K_AWAIT: case K_NONE: case K_TRUE: case K_FALSE:
            return true;
        default:
            return false;
    }
}

// --- Errors ----------------------------------------------------------------------------------------

void error_at(const source_t *source, const node_t *node, const char *format, ...) {
    vstr_t message;
    vstr_init(&message, 64);
    va_list arguments;
    va_start(arguments, format);
    vstr_vprintf(&message, format, arguments);
    va_end(arguments);
    syntax_error(source, &mp_type_SyntaxError, node_place(node), "%s", vstr_null_terminated_str(&message));
}

static place_t token_place(const token_t *token) {
    return (place_t) { token->line, token->end_line, token->start - token->line_start, token->end - token->end_line_start };
}

void error_here(parser_t *p, const char *format, ...) {
    vstr_t message;
    vstr_init(&message, 64);
    va_list arguments;
    va_start(arguments, format);
    vstr_vprintf(&message, format, arguments);
    va_end(arguments);
    syntax_error(&p->source, &mp_type_SyntaxError, token_place(token_of(p)), "%s", vstr_null_terminated_str(&message));
}

void error_range(parser_t *p, const node_t *first, const node_t *last, const char *message) {
    place_t place = { first->line, last->line + last->end_lines, first->column, last->end_column };
    syntax_error(&p->source, &mp_type_SyntaxError, place, "%s", message);
}

// What is wrong cannot be said. As in CPython, a parenthesis that stays open in a line before is more likely the mistake.
void invalid_syntax(parser_t *p) {
    token_t token = *token_of(p);
    if (p->lex.s.field != 0 && p->lex.s.level == p->lex.s.field - 1u) {
        error_here(p, p->atom_first ? "f-string: expecting '=', or '!', or ':', or '}'" : "f-string: expecting a valid expression after '{'");
    }
    if (token.kind == T_INDENT) {
        place_t place = token_place(&token);
        place.column = place.end_column > 0 ? place.end_column - 1 : 0;
        syntax_error(&p->source, &mp_type_IndentationError, place, "unexpected indent");
    }
    p->lex.s.scanning = true;
    while (p->lex.s.field == 0 && !at(p, T_END)) { // what is no token further on is told first
        if (at(p, T_FSTRING)) {
            parse_strings(p);
        } else {
            advance(p);
        }
    }
    if (p->lex.s.level > 0 && p->lex.s.field == 0 && token.line > p->lex.open[p->lex.s.level - 1].line) {
        p->lex.s.scanning = false;
        p->lex.s.token.kind = T_COMMA;
        advance(p); // raises
    }
    place_t place = token_place(&token);
    if (token.kind == T_DEDENT || token.kind == T_END) {
        place.end_column = place.column;
    }
    syntax_error(&p->source, &mp_type_SyntaxError, place, "invalid syntax");
}

// --- For upstream's callers ------------------------------------------------------------------------

// Of upstream's lexer only the source's name and the buffer are used: it holds the whole text.
mp_lexer_t *mp_lexer_new(qstr source_name, mp_reader_t reader) {
    mp_lexer_t *lexer = m_new0(mp_lexer_t, 1);
    lexer->source_name = source_name;
    vstr_init(&lexer->vstr, 64);
    mp_uint_t c;
    while ((c = reader.readbyte(reader.data)) != MP_READER_EOF) {
        vstr_add_byte(&lexer->vstr, c);
    }
    reader.close(reader.data);
    return lexer;
}

mp_lexer_t *mp_lexer_new_from_str_len(qstr source_name, const char *text, size_t length, size_t free_length) {
    mp_lexer_t *lexer = m_new0(mp_lexer_t, 1);
    lexer->source_name = source_name;
    vstr_init_fixed_buf(&lexer->vstr, length, (char *)text);
    lexer->vstr.len = length;
    lexer->tok_line = free_length; // this is how much to free in the end
    return lexer;
}

#if MICROPY_READER_POSIX || MICROPY_READER_VFS
MP_WEAK mp_lexer_t *mp_lexer_new_from_file(qstr filename) {
    mp_reader_t reader;
    mp_reader_new_file(&reader, filename);
    return mp_lexer_new(filename, reader);
}
#endif

#if MICROPY_HELPER_LEXER_UNIX
mp_lexer_t *mp_lexer_new_from_fd(qstr filename, int fd, bool close_fd) {
    mp_reader_t reader;
    mp_reader_new_file_from_fd(&reader, fd, close_fd);
    return mp_lexer_new(filename, reader);
}
#endif

void mp_lexer_free(mp_lexer_t *lexer) {
    if (!lexer->vstr.fixed_buf) {
        vstr_clear(&lexer->vstr);
    }
    m_del_obj(mp_lexer_t, lexer);
}

// What is not UTF-8 cannot become strings and names.
static void check_utf8(const source_t *source) {
    const byte *at = (const byte *)source->text, *end = (const byte *)source->end;
    if (utf8_check(at, end - at)) {
        return;
    }
    unsigned line = 1;
    for (;;) {
        size_t length = *at < 0x80 ? 1 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
        if (length > (size_t)(end - at) || !utf8_check(at, length)) {
            break;
        }
        line += *at == '\n';
        at += length;
    }
    mp_obj_t error = mp_obj_new_exception_msg_varg(&mp_type_SyntaxError,
        MP_ERROR_TEXT("Non-UTF-8 code starting with '\\x%02x' on line %u, but no encoding declared; see https://peps.python.org/pep-0263/ for details"),
        *at, line);
    mp_obj_exception_add_traceback(error, source->file, line, MP_QSTRnull);
    nlr_raise(error);
}

bool mpwasm_parse_as_written;

mp_parse_tree_t mp_parse(mp_lexer_t *lexer, mp_parse_input_kind_t input) {
    parser_t *p = m_new0(parser_t, 1); // not on the stack: it is large
    p->as_written = mpwasm_parse_as_written;
    mpwasm_parse_as_written = false;
    p->source = (source_t) { lexer->vstr.buf, lexer->vstr.buf + lexer->vstr.len, lexer->source_name, input == MP_PARSE_EVAL_INPUT };
    check_utf8(&p->source);
    lex_begin(&p->lex, lexer->vstr.buf, lexer->vstr.len, lexer->source_name, input == MP_PARSE_EVAL_INPUT);

    module_t *module = take_memory(p, sizeof(module_t));
    memset(module, 0, sizeof(module_t));
    module->source = p->source;
    module->input = input;
    if (!lexer->vstr.fixed_buf) {
        module->text_to_free = lexer->vstr.buf;
        module->text_length = lexer->vstr.alloc;
    } else if (lexer->tok_line != 0) {
        module->text_to_free = lexer->vstr.buf;
        module->text_length = lexer->tok_line;
    }
    m_del_obj(mp_lexer_t, lexer);

    advance(p);
    if (input == MP_PARSE_EVAL_INPUT) {
        take(p, T_INDENT);
        module->body = parse_star_expressions(p);
        while (take(p, T_NEWLINE) || take(p, T_DEDENT)) {
        }
    } else {
        module->body = parse_statements(p, true);
    }
    if (!at(p, T_END) || (input == MP_PARSE_SINGLE_INPUT && module->body == NULL)) {
        invalid_syntax(p);
    }
    mp_parse_tree_t tree = { .root = (mp_parse_node_t)module, .chunk = (struct _mp_parse_chunk_t *)p->chunks };
    m_del_obj(parser_t, p);
    return tree;
}

void mp_parse_tree_clear(mp_parse_tree_t *tree) {
    module_t *module = (module_t *)tree->root;
    if (module->text_to_free != NULL) {
        m_del(byte, module->text_to_free, module->text_length);
    }
    for (chunk_t *chunk = (chunk_t *)tree->chunk; chunk != NULL;) {
        chunk_t *next = chunk->next;
        m_del(byte, chunk, sizeof(chunk_t) + chunk->size);
        chunk = next;
    }
    tree->chunk = NULL;
}
