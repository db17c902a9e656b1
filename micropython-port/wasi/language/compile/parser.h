// The parser's own declarations.
#ifndef MPWASM_COMPILE_PARSER_H
#define MPWASM_COMPILE_PARSER_H

#include "language/compile/tree.h"

typedef struct _chunk_t {
    struct _chunk_t *next;
    size_t used, size;
    uint64_t data[];
} chunk_t;

typedef struct {
    lexer_t lex;
    source_t source;
    chunk_t *chunks;
    qstr class_name; // of the class around, for private names
    size_t depth;    // of expressions within each other
    bool atom_first; // the field of an f-string that began last begins with what is an expression
    bool as_written; // constants are not computed
} parser_t;

typedef struct {
    size_t line, column;
} start_t;

typedef struct {
    node_t *first, **end;
} list_t;

#define LIST(name) list_t name = { NULL, &name.first }

// A level of parentheses is two of these, and some eight calls, of which engines allow 2,000.
#define MOST_DEPTH (440)

static inline token_t *token_of(parser_t *p) {
    return &p->lex.s.token;
}

static inline bool at(parser_t *p, token_kind_t kind) {
    return p->lex.s.token.kind == kind;
}

static inline void advance(parser_t *p) {
    lex_next(&p->lex);
}

static inline void list_add(list_t *list, node_t *node) {
    *list->end = node;
    list->end = &node->next;
}

bool take(parser_t *p, token_kind_t kind);      // goes on if it is there
void expect(parser_t *p, token_kind_t kind);    // else a SyntaxError
start_t start_here(parser_t *p);
start_t start_of(const node_t *node);
node_t *node_new(parser_t *p, node_kind_t kind, size_t fields, start_t start); // it ends with the last token taken
node_t *node_1(parser_t *p, node_kind_t kind, start_t start, node_t *a);
node_t *node_2(parser_t *p, node_kind_t kind, start_t start, node_t *a, node_t *b);
node_t *node_3(parser_t *p, node_kind_t kind, start_t start, node_t *a, node_t *b, node_t *c);
node_t *node_const(parser_t *p, start_t start, mp_obj_t object);
qstr take_identifier(parser_t *p);
bool at_word(parser_t *p, const char *word); // a soft keyword
bool begins_expression(parser_t *p);

MP_NORETURN void error_here(parser_t *p, const char *format, ...);
MP_NORETURN void error_range(parser_t *p, const node_t *first, const node_t *last, const char *message);
MP_NORETURN void invalid_syntax(parser_t *p);

// Levels of operators, the loosest first; above them all stands what has no operator.
enum {
    LEVEL_OR = 1, LEVEL_AND, LEVEL_NOT, LEVEL_COMPARE, LEVEL_BIT_OR, LEVEL_BIT_XOR, LEVEL_BIT_AND, LEVEL_SHIFT, LEVEL_SUM, LEVEL_TERM, LEVEL_FACTOR, LEVEL_POWER,
    LEVEL_NO_OPERATOR,
};

node_t *parse_expression(parser_t *p);       // a conditional, a lambda
node_t *parse_named_expression(parser_t *p); // or :=
node_t *parse_operators(parser_t *p, int least); // of this level and those above it
node_t *parse_star_expressions(parser_t *p); // a, *b
node_t *parse_star_or_yield(parser_t *p);
node_t *parse_target_list(parser_t *p, token_kind_t stop); // of for and comprehensions
node_t *parse_strings(parser_t *p);
node_t *parse_number(parser_t *p);
node_t *parse_parameters(parser_t *p, token_kind_t stop);
node_t *parse_arguments(parser_t *p, bool of_class); // from behind "(" to behind ")"
node_t *parse_comprehension(parser_t *p, node_kind_t kind, start_t start, node_t *element);
bool at_comp_for(parser_t *p);
void expect_close(parser_t *p, token_kind_t close, node_t *last);
node_t *parse_block(parser_t *p, const char *what, size_t line);
node_t *parse_match(parser_t *p);
node_t *parse_pattern_list(parser_t *p);
node_t *parse_statements(parser_t *p, bool to_end);

// Of these the first word is not read yet, but for imports.
node_t *parse_import(parser_t *p, start_t start);
node_t *parse_import_from(parser_t *p, start_t start);
node_t *parse_type_parameters(parser_t *p);
node_t *parse_function(parser_t *p, start_t start, node_t *decorators, bool is_async);
node_t *parse_class(parser_t *p, start_t start, node_t *decorators);
node_t *parse_decorated(parser_t *p);

typedef enum { TARGET_ASSIGN, TARGET_DELETE, TARGET_FOR, TARGET_WITH } target_t;
void check_target(parser_t *p, const node_t *node, target_t use);
const node_t *invalid_target(const node_t *node, target_t use);

#endif
