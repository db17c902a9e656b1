// Arguments of calls, and of classes.

#include <string.h>

#include "py/runtime.h"

#include "language/compile/parser.h"

static node_t *parse_argument(parser_t *p) {
    start_t start = start_here(p);
    if (take(p, T_STAR)) {
        if (at(p, T_COMMA) || at(p, T_RPAR)) {
            error_here(p, "Invalid star expression");
        }
        return node_1(p, N_STAR, start, parse_expression(p));
    }
    if (take(p, T_POWER)) {
        return node_1(p, N_DOUBLE_STAR, start, parse_expression(p));
    }
    if (at(p, T_NAME)) { // a keyword?
        lexer_state_t before = p->lex.s;
        qstr class_name = p->class_name;
        p->class_name = MP_QSTRnull; // keywords are no private names
        qstr name = take_identifier(p);
        p->class_name = class_name;
        if (take(p, T_IS)) {
            if (at(p, T_COMMA) || at(p, T_RPAR)) {
                place_t place = { start.line, start.line, start.column, p->lex.s.last_end - p->lex.s.last_end_line_start };
                syntax_error(&p->source, &mp_type_SyntaxError, place, "expected argument value expression");
            }
            node_t *value = parse_expression(p);
            node_t *node = node_2(p, N_KEYWORD, start, NULL, value);
            node->f[0].name = name;
            if (at_comp_for(p)) {
                place_t place = { start.line, p->lex.s.last_end_line, start.column, node->column + strlen(qstr_str(name)) + 1 };
                syntax_error(&p->source, &mp_type_SyntaxError, place, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
            return node;
        }
        p->lex.s = before;
    }
    node_t *value = parse_named_expression(p);
    if (at(p, T_IS)) {
        if (value->kind == N_CONST && (value->f[0].object == mp_const_none || value->f[0].object == mp_const_true || value->f[0].object == mp_const_false)) {
            place_t place = { start.line, token_of(p)->line, start.column, token_of(p)->end - token_of(p)->line_start };
            syntax_error(&p->source, &mp_type_SyntaxError, place, "cannot assign to %s", expression_name(value));
        }
        place_t place = { start.line, token_of(p)->line, start.column, token_of(p)->end - token_of(p)->line_start };
        syntax_error(&p->source, &mp_type_SyntaxError, place, "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    return value;
}

static void check_repeated_keyword(parser_t *p, node_t *first, node_t *last) {
    for (node_t *other = first; last->kind == N_KEYWORD && other != last; other = other->next) {
        if (other->kind == N_KEYWORD && NAME_OF(other) == NAME_OF(last)) {
            error_at(&p->source, last, "keyword argument repeated: %s", qstr_str(NAME_OF(last)));
        }
    }
}

node_t *parse_arguments(parser_t *p, bool of_class) {
    LIST(arguments);
    bool keywords = false, double_star = false;
    node_t *last = NULL;
    start_t comma = start_here(p);
    while (!at(p, T_RPAR)) {
        start_t start = start_here(p);
        last = parse_argument(p);
        list_add(&arguments, last);
        if (at_comp_for(p) && last->kind == N_STAR) {
            error_at(&p->source, last, "iterable unpacking cannot be used in comprehension");
        }
        if (at_comp_for(p) && last->kind != N_STAR && last->kind != N_DOUBLE_STAR && last->kind != N_KEYWORD) {
            lexer_state_t before = p->lex.s;
            node_t *generator = parse_comprehension(p, N_GENERATOR, start, last);
            if (at(p, T_COMMA) || arguments.first != last) {
                generator->end_column--; // of no parenthesis
                error_at(&p->source, generator, "Generator expression must be parenthesized");
            }
            if (of_class && at(p, T_RPAR)) {
                p->lex.s = before;
                invalid_syntax(p);
            }
            arguments.first = last = generator;
            arguments.end = &generator->next;
        }
        if (last->kind == N_DOUBLE_STAR) {
            double_star = true;
        } else if (last->kind == N_KEYWORD) {
            keywords = true;
            check_repeated_keyword(p, arguments.first, last);
        } else if (last->kind == N_STAR ? double_star : keywords || double_star) {
            if (last->kind == N_STAR) {
                last->line = comma.line;
                last->column = comma.column;
                error_at(&p->source, last, "iterable argument unpacking follows keyword argument unpacking");
            }
            error_here(p, double_star ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument");
        }
        comma = start_here(p);
        if (!take(p, T_COMMA)) {
            break;
        }
    }
    expect_close(p, T_RPAR, last != NULL && last->kind == N_KEYWORD ? FIELD(last, 1) : last);
    return arguments.first;
}
