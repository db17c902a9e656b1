// Arguments of a call in the order in which they are evaluated: what is positional first.
//
// Python lets keywords stand in front of *args, f(k=v, *a), and evaluates a before v. Upstream's compiler takes arguments as they stand,
// and marks what has a star by its place among the positional ones, as if no keyword came before it: the call then takes a keyword's
// name or value for the sequence (py/compile.c:2400 of 1.26.1). It also writes the number of arguments as a byte without a look.
//
// Here the list is put in order before upstream's function reads it. Both checks that upstream makes by that order are made here.

#include <string.h>

#include "py/compile.h"
#include "py/parse.h"
#include "py/runtime.h"

#define mp_parse_node_extract_list(node, kind, nodes) \
    ((kind) == PN_arglist ? arguments_in_order(comp, (node), (nodes)) : (mp_parse_node_extract_list)((node), (kind), (nodes)))

#define MOST_ARGUMENTS (255) // the number is a byte of the bytecode

typedef struct _compiler_t compiler_t;
static size_t arguments_in_order(compiler_t *comp, mp_parse_node_t *node, mp_parse_node_t **nodes);

#include "py/compile.c"
#undef mp_parse_node_extract_list

typedef enum { POSITIONAL, STAR, KEYWORD, DOUBLE_STAR } argument_t;

static argument_t argument_kind(mp_parse_node_t node) {
    if (MP_PARSE_NODE_IS_STRUCT_KIND(node, PN_arglist_star)) {
        return STAR;
    }
    if (MP_PARSE_NODE_IS_STRUCT_KIND(node, PN_arglist_dbl_star)) {
        return DOUBLE_STAR;
    }
    if (!MP_PARSE_NODE_IS_STRUCT_KIND(node, PN_argument)) {
        return POSITIONAL;
    }
    mp_parse_node_t value = ((mp_parse_node_struct_t *)node)->nodes[1];
    return MP_PARSE_NODE_IS_STRUCT_KIND(value, PN_comp_for) || MP_PARSE_NODE_IS_STRUCT_KIND(value, PN_argument_3) ? POSITIONAL : KEYWORD;
}

// Whether an argument may stand after those of the kinds seen (a bit each).
static bool may_follow(compiler_t *comp, mp_parse_node_t node, argument_t kind, unsigned seen) {
    if (kind == POSITIONAL && (seen & 1 << DOUBLE_STAR)) {
        compile_syntax_error(comp, node, MP_ERROR_TEXT("positional argument follows keyword argument unpacking"));
    } else if (kind == POSITIONAL && (seen & 1 << KEYWORD)) {
        compile_syntax_error(comp, node, MP_ERROR_TEXT("positional argument follows keyword argument"));
    } else if (kind == STAR && (seen & 1 << DOUBLE_STAR)) {
        compile_syntax_error(comp, node, MP_ERROR_TEXT("iterable argument unpacking follows keyword argument unpacking"));
    }
    return comp->compile_error == MP_OBJ_NULL;
}

static size_t arguments_in_order(compiler_t *comp, mp_parse_node_t *node, mp_parse_node_t **nodes) {
    size_t count = mp_parse_node_extract_list(node, PN_arglist, nodes), positional = 0;
    mp_parse_node_t *list = *nodes;
    unsigned seen = 0;
    for (size_t i = 0; i < count; i++) {
        argument_t kind = argument_kind(list[i]);
        if (!may_follow(comp, list[i], kind, seen)) {
            return 0;
        }
        seen |= 1 << kind;
        if (kind <= STAR) { // moves in front of the keywords
            mp_parse_node_t argument = list[i];
            memmove(list + positional + 1, list + positional, (i - positional) * sizeof(*list));
            list[positional++] = argument;
        }
    }
    if (count >= MOST_ARGUMENTS) {
        compile_syntax_error(comp, list[0], MP_ERROR_TEXT("more than 255 arguments"));
        return 0;
    }
    return count;
}
