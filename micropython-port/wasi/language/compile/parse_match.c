// match statements.

#include "py/cstack.h"
#include "py/runtime.h"

#include "language/compile/parser.h"

static node_t *parse_pattern(parser_t *p);
static node_t *parse_or_pattern(parser_t *p);

static node_t *new_capture(parser_t *p, node_kind_t kind, start_t start, qstr name) {
    node_t *node = node_new(p, kind, 1, start);
    node->f[0].name = name;
    return node;
}

static qstr take_capture(parser_t *p) { // "_" captures nothing
    if (at_word(p, "_")) {
        advance(p);
        return MP_QSTRnull;
    }
    return take_identifier(p);
}

// A number with a sign, maybe a complex one: -1, 1 + 2j.
static node_t *parse_signed_number(parser_t *p) {
    start_t start = start_here(p);
    bool negative = take(p, T_MINUS);
    if (!at(p, T_NUMBER)) {
        invalid_syntax(p);
    }
    node_t *number = parse_number(p);
    mp_obj_t value = number->f[0].object;
    if (negative) {
        value = mp_unary_op(MP_UNARY_OP_NEGATIVE, value);
    }
    if (at(p, T_PLUS) || at(p, T_MINUS)) {
        if (mp_obj_is_type(value, &mp_type_complex)) {
            error_at(&p->source, number, "real number required in complex literal");
        }
        int op = at(p, T_PLUS) ? MP_BINARY_OP_ADD : MP_BINARY_OP_SUBTRACT;
        advance(p);
        if (!at(p, T_NUMBER)) {
            invalid_syntax(p);
        }
        node_t *imaginary = parse_number(p);
        if (!mp_obj_is_type(imaginary->f[0].object, &mp_type_complex)) {
            error_at(&p->source, imaginary, "imaginary number required in complex literal");
        }
        value = mp_binary_op(op, value, imaginary->f[0].object);
    }
    return node_const(p, start, value);
}

static node_t *parse_dotted(parser_t *p, start_t start) {
    node_t *node = node_new(p, N_NAME, 1, start);
    node->f[0].name = take_identifier(p);
    while (take(p, T_DOT)) {
        qstr name = take_identifier(p);
        node = node_2(p, N_ATTRIBUTE, start, node, NULL);
        node->f[1].name = name;
    }
    return node;
}

static node_t *parse_class_pattern(parser_t *p, start_t start, node_t *type) {
    advance(p);
    LIST(arguments);
    bool keywords = false;
    while (!at(p, T_RPAR)) {
        start_t here = start_here(p);
        if (at(p, T_NAME)) {
            lexer_state_t before = p->lex.s;
            qstr around = p->class_name;
            p->class_name = MP_QSTRnull; // an attribute's name is looked up as it stands
            qstr name = take_identifier(p);
            p->class_name = around;
            if (take(p, T_IS)) {
                node_t *pattern = parse_pattern(p);
                node_t *keyword = node_2(p, P_KEYWORD, here, NULL, pattern);
                keyword->f[0].name = name;
                for (node_t *other = arguments.first; other != NULL; other = other->next) {
                    if (other->kind == P_KEYWORD && NAME_OF(other) == name) {
                        error_at(&p->source, pattern, "attribute name repeated in class pattern: %s", qstr_str(name));
                    }
                }
                list_add(&arguments, keyword);
                keywords = true;
                if (!take(p, T_COMMA)) {
                    break;
                }
                continue;
            }
            p->lex.s = before;
        }
        node_t *pattern = parse_pattern(p);
        if (keywords) {
            error_at(&p->source, pattern, "positional patterns follow keyword patterns");
        }
        list_add(&arguments, pattern);
        if (!take(p, T_COMMA)) {
            break;
        }
    }
    expect(p, T_RPAR);
    return node_2(p, P_CLASS, start, type, arguments.first);
}

static node_t *parse_mapping_key(parser_t *p) {
    start_t start = start_here(p);
    if (at(p, T_NUMBER) || at(p, T_MINUS)) {
        return parse_signed_number(p);
    }
    if (at(p, T_STRING)) {
        return parse_strings(p);
    }
    if (at(p, K_NONE) || at(p, K_TRUE) || at(p, K_FALSE)) {
        return parse_operators(p, LEVEL_NO_OPERATOR);
    }
    node_t *key = parse_dotted(p, start);
    if (key->kind == N_NAME) {
        invalid_syntax(p);
    }
    return key;
}

static node_t *parse_mapping_pattern(parser_t *p) {
    start_t start = start_here(p);
    advance(p);
    LIST(pairs);
    qstr rest = MP_QSTRnull;
    while (!at(p, T_RBRACE)) {
        start_t here = start_here(p);
        if (take(p, T_POWER)) {
            if (at_word(p, "_")) {
                invalid_syntax(p);
            }
            rest = take_identifier(p);
            take(p, T_COMMA);
            break;
        }
        node_t *key = parse_mapping_key(p);
        expect(p, T_COLON);
        node_t *value = parse_pattern(p);
        for (node_t *other = pairs.first; key->kind == N_CONST && other != NULL; other = other->next) {
            if (FIELD(other, 0)->kind == N_CONST && mp_obj_equal(FIELD(other, 0)->f[0].object, key->f[0].object)) {
                vstr_t shown;
                mp_print_t print;
                vstr_init_print(&shown, 16, &print);
                mp_obj_print_helper(&print, key->f[0].object, PRINT_REPR);
                *key = (node_t) { .line = start.line, .column = start.column, .end_column = key->end_column }; // the whole pattern
                error_at(&p->source, key, "mapping pattern checks duplicate key (%s)", vstr_null_terminated_str(&shown));
            }
        }
        list_add(&pairs, node_2(p, P_PAIR, here, key, value));
        if (!take(p, T_COMMA)) {
            break;
        }
    }
    expect(p, T_RBRACE);
    node_t *node = node_2(p, P_MAPPING, start, pairs.first, NULL);
    node->f[1].name = rest;
    return node;
}

// Patterns with commas between them, up to a bracket or the end; one without a comma stands for itself if single.
static node_t *parse_sequence(parser_t *p, start_t start, token_kind_t close, bool single) {
    LIST(patterns);
    bool comma = false, star = false;
    while (!at(p, close) && !(close == T_COLON && at(p, K_IF))) {
        start_t here = start_here(p);
        node_t *pattern;
        if (take(p, T_STAR)) {
            pattern = new_capture(p, P_STAR, here, take_capture(p));
            if (star) {
                pattern->line = start.line;
                pattern->column = start.column;
                error_at(&p->source, pattern, "multiple starred names in sequence pattern");
            }
            star = true;
        } else {
            pattern = parse_pattern(p);
        }
        list_add(&patterns, pattern);
        if (!take(p, T_COMMA)) {
            break;
        }
        comma = true;
    }
    if (close != T_COLON) {
        expect(p, close);
    }
    if (single && !comma && patterns.first != NULL) {
        if (patterns.first->kind == P_STAR) {
            invalid_syntax(p);
        }
        return patterns.first;
    }
    return node_1(p, P_SEQUENCE, start, patterns.first);
}

static node_t *parse_closed_pattern(parser_t *p) {
    mp_cstack_check();
    start_t start = start_here(p);
    switch (token_of(p)->kind) {
        case T_NUMBER:
        case T_MINUS:
            return node_1(p, P_VALUE, start, parse_signed_number(p));
        case T_STRING:
            return node_1(p, P_VALUE, start, parse_strings(p));
        case T_FSTRING:
            error_at(&p->source, parse_strings(p), "patterns may only match literals and attribute lookups");
        case K_NONE:
        case K_TRUE:
        case K_FALSE: {
            node_t *node = node_1(p, P_VALUE, start, parse_operators(p, LEVEL_NO_OPERATOR));
            node->op = 1; // by identity
            return node;
        }
        case T_LPAR:
        case T_LBRACKET: {
            token_kind_t close = at(p, T_LPAR) ? T_RPAR : T_RBRACKET;
            advance(p);
            return parse_sequence(p, start, close, close == T_RPAR);
        }
        case T_LBRACE:
            return parse_mapping_pattern(p);
        case T_NAME: {
            bool wildcard = at_word(p, "_");
            node_t *name = parse_dotted(p, start);
            if (at(p, T_LPAR)) {
                return parse_class_pattern(p, start, name);
            }
            if (name->kind == N_ATTRIBUTE) {
                return node_1(p, P_VALUE, start, name);
            }
            return new_capture(p, P_CAPTURE, start, wildcard ? MP_QSTRnull : NAME_OF(name));
        }
        default:
            invalid_syntax(p);
    }
}

static node_t *parse_or_pattern(parser_t *p) {
    start_t start = start_here(p);
    node_t *first = parse_closed_pattern(p);
    if (!at(p, T_OR)) {
        return first;
    }
    LIST(patterns);
    list_add(&patterns, first);
    while (take(p, T_OR)) {
        list_add(&patterns, parse_closed_pattern(p));
    }
    return node_1(p, P_OR, start, patterns.first);
}

static node_t *parse_pattern(parser_t *p) {
    start_t start = start_here(p);
    node_t *pattern = parse_or_pattern(p);
    if (!take(p, K_AS)) {
        return pattern;
    }
    if (at_word(p, "_")) {
        error_here(p, "cannot use '_' as a target");
    }
    if (!at(p, T_NAME)) {
        error_here(p, "invalid pattern target");
    }
    qstr name = take_identifier(p);
    if (at(p, T_DOT) || at(p, T_LPAR)) {
        error_here(p, "invalid pattern target");
    }
    node_t *node = node_2(p, P_AS, start, pattern, NULL);
    node->f[1].name = name;
    return node;
}

static node_t *parse_case(parser_t *p) {
    start_t start = start_here(p);
    advance(p);
    node_t *pattern = parse_sequence(p, start_here(p), T_COLON, true);
    if (pattern->kind == P_SEQUENCE && FIELD(pattern, 0) == NULL && at(p, T_COLON) && pattern->line == start.line && pattern->column == token_of(p)->start - token_of(p)->line_start) {
        invalid_syntax(p);
    }
    node_t *guard = take(p, K_IF) ? parse_named_expression(p) : NULL;
    node_t *node = node_3(p, N_CASE, start, pattern, guard, NULL);
    FIELD(node, 2) = parse_block(p, "'case' statement", start.line);
    return node;
}

node_t *parse_match(parser_t *p) {
    start_t start = start_here(p);
    advance(p);
    start_t here = start_here(p);
    LIST(elements);
    bool is_tuple = false;
    do {
        start_t element = start_here(p);
        list_add(&elements, take(p, T_STAR) ? node_1(p, N_STAR, element, parse_operators(p, LEVEL_BIT_OR)) : parse_named_expression(p));
        is_tuple |= at(p, T_COMMA);
    } while (take(p, T_COMMA) && !at(p, T_COLON));
    node_t *subject = is_tuple ? node_1(p, N_TUPLE, here, elements.first) : elements.first;
    expect(p, T_COLON);
    expect(p, T_NEWLINE);
    if (!take(p, T_INDENT)) {
        token_t *token = token_of(p);
        place_t place = { token->line, token->line, token->start - token->line_start, token->end - token->line_start };
        syntax_error(&p->source, &mp_type_IndentationError, place, "expected an indented block after 'match' statement on line %u", (unsigned)start.line);
    }
    LIST(cases);
    while (at_word(p, "case")) {
        list_add(&cases, parse_case(p));
    }
    if (cases.first == NULL || !take(p, T_DEDENT)) {
        invalid_syntax(p);
    }
    return node_2(p, N_MATCH, start, subject, cases.first);
}
