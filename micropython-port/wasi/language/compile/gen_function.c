// Bytecode of functions, classes and comprehensions: what makes them, and their bodies.

#include "py/runtime.h"

#include "language/compile/gen.h"

#define E g->emit

// --- Making functions ------------------------------------------------------------------------------

// Defaults lie on the stack: a tuple and a dict, either NULL, if there are any.
static void gen_make(gen_t *g, scope_t *scope, bool has_defaults) {
    size_t shared = 0;
    for (size_t i = 0; g->scope->parent != NULL && i < g->scope->id_info_len; i++) {
        id_info_t *id = &g->scope->id_info[i];
        for (size_t j = 0; (id->kind == ID_INFO_KIND_CELL || id->kind == ID_INFO_KIND_FREE) && j < scope->id_info_len; j++) {
            if (scope->id_info[j].kind == ID_INFO_KIND_FREE && scope->id_info[j].qst == id->qst) {
                mp_emit_bc_load_local(E, id->qst, id->local_num, MP_EMIT_IDOP_LOCAL_FAST); // the cell itself
                shared++;
            }
        }
    }
    if (shared == 0) {
        mp_emit_bc_make_function(E, scope, has_defaults, 0);
    } else {
        mp_emit_bc_make_closure(E, scope, shared, has_defaults, 0);
    }
}

static bool gen_defaults(gen_t *g, const node_t *parameters) {
    size_t positional = 0, keyword = 0;
    for (const node_t *parameter = FIELD(parameters, 0); parameter != NULL; parameter = parameter->next) {
        if (FIELD(parameter, 1) != NULL) {
            positional += parameter->op <= PARAMETER_ORDINARY;
            keyword += parameter->op == PARAMETER_KEYWORD;
        }
    }
    if (positional + keyword == 0) {
        return false;
    }
    if (positional == 0) {
        mp_emit_bc_load_null(E);
    }
    for (const node_t *parameter = FIELD(parameters, 0); parameter != NULL; parameter = parameter->next) {
        if (FIELD(parameter, 1) != NULL && parameter->op <= PARAMETER_ORDINARY) {
            gen_expr(g, FIELD(parameter, 1));
        }
    }
    if (positional > 0) {
        mp_emit_bc_build(E, positional, MP_EMIT_BUILD_TUPLE);
    }
    if (keyword == 0) {
        mp_emit_bc_load_null(E);
        return true;
    }
    mp_emit_bc_build(E, keyword, MP_EMIT_BUILD_MAP);
    for (const node_t *parameter = FIELD(parameters, 0); parameter != NULL; parameter = parameter->next) {
        if (FIELD(parameter, 1) != NULL && parameter->op == PARAMETER_KEYWORD) {
            gen_expr(g, FIELD(parameter, 1));
            mp_emit_bc_load_const_str(E, NAME_OF(parameter));
            mp_emit_bc_store_map(E);
        }
    }
    return true;
}

bool is_docstring(const node_t *statement) {
    return statement != NULL && statement->kind == N_EXPRESSION && FIELD(statement, 0)->kind == N_CONST && FIELD(statement, 0)->op == 0
           && mp_obj_is_str(FIELD(statement, 0)->f[0].object);
}

// *args: *Ts is the one thing that *Ts gives.
static void gen_starred(gen_t *g, const node_t *node) {
    gen_expr(g, node->kind == N_STAR ? FIELD(node, 0) : node);
    if (node->kind == N_STAR) {
        mp_emit_bc_unpack_sequence(E, 1);
    }
}

// An annotation: its value, or its text where a module asks for that.
static void gen_annotation(gen_t *g, const node_t *node) {
    if (!g->module->annotations_as_text) {
        gen_starred(g, node);
        return;
    }
    const char *line = g->source->text;
    for (size_t n = 1; n < node->line; n++) {
        while (line < g->source->end && *line++ != '\n') {
        }
    }
    const char *end = line;
    for (size_t n = 0; n < node->end_lines; n++) {
        while (end < g->source->end && *end++ != '\n') {
        }
    }
    qstr text = qstr_from_strn(line + node->column, end + node->end_column - (line + node->column));
    mp_emit_bc_load_const_str(E, text);
}

static void gen_annotation_of(gen_t *g, const node_t *annotation, qstr name) {
    gen_annotation(g, annotation);
    mp_emit_bc_load_const_str(E, name);
    mp_emit_bc_store_map(E);
}

static void gen_annotations(gen_t *g, const node_t *node) {
    bool any = FIELD(node, 4) != NULL;
    for (const node_t *parameter = FIELD(FIELD(node, 1), 0); parameter != NULL; parameter = parameter->next) {
        any |= FIELD(parameter, 2) != NULL;
    }
    if (!any) {
        return;
    }
    mp_emit_bc_build(E, 0, MP_EMIT_BUILD_MAP);
    for (const node_t *parameter = FIELD(FIELD(node, 1), 0); parameter != NULL; parameter = parameter->next) {
        if (FIELD(parameter, 2) != NULL) {
            gen_annotation_of(g, FIELD(parameter, 2), NAME_OF(parameter));
        }
    }
    if (FIELD(node, 4) != NULL) {
        gen_annotation_of(g, FIELD(node, 4), MP_QSTR_return);
    }
    gen_helper(g, HELPER_SET_ANNOTATIONS, 0, -1);
}

#if MICROPY_ENABLE_DOC_STRING
// The bytecode has no names for *args and **kwargs: the function gets them if they are others.
static void gen_star_names(gen_t *g, const node_t *parameters) {
    qstr names[] = { MP_QSTR_args, MP_QSTR_kwargs };
    for (const node_t *parameter = FIELD(parameters, 0); parameter != NULL; parameter = parameter->next) {
        if ((parameter->op == PARAMETER_STAR || parameter->op == PARAMETER_DOUBLE_STAR) && NAME_OF(parameter) != MP_QSTRnull) {
            names[parameter->op == PARAMETER_DOUBLE_STAR] = NAME_OF(parameter);
        }
    }
    if (names[0] == MP_QSTR_args && names[1] == MP_QSTR_kwargs) {
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        mp_emit_bc_load_const_str(E, names[i]);
    }
    mp_emit_bc_build(E, 2, MP_EMIT_BUILD_TUPLE);
    gen_helper(g, HELPER_SET_DOC, 1, -1);
}
#endif

static void gen_function_object(gen_t *g, const node_t *node) {
    bool defaults = gen_defaults(g, FIELD(node, 1));
    gen_make(g, node->f[5].scope, defaults);
    #if MICROPY_ENABLE_DOC_STRING
    gen_star_names(g, FIELD(node, 1));
    if (is_docstring(FIELD(node, 2))) {
        gen_expr(g, FIELD(FIELD(node, 2), 0));
        gen_helper(g, HELPER_SET_DOC, 0, -1);
    }
    #endif
    gen_annotations(g, node);
}

// --- Type parameters -------------------------------------------------------------------------------

// The wrapper's scope is the one that was made just before that of what it wraps.
static scope_t *wrapper_of(gen_t *g, const node_t *node, scope_t *inner) {
    scope_t *scope = g->scope;
    while (scope != NULL && !(info_of(scope)->is_wrapper && info_of(scope)->node == node)) {
        scope = scope->next;
    }
    (void)inner;
    return scope;
}

static void gen_type_parameters(gen_t *g, const node_t *list) {
    size_t count = 0;
    for (const node_t *parameter = list; parameter != NULL; parameter = parameter->next, count++) {
        for (int i = 1; i <= 2; i++) {
            if (FIELD(parameter, i) != NULL) {
                gen_starred(g, FIELD(parameter, i));
            } else {
                mp_emit_bc_load_null(E);
            }
        }
        mp_emit_bc_load_const_str(E, NAME_OF(parameter));
        gen_helper(g, HELPER_TYPE_PARAM, parameter->op, -2);
        mp_emit_bc_dup_top(E);
        gen_store_name(g, NAME_OF(parameter));
    }
    mp_emit_bc_build(E, count, MP_EMIT_BUILD_TUPLE);
}

static void gen_class_object(gen_t *g, const node_t *node);

void gen_wrapper_body(gen_t *g, const node_t *node) {
    if (node->kind == N_FUNCTION) {
        gen_type_parameters(g, FIELD(node, 6));
        gen_function_object(g, node);
        mp_emit_bc_rot_two(E);
        gen_helper(g, HELPER_SET_TYPE_PARAMS, 0, -1);
    } else if (node->kind == N_CLASS) {
        gen_type_parameters(g, FIELD(node, 5));
        gen_store_name(g, MP_QSTR__dot_type_params);
        gen_load(g, MP_QSTR__dot_type_params, node);
        gen_helper(g, HELPER_GENERIC_BASE, 0, 0);
        gen_store_name(g, MP_QSTR__dot_generic_base);
        gen_class_object(g, node);
    } else {
        gen_type_parameters(g, FIELD(node, 1));
        gen_make(g, node->f[3].scope, false);
        mp_emit_bc_rot_two(E);
        mp_emit_bc_load_const_str(E, NAME_OF(node));
        gen_helper(g, HELPER_TYPE_ALIAS, 0, -2);
    }
    mp_emit_bc_return_value(E);
}

static void gen_wrapped(gen_t *g, const node_t *node, scope_t *inner) {
    gen_make(g, wrapper_of(g, node, inner), false);
    mp_emit_bc_call_function(E, 0, 0, 0);
}

// --- Statements ------------------------------------------------------------------------------------

// "micropython.bytecode" says what is so anyway; there is no machine code to ask for.
static bool is_emitter(gen_t *g, const node_t *decorator) {
    if (decorator->kind != N_ATTRIBUTE || FIELD(decorator, 0)->kind != N_NAME || NAME_OF(FIELD(decorator, 0)) != MP_QSTR_micropython) {
        return false;
    }
    if (decorator->f[1].name != MP_QSTR_bytecode) {
        error_at(g->source, decorator, "invalid micropython decorator");
    }
    return true;
}

static void gen_decorators(gen_t *g, const node_t *list) {
    for (; list != NULL; list = list->next) {
        if (!is_emitter(g, list)) {
            gen_expr(g, list);
        }
    }
}

static void gen_decorate(gen_t *g, const node_t *list) {
    if (list != NULL) { // the last is called first
        mp_cstack_check();
        gen_decorate(g, list->next);
        if (!is_emitter(g, list)) {
            gen_at(g, list);
            mp_emit_bc_call_function(E, 1, 0, 0);
        }
    }
}

void gen_function(gen_t *g, const node_t *node) {
    gen_decorators(g, FIELD(node, 3));
    if (FIELD(node, 6) != NULL) {
        gen_wrapped(g, node, node->f[5].scope);
    } else {
        gen_function_object(g, node);
    }
    gen_decorate(g, FIELD(node, 3));
    gen_store_name(g, NAME_OF(node));
}

void gen_lambda(gen_t *g, const node_t *node) {
    bool defaults = gen_defaults(g, FIELD(node, 0));
    gen_make(g, node->f[2].scope, defaults);
    #if MICROPY_ENABLE_DOC_STRING
    gen_star_names(g, FIELD(node, 0));
    #endif
}

static void gen_class_object(gen_t *g, const node_t *node) {
    mp_emit_bc_load_build_class(E);
    gen_make(g, node->f[4].scope, false);
    mp_emit_bc_load_const_str(E, NAME_OF(node));
    gen_call_arguments(g, node, FIELD(node, 1), false, 2);
}

void gen_class(gen_t *g, const node_t *node) {
    gen_decorators(g, FIELD(node, 3));
    if (FIELD(node, 5) != NULL) {
        gen_wrapped(g, node, node->f[4].scope);
    } else {
        gen_class_object(g, node);
    }
    gen_decorate(g, FIELD(node, 3));
    gen_store_name(g, NAME_OF(node));
}

void gen_type_alias(gen_t *g, const node_t *node) {
    if (FIELD(node, 1) != NULL) {
        gen_wrapped(g, node, node->f[3].scope);
    } else {
        gen_make(g, node->f[3].scope, false);
        mp_emit_bc_build(E, 0, MP_EMIT_BUILD_TUPLE);
        mp_emit_bc_load_const_str(E, NAME_OF(node));
        gen_helper(g, HELPER_TYPE_ALIAS, 0, -2);
    }
    gen_store_name(g, NAME_OF(node));
}

// --- Comprehensions --------------------------------------------------------------------------------

void gen_comprehension(gen_t *g, const node_t *node) {
    scope_t *scope = node->f[2].scope;
    const node_t *clause = FIELD(node, 1);
    bool awaited = info_of(scope)->is_async && node->kind != N_GENERATOR;
    if (awaited && !in_async(g)) {
        error_at(g->source, node, "asynchronous comprehension outside of an asynchronous function");
    }
    gen_make(g, scope, false);
    gen_expr(g, FIELD(clause, 1));
    gen_at(g, FIELD(clause, 1));
    if (clause->op) {
        gen_helper(g, HELPER_AITER, 0, 0);
    } else if (node->kind == N_GENERATOR) {
        mp_emit_bc_get_iter(E, false);
    }
    mp_emit_bc_call_function(E, 1, 0, 0);
    if (awaited) {
        gen_await(g);
    }
}

typedef struct {
    const node_t *node;
    size_t depth; // slots between the result and the element
} comprehension_t;

static void gen_element(gen_t *g, comprehension_t *c) {
    const node_t *element = FIELD(c->node, 0);
    switch (c->node->kind) {
        case N_GENERATOR:
            gen_expr(g, element);
            if (in_async(g)) {
                gen_helper(g, HELPER_ASYNC_YIELD, 0, 0);
            }
            mp_emit_bc_yield(E, MP_EMIT_YIELD_VALUE);
            mp_emit_bc_pop_top(E);
            break;
        case N_DICTCOMP:
            gen_expr(g, FIELD(element, 0));
            gen_expr(g, FIELD(element, 1));
            mp_emit_bc_rot_two(E);
            mp_emit_bc_store_comp(E, SCOPE_DICT_COMP, c->depth + 1);
            break;
        default:
            gen_expr(g, element);
            mp_emit_bc_store_comp(E, c->node->kind == N_LISTCOMP ? SCOPE_LIST_COMP : SCOPE_SET_COMP, c->depth + 1);
    }
}

static void gen_clause(gen_t *g, comprehension_t *c, const node_t *clause) {
    size_t next = new_label(g), end = new_label(g);
    if (clause == FIELD(c->node, 1)) {
        id_info_t *argument = scope_find(g->scope, MP_QSTR__star_);
        mp_emit_bc_load_local(E, MP_QSTR__star_, argument->local_num, MP_EMIT_IDOP_LOCAL_FAST);
    } else {
        gen_expr(g, FIELD(clause, 1));
        if (clause->op) {
            gen_helper(g, HELPER_AITER, 0, 0);
        }
    }
    size_t slots = clause->op ? 1 : MP_OBJ_ITER_BUF_NSLOTS;
    gen_at(g, FIELD(clause, 1));
    if (clause->op) {
        mp_emit_bc_label_assign(E, next);
        gen_async_for(g, FIELD(clause, 0), end);
    } else {
        mp_emit_bc_get_iter(E, true);
        mp_emit_bc_label_assign(E, next);
        gen_at(g, FIELD(clause, 1));
        mp_emit_bc_for_iter(E, end);
        gen_store(g, FIELD(clause, 0));
    }
    c->depth += slots;
    for (const node_t *condition = FIELD(clause, 2); condition != NULL; condition = condition->next) {
        gen_condition(g, condition, false, next);
    }
    if (clause->next != NULL) {
        gen_clause(g, c, clause->next);
    } else {
        gen_element(g, c);
    }
    c->depth -= slots;
    mp_emit_bc_jump(E, next);
    mp_emit_bc_label_assign(E, end);
    if (clause->op) {
        mp_emit_bc_pop_top(E);
    } else {
        mp_emit_bc_for_iter_end(E);
    }
}

void gen_comprehension_body(gen_t *g, const node_t *node) {
    comprehension_t c = { node, 0 };
    if (node->kind != N_GENERATOR) {
        mp_emit_bc_build(E, 0, node->kind == N_LISTCOMP ? MP_EMIT_BUILD_LIST : node->kind == N_SETCOMP ? MP_EMIT_BUILD_SET : MP_EMIT_BUILD_MAP);
    }
    gen_clause(g, &c, FIELD(node, 1));
    if (node->kind == N_GENERATOR) {
        gen_none(g);
    }
    mp_emit_bc_return_value(E);
}

// --- Bodies ----------------------------------------------------------------------------------------

void gen_function_body(gen_t *g, const node_t *node) {
    if (node->kind == N_LAMBDA) {
        gen_expr(g, FIELD(node, 1));
        if (info_of(g->scope)->is_generator) {
            // its value is returned, as a function's is
        }
    } else if (node->kind == N_TYPE_ALIAS) {
        gen_expr(g, FIELD(node, 2));
    } else {
        const node_t *body = FIELD(node, 2);
        gen_statements(g, is_docstring(body) ? body->next : body);
        gen_none(g);
    }
    mp_emit_bc_return_value(E);
}

void gen_class_body(gen_t *g, const node_t *node) {
    gen_load(g, MP_QSTR___name__, node);
    gen_store_name(g, MP_QSTR___module__);
    mp_emit_bc_load_const_str(E, info_of(g->scope)->qualified_name);
    gen_store_name(g, MP_QSTR___qualname__);
    if (FIELD(node, 5) != NULL) {
        gen_load(g, MP_QSTR__dot_type_params, node);
        gen_store_name(g, MP_QSTR___type_params__);
    }
    const node_t *body = FIELD(node, 2);
    #if MICROPY_ENABLE_DOC_STRING
    if (is_docstring(body)) {
        gen_expr(g, FIELD(body, 0));
        gen_store_name(g, MP_QSTR___doc__);
        body = body->next;
    }
    #endif
    if (info_of(g->scope)->has_annotations) {
        gen_helper(g, HELPER_ANNOTATIONS, 0, 0);
    }
    gen_statements(g, body);
    id_info_t *cell = scope_find(g->scope, MP_QSTR___class__);
    if (cell != NULL && cell->kind == ID_INFO_KIND_CELL) {
        mp_emit_bc_load_local(E, MP_QSTR___class__, cell->local_num, MP_EMIT_IDOP_LOCAL_FAST);
    } else {
        gen_none(g);
    }
    mp_emit_bc_return_value(E);
}
