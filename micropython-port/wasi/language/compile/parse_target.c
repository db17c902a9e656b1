// Targets of assignments, and parameters.

#include "py/runtime.h"

#include "language/compile/parser.h"

// --- Names in messages -----------------------------------------------------------------------------

const char *expression_name(const node_t *node) {
    switch (node->kind) {
        case N_NAME: return "name";
        case N_ATTRIBUTE: return "attribute";
        case N_SUBSCRIPT: return "subscript";
        case N_STAR: return "starred";
        case N_LIST: return "list";
        case N_TUPLE: return "tuple";
        case N_LAMBDA: return "lambda";
        case N_CALL: return "function call";
        case N_GENERATOR: return "generator expression";
        case N_YIELD: case N_YIELD_FROM: return "yield expression";
        case N_AWAIT: return "await expression";
        case N_LISTCOMP: return "list comprehension";
        case N_SETCOMP: return "set comprehension";
        case N_DICTCOMP: return "dict comprehension";
        case N_DICT: return "dict literal";
        case N_SET: return "set display";
        case N_JOINED: return "f-string expression";
        case N_COMPARE: return "comparison";
        case N_CONDITIONAL: return "conditional expression";
        case N_WALRUS: return "named expression";
        case N_CONST:
            return node->op == 1 ? "expression" : node->f[0].object == mp_const_none ? "None" : node->f[0].object == mp_const_true ? "True" :
                   node->f[0].object == mp_const_false ? "False" : node->f[0].object == MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj) ? "ellipsis" : "literal";
        default: return "expression";
    }
}

// --- Targets ---------------------------------------------------------------------------------------

// The part that cannot be a target, or NULL.
const node_t *invalid_target(const node_t *node, target_t use) {
    switch (node->kind) {
        case N_NAME:
        case N_ATTRIBUTE:
        case N_SUBSCRIPT:
            return NULL;
        case N_STAR:
            return use == TARGET_DELETE ? node : invalid_target(FIELD(node, 0), use);
        case N_TUPLE:
        case N_LIST:
            for (const node_t *element = FIELD(node, 0); element != NULL; element = element->next) {
                const node_t *invalid = invalid_target(element, use);
                if (invalid != NULL) {
                    return invalid;
                }
            }
            return NULL;
        case N_COMPARE: // "for x in y" may have been taken for a comparison
            if (use == TARGET_FOR && FIELD(node, 1)->op == MP_BINARY_OP_IN) {
                return invalid_target(FIELD(node, 0), use);
            }
            return node;
        default:
            return node;
    }
}

static void check_names(parser_t *p, const node_t *node, bool deletes) {
    if (node->kind == N_TUPLE || node->kind == N_LIST) {
        for (const node_t *element = FIELD(node, 0); element != NULL; element = element->next) {
            check_names(p, element, deletes);
        }
    } else if (node->kind == N_STAR) {
        check_names(p, FIELD(node, 0), deletes);
    } else if (node->kind == N_NAME ? NAME_OF(node) == MP_QSTR___debug__ : node->kind == N_ATTRIBUTE && node->f[1].name == MP_QSTR___debug__) {
        error_at(&p->source, node, deletes ? "cannot delete __debug__" : "cannot assign to __debug__");
    }
}

void check_target(parser_t *p, const node_t *node, target_t use) {
    const node_t *invalid = invalid_target(node, use);
    if (invalid != NULL) {
        error_at(&p->source, invalid, use == TARGET_DELETE ? "cannot delete %s" : "cannot assign to %s", expression_name(invalid));
    }
    check_names(p, node, use == TARGET_DELETE);
}

// --- Parameters ------------------------------------------------------------------------------------

typedef struct {
    list_t list;
    bool is_lambda, seen_default, seen_star, seen_slash;
} parameters_t;

static node_t *parse_parameter(parser_t *p, parameters_t *s, int kind) {
    start_t start = start_here(p);
    if (at(p, T_LPAR)) {
        error_here(p, s->is_lambda ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized");
    }
    qstr name = take_identifier(p);
    node_t *node = node_3(p, N_PARAMETER, start, NULL, NULL, NULL);
    node->op = kind;
    node->f[0].name = name;
    if (name == MP_QSTR___debug__) {
        error_at(&p->source, node, "cannot assign to __debug__");
    }
    for (node_t *other = s->list.first; other != NULL; other = other->next) {
        if (NAME_OF(other) == name) {
            error_at(&p->source, node, "duplicate argument '%s' in function definition", qstr_str(name));
        }
    }
    if (!s->is_lambda && take(p, T_COLON)) {
        start_t here = start_here(p);
        FIELD(node, 2) = kind == PARAMETER_STAR && take(p, T_STAR) ? node_1(p, N_STAR, here, parse_operators(p, LEVEL_BIT_OR)) : parse_expression(p);
    }
    if (at(p, T_IS)) {
        if (kind == PARAMETER_STAR || kind == PARAMETER_DOUBLE_STAR) {
            error_here(p, kind == PARAMETER_STAR ? "var-positional argument cannot have default value" : "var-keyword argument cannot have default value");
        }
        advance(p);
        if (at(p, T_COMMA) || at(p, T_RPAR)) {
            error_here(p, "expected default value expression");
        }
        FIELD(node, 1) = parse_expression(p);
    }
    list_add(&s->list, node);
    return node;
}

static void parse_slash(parser_t *p, parameters_t *s) {
    if (s->list.first == NULL) {
        error_here(p, "at least one argument must precede /");
    }
    if (s->seen_slash) {
        error_here(p, "/ may appear only once");
    }
    if (s->seen_star) {
        error_here(p, "/ must be ahead of *");
    }
    s->seen_slash = true;
    for (node_t *node = s->list.first; node != NULL; node = node->next) {
        node->op = PARAMETER_POSITIONAL_ONLY;
    }
    advance(p);
}

static void parse_star(parser_t *p, parameters_t *s, token_kind_t stop) {
    if (s->seen_star) {
        error_here(p, "* argument may appear only once");
    }
    s->seen_star = true;
    token_t star = *token_of(p);
    advance(p);
    if (at(p, T_NAME)) {
        parse_parameter(p, s, PARAMETER_STAR);
        return;
    }
    bool comma = at(p, T_COMMA);
    lexer_state_t before = p->lex.s;
    if (comma) {
        advance(p);
    }
    if (!comma || at(p, stop) || at(p, T_POWER)) {
        if (!comma && !at(p, stop)) {
            invalid_syntax(p);
        }
        place_t place = { star.line, star.line, star.start - star.line_start, star.end - star.line_start };
        syntax_error(&p->source, &mp_type_SyntaxError, place, "named arguments must follow bare *");
    }
    p->lex.s = before;
}

node_t *parse_parameters(parser_t *p, token_kind_t stop) {
    parameters_t s = { .is_lambda = stop == T_COLON };
    s.list.end = &s.list.first;
    start_t start = start_here(p);
    bool ended = false;
    while (!at(p, stop)) {
        if (ended) {
            error_here(p, "arguments cannot follow var-keyword argument");
        }
        if (at(p, T_SLASH)) {
            parse_slash(p, &s);
        } else if (at(p, T_STAR)) {
            parse_star(p, &s, stop);
        } else if (take(p, T_POWER)) {
            parse_parameter(p, &s, PARAMETER_DOUBLE_STAR);
            ended = true;
        } else {
            node_t *node = parse_parameter(p, &s, s.seen_star ? PARAMETER_KEYWORD : PARAMETER_ORDINARY);
            if (!s.seen_star && FIELD(node, 1) == NULL && s.seen_default) {
                error_at(&p->source, node, "parameter without a default follows parameter with a default");
            }
            s.seen_default |= FIELD(node, 1) != NULL && !s.seen_star;
        }
        if (!take(p, T_COMMA)) {
            break;
        }
    }
    if (!at(p, stop)) {
        invalid_syntax(p);
    }
    return node_1(p, N_PARAMETERS, start, s.list.first);
}
