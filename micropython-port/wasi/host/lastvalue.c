// The value of a program's last expression.
//
// A host wants what an interactive prompt would show. The parse tree is changed before it is compiled:
// a last statement "E" becomes ".value = E". The name is no identifier, so no program can use it by
// accident. Programs that end otherwise are not touched, and nothing else of theirs changes.

#include "py/parse.h"
#include "py/runtime.h"

#include "host/lastvalue.h"

// The kinds of parse nodes, numbered as upstream's parser and compiler number them.
enum {
    #define DEF_RULE(rule, comp, kind, ...) NODE_##rule,
    #define DEF_RULE_NC(rule, kind, ...)
    #include "py/grammar.h"
    #undef DEF_RULE
    #undef DEF_RULE_NC
};

static const char value_name[] = ".value";

void mpwasm_keep_last_value(mp_parse_tree_t *tree) {
    mp_parse_node_t node = tree->root;
    while (MP_PARSE_NODE_IS_STRUCT_KIND(node, NODE_file_input_2) || MP_PARSE_NODE_IS_STRUCT_KIND(node, NODE_simple_stmt_2)) {
        mp_parse_node_struct_t *list = (mp_parse_node_struct_t *)node;
        size_t n = MP_PARSE_NODE_STRUCT_NUM_NODES(list);
        while (n > 1 && MP_PARSE_NODE_IS_TOKEN(list->nodes[n - 1])) { // empty lines at the end
            n--;
        }
        node = list->nodes[n - 1];
    }
    if (!MP_PARSE_NODE_IS_STRUCT_KIND(node, NODE_expr_stmt)) {
        return;
    }
    mp_parse_node_struct_t *statement = (mp_parse_node_struct_t *)node;
    if (MP_PARSE_NODE_IS_NULL(statement->nodes[1])) {
        statement->nodes[1] = statement->nodes[0];
        statement->nodes[0] = mp_parse_node_new_leaf(MP_PARSE_NODE_ID, qstr_from_str(value_name));
    }
}

mp_obj_t mpwasm_take_last_value(void) {
    mp_map_t *globals = mp_obj_dict_get_map(MP_OBJ_FROM_PTR(mp_globals_get()));
    mp_obj_t name = MP_OBJ_NEW_QSTR(qstr_from_str(value_name));
    mp_map_elem_t *slot = mp_map_lookup(globals, name, MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    return slot == NULL ? mp_const_none : slot->value;
}
