// What the names of scopes mean, from the outer scopes to the inner ones: a function's own variables, those of functions around it, or global ones; and the
// slots of the frame in which they lie.

#include "py/runtime.h"

#include "language/compile/gen.h"

// --- Names -------------------------------------------------------------------------------------

static bool binds(const id_info_t *id) {
    return id->kind == ID_INFO_KIND_LOCAL || id->kind == ID_INFO_KIND_CELL || id->kind == ID_INFO_KIND_FREE;
}

// The variable is passed on by the scopes between its owner and the user, of which a class may have one of the same name.
static void pass_on(scope_t *user, scope_t *owner, qstr name) {
    for (scope_t *scope = user->parent; scope != owner; scope = scope->parent) {
        id_info_t *id = NULL;
        for (size_t i = 0; i < scope->id_info_len; i++) {
            if (scope->id_info[i].qst == name && binds(&scope->id_info[i])) {
                id = &scope->id_info[i];
            }
        }
        if (id != NULL) {
            return; // it does already
        }
        id = scope_find(scope, name);
        if (id == NULL || scope->kind != SCOPE_CLASS) {
            id = scope_find_or_add_id(scope, name, ID_INFO_KIND_FREE);
            id->kind = ID_INFO_KIND_FREE;
        } else { // a second entry; the first one is the class's own
            qstr own = id->qst;
            size_t place = id - scope->id_info;
            id->qst = MP_QSTRnull;
            scope_find_or_add_id(scope, name, ID_INFO_KIND_FREE);
            scope->id_info[place].qst = own;
        }
    }
    id_info_t *id = scope_find(owner, name);
    if (id->kind == ID_INFO_KIND_LOCAL || id->kind == ID_INFO_KIND_UNDECIDED) {
        id->kind = ID_INFO_KIND_CELL;
    }
}

// Looks for a variable in the functions around; what a class binds is seen in the class alone, but for __class__.
static bool find_outside(scope_t *scope, qstr name, bool *global) {
    for (scope_t *outer = scope->parent; outer != NULL && outer->parent != NULL; outer = outer->parent) {
        if (outer->kind == SCOPE_CLASS) {
            if (name == MP_QSTR___class__ && is_function(scope)) {
                scope_find_or_add_id(outer, name, ID_INFO_KIND_CELL)->kind = ID_INFO_KIND_CELL;
                pass_on(scope, outer, name);
                return true;
            }
            continue;
        }
        id_info_t *found = scope_find(outer, name);
        if (found != NULL && binds(found)) {
            pass_on(scope, outer, name);
            return true;
        }
        if (found != NULL && found->flags & ID_GLOBAL) {
            *global = true;
            return false;
        }
    }
    return false;
}

// Whether the nearest function around that has a variable of that name has it as a type parameter.
static bool is_type_parameter(const scope_t *scope, qstr name) {
    for (scope = scope->parent; scope != NULL; scope = scope->parent) {
        const id_info_t *id = scope_find((scope_t *)scope, name);
        if (is_function(scope) && id != NULL && id->flags & (ID_ASSIGNED | ID_FLAG_IS_PARAM) && !(id->flags & (ID_NONLOCAL | ID_GLOBAL))) {
            return info_of(scope)->is_wrapper;
        }
    }
    return false;
}

static void resolve(const source_t *source, scope_t *scope, size_t index) {
    unsigned flags = scope->id_info[index].flags;
    qstr name = scope->id_info[index].qst;
    bool global = false;
    id_info_kind_t kind;
    if (scope->id_info[index].kind != ID_INFO_KIND_UNDECIDED) {
        return;
    }
    if (scope->kind == SCOPE_MODULE) {
        kind = flags & ID_GLOBAL ? ID_INFO_KIND_GLOBAL_EXPLICIT : ID_INFO_KIND_GLOBAL_IMPLICIT;
    } else if (flags & ID_GLOBAL) {
        kind = ID_INFO_KIND_GLOBAL_EXPLICIT;
    } else if (flags & ID_NONLOCAL) {
        if (is_type_parameter(scope, name)) {
            error_at(source, info_of(scope)->nonlocal != NULL ? info_of(scope)->nonlocal : info_of(scope)->node, "nonlocal binding not allowed for type parameter '%s'", qstr_str(name));
        }
        if (!find_outside(scope, name, &global)) {
            error_at(source, info_of(scope)->nonlocal != NULL ? info_of(scope)->nonlocal : info_of(scope)->node, "no binding for nonlocal '%s' found", qstr_str(name));
        }
        kind = ID_INFO_KIND_FREE;
    } else if (flags & ID_ASSIGNED || flags & ID_FLAG_IS_PARAM) {
        kind = is_function(scope) ? ID_INFO_KIND_LOCAL : ID_INFO_KIND_GLOBAL_IMPLICIT_ASSIGNED;
    } else if (find_outside(scope, name, &global)) {
        kind = ID_INFO_KIND_FREE;
    } else {
        kind = is_function(scope) ? ID_INFO_KIND_GLOBAL_EXPLICIT : ID_INFO_KIND_GLOBAL_IMPLICIT;
    }
    scope->id_info[index].kind = kind;
}

// --- Slots -----------------------------------------------------------------------------------------

// Which slot of the frame a variable has: first those that a closure gets from outside, in the order in which it is given them, then parameters,
// local variables, and variables that inner functions share.
static size_t free_count(const scope_t *scope) {
    size_t count = 0;
    for (size_t i = 0; i < scope->id_info_len; i++) {
        count += scope->id_info[i].kind == ID_INFO_KIND_FREE;
    }
    return count;
}

static void number_slots(const source_t *source, scope_t *scope) {
    size_t slot = 0;
    size_t outer_count = scope->parent != NULL && scope->parent->kind != SCOPE_MODULE ? scope->parent->id_info_len : 0; // a module has no cells
    for (size_t i = 0; i < outer_count; i++) {
        id_info_t *outer = &scope->parent->id_info[i];
        for (size_t j = 0; (outer->kind == ID_INFO_KIND_CELL || outer->kind == ID_INFO_KIND_FREE) && j < scope->id_info_len; j++) {
            if (scope->id_info[j].kind == ID_INFO_KIND_FREE && scope->id_info[j].qst == outer->qst) {
                scope->id_info[j].local_num = slot++;
            }
        }
    }
    scope->num_pos_args += slot;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < scope->id_info_len; i++) {
            id_info_t *id = &scope->id_info[i];
            bool parameter = id->flags & ID_FLAG_IS_PARAM;
            if (round == 0 ? parameter : !parameter && id->kind == (round == 1 ? ID_INFO_KIND_LOCAL : ID_INFO_KIND_CELL)) {
                id->local_num = slot++;
            }
        }
    }
    bool too_many = slot > 30000;
    for (size_t i = 0; i < scope->id_info_len; i++) {
        too_many |= scope->id_info[i].kind == ID_INFO_KIND_CELL && scope->id_info[i].local_num > 255;
    }
    if (too_many || free_count(scope) > 255) {
        error_at(source, info_of(scope)->node, "too many variables in a function");
    }
    scope->num_locals = slot;
}

void symbols_resolve(const source_t *source, scope_t *first) {
    for (scope_t *scope = first; scope != NULL; scope = scope->next) {
        for (size_t i = 0; i < scope->id_info_len; i++) { // which may become more
            resolve(source, scope, i);
        }
    }
    for (scope_t *scope = first; scope != NULL; scope = scope->next) {
        number_slots(source, scope);
    }
}
