// The names of a scope.
//
// Upstream looks at each name for each use of one, and makes room for four more at a time (py/scope.c:72 and 101 of 1.26.1), so that
// a module of 8,000 names took 160 million units of fuel. Here an index finds them.

#include "py/scope.h"

#define scope_find upstream_scope_find
#define scope_find_or_add_id upstream_scope_find_or_add_id
static id_info_t *upstream_scope_find(scope_t *scope, qstr name);
static id_info_t *upstream_scope_find_or_add_id(scope_t *scope, qstr name, id_info_kind_t kind);
#include "py/scope.c"
#undef scope_find
#undef scope_find_or_add_id

#include "language/compile/gen.h"

// The first of that name, as pass_on needs it: entries stand in the index in the order in which they came.
id_info_t *scope_find(scope_t *scope, qstr name) {
    const index_t *index = &info_of(scope)->index;
    if (index->slots == NULL) {
        return upstream_scope_find(scope, name);
    }
    for (size_t at = index_first(index, name); index->slots[at] != 0; at = index_next(index, at)) {
        id_info_t *id = &scope->id_info[index->slots[at] - 1];
        if (id->qst == name) {
            return id;
        }
    }
    return NULL;
}

static id_info_t *add(scope_t *scope, qstr name, id_info_kind_t kind) {
    if (scope->id_info_len == scope->id_info_alloc) {
        size_t more = scope->id_info_alloc + MICROPY_ALLOC_SCOPE_ID_INC;
        scope->id_info = m_renew(id_info_t, scope->id_info, scope->id_info_alloc, scope->id_info_alloc + more);
        scope->id_info_alloc += more;
    }
    id_info_t *id = &scope->id_info[scope->id_info_len++];
    *id = (id_info_t) { .kind = kind, .qst = name };
    return id;
}

id_info_t *scope_find_or_add_id(scope_t *scope, qstr name, id_info_kind_t kind) {
    id_info_t *id = scope_find(scope, name);
    if (id != NULL) {
        return id;
    }
    id = add(scope, name, kind);
    index_t *index = &info_of(scope)->index;
    if (scope->id_info_len < INDEX_FROM) {
        return id;
    }
    size_t first = index_grow(index, scope->id_info_alloc) ? 0 : scope->id_info_len - 1;
    for (size_t i = first; i < scope->id_info_len; i++) {
        index_put(index, scope->id_info[i].qst, i);
    }
    return id;
}
