// Scopes: which names belong to which function, class or module.
//
// One walk over the tree makes the scopes and notes what each does with its names, which resolve.c makes variables of. Lists of nodes hold
// the scopes that they make, for the generator.

#include <string.h>

#include "py/cstack.h"
#include "py/runtime.h"

#include "language/compile/gen.h"

typedef struct {
    module_t *module;
    const source_t *source;
    scope_t *first, *last, *scope;
    size_t iterables; // of comprehensions, around
} symbols_t;

static void visit(symbols_t *s, node_t *node);
static void visit_list(symbols_t *s, node_t *list);

// --- Scopes and names ------------------------------------------------------------------------------

#define MOST_NAME (255) // bytes of an interned string

static qstr qualified(const scope_t *parent, qstr name) {
    if (parent == NULL || parent->kind == SCOPE_MODULE) {
        return name;
    }
    const scope_t *around = parent;
    while (info_of(around)->is_wrapper) {
        around = around->parent;
    }
    id_info_t *id = scope_find((scope_t *)around, name);
    if (around->kind == SCOPE_MODULE || (id != NULL && id->flags & ID_GLOBAL)) {
        return name;
    }
    vstr_t text;
    vstr_init(&text, 32);
    vstr_add_str(&text, qstr_str(info_of(around)->qualified_name));
    vstr_add_str(&text, is_function(around) ? ".<locals>." : ".");
    vstr_add_str(&text, qstr_str(name));
    qstr whole = text.len > MOST_NAME ? name : qstr_from_strn(text.buf, text.len);
    vstr_clear(&text);
    return whole;
}

static scope_t *push_scope(symbols_t *s, scope_kind_t kind, qstr name, node_t *node) {
    scope_info_t *info = m_new0(scope_info_t, 1);
    scope_t *scope = scope_new(SCOPE_LAMBDA, (mp_parse_node_t)info, 0);
    scope->kind = kind;
    scope->parent = s->scope;
    info->node = node;
    info->qualified_name = qualified(s->scope, name);
    scope->simple_name = kind == SCOPE_CLASS || kind == SCOPE_MODULE ? name : info->qualified_name;
    if (s->last == NULL) {
        s->first = scope;
    } else {
        s->last->next = scope;
    }
    s->last = s->scope = scope;
    return scope;
}

static void pop_scope(symbols_t *s) {
    s->scope = s->scope->parent;
}

static id_info_t *note_in(scope_t *scope, qstr name, unsigned flags) {
    id_info_t *id = scope_find_or_add_id(scope, name, ID_INFO_KIND_UNDECIDED);
    id->flags |= flags;
    return id;
}

static void note(symbols_t *s, qstr name, unsigned flags) {
    note_in(s->scope, name, flags);
}

static scope_t *function_around(scope_t *scope) {
    while (info_of(scope)->is_comprehension) {
        scope = scope->parent;
    }
    return scope;
}

// --- Expressions -----------------------------------------------------------------------------------

// What belongs to types may not yield, await or assign.
static void check_no_type(symbols_t *s, const node_t *node, const char *what) {
    static const char *const parts[] = { NULL, "a TypeVar bound", "a TypeVar constraint", "a TypeVar default" };
    const scope_t *scope = s->scope;
    while (info_of(scope)->is_comprehension) {
        scope = scope->parent;
    }
    const scope_info_t *info = info_of(scope);
    const char *part = info->is_wrapper ? "the definition of a generic" : info->node == NULL ? NULL
        : info->node->kind == N_TYPE_ALIAS ? "a type alias" : info->node->kind == N_LAMBDA ? parts[info->node->op] : NULL;
    if (part != NULL) {
        error_at(s->source, node, "%s expression cannot be used within %s", what, part);
    }
}

static void visit_walrus(symbols_t *s, node_t *node) {
    qstr name = NAME_OF(FIELD(node, 0));
    check_no_type(s, node, "named");
    if (s->iterables > 0) {
        error_at(s->source, node, "assignment expression cannot be used in a comprehension iterable expression");
    }
    for (scope_t *scope = s->scope; ; scope = scope->parent) {
        if (!info_of(scope)->is_comprehension) {
            break;
        }
        id_info_t *id = scope_find(scope, name);
        if (id != NULL && id->flags & ID_ASSIGNED) {
            error_at(s->source, FIELD(node, 0), "assignment expression cannot rebind comprehension iteration variable '%s'", qstr_str(name));
        }
    }
    scope_t *owner = function_around(s->scope);
    if (owner != s->scope) {
        if (owner->kind == SCOPE_CLASS) {
            error_at(s->source, node, "assignment expression within a comprehension cannot be used in a class body");
        }
        id_info_t *id = scope_find(owner, name);
        bool global = owner->kind == SCOPE_MODULE || (id != NULL && id->flags & ID_GLOBAL);
        for (scope_t *scope = s->scope; scope != owner; scope = scope->parent) {
            note_in(scope, name, global ? ID_GLOBAL : ID_NONLOCAL);
        }
        if (!(id != NULL && id->flags & ID_NONLOCAL)) {
            note_in(owner, name, ID_ASSIGNED);
        }
    } else {
        note(s, name, ID_ASSIGNED);
    }
    visit(s, FIELD(node, 1));
}

static void visit_target(symbols_t *s, node_t *node) {
    switch (node->kind) {
        case N_NAME: {
            if (info_of(s->scope)->is_comprehension) {
                id_info_t *id = scope_find(s->scope, NAME_OF(node));
                if (id != NULL && id->flags & (ID_GLOBAL | ID_NONLOCAL)) {
                    error_at(s->source, node, "comprehension inner loop cannot rebind assignment expression target '%s'", qstr_str(NAME_OF(node)));
                }
            }
            note(s, NAME_OF(node), ID_ASSIGNED);
            break;
        }
        case N_TUPLE:
        case N_LIST:
            for (node_t *element = FIELD(node, 0); element != NULL; element = element->next) {
                visit_target(s, element);
            }
            break;
        case N_STAR:
            visit_target(s, FIELD(node, 0));
            break;
        default:
            visit(s, node);
    }
}

static void visit_comprehension(symbols_t *s, node_t *node) {
    static const qstr_short_t names[] = { MP_QSTR__lt_listcomp_gt_, MP_QSTR__lt_setcomp_gt_, MP_QSTR__lt_dictcomp_gt_, MP_QSTR__lt_genexpr_gt_ };
    static const uint8_t kinds[] = { SCOPE_LIST_COMP, SCOPE_SET_COMP, SCOPE_DICT_COMP, SCOPE_GEN_EXPR };
    size_t which = node->kind - N_LISTCOMP;
    node_t *clause = FIELD(node, 1);
    s->iterables++;
    visit(s, FIELD(clause, 1));
    s->iterables--;
    scope_t *scope = push_scope(s, kinds[which], names[which], node);
    scope_info_t *info = info_of(scope);
    node->f[2].scope = scope;
    info->is_comprehension = true;
    info->is_generator = node->kind == N_GENERATOR;
    note(s, MP_QSTR__star_, ID_FLAG_IS_PARAM);
    scope->num_pos_args = 1;
    for (; clause != NULL; clause = clause->next) {
        info->is_async |= clause->op;
        visit_target(s, FIELD(clause, 0));
        if (clause != FIELD(node, 1)) {
            s->iterables++;
            visit(s, FIELD(clause, 1));
            s->iterables--;
        }
        visit_list(s, FIELD(clause, 2));
    }
    visit(s, FIELD(node, 0));
    pop_scope(s);
    scope_t *outer = s->scope;
    if (info->is_async && !info->is_generator) { // it is awaited where it stands
        if (info_of(outer)->is_comprehension) {
            info_of(outer)->is_async = true;
        }
    }
}

static void visit_yield(symbols_t *s, node_t *node) {
    check_no_type(s, node, "yield");
    scope_info_t *info = info_of(s->scope);
    if (info->is_comprehension) {
        static const char names[][21] = { "list comprehension", "set comprehension", "dict comprehension", "generator expression" };
        error_at(s->source, node, "'yield' inside %s", names[info->node->kind - N_LISTCOMP]);
    }
    if (!is_function(s->scope)) {
        error_at(s->source, node, node->kind == N_YIELD_FROM ? "'yield from' outside function" : "'yield' outside function");
    }
    if (node->kind == N_YIELD_FROM && info->is_async) {
        error_at(s->source, node, "'yield from' inside async function");
    }
    info->is_generator = true;
    if (FIELD(node, 0) != NULL) {
        visit(s, FIELD(node, 0));
    }
}

static void visit_await(symbols_t *s, node_t *node) {
    scope_t *owner = function_around(s->scope);
    check_no_type(s, node, "await");
    if (s->scope != owner && s->scope->kind != SCOPE_GEN_EXPR && !info_of(owner)->is_async) {
        error_at(s->source, info_of(s->scope)->node, "asynchronous comprehension outside of an asynchronous function");
    }
    if (!is_function(owner)) {
        error_at(s->source, node, "'await' outside function");
    }
    if (!info_of(owner)->is_async && !(s->scope != owner && s->scope->kind == SCOPE_GEN_EXPR)) {
        error_at(s->source, node, "'await' outside async function");
    }
    for (scope_t *scope = s->scope; scope != owner; scope = scope->parent) {
        info_of(scope)->is_async = true;
        if (scope->kind == SCOPE_GEN_EXPR) {
            break;
        }
    }
    visit(s, FIELD(node, 0));
}

// --- Functions and classes -------------------------------------------------------------------------

static void add_parameter(symbols_t *s, const node_t *parameter, unsigned flags) {
    note(s, NAME_OF(parameter), flags | ID_FLAG_IS_PARAM | ID_ASSIGNED);
}

// Parameters in the order of their slots: positional, keyword-only, then *args and **kwargs.
static void add_parameters(symbols_t *s, node_t *list) {
    scope_t *scope = s->scope;
    size_t positional_only = 0;
    for (node_t *parameter = list; parameter != NULL; parameter = parameter->next) {
        if (parameter->op <= PARAMETER_ORDINARY) {
            positional_only += parameter->op == PARAMETER_POSITIONAL_ONLY;
            add_parameter(s, parameter, 0);
            scope->num_pos_args++;
            scope->num_def_pos_args += FIELD(parameter, 1) != NULL;
        }
    }
    for (node_t *parameter = list; parameter != NULL; parameter = parameter->next) {
        if (parameter->op == PARAMETER_KEYWORD) {
            add_parameter(s, parameter, 0);
            scope->num_kwonly_args++;
            scope->scope_flags |= FIELD(parameter, 1) != NULL ? MP_SCOPE_FLAG_DEFKWARGS : 0;
        }
    }
    for (node_t *parameter = list; parameter != NULL; parameter = parameter->next) {
        if (parameter->op == PARAMETER_STAR) {
            add_parameter(s, parameter, ID_FLAG_IS_STAR_PARAM);
            scope->scope_flags |= MP_SCOPE_FLAG_VARARGS;
        }
    }
    for (node_t *parameter = list; parameter != NULL; parameter = parameter->next) {
        if (parameter->op == PARAMETER_DOUBLE_STAR) {
            add_parameter(s, parameter, ID_FLAG_IS_DBL_STAR_PARAM);
            scope->scope_flags |= MP_SCOPE_FLAG_VARKEYWORDS;
        }
    }
    if (positional_only == 0) {
        return;
    }
    scope_info_t *info = info_of(scope);
    info->positional_only = m_new(qstr, positional_only);
    info->positional_only_count = positional_only;
    for (size_t i = 0; i < positional_only; i++, list = list->next) {
        vstr_t dotted;
        vstr_init(&dotted, 16);
        vstr_add_char(&dotted, '.');
        vstr_add_str(&dotted, qstr_str(NAME_OF(list)));
        info->positional_only[i] = qstr_from_strn(dotted.buf, dotted.len);
        vstr_clear(&dotted);
    }
}

static void visit_defaults(symbols_t *s, node_t *parameters, bool annotations) {
    for (node_t *parameter = FIELD(parameters, 0); parameter != NULL; parameter = parameter->next) {
        if (FIELD(parameter, 1) != NULL) {
            visit(s, FIELD(parameter, 1));
        }
        if (annotations && FIELD(parameter, 2) != NULL && !s->module->annotations_as_text) {
            visit(s, FIELD(parameter, 2));
        }
    }
}

// A function around what has type parameters, in which they are variables.
static void push_wrapper(symbols_t *s, node_t *node, qstr name, node_t *type_parameters) {
    scope_t *scope = push_scope(s, SCOPE_FUNCTION, name, node);
    info_of(scope)->is_wrapper = true;
    for (node_t *parameter = type_parameters; parameter != NULL; parameter = parameter->next) {
        id_info_t *id = scope_find(scope, NAME_OF(parameter));
        if (id != NULL && id->flags & ID_ASSIGNED) {
            error_at(s->source, parameter, "duplicate type parameter '%s'", qstr_str(NAME_OF(parameter)));
        }
        note(s, NAME_OF(parameter), ID_ASSIGNED);
        for (int i = 1; i <= 2; i++) {
            if (FIELD(parameter, i) != NULL) {
                visit(s, FIELD(parameter, i));
            }
        }
    }
}

static void visit_function(symbols_t *s, node_t *node) {
    note(s, NAME_OF(node), ID_ASSIGNED);
    visit_list(s, FIELD(node, 3));
    if (FIELD(node, 6) != NULL) {
        push_wrapper(s, node, NAME_OF(node), FIELD(node, 6));
    }
    visit_defaults(s, FIELD(node, 1), true);
    if (FIELD(node, 4) != NULL && !s->module->annotations_as_text) {
        visit(s, FIELD(node, 4));
    }
    scope_t *scope = push_scope(s, SCOPE_FUNCTION, NAME_OF(node), node);
    if (FIELD(node, 6) != NULL) {
        scope->parent = s->scope->parent;
    }
    node->f[5].scope = scope;
    info_of(scope)->is_async = node->op;
    add_parameters(s, FIELD(FIELD(node, 1), 0));
    visit_list(s, FIELD(node, 2));
    pop_scope(s);
    if (FIELD(node, 6) != NULL) {
        pop_scope(s);
    }
}

static void visit_lambda(symbols_t *s, node_t *node) {
    visit_defaults(s, FIELD(node, 0), false);
    scope_t *scope = push_scope(s, SCOPE_LAMBDA, MP_QSTR__lt_lambda_gt_, node);
    node->f[2].scope = scope;
    add_parameters(s, FIELD(FIELD(node, 0), 0));
    visit(s, FIELD(node, 1));
    pop_scope(s);
}

static void visit_class(symbols_t *s, node_t *node) {
    note(s, NAME_OF(node), ID_ASSIGNED);
    visit_list(s, FIELD(node, 3));
    if (FIELD(node, 5) != NULL) {
        push_wrapper(s, node, NAME_OF(node), FIELD(node, 5));
        note(s, MP_QSTR__dot_type_params, ID_ASSIGNED);
        note(s, MP_QSTR__dot_generic_base, ID_ASSIGNED);
    }
    visit_list(s, FIELD(node, 1));
    scope_t *scope = push_scope(s, SCOPE_CLASS, NAME_OF(node), node);
    node->f[4].scope = scope;
    note(s, MP_QSTR___module__, ID_ASSIGNED);
    note(s, MP_QSTR___qualname__, ID_ASSIGNED);
    if (FIELD(node, 5) != NULL) {
        note(s, MP_QSTR__dot_type_params, ID_USED);
    }
    visit_list(s, FIELD(node, 2));
    pop_scope(s);
    if (FIELD(node, 5) != NULL) {
        pop_scope(s);
    }
}

static void visit_type_alias(symbols_t *s, node_t *node) {
    note(s, NAME_OF(node), ID_ASSIGNED);
    if (FIELD(node, 1) != NULL) {
        push_wrapper(s, node, NAME_OF(node), FIELD(node, 1));
    }
    node->f[3].scope = push_scope(s, SCOPE_FUNCTION, NAME_OF(node), node);
    visit(s, FIELD(node, 2));
    pop_scope(s);
    if (FIELD(node, 1) != NULL) {
        pop_scope(s);
    }
}

// --- Statements ------------------------------------------------------------------------------------

static void visit_declaration(symbols_t *s, node_t *node) {
    bool global = node->kind == N_GLOBAL;
    const char *word = global ? "global" : "nonlocal";
    if (!global && s->scope->kind == SCOPE_MODULE) {
        error_at(s->source, node, "nonlocal declaration not allowed at module level");
    }
    for (node_t *name = FIELD(node, 0); name != NULL; name = name->next) {
        id_info_t *id = scope_find(s->scope, NAME_OF(name));
        unsigned flags = id != NULL ? id->flags : 0;
        const char *text = qstr_str(NAME_OF(name));
        if (flags & ID_FLAG_IS_PARAM) {
            error_at(s->source, node, "name '%s' is parameter and %s", text, word);
        } else if (flags & (global ? ID_NONLOCAL : ID_GLOBAL)) {
            error_at(s->source, node, "name '%s' is nonlocal and global", text);
        } else if (flags & ID_ANNOTATED) {
            error_at(s->source, node, "annotated name '%s' can't be %s", text, word);
        } else if (flags & ID_ASSIGNED) {
            error_at(s->source, node, "name '%s' is assigned to before %s declaration", text, word);
        } else if (flags & ID_USED && !(flags & (ID_GLOBAL | ID_NONLOCAL))) {
            error_at(s->source, node, "name '%s' is used prior to %s declaration", text, word);
        }
        note(s, NAME_OF(name), global ? ID_GLOBAL : ID_NONLOCAL);
        if (global) { // also in the module's own code, which may run with other local variables
            note_in(s->first, NAME_OF(name), ID_GLOBAL);
        }
    }
    if (!global && info_of(s->scope)->nonlocal == NULL) {
        info_of(s->scope)->nonlocal = node;
    }
}

static void visit_annotated(symbols_t *s, node_t *node) {
    node_t *target = FIELD(node, 0);
    if (target->kind == N_NAME && node->op) {
        id_info_t *id = scope_find(s->scope, NAME_OF(target));
        if (id != NULL && id->flags & (ID_GLOBAL | ID_NONLOCAL) && s->scope->kind != SCOPE_MODULE) {
            error_at(s->source, target, "annotated name '%s' can't be %s", qstr_str(NAME_OF(target)), id->flags & ID_GLOBAL ? "global" : "nonlocal");
        }
        note(s, NAME_OF(target), ID_ASSIGNED | ID_ANNOTATED);
        if (!is_function(s->scope)) {
            info_of(s->scope)->has_annotations = true;
            note(s, MP_QSTR___annotations__, ID_ASSIGNED | ID_USED);
        }
    } else {
        visit_target(s, target);
    }
    if (!s->module->annotations_as_text && !is_function(s->scope)) {
        visit(s, FIELD(node, 1));
    }
    if (FIELD(node, 2) != NULL) {
        visit(s, FIELD(node, 2));
    }
}

static void visit_import_from(symbols_t *s, node_t *node) {
    if (FIELD(node, 1) == NULL && s->scope->kind != SCOPE_MODULE) {
        error_at(s->source, node, "import * only allowed at module level");
    }
    bool future = NAME_OF(node) == MP_QSTR___future__ && node->op == 0;
    const node_t *before = s->module->body; // only a docstring and others of its kind
    before = before != NULL && is_docstring(before) ? before->next : before;
    while (future && before != node) {
        if (before == NULL || before->kind != node->kind || NAME_OF(before) != MP_QSTR___future__ || before->op != 0) {
            error_at(s->source, node, "from __future__ imports must occur at the beginning of the file");
        }
        before = before->next;
    }
    for (node_t *alias = FIELD(node, 1); alias != NULL; alias = alias->next) {
        note(s, alias->f[1].name, ID_ASSIGNED);
        if (future && NAME_OF(alias) == MP_QSTR_annotations) {
            s->module->annotations_as_text = true;
        }
    }
}

static void visit_pattern(symbols_t *s, node_t *node) {
    mp_cstack_check();
    switch (node->kind) {
        case P_VALUE:
            visit(s, FIELD(node, 0));
            break;
        case P_CAPTURE:
        case P_STAR:
            if (NAME_OF(node) != MP_QSTRnull) {
                note(s, NAME_OF(node), ID_ASSIGNED);
            }
            break;
        case P_AS:
            visit_pattern(s, FIELD(node, 0));
            note(s, node->f[1].name, ID_ASSIGNED);
            break;
        case P_KEYWORD:
            visit_pattern(s, FIELD(node, 1));
            break;
        case P_PAIR:
            visit(s, FIELD(node, 0));
            visit_pattern(s, FIELD(node, 1));
            break;
        default: // P_SEQUENCE, P_OR, P_MAPPING, P_CLASS
            if (node->kind == P_CLASS) {
                visit(s, FIELD(node, 0));
            } else if (node->kind == P_MAPPING && node->f[1].name != MP_QSTRnull) {
                note(s, node->f[1].name, ID_ASSIGNED);
            }
            for (node_t *part = FIELD(node, node->kind == P_CLASS ? 1 : 0); part != NULL; part = part->next) {
                visit_pattern(s, part);
            }
    }
}

static void visit_handlers(symbols_t *s, node_t *node) {
    visit_list(s, FIELD(node, 0));
    for (node_t *handler = FIELD(node, 1); handler != NULL; handler = handler->next) {
        if (FIELD(handler, 0) != NULL) {
            visit(s, FIELD(handler, 0));
        }
        if (handler->f[1].name != MP_QSTRnull) {
            note(s, handler->f[1].name, ID_ASSIGNED);
        }
        visit_list(s, FIELD(handler, 2));
    }
    visit_list(s, FIELD(node, 2));
    visit_list(s, FIELD(node, 3));
}

// super() means super(__class__, self) of the function around.
static void visit_name(symbols_t *s, node_t *node) {
    note(s, NAME_OF(node), ID_USED);
    if (NAME_OF(node) != MP_QSTR_super || !is_function(s->scope)) {
        return;
    }
    note(s, MP_QSTR___class__, ID_USED);
    scope_t *owner = function_around(s->scope);
    if (owner != s->scope && is_function(owner) && owner->num_pos_args > 0) {
        note(s, owner->id_info[0].qst, ID_USED);
    }
}

// How many of a node's fields hold nodes or lists of them, for kinds that need no more than a walk.
static size_t plain_fields(node_kind_t kind) {
    switch (kind) {
        case N_JOINED: case N_TUPLE: case N_LIST: case N_SET: case N_DICT: case N_UNARY: case N_NOT: case N_AND: case N_OR: case N_OPERAND:
        case N_STAR: case N_DOUBLE_STAR: case N_EXPRESSION: case N_RETURN:
            return 1;
        case N_FIELD: case N_PAIR: case N_BINARY: case N_COMPARE: case N_CALL: case N_SUBSCRIPT: case N_RAISE: case N_ASSERT: case N_IF: case N_BRANCH:
            return 2;
        case N_SLICE: case N_CONDITIONAL: case N_WHILE:
            return 3;
        default:
            return 0;
    }
}

static void visit_targets(symbols_t *s, node_t *list) {
    for (; list != NULL; list = list->next) {
        visit_target(s, list);
    }
}

static MP_NOINLINE void visit(symbols_t *s, node_t *node) {
    mp_cstack_check();
    switch (node->kind) {
        case N_NAME: visit_name(s, node); break;
        case N_ATTRIBUTE: visit(s, FIELD(node, 0)); break;
        case N_KEYWORD: visit(s, FIELD(node, 1)); break;
        case N_LAMBDA: visit_lambda(s, node); break;
        case N_LISTCOMP: case N_SETCOMP: case N_DICTCOMP: case N_GENERATOR: visit_comprehension(s, node); break;
        case N_YIELD: case N_YIELD_FROM: visit_yield(s, node); break;
        case N_AWAIT: visit_await(s, node); break;
        case N_WALRUS: visit_walrus(s, node); break;
        case N_ASSIGN:
            visit(s, FIELD(node, 1));
            visit_targets(s, FIELD(node, 0));
            break;
        case N_AUGMENTED:
            visit(s, FIELD(node, 1));
            visit(s, FIELD(node, 0));
            visit_target(s, FIELD(node, 0));
            break;
        case N_ANNOTATED: visit_annotated(s, node); break;
        case N_DELETE: visit_targets(s, FIELD(node, 0)); break;
        case N_GLOBAL: case N_NONLOCAL: visit_declaration(s, node); break;
        case N_IMPORT:
            for (node_t *alias = FIELD(node, 0); alias != NULL; alias = alias->next) {
                note(s, alias->f[1].name, ID_ASSIGNED);
            }
            break;
        case N_IMPORT_FROM: visit_import_from(s, node); break;
        case N_FOR:
            visit(s, FIELD(node, 1));
            visit_target(s, FIELD(node, 0));
            visit_list(s, FIELD(node, 2));
            visit_list(s, FIELD(node, 3));
            break;
        case N_TRY: visit_handlers(s, node); break;
        case N_WITH:
            for (node_t *item = FIELD(node, 0); item != NULL; item = item->next) {
                visit(s, FIELD(item, 0));
                if (FIELD(item, 1) != NULL) {
                    visit_target(s, FIELD(item, 1));
                }
            }
            visit_list(s, FIELD(node, 1));
            break;
        case N_FUNCTION: visit_function(s, node); break;
        case N_CLASS: visit_class(s, node); break;
        case N_MATCH:
            visit(s, FIELD(node, 0));
            for (node_t *one = FIELD(node, 1); one != NULL; one = one->next) {
                visit_pattern(s, FIELD(one, 0));
                if (FIELD(one, 1) != NULL) {
                    visit(s, FIELD(one, 1));
                }
                visit_list(s, FIELD(one, 2));
            }
            break;
        case N_TYPE_ALIAS: visit_type_alias(s, node); break;
        default:
            for (size_t i = 0, n = plain_fields(node->kind); i < n; i++) {
                visit_list(s, FIELD(node, i));
            }
    }
}

static void visit_list(symbols_t *s, node_t *list) {
    for (; list != NULL; list = list->next) {
        visit(s, list);
    }
}

scope_t *symbols_collect(module_t *module) {
    symbols_t s = { .module = module, .source = &module->source };
    push_scope(&s, SCOPE_MODULE, MP_QSTR__lt_module_gt_, NULL);
    if (module->body != NULL) {
        visit_list(&s, module->body);
    }
    symbols_resolve(s.source, s.first);
    return s.first;
}
