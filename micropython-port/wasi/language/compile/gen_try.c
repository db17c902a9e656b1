// Bytecode of try and with. What lies on the stack when, and which opcodes work together, is the VM's protocol (py/vm.c: SETUP_*,
// END_FINALLY, UNWIND_JUMP, WITH_CLEANUP).

#include "py/runtime.h"

#include "language/compile/gen.h"

#define E g->emit

void enter_block(gen_t *g, size_t label, int kind) {
    mp_emit_bc_setup_block(E, label, kind);
    g->level++;
    g->scope->exc_stack_size = MAX(g->scope->exc_stack_size, g->level);
}

void leave_block(gen_t *g) {
    g->level--;
    mp_emit_bc_end_finally(E);
}

// --- try ... except --------------------------------------------------------------------------------

// The body of "except E as name": afterwards the name is gone.
static void gen_named_handler(gen_t *g, const node_t *handler, qstr name) {
    size_t end = new_label(g);
    enter_block(g, end, MP_EMIT_SETUP_BLOCK_FINALLY);
    mp_emit_bc_adjust_stack_size(E, 3); // for what an unwinding jump keeps there
    gen_statements(g, FIELD(handler, 2));
    mp_emit_bc_adjust_stack_size(E, -3);
    gen_none(g);
    mp_emit_bc_label_assign(E, end);
    mp_emit_bc_adjust_stack_size(E, 1); // for a value that is being returned
    gen_none(g);
    gen_store_name(g, name);
    gen_delete_name(g, name);
    mp_emit_bc_adjust_stack_size(E, -1);
    leave_block(g);
}

static void gen_handler(gen_t *g, const node_t *handler, size_t done) {
    size_t next = new_label(g);
    qstr name = handler->f[1].name;
    emit_line(E, handler->line);
    emit_begin(E, handler->line);
    if (FIELD(handler, 0) != NULL) {
        mp_emit_bc_dup_top(E);
        gen_expr(g, FIELD(handler, 0));
        mp_emit_bc_binary_op(E, MP_BINARY_OP_EXCEPTION_MATCH);
        mp_emit_bc_pop_jump_if(E, false, next);
    }
    if (name == MP_QSTRnull) {
        mp_emit_bc_pop_top(E);
        gen_statements(g, FIELD(handler, 2));
    } else {
        gen_store_name(g, name);
        gen_named_handler(g, handler, name);
    }
    mp_emit_bc_pop_except_jump(E, done, true);
    mp_emit_bc_label_assign(E, next);
    mp_emit_bc_adjust_stack_size(E, 1); // the exception
}

static void gen_try_except(gen_t *g, const node_t *node) {
    size_t handlers = new_label(g), passed = new_label(g), done = new_label(g);
    enter_block(g, handlers, MP_EMIT_SETUP_BLOCK_EXCEPT);
    gen_statements(g, FIELD(node, 0));
    mp_emit_bc_pop_except_jump(E, passed, false);
    mp_emit_bc_label_assign(E, handlers);
    mp_emit_bc_start_except_handler(E);
    for (const node_t *handler = FIELD(node, 1); handler != NULL; handler = handler->next) {
        gen_handler(g, handler, done);
    }
    leave_block(g);
    mp_emit_bc_end_except_handler(E);
    mp_emit_bc_label_assign(E, passed);
    gen_statements(g, FIELD(node, 2));
    mp_emit_bc_label_assign(E, done);
}

// --- try ... except* -------------------------------------------------------------------------------

// The body of a handler, with the state below: what it raises is noted there.
static void gen_star_body(gen_t *g, const node_t *handler) {
    size_t raised = new_label(g), done = new_label(g);
    enter_block(g, raised, MP_EMIT_SETUP_BLOCK_EXCEPT);
    uint16_t break_label = g->break_label, continue_label = g->continue_label;
    g->break_label = g->continue_label = IN_EXCEPT_STAR;
    if (handler->f[1].name != MP_QSTRnull) {
        gen_named_handler(g, handler, handler->f[1].name);
    } else {
        gen_statements(g, FIELD(handler, 2));
    }
    g->break_label = break_label;
    g->continue_label = continue_label;
    mp_emit_bc_pop_except_jump(E, done, false);
    mp_emit_bc_label_assign(E, raised);
    mp_emit_bc_start_except_handler(E);
    gen_helper(g, HELPER_STAR_RAISED, 0, -1);
    mp_emit_bc_pop_except_jump(E, done, true);
    gen_none(g);
    leave_block(g);
    mp_emit_bc_adjust_stack_size(E, 1);
    mp_emit_bc_end_except_handler(E);
    mp_emit_bc_adjust_stack_size(E, -1);
    mp_emit_bc_label_assign(E, done);
}

static void gen_try_star(gen_t *g, const node_t *node) {
    size_t handlers = new_label(g), passed = new_label(g), done = new_label(g), end = new_label(g);
    enter_block(g, handlers, MP_EMIT_SETUP_BLOCK_EXCEPT);
    gen_statements(g, FIELD(node, 0));
    mp_emit_bc_pop_except_jump(E, passed, false);
    mp_emit_bc_label_assign(E, handlers);
    mp_emit_bc_start_except_handler(E);
    gen_helper(g, HELPER_STAR_BEGIN, 0, 0);
    for (const node_t *handler = FIELD(node, 1); handler != NULL; handler = handler->next) {
        size_t no_match = new_label(g), next = new_label(g);
        emit_line(E, handler->line);
        emit_begin(E, handler->line);
        gen_expr(g, FIELD(handler, 0));
        gen_helper(g, HELPER_STAR_MATCH, 0, 0);
        mp_emit_bc_dup_top(E);
        gen_none(g);
        mp_emit_bc_binary_op(E, MP_BINARY_OP_IS);
        mp_emit_bc_pop_jump_if(E, true, no_match);
        if (handler->f[1].name != MP_QSTRnull) {
            gen_store_name(g, handler->f[1].name);
        } else {
            mp_emit_bc_pop_top(E);
        }
        gen_star_body(g, handler);
        mp_emit_bc_jump(E, next);
        mp_emit_bc_label_assign(E, no_match);
        mp_emit_bc_adjust_stack_size(E, 1);
        mp_emit_bc_pop_top(E);
        mp_emit_bc_label_assign(E, next);
    }
    gen_helper(g, HELPER_STAR_END, 0, 0);
    mp_emit_bc_dup_top(E);
    gen_none(g);
    mp_emit_bc_binary_op(E, MP_BINARY_OP_IS);
    mp_emit_bc_pop_jump_if(E, false, end);
    mp_emit_bc_pop_top(E);
    mp_emit_bc_pop_except_jump(E, done, true);
    mp_emit_bc_label_assign(E, end);
    mp_emit_bc_adjust_stack_size(E, 1);
    leave_block(g); // raises
    mp_emit_bc_end_except_handler(E);
    mp_emit_bc_label_assign(E, passed);
    gen_statements(g, FIELD(node, 2));
    mp_emit_bc_label_assign(E, done);
}

static void gen_handlers(gen_t *g, const node_t *node) {
    if (node->op) {
        gen_try_star(g, node);
    } else {
        gen_try_except(g, node);
    }
}

// --- try ... finally -------------------------------------------------------------------------------

void gen_try(gen_t *g, const node_t *node) {
    enter_nesting(g, node);
    if (FIELD(node, 3) == NULL) {
        gen_handlers(g, node);
        g->blocks--;
        return;
    }
    size_t block = new_label(g);
    enter_block(g, block, MP_EMIT_SETUP_BLOCK_FINALLY);
    mp_emit_bc_adjust_stack_size(E, 3);
    if (FIELD(node, 1) != NULL) {
        gen_handlers(g, node);
    } else {
        gen_statements(g, FIELD(node, 0));
    }
    mp_emit_bc_adjust_stack_size(E, -3);
    gen_none(g);
    mp_emit_bc_label_assign(E, block);
    mp_emit_bc_adjust_stack_size(E, 1);
    gen_statements(g, FIELD(node, 3));
    mp_emit_bc_adjust_stack_size(E, -1);
    leave_block(g);
    g->blocks--;
}

// --- with ------------------------------------------------------------------------------------------

static void gen_with_body(gen_t *g, const node_t *node, const node_t *item) {
    if (item->next != NULL) {
        gen_with(g, node, item->next);
    } else {
        gen_statements(g, FIELD(node, 1));
    }
}

static void gen_await_exit(gen_t *g) {
    gen_helper(g, HELPER_AWAITABLE, 1, 0);
    gen_none(g);
    mp_emit_bc_yield(E, MP_EMIT_YIELD_FROM);
}

static void gen_store_or_pop(gen_t *g, const node_t *target) {
    if (target != NULL) {
        gen_store(g, target);
    } else {
        mp_emit_bc_pop_top(E);
    }
}

// The manager stays on the stack, and its __aexit__ is called in a finally block: without an exception, with one, or, last, on
// the way of a return or a jump.
static void gen_async_with(gen_t *g, const node_t *node, const node_t *item) {
    size_t block = new_label(g), plain = new_label(g), leaving = new_label(g), end = new_label(g);
    gen_expr(g, FIELD(item, 0));
    gen_at(g, FIELD(item, 0));
    mp_emit_bc_dup_top(E);
    gen_helper(g, HELPER_AENTER, 0, 0);
    gen_none(g);
    mp_emit_bc_yield(E, MP_EMIT_YIELD_FROM);
    gen_store_or_pop(g, FIELD(item, 1)); // the block keeps the stack's height: only the manager may lie there
    enter_block(g, block, MP_EMIT_SETUP_BLOCK_FINALLY);
    mp_emit_bc_adjust_stack_size(E, 3);
    gen_with_body(g, node, item);
    mp_emit_bc_adjust_stack_size(E, -3);
    gen_at(g, FIELD(item, 0));

    mp_emit_bc_async_with_setup_finally(E, plain, block, leaving); // manager exception
    mp_emit_bc_dup_top(E);
    mp_emit_bc_rot_three(E);
    mp_emit_bc_rot_two(E);
    mp_emit_bc_load_method(E, MP_QSTR___aexit__, false); // exception exception aexit manager
    mp_emit_bc_rot_three(E);
    mp_emit_bc_rot_three(E);
    mp_emit_bc_dup_top(E);
    mp_emit_bc_attr(E, MP_QSTR___class__, MP_EMIT_ATTR_LOAD);
    mp_emit_bc_rot_two(E);
    mp_emit_bc_dup_top(E);
    mp_emit_bc_attr(E, MP_QSTR___traceback__, MP_EMIT_ATTR_LOAD);
    mp_emit_bc_call_method(E, 3, 0, 0);
    gen_await_exit(g);
    mp_emit_bc_pop_jump_if(E, false, end);
    mp_emit_bc_pop_top(E);
    gen_none(g); // the exception is done with
    mp_emit_bc_jump(E, end);
    mp_emit_bc_adjust_stack_size(E, 2);

    mp_emit_bc_label_assign(E, leaving); // manager value number
    mp_emit_bc_rot_three(E);
    mp_emit_bc_rot_three(E);
    mp_emit_bc_label_assign(E, plain);
    mp_emit_bc_load_method(E, MP_QSTR___aexit__, false);
    gen_none(g);
    mp_emit_bc_dup_top(E);
    mp_emit_bc_dup_top(E);
    mp_emit_bc_call_method(E, 3, 0, 0);
    gen_await_exit(g);
    mp_emit_bc_pop_top(E);
    mp_emit_bc_adjust_stack_size(E, -1);
    mp_emit_bc_label_assign(E, end);
    leave_block(g);
}

void gen_with(gen_t *g, const node_t *node, const node_t *item) {
    enter_nesting(g, node);
    if (node->op) {
        gen_async_with(g, node, item);
    } else {
        size_t end = new_label(g);
        gen_expr(g, FIELD(item, 0));
        gen_at(g, FIELD(item, 0));
        gen_helper(g, HELPER_WITH, 0, 3);
        mp_emit_bc_call_method(E, 0, 0, 0);
        mp_emit_bc_adjust_stack_size(E, -2); // as the emitter counts
        enter_block(g, end, MP_EMIT_SETUP_BLOCK_WITH);
        gen_store_or_pop(g, FIELD(item, 1));
        mp_emit_bc_adjust_stack_size(E, 3);
        gen_with_body(g, node, item);
        mp_emit_bc_adjust_stack_size(E, -3);
        gen_at(g, FIELD(item, 0));
        emit_with_exit(E, end);
        leave_block(g);
    }
    g->blocks--;
}
