// Bytecode of statements.

#include <string.h>

#include "py/cstack.h"
#include "py/runtime.h"

#include "language/compile/gen.h"

#define E g->emit

static void gen_statement(gen_t *g, const node_t *node);

void gen_statements(gen_t *g, const node_t *list) {
    for (; list != NULL; list = list->next) {
        g->statement = list;
        gen_at(g, list);
        bool is_loop = list->kind == N_WHILE && constant_truth(FIELD(list, 0)) < 0; // it begins with its condition
        if (!is_loop && list->kind != N_GLOBAL && list->kind != N_NONLOCAL) {
            emit_begin(E, list->line);
        }
        gen_statement(g, list);
    }
}

// As CPython, more than 20 loops and blocks around each other are refused; the VM could not take more than 127.
void enter_nesting(gen_t *g, const node_t *node) {
    if (++g->blocks > 20) {
        error_at(g->source, node, "too many statically nested blocks");
    }
}

// --- Simple statements -----------------------------------------------------------------------------

static void gen_expression_statement(gen_t *g, const node_t *node) {
    const node_t *value = FIELD(node, 0);
    if (node->op) { // the value of the program (mpwasm_keep_last_value)
        gen_expr(g, value);
        mp_emit_bc_store_global(E, qstr_from_str(".value"), MP_EMIT_IDOP_GLOBAL_NAME);
    } else if (g->is_repl && g->scope->kind == SCOPE_MODULE) {
        gen_load(g, MP_QSTR___repl_print__, node);
        gen_expr(g, value);
        mp_emit_bc_call_function(E, 1, 0, 0);
        mp_emit_bc_pop_top(E);
    } else if (value->kind != N_CONST) {
        gen_expr(g, value);
        mp_emit_bc_pop_top(E);
    }
}

static void gen_augmented(gen_t *g, const node_t *node) {
    const node_t *target = FIELD(node, 0);
    switch (target->kind) {
        case N_NAME:
            gen_expr(g, target);
            break;
        case N_ATTRIBUTE:
            gen_expr(g, FIELD(target, 0));
            mp_emit_bc_dup_top(E);
            gen_at_end(g, target);
            mp_emit_bc_attr(E, target->f[1].name, MP_EMIT_ATTR_LOAD);
            break;
        default:
            gen_expr(g, FIELD(target, 0));
            gen_expr(g, FIELD(target, 1));
            mp_emit_bc_dup_top_two(E);
            gen_at(g, target);
            mp_emit_bc_subscr(E, MP_EMIT_SUBSCR_LOAD);
    }
    gen_expr(g, FIELD(node, 1));
    gen_at(g, node);
    mp_emit_bc_binary_op(E, node->op);
    gen_at(g, target);
    switch (target->kind) {
        case N_NAME:
            gen_store_name(g, NAME_OF(target));
            break;
        case N_ATTRIBUTE:
            mp_emit_bc_rot_two(E);
            mp_emit_bc_attr(E, target->f[1].name, MP_EMIT_ATTR_STORE);
            break;
        default:
            mp_emit_bc_rot_three(E);
            mp_emit_bc_subscr(E, MP_EMIT_SUBSCR_STORE);
    }
}

static void gen_assign(gen_t *g, const node_t *node) {
    gen_expr(g, FIELD(node, 1));
    for (const node_t *target = FIELD(node, 0); target != NULL; target = target->next) {
        if (target->next != NULL) {
            mp_emit_bc_dup_top(E);
        }
        gen_store(g, target);
    }
}

static void gen_annotation_text(gen_t *g, const node_t *node);

static void gen_annotated(gen_t *g, const node_t *node) {
    const node_t *target = FIELD(node, 0);
    if (FIELD(node, 2) != NULL) {
        gen_expr(g, FIELD(node, 2));
        gen_store(g, target);
    } else if (target->kind != N_NAME) { // what it consists of is evaluated
        gen_expr(g, FIELD(target, 0));
        mp_emit_bc_pop_top(E);
        if (target->kind == N_SUBSCRIPT) {
            gen_expr(g, FIELD(target, 1));
            mp_emit_bc_pop_top(E);
        }
    }
    if (is_function(g->scope)) {
        return;
    }
    if (g->module->annotations_as_text) {
        if (node->op) {
            gen_annotation_text(g, FIELD(node, 1));
        }
    } else {
        gen_expr(g, FIELD(node, 1));
        if (!node->op) {
            mp_emit_bc_pop_top(E);
        }
    }
    if (node->op) {
        gen_load(g, MP_QSTR___annotations__, node);
        mp_emit_bc_load_const_str(E, NAME_OF(target));
        mp_emit_bc_subscr(E, MP_EMIT_SUBSCR_STORE);
    }
}

static void gen_annotation_text(gen_t *g, const node_t *node) {
    const char *line = g->source->text;
    for (size_t n = 1; n < node->line; n++) {
        while (line < g->source->end && *line++ != '\n') {
        }
    }
    size_t length = node->end_lines == 0 && node->end_column > node->column ? node->end_column - node->column : 0;
    mp_emit_bc_load_const_str(E, qstr_from_strn(line + node->column, length));
}

static void gen_return(gen_t *g, const node_t *node) {
    scope_info_t *info = info_of(g->scope);
    if (!is_function(g->scope)) {
        error_at(g->source, node, "'return' outside function");
    }
    if (g->continue_label == IN_EXCEPT_STAR) {
        error_at(g->source, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (FIELD(node, 0) != NULL && info->is_async && info->is_generator) {
        error_at(g->source, node, "'return' with value in async generator");
    }
    if (FIELD(node, 0) != NULL) {
        gen_expr(g, FIELD(node, 0));
    } else {
        gen_none(g);
    }
    for (const owned_loop_t *loop = g->owned; loop != NULL && loop->level == g->level; loop = loop->outer) {
        gen_helper(g, HELPER_LOOP_LEFT, emit_stack_size(E) - loop->stack_size, 0);
    }
    gen_at(g, node);
    mp_emit_bc_return_value(E);
}

static void gen_break(gen_t *g, const node_t *node) {
    uint16_t label = node->kind == N_BREAK ? g->break_label : g->continue_label;
    if (label == IN_EXCEPT_STAR) {
        error_at(g->source, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (label == NO_LABEL) {
        error_at(g->source, node, node->kind == N_BREAK ? "'break' outside loop" : "'continue' not properly in loop");
    }
    mp_emit_bc_unwind_jump(E, label, g->level - g->loop_level);
}

static void gen_raise(gen_t *g, const node_t *node) {
    size_t count = 0;
    if (FIELD(node, 0) != NULL) {
        gen_expr(g, FIELD(node, 0));
        count = 1;
        if (FIELD(node, 1) != NULL) {
            gen_expr(g, FIELD(node, 1));
            gen_at(g, node);
            gen_helper(g, HELPER_RAISE_FROM, 0, -1);
        }
    }
    gen_at(g, node);
    mp_emit_bc_raise_varargs(E, count);
}

static void gen_assert(gen_t *g, const node_t *node) {
    if (MP_STATE_VM(mp_optimise_value) != 0) {
        return;
    }
    if (FIELD(node, 0)->kind == N_TUPLE && FIELD(FIELD(node, 0), 0) != NULL) {
        gen_warning(g, node, "assertion is always true, perhaps remove parentheses?", NULL, NULL);
    }
    size_t end = new_label(g);
    gen_condition(g, FIELD(node, 0), true, end);
    #if MICROPY_DYNAMIC_COMPILER
    mp_emit_bc_load_global(E, MP_QSTR_AssertionError, MP_EMIT_IDOP_GLOBAL_GLOBAL);
    #else
    mp_emit_bc_load_const_obj(E, MP_OBJ_FROM_PTR(&mp_type_AssertionError)); // whatever a program calls by that name
    #endif
    if (FIELD(node, 1) != NULL) {
        gen_expr(g, FIELD(node, 1));
        mp_emit_bc_call_function(E, 1, 0, 0);
    }
    gen_at(g, FIELD(node, 0));
    mp_emit_bc_raise_varargs(E, 1);
    mp_emit_bc_label_assign(E, end);
}

// --- Imports ---------------------------------------------------------------------------------------

static void gen_import(gen_t *g, const node_t *node) {
    for (const node_t *alias = FIELD(node, 0); alias != NULL; alias = alias->next) {
        mp_emit_bc_load_const_small_int(E, 0);
        gen_none(g);
        mp_emit_bc_import(E, NAME_OF(alias), MP_EMIT_IMPORT_NAME);
        if (alias->op) { // "a.b as c" is the innermost
            const char *name = qstr_str(NAME_OF(alias));
            for (const char *c = name, *part = NULL;; c++) {
                if (*c == '.' || *c == '\0') {
                    if (part != NULL) {
                        mp_emit_bc_attr(E, qstr_from_strn(part, c - part), MP_EMIT_ATTR_LOAD);
                    }
                    part = c + 1;
                    if (*c == '\0') {
                        break;
                    }
                }
            }
        }
        gen_store_name(g, alias->f[1].name);
    }
}

static void check_future(gen_t *g, const node_t *node) {
    static const char known[] = " annotations division absolute_import with_statement print_function unicode_literals generator_stop nested_scopes generators barry_as_FLUFL ";
    for (const node_t *alias = FIELD(node, 1); alias != NULL; alias = alias->next) {
        const char *name = qstr_str(NAME_OF(alias));
        if (strcmp(name, "braces") == 0) {
            error_at(g->source, alias, "not a chance");
        }
        const char *found = strstr(known, name);
        if (found == NULL || found[-1] != ' ' || found[strlen(name)] != ' ') {
            error_at(g->source, alias, "future feature %s is not defined", name);
        }
    }
}

static void gen_import_from(gen_t *g, const node_t *node) {
    if (NAME_OF(node) == MP_QSTR___future__ && node->op == 0) {
        check_future(g, node);
        return;
    }
    mp_emit_bc_load_const_small_int(E, node->op);
    const node_t *alias = FIELD(node, 1);
    size_t count = 0;
    if (alias == NULL) {
        mp_emit_bc_load_const_str(E, MP_QSTR__star_);
        count = 1;
    }
    for (; alias != NULL; alias = alias->next, count++) {
        if (count > 10000) {
            error_at(g->source, node, "too many names");
        }
        mp_emit_bc_load_const_str(E, NAME_OF(alias));
    }
    mp_emit_bc_build(E, count, MP_EMIT_BUILD_TUPLE);
    mp_emit_bc_import(E, NAME_OF(node), MP_EMIT_IMPORT_NAME);
    if (FIELD(node, 1) == NULL) {
        mp_emit_bc_import(E, MP_QSTRnull, MP_EMIT_IMPORT_STAR);
        return;
    }
    for (alias = FIELD(node, 1); alias != NULL; alias = alias->next) {
        mp_emit_bc_import(E, NAME_OF(alias), MP_EMIT_IMPORT_FROM);
        gen_store_name(g, alias->f[1].name);
    }
    mp_emit_bc_pop_top(E);
}

// --- Conditions and loops --------------------------------------------------------------------------

static void gen_if(gen_t *g, const node_t *node) {
    size_t end = new_label(g);
    for (const node_t *branch = FIELD(node, 0); branch != NULL; branch = branch->next) {
        size_t next = new_label(g);
        int truth = constant_truth(FIELD(branch, 0));
        emit_line(E, branch->line);
        if (branch != FIELD(node, 0)) {
            emit_begin(E, branch->line);
        }
        gen_condition(g, FIELD(branch, 0), false, next);
        gen_statements(g, FIELD(branch, 1));
        if (truth != 0 && (branch->next != NULL || FIELD(node, 1) != NULL)) {
            mp_emit_bc_jump(E, end);
        }
        mp_emit_bc_label_assign(E, next);
    }
    gen_statements(g, FIELD(node, 1));
    mp_emit_bc_label_assign(E, end);
}

typedef struct {
    uint16_t break_label, continue_label, level;
} loop_t;

static loop_t enter_loop(gen_t *g, size_t break_label, size_t continue_label) {
    loop_t outer = { g->break_label, g->continue_label, g->loop_level };
    g->break_label = break_label;
    g->continue_label = continue_label;
    g->loop_level = g->level;
    return outer;
}

static void leave_loop(gen_t *g, loop_t outer) {
    g->break_label = outer.break_label;
    g->continue_label = outer.continue_label;
    g->loop_level = outer.level;
}

static void gen_while(gen_t *g, const node_t *node) {
    size_t top = new_label(g), next = new_label(g), end = new_label(g);
    loop_t outer = enter_loop(g, end, next);
    int truth = constant_truth(FIELD(node, 0));
    enter_nesting(g, node);
    if (truth < 0) {
        mp_emit_bc_jump(E, next);
    }
    if (truth != 0) {
        mp_emit_bc_label_assign(E, top);
        gen_statements(g, FIELD(node, 1));
        mp_emit_bc_label_assign(E, next);
        emit_line(E, node->line);
        emit_begin(E, node->line);
        gen_condition(g, FIELD(node, 0), true, top);
    } else {
        gen_statements(g, NULL);
    }
    g->blocks--;
    leave_loop(g, outer);
    gen_statements(g, FIELD(node, 2));
    mp_emit_bc_label_assign(E, end);
}

// Takes the next value of the asynchronous iterator on the stack, or goes to done, where the iterator is still there.
void gen_async_for(gen_t *g, const node_t *target, size_t done) {
    size_t handler = new_label(g), body = new_label(g), other = new_label(g);
    enter_block(g, handler, MP_EMIT_SETUP_BLOCK_EXCEPT);
    mp_emit_bc_dup_top(E);
    gen_helper(g, HELPER_ANEXT, 0, 0);
    gen_none(g);
    mp_emit_bc_yield(E, MP_EMIT_YIELD_FROM);
    gen_store(g, target);
    mp_emit_bc_pop_except_jump(E, body, false);
    mp_emit_bc_label_assign(E, handler);
    mp_emit_bc_start_except_handler(E);
    mp_emit_bc_dup_top(E);
    mp_emit_bc_load_global(E, MP_QSTR_StopAsyncIteration, MP_EMIT_IDOP_GLOBAL_GLOBAL);
    mp_emit_bc_binary_op(E, MP_BINARY_OP_EXCEPTION_MATCH);
    mp_emit_bc_pop_jump_if(E, false, other);
    mp_emit_bc_pop_top(E);
    mp_emit_bc_pop_except_jump(E, done, true);
    mp_emit_bc_label_assign(E, other);
    mp_emit_bc_adjust_stack_size(E, 1);
    leave_block(g);
    mp_emit_bc_end_except_handler(E);
    mp_emit_bc_label_assign(E, body);
}

static void gen_async_loop(gen_t *g, const node_t *node) {
    if (!in_async(g)) {
        error_at(g->source, node, "'async for' outside async function");
    }
    size_t next = new_label(g), done = new_label(g), end = new_label(g);
    gen_expr(g, FIELD(node, 1));
    gen_at(g, FIELD(node, 1));
    gen_helper(g, HELPER_AITER, 0, 0);
    loop_t outer = enter_loop(g, end, next);
    mp_emit_bc_label_assign(E, next);
    gen_at(g, FIELD(node, 1));
    gen_async_for(g, FIELD(node, 0), done);
    gen_statements(g, FIELD(node, 2));
    mp_emit_bc_jump(E, next);
    leave_loop(g, outer);
    mp_emit_bc_label_assign(E, done);
    gen_statements(g, FIELD(node, 3));
    mp_emit_bc_label_assign(E, end);
    mp_emit_bc_pop_top(E);
}

// range(...), of one to three numbers: the loop keeps them itself, if it is the built-in one.
static bool gen_range_loop(gen_t *g, const node_t *iterable) {
    if (iterable->kind != N_CALL || FIELD(iterable, 0)->kind != N_NAME || NAME_OF(FIELD(iterable, 0)) != MP_QSTR_range) {
        return false;
    }
    size_t count = 0;
    for (const node_t *argument = FIELD(iterable, 1); argument != NULL; argument = argument->next, count++) {
        if (argument->kind == N_STAR || argument->kind == N_DOUBLE_STAR || argument->kind == N_KEYWORD) {
            return false;
        }
    }
    if (count < 1 || count > 3) {
        return false;
    }
    gen_expr(g, FIELD(iterable, 0));
    for (const node_t *argument = FIELD(iterable, 1); argument != NULL; argument = argument->next) {
        gen_expr(g, argument);
    }
    gen_helper(g, HELPER_FOR_RANGE, count, MP_OBJ_ITER_BUF_NSLOTS - 1 - (int)count);
    return true;
}

// Makes the iterator of what is on the stack. A generator that the expression has made is the loop's own (language/generator.c).
static bool gen_owned_loop(gen_t *g, const node_t *iterable) {
    gen_at(g, iterable);
    const node_t *callee = iterable->kind == N_CALL ? FIELD(iterable, 0) : NULL;
    if (iterable->kind == N_GENERATOR) {
        gen_none(g);
    } else if (callee != NULL && (callee->kind == N_NAME || callee->kind == N_ATTRIBUTE)) {
        mp_emit_bc_load_const_str(E, callee->kind == N_NAME ? NAME_OF(callee) : callee->f[1].name);
    } else {
        mp_emit_bc_get_iter(E, true);
        return false;
    }
    gen_helper(g, HELPER_FOR_CALL, 0, MP_OBJ_ITER_BUF_NSLOTS - 2);
    return true;
}

static void gen_for(gen_t *g, const node_t *node) {
    enter_nesting(g, node);
    if (node->op) {
        gen_async_loop(g, node);
        g->blocks--;
        return;
    }
    size_t next = new_label(g), exhausted = new_label(g), end = new_label(g), left = new_label(g);
    bool owns = false;
    if (!gen_range_loop(g, FIELD(node, 1))) {
        gen_expr(g, FIELD(node, 1));
        owns = gen_owned_loop(g, FIELD(node, 1));
    }
    size_t again = emit_is_followed() ? new_label(g) : next;
    loop_t outer = enter_loop(g, owns ? left : end | MP_EMIT_BREAK_FROM_FOR, again);
    owned_loop_t loop = { g->owned, emit_stack_size(E), g->level };
    if (owns) {
        g->owned = &loop;
    }
    mp_emit_bc_label_assign(E, next);
    gen_at(g, FIELD(node, 1));
    mp_emit_bc_for_iter(E, exhausted);
    gen_store(g, FIELD(node, 0));
    gen_statements(g, FIELD(node, 2));
    if (again != next) {
        mp_emit_bc_label_assign(E, again);
        emit_line(E, node->line);
        emit_begin(E, node->line);
    }
    mp_emit_bc_jump(E, next);
    mp_emit_bc_label_assign(E, exhausted);
    mp_emit_bc_for_iter_end(E);
    leave_loop(g, outer);
    g->owned = loop.outer;
    g->blocks--;
    gen_statements(g, FIELD(node, 3));
    if (owns) {
        mp_emit_bc_jump(E, end);
        mp_emit_bc_label_assign(E, left);
        mp_emit_bc_adjust_stack_size(E, MP_OBJ_ITER_BUF_NSLOTS);
        gen_helper(g, HELPER_LOOP_LEFT, 0, -MP_OBJ_ITER_BUF_NSLOTS);
    }
    mp_emit_bc_label_assign(E, end);
}

// --- All statements --------------------------------------------------------------------------------

static void gen_statement(gen_t *g, const node_t *node) {
    mp_cstack_check();
    switch (node->kind) {
        case N_EXPRESSION: gen_expression_statement(g, node); break;
        case N_ASSIGN: gen_assign(g, node); break;
        case N_AUGMENTED: gen_augmented(g, node); break;
        case N_ANNOTATED: gen_annotated(g, node); break;
        case N_RETURN: gen_return(g, node); break;
        case N_DELETE:
            for (const node_t *target = FIELD(node, 0); target != NULL; target = target->next) {
                gen_delete(g, target);
            }
            break;
        case N_RAISE: gen_raise(g, node); break;
        case N_ASSERT: gen_assert(g, node); break;
        case N_BREAK: case N_CONTINUE: gen_break(g, node); break;
        case N_IMPORT: gen_import(g, node); break;
        case N_IMPORT_FROM: gen_import_from(g, node); break;
        case N_IF: gen_if(g, node); break;
        case N_WHILE: gen_while(g, node); break;
        case N_FOR: gen_for(g, node); break;
        case N_TRY: gen_try(g, node); break;
        case N_WITH:
            if (node->op && !in_async(g)) {
                error_at(g->source, node, "'async with' outside async function");
            }
            gen_with(g, node, FIELD(node, 0));
            break;
        case N_FUNCTION: gen_function(g, node); break;
        case N_CLASS: gen_class(g, node); break;
        case N_MATCH: gen_match(g, node); break;
        case N_TYPE_ALIAS: gen_type_alias(g, node); break;
        default: // pass, global, nonlocal
            break;
    }
}
