// Statements.

#include <string.h>

#include "py/cstack.h"
#include "py/runtime.h"

#include "language/compile/parser.h"

// --- Blocks ----------------------------------------------------------------------------------------

static void parse_simple_line(parser_t *p, list_t *list);
static void parse_statement(parser_t *p, list_t *list);

// What stands behind "what:" of the given line.
node_t *parse_block(parser_t *p, const char *what, size_t line) {
    LIST(list);
    if (!at(p, T_COLON)) {
        error_here(p, "expected ':'");
    }
    advance(p);
    if (!take(p, T_NEWLINE)) {
        parse_simple_line(p, &list);
        return list.first;
    }
    if (!take(p, T_INDENT)) {
        token_t *token = token_of(p);
        place_t place = { token->line, token->line, token->start - token->line_start, token->end - token->line_start };
        syntax_error(&p->source, &mp_type_IndentationError, place, "expected an indented block after %s on line %u", what, (unsigned)line);
    }
    while (!at(p, T_DEDENT) && !at(p, T_END)) {
        parse_statement(p, &list);
    }
    take(p, T_DEDENT);
    return list.first;
}

node_t *parse_statements(parser_t *p, bool to_end) {
    LIST(list);
    while (!at(p, T_END) && !(at(p, T_DEDENT) && !to_end)) {
        parse_statement(p, &list);
    }
    return list.first;
}

// --- Simple statements -----------------------------------------------------------------------------

static const uint8_t augmented[][2] = {
    { T_PLUS_IS, MP_BINARY_OP_INPLACE_ADD }, { T_MINUS_IS, MP_BINARY_OP_INPLACE_SUBTRACT }, { T_STAR_IS, MP_BINARY_OP_INPLACE_MULTIPLY },
    { T_SLASH_IS, MP_BINARY_OP_INPLACE_TRUE_DIVIDE }, { T_FLOOR_IS, MP_BINARY_OP_INPLACE_FLOOR_DIVIDE }, { T_PERCENT_IS, MP_BINARY_OP_INPLACE_MODULO },
    { T_POWER_IS, MP_BINARY_OP_INPLACE_POWER }, { T_AT_IS, MP_BINARY_OP_INPLACE_MAT_MULTIPLY }, { T_AND_IS, MP_BINARY_OP_INPLACE_AND },
    { T_OR_IS, MP_BINARY_OP_INPLACE_OR }, { T_XOR_IS, MP_BINARY_OP_INPLACE_XOR }, { T_LEFT_IS, MP_BINARY_OP_INPLACE_LSHIFT }, { T_RIGHT_IS, MP_BINARY_OP_INPLACE_RSHIFT },
};

// Whether CPython's grammar takes "a = value" for a comparison gone wrong: what stands before the last "=", up to a value that no other "=" follows.
static bool looks_compared(parser_t *p, const node_t *target, const node_t **value) {
    bool constant = target->kind == N_CONST && (target->f[0].object == mp_const_none || target->f[0].object == mp_const_true || target->f[0].object == mp_const_false);
    switch (target->kind) {
        case N_LIST: case N_TUPLE: case N_GENERATOR: case N_WALRUS: case N_LAMBDA: case N_CONDITIONAL: case N_COMPARE: case N_NOT: case N_AND: case N_OR: case N_STAR:
            return false;
        case N_YIELD: case N_YIELD_FROM:
            if (!target->op) {
                return false;
            }
        // fall through
        default:
            break;
    }
    if (constant || !begins_expression(p) || at(p, K_NOT) || at(p, K_LAMBDA) || at(p, K_YIELD) || at(p, T_STAR)) {
        return false;
    }
    *value = parse_operators(p, LEVEL_BIT_OR);
    return !at(p, T_IS) && !at(p, T_WALRUS);
}

// The parser stands behind the "=".
static void check_assigned(parser_t *p, const node_t *target, bool is_first) {
    const node_t *invalid = invalid_target(target, TARGET_ASSIGN), *last = target, *value;
    if (invalid == NULL) {
        check_target(p, target, TARGET_ASSIGN); // __debug__
        return;
    }
    if (target->kind == N_TUPLE && FIELD(target, 0)->line == target->line && FIELD(target, 0)->column == target->column) { // not in parentheses
        for (last = FIELD(target, 0); last->next != NULL; last = last->next) {
        }
    }
    lexer_state_t before = p->lex.s;
    if (is_first && looks_compared(p, last, &value)) {
        if (last->kind == N_NAME) {
            error_range(p, last, value, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        error_at(&p->source, last, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expression_name(last));
    }
    p->lex.s = before;
    if (invalid == target && invalid->kind == N_YIELD) {
        error_at(&p->source, target, "assignment to yield expression not possible");
    }
    check_target(p, target, TARGET_ASSIGN);
}

static node_t *parse_assignment(parser_t *p, start_t start, node_t *first) {
    LIST(targets);
    node_t *value = first;
    while (take(p, T_IS)) {
        check_assigned(p, value, value == first);
        list_add(&targets, value);
        value = parse_star_or_yield(p);
    }
    if (value->kind == N_STAR) {
        error_at(&p->source, value, "can't use starred expression here");
    }
    return node_2(p, N_ASSIGN, start, targets.first, value);
}

static node_t *parse_annotation(parser_t *p, start_t start, node_t *target) {
    if (target->kind == N_TUPLE || target->kind == N_LIST) {
        error_at(&p->source, target, "only single target (not %s) can be annotated", expression_name(target));
    }
    if (target->kind != N_NAME && target->kind != N_ATTRIBUTE && target->kind != N_SUBSCRIPT) {
        error_at(&p->source, target, "illegal target for annotation");
    }
    advance(p);
    node_t *annotation = parse_expression(p), *value = NULL;
    if (take(p, T_IS)) {
        value = parse_star_or_yield(p);
    }
    node_t *node = node_3(p, N_ANNOTATED, start, target, annotation, value);
    node->op = target->kind == N_NAME && !(target->op & 0x80); // its annotation is kept
    return node;
}

// print x, exec x
static void check_old_print(parser_t *p, const node_t *value) {
    if (value->kind != N_NAME || !begins_expression(p) || at(p, T_LPAR)) {
        return;
    }
    qstr name = NAME_OF(value);
    if (name != MP_QSTR_print && name != MP_QSTR_exec) {
        return;
    }
    node_t *rest = parse_star_expressions(p);
    place_t place = { value->line, rest->line + rest->end_lines, value->column, rest->end_column };
    syntax_error(&p->source, &mp_type_SyntaxError, place, "Missing parentheses in call to '%s'. Did you mean %s(...)?", qstr_str(name), qstr_str(name));
}

static node_t *parse_expression_statement(parser_t *p) {
    start_t start = start_here(p);
    node_t *value = parse_star_or_yield(p);
    if (at(p, T_IS)) {
        return parse_assignment(p, start, value);
    }
    if (at(p, T_COLON)) {
        return parse_annotation(p, start, value);
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(augmented); i++) {
        if (at(p, augmented[i][0])) {
            if (value->kind != N_NAME && value->kind != N_ATTRIBUTE && value->kind != N_SUBSCRIPT) {
                error_at(&p->source, value, "'%s' is an illegal expression for augmented assignment", expression_name(value));
            }
            check_target(p, value, TARGET_ASSIGN);
            advance(p);
            node_t *node = node_2(p, N_AUGMENTED, start, value, parse_star_or_yield(p));
            node->op = augmented[i][1];
            return node;
        }
    }
    check_old_print(p, value);
    if (value->kind == N_STAR) {
        error_at(&p->source, value, "can't use starred expression here");
    }
    return node_1(p, N_EXPRESSION, start, value);
}

static node_t *parse_delete(parser_t *p, start_t start) {
    LIST(targets);
    do {
        if (at(p, T_NEWLINE) || at(p, T_SEMICOLON)) {
            break;
        }
        start_t here = start_here(p);
        node_t *target = take(p, T_STAR) ? node_1(p, N_STAR, here, parse_expression(p)) : parse_expression(p);
        check_target(p, target, TARGET_DELETE);
        list_add(&targets, target);
    } while (take(p, T_COMMA));
    if (targets.first == NULL) {
        invalid_syntax(p);
    }
    return node_1(p, N_DELETE, start, targets.first);
}

static node_t *parse_names(parser_t *p, start_t start, node_kind_t kind) {
    LIST(names);
    do {
        start_t here = start_here(p);
        qstr name = take_identifier(p);
        node_t *node = node_new(p, N_NAME, 1, here);
        node->f[0].name = name;
        list_add(&names, node);
    } while (take(p, T_COMMA));
    return node_1(p, kind, start, names.first);
}

static node_t *parse_raise(parser_t *p, start_t start) {
    node_t *value = NULL, *cause = NULL;
    if (!at(p, T_NEWLINE) && !at(p, T_SEMICOLON)) {
        value = parse_expression(p);
        if (take(p, K_FROM)) {
            cause = parse_expression(p);
        }
    }
    return node_2(p, N_RAISE, start, value, cause);
}

// --- Soft keywords ---------------------------------------------------------------------------------

static bool begins_type_alias(parser_t *p) {
    if (!at_word(p, "type")) {
        return false;
    }
    lexer_state_t before = p->lex.s;
    advance(p);
    bool found = at(p, T_NAME);
    if (found) {
        advance(p);
        found = at(p, T_IS) || at(p, T_LBRACKET);
    }
    p->lex.s = before;
    return found;
}

static node_t *parse_type_alias(parser_t *p, start_t start) {
    advance(p);
    node_t *node = node_new(p, N_TYPE_ALIAS, 4, start);
    node->f[0].name = take_identifier(p);
    FIELD(node, 1) = at(p, T_LBRACKET) ? parse_type_parameters(p) : NULL;
    expect(p, T_IS);
    FIELD(node, 2) = parse_expression(p);
    return node;
}

// A line that begins with "match" is a match statement if it ends in a colon: no other line that begins with a name does.
// So is one in which the name is followed by what cannot follow a name.
static bool begins_match(parser_t *p) {
    if (!at_word(p, "match")) {
        return false;
    }
    lexer_state_t before = p->lex.s;
    advance(p);
    bool found = at(p, T_NAME) || at(p, T_NUMBER) || at(p, T_STRING) || at(p, T_FSTRING) || at(p, T_LBRACE) || at(p, K_NONE) || at(p, K_TRUE) || at(p, K_FALSE)
        || at(p, K_LAMBDA) || at(p, K_AWAIT) || at(p, T_TILDE);
    if (!found && (begins_expression(p) || at(p, T_STAR))) {
        token_kind_t last = T_END;
        while (!at(p, T_NEWLINE) && !at(p, T_END)) {
            last = token_of(p)->kind;
            if (at(p, T_FSTRING)) {
                parse_strings(p);
            } else {
                advance(p);
            }
        }
        found = last == T_COLON;
    }
    p->lex.s = before;
    return found;
}

// --- Lines -----------------------------------------------------------------------------------------

static node_t *parse_simple(parser_t *p) {
    start_t start = start_here(p);
    token_kind_t kind = token_of(p)->kind;
    switch (kind) {
        case K_PASS:
        case K_BREAK:
        case K_CONTINUE:
            advance(p);
            return node_new(p, kind == K_PASS ? N_PASS : kind == K_BREAK ? N_BREAK : N_CONTINUE, 0, start);
        case K_RETURN: {
            advance(p);
            node_t *value = at(p, T_NEWLINE) || at(p, T_SEMICOLON) ? NULL : parse_star_expressions(p);
            return node_1(p, N_RETURN, start, value);
        }
        case K_RAISE:
            advance(p);
            return parse_raise(p, start);
        case K_GLOBAL:
        case K_NONLOCAL:
            advance(p);
            return parse_names(p, start, kind == K_GLOBAL ? N_GLOBAL : N_NONLOCAL);
        case K_DEL:
            advance(p);
            return parse_delete(p, start);
        case K_ASSERT: {
            advance(p);
            node_t *condition = parse_expression(p);
            if (at(p, T_IS) && condition->kind != N_NAME && condition->kind != N_ATTRIBUTE && condition->kind != N_SUBSCRIPT) {
                error_at(&p->source, condition, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expression_name(condition));
            }
            node_t *message = take(p, T_COMMA) ? parse_expression(p) : NULL;
            return node_2(p, N_ASSERT, start, condition, message);
        }
        case K_IMPORT:
            advance(p);
            return parse_import(p, start);
        case K_FROM:
            advance(p);
            return parse_import_from(p, start);
        case K_ELSE: case K_ELIF: case K_EXCEPT: case K_FINALLY:
            invalid_syntax(p);
        default:
            return begins_type_alias(p) ? parse_type_alias(p, start) : parse_expression_statement(p);
    }
}

static void parse_simple_line(parser_t *p, list_t *list) {
    do {
        if (at(p, T_NEWLINE)) {
            break;
        }
        list_add(list, parse_simple(p));
    } while (take(p, T_SEMICOLON));
    if (!take(p, T_NEWLINE)) {
        invalid_syntax(p);
    }
}

// --- Compound statements ---------------------------------------------------------------------------

// A condition or iterable in front of a colon.
static void check_condition_end(parser_t *p, node_t *condition) {
    if (at(p, T_IS)) {
        if (condition->kind == N_NAME || condition->kind == N_ATTRIBUTE || condition->kind == N_SUBSCRIPT) {
            advance(p);
            node_t *value = begins_expression(p) ? parse_operators(p, LEVEL_BIT_OR) : condition;
            if (condition->kind == N_NAME) {
                error_range(p, condition, value, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
            error_at(&p->source, condition, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expression_name(condition));
        }
        error_at(&p->source, condition, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expression_name(condition));
    }
    if (!at(p, T_COLON)) {
        if (at(p, T_NEWLINE) || begins_expression(p) || at(p, K_PASS) || at(p, K_RETURN)) {
            if (!begins_expression(p) || at(p, T_NAME)) {
                error_here(p, at(p, T_NEWLINE) ? "expected ':'" : "invalid syntax");
            }
        }
        invalid_syntax(p);
    }
}

static node_t *parse_if(parser_t *p, start_t start) {
    LIST(branches);
    const char *what = "'if' statement";
    do {
        start_t here = start_here(p);
        size_t line = here.line;
        advance(p);
        node_t *condition = parse_named_expression(p);
        check_condition_end(p, condition);
        node_t *branch = node_2(p, N_BRANCH, here, condition, NULL);
        FIELD(branch, 1) = parse_block(p, what, line);
        list_add(&branches, branch);
        what = "'elif' statement";
    } while (at(p, K_ELIF));
    node_t *otherwise = NULL;
    size_t line = token_of(p)->line;
    if (take(p, K_ELSE)) {
        otherwise = parse_block(p, "'else' statement", line);
    }
    return node_2(p, N_IF, start, branches.first, otherwise);
}

static node_t *parse_else(parser_t *p) {
    size_t line = token_of(p)->line;
    return take(p, K_ELSE) ? parse_block(p, "'else' statement", line) : NULL;
}

static node_t *parse_while(parser_t *p, start_t start) {
    advance(p);
    node_t *condition = parse_named_expression(p);
    check_condition_end(p, condition);
    node_t *body = parse_block(p, "'while' statement", start.line);
    return node_3(p, N_WHILE, start, condition, body, parse_else(p));
}

static node_t *parse_for(parser_t *p, start_t start, bool is_async) {
    advance(p);
    node_t *target = parse_target_list(p, K_IN);
    expect(p, K_IN);
    node_t *iterable = parse_star_expressions(p);
    node_t *node = node_new(p, N_FOR, 4, start);
    node->op = is_async;
    FIELD(node, 0) = target;
    FIELD(node, 1) = iterable;
    if (!at(p, T_COLON) && !at(p, T_NEWLINE)) {
        invalid_syntax(p);
    }
    FIELD(node, 2) = parse_block(p, "'for' statement", start.line);
    FIELD(node, 3) = parse_else(p);
    return node;
}

static node_t *parse_handler(parser_t *p, bool *star) {
    start_t start = start_here(p);
    advance(p);
    bool has_star = take(p, T_STAR);
    node_t *type = NULL;
    qstr name = MP_QSTRnull;
    if (!at(p, T_COLON) && !(at(p, T_NEWLINE) && !has_star)) {
        start_t here = start_here(p);
        type = parse_expression(p);
        if (at(p, T_COMMA)) {
            node_t *last = type;
            while (take(p, T_COMMA) && begins_expression(p)) {
                last = parse_expression(p);
            }
            place_t place = { here.line, last->line, here.column, last->end_column };
            syntax_error(&p->source, &mp_type_SyntaxError, place, "multiple exception types must be parenthesized");
        }
        if (take(p, K_AS)) {
            name = take_identifier(p);
        }
    } else if (has_star) {
        error_here(p, "expected one or more exception types");
    }
    *star = has_star;
    node_t *node = node_3(p, N_HANDLER, start, type, NULL, NULL);
    node->f[1].name = name;
    FIELD(node, 2) = parse_block(p, has_star ? "'except*' statement" : "'except' statement", start.line);
    return node;
}

static node_t *parse_try(parser_t *p, start_t start) {
    advance(p);
    node_t *body = parse_block(p, "'try' statement", start.line);
    LIST(handlers);
    bool is_star = false, any = false;
    node_t *bare = NULL;
    while (at(p, K_EXCEPT)) {
        bool star;
        if (bare != NULL) {
            error_at(&p->source, bare, "default 'except:' must be last");
        }
        place_t word = { token_of(p)->line, token_of(p)->line, token_of(p)->start - token_of(p)->line_start, token_of(p)->end - token_of(p)->line_start };
        node_t *handler = parse_handler(p, &star);
        if (any && star != is_star) {
            syntax_error(&p->source, &mp_type_SyntaxError, word, "cannot have both 'except' and 'except*' on the same 'try'");
        }
        is_star = star, any = true;
        bare = FIELD(handler, 0) == NULL ? handler : NULL;
        list_add(&handlers, handler);
    }
    node_t *node = node_new(p, N_TRY, 4, start);
    node->op = is_star;
    FIELD(node, 0) = body;
    FIELD(node, 1) = handlers.first;
    FIELD(node, 2) = any ? parse_else(p) : NULL;
    size_t line = token_of(p)->line;
    if (take(p, K_FINALLY)) {
        FIELD(node, 3) = parse_block(p, "'finally' statement", line);
    } else if (!any) {
        error_here(p, "expected 'except' or 'finally' block");
    }
    return node;
}

static node_t *parse_with_item(parser_t *p) {
    start_t start = start_here(p);
    node_t *value = parse_expression(p), *target = NULL;
    if (take(p, K_AS)) {
        start_t here = start_here(p);
        target = take(p, T_STAR) ? node_1(p, N_STAR, here, parse_operators(p, LEVEL_BIT_OR)) : parse_operators(p, LEVEL_BIT_OR);
        if (at(p, T_COLON) || at(p, T_COMMA) || at(p, T_RPAR)) {
            check_target(p, target, TARGET_WITH);
        } else {
            invalid_syntax(p);
        }
    }
    return node_2(p, N_WITH_ITEM, start, value, target);
}

// Whether parentheses stand around all items: what closes them is followed by the colon, and within are items.
static bool parenthesised_items(parser_t *p) {
    if (!at(p, T_LPAR)) {
        return false;
    }
    lexer_state_t before = p->lex.s;
    size_t level = p->lex.s.level - 1;
    advance(p);
    bool found = !at(p, T_RPAR) && !at(p, T_STAR) && !at(p, K_YIELD);
    while (found && !at(p, T_END) && p->lex.s.level > level) { // the closing one lowers the level
        if (p->lex.s.level == level + 1 && (at(p, K_FOR) || at(p, K_ASYNC) || at(p, T_WALRUS))) {
            found = false;
        }
        if (at(p, T_FSTRING)) {
            parse_strings(p);
        } else {
            advance(p);
        }
    }
    if (found) {
        advance(p);
        found = at(p, T_COLON);
    }
    p->lex.s = before;
    return found;
}

static node_t *parse_with(parser_t *p, start_t start, bool is_async) {
    advance(p);
    LIST(items);
    bool parentheses = parenthesised_items(p);
    if (parentheses) {
        advance(p);
    }
    do {
        if (parentheses && at(p, T_RPAR)) {
            break;
        }
        list_add(&items, parse_with_item(p));
    } while (take(p, T_COMMA));
    if (parentheses) {
        expect(p, T_RPAR);
    }
    node_t *node = node_2(p, N_WITH, start, items.first, NULL);
    node->op = is_async;
    FIELD(node, 1) = parse_block(p, "'with' statement", start.line);
    return node;
}

static node_t *parse_async(parser_t *p, start_t start) {
    advance(p);
    switch (token_of(p)->kind) {
        case K_DEF:
            return parse_function(p, start, NULL, true);
        case K_FOR:
            return parse_for(p, start, true);
        case K_WITH:
            return parse_with(p, start, true);
        default:
            invalid_syntax(p);
    }
}

static void parse_statement(parser_t *p, list_t *list) {
    mp_cstack_check();
    start_t start = start_here(p);
    switch (token_of(p)->kind) {
        case K_IF:
            list_add(list, parse_if(p, start));
            break;
        case K_WHILE:
            list_add(list, parse_while(p, start));
            break;
        case K_FOR:
            list_add(list, parse_for(p, start, false));
            break;
        case K_TRY:
            list_add(list, parse_try(p, start));
            break;
        case K_WITH:
            list_add(list, parse_with(p, start, false));
            break;
        case K_DEF:
            list_add(list, parse_function(p, start, NULL, false));
            break;
        case K_CLASS:
            list_add(list, parse_class(p, start, NULL));
            break;
        case T_AT:
            list_add(list, parse_decorated(p));
            break;
        case K_ASYNC:
            list_add(list, parse_async(p, start));
            break;
        case T_NEWLINE:
            advance(p);
            break;
        default:
            if (begins_match(p)) {
                list_add(list, parse_match(p));
            } else {
                parse_simple_line(p, list);
            }
    }
}
