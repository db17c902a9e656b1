// Literals: numbers, strings, f-strings.

#include <string.h>

#include "py/objstr.h"
#include "py/parsenum.h"
#include "py/runtime.h"

#include "language/compile/parser.h"
#include "language/numbers/numbers.h"

// --- Numbers ---------------------------------------------------------------------------------------

node_t *parse_number(parser_t *p) {
    token_t token = *token_of(p);
    start_t start = start_here(p);
    vstr_t digits;
    vstr_init(&digits, token.end - token.start + 1);
    bool is_float = false;
    bool based = token.end - token.start > 1 && token.start[0] == '0' && (token.start[1] | 0x20) >= 'a' && (token.start[1] | 0x20) != 'e' && (token.start[1] | 0x20) != 'j';
    for (const char *c = token.start; c < token.end; c++) {
        if (*c != '_') {
            vstr_add_byte(&digits, *c);
        }
        is_float |= !based && (*c == '.' || (*c | 0x20) == 'e' || (*c | 0x20) == 'j');
    }
    #if !MICROPY_DYNAMIC_COMPILER // which has no limit
    if (!is_float && !based && mpwasm_max_str_digits != 0 && digits.len > mpwasm_max_str_digits) {
        error_here(p, TOO_MANY_DIGITS " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
            (unsigned)mpwasm_max_str_digits, (unsigned)digits.len);
    }
    #endif
    advance(p);
    mp_obj_t value;
    if (is_float) {
        value = mp_parse_num_decimal(digits.buf, digits.len, true, false, NULL);
    } else {
        value = mp_parse_num_integer(digits.buf, digits.len, 0, NULL);
    }
    vstr_clear(&digits);
    return node_const(p, start, value);
}

// --- Escapes ---------------------------------------------------------------------------------------

typedef struct {
    parser_t *p;
    vstr_t text;        // of the literal at hand
    bool raw, is_bytes;
    token_t first;      // for errors
    const char *body;   // the text that is being read, likewise
} literal_t;

static MP_NORETURN void escape_error(literal_t *literal, const char *message) {
    place_t place = { literal->first.line, literal->first.end_line, literal->first.start - literal->first.line_start, literal->first.end - literal->first.end_line_start };
    syntax_error(&literal->p->source, &mp_type_SyntaxError, place, "%s", message);
}

// What is wrong with the escape from start to end.
static MP_NORETURN void unicode_error(literal_t *literal, const char *start, const char *end, const char *problem) {
    vstr_t message;
    vstr_init(&message, 96);
    vstr_printf(&message, "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s", (unsigned)(start - literal->body), (unsigned)(end - 1 - literal->body), problem);
    escape_error(literal, vstr_null_terminated_str(&message));
}

static void add_character(literal_t *literal, unichar c) {
    if (literal->is_bytes) {
        vstr_add_byte(&literal->text, c);
    } else {
        vstr_add_char(&literal->text, c);
    }
}

static const char *add_hex(literal_t *literal, const char *c, const char *end, char letter) {
    const char *start = c - 2;
    size_t most = letter == 'x' ? 2 : letter == 'u' ? 4 : 8, count = 0;
    unichar value = 0;
    for (; count < most && c < end && unichar_isxdigit((byte)*c); count++, c++) {
        value = value << 4 | unichar_xdigit_value(*c);
    }
    if (count < most && literal->is_bytes) {
        vstr_t message;
        vstr_init(&message, 48);
        vstr_printf(&message, "(value error) invalid \\x escape at position %u", (unsigned)(start - literal->body));
        escape_error(literal, vstr_null_terminated_str(&message));
    }
    if (count < most) {
        unicode_error(literal, start, c, letter == 'x' ? "truncated \\xXX escape" : letter == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
    }
    if (value > 0x10ffff) {
        unicode_error(literal, start, c, "illegal Unicode character");
    }
    add_character(literal, value);
    return c;
}

// The character behind a name; where the port has no names, none is found.
MP_WEAK int mpwasm_unicode_from_name(const char *name, size_t length) {
    (void)name;
    (void)length;
    return -1;
}

static const char *add_named(literal_t *literal, const char *c, const char *end) {
    const char *close = c < end && *c == '{' ? memchr(c, '}', end - c) : NULL;
    if (close == NULL || close == c + 1) {
        unicode_error(literal, c - 2, c, "malformed \\N character escape");
    }
    int character = mpwasm_unicode_from_name(c + 1, close - c - 1);
    if (character < 0) {
        unicode_error(literal, c - 2, close + 1, "unknown Unicode character name");
    }
    add_character(literal, character);
    return close + 1;
}

// What stands behind a backslash is no escape, or one for a number that is too large.
static void warn_escape(literal_t *literal, const char *start) {
    lexer_t *lexer = &literal->p->lex;
    if (start <= lexer->warned || start >= lexer->end) { // the parser has come back
        return;
    }
    lexer->warned = start;
    size_t line = literal->first.line; // that of the backslash
    const char *line_start = literal->first.line_start;
    for (const char *c = literal->first.start; c < start; c++) {
        if (*c == '\n') {
            line++;
            line_start = c + 1;
        }
    }
    bool octal = start[1] >= '0' && start[1] <= '7';
    size_t length = octal ? 3 : (const char *)utf8_next_char((const byte *)start + 1) - (start + 1);
    char escape[5] = ""; // the source has no NUL at its end, which upstream's printing looks for
    memcpy(escape, start + 1, length < sizeof(escape) - 1 ? length : sizeof(escape) - 1);
    compile_warning(&literal->p->source, line, start - line_start, octal ? "invalid octal escape sequence '\\%s'" : "invalid escape sequence '\\%s'", escape);
}

// What the text from start to end means, without its quotes.
static void add_text(literal_t *literal, const char *c, const char *end) {
    static const char letters[] = "abfnrtv\\'\"", meanings[] = "\a\b\f\n\r\t\v\\'\"";
    literal->body = c;
    while (c < end) {
        if (literal->is_bytes && *c & 0x80) {
            escape_error(literal, "bytes can only contain ASCII literal characters");
        }
        if (*c == '\r') { // lines end in "\n"
            vstr_add_byte(&literal->text, '\n');
            c += c + 1 < end && c[1] == '\n' ? 2 : 1;
            continue;
        }
        if (*c != '\\' || literal->raw || c + 1 >= end) {
            vstr_add_byte(&literal->text, *c++);
            continue;
        }
        const char *start = c;
        char letter = *++c;
        const char *known = strchr(letters, letter);
        c++;
        if (known != NULL && letter != '\0') {
            vstr_add_byte(&literal->text, meanings[known - letters]);
        } else if (letter == '\n' || letter == '\r') {
            c += letter == '\r' && c < end && *c == '\n';
        } else if (letter >= '0' && letter <= '7') {
            unichar value = letter - '0';
            for (int i = 0; i < 2 && c < end && *c >= '0' && *c <= '7'; i++) {
                value = value << 3 | (*c++ - '0');
            }
            if (value > 0xff) {
                warn_escape(literal, start);
            }
            add_character(literal, literal->is_bytes ? value & 0xff : value);
        } else if (letter == 'x' || (!literal->is_bytes && (letter == 'u' || letter == 'U'))) {
            c = add_hex(literal, c, end, letter);
        } else if (letter == 'N' && !literal->is_bytes) {
            c = add_named(literal, c, end);
        } else { // no escape
            warn_escape(literal, c - 2);
            vstr_add_byte(&literal->text, '\\');
            c--;
        }
    }
}

// --- Constants -------------------------------------------------------------------------------------

#if MICROPY_DYNAMIC_COMPILER
static bool is_interned(const vstr_t *text) {
    return text->len <= MICROPY_ALLOC_PARSE_INTERN_STRING_LEN || qstr_find_strn(text->buf, text->len) != MP_QSTRnull;
}
#else
#define NAME_MOST (64)

// Short texts, and what may be a name. Not: what happens to be known, since text compiled again (places.c) must give the same bytecode.
static bool is_interned(const vstr_t *text) {
    if (text->len <= MICROPY_ALLOC_PARSE_INTERN_STRING_LEN) {
        return true;
    }
    size_t i = 0;
    while (i < text->len && (unichar_isalnum((byte)text->buf[i]) || text->buf[i] == '_')) {
        i++;
    }
    return i == text->len && i <= NAME_MOST;
}
#endif

static mp_obj_t string_object(const vstr_t *text, bool is_bytes) {
    if (is_bytes) {
        return mp_obj_new_bytes((const byte *)text->buf, text->len);
    }
    if (is_interned(text)) {
        return MP_OBJ_NEW_QSTR(qstr_from_strn(text->buf, text->len));
    }
    return mp_obj_new_str_copy(&mp_type_str, (const byte *)text->buf, text->len);
}

// --- f-strings -------------------------------------------------------------------------------------

typedef struct {
    literal_t *literal;
    list_t *parts;
    start_t start;
    char quote;
    bool triple;
    int depth; // of fields in formats
} fstring_t;

static void flush_text(fstring_t *f) {
    literal_t *literal = f->literal;
    if (literal->text.len != 0) {
        list_add(f->parts, node_const(literal->p, f->start, string_object(&literal->text, false)));
        vstr_reset(&literal->text);
    }
}

static void parse_fstring_text(fstring_t *f, bool is_format);

static MP_NORETURN void fstring_end_error(fstring_t *f) {
    parser_t *p = f->literal->p;
    place_t place = { f->start.line, f->start.line, f->start.column, f->start.column + 1 };
    syntax_error(&p->source, &mp_type_SyntaxError, place, "unterminated %sf-string literal (detected at line %u)", f->triple ? "triple-quoted " : "", (unsigned)p->lex.s.line);
}

static node_t *parse_format(fstring_t *f, start_t start) {
    literal_t inner = *f->literal;
    parser_t *p = inner.p;
    LIST(parts);
    vstr_init(&inner.text, 16);
    fstring_t format = { &inner, &parts, f->start, f->quote, f->triple, f->depth + 1 };
    parse_fstring_text(&format, true);
    flush_text(&format);
    vstr_clear(&inner.text);
    return node_1(p, N_JOINED, start, parts.first);
}

static void parse_conversion(fstring_t *f, node_t *field) {
    parser_t *p = f->literal->p;
    const char *mark_end = token_of(p)->end;
    advance(p);
    token_t name = *token_of(p);
    if (name.kind == T_RBRACE || name.kind == T_COLON) {
        error_here(p, "f-string: missing conversion character");
    }
    if (name.start != mark_end) {
        error_here(p, "f-string: conversion type must come right after the exclamanation mark");
    }
    if (name.kind != T_NAME) {
        error_here(p, "f-string: invalid conversion character");
    }
    lexer_state_t before = p->lex.s;
    advance(p); // what is no token comes first
    if (name.end - name.start != 1 || strchr("sra", *name.start) == NULL) {
        p->lex.s = before;
        error_here(p, "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'", (int)(name.end - name.start), name.start);
    }
    field->op = *name.start;
}

// From behind "{" to behind "}".
static void parse_field(fstring_t *f) {
    parser_t *p = f->literal->p;
    lexer_state_t *s = &p->lex.s;
    uint16_t field_around = s->field;
    if (f->depth >= 3) {
        syntax_error(&p->source, &mp_type_SyntaxError, (place_t) { s->line, s->line, s->pos - s->line_start, s->pos - s->line_start + 1 }, "f-string: expressions nested too deeply");
    }
    char quote_around = s->quote;
    s->field = s->level + 1;
    s->quote = f->quote;
    const char *field_start = s->pos;
    start_t brace = { s->line, s->pos - 1 - s->line_start };
    p->lex.field_start = field_start;
    p->lex.field_line_start = s->line_start;
    p->lex.field_line = s->line;
    token_of(p)->kind = T_LBRACE;
    advance(p);
    p->atom_first = begins_expression(p) && !at(p, T_MINUS) && !at(p, T_PLUS) && !at(p, T_TILDE) && !at(p, K_NOT) && !at(p, K_LAMBDA) && !at(p, K_AWAIT);
    start_t start = start_here(p);
    if (at(p, T_RBRACE) || at(p, T_BANG) || at(p, T_COLON) || at(p, T_IS)) {
        error_here(p, "f-string: valid expression required before '%s'", lex_token_text(token_of(p)->kind));
    }
    if (!begins_expression(p) && !at(p, T_STAR) && !at(p, K_YIELD)) {
        error_here(p, "f-string: expecting a valid expression after '{'");
    }
    node_t *value = parse_star_or_yield(p);
    node_t *field = node_2(p, N_FIELD, start, value, NULL);
    bool shows = at(p, T_IS);
    if (take(p, T_IS)) {
        vstr_add_strn(&f->literal->text, field_start, token_of(p)->start - field_start);
    }
    flush_text(f);
    if (at(p, T_BANG)) {
        parse_conversion(f, field);
    }
    if (at(p, T_COLON)) {
        s->field = 0;
        FIELD(field, 1) = parse_format(f, start);
    } else {
        if (!at(p, T_RBRACE)) {
            if (!shows && field->op == 0 && begins_expression(p) && !at(p, K_LAMBDA)) {
                error_range(p, value, parse_expression(p), "invalid syntax. Perhaps you forgot a comma?");
            }
            error_here(p, shows ? "f-string: expecting '!', or ':', or '}'" : field->op != 0 ? "f-string: expecting ':' or '}'" : "f-string: expecting '=', or '!', or ':', or '}'");
        }
        if (shows && field->op == 0) {
            field->op = 'r';
        }
    }
    s->field = field_around;
    s->quote = quote_around;
    size_t end_column = s->pos - s->line_start; // of what stands behind the brace
    field->line = brace.line;
    field->column = MIN(brace.column, 65535);
    field->end_lines = MIN(s->line - brace.line, 65535);
    field->end_column = MIN(end_column, 65535);
    list_add(f->parts, field);
}

// Text with fields, up to the closing quote, or, as a format, up to behind "}".
static void parse_fstring_text(fstring_t *f, bool is_format) {
    literal_t *literal = f->literal;
    parser_t *p = literal->p;
    lexer_state_t *s = &p->lex.s;
    const char *begin = s->pos;
    for (;;) {
        char c = s->pos < p->lex.end ? *s->pos : '\0';
        if (s->pos >= p->lex.end || (!f->triple && (c == '\n' || c == '\r'))) {
            if (is_format && s->pos < p->lex.end) {
                place_t place = { s->line, s->line, s->pos - s->line_start, s->pos - s->line_start };
                syntax_error(&p->source, &mp_type_SyntaxError, place, "f-string: newlines are not allowed in format specifiers for single quoted f-strings");
            }
            fstring_end_error(f);
        }
        if (c == f->quote && (!f->triple || (p->lex.end - s->pos >= 3 && s->pos[1] == c && s->pos[2] == c))) {
            if (is_format) {
                error_here(p, "f-string: expecting '}', or format specs");
            }
            add_text(literal, begin, s->pos);
            s->pos += f->triple ? 3 : 1;
            return;
        }
        if (c == '{' || c == '}') {
            add_text(literal, begin, s->pos);
            bool doubled = s->pos + 1 < p->lex.end && s->pos[1] == c && !is_format;
            if (doubled) {
                vstr_add_byte(&literal->text, c);
                s->pos += 2;
            } else if (c == '{') {
                s->pos++;
                parse_field(f);
            } else if (is_format) {
                s->pos++;
                return;
            } else {
                size_t column = s->pos - s->line_start;
                syntax_error(&p->source, &mp_type_SyntaxError, (place_t) { s->line, s->line, column, column + 1 }, "f-string: single '}' is not allowed");
            }
            begin = s->pos;
            continue;
        }
        if (c == '\\' && s->pos + 1 < p->lex.end && !(literal->raw && (s->pos[1] == '{' || s->pos[1] == '}'))) {
            s->pos++;
            if (!literal->raw && *s->pos == 'N' && s->pos + 1 < p->lex.end && s->pos[1] == '{') {
                const char *close = memchr(s->pos, '}', p->lex.end - s->pos);
                s->pos = close != NULL ? close : s->pos;
            } else if (*s->pos == '{' || *s->pos == '}') {
                continue; // the backslash stays, the brace counts
            }
            c = *s->pos;
        }
        s->pos++;
        if (c == '\n') {
            s->line++;
            s->line_start = s->pos;
        }
    }
}

static void parse_fstring(literal_t *literal, list_t *parts) {
    parser_t *p = literal->p;
    lexer_state_t *s = &p->lex.s;
    fstring_t f = { literal, parts, start_here(p), *s->pos, false, 0 };
    uint16_t field_around = s->field, level = s->level;
    f.triple = p->lex.end - s->pos >= 3 && s->pos[1] == f.quote && s->pos[2] == f.quote;
    s->pos += f.triple ? 3 : 1;
    parse_fstring_text(&f, false);
    s->field = field_around;
    s->level = level;
    token_of(p)->kind = T_FSTRING;
    token_of(p)->end = s->pos;
    token_of(p)->end_line = s->line;
    token_of(p)->end_line_start = s->line_start;
}

// --- Strings ---------------------------------------------------------------------------------------

static void parse_plain(literal_t *literal, const token_t *token, const char *open) {
    bool triple = token->end - open >= 6 && open[1] == *open && open[2] == *open;
    size_t quotes = triple ? 3 : 1;
    add_text(literal, open + quotes, token->end - quotes);
}

// One or more literals, which belong together.
node_t *parse_strings(parser_t *p) {
    start_t start = start_here(p);
    literal_t literal = { .p = p, .first = *token_of(p) };
    vstr_init(&literal.text, 32);
    LIST(parts);
    bool any_bytes = false, any_text = false, has_fields = false;
    do {
        token_t *token = token_of(p);
        const char *open = token->start;
        literal.first = *token;
        literal.raw = literal.is_bytes = false;
        for (; *open != '"' && *open != '\''; open++) {
            literal.raw |= (*open | 0x20) == 'r';
            literal.is_bytes |= (*open | 0x20) == 'b';
        }
        any_bytes |= literal.is_bytes;
        any_text |= !literal.is_bytes;
        if (any_bytes && any_text) {
            error_here(p, "cannot mix bytes and nonbytes literals");
        }
        if (at(p, T_FSTRING)) {
            has_fields = true;
            parse_fstring(&literal, &parts);
        } else {
            parse_plain(&literal, token, open);
        }
        advance(p);
    } while (at(p, T_STRING) || at(p, T_FSTRING));
    node_t *node = NULL;
    if (!has_fields || parts.first == NULL) {
        node = node_const(p, start, string_object(&literal.text, any_bytes));
        node->op = has_fields ? 2 : 0; // an f-string without fields is no docstring
    } else {
        fstring_t rest = { &literal, &parts, start, 0, false, 0 };
        flush_text(&rest);
        node = node_1(p, N_JOINED, start, parts.first);
    }
    vstr_clear(&literal.text);
    return node;
}
