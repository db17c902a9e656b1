// Definitions of functions and classes, with their decorators and type parameters.

#include "py/runtime.h"

#include "language/compile/parser.h"

enum { LAZY_BOUND = 1, LAZY_CONSTRAINT, LAZY_DEFAULT }; // symbols.c names them

// Bounds and defaults are evaluated when they are asked for: they become functions.
static node_t *lazy(parser_t *p, node_t *value, int which) {
    node_t *parameters = node_1(p, N_PARAMETERS, start_of(value), NULL);
    node_t *node = node_3(p, N_LAMBDA, start_of(value), parameters, value, NULL);
    node->op = which;
    return node;
}

static void parse_bound(parser_t *p, node_t *parameter, int stars) {
    node_t *bound = parse_expression(p);
    if (stars != 0) {
        static const char *const words[] = {
            "cannot use bound with TypeVarTuple", "cannot use constraints with TypeVarTuple", "cannot use bound with ParamSpec", "cannot use constraints with ParamSpec",
        };
        error_range(p, parameter, bound, words[2 * (stars - 1) + (bound->kind == N_TUPLE)]);
    }
    FIELD(parameter, 1) = lazy(p, bound, bound->kind == N_TUPLE ? LAZY_CONSTRAINT : LAZY_BOUND);
}

static void parse_type_default(parser_t *p, node_t *parameter, int stars) {
    start_t here = start_here(p);
    if (at(p, T_STAR) && stars != 1) {
        invalid_syntax(p);
    }
    bool star = take(p, T_STAR);
    node_t *value = lazy(p, star ? parse_operators(p, LEVEL_BIT_OR) : parse_expression(p), LAZY_DEFAULT);
    FIELD(parameter, 2) = star ? node_1(p, N_STAR, here, value) : value;
}

// [T: bound = default, *Ts, **P]
node_t *parse_type_parameters(parser_t *p) {
    advance(p);
    LIST(list);
    bool has_default = false;
    if (at(p, T_RBRACKET)) {
        error_here(p, "Type parameter list cannot be empty");
    }
    do {
        if (at(p, T_RBRACKET)) {
            break;
        }
        start_t start = start_here(p);
        int stars = take(p, T_STAR) ? 1 : take(p, T_POWER) ? 2 : 0;
        qstr name = take_identifier(p);
        node_t *node = node_3(p, N_TYPE_PARAMETER, start, NULL, NULL, NULL);
        node->f[0].name = name;
        node->op = stars;
        if (take(p, T_COLON)) {
            parse_bound(p, node, stars);
        }
        if (take(p, T_IS)) {
            parse_type_default(p, node, stars);
            has_default = true;
        } else if (has_default) {
            error_at(&p->source, node, "non-default type parameter '%s' follows default type parameter", qstr_str(name));
        }
        list_add(&list, node);
    } while (take(p, T_COMMA));
    expect(p, T_RBRACKET);
    return list.first;
}

node_t *parse_function(parser_t *p, start_t start, node_t *decorators, bool is_async) {
    advance(p);
    node_t *node = node_new(p, N_FUNCTION, 7, start);
    node->op = is_async;
    node->f[0].name = take_identifier(p);
    FIELD(node, 6) = at(p, T_LBRACKET) ? parse_type_parameters(p) : NULL;
    if (!take(p, T_LPAR)) {
        error_here(p, "expected '('");
    }
    FIELD(node, 1) = parse_parameters(p, T_RPAR);
    expect(p, T_RPAR);
    FIELD(node, 3) = decorators;
    FIELD(node, 4) = take(p, T_ARROW) ? parse_expression(p) : NULL;
    FIELD(node, 2) = parse_block(p, "function definition", start.line);
    return node;
}

// A class with type parameters has a base more, which stands behind those that are written: Generic[T].
static void add_generic_base(parser_t *p, node_t **place, start_t start) {
    while (*place != NULL && (*place)->kind != N_KEYWORD && (*place)->kind != N_DOUBLE_STAR) {
        place = &(*place)->next;
    }
    node_t *base = node_new(p, N_NAME, 1, start);
    base->f[0].name = MP_QSTR__dot_generic_base;
    base->next = *place;
    *place = base;
}

node_t *parse_class(parser_t *p, start_t start, node_t *decorators) {
    advance(p);
    node_t *node = node_new(p, N_CLASS, 6, start);
    node->f[0].name = take_identifier(p);
    FIELD(node, 5) = at(p, T_LBRACKET) ? parse_type_parameters(p) : NULL;
    FIELD(node, 1) = take(p, T_LPAR) ? parse_arguments(p, true) : NULL;
    if (FIELD(node, 5) != NULL) {
        add_generic_base(p, &FIELD(node, 1), start);
    }
    FIELD(node, 3) = decorators;
    if (at(p, T_NEWLINE)) {
        error_here(p, "expected ':'");
    }
    qstr around = p->class_name;
    p->class_name = NAME_OF(node);
    FIELD(node, 2) = parse_block(p, "class definition", start.line);
    p->class_name = around;
    return node;
}

node_t *parse_decorated(parser_t *p) {
    LIST(decorators);
    while (take(p, T_AT)) {
        list_add(&decorators, parse_named_expression(p));
        expect(p, T_NEWLINE);
    }
    start_t start = start_here(p);
    if (at(p, K_CLASS)) {
        return parse_class(p, start, decorators.first);
    }
    bool is_async = take(p, K_ASYNC);
    if (!at(p, K_DEF)) {
        invalid_syntax(p);
    }
    return parse_function(p, start, decorators.first, is_async);
}
