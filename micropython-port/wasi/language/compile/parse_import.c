// Imports.

#include "py/runtime.h"

#include "language/compile/parser.h"

static qstr take_dotted_name(parser_t *p, qstr *first) {
    vstr_t name;
    vstr_init(&name, 32);
    qstr part = take_identifier(p);
    *first = part;
    vstr_add_str(&name, qstr_str(part));
    while (take(p, T_DOT)) {
        vstr_add_char(&name, '.');
        vstr_add_str(&name, qstr_str(take_identifier(p)));
    }
    qstr whole = qstr_from_strn(name.buf, name.len);
    vstr_clear(&name);
    return whole;
}

static node_t *new_alias(parser_t *p, start_t start, qstr name, qstr stored) {
    node_t *node = node_new(p, N_ALIAS, 2, start);
    node->f[0].name = name;
    node->f[1].name = stored;
    return node;
}

static void expect_names(parser_t *p) {
    if (at(p, T_NEWLINE)) {
        error_here(p, "Expected one or more names after 'import'");
    }
}

node_t *parse_import(parser_t *p, start_t start) {
    LIST(aliases);
    expect_names(p);
    do {
        start_t here = start_here(p);
        qstr first, name = take_dotted_name(p, &first), stored = first;
        bool renamed = take(p, K_AS);
        if (renamed) {
            stored = take_identifier(p);
        }
        node_t *alias = new_alias(p, here, name, stored);
        alias->op = renamed;
        list_add(&aliases, alias);
    } while (take(p, T_COMMA));
    if (at(p, K_FROM)) {
        place_t place = { start.line, p->lex.s.last_end_line, start.column, p->lex.s.last_end - p->lex.s.last_end_line_start };
        syntax_error(&p->source, &mp_type_SyntaxError, place, "Did you mean to use 'from ... import ...' instead?");
    }
    return node_1(p, N_IMPORT, start, aliases.first);
}

node_t *parse_import_from(parser_t *p, start_t start) {
    size_t dots = 0;
    while (at(p, T_DOT) || at(p, T_ELLIPSIS)) {
        dots += at(p, T_DOT) ? 1 : 3;
        advance(p);
    }
    qstr module = MP_QSTR_, first;
    if (dots == 0 || !at(p, K_IMPORT)) {
        module = take_dotted_name(p, &first);
    }
    expect(p, K_IMPORT);
    LIST(aliases);
    start_t star = start_here(p);
    if (!take(p, T_STAR)) {
        bool parenthesis = take(p, T_LPAR);
        expect_names(p);
        do {
            if (parenthesis && at(p, T_RPAR)) {
                break;
            }
            if (!parenthesis && aliases.first != NULL && at(p, T_NEWLINE)) {
                error_here(p, "trailing comma not allowed without surrounding parentheses");
            }
            start_t here = start_here(p);
            qstr name = take_identifier(p);
            list_add(&aliases, new_alias(p, here, name, take(p, K_AS) ? take_identifier(p) : name));
        } while (take(p, T_COMMA));
        if (parenthesis) {
            if (aliases.first == NULL) {
                invalid_syntax(p);
            }
            expect(p, T_RPAR);
        }
    }
    node_t *node = node_3(p, N_IMPORT_FROM, aliases.first == NULL ? star : start, NULL, aliases.first, NULL);
    node->f[0].name = module;
    node->op = MIN(dots, 255);
    return node;
}
