// What CPython warns of while it compiles: literals that are called, indexed, or compared by identity.

#include "py/runtime.h"

#include "language/compile/gen.h"

void gen_warning(gen_t *g, const node_t *node, const char *format, const char *first, const char *second) {
    if (g->pass == MP_PASS_SCOPE) {
        compile_warning(g->source, node->line, node->column, format, first, second);
    }
}

// The name of a display's or constant's type; NULL if it is not known before it is evaluated.
static const char *type_of_literal(const node_t *node) {
    switch (node->kind) {
        case N_CONST: return mp_obj_get_type_str(node->f[0].object);
        case N_JOINED: return "str";
        case N_TUPLE: return "tuple";
        case N_LIST: case N_LISTCOMP: return "list";
        case N_SET: case N_SETCOMP: return "set";
        case N_DICT: case N_DICTCOMP: return "dict";
        case N_GENERATOR: return "generator";
        case N_LAMBDA: return "function";
        default: return NULL;
    }
}

static bool is_literal(const node_t *node) {
    mp_obj_t value = node->kind == N_CONST ? node->f[0].object : MP_OBJ_NULL;
    return node->kind == N_TUPLE || (value != MP_OBJ_NULL && value != mp_const_none && value != mp_const_true && value != mp_const_false
                                     && value != MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj));
}

void warn_identity(gen_t *g, const node_t *left, const node_t *operand) {
    const node_t *literal = is_literal(left) ? left : is_literal(FIELD(operand, 0)) ? FIELD(operand, 0) : NULL;
    if (literal != NULL && (operand->op == MP_BINARY_OP_IS || operand->op == MP_BINARY_OP_IS_NOT)) {
        gen_warning(g, left, operand->op == MP_BINARY_OP_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?" : "\"is not\" with '%s' literal. Did you mean \"!=\"?", type_of_literal(literal), NULL);
    }
}

void warn_subscript(gen_t *g, const node_t *node) {
    const node_t *value = FIELD(node, 0), *index = FIELD(node, 1);
    const char *type = type_of_literal(value), *of_index = type_of_literal(index);
    if (type == NULL || value->kind == N_DICT || value->kind == N_DICTCOMP) {
        return;
    }
    mp_obj_t object = value->kind == N_CONST ? value->f[0].object : MP_OBJ_NULL;
    bool sequence = value->kind == N_LIST || value->kind == N_LISTCOMP || value->kind == N_TUPLE || value->kind == N_JOINED
                    || (object != MP_OBJ_NULL && (mp_obj_is_str(object) || mp_obj_is_type(object, &mp_type_bytes) || mp_obj_is_type(object, &mp_type_tuple)));
    if (!sequence) {
        gen_warning(g, value, "'%s' object is not subscriptable; perhaps you missed a comma?", type, NULL);
    } else if (of_index != NULL && !(index->kind == N_CONST && (mp_obj_is_int(index->f[0].object) || mp_obj_is_bool(index->f[0].object)))) {
        gen_warning(g, value, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type, of_index);
    }
}

bool in_async(const gen_t *g) {
    return info_of(g->scope)->is_async;
}

void warn_call(gen_t *g, const node_t *callee) {
    const char *type = callee->kind != N_LAMBDA ? type_of_literal(callee) : NULL;
    if (type != NULL) {
        gen_warning(g, callee, "'%s' object is not callable; perhaps you missed a comma?", type, NULL);
    }
}
