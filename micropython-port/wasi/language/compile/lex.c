// Tokens.
//
// The whole text lies in memory, and the next token is made when it is asked for. The parser may go back: it keeps a copy of the state. An f-string
// is left at its opening quote, since only the parser can find its end (parse_string.c).

#include <string.h>

#include "py/runtime.h"

#include "language/errors/hierarchy.h"
#include "language/compile/tree.h"
#include "language/text/unicode.h"

static const char operators[][4] = {
    "...", "**=", "//=", "<<=", ">>=",
    "->", ":=", "==", "!=", "<=", ">=", "<<", ">>", "**", "//", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
    "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=", "+", "-", "*", "/", "%", "&", "|", "^", "~", "@", "<", ">", "!",
};

static const char keywords[][9] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
};

const char *lex_token_text(token_kind_t kind) {
    return kind >= K_FALSE ? keywords[kind - K_FALSE] : kind >= T_ELLIPSIS ? operators[kind - T_ELLIPSIS] : "";
}

// --- Errors ----------------------------------------------------------------------------------------

static source_t source_of(const lexer_t *lexer) {
    return (source_t) { lexer->text, lexer->end, lexer->file, lexer->is_expression };
}

static MP_NORETURN void fail_at(lexer_t *lexer, const mp_obj_type_t *type, size_t line, const char *line_start, const char *start, const char *end, const char *format, const char *what) {
    source_t source = source_of(lexer);
    place_t place = { line, line, start - line_start, end - line_start };
    syntax_error(&source, type, place, format, what);
}

static MP_NORETURN void fail(lexer_t *lexer, const char *start, const char *end, const char *message) {
    fail_at(lexer, &mp_type_SyntaxError, lexer->s.line, lexer->s.line_start, start, end, "%s", message);
}

// --- Characters ------------------------------------------------------------------------------------

static int peek(const lexer_t *lexer, size_t ahead) {
    return (size_t)(lexer->end - lexer->s.pos) > ahead ? (byte)lexer->s.pos[ahead] : -1;
}

static bool begins_name(int c) {
    return unichar_isalpha(c) || c == '_' || c >= 0x80;
}

// What a name may have; where the port has no tables of characters, each is let pass.
MP_WEAK unsigned mpwasm_identifier_kind(unichar c) {
    (void)c;
    return IDENTIFIER_START | IDENTIFIER_CONTINUE;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static bool in_name(int c) {
    return c >= 0 && (begins_name(c) || is_digit(c));
}

static void next_line(lexer_t *lexer) { // pos is behind the line's end
    lexer->s.line++;
    lexer->s.line_start = lexer->s.pos;
}

// Goes over a line's end, if there is one: "\n", "\r\n" or "\r".
static bool take_line_end(lexer_t *lexer) {
    int c = peek(lexer, 0);
    if (c != '\n' && c != '\r') {
        return false;
    }
    lexer->s.pos += c == '\r' && peek(lexer, 1) == '\n' ? 2 : 1;
    next_line(lexer);
    return true;
}

// --- Indentation -----------------------------------------------------------------------------------

static void dedent_to(lexer_t *lexer, size_t column, size_t alt_column) {
    while (lexer->s.indents > 0 && column < lexer->columns[lexer->s.indents - 1]) {
        lexer->s.indents--;
        lexer->s.dents--;
    }
    size_t last = lexer->s.indents == 0 ? 0 : lexer->columns[lexer->s.indents - 1];
    size_t alt_last = lexer->s.indents == 0 ? 0 : lexer->alt_columns[lexer->s.indents - 1];
    if (column != last) {
        const char *end = lexer->s.pos;
        while (end < lexer->end && *end != '\n') {
            end++;
        }
        fail_at(lexer, &mp_type_IndentationError, lexer->s.line, lexer->s.line_start, end, end, "%s", "unindent does not match any outer indentation level");
    }
    if (alt_column != alt_last) {
        fail_at(lexer, &mp_type_TabError, lexer->s.line, lexer->s.line_start, lexer->s.line_start, lexer->s.line_start, "%s", "inconsistent use of tabs and spaces in indentation");
    }
}

static void take_indentation(lexer_t *lexer) {
    for (;;) {
        size_t column = 0, alt_column = 0; // with tabs of eight and of one
        for (;; lexer->s.pos++) {
            int c = peek(lexer, 0);
            if (c == ' ') {
                column++, alt_column++;
            } else if (c == '\t') {
                column = (column | 7) + 1, alt_column++;
            } else if (c == '\f') {
                column = alt_column = 0;
            } else if (c == '\\' && (peek(lexer, 1) == '\n' || peek(lexer, 1) == '\r')) { // the indentation is that of this line
                lexer->s.pos++;
                take_line_end(lexer);
                lexer->s.pos--;
            } else {
                break;
            }
        }
        if (peek(lexer, 0) == '#') {
            while (peek(lexer, 0) >= 0 && peek(lexer, 0) != '\n' && peek(lexer, 0) != '\r') {
                lexer->s.pos++;
            }
        }
        if (take_line_end(lexer)) {
            continue;
        }
        if (lexer->s.pos >= lexer->end) {
            column = alt_column = 0;
        }
        size_t last = lexer->s.indents == 0 ? 0 : lexer->columns[lexer->s.indents - 1];
        size_t alt_last = lexer->s.indents == 0 ? 0 : lexer->alt_columns[lexer->s.indents - 1];
        if (column > last) {
            if (alt_column <= alt_last) {
                fail_at(lexer, &mp_type_TabError, lexer->s.line, lexer->s.line_start, lexer->s.line_start, lexer->s.line_start, "%s", "inconsistent use of tabs and spaces in indentation");
            }
            if (lexer->s.indents >= MOST_INDENTS) {
                fail_at(lexer, &mp_type_IndentationError, lexer->s.line, lexer->s.line_start, lexer->s.pos, lexer->s.pos, "%s", "too many levels of indentation");
            }
            lexer->columns[lexer->s.indents] = MIN(column, 65535);
            lexer->alt_columns[lexer->s.indents++] = MIN(alt_column, 65535);
            lexer->s.dents = 1;
        } else {
            dedent_to(lexer, column, alt_column);
        }
        return;
    }
}

// --- Numbers ---------------------------------------------------------------------------------------

static void number_error(lexer_t *lexer, const char *kind) {
    source_t source = source_of(lexer);
    size_t column = lexer->s.pos - lexer->s.line_start;
    place_t place = { lexer->s.line, lexer->s.line, column > 0 ? column - 1 : 0, column };
    syntax_error(&source, &mp_type_SyntaxError, place, "invalid %s literal", kind);
}

static bool digit_of(int c, int base) {
    return base == 16 ? unichar_isxdigit(c) : c >= '0' && c < '0' + base;
}

// Digits with single underscores between them.
static void take_digits(lexer_t *lexer, int base, const char *kind) {
    while (digit_of(peek(lexer, 0), base)) {
        lexer->s.pos++;
        if (peek(lexer, 0) == '_') {
            lexer->s.pos++;
            if (!digit_of(peek(lexer, 0), base)) {
                if (base < 10 && is_digit(peek(lexer, 0))) {
                    return; // a digit that is too large
                }
                number_error(lexer, kind);
            }
        }
    }
}

// A number may be followed by a keyword, as in "1if x else y", and by no other name.
static void check_number_end(lexer_t *lexer, const char *kind) {
    if (!in_name(peek(lexer, 0)) || peek(lexer, 0) >= 0x80) {
        return;
    }
    static const char after[][5] = { "and", "else", "for", "if", "in", "is", "not", "or" };
    for (size_t i = 0; i < MP_ARRAY_SIZE(after); i++) {
        size_t length = strlen(after[i]);
        if ((size_t)(lexer->end - lexer->s.pos) >= length && memcmp(lexer->s.pos, after[i], length) == 0) {
            if (lexer->s.pos <= lexer->warned) {
                return; // the parser has come back
            }
            lexer->warned = lexer->s.pos;
            source_t source = source_of(lexer);
            compile_warning(&source, lexer->s.line, lexer->s.pos - lexer->s.line_start, "invalid %s literal", kind);
            return;
        }
    }
    number_error(lexer, kind);
}

static void take_based_number(lexer_t *lexer, int base, const char *kind) {
    lexer->s.pos += 2;
    if (peek(lexer, 0) == '_') {
        lexer->s.pos++;
    }
    if (!digit_of(peek(lexer, 0), base)) {
        if (is_digit(peek(lexer, 0))) {
            goto bad_digit;
        }
        number_error(lexer, kind);
    }
    take_digits(lexer, base, kind);
    if (is_digit(peek(lexer, 0))) {
    bad_digit:;
        source_t source = source_of(lexer);
        size_t column = lexer->s.pos - lexer->s.line_start;
        place_t place = { lexer->s.line, lexer->s.line, column, column + 1 };
        syntax_error(&source, &mp_type_SyntaxError, place, "invalid digit '%c' in %s literal", peek(lexer, 0), kind);
    }
    check_number_end(lexer, kind);
}

static void take_number(lexer_t *lexer) {
    const char *start = lexer->s.pos;
    bool whole = true;
    if (peek(lexer, 0) == '0') {
        int letter = peek(lexer, 1) | 0x20;
        if (peek(lexer, 1) > 0 && (letter == 'x' || letter == 'o' || letter == 'b')) {
            take_based_number(lexer, letter == 'x' ? 16 : letter == 'o' ? 8 : 2, letter == 'x' ? "hexadecimal" : letter == 'o' ? "octal" : "binary");
            return;
        }
    }
    take_digits(lexer, 10, "decimal");
    if (peek(lexer, 0) == '.') {
        whole = false;
        lexer->s.pos++;
        take_digits(lexer, 10, "decimal");
    }
    if (peek(lexer, 0) > 0 && (peek(lexer, 0) | 0x20) == 'e') {
        size_t sign = peek(lexer, 1) == '+' || peek(lexer, 1) == '-';
        if (is_digit(peek(lexer, 1 + sign))) {
            whole = false;
            lexer->s.pos += 1 + sign;
            take_digits(lexer, 10, "decimal");
        }
    }
    if (peek(lexer, 0) > 0 && (peek(lexer, 0) | 0x20) == 'j') {
        lexer->s.pos++;
        check_number_end(lexer, "imaginary");
        return;
    }
    check_number_end(lexer, "decimal");
    if (whole && start[0] == '0') {
        const char *digit = start;
        while (digit < lexer->s.pos && (*digit == '0' || *digit == '_')) {
            digit++;
        }
        if (digit < lexer->s.pos) {
            fail(lexer, start, digit, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        }
    }
}

// --- Strings ---------------------------------------------------------------------------------------

static MP_NORETURN void unterminated(lexer_t *lexer, const char *start, bool triple) {
    source_t source = source_of(lexer);
    token_t *token = &lexer->s.token;
    size_t column = start - token->line_start, last = lexer->s.line;
    if (lexer->s.field != 0 && *start == lexer->s.quote && !triple) { // rather, that is the end of the f-string
        syntax_error(&source, &mp_type_SyntaxError, (place_t) { token->line, token->line, column, column + 1 }, "f-string: expecting '}'");
    }
    if (triple && lexer->s.line_start >= lexer->end && last > token->line) {
        last--; // the text's last line is the one before its end
    }
    place_t place = { token->line, token->line, column, column + 1 };
    bool escaped = false;
    for (const char *at = start; !triple && at + 1 < lexer->s.pos; at++) {
        escaped |= at[0] == '\\' && (at[1] == '\'' || at[1] == '"');
    }
    syntax_error(&source, &mp_type_SyntaxError, place, "unterminated %sstring literal (detected at line %u)%s", triple ? "triple-quoted " : "", (unsigned)last,
        escaped ? "; perhaps you escaped the end quote?" : "");
}

// A string from its opening quote on; start is where its prefix begins.
static void take_string(lexer_t *lexer, const char *start) {
    int quote = peek(lexer, 0);
    bool triple = peek(lexer, 1) == quote && peek(lexer, 2) == quote;
    lexer->s.pos += triple ? 3 : 1;
    for (;;) {
        int c = peek(lexer, 0);
        if (c < 0 || (!triple && (c == '\n' || c == '\r'))) {
            unterminated(lexer, start, triple);
        }
        if (c == '\\') {
            lexer->s.pos++;
            if (!take_line_end(lexer) && peek(lexer, 0) >= 0) {
                lexer->s.pos++;
            }
        } else if (c == quote && (!triple || (peek(lexer, 1) == quote && peek(lexer, 2) == quote))) {
            lexer->s.pos += triple ? 3 : 1;
            return;
        } else if (!take_line_end(lexer)) {
            lexer->s.pos++;
        }
    }
}

// Whether a name of up to two letters is the prefix of a string.
static bool is_prefix(const char *name, size_t length, bool *is_f) {
    unsigned seen = 0;
    for (size_t i = 0; i < length; i++) {
        const char *letter = strchr("rbuf", name[i] | 0x20);
        if (letter == NULL || (name[i] & 0x80) || name[i] < 'A' || (seen & 1 << (letter - "rbuf"))) {
            return false;
        }
        seen |= 1 << (letter - "rbuf");
    }
    *is_f = seen & 8;
    return seen != 6 && seen != 10 && seen != 12 && seen != 5 && (length < 2 || seen & 1);
}

// --- The next token --------------------------------------------------------------------------------

static void check_name(lexer_t *lexer, const char *start) {
    for (const char *c = start; c < lexer->s.pos; c = (const char *)utf8_next_char((const byte *)c)) {
        unichar character = utf8_get_char((const byte *)c);
        unsigned kind = character < 0x80 ? ~0u : mpwasm_identifier_kind(character);
        if (kind & (c == start ? IDENTIFIER_START : IDENTIFIER_CONTINUE)) {
            continue;
        }
        size_t column = c - lexer->s.line_start;
        place_t place = { lexer->s.line, lexer->s.line, column, column + 1 };
        source_t source = source_of(lexer);
        if (kind & IDENTIFIER_PRINTABLE) {
            int length = utf8_next_char((const byte *)c) - (const byte *)c;
            syntax_error(&source, &mp_type_SyntaxError, place, "invalid character '%.*s' (U+%04X)", length, c, (unsigned)character);
        }
        syntax_error(&source, &mp_type_SyntaxError, place, "invalid non-printable character U+%04X", (unsigned)character);
    }
}

static void take_name(lexer_t *lexer, token_t *token) {
    bool ascii = true;
    while (in_name(peek(lexer, 0))) {
        ascii &= peek(lexer, 0) < 0x80;
        lexer->s.pos++;
    }
    if (!ascii) {
        check_name(lexer, token->start);
    }
    size_t length = lexer->s.pos - token->start;
    bool is_f = false;
    if (length <= 2 && (peek(lexer, 0) == '"' || peek(lexer, 0) == '\'') && is_prefix(token->start, length, &is_f)) {
        token->kind = is_f ? T_FSTRING : T_STRING;
        if (!is_f) {
            take_string(lexer, token->start);
        }
        return;
    }
    token->kind = T_NAME;
    if (length > 8) {
        return;
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(keywords); i++) {
        if (strncmp(keywords[i], token->start, length) == 0 && keywords[i][length] == '\0') {
            token->kind = K_FALSE + i;
            return;
        }
    }
}

// Whether it is in a field of an f-string, and in no parentheses there.
static bool at_field_level(const lexer_t *lexer) {
    return lexer->s.field != 0 && lexer->s.level == lexer->s.field - 1;
}

static void close_parenthesis(lexer_t *lexer, char mark) {
    if (lexer->s.level == 0 || at_field_level(lexer)) {
        char message[] = "f-string: unmatched '?'";
        message[21] = mark;
        fail(lexer, lexer->s.pos - 1, lexer->s.pos, lexer->s.field != 0 ? message : message + 10);
    }
    const parenthesis_t *open = &lexer->open[lexer->s.level - 1];
    if (mark == (*open->mark == '(' ? ')' : *open->mark + 2)) {
        lexer->s.level--;
        return;
    }
    source_t source = source_of(lexer);
    size_t column = lexer->s.pos - 1 - lexer->s.line_start;
    place_t place = { lexer->s.line, lexer->s.line, column, column + 1 };
    if (open->line != lexer->s.line) {
        syntax_error(&source, &mp_type_SyntaxError, place, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", mark, *open->mark, (unsigned)open->line);
    }
    syntax_error(&source, &mp_type_SyntaxError, place, "closing parenthesis '%c' does not match opening parenthesis '%c'", mark, *open->mark);
}

static void take_operator(lexer_t *lexer, token_t *token) {
    size_t left = lexer->end - lexer->s.pos;
    if (left >= 2 && memcmp(lexer->s.pos, "<>", 2) == 0) { // one token, of no meaning
        token->kind = T_ELLIPSIS + MP_ARRAY_SIZE(operators) - 1;
        lexer->s.pos += 2;
        return;
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(operators); i++) {
        size_t length = strlen(operators[i]);
        if (length > left || memcmp(operators[i], lexer->s.pos, length) != 0) {
            continue;
        }
        if (at_field_level(lexer) && T_ELLIPSIS + i == T_WALRUS) {
            continue; // in f"{x:=5}" a format begins there
        }
        token->kind = T_ELLIPSIS + i;
        lexer->s.pos += length;
        char mark = *token->start;
        if (token->kind == T_LPAR || token->kind == T_LBRACKET || token->kind == T_LBRACE) {
            if (lexer->s.level >= MOST_PARENTHESES) {
                fail(lexer, lexer->s.pos, lexer->s.pos, "too many nested parentheses");
            }
            lexer->open[lexer->s.level++] = (parenthesis_t) { token->start, lexer->s.line_start, lexer->s.line };
        } else if (token->kind == T_RPAR || token->kind == T_RBRACKET || (token->kind == T_RBRACE && !at_field_level(lexer))) {
            close_parenthesis(lexer, mark);
        }
        return;
    }
    unichar c = utf8_get_char((const byte *)lexer->s.pos);
    source_t source = source_of(lexer);
    size_t column = lexer->s.pos - lexer->s.line_start;
    place_t place = { lexer->s.line, lexer->s.line, column, column + 1 };
    if (c < 32 || c == 127) {
        syntax_error(&source, &mp_type_SyntaxError, place, "invalid non-printable character U+%04X", (unsigned)c);
    }
    syntax_error(&source, &mp_type_SyntaxError, place, at_field_level(lexer) ? "f-string: expecting '=', or '!', or ':', or '}'" : "invalid syntax");
}

static void skip_blanks(lexer_t *lexer) {
    for (;;) {
        int c = peek(lexer, 0);
        if (c == ' ' || c == '\t' || c == '\f') {
            lexer->s.pos++;
        } else if (c == '#') {
            while (peek(lexer, 0) >= 0 && peek(lexer, 0) != '\n' && peek(lexer, 0) != '\r') {
                lexer->s.pos++;
            }
        } else if (c == '\\') {
            lexer->s.pos++;
            if (!take_line_end(lexer)) {
                fail(lexer, lexer->s.pos, lexer->s.pos, peek(lexer, 0) < 0 ? "unexpected EOF while parsing" : "unexpected character after line continuation character");
            }
            if (lexer->s.pos >= lexer->end) {
                fail(lexer, lexer->s.pos, lexer->s.pos, "unexpected EOF while parsing");
            }
        } else if ((lexer->s.level == 0 && lexer->s.field == 0) || !take_line_end(lexer)) {
            return;
        }
    }
}

static void take_token(lexer_t *lexer, token_t *token) {
    int c = peek(lexer, 0);
    if (c < 0 && lexer->s.scanning) {
        token->kind = T_END;
    } else if (c < 0) {
        if (lexer->s.level > (lexer->s.field != 0 ? lexer->s.field - 1 : 0)) {
            const parenthesis_t *open = &lexer->open[lexer->s.level - 1];
            char mark[2] = { *open->mark, '\0' };
            fail_at(lexer, &mp_type_SyntaxError, open->line, open->line_start, open->mark, open->mark + 1, "'%s' was never closed", mark);
        }
        if (lexer->s.field != 0) {
            fail_at(lexer, &mp_type_SyntaxError, lexer->field_line, lexer->field_line_start, lexer->field_start - 1, lexer->field_start, "%s", "'{' was never closed");
        }
        token->kind = T_NEWLINE; // also where the last line has no end
        lexer->s.fresh_line = true;
    } else if (c == '\n' || c == '\r') {
        token->kind = T_NEWLINE;
        token->end = lexer->s.pos;
        take_line_end(lexer);
        lexer->s.fresh_line = true;
    } else if (is_digit(c) || (c == '.' && is_digit(peek(lexer, 1)))) {
        token->kind = T_NUMBER;
        take_number(lexer);
    } else if (begins_name(c)) {
        take_name(lexer, token);
    } else if (c == '"' || c == '\'') {
        token->kind = T_STRING;
        take_string(lexer, lexer->s.pos);
    } else {
        take_operator(lexer, token);
    }
}

void lex_next(lexer_t *lexer) {
    lexer_state_t *s = &lexer->s;
    token_t *token = &s->token;
    s->last_end = token->end;
    s->last_end_line = token->end_line;
    s->last_end_line_start = token->end_line_start;
    if (s->fresh_line && s->dents == 0) {
        take_indentation(lexer);
        s->fresh_line = false;
    }
    bool dent = s->dents != 0;
    if (!dent) {
        skip_blanks(lexer);
    }
    token->start = token->end = s->pos;
    token->line_start = s->line_start;
    token->line = s->line;
    if (dent) {
        token->kind = s->dents > 0 ? T_INDENT : T_DEDENT;
        s->dents += s->dents > 0 ? -1 : 1;
    } else if (s->pos >= lexer->end && s->level == 0 && (s->line_start == s->pos || token->kind == T_NEWLINE || token->kind == T_DEDENT)) {
        token->kind = T_END;
    } else {
        take_token(lexer, token);
    }
    if (token->kind != T_NEWLINE) {
        token->end = s->pos;
    }
    token->end_line = token->kind == T_NEWLINE ? token->line : s->line;
    token->end_line_start = token->kind == T_NEWLINE ? token->line_start : s->line_start;
}

void lex_begin(lexer_t *lexer, const char *text, size_t length, qstr file, bool is_expression) {
    lexer->is_expression = is_expression;
    lexer->text = text;
    lexer->end = text + length;
    lexer->file = file;
    memset(&lexer->s, 0, sizeof(lexer->s));
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) { // a byte order mark
        text += 3;
    }
    lexer->warned = text;
    lexer->s.pos = lexer->s.line_start = lexer->s.last_end = lexer->s.last_end_line_start = text;
    lexer->s.token.end = lexer->s.token.end_line_start = text;
    lexer->s.line = lexer->s.token.end_line = 1;
    lexer->s.fresh_line = true;
    lexer->s.token.kind = T_NEWLINE;
}
