// The compiler's interface: mp_compile, which upstream's code calls.

#include <string.h>

#include "py/runtime.h"

#include "language/compile/gen.h"

#define E g->emit

static void gen_module_body(gen_t *g) {
    const node_t *body = g->module->body;
    if (g->module->input == MP_PARSE_EVAL_INPUT) {
        gen_expr(g, body);
        mp_emit_bc_return_value(E);
        return;
    }
    #if MICROPY_ENABLE_DOC_STRING
    if (is_docstring(body) && g->module->input == MP_PARSE_FILE_INPUT) {
        gen_expr(g, FIELD(body, 0));
        gen_store_name(g, MP_QSTR___doc__);
        body = body->op ? body : body->next; // it may be the program's value, too
    }
    #endif
    if (info_of(g->scope)->has_annotations) {
        gen_helper(g, HELPER_ANNOTATIONS, 0, 0);
    }
    gen_statements(g, body);
    gen_none(g);
    mp_emit_bc_return_value(E);
}

static void gen_scope_body(gen_t *g) {
    scope_info_t *info = info_of(g->scope);
    if (info->node != NULL) {
        const node_t *decorators = info->node->kind == N_FUNCTION || info->node->kind == N_CLASS ? FIELD(info->node, 3) : NULL;
        emit_first_line(E, decorators != NULL ? decorators->line : info->node->line);
    }
    if (info->is_wrapper) {
        gen_wrapper_body(g, info->node);
    } else if (g->scope->kind == SCOPE_MODULE) {
        gen_module_body(g);
    } else if (g->scope->kind == SCOPE_CLASS) {
        gen_class_body(g, info->node);
    } else if (info->is_comprehension) {
        gen_comprehension_body(g, info->node);
    } else {
        gen_function_body(g, info->node);
    }
}

static bool gen_pass(gen_t *g, scope_t *scope, pass_kind_t pass) {
    scope_info_t *info = info_of(scope);
    g->scope = scope;
    g->pass = g->common.pass = pass;
    g->common.ct_cur_child = 0;
    g->next_label = 0;
    g->break_label = g->continue_label = NO_LABEL;
    g->loop_level = g->level = g->blocks = 0;
    g->owned = NULL;
    if (pass == MP_PASS_SCOPE) {
        scope->stack_size = scope->exc_stack_size = 0;
        if (info->is_generator || info->is_async) {
            scope->scope_flags |= MP_SCOPE_FLAG_GENERATOR;
        }
        scope->scope_flags |= info->is_async ? info->is_generator ? FLAG_ASYNC_GENERATOR : FLAG_COROUTINE : 0;
    }
    emit_begin_pass(E, pass, scope);
    gen_scope_body(g);
    return emit_end_pass(E);
}

// --- Constants of a module -------------------------------------------------------------------------

static void begin_constants(mp_emit_common_t *common, qstr source_file) {
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    mp_map_init(&common->qstr_map, 1);
    mp_map_elem_t *first = mp_map_lookup(&common->qstr_map, MP_OBJ_NEW_QSTR(source_file), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
    first->value = MP_OBJ_NEW_SMALL_INT(0); // tracebacks look for it there
    #endif
    mp_obj_list_init(&common->const_obj_list, 0);
}

static void end_constants(mp_emit_common_t *common, qstr source_file, mp_module_context_t *context) {
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    mp_module_context_alloc_tables(context, common->qstr_map.used, common->const_obj_list.len);
    for (size_t i = 0; i < common->qstr_map.alloc; i++) {
        if (mp_map_slot_is_filled(&common->qstr_map, i)) {
            mp_map_elem_t *entry = &common->qstr_map.table[i];
            context->constants.qstr_table[MP_OBJ_SMALL_INT_VALUE(entry->value)] = MP_OBJ_QSTR_VALUE(entry->key);
        }
    }
    #else
    mp_module_context_alloc_tables(context, 0, common->const_obj_list.len);
    context->constants.source_file = source_file;
    #endif
    if (common->const_obj_list.len == 0) {
        context->constants.obj_table = NULL; // else it points behind the names, to whatever object comes next, and keeps that alive
        return;
    }
    memcpy(context->constants.obj_table, common->const_obj_list.items, common->const_obj_list.len * sizeof(mp_obj_t));
}

// --- All of it -------------------------------------------------------------------------------------

#if !MICROPY_EXPOSE_MP_COMPILE_TO_RAW_CODE
static
#endif
void mp_compile_to_raw_code(mp_parse_tree_t *tree, qstr source_file, bool is_repl, mp_compiled_module_t *compiled) {
    module_t *module = (module_t *)tree->root;
    gen_t gen = { .module = module, .source = &module->source, .is_repl = is_repl }, *g = &gen;
    scope_t *first = symbols_collect(module);
    #if !MICROPY_DYNAMIC_COMPILER
    g->seek = seek_begin(&module->source);
    #endif
    begin_constants(&g->common, source_file);
    E = emit_bc_new(&g->common);

    size_t labels = 0;
    for (scope_t *scope = first; scope != NULL; scope = scope->next) {
        gen_pass(g, scope, MP_PASS_SCOPE);
        labels = MAX(labels, g->next_label);
        if (g->next_label >= MP_EMIT_BREAK_FROM_FOR - 1) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("bytecode overflow"));
        }
    }
    emit_set_labels(E, labels);
    for (scope_t *scope = first; scope != NULL; scope = scope->next) {
        gen_pass(g, scope, MP_PASS_STACK_SIZE);
        gen_pass(g, scope, MP_PASS_CODE_SIZE);
        g->common.children = m_new0(mp_raw_code_t *, g->common.ct_cur_child);
        for (bool done = false; !done;) {
            #if !MICROPY_DYNAMIC_COMPILER
            if (g->seek != NULL) {
                seek_begin_scope(g->seek);
            }
            #endif
            done = gen_pass(g, scope, MP_PASS_EMIT);
        }
        #if !MICROPY_DYNAMIC_COMPILER
        if (g->seek != NULL) {
            seek_end_scope(g);
        }
        #endif
    }
    compiled->rc = first->raw_code;
    #if MICROPY_PERSISTENT_CODE_SAVE
    compiled->has_native = false;
    compiled->n_qstr = g->common.qstr_map.used;
    compiled->n_obj = g->common.const_obj_list.len;
    #endif
    end_constants(&g->common, source_file, compiled->context);
    index_free(&g->constants);

    emit_bc_free(E);
    mp_parse_tree_clear(tree);
    while (first != NULL) {
        scope_t *next = first->next;
        index_free(&info_of(first)->index);
        m_del(scope_info_t, info_of(first), 1);
        scope_free(first);
        first = next;
    }
}

mp_obj_t mp_compile(mp_parse_tree_t *tree, qstr source_file, bool is_repl) {
    mp_compiled_module_t compiled;
    compiled.context = m_new_obj(mp_module_context_t);
    compiled.context->module.globals = mp_globals_get();
    mp_compile_to_raw_code(tree, source_file, is_repl, &compiled);
    return mp_make_function_from_proto_fun(compiled.rc, compiled.context, NULL);
}

// host/lastvalue.h declares it.
void mpwasm_keep_last_value(mp_parse_tree_t *tree, uint8_t which);

// The name that a statement gives a value to, if it does nothing else; or NULL.
static node_t *assigned_name(const node_t *statement) {
    bool assigns = statement->kind == N_ASSIGN || statement->kind == N_AUGMENTED || (statement->kind == N_ANNOTATED && FIELD(statement, 2) != NULL);
    return assigns && FIELD(statement, 0)->kind == N_NAME ? FIELD(statement, 0) : NULL;
}

// The value of a program's last expression goes to the name ".value", which no program can use by accident. After an assignment to
// a name, that name stands there as another statement, if that is wanted.
void mpwasm_keep_last_value(mp_parse_tree_t *tree, uint8_t which) {
    node_t *last = ((module_t *)tree->root)->body;
    while (last != NULL && last->next != NULL) {
        last = last->next;
    }
    if (last == NULL) {
        return;
    }
    node_t *name = which > 1 ? assigned_name(last) : NULL;
    if (name != NULL) {
        node_t *expression = m_malloc(sizeof(node_t) + sizeof(field_t));
        *expression = *last;
        expression->kind = N_EXPRESSION;
        FIELD(expression, 0) = name;
        last = last->next = expression;
    }
    if (last->kind == N_EXPRESSION) {
        last->op = 1;
    }
}
