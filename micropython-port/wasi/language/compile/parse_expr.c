// Expressions.
//
// Operators are parsed by precedence, in one function: few calls a level, since a call of this function for each level of Python's grammar would meet
// the limit of recursion early.

#include <string.h>

#include "py/cstack.h"
#include "py/runtime.h"
#include "py/smallint.h"

#include "language/compile/parser.h"

// --- Operators -------------------------------------------------------------------------------------

typedef struct {
    uint8_t token, level, op;
} operator_t;

static const operator_t table[] = {
    { K_OR, LEVEL_OR, 0 }, { K_AND, LEVEL_AND, 0 },
    { T_LESS, LEVEL_COMPARE, MP_BINARY_OP_LESS }, { T_MORE, LEVEL_COMPARE, MP_BINARY_OP_MORE }, { T_EQUAL, LEVEL_COMPARE, MP_BINARY_OP_EQUAL },
    { T_LESS_EQUAL, LEVEL_COMPARE, MP_BINARY_OP_LESS_EQUAL }, { T_MORE_EQUAL, LEVEL_COMPARE, MP_BINARY_OP_MORE_EQUAL },
    { T_NOT_EQUAL, LEVEL_COMPARE, MP_BINARY_OP_NOT_EQUAL }, { K_IN, LEVEL_COMPARE, MP_BINARY_OP_IN }, { K_IS, LEVEL_COMPARE, MP_BINARY_OP_IS },
    { K_NOT, LEVEL_COMPARE, MP_BINARY_OP_NOT_IN },
    { T_OR, LEVEL_BIT_OR, MP_BINARY_OP_OR }, { T_XOR, LEVEL_BIT_XOR, MP_BINARY_OP_XOR }, { T_AND, LEVEL_BIT_AND, MP_BINARY_OP_AND },
    { T_LEFT, LEVEL_SHIFT, MP_BINARY_OP_LSHIFT }, { T_RIGHT, LEVEL_SHIFT, MP_BINARY_OP_RSHIFT },
    { T_PLUS, LEVEL_SUM, MP_BINARY_OP_ADD }, { T_MINUS, LEVEL_SUM, MP_BINARY_OP_SUBTRACT },
    { T_STAR, LEVEL_TERM, MP_BINARY_OP_MULTIPLY }, { T_SLASH, LEVEL_TERM, MP_BINARY_OP_TRUE_DIVIDE }, { T_FLOOR, LEVEL_TERM, MP_BINARY_OP_FLOOR_DIVIDE },
    { T_PERCENT, LEVEL_TERM, MP_BINARY_OP_MODULO }, { T_AT, LEVEL_TERM, MP_BINARY_OP_MAT_MULTIPLY }, { T_POWER, LEVEL_POWER, MP_BINARY_OP_POWER },
};

static const operator_t *operator_here(parser_t *p) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(table); i++) {
        if (table[i].token == token_of(p)->kind) {
            return &table[i];
        }
    }
    return NULL;
}

static bool is_small_int(const node_t *node) {
    return node->kind == N_CONST && mp_obj_is_small_int(node->f[0].object);
}

// Two small numbers whose result is small, too, are computed here.
static node_t *fold_numbers(parser_t *p, start_t start, int op, const node_t *left, const node_t *right) {
    if (p->as_written || !is_small_int(left) || !is_small_int(right)) {
        return NULL;
    }
    mp_int_t l = MP_OBJ_SMALL_INT_VALUE(left->f[0].object), r = MP_OBJ_SMALL_INT_VALUE(right->f[0].object);
    if (op == MP_BINARY_OP_POWER ? r < 0 || r > 30 || l > 1000 || l < -1000 : op == MP_BINARY_OP_LSHIFT ? r < 0 || r > 60 : op == MP_BINARY_OP_RSHIFT ? r < 0 :
        op == MP_BINARY_OP_TRUE_DIVIDE || op == MP_BINARY_OP_MAT_MULTIPLY || ((op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_FLOOR_DIVIDE) && r == 0)) {
        return NULL;
    }
    node_t *node = node_const(p, start, mp_binary_op(op, left->f[0].object, right->f[0].object));
    node->op = 1; // no literal
    return node;
}

static node_t *parse_comparison(parser_t *p, node_t *left, start_t begin) {
    LIST(operands);
    const operator_t *operator;
    while ((operator = operator_here(p)) != NULL && operator->level == LEVEL_COMPARE) {
        int op = operator->op;
        start_t start = start_here(p);
        advance(p);
        if (op == MP_BINARY_OP_NOT_IN) {
            expect(p, K_IN);
        } else if (op == MP_BINARY_OP_IS && take(p, K_NOT)) {
            op = MP_BINARY_OP_IS_NOT;
        }
        node_t *operand = node_1(p, N_OPERAND, start, parse_operators(p, LEVEL_BIT_OR));
        operand->op = op;
        list_add(&operands, operand);
    }
    return node_2(p, N_COMPARE, begin, left, operands.first);
}

// Operators of one level that bind to the left: first, then pairs of operator and operand.
static node_t *parse_chain(parser_t *p, node_t *left, start_t start, int level) {
    LIST(operands);
    const operator_t *operator;
    while ((operator = operator_here(p)) != NULL && operator->level == level) {
        start_t here = start_here(p);
        advance(p);
        node_t *right = parse_operators(p, level + 1);
        node_t *folded = operands.first == NULL ? fold_numbers(p, start, operator->op, left, right) : NULL;
        if (folded != NULL) {
            left = folded;
            continue;
        }
        node_t *operand = node_1(p, N_OPERAND, here, right);
        operand->op = operator->op;
        list_add(&operands, operand);
    }
    return operands.first == NULL ? left : node_2(p, N_BINARY, start, left, operands.first);
}

static node_t *parse_logic(parser_t *p, node_t *left, token_kind_t word, int level) {
    LIST(operands);
    list_add(&operands, left);
    while (take(p, word)) {
        list_add(&operands, parse_operators(p, level + 1));
    }
    return node_1(p, word == K_OR ? N_OR : N_AND, start_of(left), operands.first);
}

static node_t *parse_unary(parser_t *p) {
    start_t start = start_here(p);
    int op = at(p, T_MINUS) ? MP_UNARY_OP_NEGATIVE : at(p, T_PLUS) ? MP_UNARY_OP_POSITIVE : MP_UNARY_OP_INVERT;
    advance(p);
    node_t *operand = parse_operators(p, LEVEL_FACTOR);
    if (!p->as_written && operand->kind == N_CONST && (mp_obj_is_int(operand->f[0].object) || (op == MP_UNARY_OP_NEGATIVE && mp_obj_is_float(operand->f[0].object)))
        && !mp_obj_is_bool(operand->f[0].object)) {
        node_t *node = node_const(p, start, mp_unary_op(op, operand->f[0].object));
        node->op = 1;
        return node;
    }
    node_t *node = node_1(p, N_UNARY, start, operand);
    node->op = op;
    return node;
}

static node_t *parse_primary(parser_t *p);

static void go_deeper(parser_t *p) {
    mp_cstack_check();
    if (++p->depth > MOST_DEPTH) {
        mp_raise_recursion_depth();
    }
}

node_t *parse_operators(parser_t *p, int least) {
    go_deeper(p);
    node_t *left;
    start_t start = start_here(p);
    if (at(p, K_NOT) && least <= LEVEL_NOT) {
        advance(p);
        left = node_1(p, N_NOT, start, parse_operators(p, LEVEL_NOT));
    } else if (at(p, T_MINUS) || at(p, T_PLUS) || at(p, T_TILDE)) {
        left = parse_unary(p);
    } else {
        left = parse_primary(p);
    }
    const operator_t *operator;
    while ((operator = operator_here(p)) != NULL && operator->level >= least) {
        if (operator->token == K_NOT) { // only "not in" is an operator between two
            lexer_state_t before = p->lex.s;
            advance(p);
            if (!at(p, K_IN)) {
                invalid_syntax(p);
            }
            p->lex.s = before;
        }
        switch (operator->level) {
            case LEVEL_OR:
            case LEVEL_AND:
                left = parse_logic(p, left, operator->token, operator->level);
                break;
            case LEVEL_COMPARE:
                left = parse_comparison(p, left, start);
                break;
            case LEVEL_POWER: {
                advance(p);
                node_t *right = parse_operators(p, LEVEL_FACTOR);
                node_t *folded = fold_numbers(p, start, MP_BINARY_OP_POWER, left, right);
                if (folded == NULL) {
                    node_t *operand = node_1(p, N_OPERAND, start_of(right), right);
                    operand->op = MP_BINARY_OP_POWER;
                    folded = node_2(p, N_BINARY, start, left, operand);
                }
                left = folded;
                break;
            }
            default:
                left = parse_chain(p, left, start, operator->level);
        }
    }
    p->depth--;
    return left;
}

// --- Displays and parentheses ----------------------------------------------------------------------

// An element of a display: an expression, named or with a star.
static node_t *parse_element(parser_t *p) {
    start_t start = start_here(p);
    if (take(p, T_STAR)) {
        return node_1(p, N_STAR, start, parse_operators(p, LEVEL_BIT_OR));
    }
    return parse_named_expression(p);
}

// Something follows in brackets that cannot: maybe a comma is missing.
void expect_close(parser_t *p, token_kind_t close, node_t *last) {
    if (at(p, close)) {
        advance(p);
        return;
    }
    if (last != NULL && begins_expression(p) && !at(p, T_STRING) && !at(p, T_FSTRING) && last->kind != N_STAR && !at(p, T_NEWLINE)) {
        lexer_state_t before = p->lex.s;
        node_t *more = parse_expression(p);
        if (p->lex.s.token.kind != T_IS && p->lex.s.token.kind != T_WALRUS) {
            error_range(p, last, more, "invalid syntax. Perhaps you forgot a comma?");
        }
        p->lex.s = before;
    }
    if (last != NULL && at(p, T_STRING) && last->kind != N_NAME) {
        error_range(p, last, parse_strings(p), "invalid syntax. Perhaps you forgot a comma?");
    }
    if (at(p, T_IS) && last != NULL) {
        if (last->kind == N_NAME) {
            lexer_state_t before = p->lex.s;
            advance(p);
            if (begins_expression(p)) {
                error_range(p, last, parse_operators(p, LEVEL_BIT_OR), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
            p->lex.s = before;
        } else if (last->kind != N_ATTRIBUTE && last->kind != N_SUBSCRIPT && last->kind != N_LIST && last->kind != N_TUPLE) {
            error_at(&p->source, last, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expression_name(last));
        }
    }
    invalid_syntax(p);
}

bool at_comp_for(parser_t *p) {
    return at(p, K_FOR) || at(p, K_ASYNC);
}

static node_t *parse_group(parser_t *p) {
    start_t start = start_here(p);
    advance(p);
    if (take(p, T_RPAR)) {
        return node_1(p, N_TUPLE, start, NULL);
    }
    if (at(p, K_YIELD)) {
        node_t *yield = parse_star_or_yield(p);
        expect_close(p, T_RPAR, NULL);
        yield->op = 0x80; // in parentheses
        return yield;
    }
    node_t *first = parse_element(p);
    if (at_comp_for(p)) {
        if (first->kind == N_STAR) {
            error_at(&p->source, first, "iterable unpacking cannot be used in comprehension");
        }
        node_t *node = parse_comprehension(p, N_GENERATOR, start, first);
        expect(p, T_RPAR);
        return node;
    }
    if (!at(p, T_COMMA)) {
        expect_close(p, T_RPAR, first);
        if (first->kind == N_STAR) {
            error_at(&p->source, first, "cannot use starred expression here");
        }
        first->op |= first->kind == N_TUPLE || first->kind == N_NAME ? 0x80 : 0; // in parentheses
        return first;
    }
    LIST(elements);
    list_add(&elements, first);
    node_t *last = first;
    while (take(p, T_COMMA) && !at(p, T_RPAR)) {
        list_add(&elements, last = parse_element(p));
    }
    expect_close(p, T_RPAR, last);
    node_t *tuple = node_1(p, N_TUPLE, start, elements.first);
    tuple->op = 0x80;
    return tuple;
}

static node_t *parse_list(parser_t *p) {
    start_t start = start_here(p);
    advance(p);
    LIST(elements);
    node_t *last = NULL;
    while (!at(p, T_RBRACKET)) {
        list_add(&elements, last = parse_element(p));
        if (at_comp_for(p)) {
            if (last->kind == N_STAR) {
                error_at(&p->source, last, "iterable unpacking cannot be used in comprehension");
            }
            if (elements.first != last) {
                error_range(p, elements.first, last, "did you forget parentheses around the comprehension target?");
            }
            node_t *node = parse_comprehension(p, N_LISTCOMP, start, last);
            expect(p, T_RBRACKET);
            return node;
        }
        if (!take(p, T_COMMA)) {
            break;
        }
    }
    expect_close(p, T_RBRACKET, last);
    return node_1(p, N_LIST, start, elements.first);
}

static node_t *parse_pair(parser_t *p, node_t *key) {
    if (!take(p, T_COLON)) {
        if (at(p, T_RBRACE) || at(p, T_COMMA)) {
            place_t place = node_place(key);
            place.column = place.end_column > 0 ? place.end_column - 1 : 0;
            place.line = place.end_line;
            syntax_error(&p->source, &mp_type_SyntaxError, place, "':' expected after dictionary key");
        }
        expect_close(p, T_COLON, key);
    }
    if (at(p, T_RBRACE) || at(p, T_COMMA)) {
        size_t column = p->lex.s.last_end - p->lex.s.last_end_line_start;
        place_t place = { p->lex.s.last_end_line, p->lex.s.last_end_line, column - 1, column };
        syntax_error(&p->source, &mp_type_SyntaxError, place, "expression expected after dictionary key and ':'");
    }
    if (at(p, T_STAR)) {
        error_here(p, "cannot use a starred expression in a dictionary value");
    }
    return node_2(p, N_PAIR, start_of(key), key, parse_expression(p));
}

static node_t *parse_brace(parser_t *p) {
    start_t start = start_here(p);
    advance(p);
    LIST(elements);
    node_t *last = NULL;
    bool is_dict = at(p, T_RBRACE), known = is_dict;
    while (!at(p, T_RBRACE)) {
        start_t here = start_here(p);
        if ((!known || is_dict) && take(p, T_POWER)) {
            last = node_1(p, N_DOUBLE_STAR, here, parse_operators(p, LEVEL_BIT_OR));
            is_dict = true;
        } else {
            last = is_dict ? parse_expression(p) : parse_element(p);
            if ((!known && at(p, T_COLON)) || is_dict) {
                is_dict = true;
                last = parse_pair(p, last);
            }
        }
        known = true;
        list_add(&elements, last);
        if (at_comp_for(p)) {
            if (last->kind == N_STAR || last->kind == N_DOUBLE_STAR) {
                error_at(&p->source, last, is_dict ? "dict unpacking cannot be used in dict comprehension" : "iterable unpacking cannot be used in comprehension");
            }
            if (elements.first != last && is_dict) {
                invalid_syntax(p);
            }
            if (elements.first != last) {
                error_range(p, elements.first, last, "did you forget parentheses around the comprehension target?");
            }
            node_t *node = parse_comprehension(p, is_dict ? N_DICTCOMP : N_SETCOMP, start, last);
            expect(p, T_RBRACE);
            return node;
        }
        if (!take(p, T_COMMA)) {
            break;
        }
    }
    expect_close(p, T_RBRACE, last != NULL && last->kind == N_PAIR ? FIELD(last, 1) : last);
    return node_1(p, is_dict ? N_DICT : N_SET, start, elements.first);
}

// From "for" or "async" on.
node_t *parse_comprehension(parser_t *p, node_kind_t kind, start_t start, node_t *element) {
    LIST(clauses);
    while (at_comp_for(p)) {
        start_t here = start_here(p);
        bool is_async = take(p, K_ASYNC);
        expect(p, K_FOR);
        node_t *target = parse_target_list(p, K_IN);
        if (!take(p, K_IN)) {
            error_here(p, "'in' expected after for-loop variables");
        }
        node_t *iterable = parse_operators(p, LEVEL_OR);
        if (at(p, K_IF)) {
            // an "else" would make it a conditional, which may not stand here
        }
        LIST(conditions);
        while (take(p, K_IF)) {
            list_add(&conditions, at(p, K_LAMBDA) ? parse_expression(p) : parse_operators(p, LEVEL_OR));
        }
        node_t *clause = node_3(p, N_COMP_FOR, here, target, iterable, conditions.first);
        clause->op = is_async;
        list_add(&clauses, clause);
    }
    node_t *node = node_3(p, kind, start, element, clauses.first, NULL);
    node->end_column += p->lex.s.token.start + 1 <= p->lex.end ? 1 : 0;
    return node;
}

// --- Atoms and what follows them -------------------------------------------------------------------

static node_t *parse_atom(parser_t *p) {
    token_t *token = token_of(p);
    start_t start = start_here(p);
    switch (token->kind) {
        case T_NAME: {
            qstr name = take_identifier(p);
            node_t *node = node_new(p, N_NAME, 1, start);
            node->f[0].name = name;
            return node;
        }
        case T_NUMBER:
            return parse_number(p);
        case T_STRING:
        case T_FSTRING:
            return parse_strings(p);
        case T_LPAR:
            return parse_group(p);
        case T_LBRACKET:
            return parse_list(p);
        case T_LBRACE:
            return parse_brace(p);
        case K_NONE:
        case K_TRUE:
        case K_FALSE:
        case T_ELLIPSIS: {
            token_kind_t kind = token->kind;
            advance(p);
            return node_const(p, start, kind == K_NONE ? mp_const_none : kind == K_TRUE ? mp_const_true : kind == K_FALSE ? mp_const_false : MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj));
        }
        default:
            invalid_syntax(p);
    }
}

static node_t *parse_slice(parser_t *p) {
    start_t start = start_here(p);
    node_t *part[3] = { NULL, NULL, NULL };
    if (!at(p, T_COLON)) {
        part[0] = parse_element(p);
        if (!at(p, T_COLON) || part[0]->kind == N_STAR) {
            return part[0];
        }
    }
    advance(p);
    if (!at(p, T_COLON) && !at(p, T_COMMA) && !at(p, T_RBRACKET)) {
        part[1] = parse_expression(p);
    }
    if (take(p, T_COLON) && !at(p, T_COMMA) && !at(p, T_RBRACKET)) {
        part[2] = parse_expression(p);
    }
    return node_3(p, N_SLICE, start, part[0], part[1], part[2]);
}

static node_t *parse_subscript(parser_t *p) {
    start_t start = start_here(p);
    LIST(elements);
    node_t *first = parse_slice(p), *last = first;
    list_add(&elements, first);
    bool is_tuple = at(p, T_COMMA) || first->kind == N_STAR;
    while (take(p, T_COMMA) && !at(p, T_RBRACKET)) {
        list_add(&elements, last = parse_slice(p));
    }
    node_t *index = is_tuple ? node_1(p, N_TUPLE, start, elements.first) : first;
    expect_close(p, T_RBRACKET, last);
    return index;
}

static node_t *parse_primary(parser_t *p) {
    start_t start = start_here(p);
    if (take(p, K_AWAIT)) {
        if (at(p, K_AWAIT)) {
            invalid_syntax(p);
        }
        return node_1(p, N_AWAIT, start, parse_primary(p));
    }
    node_t *node = parse_atom(p);
    for (;;) {
        if (take(p, T_DOT)) {
            qstr name = take_identifier(p);
            node = node_2(p, N_ATTRIBUTE, start, node, NULL);
            node->f[1].name = name;
        } else if (take(p, T_LPAR)) {
            node_t *arguments = parse_arguments(p, false);
            node = node_2(p, N_CALL, start, node, arguments);
        } else if (take(p, T_LBRACKET)) {
            node_t *index = parse_subscript(p);
            node = node_2(p, N_SUBSCRIPT, start, node, index);
        } else {
            return node;
        }
    }
}

// --- Larger expressions ----------------------------------------------------------------------------

static node_t *parse_lambda(parser_t *p) {
    start_t start = start_here(p);
    if (p->lex.s.field != 0 && p->lex.s.level == p->lex.s.field - 1u) { // the colon would begin a format
        error_here(p, "f-string: lambda expressions are not allowed without parentheses");
    }
    advance(p);
    node_t *parameters = parse_parameters(p, T_COLON);
    expect(p, T_COLON);
    node_t *lambda = node_3(p, N_LAMBDA, start, parameters, parse_expression(p), NULL);
    if (at(p, T_WALRUS) && FIELD(lambda, 1)->kind == N_NAME) {
        error_at(&p->source, lambda, "cannot use assignment expressions with lambda");
    }
    return lambda;
}

node_t *parse_expression(parser_t *p) {
    go_deeper(p);
    start_t start = start_here(p);
    node_t *value = at(p, K_LAMBDA) ? parse_lambda(p) : parse_operators(p, LEVEL_OR);
    if (value->kind == N_LAMBDA || !at(p, K_IF)) {
        p->depth--;
        return value;
    }
    advance(p);
    node_t *condition = parse_operators(p, LEVEL_OR);
    if (!take(p, K_ELSE)) {
        if (at(p, T_COLON)) {
            invalid_syntax(p);
        }
        error_range(p, value, condition, "expected 'else' after 'if' expression");
    }
    node_t *otherwise = parse_expression(p);
    p->depth--;
    return node_3(p, N_CONDITIONAL, start, condition, value, otherwise);
}

node_t *parse_named_expression(parser_t *p) {
    start_t start = start_here(p);
    node_t *node = parse_expression(p);
    if (!at(p, T_WALRUS)) {
        return node;
    }
    if (node->kind != N_NAME || node->op & 0x80) {
        error_at(&p->source, node, "cannot use assignment expressions with %s", expression_name(node));
    }
    advance(p);
    return node_2(p, N_WALRUS, start, node, parse_expression(p));
}

static bool ends_expressions(parser_t *p) {
    return !begins_expression(p) && !at(p, T_STAR);
}

node_t *parse_star_expressions(parser_t *p) {
    start_t start = start_here(p);
    LIST(elements);
    bool is_tuple = false;
    do {
        start_t here = start_here(p);
        node_t *element = take(p, T_STAR) ? node_1(p, N_STAR, here, parse_operators(p, LEVEL_BIT_OR)) : parse_expression(p);
        list_add(&elements, element);
        if (!at(p, T_COMMA)) {
            break;
        }
        is_tuple = true;
        advance(p);
    } while (!ends_expressions(p));
    return is_tuple ? node_1(p, N_TUPLE, start, elements.first) : elements.first;
}

node_t *parse_star_or_yield(parser_t *p) {
    start_t start = start_here(p);
    if (!take(p, K_YIELD)) {
        return parse_star_expressions(p);
    }
    if (take(p, K_FROM)) {
        return node_1(p, N_YIELD_FROM, start, parse_expression(p));
    }
    node_t *value = ends_expressions(p) ? NULL : parse_star_expressions(p);
    return node_1(p, N_YIELD, start, value);
}

node_t *parse_target_list(parser_t *p, token_kind_t stop) {
    start_t start = start_here(p);
    LIST(elements);
    bool is_tuple = false;
    do {
        start_t here = start_here(p);
        node_t *element = take(p, T_STAR) ? node_1(p, N_STAR, here, parse_operators(p, LEVEL_BIT_OR)) : parse_operators(p, LEVEL_BIT_OR);
        list_add(&elements, element);
        if (!at(p, T_COMMA)) {
            break;
        }
        is_tuple = true;
        advance(p);
    } while (!at(p, stop) && !at(p, T_IS));
    node_t *target = is_tuple ? node_1(p, N_TUPLE, start, elements.first) : elements.first;
    check_target(p, target, TARGET_FOR);
    if (target->kind == N_STAR) {
        error_at(&p->source, target, "starred assignment target must be in a list or tuple");
    }
    return target;
}
