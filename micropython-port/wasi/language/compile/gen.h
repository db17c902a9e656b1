// Declarations of what makes bytecode of the tree.
#ifndef MPWASM_COMPILE_GEN_H
#define MPWASM_COMPILE_GEN_H

#include "py/compile.h"
#include "py/emit.h"
#include "py/runtime0.h"
#include "py/scope.h"

#include "language/compile/index.h"
#include "language/compile/tree.h"
#include "language/helper.h"

// --- Scopes ----------------------------------------------------------------------------------------

// Further flags of an identifier, beside upstream's.
enum { ID_ASSIGNED = 0x08, ID_USED = 0x10, ID_GLOBAL = 0x20, ID_NONLOCAL = 0x40, ID_ANNOTATED = 0x80 };

// What is known of a scope beside upstream's scope_t, whose pn points here.
typedef struct {
    node_t *node, *nonlocal; // the first declaration of that kind
    qstr qualified_name; // of what is defined in it
    qstr *positional_only; // the names that bind.c knows them by
    size_t positional_only_count;
    index_t index; // of the names
    bool is_async, is_generator, has_annotations, is_wrapper, is_comprehension;
} scope_info_t;

static inline scope_info_t *info_of(const scope_t *scope) {
    return (scope_info_t *)scope->pn;
}

static inline bool is_function(const scope_t *scope) {
    return SCOPE_IS_FUNC_LIKE(scope->kind);
}

scope_t *symbols_collect(module_t *module); // all scopes, the module's first, each before those inside it
void symbols_resolve(const source_t *source, scope_t *first); // resolve.c: each scope after those around it
bool is_docstring(const node_t *statement);

// --- Code ------------------------------------------------------------------------------------------

#define NO_LABEL (0xffff)
#define IN_EXCEPT_STAR (0xfffe) // the handlers of except* may not be left by a jump

// A loop over what may be a generator of its own: where on the stack that is, and how deep in blocks that handle exceptions.
typedef struct _owned_loop_t {
    const struct _owned_loop_t *outer;
    size_t stack_size, level;
} owned_loop_t;

typedef struct {
    module_t *module;
    const source_t *source;
    mp_emit_common_t common;
    index_t constants; // of common.const_obj_list
    emit_t *emit;
    scope_t *scope;
    pass_kind_t pass;
    size_t next_label;
    uint16_t break_label, continue_label;
    uint16_t loop_level, level; // of blocks that handle exceptions, at the loop and here
    const struct _owned_loop_t *owned; // the innermost loop over a generator of its own, if there is one
    uint16_t blocks;            // how deep loops, try and with are nested
    bool is_repl;
    const node_t *statement;  // that is being compiled
    struct _seek_t *seek;     // NULL, or what places.c looks for
} gen_t;

// --- places.c: places in the source ------------------------------------------------------------------

typedef struct _seek_t seek_t;
extern bool mpwasm_compiles_again; // the same text as before, which warns no more
seek_t *seek_begin(const source_t *source);
void seek_note(gen_t *g, const node_t *node, const node_t *operand);
void seek_begin_scope(seek_t *seek);
void seek_end_scope(gen_t *g);

void emit_new_label(emit_t *emit, size_t label);

static inline size_t new_label(gen_t *g) {
    emit_new_label(g->emit, g->next_label);
    return g->next_label++;
}

// Up to so many values are put on the stack for one display or call; more go into a list one by one.
#define MOST_ON_STACK (30)

void gen_expr(gen_t *g, const node_t *node);
void gen_condition(gen_t *g, const node_t *node, bool jump_if, size_t label);
void gen_statements(gen_t *g, const node_t *list);
void gen_match(gen_t *g, const node_t *node);
void gen_at(gen_t *g, const node_t *node); // what is emitted next is of this node
void gen_at_operand(gen_t *g, const node_t *node, const node_t *operand); // the last of an operation
void gen_at_end(gen_t *g, const node_t *node);
void gen_call_arguments(gen_t *g, const node_t *node, const node_t *arguments, bool is_method, size_t before);
void gen_call(gen_t *g, const node_t *node);
void gen_load(gen_t *g, qstr name, const node_t *where);
void gen_store_name(gen_t *g, qstr name);
void gen_delete_name(gen_t *g, qstr name);
void gen_store(gen_t *g, const node_t *target);
void gen_delete(gen_t *g, const node_t *target);
void gen_none(gen_t *g);
void gen_helper(gen_t *g, int helper, size_t argument, int stack_change);
void gen_function(gen_t *g, const node_t *node);
void gen_class(gen_t *g, const node_t *node);
void gen_type_alias(gen_t *g, const node_t *node);
void gen_lambda(gen_t *g, const node_t *node);
void gen_comprehension(gen_t *g, const node_t *node);
void gen_comprehension_body(gen_t *g, const node_t *node);
void gen_function_body(gen_t *g, const node_t *node);
void gen_wrapper_body(gen_t *g, const node_t *node);
void gen_class_body(gen_t *g, const node_t *node);
void gen_await(gen_t *g);
void gen_async_for(gen_t *g, const node_t *target, size_t done);
void gen_try(gen_t *g, const node_t *node);
void gen_with(gen_t *g, const node_t *node, const node_t *item);
void enter_block(gen_t *g, size_t label, int kind); // of exceptions
void leave_block(gen_t *g);
void enter_nesting(gen_t *g, const node_t *node);
bool in_async(const gen_t *g);
int constant_truth(const node_t *node); // 0, 1, or -1 if it is not known

// --- The emitter, beside upstream's (emit.c) --------------------------------------------------------

void emit_set_labels(emit_t *emit, size_t labels);
void emit_begin_pass(emit_t *emit, pass_kind_t pass, scope_t *scope);
void emit_line(emit_t *emit, size_t line); // of the code that comes; frozen code only knows lines that do not go back
void emit_first_line(emit_t *emit, size_t line);
void emit_begin(emit_t *emit, size_t line); // of a statement: what follows a run hears of it
bool emit_is_followed(void);
void emit_helper(emit_t *emit, size_t argument, int stack_change);
bool emit_end_pass(emit_t *emit);
void emit_with_exit(emit_t *emit, size_t label);
size_t emit_place(const emit_t *emit); // of what comes next, from the begin of the function's bytecode
const byte *emit_code(const emit_t *emit, size_t *length);
size_t emit_stack_size(const emit_t *emit);

// --- warnings.c ---

void gen_warning(gen_t *g, const node_t *node, const char *format, const char *first, const char *second); // once, of all passes
void warn_identity(gen_t *g, const node_t *left, const node_t *operand);
void warn_subscript(gen_t *g, const node_t *node);
void warn_call(gen_t *g, const node_t *callee);

#endif
