// Bytecode of expressions.

#include "py/cstack.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/compile/gen.h"

#define MOST_STACK (20000)

#define E g->emit

// --- Tools -----------------------------------------------------------------------------------------

void gen_none(gen_t *g) {
    mp_emit_bc_load_const_tok(E, MP_TOKEN_KW_NONE);
}

void gen_helper(gen_t *g, int helper, size_t argument, int stack_change) {
    emit_helper(E, helper | argument << HELPER_SHIFT, stack_change);
}

static void gen_const(gen_t *g, mp_obj_t value) {
    if (value == mp_const_none || value == mp_const_true || value == mp_const_false) {
        mp_emit_bc_load_const_tok(E, value == mp_const_none ? MP_TOKEN_KW_NONE : value == mp_const_true ? MP_TOKEN_KW_TRUE : MP_TOKEN_KW_FALSE);
    } else if (mp_obj_is_small_int(value)) {
        mp_emit_bc_load_const_small_int(E, MP_OBJ_SMALL_INT_VALUE(value));
    } else if (mp_obj_is_qstr(value)) {
        mp_emit_bc_load_const_str(E, MP_OBJ_QSTR_VALUE(value));
    } else {
        mp_emit_bc_load_const_obj(E, value);
    }
}

void gen_at_operand(gen_t *g, const node_t *node, const node_t *operand) {
    const node_t *callee = node->kind == N_CALL ? FIELD(node, 0) : NULL;
    emit_line(E, callee != NULL && callee->kind == N_ATTRIBUTE ? callee->line + callee->end_lines : node->line);
    #if !MICROPY_DYNAMIC_COMPILER
    if (g->seek != NULL && g->pass == MP_PASS_EMIT) {
        seek_note(g, node, operand);
    }
    #endif
}

void gen_at(gen_t *g, const node_t *node) {
    gen_at_operand(g, node, NULL);
}

// An attribute is looked up where its name stands, the last thing of its node.
void gen_at_end(gen_t *g, const node_t *node) {
    emit_line(E, node->line + node->end_lines);
    #if !MICROPY_DYNAMIC_COMPILER
    if (g->seek != NULL && g->pass == MP_PASS_EMIT) {
        seek_note(g, node, NULL);
    }
    #endif
}

// --- Names -----------------------------------------------------------------------------------------

typedef enum { LOAD, STORE, DELETE } access_t;

static void gen_name(gen_t *g, qstr name, access_t access) {
    static const mp_emit_method_table_id_ops_t operations[] = {
        { mp_emit_bc_load_local, mp_emit_bc_load_global }, { mp_emit_bc_store_local, mp_emit_bc_store_global }, { mp_emit_bc_delete_local, mp_emit_bc_delete_global },
    };
    const mp_emit_method_table_id_ops_t *operation = &operations[access];
    id_info_t *id = scope_find(g->scope, name);
    bool in_class = g->scope->kind == SCOPE_CLASS || (info_of(g->scope)->is_wrapper && g->scope->parent->kind == SCOPE_CLASS); // a generic's definition sees the names of the class
    id_info_kind_t kind = id != NULL ? id->kind : ID_INFO_KIND_GLOBAL_EXPLICIT;
    if (kind == ID_INFO_KIND_GLOBAL_EXPLICIT && (in_class || !is_function(g->scope)) && !(id != NULL && id->flags & ID_GLOBAL)) {
        kind = ID_INFO_KIND_GLOBAL_IMPLICIT;
    }
    if (kind == ID_INFO_KIND_GLOBAL_EXPLICIT) {
        operation->global(E, name, MP_EMIT_IDOP_GLOBAL_GLOBAL);
    } else if (kind == ID_INFO_KIND_LOCAL) {
        operation->local(E, name, id->local_num, MP_EMIT_IDOP_LOCAL_FAST);
    } else if (kind == ID_INFO_KIND_FREE && access == LOAD && in_class && !(id->flags & ID_NONLOCAL)) {
        mp_emit_bc_load_local(E, name, id->local_num, MP_EMIT_IDOP_LOCAL_FAST); // the cell itself
        mp_emit_bc_load_const_str(E, name);
        gen_helper(g, HELPER_CLASS_FREE, 0, -1);
    } else if (kind == ID_INFO_KIND_CELL || kind == ID_INFO_KIND_FREE) {
        operation->local(E, name, id->local_num, MP_EMIT_IDOP_LOCAL_DEREF);
    } else {
        operation->global(E, name, MP_EMIT_IDOP_GLOBAL_NAME);
    }
}

void gen_load(gen_t *g, qstr name, const node_t *where) {
    gen_at(g, where);
    if (name == MP_QSTR___debug__) {
        mp_emit_bc_load_const_tok(E, MP_STATE_VM(mp_optimise_value) == 0 ? MP_TOKEN_KW_TRUE : MP_TOKEN_KW_FALSE);
    } else {
        gen_name(g, name, LOAD);
    }
}

void gen_store_name(gen_t *g, qstr name) {
    gen_name(g, name, STORE);
}

void gen_delete_name(gen_t *g, qstr name) {
    gen_name(g, name, DELETE);
}

// --- Targets ---------------------------------------------------------------------------------------

static void gen_index(gen_t *g, const node_t *index);

static void gen_unpack(gen_t *g, const node_t *target) {
    size_t count = 0, left = 0;
    const node_t *star = NULL;
    for (const node_t *element = FIELD(target, 0); element != NULL; element = element->next, count++) {
        if (element->kind != N_STAR) {
            continue;
        }
        if (star != NULL) {
            error_at(g->source, target, "multiple starred expressions in assignment");
        }
        star = element;
        left = count;
    }
    if (count + emit_stack_size(E) > MOST_STACK || (star != NULL && (left > 255 || count - left - 1 > 255))) {
        error_at(g->source, target, star != NULL ? "too many expressions in star-unpacking assignment" : "too many targets");
    }
    gen_at(g, target);
    if (star != NULL) {
        mp_emit_bc_unpack_ex(E, left, count - left - 1);
    } else {
        mp_emit_bc_unpack_sequence(E, count);
    }
    for (const node_t *element = FIELD(target, 0); element != NULL; element = element->next) {
        gen_store(g, element->kind == N_STAR ? FIELD(element, 0) : element);
    }
}

// What is on the stack goes to the target.
void gen_store(gen_t *g, const node_t *target) {
    mp_cstack_check();
    switch (target->kind) {
        case N_NAME:
            gen_store_name(g, NAME_OF(target));
            break;
        case N_ATTRIBUTE:
            gen_expr(g, FIELD(target, 0));
            gen_at(g, target);
            mp_emit_bc_attr(E, target->f[1].name, MP_EMIT_ATTR_STORE);
            break;
        case N_SUBSCRIPT:
            gen_expr(g, FIELD(target, 0));
            gen_index(g, FIELD(target, 1));
            gen_at(g, target);
            mp_emit_bc_subscr(E, MP_EMIT_SUBSCR_STORE);
            break;
        case N_STAR:
            error_at(g->source, target, "starred assignment target must be in a list or tuple");
        default:
            gen_unpack(g, target);
    }
}

void gen_delete(gen_t *g, const node_t *target) {
    mp_cstack_check();
    switch (target->kind) {
        case N_NAME:
            gen_at(g, target);
            gen_delete_name(g, NAME_OF(target));
            break;
        case N_ATTRIBUTE:
            gen_expr(g, FIELD(target, 0));
            gen_at(g, target);
            mp_emit_bc_attr(E, target->f[1].name, MP_EMIT_ATTR_DELETE);
            break;
        case N_SUBSCRIPT:
            gen_expr(g, FIELD(target, 0));
            gen_index(g, FIELD(target, 1));
            gen_at(g, target);
            mp_emit_bc_subscr(E, MP_EMIT_SUBSCR_DELETE);
            break;
        default:
            for (const node_t *element = FIELD(target, 0); element != NULL; element = element->next) {
                gen_delete(g, element);
            }
    }
}

// --- Displays --------------------------------------------------------------------------------------

// A constant, or a tuple of such.
static bool is_constant(const node_t *node) {
    if (node->kind != N_TUPLE) {
        return node->kind == N_CONST;
    }
    mp_cstack_check();
    for (const node_t *element = FIELD(node, 0); element != NULL; element = element->next) {
        if (!is_constant(element)) {
            return false;
        }
    }
    return true;
}

static mp_obj_t constant_value(const node_t *node) {
    if (node->kind == N_CONST) {
        return node->f[0].object;
    }
    size_t count = 0;
    for (const node_t *element = FIELD(node, 0); element != NULL; element = element->next) {
        count++;
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(count, NULL));
    const node_t *element = FIELD(node, 0);
    for (size_t i = 0; i < count; i++, element = element->next) {
        tuple->items[i] = constant_value(element);
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static size_t count_elements(const node_t *list, bool *star, bool *constant) {
    size_t count = 0;
    for (; list != NULL; list = list->next, count++) {
        *star |= list->kind == N_STAR;
        *constant &= is_constant(list);
    }
    return count;
}

// Puts the elements into the list or set on the stack.
static void gen_add_elements(gen_t *g, const node_t *display, scope_kind_t kind) {
    for (const node_t *list = FIELD(display, 0); list != NULL; list = list->next) {
        if (list->kind == N_STAR) {
            gen_expr(g, FIELD(list, 0));
            gen_at(g, display);
            gen_helper(g, kind == SCOPE_SET_COMP ? HELPER_SET_UPDATE : HELPER_LIST_EXTEND, 0, -1);
        } else {
            gen_expr(g, list);
            mp_emit_bc_store_comp(E, kind, 1);
        }
    }
}

static void gen_display(gen_t *g, const node_t *node) {
    const node_t *list = FIELD(node, 0);
    bool star = false, constant = true;
    size_t count = count_elements(list, &star, &constant);
    if (node->kind == N_TUPLE && constant && count > 0) {
        if (g->pass == MP_PASS_SCOPE) {
            mp_emit_bc_load_null(E);
            return;
        }
        mp_emit_bc_load_const_obj(E, constant_value(node));
        return;
    }
    if (!star && count <= MOST_ON_STACK) {
        for (; list != NULL; list = list->next) {
            gen_expr(g, list);
        }
        mp_emit_bc_build(E, count, node->kind == N_TUPLE ? MP_EMIT_BUILD_TUPLE : node->kind == N_LIST ? MP_EMIT_BUILD_LIST : MP_EMIT_BUILD_SET);
        return;
    }
    mp_emit_bc_build(E, 0, node->kind == N_SET ? MP_EMIT_BUILD_SET : MP_EMIT_BUILD_LIST);
    gen_add_elements(g, node, node->kind == N_SET ? SCOPE_SET_COMP : SCOPE_LIST_COMP);
    if (node->kind == N_TUPLE) {
        gen_helper(g, HELPER_LIST_TO_TUPLE, 0, 0);
    }
}

// Key and value for STORE_MAP, which wants the key on top.
static void gen_pair(gen_t *g, const node_t *key, const node_t *value) {
    if (key->kind == N_CONST) {
        gen_expr(g, value);
        gen_expr(g, key);
    } else {
        gen_expr(g, key);
        gen_expr(g, value);
        mp_emit_bc_rot_two(E);
    }
}

static void gen_dict(gen_t *g, const node_t *node) {
    size_t count = 0;
    for (const node_t *item = FIELD(node, 0); item != NULL; item = item->next) {
        count++;
    }
    mp_emit_bc_build(E, MIN(count, 10000), MP_EMIT_BUILD_MAP);
    for (const node_t *item = FIELD(node, 0); item != NULL; item = item->next) {
        if (item->kind == N_PAIR) {
            gen_pair(g, FIELD(item, 0), FIELD(item, 1));
            mp_emit_bc_store_map(E);
        } else {
            gen_expr(g, FIELD(item, 0));
            gen_at(g, node);
            gen_helper(g, HELPER_DICT_UPDATE, 0, -1);
        }
    }
}

// --- f-strings -------------------------------------------------------------------------------------

static void gen_joined(gen_t *g, const node_t *node);

static void gen_field(gen_t *g, const node_t *field) {
    gen_expr(g, FIELD(field, 0));
    gen_at(g, field);
    if (field->op != 0) {
        gen_helper(g, field->op == 's' ? HELPER_STR : field->op == 'r' ? HELPER_REPR : HELPER_ASCII, 0, 0);
    }
    if (FIELD(field, 1) == NULL) {
        gen_helper(g, HELPER_FORMAT_SIMPLE, 0, 0);
    } else {
        gen_joined(g, FIELD(field, 1));
        gen_at(g, field);
        gen_helper(g, HELPER_FORMAT, 0, -1);
    }
}

static void gen_part(gen_t *g, const node_t *part) {
    if (part->kind == N_FIELD) {
        gen_field(g, part);
    } else {
        gen_expr(g, part);
    }
}

static void gen_joined(gen_t *g, const node_t *node) {
    const node_t *part = FIELD(node, 0);
    bool star = false, constant = true;
    size_t count = count_elements(part, &star, &constant);
    if (count == 0) {
        mp_emit_bc_load_const_str(E, MP_QSTR_);
    } else if (count == 1) {
        gen_part(g, part);
    } else if (count <= MOST_ON_STACK) {
        for (; part != NULL; part = part->next) {
            gen_part(g, part);
        }
        gen_helper(g, HELPER_JOIN, count, 1 - (int)count);
    } else {
        mp_emit_bc_build(E, 0, MP_EMIT_BUILD_LIST);
        for (; part != NULL; part = part->next) {
            gen_part(g, part);
            mp_emit_bc_store_comp(E, SCOPE_LIST_COMP, 1);
        }
        gen_helper(g, HELPER_JOIN_LIST, 0, 0);
    }
}

// --- Operators and conditions ----------------------------------------------------------------------

static void gen_binary(gen_t *g, const node_t *node) {
    gen_expr(g, FIELD(node, 0));
    for (const node_t *operand = FIELD(node, 1); operand != NULL; operand = operand->next) {
        gen_expr(g, FIELD(operand, 0));
        gen_at_operand(g, node, operand);
        mp_emit_bc_binary_op(E, operand->op);
    }
}

static void gen_compare(gen_t *g, const node_t *node) {
    gen_expr(g, FIELD(node, 0));
    const node_t *operand = FIELD(node, 1);
    for (const node_t *left = FIELD(node, 0), *right = operand; right != NULL; left = FIELD(right, 0), right = right->next) {
        warn_identity(g, left, right);
    }
    if (operand->next == NULL) {
        gen_expr(g, FIELD(operand, 0));
        gen_at(g, node);
        mp_emit_bc_binary_op(E, operand->op);
        return;
    }
    size_t failed = new_label(g), end = new_label(g);
    for (; operand->next != NULL; operand = operand->next) {
        gen_expr(g, FIELD(operand, 0));
        mp_emit_bc_dup_top(E);
        mp_emit_bc_rot_three(E);
        gen_at(g, node);
        mp_emit_bc_binary_op(E, operand->op);
        mp_emit_bc_jump_if_or_pop(E, false, failed);
    }
    gen_expr(g, FIELD(operand, 0));
    gen_at(g, node);
    mp_emit_bc_binary_op(E, operand->op);
    mp_emit_bc_jump(E, end);
    mp_emit_bc_label_assign(E, failed);
    mp_emit_bc_adjust_stack_size(E, 1);
    mp_emit_bc_rot_two(E);
    mp_emit_bc_pop_top(E);
    mp_emit_bc_label_assign(E, end);
}

static void gen_logic(gen_t *g, const node_t *node) {
    size_t end = new_label(g);
    for (const node_t *operand = FIELD(node, 0); operand != NULL; operand = operand->next) {
        gen_expr(g, operand);
        if (operand->next != NULL) {
            mp_emit_bc_jump_if_or_pop(E, node->kind == N_OR, end);
        }
    }
    mp_emit_bc_label_assign(E, end);
}

int constant_truth(const node_t *node) {
    if (node->kind == N_CONST) {
        return mp_obj_is_true(node->f[0].object);
    }
    if (node->kind == N_NAME && NAME_OF(node) == MP_QSTR___debug__) {
        return MP_STATE_VM(mp_optimise_value) == 0;
    }
    return -1;
}

void gen_condition(gen_t *g, const node_t *node, bool jump_if, size_t label) {
    mp_cstack_check();
    int truth = constant_truth(node);
    if (truth >= 0) {
        if (truth == jump_if) {
            mp_emit_bc_jump(E, label);
        }
        return;
    }
    if (node->kind == N_NOT) {
        gen_condition(g, FIELD(node, 0), !jump_if, label);
    } else if (node->kind == N_AND || node->kind == N_OR) {
        bool decides = node->kind == N_OR; // the value that decides
        size_t end = decides == jump_if ? label : new_label(g);
        for (const node_t *operand = FIELD(node, 0); operand != NULL; operand = operand->next) {
            if (operand->next != NULL) {
                gen_condition(g, operand, decides, end);
            } else {
                gen_condition(g, operand, jump_if, label);
            }
        }
        if (end != label) {
            mp_emit_bc_label_assign(E, end);
        }
    } else {
        gen_expr(g, node);
        mp_emit_bc_pop_jump_if(E, jump_if, label);
    }
}

static void gen_conditional(gen_t *g, const node_t *node) {
    size_t otherwise = new_label(g), end = new_label(g);
    gen_condition(g, FIELD(node, 0), false, otherwise);
    gen_expr(g, FIELD(node, 1));
    mp_emit_bc_jump(E, end);
    mp_emit_bc_label_assign(E, otherwise);
    mp_emit_bc_adjust_stack_size(E, -1);
    gen_expr(g, FIELD(node, 2));
    mp_emit_bc_label_assign(E, end);
}

// --- Indexes ---------------------------------------------------------------------------------------

static void gen_slice(gen_t *g, const node_t *node) {
    for (int i = 0; i < 2; i++) {
        if (FIELD(node, i) != NULL) {
            gen_expr(g, FIELD(node, i));
        } else {
            gen_none(g);
        }
    }
    if (FIELD(node, 2) != NULL) {
        gen_expr(g, FIELD(node, 2));
    }
    mp_emit_bc_build(E, FIELD(node, 2) != NULL ? 3 : 2, MP_EMIT_BUILD_SLICE);
}

static void gen_index(gen_t *g, const node_t *index) {
    gen_expr(g, index);
}

// --- All expressions -------------------------------------------------------------------------------

void gen_await(gen_t *g) {
    gen_helper(g, HELPER_AWAITABLE, 0, 0);
    gen_none(g);
    mp_emit_bc_yield(E, MP_EMIT_YIELD_FROM);
}

static void gen_yield(gen_t *g, const node_t *node) {
    if (FIELD(node, 0) != NULL) {
        gen_expr(g, FIELD(node, 0));
    } else {
        gen_none(g);
    }
    if (in_async(g)) {
        gen_helper(g, HELPER_ASYNC_YIELD, 0, 0);
    }
    gen_at(g, node);
    mp_emit_bc_yield(E, MP_EMIT_YIELD_VALUE);
}

void gen_expr(gen_t *g, const node_t *node) {
    mp_cstack_check();
    if (emit_stack_size(E) > MOST_STACK) {
        error_at(g->source, node, "expression is too deeply nested");
    }
    switch (node->kind) {
        case N_NAME: gen_load(g, NAME_OF(node), node); break;
        case N_CONST: gen_const(g, node->f[0].object); break;
        case N_JOINED: gen_joined(g, node); break;
        case N_TUPLE: case N_LIST: case N_SET: gen_display(g, node); break;
        case N_DICT: gen_dict(g, node); break;
        case N_UNARY:
            gen_expr(g, FIELD(node, 0));
            gen_at(g, node);
            mp_emit_bc_unary_op(E, node->op);
            break;
        case N_NOT:
            gen_expr(g, FIELD(node, 0));
            gen_at(g, node);
            mp_emit_bc_unary_op(E, MP_UNARY_OP_NOT);
            break;
        case N_BINARY: gen_binary(g, node); break;
        case N_AND: case N_OR: gen_logic(g, node); break;
        case N_COMPARE: gen_compare(g, node); break;
        case N_CALL: gen_call(g, node); break;
        case N_ATTRIBUTE:
            gen_expr(g, FIELD(node, 0));
            gen_at_end(g, node);
            mp_emit_bc_attr(E, node->f[1].name, MP_EMIT_ATTR_LOAD);
            break;
        case N_SUBSCRIPT:
            warn_subscript(g, node);
            gen_expr(g, FIELD(node, 0));
            gen_index(g, FIELD(node, 1));
            gen_at(g, node);
            mp_emit_bc_subscr(E, MP_EMIT_SUBSCR_LOAD);
            break;
        case N_SLICE: gen_slice(g, node); break;
        case N_STAR: error_at(g->source, node, "can't use starred expression here");
        case N_LAMBDA: gen_lambda(g, node); break;
        case N_CONDITIONAL: gen_conditional(g, node); break;
        case N_LISTCOMP: case N_SETCOMP: case N_DICTCOMP: case N_GENERATOR: gen_comprehension(g, node); break;
        case N_YIELD: gen_yield(g, node); break;
        case N_YIELD_FROM:
            gen_expr(g, FIELD(node, 0));
            gen_at(g, node);
            mp_emit_bc_get_iter(E, false);
            gen_none(g);
            mp_emit_bc_yield(E, MP_EMIT_YIELD_FROM);
            break;
        case N_AWAIT:
            gen_expr(g, FIELD(node, 0));
            gen_at(g, node);
            gen_await(g);
            break;
        case N_WALRUS:
            gen_expr(g, FIELD(node, 1));
            mp_emit_bc_dup_top(E);
            gen_store_name(g, NAME_OF(FIELD(node, 0)));
            break;
        default:
            error_at(g->source, node, "invalid syntax");
    }
}
