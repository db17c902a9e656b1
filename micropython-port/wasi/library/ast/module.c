// The module _ast: the compiler's tree as tuples. library/python/ast.py makes nodes of them.
//
// A node is (kind, op, line, column, end line, end column, field, ...); lines from 1, columns in bytes. A field is a node or None, a list of nodes, a name or None, or
// a constant. The kinds are those of language/compile/tree.h, by number.

#include <string.h>

#include "py/compile.h"
#include "py/lexer.h"
#include "py/runtime.h"

#include "language/compile/tree.h"

#if MPWASM_LIBRARY

// What the fields of each kind hold: n node, l list, q name, o constant.
static const char *fields_of(const node_t *node) {
    static const struct { uint8_t kind; char fields[6]; } table[] = {
        { N_NAME, "q" }, { N_CONST, "o" }, { N_JOINED, "l" }, { N_FIELD, "nn" }, { N_TUPLE, "l" }, { N_LIST, "l" }, { N_SET, "l" }, { N_DICT, "l" }, { N_PAIR, "nn" },
        { N_UNARY, "n" }, { N_NOT, "n" }, { N_BINARY, "nl" }, { N_AND, "l" }, { N_OR, "l" }, { N_COMPARE, "nl" }, { N_OPERAND, "n" }, { N_CALL, "nl" }, { N_ATTRIBUTE, "nq" },
        { N_SUBSCRIPT, "nn" }, { N_SLICE, "nnn" }, { N_STAR, "n" }, { N_DOUBLE_STAR, "n" }, { N_KEYWORD, "qn" }, { N_LAMBDA, "nn" }, { N_CONDITIONAL, "nnn" },
        { N_LISTCOMP, "nl" }, { N_SETCOMP, "nl" }, { N_DICTCOMP, "nl" }, { N_GENERATOR, "nl" }, { N_COMP_FOR, "nnl" }, { N_YIELD, "n" }, { N_YIELD_FROM, "n" }, { N_AWAIT, "n" },
        { N_WALRUS, "nn" }, { N_EXPRESSION, "n" }, { N_ASSIGN, "ln" }, { N_AUGMENTED, "nn" }, { N_ANNOTATED, "nnn" }, { N_RETURN, "n" }, { N_DELETE, "l" }, { N_RAISE, "nn" },
        { N_ASSERT, "nn" }, { N_GLOBAL, "l" }, { N_NONLOCAL, "l" }, { N_IMPORT, "l" }, { N_IMPORT_FROM, "ql" }, { N_ALIAS, "qq" }, { N_IF, "ll" }, { N_BRANCH, "nl" },
        { N_WHILE, "nll" }, { N_FOR, "nnll" }, { N_TRY, "llll" }, { N_HANDLER, "nql" }, { N_WITH, "ll" }, { N_WITH_ITEM, "nn" }, { N_FUNCTION, "qnlln" }, { N_CLASS, "qlll" },
        { N_PARAMETERS, "l" }, { N_PARAMETER, "qnn" }, { N_PASS, "" }, { N_BREAK, "" }, { N_CONTINUE, "" },
    };
    bool generic = (node->kind == N_FUNCTION && FIELD(node, 6) != NULL) || (node->kind == N_CLASS && FIELD(node, 5) != NULL);
    for (size_t i = 0; i < MP_ARRAY_SIZE(table) && !generic; i++) {
        if (table[i].kind == node->kind) {
            return table[i].fields;
        }
    }
    mp_raise_NotImplementedError(MP_ERROR_TEXT("ast knows no match statements, type aliases and type parameters here"));
}

static mp_obj_t node_tuple(const node_t *node);

static mp_obj_t node_list(const node_t *node) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (; node != NULL; node = node->next) {
        mp_obj_list_append(list, node_tuple(node));
    }
    return list;
}

static MP_NOINLINE mp_obj_t node_tuple(const node_t *node) {
    if (node == NULL) {
        return mp_const_none;
    }
    mp_cstack_check();
    const char *fields = fields_of(node);
    size_t n = strlen(fields);
    mp_obj_t items[6 + 5] = {
        MP_OBJ_NEW_SMALL_INT(node->kind), MP_OBJ_NEW_SMALL_INT(node->op), MP_OBJ_NEW_SMALL_INT(node->line), MP_OBJ_NEW_SMALL_INT(node->column),
        MP_OBJ_NEW_SMALL_INT(node->line + node->end_lines), MP_OBJ_NEW_SMALL_INT(node->end_column),
    };
    for (size_t i = 0; i < n; i++) {
        field_t field = node->f[i];
        items[6 + i] = fields[i] == 'n' ? node_tuple(field.node) : fields[i] == 'l' ? node_list(field.node) : fields[i] == 'o' ? field.object
            : field.name == MP_QSTRnull ? mp_const_none : MP_OBJ_NEW_QSTR(field.name);
    }
    return mp_obj_new_tuple(6 + n, items);
}

static mp_obj_t ast_parse(mp_obj_t source, mp_obj_t filename, mp_obj_t expression) {
    size_t length;
    const char *text = mp_obj_str_get_data(source, &length);
    qstr file = mp_obj_str_get_qstr(filename);
    mp_lexer_t *lexer = mp_lexer_new_from_str_len(file, text, length, 0);
    mpwasm_parse_as_written = true;
    bool is_expression = mp_obj_is_true(expression);
    mp_parse_tree_t tree = mp_parse(lexer, is_expression ? MP_PARSE_EVAL_INPUT : MP_PARSE_FILE_INPUT);
    const node_t *body = ((module_t *)tree.root)->body;
    mp_obj_t result = is_expression ? node_tuple(body) : node_list(body);
    mp_parse_tree_clear(&tree);
    return result;
}
static MP_DEFINE_CONST_FUN_OBJ_3(parse_obj, ast_parse);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__ast) },
    { MP_ROM_QSTR(MP_QSTR_parse), MP_ROM_PTR(&parse_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_ast = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__ast, mpwasm_module_ast);

#endif
