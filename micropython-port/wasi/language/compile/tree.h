// What the parts of the compiler share: tokens, the syntax tree, errors.
//
//   text -> lex.c -> tokens -> parse*.c -> tree -> symbols.c, resolve.c -> scopes -> gen*.c -> emit.c -> bytecode
//
// All of it is written for this port, in place of upstream's lexer, parser and compiler: the grammar is that of Python 3.13
// (Grammar/python.gram and the language reference are where it was looked up), parsed by recursive descent. A syntax error is raised where it
// is found, and what was allocated is left to the collector. No part runs Python code.
#ifndef MPWASM_COMPILE_TREE_H
#define MPWASM_COMPILE_TREE_H

#include "py/lexer.h"
#include "py/obj.h"
#include "py/parse.h"

// --- Tokens ----------------------------------------------------------------------------------------

// Operators are in the order of their spelling table in lex.c, keywords in that of theirs.
typedef enum {
    T_END, T_NEWLINE, T_INDENT, T_DEDENT, T_NAME, T_NUMBER, T_STRING, T_FSTRING,
    // operators
    T_ELLIPSIS, T_POWER_IS, T_FLOOR_IS, T_LEFT_IS, T_RIGHT_IS, // three characters
    T_ARROW, T_WALRUS, T_EQUAL, T_NOT_EQUAL, T_LESS_EQUAL, T_MORE_EQUAL, T_LEFT, T_RIGHT, T_POWER, T_FLOOR,
    T_PLUS_IS, T_MINUS_IS, T_STAR_IS, T_SLASH_IS, T_PERCENT_IS, T_AND_IS, T_OR_IS, T_XOR_IS, T_AT_IS, // two
    T_LPAR, T_RPAR, T_LBRACKET, T_RBRACKET, T_LBRACE, T_RBRACE, T_COMMA, T_COLON, T_DOT, T_SEMICOLON, T_IS,
    T_PLUS, T_MINUS, T_STAR, T_SLASH, T_PERCENT, T_AND, T_OR, T_XOR, T_TILDE, T_AT, T_LESS, T_MORE, T_BANG,
    // keywords
    K_FALSE, K_NONE, K_TRUE, K_AND, K_AS, K_ASSERT, K_ASYNC, K_AWAIT, K_BREAK, K_CLASS, K_CONTINUE, K_DEF, K_DEL, K_ELIF, K_ELSE,
    K_EXCEPT, K_FINALLY, K_FOR, K_FROM, K_GLOBAL, K_IF, K_IMPORT, K_IN, K_IS, K_LAMBDA, K_NONLOCAL, K_NOT, K_OR, K_PASS, K_RAISE,
    K_RETURN, K_TRY, K_WHILE, K_WITH, K_YIELD,
} token_kind_t;

typedef struct {
    token_kind_t kind;
    const char *start, *end; // in the text
    const char *line_start;  // of the line where it starts
    size_t line;
    size_t end_line;
    const char *end_line_start;
} token_t;

#define MOST_PARENTHESES (200)
#define MOST_INDENTS (100)

typedef struct {
    const char *mark, *line_start;
    size_t line;
} parenthesis_t;

// Where the lexer is; a copy of it is enough to go back.
typedef struct {
    token_t token;
    const char *pos, *line_start;
    size_t line;
    int dents; // INDENT (1) or DEDENT (negative) tokens that are due
    uint16_t level, indents;
    uint16_t field; // 1 more than the level at which the field of an f-string began; 0 where there is none
    char quote; // of the f-string around the field
    bool fresh_line, scanning; // for errors alone, to the end
    const char *last_end; // of the token before
    size_t last_end_line;
    const char *last_end_line_start;
} lexer_state_t;

typedef struct {
    const char *text, *end;
    qstr file;
    bool is_expression; // what eval takes
    lexer_state_t s;
    parenthesis_t open[MOST_PARENTHESES];
    uint16_t columns[MOST_INDENTS], alt_columns[MOST_INDENTS];
    const char *field_start, *field_line_start; // of the field of an f-string that began last
    size_t field_line;
    const char *warned; // the place of the last warning, in the text
} lexer_t;

void lex_begin(lexer_t *lexer, const char *text, size_t length, qstr file, bool is_expression);
void lex_next(lexer_t *lexer);
const char *lex_token_text(token_kind_t kind); // an operator's or keyword's spelling

// --- Errors ----------------------------------------------------------------------------------------

typedef struct {
    const char *text, *end;
    qstr file;
    bool is_expression;
} source_t;

typedef struct {
    size_t line, end_line;
    size_t column, end_column; // in bytes, from 0
} place_t;

// Raises a SyntaxError, or what type is a subclass of it.
MP_NORETURN void syntax_error(const source_t *source, const mp_obj_type_t *type, place_t place, const char *format, ...);

// Gives a SyntaxWarning, which is an error where the program asks for that.
void compile_warning(const source_t *source, size_t line, size_t column, const char *format, ...);

// --- The tree --------------------------------------------------------------------------------------

typedef enum {
    // expressions
    N_NAME, N_CONST, N_JOINED, N_FIELD, N_TUPLE, N_LIST, N_SET, N_DICT, N_PAIR, N_UNARY, N_NOT, N_BINARY, N_AND, N_OR, N_COMPARE,
    N_OPERAND, N_CALL, N_ATTRIBUTE, N_SUBSCRIPT, N_SLICE, N_STAR, N_DOUBLE_STAR, N_KEYWORD, N_LAMBDA, N_CONDITIONAL,
    N_LISTCOMP, N_SETCOMP, N_DICTCOMP, N_GENERATOR, N_COMP_FOR, N_YIELD, N_YIELD_FROM, N_AWAIT, N_WALRUS,
    // statements
    N_EXPRESSION, N_ASSIGN, N_AUGMENTED, N_ANNOTATED, N_RETURN, N_DELETE, N_RAISE, N_ASSERT, N_PASS, N_BREAK, N_CONTINUE,
    N_GLOBAL, N_NONLOCAL, N_IMPORT, N_IMPORT_FROM, N_ALIAS, N_IF, N_BRANCH, N_WHILE, N_FOR, N_TRY, N_HANDLER, N_WITH, N_WITH_ITEM,
    N_FUNCTION, N_CLASS, N_PARAMETERS, N_PARAMETER, N_MATCH, N_CASE, N_TYPE_ALIAS, N_TYPE_PARAMETER,
    // patterns
    P_VALUE, P_CAPTURE, P_SEQUENCE, P_STAR, P_MAPPING, P_PAIR, P_CLASS, P_KEYWORD, P_OR, P_AS,
} node_kind_t;

typedef struct _node_t node_t;
typedef union {
    node_t *node;
    qstr name;
    mp_obj_t object;
    struct _scope_t *scope;
    void *pointer;
    size_t number;
} field_t;

// The comments beside the kinds' users say what the fields hold. Nodes of a list hang together by next.
struct _node_t {
    uint8_t kind, op;
    uint16_t column; // in bytes, at most 65535
    uint32_t line;
    uint16_t end_column, end_lines; // the lines to its end
    node_t *next;
    field_t f[];
};

#define FIELD(n, i) ((n)->f[i].node)
#define NAME_OF(n) ((n)->f[0].name)

// The parameters' kinds, in the order in which they stand.
enum { PARAMETER_POSITIONAL_ONLY, PARAMETER_ORDINARY, PARAMETER_STAR, PARAMETER_KEYWORD, PARAMETER_DOUBLE_STAR };

// What mp_parse leaves to mp_compile: the root of the tree.
typedef struct {
    source_t source;
    node_t *body; // statements, or the expression
    mp_parse_input_kind_t input;
    bool annotations_as_text; // from __future__ import annotations
    void *text_to_free;
    size_t text_length;
} module_t;

// The next mp_parse leaves constants as they are written, for the module ast: 1 + 2 stays a sum.
extern bool mpwasm_parse_as_written;

place_t node_place(const node_t *node);
MP_NORETURN void error_at(const source_t *source, const node_t *node, const char *format, ...);

// An expression's name in messages: "function call".
const char *expression_name(const node_t *node);

#endif
