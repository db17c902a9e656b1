// Bytecode of calls: arguments, super() of a method, and what is to see a function's variables.

#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/compile/gen.h"

#define E g->emit

static void gen_list_of_arguments(gen_t *g, const node_t *arguments, size_t before) {
    mp_emit_bc_build(E, before, MP_EMIT_BUILD_LIST);
    for (const node_t *argument = arguments; argument != NULL; argument = argument->next) {
        if (argument->kind == N_STAR) {
            gen_expr(g, FIELD(argument, 0));
            gen_helper(g, HELPER_LIST_EXTEND, 1, -1);
        } else if (argument->kind != N_KEYWORD && argument->kind != N_DOUBLE_STAR) {
            gen_expr(g, argument);
            mp_emit_bc_store_comp(E, SCOPE_LIST_COMP, 1);
        }
    }
}

static void gen_dict_of_keywords(gen_t *g, const node_t *arguments) {
    mp_emit_bc_build(E, 0, MP_EMIT_BUILD_MAP);
    for (const node_t *argument = arguments; argument != NULL; argument = argument->next) {
        if (argument->kind == N_KEYWORD) {
            gen_expr(g, FIELD(argument, 1));
            mp_emit_bc_load_const_str(E, NAME_OF(argument));
            mp_emit_bc_store_map(E);
        } else if (argument->kind == N_DOUBLE_STAR) {
            gen_expr(g, FIELD(argument, 0));
            gen_helper(g, HELPER_DICT_MERGE, 0, -1);
        }
    }
}

// The arguments, and the call. "before" of them are on the stack.
void gen_call_arguments(gen_t *g, const node_t *node, const node_t *arguments, bool is_method, size_t before) {
    size_t positional = before, keywords = 0, stars = 0, double_stars = 0;
    const node_t *first_star = NULL;
    for (const node_t *argument = arguments; argument != NULL; argument = argument->next) {
        if (argument->kind == N_STAR) {
            first_star = argument;
            stars++;
        } else if (argument->kind == N_KEYWORD) {
            keywords++;
        } else if (argument->kind == N_DOUBLE_STAR) {
            double_stars++;
        } else {
            positional++;
        }
    }
    mp_int_t star_bits = 0;
    if (stars == 1 && positional == 0) {
        gen_expr(g, FIELD(first_star, 0));
        positional = 1, star_bits = 1;
    } else if (stars > 0 || positional > MOST_ON_STACK) {
        gen_list_of_arguments(g, arguments, before);
        positional = 1, star_bits = 1;
    } else {
        for (const node_t *argument = arguments; argument != NULL; argument = argument->next) {
            if (argument->kind != N_KEYWORD && argument->kind != N_DOUBLE_STAR) {
                gen_expr(g, argument);
            }
        }
    }
    bool flags = star_bits != 0 || double_stars != 0;
    if (keywords + double_stars > MOST_ON_STACK) {
        mp_emit_bc_load_null(E);
        gen_dict_of_keywords(g, arguments);
        keywords = 1, double_stars = 0, flags = true;
    } else {
        for (const node_t *argument = arguments; argument != NULL; argument = argument->next) {
            if (argument->kind == N_KEYWORD) {
                mp_emit_bc_load_const_str(E, NAME_OF(argument));
                gen_expr(g, FIELD(argument, 1));
            } else if (argument->kind == N_DOUBLE_STAR) {
                mp_emit_bc_load_null(E);
                gen_expr(g, FIELD(argument, 0));
            }
        }
    }
    if (flags) {
        mp_emit_bc_load_const_small_int(E, star_bits);
    }
    gen_at(g, node);
    if (is_method) {
        mp_emit_bc_call_method(E, positional, keywords + double_stars, flags ? MP_EMIT_STAR_FLAG_SINGLE : 0);
    } else {
        mp_emit_bc_call_function(E, positional, keywords + double_stars, flags ? MP_EMIT_STAR_FLAG_SINGLE : 0);
    }
}

// super() in a method: puts super, the class and the first argument on the stack.
static bool gen_super(gen_t *g, const node_t *node) {
    if (node->kind != N_CALL || FIELD(node, 1) != NULL || FIELD(node, 0)->kind != N_NAME || NAME_OF(FIELD(node, 0)) != MP_QSTR_super) {
        return false;
    }
    scope_t *owner = g->scope;
    while (info_of(owner)->is_comprehension) {
        owner = owner->parent;
    }
    id_info_t *first = owner->id_info;
    id_info_t *id = scope_find(g->scope, MP_QSTR___class__);
    if (!is_function(owner) || owner->id_info_len == 0 || !(first->flags & ID_FLAG_IS_PARAM) || first->flags & (ID_FLAG_IS_STAR_PARAM | ID_FLAG_IS_DBL_STAR_PARAM)
        || id == NULL || (id->kind != ID_INFO_KIND_FREE && id->kind != ID_INFO_KIND_CELL)) {
        return false;
    }
    gen_load(g, MP_QSTR_super, node);
    gen_load(g, MP_QSTR___class__, node);
    gen_load(g, first->qst, node);
    return true;
}

static void gen_locals(gen_t *g, bool names_only) {
    size_t count = 0;
    for (size_t i = 0; i < g->scope->id_info_len; i++) {
        id_info_kind_t kind = g->scope->id_info[i].kind;
        count += kind == ID_INFO_KIND_LOCAL || kind == ID_INFO_KIND_CELL || kind == ID_INFO_KIND_FREE;
    }
    mp_obj_tuple_t *list = MP_OBJ_TO_PTR(mp_obj_new_tuple(2 * count, NULL));
    count = 0;
    for (size_t i = 0; i < g->scope->id_info_len; i++) {
        id_info_t *id = &g->scope->id_info[i];
        if (id->kind == ID_INFO_KIND_LOCAL || id->kind == ID_INFO_KIND_CELL || id->kind == ID_INFO_KIND_FREE) {
            bool is_variable = id->qst != MP_QSTR__star_ && id->qst != MP_QSTR__dot_type_params && id->qst != MP_QSTR__dot_generic_base;
            list->items[count++] = is_variable ? MP_OBJ_NEW_QSTR(id->qst) : mp_const_none;
            list->items[count++] = MP_OBJ_NEW_SMALL_INT(id->kind == ID_INFO_KIND_LOCAL ? id->local_num : -1 - id->local_num);
        }
    }
    mp_emit_bc_load_const_obj(E, MP_OBJ_FROM_PTR(list));
    gen_helper(g, HELPER_LOCALS, names_only, 0);
}

// Whether all of the arguments are written as None, globals=None and so on.
static bool is_none(const node_t *argument) {
    for (; argument != NULL; argument = argument->next) {
        const node_t *value = argument->kind == N_KEYWORD ? FIELD(argument, 1) : argument;
        if (value->kind != N_CONST || value->f[0].object != mp_const_none) {
            return false;
        }
    }
    return true;
}

// In a function the compiler knows its variables: locals(), vars(), dir(), and eval(x) or exec(x) without dicts are made to see them.
static bool gen_with_locals(gen_t *g, const node_t *node) {
    const node_t *callee = FIELD(node, 0), *first = FIELD(node, 1);
    if (callee->kind != N_NAME || !is_function(g->scope) || g->pass == MP_PASS_SCOPE) {
        return false;
    }
    qstr name = NAME_OF(callee);
    id_info_t *id = scope_find(g->scope, name);
    if (id == NULL || id->kind != ID_INFO_KIND_GLOBAL_EXPLICIT || id->flags & ID_GLOBAL) {
        return false;
    }
    if (first == NULL && (name == MP_QSTR_locals || name == MP_QSTR_vars || name == MP_QSTR_dir)) {
        gen_locals(g, name == MP_QSTR_dir);
        return true;
    }
    if ((name == MP_QSTR_eval || name == MP_QSTR_exec) && first != NULL && first->kind != N_STAR && first->kind != N_DOUBLE_STAR && first->kind != N_KEYWORD && is_none(first->next)) {
        gen_load(g, name, node);
        gen_expr(g, first);
        gen_helper(g, HELPER_GLOBALS, 0, 1);
        gen_locals(g, false);
        gen_at(g, node);
        mp_emit_bc_call_function(E, 3, 0, 0);
        return true;
    }
    return false;
}

void gen_call(gen_t *g, const node_t *node) {
    const node_t *callee = FIELD(node, 0);
    if (gen_with_locals(g, node)) {
        return;
    }
    if (gen_super(g, node)) {
        gen_at(g, node);
        mp_emit_bc_call_function(E, 2, 0, 0);
    } else if (callee->kind == N_ATTRIBUTE) {
        bool is_super = gen_super(g, FIELD(callee, 0));
        if (!is_super) {
            gen_expr(g, FIELD(callee, 0));
        }
        gen_at_end(g, callee);
        mp_emit_bc_load_method(E, callee->f[1].name, is_super);
        gen_call_arguments(g, node, FIELD(node, 1), true, 0);
    } else {
        warn_call(g, callee);
        gen_expr(g, callee);
        gen_call_arguments(g, node, FIELD(node, 1), false, 0);
    }
}
