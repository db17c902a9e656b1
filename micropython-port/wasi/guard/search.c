// Dicts and sets that change while they are searched.
//
// What upstream does wrong: a search calls the program's __hash__ and __eq__, and these may clear or grow what is searched, or
// free the table that the search goes through. Then py/map.c of 1.26.1 divides by a size of nought (map.c:252, 297, 361),
// writes before the table of an ordered dict (map.c:203), counts an item as removed twice (map.c:283), so that f(**d)
// reserves too little room (py/runtime.c:888), and so on. A set also takes its new size before it has memory for it (map.c:338).
//
// Here a dict or set cannot change while it is searched: what tries to raises RuntimeError. And if a search to add a key ends in
// an exception, the table is what it was before. py/map.c defines the searches under other names (sources.txt).

#include "py/runtime.h"

#include "guard/guard.h"

// Upstream's.
mp_obj_t mpwasm_unguarded_set_lookup(mp_set_t *set, mp_obj_t index, mp_map_lookup_kind_t kind);
mp_obj_t mpwasm_unguarded_set_remove_first(mp_set_t *set);
void mpwasm_unguarded_set_clear(mp_set_t *set);

static MP_NORETURN void raise_changed(void) {
    mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("changed while it is searched"));
}

// --- Sets ------------------------------------------------------------------------------------------

typedef struct _set_search_t {
    nlr_jump_callback_node_t callback; // first
    mp_set_t *set;
    mp_set_t before;
    struct _set_search_t *outer;
} set_search_t;

static set_search_t *set_searches; // under way, the innermost first

static void give_set_up(void *context) {
    set_search_t *search = context;
    *search->set = search->before;
    set_searches = search->outer;
}

static void check_not_searched(const mp_set_t *set) {
    for (set_search_t *search = set_searches; search != NULL; search = search->outer) {
        if (search->set == set) {
            raise_changed();
        }
    }
}

mp_obj_t mp_set_lookup(mp_set_t *set, mp_obj_t index, mp_map_lookup_kind_t kind) {
    if (kind != MP_MAP_LOOKUP) {
        check_not_searched(set);
    }
    set_search_t search = { .set = set, .before = *set, .outer = set_searches };
    nlr_push_jump_callback(&search.callback, give_set_up);
    set_searches = &search;
    mp_obj_t found = mpwasm_unguarded_set_lookup(set, index, kind);
    set_searches = search.outer;
    nlr_pop_jump_callback(false);
    return found;
}

mp_obj_t mp_set_remove_first(mp_set_t *set) {
    check_not_searched(set);
    return mpwasm_unguarded_set_remove_first(set);
}

void mp_set_clear(mp_set_t *set) {
    check_not_searched(set);
    mpwasm_unguarded_set_clear(set);
}

// py/objset.c frees a table itself where it replaces the set's by another (objset.c:253).
void mpwasm_free_set_table(void *table) {
    for (set_search_t *search = set_searches; search != NULL; search = search->outer) {
        if (search->set->table == table) {
            raise_changed();
        }
    }
}
