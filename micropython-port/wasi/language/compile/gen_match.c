// Bytecode of match statements: tests and jumps.
//
// A pattern takes the value on top of the stack. If it does not match, what it had put there is dropped on the way to the next case: a pattern
// knows how many values lie above the subject where it gives up, and jumps to the label that drops so many. Names are bound when all of a
// pattern has matched: until then what they are to be bound to waits on the stack, between the subject and the value, unless nothing
// can fail any more where the first name is found.

#include "py/cstack.h"
#include "py/runtime.h"

#include "language/compile/gen.h"

#define E g->emit

typedef struct {
    uint16_t *labels; // labels[n] drops n values
    size_t count;
    size_t on_top; // values of the pattern's on the stack
    const struct _names_t *waiting; // names that have a place on the stack; NULL if they are bound at once
    size_t base; // the height of the stack below the first one's place
} failure_t;

static void gen_pattern(gen_t *g, const node_t *pattern, failure_t *failure);

// Takes a bool from the stack, and gives up if it is false.
static void give_up_if_false(gen_t *g, failure_t *failure) {
    while (failure->count <= failure->on_top) {
        failure->labels = m_renew(uint16_t, failure->labels, failure->count, failure->count + 1);
        failure->labels[failure->count++] = new_label(g);
    }
    mp_emit_bc_pop_jump_if(E, false, failure->labels[failure->on_top]);
}

static void end_failures(gen_t *g, failure_t *failure) {
    if (failure->count == 0) {
        return;
    }
    mp_emit_bc_adjust_stack_size(E, failure->count - 1);
    for (size_t i = failure->count - 1; i > 0; i--) {
        mp_emit_bc_label_assign(E, failure->labels[i]);
        mp_emit_bc_pop_top(E);
    }
    mp_emit_bc_label_assign(E, failure->labels[0]);
    m_del(uint16_t, failure->labels, failure->count);
}

// --- Names -----------------------------------------------------------------------------------------

typedef struct _names_t {
    qstr *names;
    size_t count;
} names_t;

static void add_capture(gen_t *g, names_t *names, qstr name, const node_t *where) {
    for (size_t i = 0; i < names->count; i++) {
        if (names->names[i] == name) {
            error_at(g->source, where, "multiple assignments to name '%s' in pattern", qstr_str(name));
        }
    }
    names->names = m_renew(qstr, names->names, names->count, names->count + 1);
    names->names[names->count++] = name;
}

static bool irrefutable(const node_t *pattern) {
    switch (pattern->kind) {
        case P_CAPTURE:
            return true;
        case P_AS:
            return irrefutable(FIELD(pattern, 0));
        case P_OR:
            for (const node_t *part = FIELD(pattern, 0); part != NULL; part = part->next) {
                if (irrefutable(part)) {
                    return true;
                }
            }
            return false;
        default:
            return false;
    }
}

static void check_reachable(gen_t *g, const node_t *pattern) {
    while (pattern->kind == P_AS) {
        pattern = FIELD(pattern, 0);
    }
    if (pattern->kind == P_CAPTURE && NAME_OF(pattern) != MP_QSTRnull) {
        error_at(g->source, pattern, "name capture '%s' makes remaining patterns unreachable", qstr_str(NAME_OF(pattern)));
    }
    error_at(g->source, pattern, "wildcard makes remaining patterns unreachable");
}

static void collect_names(gen_t *g, const node_t *pattern, names_t *names) {
    mp_cstack_check();
    switch (pattern->kind) {
        case P_VALUE:
            break;
        case P_CAPTURE:
        case P_STAR:
            if (NAME_OF(pattern) != MP_QSTRnull) {
                add_capture(g, names, NAME_OF(pattern), pattern);
            }
            break;
        case P_AS:
            collect_names(g, FIELD(pattern, 0), names);
            add_capture(g, names, pattern->f[1].name, pattern);
            break;
        case P_KEYWORD:
        case P_PAIR:
            collect_names(g, FIELD(pattern, 1), names);
            break;
        case P_OR: {
            names_t before = *names, first = { NULL, 0 };
            for (const node_t *part = FIELD(pattern, 0); part != NULL; part = part->next) {
                names_t own = { NULL, 0 };
                if (part->next != NULL && irrefutable(part)) {
                    check_reachable(g, part);
                }
                collect_names(g, part, &own);
                bool same = part == FIELD(pattern, 0) || own.count == first.count;
                for (size_t i = 0; part != FIELD(pattern, 0) && i < own.count; i++) {
                    bool found = false;
                    for (size_t j = 0; j < first.count; j++) {
                        found |= own.names[i] == first.names[j];
                    }
                    same &= found;
                }
                if (!same) {
                    error_at(g->source, pattern, "alternative patterns bind different names");
                }
                if (part == FIELD(pattern, 0)) {
                    first = own;
                }
            }
            (void)before;
            for (size_t i = 0; i < first.count; i++) {
                add_capture(g, names, first.names[i], pattern);
            }
            break;
        }
        default:
            for (const node_t *part = FIELD(pattern, pattern->kind == P_CLASS ? 1 : 0); part != NULL; part = part->next) {
                collect_names(g, part, names);
            }
            if (pattern->kind == P_MAPPING && pattern->f[1].name != MP_QSTRnull) {
                add_capture(g, names, pattern->f[1].name, pattern);
            }
    }
}

// --- Patterns --------------------------------------------------------------------------------------

// Whether a pattern can fail after it has found a name's value.
static bool fails_late(const node_t *pattern, bool *captured) {
    mp_cstack_check();
    bool late = false, named = false;
    const node_t *parts = NULL;
    switch (pattern->kind) {
        case P_CAPTURE:
        case P_STAR:
            *captured |= NAME_OF(pattern) != MP_QSTRnull;
            return false;
        case P_AS:
            late = fails_late(FIELD(pattern, 0), captured);
            *captured = true;
            return late;
        case P_KEYWORD:
        case P_PAIR:
            return (pattern->kind == P_PAIR && *captured) | fails_late(FIELD(pattern, 1), captured);
        case P_OR: {
            bool before = *captured;
            for (const node_t *part = FIELD(pattern, 0); part != NULL; part = part->next) {
                bool own = before;
                late |= fails_late(part, &own);
                *captured |= own;
            }
            return late;
        }
        case P_VALUE:
            return *captured;
        default:
            parts = FIELD(pattern, pattern->kind == P_CLASS ? 1 : 0);
            named = pattern->kind == P_MAPPING && pattern->f[1].name != MP_QSTRnull;
            late = *captured;
    }
    for (const node_t *part = parts; part != NULL; part = part->next) {
        late |= fails_late(part, captured);
    }
    *captured |= named;
    return late;
}

static void gen_capture(gen_t *g, qstr name, const failure_t *failure) {
    if (name == MP_QSTRnull) {
        mp_emit_bc_pop_top(E);
        return;
    }
    if (failure->waiting == NULL) {
        gen_store_name(g, name);
        return;
    }
    size_t i = 0;
    while (failure->waiting->names[i] != name) {
        i++;
    }
    gen_helper(g, HELPER_PUT, emit_stack_size(E) - 1 - (failure->base + i), -1);
}

// As many values as there are patterns lie on the stack, the first one on top.
static void gen_parts(gen_t *g, const node_t *list, size_t count, failure_t *failure) {
    failure->on_top += count;
    for (; list != NULL; list = list->next) {
        failure->on_top--;
        gen_pattern(g, list->kind == P_KEYWORD ? FIELD(list, 1) : list, failure);
    }
}

static void gen_sequence(gen_t *g, const node_t *pattern, failure_t *failure) {
    size_t count = 0, left = 0;
    bool star = false, wild = false, all_wild = true;
    for (const node_t *part = FIELD(pattern, 0); part != NULL; part = part->next, count++) {
        all_wild &= (part->kind == P_STAR || part->kind == P_CAPTURE) && NAME_OF(part) == MP_QSTRnull;
        if (part->kind == P_STAR) {
            star = true;
            wild = NAME_OF(part) == MP_QSTRnull;
            left = count;
        }
    }
    if (count > 250) {
        error_at(g->source, pattern, "too many expressions in star-unpacking assignment");
    }
    gen_helper(g, HELPER_MATCH_SEQUENCE, (count - star) * 2 + star, 1);
    failure->on_top++;
    give_up_if_false(g, failure);
    failure->on_top--;
    if (all_wild) { // its items are not looked at
        mp_emit_bc_pop_top(E);
        return;
    }
    if (wild) {
        gen_helper(g, HELPER_MATCH_ENDS, left << 8 | (count - left - 1), count - 1);
    } else if (star) {
        mp_emit_bc_unpack_ex(E, left, count - left - 1);
    } else {
        mp_emit_bc_unpack_sequence(E, count);
    }
    gen_parts(g, FIELD(pattern, 0), count, failure);
}

static void gen_mapping(gen_t *g, const node_t *pattern, failure_t *failure) {
    size_t count = 0;
    for (const node_t *pair = FIELD(pattern, 0); pair != NULL; pair = pair->next) {
        count++;
    }
    if (count > 10000) {
        error_at(g->source, pattern, "too many sub-patterns in mapping pattern");
    }
    gen_helper(g, HELPER_MATCH_MAPPING, count, 1);
    failure->on_top++;
    give_up_if_false(g, failure);
    for (const node_t *pair = FIELD(pattern, 0); pair != NULL; pair = pair->next) {
        mp_emit_bc_dup_top(E);
        gen_expr(g, FIELD(pair, 0));
        gen_helper(g, HELPER_MATCH_KEY, 0, 0);
        failure->on_top++;
        give_up_if_false(g, failure);
        failure->on_top--;
        gen_pattern(g, FIELD(pair, 1), failure);
    }
    failure->on_top--;
    if (pattern->f[1].name == MP_QSTRnull) {
        mp_emit_bc_pop_top(E);
        return;
    }
    mp_emit_bc_build(E, 0, MP_EMIT_BUILD_LIST);
    for (const node_t *pair = FIELD(pattern, 0); pair != NULL; pair = pair->next) {
        gen_expr(g, FIELD(pair, 0));
        mp_emit_bc_store_comp(E, SCOPE_LIST_COMP, 1);
    }
    gen_helper(g, HELPER_MATCH_REST, 0, -1);
    gen_capture(g, pattern->f[1].name, failure);
}

static void gen_class_pattern(gen_t *g, const node_t *pattern, failure_t *failure) {
    size_t positional = 0, keywords = 0;
    gen_expr(g, FIELD(pattern, 0));
    mp_emit_bc_build(E, 0, MP_EMIT_BUILD_LIST);
    for (const node_t *part = FIELD(pattern, 1); part != NULL; part = part->next) {
        if (part->kind != P_KEYWORD) {
            positional++;
            continue;
        }
        keywords++;
        mp_emit_bc_load_const_str(E, NAME_OF(part));
        mp_emit_bc_store_comp(E, SCOPE_LIST_COMP, 1);
    }
    if (positional + keywords > 10000) {
        error_at(g->source, pattern, "too many sub-patterns in class pattern");
    }
    gen_at(g, pattern);
    gen_helper(g, HELPER_MATCH_CLASS, positional, -1);
    failure->on_top++;
    give_up_if_false(g, failure);
    failure->on_top--;
    mp_emit_bc_unpack_sequence(E, positional + keywords);
    gen_parts(g, FIELD(pattern, 1), positional + keywords, failure);
}

static void gen_or(gen_t *g, const node_t *pattern, failure_t *failure) {
    size_t done = new_label(g);
    for (const node_t *part = FIELD(pattern, 0); part != NULL; part = part->next) {
        if (part->next == NULL) {
            gen_pattern(g, part, failure);
            break;
        }
        failure_t own = { NULL, 0, 0, failure->waiting, failure->base };
        mp_emit_bc_dup_top(E);
        gen_pattern(g, part, &own);
        mp_emit_bc_pop_top(E);
        mp_emit_bc_jump(E, done);
        mp_emit_bc_adjust_stack_size(E, 1);
        end_failures(g, &own);
    }
    mp_emit_bc_label_assign(E, done);
}

static void gen_pattern(gen_t *g, const node_t *pattern, failure_t *failure) {
    mp_cstack_check();
    switch (pattern->kind) {
        case P_VALUE:
            gen_expr(g, FIELD(pattern, 0));
            mp_emit_bc_binary_op(E, pattern->op ? MP_BINARY_OP_IS : MP_BINARY_OP_EQUAL);
            give_up_if_false(g, failure);
            break;
        case P_CAPTURE:
        case P_STAR:
            gen_capture(g, NAME_OF(pattern), failure);
            break;
        case P_SEQUENCE: gen_sequence(g, pattern, failure); break;
        case P_MAPPING: gen_mapping(g, pattern, failure); break;
        case P_CLASS: gen_class_pattern(g, pattern, failure); break;
        case P_OR: gen_or(g, pattern, failure); break;
        case P_AS:
            mp_emit_bc_dup_top(E);
            failure->on_top++;
            gen_pattern(g, FIELD(pattern, 0), failure);
            failure->on_top--;
            gen_capture(g, pattern->f[1].name, failure);
            break;
    }
}

void gen_match(gen_t *g, const node_t *node) {
    size_t end = new_label(g);
    gen_expr(g, FIELD(node, 0));
    for (const node_t *one = FIELD(node, 1); one != NULL; one = one->next) {
        names_t names = { NULL, 0 };
        collect_names(g, FIELD(one, 0), &names);
        if (one->next != NULL && FIELD(one, 1) == NULL && irrefutable(FIELD(one, 0))) {
            check_reachable(g, FIELD(one, 0));
        }
        emit_line(E, FIELD(one, 0)->line);
        emit_begin(E, FIELD(one, 0)->line);
        bool captured = false;
        failure_t failure = { NULL, 0, 0, NULL, emit_stack_size(E) };
        if (fails_late(FIELD(one, 0), &captured)) {
            failure.waiting = &names;
            failure.on_top = names.count;
            for (size_t i = 0; i < names.count; i++) {
                mp_emit_bc_load_null(E);
            }
            gen_helper(g, HELPER_COPY, names.count, 1);
        } else {
            mp_emit_bc_dup_top(E);
        }
        gen_pattern(g, FIELD(one, 0), &failure);
        for (size_t i = failure.on_top; i > 0; i--) {
            gen_store_name(g, names.names[i - 1]);
        }
        failure.on_top = 0;
        if (FIELD(one, 1) != NULL) {
            gen_expr(g, FIELD(one, 1));
            give_up_if_false(g, &failure);
        }
        mp_emit_bc_pop_top(E);
        gen_statements(g, FIELD(one, 2));
        mp_emit_bc_jump(E, end);
        mp_emit_bc_adjust_stack_size(E, 1);
        end_failures(g, &failure);
    }
    mp_emit_bc_pop_top(E);
    mp_emit_bc_label_assign(E, end);
}
